"""DeepL: ``POST /v2/translate`` with a JSON body, at most 50 texts and 128 KiB a request.

The key goes into the header ``Authorization: DeepL-Auth-Key …``; keys of the free API end in
``:fx`` and belong to another host. With ``tag_handling: xml`` what stands in ``ignore_tags`` stays,
and only characters outside of tags are counted, as code points. 456 says that the month's allowance
is used up, 429 that it is asked too often (source: developers.deepl.com, API reference, *XML
handling*, *Usage and limits*, *Error handling*; support article *Usage count and billing*).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.services.ports.paid import Batch
from bot.sources.translation.marking import marked, read
from bot.sources.translation.sending import Sending, wrong
from bot.sources.values import is_list, is_object

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.core.protecting import Pieces
    from bot.sources.http import PoliteClient

SOURCE = "deepl"
_FREE, _PAID = "https://api-free.deepl.com", "https://api.deepl.com"
_FREE_KEY = ":fx"
_TAG = "x"
_TARGETS = {"en": "EN-US", "pt": "PT-BR", "zh": "ZH-HANS", "zh-hant": "ZH-HANT"}


class DeepL:
    """A `TranslationProvider`."""

    name = SOURCE
    batch = Batch(texts=50, characters=20_000)  # of 128 KiB tags may take the larger part

    def __init__(self, client: PoliteClient, key: str, base_url: str | None = None) -> None:
        self._sending = Sending(client, SOURCE)
        default = _FREE if key.endswith(_FREE_KEY) else _PAID
        self._address = (base_url or default).rstrip("/") + "/v2/translate"
        self._headers = {"Authorization": f"DeepL-Auth-Key {key}"}

    async def translate(self, texts: Sequence[Pieces], language: str) -> Sequence[Pieces]:
        """Return each text in `language`, in their order."""
        body = {
            "text": [marked(text, _TAG) for text in texts],
            "source_lang": "EN",
            "target_lang": _TARGETS.get(language, language.upper()),
            "tag_handling": "xml",
            "ignore_tags": [_TAG],
        }
        told = await self._sending.post(self._address, body, self._headers)
        found = told.get("translations") if is_object(told) else None
        if not is_list(found) or len(found) != len(texts):
            raise wrong(SOURCE, "not as many texts as were sent")
        return [read(_text(one), _TAG) for one in found]


def _text(told: object) -> str:
    text = told.get("text") if is_object(told) else None
    if not isinstance(text, str):
        raise wrong(SOURCE, "a translation without text")
    return text

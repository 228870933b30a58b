"""LibreTranslate: ``POST /translate`` with a list of texts, ``GET /languages`` for its codes.

With ``format: html`` an element with ``translate="no"`` is left alone (source: the project's API
documentation, its ``app.py`` and translate-html). How many texts and characters a server takes is
its operator's choice; a key, where one is asked for, goes into the body as ``api_key``.

Its codes are those of the models that a server has: Chinese is ``zh-Hans`` or ``zh``, Brazilian
Portuguese ``pb`` or ``pt-BR``. So it is asked which it has, and once an hour anew where a language
is not among them: a server that has just started tells none, and one may get another model.
"""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from bot.core.languages import PAPERS_LANGUAGE
from bot.services.ports.paid import Batch, PaidFault
from bot.sources.errors import SourceError
from bot.sources.translation.marking import marked, read
from bot.sources.translation.sending import Sending, fault_of, wrong
from bot.sources.values import is_list, is_object, objects_of, text_of

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from bot.core.protecting import Pieces
    from bot.sources.http import PoliteClient

SOURCE = "libretranslate"
HOME = "https://libretranslate.com"
"""The server that is asked where none is named."""

_TAG, _ATTRIBUTES = "span", ' translate="no"'
_ANEW = 3_600.0  # seconds
_CODES = {
    "zh": ("zh-Hans", "zh"),
    "zh-hant": ("zh-Hant", "zt"),
    "pt": ("pt-BR", "pb", "pt"),
    "nb": ("nb", "no"),
}


class LibreTranslate:
    """A `TranslationProvider`."""

    name = SOURCE
    batch = Batch(texts=20, characters=4_000)

    def __init__(
        self,
        client: PoliteClient,
        base_url: str = HOME,
        key: str | None = None,
        *,
        now: Callable[[], float] = time.monotonic,
    ) -> None:
        """`now` tells seconds, from any beginning."""
        self._sending = Sending(client, SOURCE)
        self._base = base_url.rstrip("/")
        self._key = key
        self._now = now
        self._known: frozenset[str] = frozenset()
        self._asked: float | None = None  # when it was asked which languages it has

    async def translate(self, texts: Sequence[Pieces], language: str) -> Sequence[Pieces]:
        """Return each text in `language`, in their order."""
        body: dict[str, object] = {
            "q": [marked(text, _TAG, _ATTRIBUTES) for text in texts],
            "source": PAPERS_LANGUAGE,
            "target": await self._code(language),
            "format": "html",
        }
        if self._key:
            body["api_key"] = self._key
        told = await self._sending.post(f"{self._base}/translate", body)
        found = told.get("translatedText") if is_object(told) else None
        if not is_list(found) or len(found) != len(texts):
            raise wrong(SOURCE, "not as many texts as were sent")
        return [read(_text(one), _TAG) for one in found]

    async def _code(self, language: str) -> str:
        """Return what the server calls a language."""
        code = self._code_known(language)
        if code is None and (self._asked is None or self._now() - self._asked >= _ANEW):
            try:
                answer = await self._sending.client.get(SOURCE, f"{self._base}/languages")
                self._known = _codes(answer.json())
            except SourceError as error:
                fault = fault_of(error)
                fault.charged = False  # nothing was to be translated yet
                raise fault from error
            self._asked = self._now()
            code = self._code_known(language)
        if code is not None:
            return code
        raise PaidFault(f"{SOURCE}: has no model for {language}", "language", charged=False)

    def _code_known(self, language: str) -> str | None:
        codes = _CODES.get(language, (language,))
        return next((code for code in codes if code in self._known), None)


def _codes(told: object) -> frozenset[str]:
    """Return the codes that the papers' language can be translated into, as far as that is told."""
    for one in objects_of(told):
        if text_of(one, "code") == PAPERS_LANGUAGE and is_list(into := one.get("targets")):
            return frozenset(str(code) for code in into)
    return frozenset(text_of(one, "code") for one in objects_of(told))


def _text(told: object) -> str:
    if not isinstance(told, str):
        raise wrong(SOURCE, "a translation that is no text")
    return told

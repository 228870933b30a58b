"""The translator that the configuration names; only its own file is loaded."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from bot.services.ports.translation import TranslationProvider
    from bot.sources.http import PoliteClient


@dataclass(frozen=True, slots=True)
class Account:
    """A provider, where it is (None: where everybody finds it), its model, the key for it."""

    provider: Literal["deepl", "libretranslate", "openai"]
    url: str | None = None
    model: str | None = None
    key: str | None = None


def translator(account: Account, client: PoliteClient) -> TranslationProvider:
    """Return the provider of an account."""
    match account.provider:
        case "deepl":
            from bot.sources.translation.deepl import DeepL  # noqa: PLC0415 - see above

            return DeepL(client, account.key or "", account.url)
        case "libretranslate":
            from bot.sources.translation.libretranslate import LibreTranslate  # noqa: PLC0415

            if account.url is None:
                return LibreTranslate(client, key=account.key)
            return LibreTranslate(client, account.url, account.key)
        case "openai":
            from bot.sources.translation.openai import OpenAICompatible  # noqa: PLC0415

            return OpenAICompatible(client, account.model or "", account.url, account.key)

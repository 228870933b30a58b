"""The section ``[translation]``: who translates papers, into what, and how much."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

from pydantic import Field, SecretStr, ValidationInfo, field_validator

from bot.config.section import (
    TRANSLATION_VARIABLE,
    Section,
    from_environment,
    holding,
    named,
    secret_of,
    words_of,
)

TranslatorName = Literal["deepl", "libretranslate", "openai"]
"""Who can translate papers."""

TranslationLanguage = Literal[
    "bg", "cs", "da", "de", "el", "es", "fi", "fr", "hi", "hr", "hu", "id", "it", "ja", "ko", "lt",
    "nb", "nl", "pl", "pt", "ro", "ru", "sv", "th", "tr", "uk", "vi", "zh", "zh-hant",
]  # fmt: skip
"""What papers can be translated into: the languages that Discord speaks, less the papers' own."""


class Translation(Section):
    """Who translates titles and summaries; nobody without a provider."""

    provider: TranslatorName | None = None
    url: str | None = None
    model: str | None = Field(default=None, min_length=1, max_length=100, validate_default=True)
    key_file: Path | None = Field(default=None, validate_default=True)
    monthly_characters: int = Field(default=450_000, ge=0)
    languages: list[TranslationLanguage] = Field(default=["de", "es", "fr", "ja", "ko", "pt", "zh"])

    @field_validator("url")
    @classmethod
    def _web_address(cls, value: str | None) -> str | None:
        if value is not None and not value.startswith(("http://", "https://")):
            raise ValueError("should be a web address, such as http://127.0.0.1:5000")
        return None if value is None else value.rstrip("/")

    @field_validator("model")
    @classmethod
    def _is_told(cls, value: str | None, info: ValidationInfo) -> str | None:
        if value is None and info.data.get("provider") == "openai":
            raise ValueError("the provider openai needs to know which model to ask")
        return None if value is None else named(value)

    @field_validator("key_file")
    @classmethod
    def _holds_a_key(cls, value: Path | None, info: ValidationInfo) -> Path | None:
        if value is not None:
            return holding(value, TRANSLATION_VARIABLE, "key")
        if not from_environment(TRANSLATION_VARIABLE) and info.data.get("provider") == "deepl":
            raise ValueError(f"DeepL needs a key: set {TRANSLATION_VARIABLE} or name its file")
        return None

    @field_validator("languages", mode="before")
    @classmethod
    def _listed(cls, value: object) -> object:
        return words_of(value)

    @property
    def key(self) -> SecretStr | None:
        """The provider's key, from the environment or its file; None without one."""
        return secret_of(TRANSLATION_VARIABLE, self.key_file)

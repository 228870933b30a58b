"""The section ``[summaries]``: which model summarises abstracts, and how much of it."""

from __future__ import annotations

from pathlib import Path

from pydantic import Field, SecretStr, ValidationInfo, field_validator

from bot.config.section import SUMMARIES_VARIABLE, Section, holding, named, secret_of


class Summaries(Section):
    """Who summarises abstracts; nobody without a model."""

    url: str | None = None
    model: str | None = Field(default=None, min_length=1, max_length=100, validate_default=True)
    key_file: Path | None = None
    monthly_characters: int = Field(default=1_000_000, ge=0)
    papers_a_day: int = Field(default=30, ge=0)

    @field_validator("url")
    @classmethod
    def _web_address(cls, value: str | None) -> str | None:
        if value is not None and not value.startswith(("http://", "https://")):
            raise ValueError("should be a web address, such as http://127.0.0.1:11434/v1")
        return None if value is None else value.rstrip("/")

    @field_validator("model")
    @classmethod
    def _is_told(cls, value: str | None, info: ValidationInfo) -> str | None:
        if value is None and info.data.get("url") is not None:
            raise ValueError("the endpoint needs to know which model to ask")
        return None if value is None else named(value)

    @field_validator("key_file")
    @classmethod
    def _holds_a_key(cls, value: Path | None) -> Path | None:
        return holding(value, SUMMARIES_VARIABLE, "key")

    @property
    def key(self) -> SecretStr | None:
        """The endpoint's key, from the environment or its file; None without one."""
        return secret_of(SUMMARIES_VARIABLE, self.key_file)

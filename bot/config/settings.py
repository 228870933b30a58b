"""The settings: every section, frozen."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

from pydantic import Field, SecretStr, field_validator

from bot import __version__
from bot.config.section import (
    TOKEN_VARIABLE,
    UNLIKELY,
    Section,
    from_environment,
    holding,
    is_token,
)
from bot.config.sources import Sources
from bot.config.summaries import Summaries
from bot.config.translation import Translation


class Discord(Section):
    """How Discord is reached."""

    token_file: Path | None = None
    api_url: str = "https://discord.com/api/v10"
    gateway_url: str | None = None
    messages_per_second: float = Field(default=45.0, gt=0, le=47)
    shards: int | None = Field(default=None, ge=1)

    @field_validator("token_file")
    @classmethod
    def _holds_a_token(cls, value: Path | None) -> Path | None:
        path = holding(value, TOKEN_VARIABLE, "token")
        if path is None or from_environment(TOKEN_VARIABLE):
            return path
        if not is_token(path.read_text("utf-8").strip()):
            raise ValueError(f"holds {UNLIKELY}")
        return path

    @field_validator("api_url")
    @classmethod
    def _web_address(cls, value: str) -> str:
        if not value.startswith(("http://", "https://")):
            raise ValueError("should be a web address, such as https://discord.com/api/v10")
        return value.rstrip("/")

    @field_validator("gateway_url")
    @classmethod
    def _gateway_address(cls, value: str | None) -> str | None:
        if value is not None and not value.startswith(("ws://", "wss://")):
            raise ValueError("should be a websocket's address, such as wss://gateway.discord.gg")
        return value


class Database(Section):
    """Where everything is kept."""

    path: Path = Path("data/paperboy.db")


class Health(Section):
    """The pages /healthz and /metrics; off without a port."""

    host: str = "127.0.0.1"
    port: int | None = Field(default=None, ge=0, le=65535)


class Log(Section):
    """What is logged, and how."""

    level: Literal["debug", "info", "warning", "error"] = "info"
    format: Literal["auto", "json", "console"] = "auto"


class Settings(Section):
    """Everything that can be configured."""

    discord: Discord = Discord()
    database: Database = Database()
    sources: Sources = Sources()
    translation: Translation = Translation()
    summaries: Summaries = Summaries()
    health: Health = Health()
    log: Log = Log()
    token: SecretStr | None = Field(default=None, exclude=True)

    @property
    def publication_places(self) -> dict[str, str | Path]:
        """Where everybody's lists of publications stand, by their names: an address as text, or a
        path. One that is relative begins in the database's folder.
        """
        folder = self.database.path.parent
        return {
            one.name: folder / one.file if one.file is not None else one.url or ""
            for one in self.sources.publications
        }

    @property
    def user_agent(self) -> str:
        """What Paperboy calls itself towards its sources."""
        contact = f" (+{self.sources.contact})" if self.sources.contact else ""
        return f"Paperboy/{__version__}{contact}"

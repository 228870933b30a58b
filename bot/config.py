"""Configuration: a TOML file and the environment become frozen settings, or every fault at once.

None of the keys is required. Each is documented in `config.example.toml` and can be given by the
environment: `database.path` is `PAPERBOY_DATABASE__PATH`. The environment wins over the file.
The token is never in the file: `DISCORD_TOKEN`, or a file that `discord.token_file` names.
"""

from __future__ import annotations

import os
import re
import tomllib
from pathlib import Path
from typing import Any, Literal, get_args

from pydantic import (
    BaseModel,
    ConfigDict,
    Field,
    SecretStr,
    ValidationError,
    ValidationInfo,
    field_validator,
)

from bot import __version__

DEFAULT_PATH = Path("config.toml")
_LONGEST_SHOWN = 100
_TOKEN_VARIABLE = "DISCORD_TOKEN"  # noqa: S105 - a name, no token
_S2_VARIABLE = "SEMANTIC_SCHOLAR_API_KEY"
_TRANSLATION_VARIABLE = "TRANSLATION_API_KEY"
_PREFIX, _BETWEEN = "PAPERBOY_", "__"

LookupName = Literal[
    "huggingface", "arxiv", "semantic_scholar", "openalex", "crossref", "openreview"
]
"""The services that can be asked for papers which are not here."""

_TAKEN_NAMES = frozenset(get_args(LookupName))
_CATEGORY = re.compile(r"[a-z-]{2,12}(\.[a-zA-Z-]{2,12})?")


Announced = Literal["new", "cross", "replace", "replace-cross"]
"""As what arXiv announces a paper."""


class ConfigError(Exception):
    """The configuration cannot be used. `faults` has one line each, beginning with its key."""

    def __init__(self, faults: list[str], path: Path | None) -> None:
        where = f" in {path}" if path is not None else ""
        super().__init__(f"{len(faults)} fault(s){where}")
        self.faults = faults
        self.path = path


class _Section(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Discord(_Section):
    """How Discord is reached."""

    token_file: Path | None = None
    api_url: str = "https://discord.com/api/v10"
    gateway_url: str | None = None
    messages_per_second: float = Field(default=45.0, gt=0, le=50)
    shards: int | None = Field(default=None, ge=1)

    @field_validator("token_file")
    @classmethod
    def _holds_a_token(cls, value: Path | None) -> Path | None:
        return _holding(value, _TOKEN_VARIABLE, "token")

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


class Database(_Section):
    """Where everything is kept."""

    path: Path = Path("data/paperboy.db")


class FeedAddress(_Section):
    """A feed, and the name by which ``source:`` knows it."""

    name: str = Field(min_length=1, max_length=60)
    url: str

    @field_validator("name")
    @classmethod
    def _told_apart(cls, value: str) -> str:
        name = " ".join(value.split())
        if not any(letter.isalnum() for letter in name) or not name.isprintable():
            raise ValueError("should be a name that people can type")
        if name.lower() in _TAKEN_NAMES or ":" in name:
            raise ValueError("is a source's of another kind; choose another name")
        return name

    @field_validator("url")
    @classmethod
    def _web_address(cls, value: str) -> str:
        if not value.startswith(("http://", "https://")):
            raise ValueError("should be a web address, such as https://example.org/feed.xml")
        return value


class Sources(_Section):
    """Where papers come from."""

    huggingface_url: str = "https://huggingface.co"
    poll_minutes: float = Field(default=30.0, ge=1, le=24 * 60)
    spacing_seconds: float = Field(default=1.0, ge=0, le=60)
    backfill: bool = True
    contact: str = Field(default="", max_length=200)
    arxiv_categories: list[str] = []
    arxiv_announced: list[Announced] = ["new", "cross"]
    arxiv_rss_url: str = "https://rss.arxiv.org"
    feeds: list[FeedAddress] = []
    lookup: list[LookupName] = Field(default=list(get_args(LookupName)))
    arxiv_url: str = "https://export.arxiv.org"
    semantic_scholar_url: str = "https://api.semanticscholar.org"
    semantic_scholar_key_file: Path | None = None
    openalex_url: str = "https://api.openalex.org"
    crossref_url: str = "https://api.crossref.org"
    openreview_url: str = "https://api2.openreview.net"
    openreview_v1_url: str = "https://api.openreview.net"

    @field_validator(
        "huggingface_url",
        "arxiv_rss_url",
        "arxiv_url",
        "semantic_scholar_url",
        "openalex_url",
        "crossref_url",
        "openreview_url",
        "openreview_v1_url",
    )
    @classmethod
    def _web_address(cls, value: str) -> str:
        if not value.startswith(("http://", "https://")):
            raise ValueError("should be a web address, such as https://huggingface.co")
        return value.rstrip("/")

    @field_validator("arxiv_categories", "arxiv_announced", "lookup", mode="before")
    @classmethod
    def _listed(cls, value: object) -> object:
        """Read what the environment gives: names with commas between them, or nothing."""
        return value.replace(",", " ").split() if isinstance(value, str) else value

    @field_validator("arxiv_categories", "arxiv_announced", "lookup")
    @classmethod
    def _each_once(cls, value: list[str]) -> list[str]:
        if len(value) != len({one.lower() for one in value}):
            raise ValueError("names one of them twice")
        return value

    @field_validator("arxiv_categories")
    @classmethod
    def _categories(cls, value: list[str]) -> list[str]:
        if wrong := [one for one in value if _CATEGORY.fullmatch(one) is None]:
            raise ValueError(f"{wrong[0]!r} is no category of arXiv's, such as cs.CL or math-ph")
        return value

    @field_validator("feeds", mode="before")
    @classmethod
    def _as_in_toml(cls, value: object) -> object:
        """Read what the environment gives: ``[{name = "…", url = "…"}]``."""
        if not isinstance(value, str):
            return value
        try:
            return tomllib.loads(f"feeds = {value.strip() or '[]'}")["feeds"]
        except tomllib.TOMLDecodeError as error:
            raise ValueError(f"should be as in the file ({error})") from error

    @field_validator("feeds")
    @classmethod
    def _names_once(cls, value: list[FeedAddress]) -> list[FeedAddress]:
        names = [one.name.lower() for one in value]
        if twice := [name for name in names if names.count(name) > 1]:
            raise ValueError(f"two are called {twice[0]!r}")
        return value

    @field_validator("semantic_scholar_key_file")
    @classmethod
    def _holds_a_key(cls, value: Path | None) -> Path | None:
        return _holding(value, _S2_VARIABLE, "key")

    @property
    def semantic_scholar_key(self) -> SecretStr | None:
        """The key for Semantic Scholar, from the environment or its file; None without one."""
        return _secret(_S2_VARIABLE, self.semantic_scholar_key_file)

    @property
    def lookup_addresses(self) -> dict[str, str]:
        """Where each service is, by its name."""
        return {
            "huggingface": self.huggingface_url,
            "arxiv": self.arxiv_url,
            "semantic_scholar": self.semantic_scholar_url,
            "openalex": self.openalex_url,
            "crossref": self.crossref_url,
            "openreview": self.openreview_url,
            "openreview_v1": self.openreview_v1_url,
        }


TranslatorName = Literal["deepl", "libretranslate", "openai"]
"""Who can translate papers."""

TranslationLanguage = Literal[
    "bg", "cs", "da", "de", "el", "es", "fi", "fr", "hi", "hr", "hu", "id", "it", "ja", "ko", "lt",
    "nb", "nl", "pl", "pt", "ro", "ru", "sv", "th", "tr", "uk", "vi", "zh", "zh-hant",
]  # fmt: skip
"""What papers can be translated into: the languages that Discord speaks, less the papers' own."""


class Translation(_Section):
    """Who translates titles and summaries; nobody without a provider."""

    provider: TranslatorName | None = None
    url: str | None = None
    model: str | None = Field(default=None, min_length=1, max_length=100, validate_default=True)
    key_file: Path | None = Field(default=None, validate_default=True)
    monthly_characters: int = Field(default=450_000, ge=0)
    languages: list[TranslationLanguage] = ["de", "es", "fr", "ja", "ko", "pt", "zh"]

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
        return value

    @field_validator("key_file")
    @classmethod
    def _holds_a_key(cls, value: Path | None, info: ValidationInfo) -> Path | None:
        told = os.environ.get(_TRANSLATION_VARIABLE, "").strip()
        if value is not None:
            return _holding(value, _TRANSLATION_VARIABLE, "key")
        if not told and info.data.get("provider") == "deepl":
            raise ValueError(f"DeepL needs a key: set {_TRANSLATION_VARIABLE} or name its file")
        return None

    @field_validator("languages", mode="before")
    @classmethod
    def _listed(cls, value: object) -> object:
        """Read what the environment gives: codes with commas between them."""
        return value.replace(",", " ").split() if isinstance(value, str) else value

    @property
    def key(self) -> SecretStr | None:
        """The provider's key, from the environment or its file; None without one."""
        return _secret(_TRANSLATION_VARIABLE, self.key_file)


class Health(_Section):
    """The pages /healthz and /metrics; off without a port."""

    host: str = "127.0.0.1"
    port: int | None = Field(default=None, ge=0, le=65535)


class Log(_Section):
    """What is logged, and how."""

    level: Literal["debug", "info", "warning", "error"] = "info"
    format: Literal["auto", "json", "console"] = "auto"


class Settings(_Section):
    """Everything that can be configured."""

    discord: Discord = Discord()
    database: Database = Database()
    sources: Sources = Sources()
    translation: Translation = Translation()
    health: Health = Health()
    log: Log = Log()
    token: SecretStr | None = Field(default=None, exclude=True)

    @property
    def user_agent(self) -> str:
        """What Paperboy calls itself towards its sources."""
        contact = f" (+{self.sources.contact})" if self.sources.contact else ""
        return f"Paperboy/{__version__}{contact}"


def load(path: Path | None = None) -> Settings:
    """Read the settings. A named file has to be there; `config.toml` is read where it is.

    Raises `ConfigError` with every fault.
    """
    used = path if path is not None else DEFAULT_PATH if DEFAULT_PATH.is_file() else None
    content = _read(used) if used is not None else {}
    faults = [_no_such(key) for key in content if key.startswith("_")]
    if "token" in content:
        faults.append(f"token: is a secret; give it as {_TOKEN_VARIABLE} or in a file")
    told = {key: value for key, value in content.items() if key != "token" and key[:1] != "_"}
    faults += _overlay(told)
    try:
        settings = Settings.model_validate(told)
    except ValidationError as error:
        raise ConfigError([*faults, *map(_line, error.errors())], used) from error
    if faults:
        raise ConfigError(faults, used)
    return settings.model_copy(update={"token": _token(settings, used)})


def _read(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text("utf-8"))
    except OSError as error:
        raise ConfigError([f"{path}: cannot be read: {error.strerror}"], path) from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ConfigError([f"{path}: is no TOML: {error}"], path) from error


def _overlay(told: dict[str, Any]) -> list[str]:
    """Let the environment's keys win over the file's; return the faults of the variables' names.

    Done by hand: pydantic-settings would cost every start 50 ms and 6 MB.
    """
    faults: list[str] = []
    sections = Settings.model_fields.keys() - {"token"}
    for name, value in sorted(os.environ.items()):
        section, between, key = name.upper().removeprefix(_PREFIX).lower().partition(_BETWEEN)
        if not name.upper().startswith(_PREFIX) or section not in sections:
            continue
        if not between:
            faults.append(f"{section}: {name} names no key; add it as in {name}{_BETWEEN}KEY")
        elif isinstance(there := told.setdefault(section, {}), dict):
            told[section] = {**there, key: value}
    return faults


def _line(fault: Any) -> str:
    key = ".".join(str(part) for part in fault["loc"])
    if fault["type"] == "extra_forbidden":
        return _no_such(key)
    return f"{key}: {fault['msg'].removeprefix('Value error, ')} (it is {_shown(fault['input'])})"


def _shown(value: object) -> str:
    text = repr(str(value) if isinstance(value, Path) else value)
    return text if len(text) <= _LONGEST_SHOWN else text[: _LONGEST_SHOWN - 1] + "…"


def _no_such(key: str) -> str:
    return f"{key}: there is no such key; config.example.toml names them all"


def _token(settings: Settings, used: Path | None) -> SecretStr | None:
    path = settings.discord.token_file
    try:
        return _secret(_TOKEN_VARIABLE, path)
    except (OSError, UnicodeDecodeError) as error:  # gone since it was looked at
        raise ConfigError([f"discord.token_file: {path} cannot be read: {error}"], used) from error


def _holding(path: Path | None, variable: str, what: str) -> Path | None:
    """Check a secret's file, unless the environment has the secret; `ValueError` says what is."""
    if path is not None and not os.environ.get(variable, "").strip():
        try:
            empty = not path.read_text("utf-8").strip()
        except (OSError, UnicodeDecodeError) as error:
            why = getattr(error, "strerror", None) or "it is no text"
            raise ValueError(f"cannot be read: {why}") from error
        if empty:
            raise ValueError(f"holds no {what}")
    return path


def _secret(variable: str, path: Path | None) -> SecretStr | None:
    """Read a secret. The environment wins over the file."""
    if told := os.environ.get(variable, "").strip():
        return SecretStr(told)
    return None if path is None else SecretStr(path.read_text("utf-8").strip())

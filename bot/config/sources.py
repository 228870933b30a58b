"""The section ``[sources]``: where papers come from, and who is asked for one that is not here."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Literal, Self, get_args

from pydantic import Field, SecretStr, ValidationInfo, field_validator, model_validator

from bot.config.section import (
    S2_VARIABLE,
    Section,
    holding,
    secret_of,
    tables_of,
    words_of,
)
from bot.core.query_fold import fold

LookupName = Literal[
    "huggingface", "arxiv", "semantic_scholar", "openalex", "crossref", "openreview"
]
"""The services that can be asked for papers which are not here."""

_TAKEN_NAMES = frozenset(get_args(LookupName))
_CATEGORY = re.compile(r"[a-z-]{2,12}(\.[a-zA-Z-]{2,12})?")


Announced = Literal["new", "cross", "replace", "replace-cross"]
"""As what arXiv announces a paper."""


class _Named(Section):
    """A source with the name by which ``source:`` knows it."""

    name: str = Field(min_length=1, max_length=60)

    @field_validator("name")
    @classmethod
    def _told_apart(cls, value: str) -> str:
        name = " ".join(value.split())
        if not any(letter.isalnum() for letter in name) or not name.isprintable():
            raise ValueError("should be a name that people can type")
        if name.lower() in _TAKEN_NAMES or ":" in name:
            raise ValueError("is a source's of another kind; choose another name")
        return name


class FeedAddress(_Named):
    """A feed."""

    url: str

    @field_validator("url")
    @classmethod
    def _web_address(cls, value: str) -> str:
        if not value.startswith(("http://", "https://")):
            raise ValueError("should be a web address, such as https://example.org/feed.xml")
        return value


class PublicationsPlace(_Named):
    """A bibliography or a publications page, at an address or in a file."""

    url: str | None = None
    file: Path | None = None

    @field_validator("url")
    @classmethod
    def _web_address(cls, value: str | None) -> str | None:
        if value is not None and not value.startswith(("http://", "https://")):
            raise ValueError("should be a web address, such as https://example.org/publications/")
        return value

    @field_validator("file")
    @classmethod
    def _path(cls, value: Path | None) -> Path | None:
        if value is not None and (value == Path() or not str(value).isprintable()):
            raise ValueError("should be a file's path, such as lab.bib")
        return value

    @model_validator(mode="after")
    def _one_place(self) -> Self:
        if (self.url is None) == (self.file is None):
            told = "neither" if self.url is None else "both"
            raise ValueError(f"should have a url or a file, and has {told}")
        return self


class Sources(Section):
    """Where papers come from."""

    huggingface_url: str = "https://huggingface.co"
    poll_minutes: float = Field(default=30.0, ge=1, le=24 * 60)
    spacing_seconds: float = Field(default=1.0, ge=0, le=60)
    backfill: bool = True
    contact: str = Field(default="", max_length=200)
    arxiv_categories: list[str] = Field(default=[])
    arxiv_announced: list[Announced] = Field(default=["new", "cross"])
    arxiv_rss_url: str = "https://rss.arxiv.org"
    feeds: list[FeedAddress] = Field(default=[])
    publications: list[PublicationsPlace] = Field(default=[])
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
        return words_of(value)

    @field_validator("arxiv_categories", "arxiv_announced", "lookup")
    @classmethod
    def _each_once(cls, value: list[str]) -> list[str]:
        names = [one.lower() for one in value]
        if twice := [one for one, name in zip(value, names, strict=True) if names.count(name) > 1]:
            raise ValueError(f"names {twice[0]!r} twice")
        return value

    @field_validator("arxiv_categories")
    @classmethod
    def _categories(cls, value: list[str]) -> list[str]:
        if wrong := [one for one in value if _CATEGORY.fullmatch(one) is None]:
            raise ValueError(f"{wrong[0]!r} is no category of arXiv's, such as cs.CL or math-ph")
        return value

    @field_validator("feeds", "publications", mode="before")
    @classmethod
    def _tables(cls, value: object) -> object:
        return tables_of(value)

    @field_validator("feeds")
    @classmethod
    def _names_once(cls, value: list[FeedAddress]) -> list[FeedAddress]:
        names = [one.name.lower() for one in value]
        if twice := [name for name in names if names.count(name) > 1]:
            raise ValueError(f"two are called {twice[0]!r}")
        return value

    @field_validator("publications")
    @classmethod
    def _names_free(
        cls, value: list[PublicationsPlace], info: ValidationInfo
    ) -> list[PublicationsPlace]:
        feeds: list[FeedAddress] = info.data.get("feeds", [])
        taken = {fold(one.name): "a feed" for one in feeds}
        for one in value:
            if (by := taken.get(fold(one.name))) is not None:
                raise ValueError(f"{one.name!r} is the name of {by}, too; choose another one")
            taken[fold(one.name)] = "another list"
        return value

    @field_validator("semantic_scholar_key_file")
    @classmethod
    def _holds_a_key(cls, value: Path | None) -> Path | None:
        return holding(value, S2_VARIABLE, "key")

    @property
    def semantic_scholar_key(self) -> SecretStr | None:
        """The key for Semantic Scholar, from the environment or its file; None without one."""
        return secret_of(S2_VARIABLE, self.semantic_scholar_key_file)

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

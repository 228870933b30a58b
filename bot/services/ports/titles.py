"""The titles: what looks them up, what an index of them is, and how it keeps up with the papers."""

from __future__ import annotations

from collections.abc import AsyncGenerator, Iterable
from dataclasses import dataclass
from typing import Protocol

from bot.core.lookup import Match, Resolution
from bot.services.ports.papers import TitleRow


@dataclass(frozen=True, slots=True)
class TitleChange:
    """The change numbered `version`: what the paper `key` is called now, None once it is gone."""

    version: int
    key: int
    title: str | None
    upvotes: int


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a build is: it has all changes up to `version`, and `percent` of the work is done."""

    version: int
    percent: int


class TitlesFault(Exception):
    """The saved index cannot be read, made or written; the text says why, for an operator."""


class TitleFinder(Protocol):
    """Finds papers by their titles. Paper ids are keys, as text."""

    @property
    def progress(self) -> int | None:
        """None once every title is indexed; before that, how many percent of the work are done."""
        ...

    @property
    def building(self) -> int | None:
        """How many percent of an index that is being brought are done; None while none is: where
        not every title is indexed then, that has failed and will be tried again.
        """
        ...

    def search(self, text: str, limit: int = 10) -> list[Match]:
        """Return the nearest titles, best first."""
        ...

    def complete(self, typed: str, limit: int = 25) -> list[Match]:
        """Return what the typed text may become, best first."""
        ...

    def resolve(self, text: str) -> Resolution:
        """Say which paper the text means."""
        ...


class TitleFollower(Protocol):
    """Keeps up with the papers."""

    async def follow(self) -> None:
        """Take in what changed of the papers; to be called after every change to them."""
        ...


class TitleShelf(Protocol):
    """An index in memory. Calls may come from several threads."""

    @property
    def stamp(self) -> str:
        """What it was saved with; empty for one that was not loaded."""
        ...

    def __len__(self) -> int:
        """Return how many titles it has."""
        ...

    def add(self, paper_id: str, title: str, popularity: float = 0.0) -> None:
        """Add or replace a title."""
        ...

    def discard(self, paper_id: str) -> None:
        """Forget a title; one that is not there is no error."""
        ...

    def search(self, text: str, limit: int = 10) -> list[Match]:
        """Return the nearest titles, best first."""
        ...

    def complete(self, typed: str, limit: int = 25) -> list[Match]:
        """Return what the typed text may become, best first."""
        ...

    def resolve(self, text: str) -> Resolution:
        """Say which paper the text means."""
        ...

    def crowded(self) -> bool:
        """Say whether enough was added for a `merge` to make searches faster."""
        ...

    def merge(self) -> None:
        """Give what was added the place that makes searches fast. It takes a while and may run in
        a thread: searches and changes go on meanwhile.
        """
        ...


class TitleHistory(Protocol):
    """What changed of the titles, numbered; the papers' *version* is the last number."""

    async def version(self) -> int:
        """Return the number of the last change; 0 before the first."""
        ...

    async def last_key(self) -> int:
        """Return the greatest key of a paper; 0 where there is none."""
        ...

    async def since(self, version: int, limit: int) -> list[TitleChange]:
        """Return what changed after `version`, each paper once, in the order of the numbers."""
        ...

    async def count_since(self, version: int, most: int) -> int:
        """Return how many papers changed after `version`; `most` where there are more."""
        ...

    async def stamped(self, stamp: str) -> int | None:
        """Return the version noted for a stamp; None where these papers do not know it."""
        ...

    async def note(self, stamp: str, version: int) -> None:
        """Note a stamp for an index that has all changes up to `version`, which are made."""
        ...


class TitleWorkshop(Protocol):
    """Makes indexes, and keeps one beside the database, which is replaced whole or not at all."""

    @property
    def keeps(self) -> bool:
        """Whether one is kept at all. If not, the other methods than `build` are not called."""
        ...

    def build(self, rows: Iterable[TitleRow]) -> TitleShelf:
        """Build an index here and now."""
        ...

    def load(self) -> TitleShelf | None:
        """Open the one that is kept; None where there is none. Takes a while: for a thread.

        Raises `TitlesFault`.
        """
        ...

    def save(self, shelf: TitleShelf, stamp: str) -> None:
        """Keep an index that `build` or `load` gave. Takes a while: for a thread.

        Raises `TitlesFault`.
        """
        ...

    def build_beside(self, stamp: str) -> AsyncGenerator[Progress]:
        """Build and keep an index of all papers without the bot's time; tell how far it is.

        It is kept when the generator ends by itself; closed earlier, it may be or not. Raises
        `TitlesFault`.
        """
        ...

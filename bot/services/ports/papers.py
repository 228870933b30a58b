"""The papers that are known, and the index of their titles."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal, Protocol

from bot.core.lookup import Match, Resolution
from bot.core.papers import Paper, PaperDraft
from bot.core.query import Query
from bot.services.ports.sources import SourceHealth


@dataclass(frozen=True, slots=True)
class Upserted:
    """What an upsert did, as keys: papers never seen before, known ones that changed, and those
    that were found to be another one (their keys lead to it from now on).
    """

    new: tuple[int, ...] = ()
    updated: tuple[int, ...] = ()
    unchanged: int = 0
    merged: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Holdings:
    """What is indexed: how many papers, from which day to which; days are None when empty."""

    papers: int
    oldest: date | None
    newest: date | None


@dataclass(frozen=True, slots=True)
class TitleRow:
    """What the title index needs of a paper."""

    key: int
    title: str
    upvotes: int


SearchSort = Literal["best", "newest"]


@dataclass(frozen=True, slots=True)
class SearchPage:
    """One page of results. `total` is exact up to 1,000; `capped` says that there are more."""

    papers: tuple[Paper, ...]
    total: int
    capped: bool = False


class PaperStore(Protocol):
    """The papers, and how the sources that bring them are doing."""

    @property
    def changes(self) -> int:
        """A number that is another one after every change to the papers."""
        ...

    async def upsert(self, drafts: Sequence[PaperDraft], now: datetime) -> Upserted:
        """Store what a source told. Votes and comments follow the newest word; a day that is
        older than the stored one never moves a paper's release back; a missing optional field
        never wipes a known one.
        """
        ...

    async def get(self, keys: Iterable[int]) -> dict[int, Paper]:
        """Return the papers by the keys asked for; unknown ones are absent."""
        ...

    async def by_external(self, external: str) -> Paper | None:
        """Return the paper with this external id."""
        ...

    async def released_since(self, day: date) -> list[Paper]:
        """Return the papers brought out on `day` or later, newest day first, then by key."""
        ...

    async def newest_day(self) -> date | None:
        """Return the newest day on which a paper was brought out."""
        ...

    async def search(self, query: Query, sort: SearchSort, offset: int, limit: int) -> SearchPage:
        """Run a query over title, abstract, authors and keywords."""
        ...

    async def authors(self, prefix: str, limit: int) -> list[str]:
        """Return author names of recent papers in which a word starts with `prefix`."""
        ...

    async def titles(self) -> list[TitleRow]:
        """Return every title, in the order of the keys."""
        ...

    async def holdings(self) -> Holdings:
        """Say what is indexed."""
        ...

    async def health(self) -> list[SourceHealth]:
        """Say how every source is doing."""
        ...

    async def note_health(
        self, source: str, now: datetime, *, error: str | None, backfilled: bool = False
    ) -> None:
        """Record a source's good answer (`error` None) or its fault."""
        ...


class TitleFinder(Protocol):
    """The fuzzy title index. Paper ids are keys, as text."""

    def add(self, paper_id: str, title: str, popularity: float = 0.0) -> None:
        """Add or replace a title."""
        ...

    def discard(self, paper_id: str) -> None:
        """Forget a title."""
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

"""The papers that are known."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal, Protocol

from bot.core.likeness import Candidate, Texts
from bot.core.papers import Paper, PaperDraft
from bot.core.query import Query
from bot.core.topics import Tagged
from bot.core.trending import Voted
from bot.services.ports.sources import SourceHealth, Trouble


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
    """What sources brought out: how many papers, from which day to which; days are None when
    empty. Papers that somebody looked up are not counted: they are of any day, and here by chance.
    """

    papers: int
    oldest: date | None
    newest: date | None


@dataclass(frozen=True, slots=True)
class PaperLabel:
    """What names a paper among others: its title, its first author (none or one), its year."""

    key: int
    title: str
    authors: tuple[str, ...]
    year: int

    @classmethod
    def of(cls, paper: Paper) -> PaperLabel:
        """Return the label of a paper that is there as a whole."""
        return cls(paper.key, paper.title, paper.authors[:1], paper.year)


@dataclass(frozen=True, slots=True)
class TitleRow:
    """What the title index needs of a paper."""

    key: int
    title: str
    upvotes: int


SearchSort = Literal["best", "newest"]


@dataclass(frozen=True, slots=True)
class SearchPage:
    """One page of results. `total` is exact up to 1,000; `capped` says that there are more.

    `ranked` is of how many matches, the newest, the best were chosen; None where of all. A search
    that would take too long is `stopped`: there may be more than was found.
    """

    papers: tuple[Paper, ...]
    total: int
    capped: bool = False
    ranked: int | None = None
    stopped: bool = False


@dataclass(frozen=True, slots=True)
class Neighbours:
    """Papers that have terms in common with one, those with most of them first, and how rare (> 0)
    the terms are that are compared.
    """

    papers: tuple[Candidate, ...]
    rarities: Mapping[str, float]


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

    async def labels(self, keys: Iterable[int]) -> dict[int, PaperLabel]:
        """Return what names the papers by the keys asked for; unknown ones are absent."""
        ...

    async def by_external(self, external: str) -> Paper | None:
        """Return the paper with this external id."""
        ...

    async def released_since(self, day: date) -> list[Paper]:
        """Return the papers brought out on `day` or later, newest day first, then by key."""
        ...

    async def voted(self, first: date, oldest: date) -> list[Voted]:
        """Return the votes of public papers that came out since `oldest`: the newest ones, and
        those of when the day `first` began. Papers without votes are absent.
        """
        ...

    async def forget_votes(self, before: date) -> int:
        """Forget the votes of days before that one; returns how many."""
        ...

    async def tagged_since(self, day: date) -> list[Tagged]:
        """Return what the public papers that came out on `day` or later are about."""
        ...

    async def newest_day(self, but: Collection[str] = ()) -> date | None:
        """Return the newest day on which a paper was brought out, `but` by these sources."""
        ...

    async def search(self, query: Query, sort: SearchSort, offset: int, limit: int) -> SearchPage:
        """Run a query over title, abstract, authors and keywords."""
        ...

    async def neighbours(self, asked: Texts, key: int, day: date) -> Neighbours:
        """Return everybody's papers that have most in common with the texts of the paper `key`,
        which came out on `day`; not that one.
        """
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
        self,
        source: str,
        now: datetime,
        *,
        error: str | None,
        trouble: Trouble = "unreachable",
        backfilled: bool = False,
    ) -> None:
        """Record a source's good answer (`error` None), or its fault and which `trouble` it is."""
        ...

    async def forget_health(self, source: str) -> None:
        """Forget how a source was doing that is not asked any more."""
        ...

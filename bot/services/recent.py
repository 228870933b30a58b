"""The papers of the last days, prepared for queries and kept until the papers change.

Folding a month of abstracts costs a hundred times what one query over them does, and panels ask at
every keystroke. So it is done once, beside the event loop; a paper that stayed as it was is not
folded again. What is handed out is not changed afterwards.
"""

from __future__ import annotations

import asyncio
from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import timedelta
from typing import TYPE_CHECKING

from bot.core.calendar import is_overdue
from bot.core.candidates import Prepared, indexed, prepare, standings
from bot.core.curation import WINDOW
from bot.core.query import FoldedPaper, fold_paper
from bot.core.topics import SPAN, moved
from bot.core.visibility import own_candidates

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date, datetime

    from bot.core.papers import Paper
    from bot.core.subscriptions import Target
    from bot.core.topics import Topics
    from bot.services.ports import AddedSourceStore, PaperStore

KEPT = timedelta(days=30)
"""How far back papers are kept prepared."""

_UNHEARD = timedelta(hours=24)  # without a good answer a source is silent


@dataclass(frozen=True, slots=True)
class Recent:
    """Papers, newest day first, and what choices among them share."""

    papers: Sequence[Paper]
    prepared: Prepared


@dataclass(frozen=True, slots=True)
class News:
    """Whether papers keep coming: the newest day that has any, and whether it should be newer."""

    newest: date | None
    silent: bool


@dataclass(frozen=True, slots=True)
class _Own:
    """What is news of added sources, by server, their names by what their papers say, and those of
    the papers, by source and key, that were folded so far.
    """

    papers: Mapping[int, Sequence[Paper]]
    names: Mapping[str, str]
    folded: dict[tuple[str, int], FoldedPaper] = field(
        default_factory=dict[tuple[str, int], FoldedPaper]
    )

    def fold(self, papers: Sequence[Paper]) -> tuple[FoldedPaper, ...]:
        """Prepare papers, each once; a query knows them by the names of their sources."""
        for one in papers:
            if (one.source, one.key) not in self.folded:
                named = replace(one, source=self.names[one.source])
                self.folded[one.source, one.key] = fold_paper(named)
        return tuple(self.folded[one.source, one.key] for one in papers)


_NOTHING = _Own({}, {})
_NONE = Recent((), Prepared((), {}))


class RecentPapers:
    """Reads recent papers for everybody who chooses among them."""

    def __init__(self, papers: PaperStore, added: AddedSourceStore | None = None) -> None:
        """Without `added` no server has sources of its own."""
        self._papers = papers
        self._added = added
        # By the first day asked for: editions look back for days, dry runs for a month.
        self._own: dict[date, tuple[tuple[int, int], _Own]] = {}
        self._loading = asyncio.Lock()
        self._known: tuple[int, date] | None = None  # of what is kept: the change, the first day
        self._kept = _NONE
        self._counting = asyncio.Lock()
        self._counted: tuple[int, date] | None = None  # of the topics: the change, the day
        self._topics: Topics | None = None
        self._ages: list[int] = []  # of the kept papers, ascending: the newer, the less
        self._indexed: tuple[tuple[int, date], Recent] | None = None

    async def since(self, day: date, now: datetime) -> Recent:
        """Return the papers brought out on `day` or later."""
        first = (now - KEPT).date()
        if day < first:
            papers = await self._papers.released_since(day)
            return Recent(papers, await asyncio.to_thread(prepare, papers))
        async with self._loading:  # whoever comes meanwhile takes what is being prepared
            known = (self._papers.changes, first)
            if self._known != known:
                await self._load(first)
                self._known = known
        end = bisect_right(self._ages, -day.toordinal())
        prepared = self._kept.prepared
        return Recent(self._kept.papers[:end], Prepared(prepared.folded[:end], prepared.standings))

    async def topics(self, now: datetime) -> Topics | None:
        """Say which topics moved in the last seven days (UTC); None where there is little to say.

        It is counted once however many ask, until the papers change or the day does.
        """
        async with self._counting:
            counted = (self._papers.changes, now.date())
            if self._counted != counted:
                tagged = await self._papers.tagged_since((now - SPAN).date())
                self._topics = await asyncio.to_thread(moved, tagged, now.date())
                self._counted = counted
        return self._topics

    async def here(self, public: Recent, target: Target, day: date) -> Recent:
        """Return the public papers, and what is news on `day` or later in the sources that the
        target's server added. A query's ``source:`` knows those by the names they were given.
        """
        own = await self._own_news(day)
        if not own_candidates(target, own.papers, ()):
            return public
        papers = own_candidates(target, own.papers, {paper.key for paper in public.papers})
        folded = await asyncio.to_thread(own.fold, papers)
        prepared = Prepared(
            public.prepared.folded + folded, {**public.prepared.standings, **standings(papers)}
        )
        return Recent((*public.papers, *papers), prepared)

    async def _own_news(self, day: date) -> _Own:
        """Read what is news of added sources, once for all that choose at one time."""
        if self._added is None:
            return _NOTHING
        state = (self._added.changes, self._papers.changes)
        known = self._own.get(day)
        if known is not None and known[0] == state:
            return known[1]
        news = await self._added.news_since(day)
        own = _Own(
            {server: [one.paper for one in told] for server, told in news.items()},
            {one.paper.source: one.name for told in news.values() for one in told},
        )
        self._own = {other: kept for other, kept in self._own.items() if kept[0] == state}
        self._own[day] = (state, own)
        return own

    async def candidates(self, now: datetime) -> Recent:
        """Return the papers of the last `WINDOW`, which editions are chosen from, with an index."""
        known = (self._papers.changes, (now - WINDOW).date())
        if self._indexed is None or self._indexed[0] != known:
            found = await self.since(known[1], now)
            prepared = await asyncio.to_thread(indexed, found.prepared, found.papers)
            self._indexed = (known, Recent(found.papers, prepared))
        return self._indexed[1]

    async def news(self, now: datetime) -> News:
        """Say whether papers keep coming.

        They do not where no source has answered well for a day, or none has brought what was
        expected. Where no source was ever asked, only what is stored counts.
        """
        newest = await self._papers.newest_day()
        asked = await self._papers.health()
        heard = [health.last_ok for health in asked if health.last_ok is not None]
        unheard = bool(asked) and all(now - instant > _UNHEARD for instant in heard)
        overdue = newest is not None and is_overdue(newest, now.date())
        return News(newest, unheard or overdue)

    async def _load(self, first: date) -> None:
        papers = await self._papers.released_since(first)
        before = self._kept
        self._kept = await asyncio.to_thread(_prepared, papers, before)
        self._ages = [-paper.released.toordinal() for paper in self._kept.papers]


def _prepared(papers: Sequence[Paper], before: Recent) -> Recent:
    """Prepare papers; a folding is taken over where the paper is the same to its last letter."""
    known: dict[int, tuple[Paper, FoldedPaper]] = {
        paper.key: (paper, folded)
        for paper, folded in zip(before.papers, before.prepared.folded, strict=True)
    }
    folded: list[FoldedPaper] = []
    for paper in papers:
        earlier = known.get(paper.key)
        same = earlier is not None and earlier[0] == paper
        folded.append(earlier[1] if earlier is not None and same else fold_paper(paper))
    return Recent(papers, Prepared(tuple(folded), standings(papers)))

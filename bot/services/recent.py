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
from bot.core.subscriptions import ChannelTarget
from bot.core.topics import SPAN, moved
from bot.core.visibility import EVERYBODY, is_public, own_candidates

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
    """Papers, newest day first, and what choices among them share. `own` are the places of those
    that a server's sources tell of: what is prepared of these is the server's alone.
    """

    papers: Sequence[Paper]
    prepared: Prepared
    own: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class News:
    """Whether papers keep coming: the newest day that has any, and whether it should be newer."""

    newest: date | None
    silent: bool


@dataclass(frozen=True, slots=True)
class _Own:
    """What is news of added sources, by server; the names of a server's sources that tell of a
    paper, by server and key; and the papers, by these two, that were folded so far.
    """

    papers: Mapping[int, Sequence[Paper]]
    names: Mapping[int, Mapping[int, Sequence[str]]]
    folded: dict[tuple[int, int], FoldedPaper] = field(
        default_factory=dict[tuple[int, int], FoldedPaper]
    )

    def fold(self, server: int, papers: Sequence[Paper]) -> list[FoldedPaper]:
        """Prepare papers, each once; a server's queries know them by the names of its sources, too,
        and nobody else's do.
        """
        names = self.names[server]
        for one in papers:
            if (server, one.key) not in self.folded:
                public = filter(is_public, (one.source, *one.also))
                source, *also = (*names[one.key], *public)
                named = replace(one, source=source, also=tuple(also))
                self.folded[server, one.key] = fold_paper(named)
        return [self.folded[server, one.key] for one in papers]


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
        self._places: tuple[Recent, Mapping[int, int]] | None = None  # of which papers, by key
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
        target's server added. A query's ``source:`` knows what these tell of, public papers among
        it, by the names they were given.
        """
        if not isinstance(target, ChannelTarget):
            return public
        own = await self._own_news(day)
        if target.guild_id not in own.names:
            return public
        at = self._places_of(public)
        papers = own_candidates(target, own.papers, at)
        places = sorted(at[key] for key in own.names[target.guild_id] if key in at)
        if not papers and not places:
            return public
        told = [public.papers[place] for place in places]
        here = await asyncio.to_thread(own.fold, target.guild_id, (*told, *papers))
        folded = list(public.prepared.folded)
        for place, one in zip(places, here, strict=False):
            folded[place] = one
        folded += here[len(places) :]
        return Recent(
            (*public.papers, *papers),
            Prepared(tuple(folded), {**public.prepared.standings, **standings(papers)}),
            (*places, *range(len(public.papers), len(folded))),
        )

    def _places_of(self, public: Recent) -> Mapping[int, int]:
        """Return at which places papers are, by key; found once for all who choose among them."""
        if self._places is None or self._places[0] is not public:
            self._places = public, {paper.key: at for at, paper in enumerate(public.papers)}
        return self._places[1]

    async def _own_news(self, day: date) -> _Own:
        """Read what is news of added sources, once for all that choose at one time."""
        if self._added is None:
            return _NOTHING
        state = (self._added.changes, self._papers.changes)
        known = self._own.get(day)
        if known is not None and known[0] == state:
            return known[1]
        news = await self._added.news_since(day)
        names = {server: dict(told) for server, told in (await self._added.told_since(day)).items()}
        for server, told in news.items():  # of what was told since the names were read
            known = names.setdefault(server, {})
            for one in told:
                known.setdefault(one.paper.key, (one.name,))
        papers = {server: [one.paper for one in told] for server, told in news.items()}
        own = _Own(papers, names)
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
        expected. Where no source was ever asked, only what is stored counts. Everybody's lists of
        publications count for neither: a file is always there, and nothing is expected of it.
        """
        lists = await self._added.of_server(EVERYBODY) if self._added is not None else ()
        names = {one.name for one in lists}
        newest = await self._papers.newest_day(names)
        asked = [one for one in await self._papers.health() if one.source not in names]
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

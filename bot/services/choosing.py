"""Choosing: what many orders for an edition get, of the papers of the last days.

    parse ─▶ what matches ─▶ what was shown of that, and the last edition: a read each ─▶ curate

The papers are read once for all orders, and an index finds the few that a query matches; the past
is asked only about those. So the work grows with what matches. It is done in small pieces.

An order that cannot be carried out costs the others nothing: its fault is its answer.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from bot.core.candidates import Hits, hits_of
from bot.core.curation import WINDOW, Task, curate
from bot.core.editions import AnyEdition, Edition, EmptyEdition
from bot.core.query import Query, matches, parse
from bot.core.subscriptions import ChannelTarget, Target, UserTarget, Wish
from bot.services.breath import Breath

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import datetime

    from bot.services.ports import Clock, DeliveryStore
    from bot.services.recent import News, Recent, RecentPapers


@dataclass(frozen=True, slots=True)
class Field:
    """What everybody chooses from at one time, and whether papers keep coming."""

    recent: Recent
    news: News
    now: datetime


@dataclass(frozen=True, slots=True)
class Order:
    """An edition to be chosen. `subscription` is None where there is none yet: what a preview shows
    has no past. `quiet` says that nothing is expected, `holiday` that little is.
    """

    wish: Wish
    target: Target
    subscription: int | None = None
    quiet: bool = False
    holiday: bool = False
    late: bool = False


@dataclass(frozen=True, slots=True)
class _Matched:
    order: Order
    query: Query
    recent: Recent
    hits: Hits


Chosen = AnyEdition | Exception
"""What became of an order."""


class Chooser:
    """Chooses editions; stores nothing."""

    def __init__(self, deliveries: DeliveryStore, recent: RecentPapers, clock: Clock) -> None:
        self._deliveries = deliveries
        self._recent = recent
        self._clock = clock

    async def field(self, now: datetime) -> Field:
        """Return what there is to choose from."""
        return Field(await self._recent.candidates(now), await self._recent.news(now), now)

    async def one(self, order: Order, field: Field) -> AnyEdition:
        """Choose one edition. Raises what stands in its way."""
        (chosen,) = await self.all([order], field)
        if isinstance(chosen, Exception):
            raise chosen
        return chosen

    async def all(self, orders: Sequence[Order], field: Field) -> list[Chosen]:
        """Choose an edition for each; of several for one target none gets what another has."""
        breath = Breath(self._clock)
        matched = await self._matched(orders, field, breath)
        there = [one for one in matched if isinstance(one, _Matched)]
        shown = iter(await self._shown(there))
        earlier = await self._earlier(there)
        taken: defaultdict[tuple[str, int], set[int]] = defaultdict(set)
        made: list[Chosen] = []
        for one in matched:
            if isinstance(one, Exception):
                made.append(one)
                continue
            mine = taken[_place(one.order.target)]
            try:
                last = earlier.get(one.order.subscription)
                chosen = await self._curated(one, field, next(shown) | mine, last)
                chosen = await self._with_topics(chosen, one.order.wish, field.now)
            except Exception as fault:  # noqa: BLE001 - told to whoever ordered
                made.append(fault)
            else:
                made.append(chosen)
                mine.update(keys_of(chosen))
            await breath.take()
        return made

    async def _matched(
        self, orders: Sequence[Order], field: Field, breath: Breath
    ) -> list[_Matched | Exception]:
        known: dict[str, tuple[Query, Hits]] = {}  # what several ask for is looked for once
        matched: list[_Matched | Exception] = []
        for order in orders:
            text = order.wish.query
            try:
                if text not in known:
                    query = parse(text)
                    known[text] = query, hits_of(query, field.recent.prepared)
                here = await self._here(order, *known[text], field)
            except Exception as fault:  # noqa: BLE001 - told to whoever ordered
                matched.append(fault)
            else:
                matched.append(here)
            await breath.take()
        return matched

    async def _here(self, order: Order, query: Query, hits: Hits, field: Field) -> _Matched:
        """Add what the order's server has of its own to what matches of everybody's papers, and
        judge anew what its sources tell of.
        """
        if isinstance(order.target, UserTarget):
            return _Matched(order, query, field.recent, hits)
        here = await self._recent.here(field.recent, order.target, (field.now - WINDOW).date())
        if not here.own:
            return _Matched(order, query, here, hits)
        folded = here.prepared.folded
        judged = {place: matches(query, folded[place]) for place in here.own}
        merged = {**hits, **judged}
        found = {place: hit for place in sorted(merged) if (hit := merged[place]) is not None}
        return _Matched(order, query, here, found)

    async def _shown(self, matched: Sequence[_Matched]) -> list[frozenset[int]]:
        return await self._deliveries.shown_each(
            [
                (one.order.target, [one.recent.papers[place].key for place in one.hits])
                for one in matched
            ]
        )

    async def _earlier(self, matched: Sequence[_Matched]) -> Mapping[int | None, AnyEdition]:
        """Read the last editions of those whose choice depends on it."""
        wanted = [
            one.order.subscription
            for one in matched
            if one.order.subscription is not None and (one.hits or not one.recent.papers)
        ]
        return {**await self._deliveries.last_editions(wanted)} if wanted else {}

    async def _curated(
        self, matched: _Matched, field: Field, shown: frozenset[int], earlier: AnyEdition | None
    ) -> AnyEdition:
        """Choose among the candidates; a first edition reaches back to the newest day."""
        order, recent, newest = matched.order, matched.recent, field.news.newest
        task = Task(
            query=matched.query,
            limit=order.wish.limit,
            candidates=recent.papers,
            now=field.now,
            shown=shown,
            votes_before=_votes_before(earlier),
            weekend=order.quiet,
            holiday=order.holiday,
            source_silent=field.news.silent,
            newest=newest,
            late=order.late,
        )
        edition = curate(task, recent.prepared, matched.hits)
        if recent.papers or order.quiet or earlier is not None or newest is None:
            return edition
        back = await self._recent.since(newest, field.now)
        back = await self._recent.here(back, order.target, newest)
        before = await self._deliveries.shown(order.target, [paper.key for paper in back.papers])
        first = curate(replace(task, candidates=back.papers, shown=before | shown), back.prepared)
        return first if isinstance(first, Edition) else edition

    async def _with_topics(self, edition: AnyEdition, wish: Wish, now: datetime) -> AnyEdition:
        """Add to an edition that comes once a week which topics moved meanwhile, but for who wants
        no machine-written text: most keywords are a machine's.
        """
        if isinstance(edition, EmptyEdition) or len(wish.schedule.days) > 1:
            return edition
        if not wish.machine_text:
            return edition
        return replace(edition, topics=await self._recent.topics(now))


def keys_of(edition: AnyEdition) -> tuple[int, ...]:
    """Return the papers that an edition shows."""
    return tuple(c.key for c in edition.chosen) if isinstance(edition, Edition) else ()


def _place(target: Target) -> tuple[str, int]:
    match target:
        case ChannelTarget(channel_id=channel):
            return "channel", channel
        case UserTarget(user_id=user):
            return "user", user


def _votes_before(edition: AnyEdition | None) -> Mapping[int, int]:
    if not isinstance(edition, Edition):
        return {}
    return {out.key: out.upvotes for out in edition.more}

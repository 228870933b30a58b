"""Publish: from the clock to what a reader sees.

    tick ─▶ due subscriptions ─▶ curate ─▶ freeze edition + plan parts + move next_due
    drain ─▶ `dispatch`

The first half decides and stores, the second acts and stores what became of it. Between the two
lies only the database, so a process that dies anywhere leaves nothing to guess.

A subscription whose edition cannot be made costs the others nothing: its fault is logged and it is
looked at again later.
"""

from __future__ import annotations

import asyncio
from collections import defaultdict
from collections.abc import Awaitable, Callable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import structlog

from bot.core.calendar import holiday_at, keeps_quiet
from bot.core.curation import WINDOW, Task, curate
from bot.core.deliveries import nonce
from bot.core.editions import AnyEdition, Edition, EmptyCause, EmptyEdition
from bot.core.query import parse
from bot.core.schedules import Late, NotYet, Now, Skipped, due
from bot.core.subscriptions import ChannelTarget, Notes, Subscription, Target, UserTarget, Wish
from bot.services.dispatch import Dispatch
from bot.services.ports import PartPlan, Plan
from bot.services.ports.observer import NOBODY, Observer

if TYPE_CHECKING:
    from bot.services.ports import Clock, Courier, DeliveryStore, SubscriptionStore
    from bot.services.recent import News, Recent, RecentPapers

log = structlog.stdlib.get_logger(__name__)

_DUE_AT_ONCE = 200  # subscriptions a transaction
_LOOK_AGAIN = timedelta(hours=1)  # at a subscription whose edition could not be made


Prepare = Callable[[Sequence[Plan]], Awaitable[None]]
"""What is done for plans before they are frozen, in a few seconds and without raising."""


async def _nothing(plans: Sequence[Plan]) -> None:
    del plans


@dataclass(frozen=True, slots=True)
class Manual:
    """What `/digest now` did: the edition, its delivery (None: this very command ran before), and
    how many papers that leaves for the next edition.
    """

    edition: AnyEdition
    delivery_id: int | None
    left: int


@dataclass(frozen=True, slots=True)
class _Field:
    """What every subscription of a tick chooses from, and whether papers keep coming."""

    recent: Recent
    keys: tuple[int, ...]
    news: News


class Publisher:
    """Makes editions and brings them out."""

    def __init__(  # noqa: PLR0913 - where everything is, who brings it, who is told
        self,
        subscriptions: SubscriptionStore,
        deliveries: DeliveryStore,
        recent: RecentPapers,
        courier: Courier,
        clock: Clock,
        *,
        observer: Observer = NOBODY,
        prepare: Prepare = _nothing,
    ) -> None:
        self._subscriptions = subscriptions
        self._deliveries = deliveries
        self._recent = recent
        self._prepare = prepare
        self._clock = clock
        self._observer = observer
        self._dispatch = Dispatch(subscriptions, deliveries, courier, clock, observer)
        # What a target was shown is read, then reserved: two choices at once would take the same.
        self._choosing = asyncio.Lock()

    async def tick(self) -> int:
        """Freeze the editions of everything that is due; returns how many were made."""
        made = 0
        while True:
            async with self._choosing:
                now = self._clock.now()
                waiting = await self._subscriptions.due(now, _DUE_AT_ONCE)
                if not waiting:
                    return made
                log.info("due", subscriptions=len(waiting))
                plans = await self._plans(waiting, now)
                await self._prepare(plans)
                delivered = await self._deliveries.freeze(plans, now)
            self._dispatch.wake()
            for plan, delivery in zip(plans, delivered, strict=True):
                if delivery is not None and not _was_skipped(plan.edition):
                    made += 1
                    self._made(plan, delivery)

    async def _plans(self, waiting: Sequence[Subscription], now: datetime) -> list[Plan]:
        field = await self._field(now)
        plans: list[Plan] = []
        taken: defaultdict[tuple[str, int], set[int]] = defaultdict(set)
        for subscription in waiting:
            place = _place(subscription.target)
            try:
                planned = await self._plan(subscription, field, now, taken[place])
            except Exception:
                log.exception(
                    "edition_failed",
                    subscription=subscription.id,
                    occurrence=_instant(subscription.next_due),
                )
                self._observer.edition_failed()
                await self._subscriptions.postpone(subscription.id, now + _LOOK_AGAIN)
                continue
            plans += planned
            taken[place].update(key for plan in planned for key in _keys(plan.edition))
        return plans

    async def _plan(
        self,
        subscription: Subscription,
        field: _Field,
        now: datetime,
        taken: AbstractSet[int],
    ) -> list[Plan]:
        """Plan what is due: an edition, and before it a record of what was slept through."""
        schedule = subscription.wish.schedule
        match due(schedule, subscription.next_due, now):
            case NotYet():
                return []
            case Skipped(skipped=skipped, next_due=next_due):
                plans = self._skipped(subscription, skipped, next_due)
                if not plans:
                    await self._subscriptions.postpone(subscription.id, next_due)
                return plans
            case Now(occurrence=occurrence, next_due=next_due, skipped=skipped):
                late = False
            case Late(occurrence=occurrence, next_due=next_due, skipped=skipped):
                late = True
        before = self._skipped(subscription, skipped, None) if skipped else []
        edition = await self._choose(
            subscription.wish,
            subscription.target,
            field,
            now,
            quiet=keeps_quiet(schedule, occurrence),
            holiday=holiday_at(schedule, occurrence) is not None,
            late=late,
            earlier=await self._deliveries.last_edition(subscription.id),
            taken=taken,
        )
        edition = await self._with_topics(edition, subscription.wish, now)
        return [*before, _plan_of(subscription, _instant(occurrence), edition, next_due)]

    def _made(self, plan: Plan, delivery: int) -> None:
        self._observer.edition(plan.edition)
        _log_edition(plan, delivery)

    def _skipped(
        self, subscription: Subscription, skipped: Sequence[datetime], next_due: datetime | None
    ) -> list[Plan]:
        """Plan the record of what was slept through: one for all that would have come, under the
        newest one's name.
        """
        self._observer.skipped(len(skipped))
        _log_skipped(subscription, skipped)
        missed = [one for one in skipped if not keeps_quiet(subscription.wish.schedule, one)]
        if not missed:
            return []
        edition = EmptyEdition(missed[-1], EmptyCause.SKIPPED, len(missed))
        return [Plan(subscription, _instant(missed[-1]), edition, (), next_due)]

    async def now(
        self, subscription: Subscription, interaction_id: int, *, again: bool = False
    ) -> Manual:
        """Make an edition at once, because somebody asked; the schedule does not move.

        `again` shows the last edition once more instead of choosing a new one. Two people who ask
        at once get two editions, not the same one twice.
        """
        async with self._choosing:
            return await self._now(subscription, interaction_id, again=again)

    async def _now(self, subscription: Subscription, interaction_id: int, *, again: bool) -> Manual:
        now = self._clock.now()
        earlier = await self._deliveries.last_edition(subscription.id)
        if again and isinstance(earlier, Edition):
            edition: AnyEdition = earlier
        else:
            edition = await self._choose(
                subscription.wish,
                subscription.target,
                await self._field(now),
                now,
                earlier=earlier,
            )
            edition = await self._with_topics(edition, subscription.wish, now)
        left = len(edition.more) if isinstance(edition, Edition) else 0
        if isinstance(edition, EmptyEdition):  # whoever asked is told there and then
            return Manual(edition, None, left)
        plan = _plan_of(subscription, f"manual:{interaction_id}", edition, None)
        await self._prepare([plan])
        delivery = (await self._deliveries.freeze([plan], now))[0]
        if delivery is not None:
            self._made(plan, delivery)
        return Manual(edition, delivery, left)

    async def preview(self, wish: Wish, target: Target) -> AnyEdition:
        """Return what would come now; nothing is stored."""
        now = self._clock.now()
        edition = await self._choose(wish, target, await self._field(now), now)
        return await self._with_topics(edition, wish, now)

    async def recover(self) -> int:
        """After a start: take up what the last process left unfinished."""
        return await self._dispatch.recover()

    async def drain(self) -> int:
        """Bring out everything that is ready now; returns how many parts were sent."""
        return await self._dispatch.drain()

    async def resend(self, part_id: int) -> bool:
        """Let an unsure part be sent once more; False where it is not unsure (any more)."""
        return await self._dispatch.resend(part_id)

    async def bring(self, delivery_id: int) -> int:
        """Bring out one delivery at once; returns how many parts were sent."""
        return await self._dispatch.bring(delivery_id)

    async def work(self, every: float) -> None:
        """Bring out what gets ready, until `stop`; see `Dispatch.work`."""
        await self._dispatch.work(every)

    async def queue(self) -> tuple[int, int]:
        """Return what waits: how many subscriptions are due, how many parts are on their way."""
        due = await self._subscriptions.count_due(self._clock.now())
        return due, await self._deliveries.open_parts()

    def stop(self) -> None:
        """Bring out nothing more; what is in flight ends and is recorded."""
        self._dispatch.stop()

    async def _field(self, now: datetime) -> _Field:
        recent = await self._recent.since((now - WINDOW).date(), now)
        keys = tuple(paper.key for paper in recent.papers)
        return _Field(recent, keys, await self._recent.news(now))

    async def _with_topics(self, edition: AnyEdition, wish: Wish, now: datetime) -> AnyEdition:
        """Add to an edition that comes once a week which topics moved meanwhile."""
        if isinstance(edition, EmptyEdition) or len(wish.schedule.days) > 1:
            return edition
        return replace(edition, topics=await self._recent.topics(now))

    async def _choose(  # noqa: PLR0913 - what one choice depends on
        self,
        wish: Wish,
        target: Target,
        field: _Field,
        now: datetime,
        *,
        quiet: bool = False,
        holiday: bool = False,
        late: bool = False,
        earlier: AnyEdition | None = None,
        taken: AbstractSet[int] = frozenset(),
    ) -> AnyEdition:
        """Choose among the recent papers; a first edition reaches back to the newest day."""
        here = await self._recent.here(field.recent, target, (now - WINDOW).date())
        own = [paper.key for paper in here.papers[len(field.keys) :]]
        task = Task(
            query=parse(wish.query),
            limit=wish.limit,
            candidates=here.papers,
            now=now,
            shown=await self._deliveries.shown(target, [*field.keys, *own]) | taken,
            votes_before=_votes_before(earlier),
            weekend=quiet,
            holiday=holiday,
            source_silent=field.news.silent,
            newest=field.news.newest,
            late=late,
        )
        edition = curate(task, here.prepared)
        newest = field.news.newest
        if here.papers or quiet or earlier is not None or newest is None:
            return edition
        back = await self._recent.since(newest, now)
        keys = [paper.key for paper in back.papers]
        shown = await self._deliveries.shown(target, keys) | taken
        first = curate(replace(task, candidates=back.papers, shown=shown), back.prepared)
        return first if isinstance(first, Edition) else edition


def _place(target: Target) -> tuple[str, int]:
    match target:
        case ChannelTarget(channel_id=channel):
            return "channel", channel
        case UserTarget(user_id=user):
            return "user", user


def _was_skipped(edition: AnyEdition) -> bool:
    return isinstance(edition, EmptyEdition) and edition.cause is EmptyCause.SKIPPED


def _keys(edition: AnyEdition) -> tuple[int, ...]:
    return tuple(c.key for c in edition.chosen) if isinstance(edition, Edition) else ()


def _plan_of(
    subscription: Subscription, occurrence: str, edition: AnyEdition, next_due: datetime | None
) -> Plan:
    parts: tuple[PartPlan, ...] = ()
    if _is_posted(subscription, edition):
        parts = (PartPlan(1, nonce(subscription.id, occurrence, 1), _keys(edition)),)
    return Plan(subscription, occurrence, edition, parts, next_due)


def _is_posted(subscription: Subscription, edition: AnyEdition) -> bool:
    if isinstance(edition, Edition):
        return True
    notes = subscription.wish.notes
    if isinstance(subscription.target, ChannelTarget):
        return notes is Notes.ALL or (notes is Notes.PROBLEMS and not edition.expected)
    return notes is Notes.ALL  # a reader gets no empty editions unless they want them


def _votes_before(edition: AnyEdition | None) -> Mapping[int, int]:
    if not isinstance(edition, Edition):
        return {}
    return {out.key: out.upvotes for out in edition.more}


def _log_edition(plan: Plan, delivery: int) -> None:
    edition = plan.edition
    log.info(
        "edition_made",
        subscription=plan.subscription.id,
        occurrence=plan.occurrence,
        delivery=delivery,
        papers=len(edition.chosen) if isinstance(edition, Edition) else 0,
        empty=edition.cause.value if isinstance(edition, EmptyEdition) else None,
        late=edition.late,
    )


def _log_skipped(subscription: Subscription, skipped: Sequence[datetime]) -> None:
    log.warning(
        "occurrences_skipped",
        subscription=subscription.id,
        skipped=len(skipped),
        occurrence=_instant(skipped[0]),
        last=_instant(skipped[-1]),
    )


def _instant(occurrence: datetime) -> str:
    """Return the name of an occurrence."""
    return occurrence.astimezone(UTC).isoformat().replace("+00:00", "Z")

"""Publish: from the clock to what a reader sees.

    tick ─▶ due subscriptions ─▶ `planning` ─▶ freeze edition + plan parts + move next_due
    drain ─▶ `dispatch`

The first half decides and stores, the second acts and stores what became of it. Between the two
lies only the database, so a process that dies anywhere leaves nothing to guess.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import structlog

from bot.core.editions import AnyEdition, Edition, EmptyEdition
from bot.services.breath import Breath
from bot.services.choosing import Chooser, Order
from bot.services.dispatch import Dispatch
from bot.services.planning import Planner, plan_of, was_skipped
from bot.services.ports import Plan
from bot.services.ports.observer import NOBODY, Observer

if TYPE_CHECKING:
    from bot.core.subscriptions import Subscription, Target, Wish
    from bot.services.ports import (
        Clock,
        Courier,
        DeliveryReport,
        DeliveryStore,
        SubscriptionStore,
    )
    from bot.services.recent import RecentPapers

log = structlog.stdlib.get_logger(__name__)

_DUE_AT_ONCE = 100  # subscriptions a transaction: some milliseconds of it

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
        self._prepare = prepare
        self._clock = clock
        self._observer = observer
        self._chooser = Chooser(deliveries, recent, clock)
        self._planner = Planner(subscriptions, self._chooser, observer)
        self._dispatch = Dispatch(subscriptions, deliveries, courier, clock, observer)
        # What a target was shown is read, then reserved: two choices at once would take the same.
        self._choosing = asyncio.Lock()

    async def tick(self) -> int:
        """Freeze the editions of everything that is due; returns how many were made.

        All of a tick choose from the same papers, as they were when it began.
        """
        made, now, field = 0, self._clock.now(), None
        while True:
            async with self._choosing:
                waiting = await self._subscriptions.due(now, _DUE_AT_ONCE)
                if not waiting:
                    return made
                log.info("due", subscriptions=len(waiting))
                field = field or await self._chooser.field(now)
                plans = await self._planner.plans(waiting, field)
                await self._prepare(plans)
                delivered = await self._deliveries.freeze(plans, now)
            self._dispatch.wake()
            breath = Breath(self._clock)
            for plan, delivery in zip(plans, delivered, strict=True):
                if delivery is not None and not was_skipped(plan):
                    made += 1
                    self._made(plan, delivery)
                    await breath.take()

    def _made(self, plan: Plan, delivery: int) -> None:
        self._observer.edition(plan.edition)
        _log_edition(plan, delivery)

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
        edition = await self._deliveries.last_edition(subscription.id) if again else None
        if not isinstance(edition, Edition):
            order = Order(subscription.wish, subscription.target, subscription.id)
            edition = await self._chooser.one(order, await self._chooser.field(now))
        left = len(edition.more) if isinstance(edition, Edition) else 0
        if isinstance(edition, EmptyEdition):  # whoever asked is told there and then
            return Manual(edition, None, left)
        plan = plan_of(subscription, _by_hand(interaction_id), edition, None)
        await self._prepare([plan])
        delivery = (await self._deliveries.freeze([plan], now))[0]
        if delivery is not None:
            self._made(plan, delivery)
        return Manual(edition, delivery, left)

    async def preview(self, wish: Wish, target: Target) -> AnyEdition:
        """Return what would come now; nothing is stored."""
        field = await self._chooser.field(self._clock.now())
        return await self._chooser.one(Order(wish, target), field)

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

    def quiet(self) -> float:
        """Return the seconds since it was last asked what is ready to be brought out."""
        return self._dispatch.quiet()

    async def report(
        self, subscription: Subscription, interaction_id: int
    ) -> DeliveryReport | None:
        """Return what became of what `now` made for this very command; None where it is gone."""
        return await self._deliveries.report(subscription.id, _by_hand(interaction_id))

    def stop(self) -> None:
        """Bring out nothing more; what is in flight ends and is recorded."""
        self._dispatch.stop()


def _by_hand(interaction_id: int) -> str:
    """Return the name of what somebody asked for."""
    return f"manual:{interaction_id}"


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

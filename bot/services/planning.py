"""Planning: what is due becomes plans to be frozen, for many subscriptions at a time.

    subscription ─▶ what its schedule says ─▶ order ─▶ `choosing` ─▶ plan
                                          └─▶ a record of what was slept through

Plans are values; freezing them, all of a batch in one transaction, is up to who asked for them. A
subscription that cannot be planned costs the others nothing: its fault is logged, and it is looked
at again later.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING

import structlog

from bot.core.calendar import holiday_at, keeps_quiet
from bot.core.deliveries import nonce
from bot.core.editions import AnyEdition, Edition, EmptyCause, EmptyEdition
from bot.core.schedules import Due, Late, NotYet, Now, Schedule, Skipped, due
from bot.core.subscriptions import ChannelTarget, Notes, Subscription
from bot.services.choosing import Chooser, Order, keys_of
from bot.services.ports import PartPlan, Plan

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.services.choosing import Field
    from bot.services.ports import SubscriptionStore
    from bot.services.ports.observer import Observer

log = structlog.stdlib.get_logger(__name__)

_LOOK_AGAIN = timedelta(hours=1)  # at a subscription that could not be planned


@dataclass(frozen=True, slots=True)
class _Coming:
    """A subscription whose occurrence has come: what it orders, and what goes before it."""

    subscription: Subscription
    order: Order
    occurrence: datetime
    next_due: datetime
    before: tuple[Plan, ...]


class Planner:
    """Makes plans of what is due."""

    def __init__(
        self, subscriptions: SubscriptionStore, chooser: Chooser, observer: Observer
    ) -> None:
        self._subscriptions = subscriptions
        self._chooser = chooser
        self._observer = observer

    async def plans(self, waiting: Sequence[Subscription], field: Field) -> list[Plan]:
        """Plan what is due: editions, and before them records of what was slept through."""
        plans: list[Plan] = []
        coming: list[_Coming] = []
        for subscription in waiting:
            try:
                step = self._step(subscription, field.now)
            except Exception as fault:  # noqa: BLE001 - logged there
                await self._failed(subscription, fault, field.now)
                continue
            match step:
                case _Coming():
                    coming.append(step)
                case Plan():
                    plans.append(step)
                case datetime():
                    await self._subscriptions.postpone(subscription.id, step)
                case None:
                    pass
        chosen = await self._chooser.all([one.order for one in coming], field)
        for one, edition in zip(coming, chosen, strict=True):
            if isinstance(edition, Exception):
                await self._failed(one.subscription, edition, field.now)
                continue
            name = instant(one.occurrence)
            plans += [*one.before, plan_of(one.subscription, name, edition, one.next_due)]
        return plans

    def _step(self, subscription: Subscription, now: datetime) -> _Coming | Plan | datetime | None:
        """Say what its schedule asks for: an edition, a record of what was slept through, nothing
        until an instant, or nothing at all.
        """
        match _due(subscription.wish.schedule, subscription.next_due, now):
            case NotYet():
                return None
            case Skipped(skipped=skipped, next_due=next_due):
                return self._skipped(subscription, skipped, next_due) or next_due
            case Now(occurrence=occurrence, next_due=next_due, skipped=skipped):
                late = False
            case Late(occurrence=occurrence, next_due=next_due, skipped=skipped):
                late = True
        record = self._skipped(subscription, skipped, None) if skipped else None
        order = Order(
            subscription.wish,
            subscription.target,
            subscription.id,
            quiet=keeps_quiet(subscription.wish.schedule, occurrence),
            holiday=holiday_at(subscription.wish.schedule, occurrence) is not None,
            late=late,
        )
        before = () if record is None else (record,)
        return _Coming(subscription, order, occurrence, next_due, before)

    def _skipped(
        self, subscription: Subscription, skipped: Sequence[datetime], next_due: datetime | None
    ) -> Plan | None:
        """Plan the record of what was slept through: one for all that would have come, under the
        newest one's name; None where nothing would have.
        """
        self._observer.skipped(len(skipped))
        _log_skipped(subscription, skipped)
        missed = [one for one in skipped if not keeps_quiet(subscription.wish.schedule, one)]
        if not missed:
            return None
        edition = EmptyEdition(missed[-1], EmptyCause.SKIPPED, len(missed))
        return Plan(subscription, instant(missed[-1]), edition, (), next_due)

    async def _failed(self, subscription: Subscription, fault: Exception, now: datetime) -> None:
        log.error(
            "edition_failed",
            subscription=subscription.id,
            occurrence=instant(subscription.next_due),
            exc_info=fault,
        )
        self._observer.edition_failed()
        await self._subscriptions.postpone(subscription.id, now + _LOOK_AGAIN)


@lru_cache(maxsize=64)
def _due(schedule: Schedule, next_due: datetime, now: datetime) -> Due:
    """As `due`: many share a schedule, and what is due at one time was planned for a few."""
    return due(schedule, next_due, now)


def plan_of(
    subscription: Subscription, occurrence: str, edition: AnyEdition, next_due: datetime | None
) -> Plan:
    """Plan an edition: in one part, or in none where nobody wants to see it."""
    parts: tuple[PartPlan, ...] = ()
    if _is_posted(subscription, edition):
        parts = (PartPlan(1, nonce(subscription.id, occurrence, 1), keys_of(edition)),)
    return Plan(subscription, occurrence, edition, parts, next_due)


def was_skipped(plan: Plan) -> bool:
    """Say whether a plan is no edition but the record of what was slept through."""
    edition = plan.edition
    return isinstance(edition, EmptyEdition) and edition.cause is EmptyCause.SKIPPED


def _is_posted(subscription: Subscription, edition: AnyEdition) -> bool:
    if isinstance(edition, Edition):
        return True
    notes = subscription.wish.notes
    if isinstance(subscription.target, ChannelTarget):
        return notes is Notes.ALL or (notes is Notes.PROBLEMS and not edition.expected)
    return notes is Notes.ALL  # a reader gets no empty editions unless they want them


def _log_skipped(subscription: Subscription, skipped: Sequence[datetime]) -> None:
    log.warning(
        "occurrences_skipped",
        subscription=subscription.id,
        skipped=len(skipped),
        occurrence=instant(skipped[0]),
        last=instant(skipped[-1]),
    )


def instant(occurrence: datetime) -> str:
    """Return the name of an occurrence."""
    return occurrence.astimezone(UTC).isoformat().replace("+00:00", "Z")

"""After a restore: an older copy of the database must not send again what was sent since.

What the copy says is due may have come after it was made; nobody knows. So before anything is sent,
all of it is skipped and recorded, and every schedule goes on with its next occurrence after now.
Parts that were planned are sent only where somebody who saw that they are not there asks for it;
parts that were on their way are looked for, as after every start.

A copy is one until its ledger went on, which is the last step: whoever dies on the way skips the
rest at the next start. A subscription of which nothing can be said costs the others nothing: it is
logged, and looked at again later.
"""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import structlog

from bot.core.calendar import keeps_quiet
from bot.core.deliveries import occurrence_name
from bot.core.editions import EmptyCause, EmptyEdition
from bot.core.schedules import Late, NotYet, Now, Skipped, due
from bot.services.ports import Plan
from bot.services.ports.observer import NOBODY, Observer

if TYPE_CHECKING:
    from datetime import datetime

    from bot.core.subscriptions import Subscription
    from bot.services.ports import DeliveryStore, SubscriptionStore
    from bot.services.ports.ledger import Ledger

log = structlog.stdlib.get_logger(__name__)

_AT_ONCE = 200  # subscriptions a transaction
_LOOK_AGAIN = timedelta(hours=1)  # at a subscription that could not be passed over


async def take_up(
    ledger: Ledger,
    subscriptions: SubscriptionStore,
    deliveries: DeliveryStore,
    now: datetime,
    observer: Observer = NOBODY,
) -> bool:
    """Begin a start at `now`; returns whether the database is an older copy that was put back, of
    which then nothing is due any more.
    """
    back = await ledger.put_back()
    if back is None:
        await ledger.go_on(now, put_back=False)
        return False
    skipped = concerned = 0
    while waiting := await subscriptions.due(now, _AT_ONCE):
        plans: list[Plan] = []
        for subscription in waiting:
            try:
                passed, next_due = passed_over(subscription, now)
                plan = _record(subscription, passed, next_due)
            except Exception:
                log.exception("not_passed_over", subscription=subscription.id)
                await subscriptions.postpone(subscription.id, now + _LOOK_AGAIN)
                continue
            skipped += len(passed)
            if plan is not None:
                plans.append(plan)
            else:
                await subscriptions.postpone(subscription.id, next_due)
        concerned += len(waiting)
        await deliveries.freeze(plans, now)
    observer.skipped(skipped)
    parts = await ledger.go_on(now, put_back=True)
    log.warning(
        "database_put_back",
        copied=None if back.made is None else back.made.isoformat(),
        subscriptions=concerned,
        occurrences=skipped,
        parts=parts,
    )
    return True


def passed_over(subscription: Subscription, now: datetime) -> tuple[tuple[datetime, ...], datetime]:
    """Return the occurrences up to `now`, oldest first (of many the newest), and the next one."""
    match due(subscription.wish.schedule, subscription.next_due, now):
        case NotYet(next_due=next_due):
            return (), next_due
        case Skipped(skipped=skipped, next_due=next_due):
            return skipped, next_due
        case Now(occurrence=last, next_due=next_due, skipped=before):
            return (*before, last), next_due
        case Late(occurrence=last, next_due=next_due, skipped=before):
            return (*before, last), next_due


def _record(
    subscription: Subscription, passed: tuple[datetime, ...], next_due: datetime
) -> Plan | None:
    """Plan one record of all that would have come, under the newest one's name."""
    loud = [one for one in passed if not keeps_quiet(subscription.wish.schedule, one)]
    if not loud:
        return None
    edition = EmptyEdition(loud[-1], EmptyCause.PUT_BACK, len(loud))
    return Plan(subscription, occurrence_name(loud[-1]), edition, (), next_due)

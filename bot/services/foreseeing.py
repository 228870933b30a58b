"""Foreseeing: what editions that are not due yet will probably show, so that it can be prepared.

    due within ten minutes ─▶ `choosing` ─▶ plans that nobody freezes

Rules:

- Nothing is stored, and nothing is promised: papers and votes may come until it is time.
- Each occurrence is foreseen once. Of a thousand that are due at nine a hundred are: what many
  share is seen in a few, and what is not is prepared when it is due.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Final

from bot.services.choosing import Chooser, Order
from bot.services.planning import instant, plan_of

if TYPE_CHECKING:
    from bot.services.ports import Clock, DeliveryStore, Plan, SubscriptionStore
    from bot.services.recent import RecentPapers

AHEAD: Final = timedelta(minutes=10)
"""How long before they are due editions are foreseen."""

MOST: Final = 100
"""Subscriptions that are looked at, those that are due first."""


class Foreseeing:
    """Foresees editions."""

    def __init__(
        self,
        subscriptions: SubscriptionStore,
        deliveries: DeliveryStore,
        recent: RecentPapers,
        clock: Clock,
    ) -> None:
        self._subscriptions = subscriptions
        self._chooser = Chooser(deliveries, recent, clock)
        self._clock = clock
        self._foreseen: set[tuple[int, datetime]] = set()

    async def plans(self) -> list[Plan]:
        """Return plans of what is due soon and was not foreseen yet; what cannot be planned is left
        to when it is due.
        """
        now = self._clock.now()
        coming = await self._subscriptions.due(now + AHEAD, MOST)
        known = self._foreseen
        self._foreseen = {(one.id, one.next_due) for one in coming}
        fresh = [
            one for one in coming if one.next_due > now and (one.id, one.next_due) not in known
        ]
        if not fresh:
            return []
        orders = [Order(one.wish, one.target, one.id) for one in fresh]
        chosen = await self._chooser.all(orders, await self._chooser.field(now))
        return [
            plan_of(one, instant(one.next_due), edition, None)
            for one, edition in zip(fresh, chosen, strict=True)
            if not isinstance(edition, Exception)
        ]

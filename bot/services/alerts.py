"""Alerts: whoever can mend a digest is told what its trouble is, at least once.

- That it was told is noted afterwards. A process that dies between the two leaves it untold, and so
  does a Discord that cannot take it just now; the next look tells why a digest stopped again. The
  repeat has the same nonce, so Discord drops it within minutes.
- So an alert comes twice only where the process dies within that second and stays away for longer.
  Editions are looked for in their channel then, by the buttons that all of them have. Alerts have
  none, go to channels whose history the bot need not read, and to people: most of the time nobody
  could say whether one is there, and twice is better than never.
- An edition that did not arrive and was not told is told with the next that does not.
"""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import structlog

if TYPE_CHECKING:
    from bot.core.subscriptions import Subscription, Trouble
    from bot.services.ports import Courier, SubscriptionStore

log = structlog.stdlib.get_logger(__name__)

_AT_ONCE = 4
_PATIENCE = 300.0  # seconds for one


async def tell(
    digest: Subscription, trouble: Trouble, courier: Courier, subscriptions: SubscriptionStore
) -> None:
    """Tell what a digest's trouble is, and note it once that is settled. Whatever goes wrong is
    logged.
    """
    try:
        async with asyncio.timeout(_PATIENCE):
            settled = await courier.alert(digest, trouble)
        if settled:
            await subscriptions.told(digest.id, trouble)
    except Exception:
        log.exception("alert_broke", subscription=digest.id)


async def tell_the_rest(courier: Courier, subscriptions: SubscriptionStore) -> None:
    """Tell what was left untold."""
    for digest in await subscriptions.untold():
        if digest.paused is not None:
            await tell(digest, digest.paused, courier, subscriptions)


class Teller:
    """Tells beside whatever else goes on: a slow alert holds nobody up."""

    def __init__(self, courier: Courier, subscriptions: SubscriptionStore) -> None:
        self._courier = courier
        self._subscriptions = subscriptions
        self._turn = asyncio.Semaphore(_AT_ONCE)
        self._telling: dict[int, asyncio.Task[None]] = {}  # by subscription

    def tell(self, digest: Subscription, trouble: Trouble) -> None:
        """Begin to tell. What a digest has more while it is being told is left to the next look."""
        if digest.id not in self._telling:
            task = asyncio.create_task(self._tell(digest, trouble))
            self._telling[digest.id] = task
            task.add_done_callback(lambda _done: self._telling.pop(digest.id))

    async def settle(self) -> bool:
        """Wait until everything is told; returns whether there was anything to wait for."""
        telling = tuple(self._telling.values())
        if telling:
            await asyncio.wait(telling)
        return bool(telling)

    def give_up(self) -> None:
        """Tell nothing more."""
        for task in self._telling.values():
            task.cancel()

    async def _tell(self, digest: Subscription, trouble: Trouble) -> None:
        async with self._turn:
            await tell(digest, trouble, self._courier, self._subscriptions)

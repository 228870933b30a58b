"""Alerts: whoever can mend a digest is told why it stopped, once.

That it was told is noted afterwards. A process that dies between the two leaves it untold, and the
next one tells it again: Discord drops the repeat within minutes, and twice is better than never.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bot.core.subscriptions import Paused, Subscription
    from bot.services.ports import Courier, SubscriptionStore


async def tell(
    digest: Subscription, paused: Paused, courier: Courier, subscriptions: SubscriptionStore
) -> None:
    """Tell why a digest stopped; whoever cannot be reached now is not told later."""
    await courier.alert(digest, paused)
    await subscriptions.told(digest.id, paused)


async def tell_the_rest(courier: Courier, subscriptions: SubscriptionStore) -> None:
    """Tell what a process that died left untold."""
    for digest in await subscriptions.untold():
        if digest.paused is not None:
            await tell(digest, digest.paused, courier, subscriptions)

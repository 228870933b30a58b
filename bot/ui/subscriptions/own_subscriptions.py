"""A reader's own subscriptions: found by their owner only, shown as they stand now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.core.subscriptions import Subscription, UserTarget
from bot.ui.failures import ToldError
from bot.ui.papers.missed import my_missed
from bot.ui.subscriptions.panel_subscription import Known, subscription_panel

if TYPE_CHECKING:
    from bot.ui.controls import Press
    from bot.ui.messages import Layout


async def own(press: Press, number: int) -> Subscription:
    """Return the person's subscription. Raises `ToldError` where it is gone, or another's."""
    subscription = await press.desk.subscriptions.get(number)
    target = subscription.target if subscription is not None else None
    if (
        subscription is None
        or not isinstance(target, UserTarget)
        or target.user_id != press.reader.user_id
    ):
        raise ToldError("subscription-gone")
    return subscription


async def known(press: Press, subscription: Subscription) -> Known:
    """Return a subscription with its last delivery."""
    reports = await press.desk.subscriptions.reports(subscription, 1)
    return Known(subscription, reports[0] if reports else None)


async def panel_of(press: Press, subscription: Subscription, news: str = "") -> Layout:
    """Return a subscription's panel as things stand now, below a first line of `news`."""
    run = await press.desk.subscriptions.dry_run(subscription.wish.query, subscription.target)
    shown = await known(press, subscription)
    panel = subscription_panel(shown, run, press.desk.clock.now(), press.reader.words, news)
    panel.row(*await my_missed(press))
    return panel

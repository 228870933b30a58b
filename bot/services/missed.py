"""What a pause missed: the papers that came out while nothing was delivered, for whoever asks.

After a pause the next edition chooses among the last seven days, as always; whatever was crowded
out or is older can be had here. Papers that the target was shown, before or after, are left out.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.core.query import QuerySyntaxError, matches, parse
from bot.services.recent import KEPT

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from bot.core.papers import Paper
    from bot.core.subscriptions import Subscription
    from bot.services.ports import DeliveryStore
    from bot.services.recent import RecentPapers


async def missed_papers(
    subscriptions: Sequence[Subscription],
    recent: RecentPapers,
    deliveries: DeliveryStore,
    now: datetime,
) -> list[Paper]:
    """Return what these subscriptions of one target missed during their last pauses, newest day
    first, each paper once; no further back than papers are kept prepared.
    """
    found: dict[int, Paper] = {}
    for subscription in subscriptions:
        pause = subscription.missed
        if pause is None or pause.until < now - KEPT:
            continue
        try:
            query = parse(subscription.wish.query)
        except QuerySyntaxError:  # from another version of the language; its editions fail, too
            continue
        first = max(pause.since, now - KEPT).date()
        here = await recent.here(await recent.since(first, now), subscription.target, first)
        for paper, folded in zip(here.papers, here.prepared.folded, strict=True):
            during = first <= paper.released <= pause.until.date()
            if during and not paper.withdrawn and matches(query, folded) is not None:
                found[paper.key] = paper
    if not found:
        return []
    shown = await deliveries.shown(subscriptions[0].target, found.keys())
    papers = [paper for key, paper in found.items() if key not in shown]
    return sorted(papers, key=lambda paper: paper.released, reverse=True)

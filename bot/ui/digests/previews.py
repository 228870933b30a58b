"""A preview: the very message that would come now, shown privately; nothing is stored by it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.ui.digests.digest import Issue, digest
from bot.ui.link.courier import papers_of
from bot.ui.messages import answer

if TYPE_CHECKING:
    from bot.core.subscriptions import Subscription
    from bot.ui.controls import Press


async def preview(press: Press, subscription: Subscription) -> None:
    """Answer with what a subscription, or one that is only wished for, would bring."""
    edition = await press.desk.publisher.preview(subscription.wish, subscription.target)
    papers = await papers_of(edition, press.desk.papers)
    issue = Issue(edition, subscription, papers, 0, press.desk.clock.now())
    await answer(press.interaction, digest(issue))

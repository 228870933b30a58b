"""A preview: the very message that would come now, shown privately; nothing is stored by it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.core.passages import texts_in_edition
from bot.ui.digests.digest import Issue, digest
from bot.ui.digests.topics_chart import chart_of
from bot.ui.link.courier import papers_of
from bot.ui.messages import answer

if TYPE_CHECKING:
    from bot.core.subscriptions import Subscription
    from bot.ui.controls import Press


async def preview(press: Press, subscription: Subscription) -> None:
    """Answer with what a subscription, or one that is only wished for, would bring."""
    edition = await press.desk.publisher.preview(subscription.wish, subscription.target)
    papers = await papers_of(edition, press.desk.papers)
    translated = None
    if subscription.wish.machine_text:
        texts, language = texts_in_edition(edition, papers), subscription.wish.language
        translated = await press.desk.translations.at_once(texts, papers.values(), language)
    issue = Issue(edition, subscription, papers, 0, press.desk.clock.now(), translated)
    chart = await chart_of(edition)
    message = digest(issue, charted=chart is not None)
    await answer(press.interaction, message, files=[] if chart is None else [chart])

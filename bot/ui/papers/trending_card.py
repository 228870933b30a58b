"""What is trending, as a list with a button for each period."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.core.pages import Cost
from bot.services.trending import DAYS
from bot.ui.controls import button
from bot.ui.messages import NOTICE_COLOUR, Layout, Notice
from bot.ui.papers.results import add_papers

if TYPE_CHECKING:
    from bot.services.trending import Trending
    from bot.ui.i18n import Words

_BELOW = Cost(4, 0)  # a row with a button for each period


def trending_card(found: Trending, words: Words) -> Layout:
    """Return the list, which says what period it is of."""
    if found.first is None or found.last is None:
        return Notice(words("indexed-nothing"))
    message = Layout() if found.papers else Layout(colour=NOTICE_COLOUR)
    days = words("trending-day", day=words.day(found.last))
    if found.first != found.last:
        days = words("trending-days", first=words.day(found.first), last=words.day(found.last))
    message.text(f"### {words('trending-title', days=days)}")
    if not found.papers:
        message.text(words("trending-nothing"))
    add_papers(message, found.papers, words, below=_BELOW)
    message.row(
        *(
            button(
                "trending", period, label=words(f"period-{period}"), disabled=period == found.period
            )
            for period in DAYS
        )
    )
    return message

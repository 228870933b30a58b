"""What is trending, as a list that shows why, with a button for each period."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.core.pages import Cost
from bot.services.trending import DAYS
from bot.ui.controls import button
from bot.ui.messages import NOTICE_COLOUR, Layout, Notice
from bot.ui.papers.results import add_papers

if TYPE_CHECKING:
    from bot.core.trending import Rise
    from bot.services.trending import Trending
    from bot.ui.i18n import Words

_BELOW = Cost(5, 200)  # a row with a button for each period, and what is not known


def trending_card(found: Trending, words: Words) -> Layout:
    """Return the list, which says what period it is of and how each paper rose in it."""
    if found.first is None or found.last is None:
        return Notice(words("indexed-nothing"))
    message = Layout() if found.papers else Layout(colour=NOTICE_COLOUR)
    message.text(f"### {_title(found, words)}")
    why = {rise.key: _why(rise, words) for rise in found.rises.values()}
    add_papers(message, found.papers, words, below=_BELOW, notes=why)
    if not found.papers:
        message.text(words("trending-nothing"))
    elif not found.rises:
        message.text("-# " + words("trending-by-votes"))
    elif found.counted is not None:
        message.text("-# " + words("trending-counted", day=words.day(found.counted)))
    message.row(
        *(
            button(
                "trending", period, label=words(f"period-{period}"), disabled=period == found.period
            )
            for period in DAYS
        )
    )
    return message


def _title(found: Trending, words: Words) -> str:
    assert found.first is not None  # noqa: S101 - its caller looked
    assert found.last is not None  # noqa: S101 - likewise
    first, last = words.day(found.first), words.day(found.last)
    if found.rises:
        return words("trending-title", day=first)
    return words("trending-title-by-votes", first=first, last=last, days=int(first != last))


def _why(rise: Rise, words: Words) -> str:
    if rise.since is None:
        return words("trending-new", votes=rise.votes, days=rise.days)
    return words("trending-rose", votes=rise.votes, by=rise.by, day=words.day(rise.since))

"""**Similar**, on a card: papers like it, for who presses alone, and why each is there.

The card may be one that all see, and stays as it is; so does the list when a paper is opened by its
number, as from every list.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.core.pages import Cost
from bot.services.similar import similar
from bot.ui.escape import plain
from bot.ui.failures import ToldError
from bot.ui.messages import NOTICE_COLOUR, Layout, answer
from bot.ui.papers.holdings import holdings_words
from bot.ui.papers.results import add_papers

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.core.papers import Paper
    from bot.services.similar import Similar
    from bot.ui.controls import Handler, Press
    from bot.ui.i18n import Words

_ASKED = 160
_KEYWORD, _WORD, _NAME = 36, 24, 32
_KEYWORDS, _NAMES = 3, 2


def similar_card(paper: Paper, found: Sequence[Similar], words: Words, holdings: str) -> Layout:
    """Return the papers that are like one, each with its reason and a button; where there are none,
    that, the remedy, and what is here (`holdings`).
    """
    card = Layout() if found else Layout(colour=NOTICE_COLOUR)
    title = words("similar-title", title=plain(paper.title, _ASKED))
    if not found:
        card.text("\n".join([title, words("similar-nothing"), holdings]))
        return card
    card.text("\n".join([title, f"-# {words('similar-how')}"]))
    why = {one.paper.key: why_words(one, words) for one in found}
    papers = [one.paper for one in found]
    add_papers(card, papers, words, below=Cost(0, 0), notes=why, votes=True)
    return card


def why_words(one: Similar, words: Words) -> str:
    """Return what a paper has in common with the one that was asked about."""
    parts: list[str] = []
    if one.keywords:
        told = words.listed(plain(name, _KEYWORD) for name in one.keywords[:_KEYWORDS])
        parts.append(words("similar-keywords", keywords=told))
    if one.words:
        told = words.listed(plain(word, _WORD) for word in one.words)
        parts.append(words("similar-about", words=told))
    if one.authors:
        more = len(one.authors) - _NAMES
        told = words.listed(plain(name, _NAME) for name in one.authors[:_NAMES])
        parts.append(words("similar-authors", names=told + (f" +{more}" if more > 0 else "")))
    return " · ".join(parts) or words("similar-close")


async def show_similar(press: Press) -> None:
    """Show, privately, what is like the paper whose card this is."""
    desk, words = press.desk, press.reader.words
    paper = await desk.lookup.get(press.number(0))
    if paper is None:
        raise ToldError("paper-gone")
    await press.interaction.response.defer(ephemeral=True, thinking=True)
    found = await similar(desk.papers, paper)
    holdings = "" if found else holdings_words(await desk.ingest.holdings(), words)
    await answer(press.interaction, similar_card(paper, found, words, holdings))


HANDLERS: dict[str, Handler] = {"similar": show_similar}

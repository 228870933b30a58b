"""Lists of papers: a numbered line each, and a button with the same number that opens the card.

A list shows as many papers as fit beside what else its message holds, by counting; what does not
fit is left out from the end.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.core.pages import Cost, fit
from bot.ui.controls import button
from bot.ui.messages import MOST_CHARACTERS, MOST_COMPONENTS, Layout
from bot.ui.papers.cards import authors, line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.core.papers import Paper
    from bot.ui.i18n import Words

_A_ROW = 5
_MARGIN = Cost(1, 50)


def add_papers(
    message: Layout, papers: Sequence[Paper], words: Words, *, first: int = 1, below: Cost
) -> int:
    """Add papers to a message, numbered from `first`; `below` is what still has to fit under them.

    Returns how many are shown.
    """
    components, characters = message.weight()
    room = Cost(
        MOST_COMPONENTS - components - below.components - _MARGIN.components,
        MOST_CHARACTERS - characters - below.characters - _MARGIN.characters,
    )
    texts = [_entry(first + at, paper, words) for at, paper in enumerate(papers)]
    costs = [Cost(1 + (at % _A_ROW == 0), len(text) + 1) for at, text in enumerate(texts)]
    shown = fit(costs, room)
    message.text("\n".join(texts[:shown]))
    message.rows(
        [
            button("paper", paper.key, label=str(first + at))
            for at, paper in enumerate(papers[:shown])
        ]
    )
    return shown


def _entry(number: int, paper: Paper, words: Words) -> str:
    who = authors(paper, 1, 60) if paper.authors else ""
    day = words.full_day(paper.published or paper.released)
    return f"{line(number, paper, words)}\n-# {' · '.join(filter(None, [who, day]))}"

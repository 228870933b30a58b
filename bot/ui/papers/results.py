"""Lists of papers: a numbered line each, and a button with the same number that opens the card.

A list shows as many papers as fit beside what else its message holds, by counting; what does not
fit is left out from the end.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from bot.core.pages import Cost, fit
from bot.ui.controls import button
from bot.ui.messages import MOST_CHARACTERS, MOST_COMPONENTS, Layout
from bot.ui.papers.cards import authors, day_words, line

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from bot.core.papers import Paper
    from bot.ui.i18n import Words

_A_ROW = 5
_NO_NOTES: Mapping[int, str] = MappingProxyType({})
_MARGIN = Cost(1, 50)


def add_papers(  # noqa: PLR0913 - what the list is of, and what it stands among
    message: Layout,
    papers: Sequence[Paper],
    words: Words,
    *,
    first: int = 1,
    below: Cost,
    notes: Mapping[int, str] = _NO_NOTES,
    votes: bool = False,
) -> int:
    """Add papers to a message, numbered from `first`; `below` is what still has to fit under them.

    `notes` say, by key, why a paper is there; they tell its votes, unless its line has to
    (`votes`). Returns how many are shown.
    """
    components, characters = message.weight()
    room = Cost(
        MOST_COMPONENTS - components - below.components - _MARGIN.components,
        MOST_CHARACTERS - characters - below.characters - _MARGIN.characters,
    )
    texts = [
        _entry(first + at, paper, words, notes.get(paper.key, ""), votes=votes)
        for at, paper in enumerate(papers)
    ]
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


def _entry(number: int, paper: Paper, words: Words, note: str, *, votes: bool) -> str:
    who = authors(paper, words, 1, 60) if paper.authors else ""
    day = day_words(paper, words)
    title = line(number, paper, words, upvotes=None if votes or not note else 0)
    return f"{title}\n-# {' · '.join(filter(None, [note, who, day]))}"

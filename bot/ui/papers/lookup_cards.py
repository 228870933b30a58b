"""What `/paper` answers: the card, a menu of the best five, or an honest “not here”."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.core.ids import arxiv_links, display_id
from bot.ui.controls import Choice, button, select
from bot.ui.escape import link, plain
from bot.ui.messages import NOTICE_COLOUR, Layout
from bot.ui.papers.cards import choice_name, line
from bot.ui.papers.holdings import holdings_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.core.papers import Paper
    from bot.services.lookup import NoPaper
    from bot.ui.i18n import Words

_TYPED = 200
_DOI = "https://doi.org/"


def several_card(papers: Sequence[Paper], words: Words) -> Layout:
    """Return the papers that a text could mean, to choose one from."""
    card = Layout()
    card.text(f"### {words('paper-several')}")
    _menu(card, papers, words)
    return card


def not_here_card(answer: NoPaper, words: Words, draft_id: int | None) -> Layout:
    """Return that no paper was found, what is nearest, and what else can be done.

    `draft_id` is the search that **Search abstracts** runs; None where the text makes no search.
    """
    card = Layout(colour=NOTICE_COLOUR)
    if answer.external is not None:
        shown = link(display_id(answer.external), address_of(answer.external), _TYPED)
        lines = [words("paper-id-not-here", id=shown)]
    else:
        lines = [words("paper-not-here", typed=plain(answer.typed, _TYPED))]
    lines.append(holdings_words(answer.holdings, words))
    card.text("\n".join(lines))
    if answer.nearest:
        card.text(words("paper-nearest"))
        _menu(card, answer.nearest, words)
    if draft_id is not None:
        card.row(button("abstracts", draft_id, label=words("button-abstracts"), emoji="🔎"))
    return card


def address_of(external: str) -> str | None:
    """Return where an external id leads to on the web; None where that is not known."""
    if (links := arxiv_links(external)) is not None:
        return links.page
    namespace, _, value = external.partition(":")
    return _DOI + value if namespace == "doi" else None


def _menu(card: Layout, papers: Sequence[Paper], words: Words) -> None:
    card.text("\n".join(line(number, paper, words) for number, paper in enumerate(papers, 1)))
    choices = [Choice(choice_name(paper), str(paper.key)) for paper in papers]
    card.row(select("pick", placeholder=words("paper-pick"), choices=choices))

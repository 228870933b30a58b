"""What `/paper` answers: the card, a menu of the best five, or an honest “not here”."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.core.id_pages import page_of
from bot.core.ids import display_id
from bot.ui.controls import Choice, button, select
from bot.ui.escape import link, plain
from bot.ui.messages import NOTICE_COLOUR, Layout, Notice
from bot.ui.papers.cards import choice_name, line
from bot.ui.papers.holdings import holdings_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.core.papers import Paper
    from bot.services.lookup import Asked, NoPaper
    from bot.ui.controls import Control
    from bot.ui.i18n import Words

_TYPED = 200


def several_card(papers: Sequence[Paper], words: Words, asked: Asked | None = None) -> Layout:
    """Return the papers that a text could mean, to choose one from, and who else was asked."""
    card = Layout()
    card.text(f"### {words('paper-several')}")
    _menu(card, papers, words)
    if asked is not None:
        card.text("\n".join(f"-# {line}" for line in asked_words(asked, words)))
    return card


def elsewhere_button(draft_id: int, words: Words) -> Control:
    """Return what asks for another paper than those shown; the draft says for which title."""
    return button("elsewhere", draft_id, label=words("button-elsewhere"), emoji="🔭")


def nothing_else_card(typed: str, asked: Asked, words: Words) -> Layout:
    """Return that no other paper than those shown was found, and who was asked."""
    told = words("elsewhere-nothing", typed=plain(typed, _TYPED))
    return Notice("\n".join([told, *asked_words(asked, words)]))


def not_here_card(answer: NoPaper, words: Words, draft_id: int | None) -> Layout:
    """Return that no paper was found, what is nearest, and what else can be done.

    `draft_id` is the search that **Search abstracts** runs; None where the text makes no search.
    """
    card = Layout(colour=NOTICE_COLOUR)
    typed = plain(answer.typed, _TYPED)
    if answer.indexed is not None:
        lines = [words("paper-being-indexed", typed=typed, percent=answer.indexed)]
    elif answer.unindexed:
        lines = [words("paper-not-indexed", typed=typed)]
    elif answer.external is not None:
        shown = link(display_id(answer.external), page_of(answer.external), _TYPED)
        lines = [words("paper-id-not-here", id=shown)]
    else:
        lines = [words("paper-not-here", typed=typed)]
    if answer.asked is not None:
        lines += asked_words(answer.asked, words)
    lines.append(holdings_words(answer.holdings, words))
    card.text("\n".join(lines))
    if answer.nearest:
        card.text(words("paper-nearest"))
        _menu(card, answer.nearest, words)
    if draft_id is not None:
        card.row(button("abstracts", draft_id, label=words("button-abstracts"), emoji="🔎"))
    return card


def asked_words(asked: Asked, words: Words) -> list[str]:
    """Return who else was asked: a line for who told nothing that is surely it, one for who could
    not be asked and why; none where there is nobody.
    """
    lines: list[str] = []
    if asked.unknown:
        names = words.listed(_service(name, words) for name in asked.unknown)
        lines.append(words("asked-unknown", services=names))
    if asked.failed:
        told = words.listed(
            words("asked-trouble", service=_service(name, words), why=words(f"trouble-{trouble}"))
            for name, trouble in asked.failed
        )
        lines.append(words("asked-failed", services=told))
    return lines


def _service(name: str, words: Words) -> str:
    return words(f"service-{name.replace('_', '-')}")


def _menu(card: Layout, papers: Sequence[Paper], words: Words) -> None:
    card.text("\n".join(line(number, paper, words) for number, paper in enumerate(papers, 1)))
    choices = [Choice(choice_name(paper), str(paper.key)) for paper in papers]
    card.row(select("pick", placeholder=words("paper-pick"), choices=choices))

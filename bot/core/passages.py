"""What is shown of a paper, and whose text it is.

A text is the authors' abstract, its first sentences, a summary that a source's model wrote, or one
that the model of this Paperboy did; what the demo brings along is none of them (`RETOLD`). Any of
them may be shown in a translation; a title may too. Who hides machine text sees no summary and no
translation. A message shows a passage exactly as it is here, and exactly that is translated.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from bot.core.editions import Edition
from bot.core.excerpts import cut, first_sentences, one_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from bot.core.editions import AnyEdition
    from bot.core.papers import Paper

IN_FULL = 3
"""How many papers of an edition stand with a passage; the others are a line each."""

RETOLD = "bundled"
"""The source whose papers have no abstract: those who made the demo retold what they say."""

_HEADLINE, _BRIEF, _SUMMARY, _ABSTRACT = 250, 220, 440, 1_700


class TextKind(StrEnum):
    """Whose text a passage is."""

    ABSTRACT = "abstract"  # the authors' abstract, whole
    OPENING = "opening"  # its first sentences
    RETOLD = "retold"  # what the paper says in the words of who made the demo, or their beginning
    MACHINE = "machine"  # a summary that a source's model wrote
    OWN = "own"  # a summary that was made here, by the model that the configuration names

    @property
    def by_machine(self) -> bool:
        """Whether no person wrote it."""
        return self in {TextKind.MACHINE, TextKind.OWN}


@dataclass(frozen=True, slots=True)
class Passage:
    """A text of a paper on one line, as it is shown. `model` is known of some machine texts."""

    kind: TextKind
    text: str
    model: str | None = None


def headline(paper: Paper) -> str:
    """Return a paper's title as it is shown: one line of at most 250 characters."""
    return cut(one_line(paper.title), _HEADLINE)


def brief(paper: Paper, *, machine_text: bool) -> Passage | None:
    """Return the sentence or two that an edition has of a paper; None where nothing is told."""
    if machine_text and (passage := _machine(paper, _BRIEF)) is not None:
        return passage
    return _authors(paper, _BRIEF)


def on_card(paper: Paper, *, machine_text: bool) -> tuple[Passage, ...]:
    """Return what a card has of a paper: a machine's summary, the abstract; any may be missing."""
    found = (_machine(paper, _SUMMARY) if machine_text else None, _authors(paper, _ABSTRACT))
    return tuple(passage for passage in found if passage is not None)


def texts_on_card(paper: Paper) -> list[tuple[int, str]]:
    """Return the texts that a translated card shows, each with its paper's key."""
    texts = [headline(paper), *(one.text for one in on_card(paper, machine_text=True))]
    return [(paper.key, text) for text in texts if text]


def texts_in_edition(edition: AnyEdition, papers: Mapping[int, Paper]) -> list[tuple[int, str]]:
    """Return the texts that an edition's message shows, titles first, each with its paper's key."""
    if not isinstance(edition, Edition):
        return []
    known = [papers[one.key] for one in edition.chosen if one.key in papers]
    passages = [(paper.key, brief(paper, machine_text=True)) for paper in known[:IN_FULL]]
    return [
        *titles(known),
        *((key, passage.text) for key, passage in passages if passage is not None),
    ]


def titles(papers: Iterable[Paper]) -> list[tuple[int, str]]:
    """Return the papers' titles as they are shown, each with its paper's key."""
    return [(paper.key, text) for paper in papers if (text := headline(paper))]


def _machine(paper: Paper, most: int) -> Passage | None:
    summary = paper.summary
    if summary is None or not (text := first_sentences(summary.text, most)):
        return None
    kind = TextKind.OWN if summary.own else TextKind.MACHINE
    return Passage(kind, text, summary.model)


def _authors(paper: Paper, most: int) -> Passage | None:
    whole = one_line(paper.abstract)
    if not whole:
        return None
    if paper.told_by("abstract") == RETOLD:
        return Passage(TextKind.RETOLD, first_sentences(whole, most))
    if len(whole) <= most:
        return Passage(TextKind.ABSTRACT, whole)
    return Passage(TextKind.OPENING, first_sentences(whole, most))

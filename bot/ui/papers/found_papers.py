"""**Find papers**: which papers a message mentions, for the person who asks only.

Ids and addresses first, then titles. A text that could mean several papers counts only where
nothing else was found, for then it is better than nothing. A few ids that are not here are asked
for elsewhere; what may be a title is not, for it is what somebody said.
"""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from bot.core.id_pages import page_of
from bot.core.ids import display_id
from bot.core.pages import Cost, fit
from bot.services.lookup import Asked, NoPaper, OnePaper, SeveralPapers
from bot.ui.escape import link
from bot.ui.messages import Layout, Notice
from bot.ui.papers.cards import paper_card
from bot.ui.papers.holdings import holdings_words
from bot.ui.papers.lookup_cards import asked_words
from bot.ui.papers.results import add_papers

if TYPE_CHECKING:
    from bot.core.papers import Paper
    from bot.services.elsewhere import Elsewhere
    from bot.services.lookup import Answer, Lookup
    from bot.services.ports import Holdings
    from bot.ui.desk import Reader
    from bot.ui.i18n import Words
    from bot.ui.papers.message_text import Mentioned

MOST_ASKED = 3
"""How many ids of one message are asked for elsewhere."""

_ID_SHOWN = 60
_UNKNOWN_ROOM = Cost(0, 900)
_ROOM_BELOW = Cost(2, 1_600)  # for what was not found, and who was asked for it


@dataclass(frozen=True, slots=True)
class FoundPapers:
    """The papers that a message mentions, each once, the ids that are not indexed and who was asked
    for them; and where a title was not found for that, how many percent of the titles are indexed,
    or that they are not.
    """

    papers: tuple[Paper, ...]
    unknown: tuple[str, ...]
    asked: Asked = field(default_factory=Asked)
    indexed: int | None = None
    unindexed: bool = False


async def find(mentioned: Mentioned, lookup: Lookup, elsewhere: Elsewhere) -> FoundPapers:
    """Look up what a message mentions."""
    answers = [await lookup.resolve(typed) for typed in (*mentioned.ids, *mentioned.titles)]
    papers: dict[int, Paper] = {}
    possible: dict[int, Paper] = {}
    unknown: list[str] = []
    asked: list[Asked] = []
    indexed, unindexed = None, False
    for answer in await _asked_elsewhere(answers, elsewhere):
        if isinstance(answer, NoPaper) and answer.asked is not None:
            asked.append(answer.asked)
        match answer:
            case OnePaper(paper):
                papers[paper.key] = paper
            case SeveralPapers(several):
                possible.update((paper.key, paper) for paper in several)
            case NoPaper(external=str(external)):
                unknown.append(external)
            case NoPaper(indexed=int()) | NoPaper(unindexed=True):
                indexed, unindexed = answer.indexed, answer.unindexed
            case _:
                pass
    found = tuple((papers or possible).values())
    return FoundPapers(found, tuple(unknown), _together(asked), indexed, unindexed)


async def _asked_elsewhere(answers: list[Answer], elsewhere: Elsewhere) -> list[Answer]:
    """Ask for the first few ids that are not here, all at once."""
    missing = {
        at: answer
        for at, answer in enumerate(answers)
        if isinstance(answer, NoPaper) and answer.external and elsewhere.can_ask(answer)
    }
    places = list(missing)[:MOST_ASKED]
    found = await asyncio.gather(*(elsewhere.find(missing[at]) for at in places))
    known = dict(zip(places, found, strict=True))
    return [known.get(at, answer) for at, answer in enumerate(answers)]


def _together(asked: list[Asked]) -> Asked:
    """Put together who was asked for several ids; who failed once has failed."""
    failed = dict(pair for one in asked for pair in one.failed)
    names = dict.fromkeys(name for one in asked for name in one.unknown)
    return Asked(tuple(name for name in names if name not in failed), tuple(failed.items()))


def found_card(
    found: FoundPapers, holdings: Holdings, reader: Reader, *, translate: bool = False
) -> Layout:
    """Return the one paper's card (which may offer its translation), a list of several, or that
    there is none.
    """
    words = reader.words
    missing = _missing(found, words)
    if not found.papers:
        told = missing or words("find-nothing")
        return Notice(f"{told}\n{holdings_words(holdings, words)}")
    if len(found.papers) == 1 and not missing:
        paper = found.papers[0]
        return paper_card(paper, words, machine_text=reader.machine_text, translate=translate)
    message = Layout()
    message.text(f"### {words('find-title', count=len(found.papers))}")
    add_papers(message, found.papers, words, below=_ROOM_BELOW)
    if missing:
        message.line()
        message.text(missing)
    return message


def _missing(found: FoundPapers, words: Words) -> str:
    """Say what was mentioned and not found, and why it may be here all the same."""
    lines = [_unknown(found.unknown, words)] if found.unknown else []
    lines += asked_words(found.asked, words)
    if found.indexed is not None:
        lines.append(words("find-being-indexed", percent=found.indexed))
    if found.unindexed:
        lines.append(words("find-unindexed"))
    return "\n".join(lines)


def _unknown(unknown: tuple[str, ...], words: Words) -> str:
    links = [link(display_id(one), page_of(one), _ID_SHOWN) for one in unknown]
    shown = links[: fit([Cost(0, len(one) + 3) for one in links], _UNKNOWN_ROOM)]
    more = len(links) - len(shown)
    listed = " · ".join(shown) + (f" +{more}" if more else "")
    return words.sentences([words("find-not-indexed"), listed])

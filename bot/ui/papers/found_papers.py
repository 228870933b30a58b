"""**Find papers**: which papers a message mentions, for the person who asks only.

Ids and addresses first, then titles. A text that could mean several papers counts only where
nothing else was found, for then it is better than nothing.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.core.ids import display_id
from bot.core.pages import Cost, fit
from bot.services.lookup import NoPaper, OnePaper, SeveralPapers
from bot.ui.escape import link
from bot.ui.messages import Layout, Notice
from bot.ui.papers.cards import paper_card
from bot.ui.papers.holdings import holdings_words
from bot.ui.papers.lookup_cards import address_of
from bot.ui.papers.results import add_papers

if TYPE_CHECKING:
    from bot.core.papers import Paper
    from bot.services.lookup import Lookup
    from bot.services.ports import Holdings
    from bot.ui.desk import Reader
    from bot.ui.i18n import Words
    from bot.ui.papers.message_text import Mentioned

_ID_SHOWN = 60
_UNKNOWN_ROOM = Cost(0, 900)
_ROOM_BELOW = Cost(2, 1_000)  # for the ids that are not indexed


@dataclass(frozen=True, slots=True)
class FoundPapers:
    """The papers that a message mentions, each once, and the ids that are not indexed."""

    papers: tuple[Paper, ...]
    unknown: tuple[str, ...]


async def find(mentioned: Mentioned, lookup: Lookup) -> FoundPapers:
    """Look up what a message mentions."""
    papers: dict[int, Paper] = {}
    possible: dict[int, Paper] = {}
    unknown: list[str] = []
    for typed in (*mentioned.ids, *mentioned.titles):
        match await lookup.resolve(typed):
            case OnePaper(paper):
                papers[paper.key] = paper
            case SeveralPapers(several):
                possible.update((paper.key, paper) for paper in several)
            case NoPaper(external=str(external)):
                unknown.append(external)
            case _:
                pass
    return FoundPapers(tuple((papers or possible).values()), tuple(unknown))


def found_card(found: FoundPapers, holdings: Holdings, reader: Reader) -> Layout:
    """Return the one paper's card, a list of several, or that there is none."""
    words = reader.words
    missing = _missing(found.unknown, words)
    if not found.papers:
        told = missing or words("find-nothing")
        return Notice(f"{told}\n{holdings_words(holdings, words)}")
    if len(found.papers) == 1 and not missing:
        return paper_card(found.papers[0], words, machine_text=reader.machine_text)
    message = Layout()
    message.text(f"### {words('find-title', count=len(found.papers))}")
    add_papers(message, found.papers, words, below=_ROOM_BELOW)
    if missing:
        message.line()
        message.text(missing)
    return message


def _missing(unknown: tuple[str, ...], words: Words) -> str:
    if not unknown:
        return ""
    links = [link(display_id(one), address_of(one), _ID_SHOWN) for one in unknown]
    shown = links[: fit([Cost(0, len(one) + 3) for one in links], _UNKNOWN_ROOM)]
    more = len(links) - len(shown)
    listed = " · ".join(shown) + (f" +{more}" if more else "")
    return f"{words('find-not-indexed')} {listed}"

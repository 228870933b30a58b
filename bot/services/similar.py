"""Papers similar to one, and why each is: what they have in common, as people write it.

Of what the index finds near, the core says how like it is (`bot/core/likeness.py`). Only
everybody's papers come, whoever asks and whatever about: a server's own are in no index.
"""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.core.likeness import as_written, likest, other_works
from bot.core.likeness_reasons import as_mostly_written, topical
from bot.core.papers import NEVER
from bot.core.query import fold_paper
from bot.core.visibility import is_public

if TYPE_CHECKING:
    from bot.core.likeness import Alike, Texts
    from bot.core.papers import Paper
    from bot.services.ports import PaperStore

MOST = 5
"""Papers that are shown."""

_LOOKED_AT = 20  # among them other versions may be


@dataclass(frozen=True, slots=True)
class Similar:
    """A similar paper, and what it has in common with the one that was asked about: words, but for
    those of the keywords; keywords; authors. None of them has anything where many words that tell
    nobody anything made it similar.
    """

    paper: Paper
    words: tuple[str, ...]
    keywords: tuple[str, ...]
    authors: tuple[str, ...]


async def similar(papers: PaperStore, paper: Paper) -> tuple[Similar, ...]:
    """Return up to `MOST` papers that are similar, the likest first; none where nothing is."""
    asked = fold_paper(paper)
    day = paper.released if paper.released != NEVER else paper.published or NEVER
    near = await papers.neighbours(asked, paper.key, day)
    alike = await asyncio.to_thread(likest, asked, near.papers, near.rarities)
    first = {one.key: one for one in alike[:_LOOKED_AT]}
    known = await papers.get(first)
    there = [known[key] for key in first if key in known and _is_shown(known[key], key)]
    shown = other_works(paper, there, MOST)
    return tuple(_told(paper, asked, one, first[one.key]) for one in shown)


def _is_shown(paper: Paper, key: int) -> bool:
    """Say whether nothing happened to a paper since it was found."""
    return paper.key == key and not paper.withdrawn and is_public(paper.source)


def _told(asked: Paper, folded: Texts, paper: Paper, alike: Alike) -> Similar:
    alone = not (alike.keywords or alike.authors)
    words = topical(alike.terms, folded, fold_paper(paper), alone=alone)
    return Similar(
        paper,
        as_mostly_written(words, (asked, paper)),
        as_written(alike.keywords, paper.keywords),
        as_written(alike.authors, asked.authors),
    )

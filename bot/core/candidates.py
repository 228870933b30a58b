"""The papers that choices are made among, and what all of the choices share.

Folding the papers, ranking them among those of their day and indexing their words is done once;
each choice then asks which of them a query matches.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from bot.core.query import FoldedPaper, Hit, PaperIndex, Query, fold_paper, matches

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from bot.core.papers import Paper

_COMMENT_IS_WORTH = 2


@dataclass(frozen=True, slots=True)
class Standing:
    """How a paper stands among those of its day: `rank` from 1, `of` how many, `share` 0–1."""

    rank: int
    of: int
    share: float


def standings(papers: Sequence[Paper]) -> dict[int, Standing]:
    """Rank every paper by its votes and comments among the papers released on the same day."""
    days: defaultdict[date, list[Paper]] = defaultdict(list)
    for paper in papers:
        days[paper.released].append(paper)
    found: dict[int, Standing] = {}
    for same_day in days.values():
        weights = {paper.key: _weight(paper) for paper in same_day}
        heaviest = max(weights.values())
        ordered = sorted(same_day, key=lambda paper: (-weights[paper.key], paper.key))
        for rank, paper in enumerate(ordered, start=1):
            share = weights[paper.key] / heaviest if heaviest else 0.0
            found[paper.key] = Standing(rank, len(ordered), share)
    return found


def _weight(paper: Paper) -> int:
    return paper.signals.upvotes + _COMMENT_IS_WORTH * paper.signals.comments


@dataclass(frozen=True, slots=True)
class Prepared:
    """What tasks with the same candidates share: foldings in their order, and standings.

    Where the tasks are many, also an index, which saves them from looking at every paper, and the
    papers' topics by their keys (see `indexed`).
    """

    folded: tuple[FoldedPaper, ...]
    standings: Mapping[int, Standing]
    index: PaperIndex | None = None
    topics: Mapping[int, frozenset[str]] = field(default_factory=dict[int, frozenset[str]])


def prepare(candidates: Sequence[Paper]) -> Prepared:
    """Do once what every choice among these candidates needs."""
    return Prepared(tuple(map(fold_paper, candidates)), standings(candidates))


def indexed(prepared: Prepared, candidates: Sequence[Paper]) -> Prepared:
    """Add what pays where many choices are made; it changes none of them."""
    topics = {paper.key: topic_of(paper) for paper in candidates}
    return replace(prepared, index=PaperIndex(prepared.folded), topics=topics)


Hits = Mapping[int, Hit]
"""The candidates that a query matches, by their places, in order."""


def hits_of(query: Query, prepared: Prepared) -> Hits:
    """Judge the candidates; with an index or without, the answer is the same."""
    if prepared.index is not None:
        return prepared.index.hits(query)
    judged = enumerate(matches(query, paper) for paper in prepared.folded)
    return {place: hit for place, hit in judged if hit is not None}


def topic_of(paper: Paper) -> frozenset[str]:
    """Return what tells how alike two papers are: title words and keywords, case aside."""
    words = {word for word in paper.title.casefold().split() if len(word) > 3}  # noqa: PLR2004 - shorter words carry no topic
    return frozenset(words | {keyword.casefold() for keyword in paper.keywords})

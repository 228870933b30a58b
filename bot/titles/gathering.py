"""How the large shelf brings the titles that share most with a query.

Rules:

- Work is bounded: a query reads at most about `BUDGET` postings, its rarest words' first. What
  the common words say is then read from the rows themselves, `WEIGHED` of them at most.
- One query at a time: the sums of all rows are kept in one array that is zero between queries.
- Every row has a word (see `arrays`), so no sum is over nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np
from numpy.typing import NDArray

from bot.titles.terms import Candidate

if TYPE_CHECKING:
    from bot.titles.segment import Segment
    from bot.titles.terms import Term

BUDGET: Final = 60_000
WEIGHED: Final = 600
WORTH: Final = 0.35
FEWEST: Final = 12

#: a term by numbers: its first word, the one behind its last, its weight and its likeness
Numbered = tuple[int, int, float, float]


class Gatherer:
    """Brings candidates from one segment."""

    def __init__(self, segment: Segment) -> None:
        self._segment = segment
        self._sum = np.zeros(segment.size, np.float32)

    def candidates(self, terms: list[Term], total: float, keep: int) -> list[Candidate]:
        """Return at most `keep` living titles that share most with the terms, best first."""
        numbered = self._numbered(terms)
        rows = self._gather(numbered, total)
        if not len(rows):
            return []
        asked, told = self._weigh(rows, numbered, total)
        merit = asked + told + asked * told
        order = np.argsort(-merit, kind="stable")[:keep]
        worth = merit[order] >= WORTH * merit[order[0]]
        worth[:FEWEST] = True
        order = order[worth]
        return [
            Candidate(record, share, part)
            for record, share, part in zip(
                self._segment.records(rows[order]),
                asked[order].tolist(),
                told[order].tolist(),
                strict=True,
            )
        ]

    def _numbered(self, terms: list[Term]) -> list[Numbered]:
        """Return each term that is here as (first word, last word + 1, weight, likeness)."""
        numbered: list[Numbered] = []
        for term in terms:
            if term.prefix:
                first, last = self._segment.range(term.word)
                if first < last:
                    numbered.append((first, last, term.weight, term.likeness))
            elif (number := self._segment.number(term.word)) is not None:
                numbered.append((number, number + 1, term.weight, term.likeness))
        return numbered

    def _gather(self, numbered: list[Numbered], total: float) -> NDArray[np.intp]:
        """Return up to `WEIGHED` rows that look best by the rarest terms."""
        segment = self._segment
        starts, postings = segment.arrays.starts, segment.arrays.postings
        slices = sorted(
            (int(starts[last]) - int(starts[first]), int(starts[first]), weight * likeness)
            for first, last, weight, likeness in numbered
        )
        chosen: list[tuple[int, int, float]] = []
        spent = 0
        for length, start, weight in slices:
            if chosen and spent + length > BUDGET:
                break
            chosen.append((start, min(length, BUDGET), weight))
            spent += length
        if not chosen:
            return np.empty(0, np.intp)
        # converted once, since every indexing would convert again
        rows = np.concatenate(
            [postings[start : start + length] for start, length, _ in chosen]
        ).astype(np.intp)
        first = 0
        for _, length, weight in chosen:
            self._sum[rows[first : first + length]] += weight
            first += length
        got = self._sum.take(rows)
        self._sum[rows] = 0
        if segment.living < segment.size:
            got *= segment.alive.take(rows)
        rank = got * (0.5 / total + 2 / (total + segment.masses.take(rows)))
        top = np.flatnonzero(rank > max(WORTH * float(rank.max()), 0.0))
        if len(top) > 3 * WEIGHED:
            top = top[np.argpartition(-rank[top], 3 * WEIGHED)[: 3 * WEIGHED]]
        # a row stands there once for each term it has, each time with the same sum
        order = top[np.argsort(-rank[top], kind="stable")]
        return np.array(list(dict.fromkeys(rows[order].tolist()))[:WEIGHED], np.intp)

    def _weigh(
        self,
        rows: NDArray[np.intp],
        numbered: list[Numbered],
        total: float,
    ) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
        """Return how much of the query each row has, and how much of each row the query has."""
        arrays = self._segment.arrays
        begins = arrays.offsets[rows].astype(np.int64)
        lengths = arrays.offsets[rows + 1].astype(np.int64) - begins
        edges = np.cumsum(lengths) - lengths
        words = arrays.words[stretches(begins, lengths)]
        # one last entry that no word has, so that every place found by bisection is one
        single = sorted(
            (
                (first, weight * like, like)
                for first, last, weight, like in numbered
                if last == first + 1
            ),
            key=lambda one: (one[0], -one[1]),
        )
        table = np.array([*single, (len(self._segment.vocabulary), 0, 0)])
        at = np.searchsorted(table[:, 0].astype(np.uint32), words, "left")
        here = table[at, 0] == words
        hit = (table[at, 1] * here).astype(np.float32)
        known = (table[at, 2] * here).astype(np.float32)
        for first, last, weight, likeness in numbered:
            if last > first + 1:
                inside = (words >= first) & (words < last)
                np.maximum(hit, inside * np.float32(weight * likeness), out=hit)
                np.maximum(known, inside * np.float32(likeness), out=known)
        weights = self._segment.idf[words]
        asked = _sums(hit, edges) / np.float32(total)
        told = _sums(known * weights, edges) / _sums(weights, edges)
        return np.minimum(asked, 1).astype(np.float32), told.astype(np.float32)


def stretches(begins: NDArray[np.int64], lengths: NDArray[np.int64]) -> NDArray[np.int64]:
    """Return the places of several stretches, one behind the other."""
    edges = np.cumsum(lengths)
    total = int(edges[-1]) if len(edges) else 0
    return np.arange(total) + np.repeat(begins - edges + lengths, lengths)


def _sums(values: NDArray[np.float32], edges: NDArray[np.int64]) -> NDArray[np.float32]:
    """Sum the values between neighbouring edges. Every row has a word, so no stretch is empty."""
    return np.add.reduceat(values, edges)

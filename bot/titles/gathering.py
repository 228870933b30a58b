"""How the large shelf brings the titles that share most with a query.

Rules:

- Work is bounded by an `Effort`: a query reads its rarest words' postings first. What the common
  words say is then read from the rows themselves, of the few that look best.
- One query at a time: the sums of all rows are kept in one array that is zero between queries.
- Every row has a word (see `arrays`), so no sum is over nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import numpy as np
from numpy.typing import NDArray

from bot.titles.stretches import stretches
from bot.titles.terms import Candidate

if TYPE_CHECKING:
    from bot.titles.segment import Segment
    from bot.titles.terms import Asked, Effort, Term

WORTH: Final = 0.35
LEAST: Final = 0.15
FINE: Final = 32
ENOUGH: Final = 0.4
FEWEST: Final = 12
STARTING: Final = 8

#: a term by numbers: its first word, the one behind its last, its weight and its likeness
Numbered = tuple[int, int, float, float]


class Gatherer:
    """Brings candidates from one segment, for one query.

    `sums` has a place for every row and is zero before and after. It counts in parts of `FINE`, for
    the smaller it is, the more of it stays near the processor.
    """

    def __init__(self, segment: Segment, sums: NDArray[np.uint16]) -> None:
        self._segment = segment
        self._sums = sums

    def candidates(self, asked: Asked, effort: Effort) -> list[Candidate]:
        """Return living titles that share most with the query, best first, and those that it
        names, begins or is.
        """
        segment = self._segment
        numbered = self._numbered(asked.terms)
        named = self._named(asked)
        rows = np.concatenate([named, self._gather(numbered, asked.total, effort)])
        if not len(rows):
            return []
        share, part = self._weigh(rows, numbered, asked.total)
        order = _best(rows, share + part + share * part, len(named), effort.kept)
        rows = rows[order]
        return [
            Candidate(record, share_, part_, mass)
            for record, share_, part_, mass in zip(
                segment.records(rows),
                share[order].tolist(),
                part[order].tolist(),
                segment.masses[rows].tolist(),
                strict=True,
            )
        ]

    def _named(self, asked: Asked) -> NDArray[np.intp]:
        """Return the rows of titles that the query names, begins or is."""
        segment = self._segment
        named = [segment.rows_named(name) for name in asked.names]
        named += [segment.rows_starting(words, "", STARTING) for words in asked.starts]
        named += [segment.rows_exact(words, STARTING) for words in asked.titles]
        return np.concatenate([*named, np.empty(0, np.intp)])

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

    def _gather(self, numbered: list[Numbered], total: float, effort: Effort) -> NDArray[np.intp]:
        """Return the rows that look best by the rarest terms."""
        segment = self._segment
        starts, postings = segment.arrays.starts, segment.arrays.postings
        slices = sorted(
            (int(starts[last]) - int(starts[first]), int(starts[first]), weight * likeness)
            for first, last, weight, likeness in numbered
        )
        left = sum(weight for _, _, weight in slices)
        parts: list[NDArray[np.intp]] = []
        spent, best = 0, 0.0
        sums = self._sums
        for length, start, weight in slices:
            if parts and (spent + length > effort.postings or left < ENOUGH * best):
                break
            # converted once, since every indexing would convert again
            rows = postings[start : start + min(length, effort.postings)].astype(np.intp)
            got = sums.take(rows)
            got += np.uint16(weight * FINE + 0.5)
            sums[rows] = got
            best = max(best, int(got.max()) / FINE)
            parts.append(rows)
            spent += length
            left -= weight
        if not parts:
            return np.empty(0, np.intp)
        rows = np.concatenate(parts)
        got = sums.take(rows)
        sums[rows] = 0
        some = np.flatnonzero(got > LEAST * best * FINE)
        rows, got = rows[some], got[some].astype(np.float32) / np.float32(FINE)
        if segment.living < segment.size:
            got *= segment.alive.take(rows)
        rank = got * (0.5 / total + 2 / (total + segment.masses.take(rows)))
        top = np.flatnonzero(rank > max(WORTH * float(rank.max()), 0.0))
        if len(top) > 3 * effort.weighed:
            top = top[np.argpartition(-rank[top], 3 * effort.weighed)[: 3 * effort.weighed]]
        # a row stands there once for each term it has, each time with the same sum
        order = top[np.argsort(-rank[top], kind="stable")]
        return np.array(list(dict.fromkeys(rows[order].tolist()))[: effort.weighed], np.intp)

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
        words = arrays.word_numbers(stretches(begins, lengths))
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


def _best(
    rows: NDArray[np.intp], merit: NDArray[np.floating[Any]], named: int, kept: int
) -> NDArray[np.intp]:
    """Return the places of the rows to bring, best first, each row once.

    The first `named` rows come in any case, of the others those of some merit.
    """
    first = np.arange(len(rows)) < named
    order = np.lexsort((-merit, ~first))[: kept + named]
    worth = first[order] | (merit[order] >= WORTH * merit[named:].max(initial=0))
    worth[: FEWEST + named] = True
    order = order[worth]
    once = np.sort(np.unique(rows[order], return_index=True)[1])
    return order[once][: kept + STARTING]


def _sums(values: NDArray[np.float32], edges: NDArray[np.int64]) -> NDArray[np.float32]:
    """Sum the values between neighbouring edges. Every row has a word, so no stretch is empty."""
    return np.add.reduceat(values, edges)

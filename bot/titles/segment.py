"""The large shelf: titles that were there when the index was built, in arrays that never change.

Rules:

- Words are numbered in code point order, rows in the order of their titles' words. So the words
  that begin alike are a range of numbers, their postings one slice, and the titles that start
  alike a range of rows.
- Every array can be a memory map. Only `alive` (discarded rows) and `popularity` change, in this
  process alone: a mapped `popularity` is copied where it is written.
- A row's words stand from `offsets[row]` to `offsets[row + 1]` in `words`; the rows of a word are
  `postings[starts[word]:starts[word + 1]]`, ascending. Nothing else holds the titles' text.
"""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING, Any, Final
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from bot.titles import nearwords
from bot.titles.gathering import Gatherer
from bot.titles.order import SORTED_WORDS, TitleOrder
from bot.titles.phrases import rows_holding
from bot.titles.records import Record, alias_keys
from bot.titles.stretches import distinct, stretches

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.titles.arrays import Arrays
    from bot.titles.terms import Asked, Candidate, Effort

NAMED: Final = 25
NEAR: Final = 400
LISTED: Final = 2000
POPULAR: Final = 200
LAST: Final = "\U0010ffff"
Rows = NDArray[np.intp]


class Segment:
    """Titles in arrays (see `arrays.Arrays` for what each holds, `arrays.build` for the making)."""

    def __init__(self, arrays: Arrays) -> None:
        self.arrays = arrays
        self.size = len(arrays.offsets) - 1
        self.vocabulary = arrays.vocabulary
        self.popularity = arrays.popularity
        self.masses = np.asarray(arrays.masses)
        self.alive = np.ones(self.size, np.bool_)
        self.living = self.size
        counts = np.diff(arrays.starts).astype(np.float32)
        self.idf = np.maximum(0.05, np.log((self.size + 1) / (counts + 0.5))).astype(np.float32)
        self._sums = np.zeros(self.size, np.uint16)
        self._best, self._floor = self._most_popular(POPULAR)
        self._order = TitleOrder(arrays)

    # -- by id -----------------------------------------------------------------------------

    def row_of(self, paper_id: str) -> int | None:
        """Return the row of a living title, or None."""
        raw = paper_id.encode("utf-8", "surrogatepass")
        key = np.uint32(crc32(raw))
        arrays = self.arrays
        place = int(np.searchsorted(arrays.id_keys, key))
        while place < self.size and arrays.id_keys[place] == key:
            row = int(arrays.id_rows[place])
            if self.alive[row] and self._id_bytes(row) == raw:
                return row
            place += 1
        return None

    def repeats_an_id(self) -> bool:
        """Tell whether two rows have one id."""
        keys = self.arrays.id_keys
        alike = np.flatnonzero(keys[1:] == keys[:-1])
        places = distinct(np.concatenate([alike, alike + 1]))
        ids = [self._id_bytes(row) for row in self.arrays.id_rows[places].tolist()]
        return len(set(ids)) < len(ids)

    def discard(self, row: int) -> None:
        """Hide a row from every answer."""
        if self.alive[row]:
            self.alive[row] = False
            self.living -= 1

    def set_popularity(self, row: int, popularity: float) -> None:
        """Change what decides between equals."""
        self.popularity[row] = popularity
        if row not in self._best:
            self._best = np.append(self._best, row)

    def record(self, row: int) -> Record:
        """Read a row back as a record."""
        return self.records(np.array([row]))[0]

    def records(self, rows: NDArray[np.integer[Any]]) -> list[Record]:
        """Read rows back as records, in their order."""
        arrays, word = self.arrays, self.vocabulary.__getitem__
        begins = arrays.offsets[rows].astype(np.int64)
        lengths = arrays.offsets[rows + 1].astype(np.int64) - begins
        numbers = arrays.word_numbers(stretches(begins, lengths)).tolist()
        ends = np.cumsum(lengths).tolist()
        id_begins = arrays.id_offsets[rows].tolist()
        id_ends = arrays.id_offsets[rows + 1].tolist()
        ids = arrays.ids
        return [
            Record(
                ids[id_begin:id_end].tobytes().decode("utf-8", "surrogatepass"),
                tuple(map(word, numbers[end - length : end])),
                head,
                spelling,
                popularity,
                arrival,
            )
            for id_begin, id_end, end, length, head, spelling, popularity, arrival in zip(
                id_begins,
                id_ends,
                ends,
                lengths.tolist(),
                arrays.heads[rows].tolist(),
                arrays.spellings[rows].tolist(),
                self.popularity[rows].tolist(),
                arrays.arrivals[rows].tolist(),
                strict=True,
            )
        ]

    def _id_bytes(self, row: int) -> bytes:
        arrays = self.arrays
        first, last = int(arrays.id_offsets[row]), int(arrays.id_offsets[row + 1])
        return arrays.ids[first:last].tobytes()

    # -- words -----------------------------------------------------------------------------

    def number(self, word: str) -> int | None:
        """Return a word's number, or None."""
        place = bisect_left(self.vocabulary, word)
        if place < len(self.vocabulary) and self.vocabulary[place] == word:
            return place
        return None

    def range(self, prefix: str) -> tuple[int, int]:
        """Return the numbers of the words that begin so, as a half-open range."""
        first = bisect_left(self.vocabulary, prefix)
        return first, bisect_left(self.vocabulary, prefix + LAST, lo=first)

    def count(self, word: str) -> int:
        """Return in how many titles a word stands."""
        number = self.number(word)
        if number is None:
            return 0
        return int(self.arrays.starts[number + 1]) - int(self.arrays.starts[number])

    def near(self, word: str) -> list[str]:
        """Return indexed words that are one slip apart (see `nearwords`), itself left out."""
        keys = nearwords.keys_of(word)
        arrays = self.arrays
        firsts = np.searchsorted(arrays.near_keys, keys, "left").tolist()
        lasts = np.searchsorted(arrays.near_keys, keys, "right").tolist()
        found: set[int] = set()
        for first, last in zip(firsts, lasts, strict=True):
            found.update(arrays.near_words[first : min(last, first + NEAR)].tolist())
        return [other for number in found if (other := self.vocabulary[number]) != word]

    def beginning(self, prefix: str, limit: int) -> list[str]:
        """Return indexed words that begin so, at most `limit`."""
        first = bisect_left(self.vocabulary, prefix)
        if limit == 1:
            return [word for word in self.vocabulary[first : first + 1] if word.startswith(prefix)]
        last = bisect_left(self.vocabulary, prefix + LAST, lo=first)
        return self.vocabulary[first : min(last, first + limit)]

    # -- titles ----------------------------------------------------------------------------

    def named(self, name: str) -> list[Record]:
        """Return living titles that may go by this name, the most popular first."""
        return self.records(self.rows_named(name))

    def rows_named(self, name: str) -> Rows:
        """Return the rows of living titles that may go by this name, the most popular first."""
        keys = np.array(alias_keys(name), np.uint32)
        firsts = np.searchsorted(self.arrays.alias_keys, keys, "left").tolist()
        lasts = np.searchsorted(self.arrays.alias_keys, keys, "right").tolist()
        rows = np.concatenate(
            [self.arrays.alias_rows[first:last] for first, last in zip(firsts, lasts, strict=True)]
        ).astype(np.intp)
        rows = rows[self.alive[rows]]
        if len(rows) > NAMED:
            rows = rows[np.argsort(-self.popularity[rows], kind="stable")[:NAMED]]
        return rows

    def exact(self, words: list[str], limit: int) -> list[Record]:
        """Return living titles of exactly these words, at most `limit`."""
        found = self.records(self._rows_of_length(words)[:LISTED])
        return [record for record in found if record.words == tuple(words)][:limit]

    def rows_exact(self, words: tuple[str, ...], limit: int) -> Rows:
        """Return rows of titles of these words; one too many costs nothing but a comparison."""
        return self._rows_of_length(words)[:limit]

    def _rows_of_length(self, words: Sequence[str]) -> Rows:
        low, high = self._order.same_start(words)
        rows = np.arange(low, high)
        offsets = self.arrays.offsets
        lengths = offsets[low + 1 : high + 1] - offsets[low:high]
        return rows[(lengths == len(words)) & self.alive[low:high]]

    def starting(self, words: list[str], unfinished: str, limit: int) -> list[Record]:
        """Return living titles that start so, the most popular first, then the shortest."""
        found = self.records(self.rows_starting(words, unfinished, limit))
        return sorted(found, key=lambda record: (-record.popularity, len(record.text)))

    def holding(self, words: Sequence[str], unfinished: str, limit: int) -> list[Record]:
        """Return living titles that have these words one after another, in no order."""
        rows = rows_holding(self, self._sums, words, unfinished)
        return self.records(self._foremost(rows, limit))

    def rows_starting(self, words: Sequence[str], unfinished: str, limit: int) -> Rows:
        """Return the rows of at most `limit` living titles that start so, in no order."""
        low, high = self._order.same_start(words)
        if low < high and len(words) < SORTED_WORDS and unfinished:
            low, high = self._order.narrow(low, high, len(words), *self.range(unfinished))
        rows = np.arange(low, high)[self.alive[low:high]]
        if len(words) >= SORTED_WORDS:
            start = " ".join([*words, unfinished])
            rows = rows[:LISTED]
            texts = [record.text + " " for record in self.records(rows)]
            rows = rows[np.array([text.startswith(start) for text in texts], np.bool_)]
        return self._foremost(rows, limit)

    def _foremost(self, rows: Rows, limit: int) -> Rows:
        """Return at most `limit` of the rows, the most popular, then the shortest, in no order."""
        if len(rows) <= limit:
            return rows
        offsets = self.arrays.offsets
        lengths = offsets[rows + 1].astype(np.int64) - offsets[rows]
        rank = self.popularity[rows].astype(np.float64) * 1e3 - lengths
        return rows[np.argpartition(-rank, limit)[:limit]]

    def best(self, limit: int) -> list[Record]:
        """Return the most popular living titles, of equal ones the newest first."""
        best = self._in_order(self._best[self.alive[self._best]])[:limit]
        if len(best) < min(limit, self.living) or (self.popularity[best] < self._floor).any():
            self._best, self._floor = self._most_popular(max(POPULAR, 4 * limit))
            best = self._best[:limit]
        return self.records(best)

    def _most_popular(self, count: int) -> tuple[Rows, float]:
        """Return the rows of the most popular titles in order, and what no other exceeds.

        Those that change are added to them, so that all need be looked at but seldom.
        """
        rows = np.flatnonzero(self.alive)
        floor = 0.0
        if len(rows) > count:
            votes = self.popularity[rows]
            floor = float(np.partition(votes, -count)[-count])
            more, same = rows[votes > floor], rows[votes == floor]
            newest = np.argpartition(self.arrays.arrivals[same], len(more) - count)
            rows = np.concatenate([more, same[newest[len(more) - count :]]])
        return self._in_order(rows), floor

    def _in_order(self, rows: Rows) -> Rows:
        """Put the most popular first, of equal ones the newest."""
        newest = -self.arrays.arrivals[rows].astype(np.int64)
        return rows[np.lexsort((newest, -self.popularity[rows]))]

    def candidates(self, asked: Asked, effort: Effort) -> list[Candidate]:
        """Return living titles that share most with the query, or that it names, best first."""
        return Gatherer(self, self._sums).candidates(asked, effort)

"""What the large shelf consists of, and how it is made from records.

Rules: one frozen value of arrays, each of one dtype; places are unsigned 32-bit (at most 2^32
words over all titles); a record without words is given the word NUL, which no fold contains, so
that every row has one.
"""

from __future__ import annotations

from array import array
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from bot.titles import initials
from bot.titles.errors import TooManyWordsError
from bot.titles.nearwords import near_table
from bot.titles.records import head_key
from bot.titles.stretches import stretches

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bot.titles.records import Record

U32 = NDArray[np.uint32]
F32 = NDArray[np.float32]
T = TypeVar("T", bound=np.generic)
WORDLESS = "\x00"
_BUFFERED = 1 << 18
_MOST_WORDS = 1 << 24
_MOST_IN_A_HEAD = 255
_ROWS_AT_ONCE = 1 << 16


@dataclass(frozen=True, slots=True)
class Arrays:
    """The large shelf's data; the orders are told in `segment`.

    The words' numbers, by far the most, stand in 24 bits: `words` has the lower 16, `words_high`
    the upper 8 (see `word_numbers`).

    `masses` is a row's summed idf. `*_keys` are sorted, the array beside each has what the key
    leads to: a word (`near_words`) or a row (`alias_rows`, `id_rows`). `ids` is UTF-8.
    """

    vocabulary: list[str]
    words: NDArray[np.uint16]
    words_high: NDArray[np.uint8]
    offsets: U32
    starts: U32
    postings: U32
    heads: NDArray[np.uint8]
    spellings: U32
    masses: F32
    popularity: F32
    arrivals: U32
    near_keys: U32
    near_words: U32
    alias_keys: U32
    alias_rows: U32
    ids: NDArray[np.uint8]
    id_offsets: U32
    id_keys: U32
    id_rows: U32

    def word_numbers(self, places: NDArray[np.int64]) -> U32:
        """Return the numbers of the words at these places."""
        high = self.words_high[places].astype(np.uint32)
        high <<= np.uint32(16)
        high |= self.words[places]
        return high


class _Numbers(dict[str, int]):
    """Numbers words in the order they are met."""

    def __missing__(self, word: str) -> int:
        number = self[word] = len(self)
        return number


@dataclass(frozen=True, slots=True)
class _Columns:
    """Records as they came, column by column; words are numbered in the order they were met."""

    numbers: _Numbers
    words: U32
    lengths: U32
    heads: NDArray[np.uint8]
    spellings: U32
    popularity: F32
    arrivals: U32
    name_keys: U32
    name_rows: U32
    ids: NDArray[np.uint8]
    id_lengths: U32
    id_keys: U32


def _columns(records: Iterable[Record]) -> _Columns:
    """Read the records. Arrays of plain numbers: lists would hold an object for each."""
    numbers = _Numbers()
    number_of = numbers.__getitem__
    flat: list[U32] = []
    buffer: list[int] = []
    lengths, arrivals, spellings = array("I"), array("I"), array("I")
    heads, popularity = array("B"), array("f")
    name_keys, name_rows = array("I"), array("I")
    ids, id_lengths, id_keys = bytearray(), array("I"), array("I")
    for row, record in enumerate(records):
        words = record.words or (WORDLESS,)
        buffer.extend(map(number_of, words))
        lengths.append(len(words))
        heads.append(min(record.head, _MOST_IN_A_HEAD))
        spellings.append(record.spelling)
        popularity.append(record.popularity)
        arrivals.append(record.arrival)
        raw = record.paper_id.encode("utf-8", "surrogatepass")
        ids += raw
        id_lengths.append(len(raw))
        id_keys.append(crc32(raw))
        if record.head and (key := head_key(words, record.head)) is not None:
            name_keys.append(key)
            name_rows.append(row)
        if len(buffer) > _BUFFERED:
            flat.append(np.array(buffer, np.uint32))
            buffer.clear()
    flat.append(np.array(buffer, np.uint32))
    return _Columns(
        numbers,
        np.concatenate(flat),
        _u32(lengths),
        np.frombuffer(heads, np.uint8),
        _u32(spellings),
        np.frombuffer(popularity, np.float32),
        _u32(arrivals),
        _u32(name_keys),
        _u32(name_rows),
        np.frombuffer(ids, np.uint8),
        _u32(id_lengths),
        _u32(id_keys),
    )


def _numbered(numbers: _Numbers, met: U32) -> tuple[list[str], U32]:
    """Return the words in order, and what was met by their places in it; forgets the numbers."""
    vocabulary = sorted(numbers)
    if len(vocabulary) > _MOST_WORDS:
        raise TooManyWordsError(len(vocabulary))
    ranks = np.empty(len(numbers), np.uint32)
    places = np.fromiter(map(numbers.__getitem__, vocabulary), np.int64, len(vocabulary))
    ranks[places] = np.arange(len(vocabulary), dtype=np.uint32)
    numbers.clear()
    # written anew, the words stand side by side, and what was between them can go
    return "\n".join(vocabulary).split("\n") if vocabulary else [], ranks[met]


def build(records: Iterable[Record]) -> Arrays:
    """Build the arrays from records with distinct ids, in any order. `TooManyWordsError`."""
    came = _columns(records)
    vocabulary, met = _numbered(came.numbers, came.words)
    met_offsets = _offsets(came.lengths)
    order = _title_order(met, met_offsets)
    words, offsets = _reorder(met, met_offsets, order)
    del met
    rows_of_old = np.empty(len(order), np.uint32)
    rows_of_old[order] = np.arange(len(order), dtype=np.uint32)
    starts, postings = _invert(words, offsets, len(vocabulary))
    initial_keys, initial_rows = initials.keys(vocabulary, words, offsets)
    alias_keys, alias_rows = _sorted_pairs(
        np.concatenate([came.name_keys, initial_keys]),
        np.concatenate([rows_of_old[came.name_rows], initial_rows]),
    )
    id_bytes, id_offsets = _reorder(came.ids, _offsets(came.id_lengths), order)
    near_keys, near_words = near_table(vocabulary)
    by_id_keys, by_id_rows = _sorted_pairs(
        came.id_keys[order], np.arange(len(order), dtype=np.uint32)
    )
    return Arrays(
        vocabulary=vocabulary,
        words=words.astype(np.uint16),
        words_high=(words >> np.uint32(16)).astype(np.uint8),
        offsets=offsets,
        starts=starts,
        postings=postings,
        heads=came.heads[order],
        spellings=came.spellings[order],
        masses=_masses(words, offsets, starts),
        popularity=came.popularity[order],
        arrivals=came.arrivals[order],
        near_keys=near_keys,
        near_words=near_words,
        alias_keys=alias_keys,
        alias_rows=alias_rows,
        ids=id_bytes,
        id_offsets=id_offsets,
        id_keys=by_id_keys,
        id_rows=by_id_rows,
    )


def _u32(values: array[int]) -> U32:
    return np.frombuffer(values, np.uint32)


def _masses(words: U32, offsets: U32, starts: U32) -> F32:
    """Return each row's summed idf."""
    size = len(offsets) - 1
    if not size:
        return np.empty(0, np.float32)
    counts = np.diff(starts).astype(np.float32)
    idf = np.maximum(0.05, np.log((size + 1) / (counts + 0.5))).astype(np.float32)
    return np.add.reduceat(idf[words], offsets[:-1]).astype(np.float32)


def _offsets(lengths: U32) -> U32:
    offsets = np.zeros(len(lengths) + 1, np.uint32)
    np.cumsum(lengths, out=offsets[1:])
    return offsets


def _title_order(words: U32, offsets: U32) -> NDArray[np.int64]:
    """Return the rows in the order of their first six words, two words to a sort key."""
    padded = np.concatenate([words.astype(np.uint64) + np.uint64(1), np.zeros(1, np.uint64)])
    first, last = offsets[:-1].astype(np.int64), offsets[1:].astype(np.int64)

    def column(place: int) -> NDArray[np.uint64]:
        return padded[np.where(first + place < last, first + place, len(words))]

    keys = [(column(place) << np.uint64(32)) | column(place + 1) for place in (4, 2, 0)]
    return np.lexsort(keys)


def _reorder(values: NDArray[T], offsets: U32, order: NDArray[np.int64]) -> tuple[NDArray[T], U32]:
    """Put stretches of values in another order; returns them and their new offsets."""
    lengths = np.diff(offsets)[order]
    moved = _offsets(lengths)
    result = np.empty_like(values)
    begins = offsets[:-1][order].astype(np.int64)
    for first in range(0, len(order), _ROWS_AT_ONCE):
        rows = slice(first, first + _ROWS_AT_ONCE)
        here = int(moved[first])
        places = stretches(begins[rows], lengths[rows].astype(np.int64))
        result[here : here + len(places)] = values[places]
    return result, moved


def _invert(words: U32, offsets: U32, size: int) -> tuple[U32, U32]:
    """Return where each word's rows begin, and the rows; a row counts once for a word."""
    rows = np.repeat(np.arange(len(offsets) - 1, dtype=np.uint64), np.diff(offsets))
    pairs = (words.astype(np.uint64) << np.uint64(32)) | rows
    del rows
    pairs.sort()
    if len(pairs):
        pairs = pairs[np.concatenate([[True], pairs[1:] != pairs[:-1]])]
    starts = np.searchsorted(pairs, np.arange(size + 1, dtype=np.uint64) << np.uint64(32))
    return starts.astype(np.uint32), pairs.astype(np.uint32)


def _sorted_pairs(keys: U32, values: U32) -> tuple[U32, U32]:
    order = np.argsort(keys, kind="stable")
    return keys[order], values[order]

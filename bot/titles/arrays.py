"""What the large shelf consists of, and how it is made from records.

Rules: one frozen value of arrays, each of one dtype; places are unsigned 32-bit (at most 2^32
words over all titles); a record without words is given the word NUL, which no fold contains, so
that every row has one.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from bot.titles.nearwords import near_table
from bot.titles.records import aliases

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bot.titles.records import Record

U32 = NDArray[np.uint32]
F32 = NDArray[np.float32]
WORDLESS = "\x00"


@dataclass(frozen=True, slots=True)
class Arrays:
    """The large shelf's data; the orders are told in `segment`.

    `masses` is a row's summed idf. `*_keys` are sorted, the array beside each has what the key
    leads to: a word (`near_words`) or a row (`alias_rows`, `id_rows`). `ids` is UTF-8.
    """

    vocabulary: list[str]
    words: U32
    offsets: U32
    starts: U32
    postings: U32
    heads: NDArray[np.uint8]
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


class _Numbers(dict[str, int]):
    """Numbers words in the order they are met."""

    def __missing__(self, word: str) -> int:
        number = self[word] = len(self)
        return number


def build(records: Iterable[Record]) -> Arrays:
    """Build the arrays from records with distinct ids, in any order."""
    numbers = _Numbers()
    number_of = numbers.__getitem__
    flat: list[U32] = []
    buffer: list[int] = []
    lengths: list[int] = []
    heads: list[int] = []
    popularity: list[float] = []
    arrivals: list[int] = []
    ids: list[bytes] = []
    alias_keys: list[int] = []
    alias_rows: list[int] = []
    for row, record in enumerate(records):
        words = record.words or (WORDLESS,)
        buffer.extend(map(number_of, words))
        lengths.append(len(words))
        heads.append(record.head)
        popularity.append(record.popularity)
        arrivals.append(record.arrival)
        ids.append(record.paper_id.encode("utf-8", "surrogatepass"))
        for key in aliases(words, record.head):
            alias_keys.append(key)
            alias_rows.append(row)
        if len(buffer) > 1 << 20:
            flat.append(np.array(buffer, np.uint32))
            buffer.clear()
    flat.append(np.array(buffer, np.uint32))
    met = np.concatenate(flat)
    vocabulary = sorted(numbers)
    ranks = np.empty(len(numbers), np.uint32)
    ranks[np.fromiter(map(number_of, vocabulary), np.int64, len(vocabulary))] = np.arange(
        len(vocabulary), dtype=np.uint32
    )
    numbers.clear()
    met_offsets = _offsets(lengths)
    order = _title_order(ranks[met], met_offsets)
    words, offsets = _reorder(ranks[met], met_offsets, order)
    rows_of_old = np.empty(len(order), np.uint32)
    rows_of_old[order] = np.arange(len(order), dtype=np.uint32)
    starts, postings = _invert(words, offsets, len(vocabulary))
    counts = np.diff(starts).astype(np.float32)
    idf = np.maximum(0.05, np.log((len(order) + 1) / (counts + 0.5))).astype(np.float32)
    masses = np.add.reduceat(idf[words], offsets[:-1]) if len(order) else np.empty(0, np.float32)
    names = _sorted_pairs(
        np.array(alias_keys, np.uint32), rows_of_old[np.array(alias_rows, np.int64)]
    )
    ids = [ids[old] for old in order.tolist()]
    by_id = _sorted_pairs(
        np.fromiter(map(crc32, ids), np.uint32, len(ids)), np.arange(len(ids), dtype=np.uint32)
    )
    near = near_table(vocabulary)
    return Arrays(
        vocabulary=vocabulary,
        words=words,
        offsets=offsets,
        starts=starts,
        postings=postings,
        heads=np.array(heads, np.uint8)[order],
        masses=masses.astype(np.float32),
        popularity=np.array(popularity, np.float32)[order],
        arrivals=np.array(arrivals, np.uint32)[order],
        near_keys=near[0],
        near_words=near[1],
        alias_keys=names[0],
        alias_rows=names[1],
        ids=np.frombuffer(b"".join(ids), np.uint8),
        id_offsets=_offsets(list(map(len, ids))),
        id_keys=by_id[0],
        id_rows=by_id[1],
    )


def _offsets(lengths: list[int]) -> U32:
    offsets = np.zeros(len(lengths) + 1, np.uint32)
    np.cumsum(np.array(lengths, np.uint32), out=offsets[1:])
    return offsets


def _title_order(words: U32, offsets: U32) -> NDArray[np.int64]:
    """Return the rows in the order of their first six words, two words to a sort key."""
    padded = np.concatenate([words.astype(np.uint64) + np.uint64(1), np.zeros(1, np.uint64)])
    first, last = offsets[:-1].astype(np.int64), offsets[1:].astype(np.int64)

    def column(place: int) -> NDArray[np.uint64]:
        return padded[np.where(first + place < last, first + place, len(words))]

    keys = [(column(place) << np.uint64(32)) | column(place + 1) for place in (4, 2, 0)]
    return np.lexsort(keys)


def _reorder(words: U32, offsets: U32, order: NDArray[np.int64]) -> tuple[U32, U32]:
    lengths = np.diff(offsets)[order]
    moved = np.zeros(len(offsets), np.uint32)
    np.cumsum(lengths, out=moved[1:])
    shift = offsets[:-1][order].astype(np.int64) - moved[:-1]
    return words[np.arange(len(words)) + np.repeat(shift, lengths)], moved


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

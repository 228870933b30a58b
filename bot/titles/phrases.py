"""Titles of the large shelf that have some words one after another, wherever they stand.

Rules: the rarest word's postings are read, at most `READ` of them, and compared with those of the
next rarest; what is left, at most `CHECKED` rows, is read itself. The first `LONGEST` words count.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import numpy as np
from numpy.typing import NDArray

from bot.titles.stretches import distinct, stretches

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.titles.segment import Segment

READ: Final = 40_000
CHECKED: Final = 1_000
LONGEST: Final = 12
Rows = NDArray[np.intp]

#: the numbers of the words that may stand at one place, from the first to before the last
Span = tuple[int, int]


def rows_holding(
    segment: Segment, marks: NDArray[np.uint16], words: Sequence[str], unfinished: str
) -> Rows:
    """Return rows of living titles that have these words one after another, each row once.

    After them stands a word that begins as `unfinished`, unless that is empty. `marks` has a place
    for every row and is zero before and after.
    """
    spans = _spans(segment, words[:LONGEST], unfinished if len(words) < LONGEST else "")
    if not spans:
        return np.empty(0, np.intp)
    rows = _rows_with(segment, marks, spans)
    if len(rows) > CHECKED:
        rows = rows[np.argpartition(segment.masses.take(rows), CHECKED)[:CHECKED]]
    rows = distinct(_in_a_row(segment, rows, spans))
    return rows[segment.alive.take(rows)]


def _spans(segment: Segment, words: Sequence[str], unfinished: str) -> list[Span]:
    """Return the words as numbers; nothing if one of them is in no title."""
    numbers = [segment.number(word) for word in words]
    spans = [(number, number + 1) for number in numbers if number is not None]
    if unfinished:
        spans.append(segment.range(unfinished))
    missing = len(spans) < len(words) + bool(unfinished)
    return [] if missing or any(first == last for first, last in spans) else spans


def _rows_with(segment: Segment, marks: NDArray[np.uint16], spans: list[Span]) -> Rows:
    """Return rows that have words of the two rarest spans, some more than once."""
    starts, postings = segment.arrays.starts, segment.arrays.postings
    slices = sorted(
        {(int(starts[last]) - int(starts[first]), int(starts[first])) for first, last in spans}
    )
    length, start = slices[0]
    rows = postings[start : start + min(length, READ)].astype(np.intp)
    if len(slices) > 1 and length > CHECKED and slices[1][0] <= READ:
        marks[rows] = 1
        length, start = slices[1]
        others = postings[start : start + length].astype(np.intp)
        both = others[marks.take(others) == 1]
        marks[rows] = 0
        rows = both
    return rows


def _in_a_row(segment: Segment, rows: Rows, spans: list[Span]) -> Rows:
    """Return those rows whose words stand one after another as the spans do."""
    arrays = segment.arrays
    begins = arrays.offsets[rows].astype(np.int64)
    lengths = arrays.offsets[rows + 1].astype(np.int64) - begins
    words = arrays.word_numbers(stretches(begins, lengths))
    places = _places(words, spans)
    ends = np.cumsum(lengths)
    owner = np.searchsorted(ends, places, "right")
    return rows[owner[places + len(spans) <= ends[owner]]]


def _places(words: NDArray[np.integer[Any]], spans: list[Span]) -> NDArray[np.intp]:
    """Return where the first of some words stands that are as the spans."""
    places = np.arange(len(words) - len(spans) + 1) if len(words) >= len(spans) else np.arange(0)
    for after, (first, last) in enumerate(spans):
        here = words[places + after]
        places = places[(here >= first) & (here < last)]
    return places

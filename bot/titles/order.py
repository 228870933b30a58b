"""Rows in the order of their titles: which range of them starts with some words.

Rule: rows are sorted by the numbers of their first `SORTED_WORDS` words.
"""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from bot.titles.arrays import Arrays

SORTED_WORDS: Final = 6


class TitleOrder:
    """Finds ranges of the large shelf's rows, living or not; every range is half open."""

    def __init__(self, arrays: Arrays) -> None:
        self._arrays = arrays
        self._size = len(arrays.offsets) - 1
        self._last: tuple[tuple[str, ...], tuple[int, int]] = (), (0, self._size)

    def same_start(self, words: Sequence[str]) -> tuple[int, int]:
        """Return the rows whose titles start with these words, as far as rows are sorted.

        The last answer is kept, for what is asked next often differs in what stands behind.
        """
        asked = tuple(words[:SORTED_WORDS])
        if asked != self._last[0]:
            self._last = asked, self._starting(asked)
        return self._last[1]

    def narrow(self, low: int, high: int, place: int, first: int, last: int) -> tuple[int, int]:
        """Narrow a range of rows, alike until `place`, to those whose word there is in a range."""
        key = self._word_at(place)
        rows = range(self._size)
        start = bisect_left(rows, first, low, high, key=key)
        return start, bisect_left(rows, last, start, high, key=key)

    def _starting(self, words: tuple[str, ...]) -> tuple[int, int]:
        vocabulary = self._arrays.vocabulary
        low, high = 0, self._size
        for place, word in enumerate(words):
            number = bisect_left(vocabulary, word)
            if low == high or vocabulary[number : number + 1] != [word]:
                return 0, 0
            low, high = self.narrow(low, high, place, number, number + 1)
        return low, high

    def _word_at(self, place: int) -> Callable[[int], int]:
        arrays = self._arrays
        offsets, low, high = arrays.offsets, arrays.words, arrays.words_high

        def word(row: int) -> int:
            at = int(offsets[row]) + place
            return int(high[at]) << 16 | int(low[at]) if at < int(offsets[row + 1]) else -1

        return word

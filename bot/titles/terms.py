"""What a query asks of a shelf: weighted words, in strings, so that every shelf may number its own.

Rules: a term's `weight` is its share of the query's rareness (idf, natural logarithm); `likeness`
is 1 for the word itself and less for a word that only looks like it. A shelf is one part of the
index: the large one that never changes (`segment`) or the small one that does (`tail`).
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from bot.titles.records import Record

if TYPE_CHECKING:
    from collections.abc import Sequence


@dataclass(frozen=True, slots=True)
class Term:
    """A word to look for; with `prefix`, every word that begins so."""

    word: str
    weight: float
    likeness: float = 1.0
    prefix: bool = False


@dataclass(frozen=True, slots=True)
class Effort:
    """How much one query may cost: postings read, titles weighed, titles brought at most."""

    postings: int
    weighed: int
    kept: int


@dataclass(frozen=True, slots=True)
class Asked:
    """The terms of a query, the weight of all its words, and titles that it names outright.

    `names` are names written in one (see `records.aliases`), `starts` words that a title may
    begin with, `titles` whole titles' words.
    """

    terms: list[Term]
    total: float
    names: frozenset[str] = frozenset()
    starts: tuple[tuple[str, ...], ...] = ()
    titles: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class Candidate:
    """A title that may be meant, with what the words alone say for it.

    `asked` is the share of the query's weight that the title has, `told` the share of the
    title's weight `mass` that the query has; both 0–1.
    """

    record: Record
    asked: float
    told: float
    mass: float


class Shelf(Protocol):
    """The questions both parts of the index answer."""

    def count(self, word: str) -> int:
        """Return in how many titles a word stands."""
        ...

    def near(self, word: str) -> list[str]:
        """Return indexed words that look like this one, itself left out, in no order."""
        ...

    def beginning(self, prefix: str, limit: int) -> list[str]:
        """Return indexed words that begin so, at most `limit`."""
        ...

    def candidates(self, asked: Asked, effort: Effort) -> list[Candidate]:
        """Return titles that share most with the query, best first, and those that it names,
        begins or is.
        """
        ...

    def named(self, name: str) -> list[Record]:
        """Return titles that may go by this name (see `records.aliases`)."""
        ...

    def exact(self, words: list[str], limit: int) -> list[Record]:
        """Return titles of exactly these words, at most `limit`."""
        ...

    def starting(self, words: list[str], unfinished: str, limit: int) -> list[Record]:
        """Return titles that start with these words and then a word that begins as `unfinished`.

        The most popular first, then the shortest; at most `limit`.
        """
        ...

    def holding(self, words: Sequence[str], unfinished: str, limit: int) -> list[Record]:
        """Return titles that have these words one after another, and behind them one more that
        begins as `unfinished`, at most `limit`.
        """
        ...

    def best(self, limit: int) -> list[Record]:
        """Return the most popular titles, of equal ones the newest first."""
        ...


@dataclass(frozen=True, slots=True)
class Shelves:
    """Both parts of one index at one time, and how many titles they hold."""

    segment: Shelf
    tail: Shelf
    size: int

    @property
    def both(self) -> tuple[Shelf, Shelf]:
        """The shelves, the large one first."""
        return self.segment, self.tail


def idf(titles: int, with_word: int) -> float:
    """Return how much a word tells that stands in `with_word` of so many titles; at least 0.05."""
    return max(0.05, math.log((titles + 1) / (with_word + 0.5)))

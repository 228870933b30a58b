"""From a folded query to weighted terms.

Rules: a word weighs its rareness over all shelves. A word that no title has is replaced by words
one slip away, by its halves if two words ran together, or joined with its neighbour if one was
parted; with `wide`, every word of four letters or more is. A query has at most `MOST_WORDS` words
that count, the rarest; what no title has weighs no more than a word of one title would.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from rapidfuzz.distance import OSA

from bot.titles.terms import Term, idf

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.titles.terms import Shelf

MOST_WORDS: Final = 48
_NEAR: Final = 6
_UNSURE: Final = 2
_LONG: Final = 8
_SHORTEST_NEAR: Final = 4
_SHORTEST_HALF: Final = 3


@dataclass(frozen=True, slots=True)
class Asked:
    """The terms of a query and the weight of all its words."""

    terms: list[Term]
    total: float


class Asker:
    """Weighs words over the shelves of one index at one time."""

    def __init__(self, shelves: Sequence[Shelf], size: int) -> None:
        self._shelves = shelves
        self._size = size

    def count(self, word: str) -> int:
        """Return in how many titles a word stands, over all shelves."""
        return sum(shelf.count(word) for shelf in self._shelves)

    def ask(self, words: list[str], *, unfinished: str = "", wide: bool = False) -> Asked:
        """Weigh the words; `unfinished` is the beginning of one more."""
        counted = [(self.count(word), word) for word in dict.fromkeys(words)]
        if len(counted) > MOST_WORDS:
            counted = sorted(counted)[:MOST_WORDS]
        terms: list[Term] = []
        total = 0.0
        for count, word in counted:
            weight = idf(self._size, count or 1)
            total += weight
            if count:
                terms.append(Term(word, weight))
            if count <= _UNSURE or (wide and len(word) >= _SHORTEST_NEAR):
                terms += self._instead(word, weight, known=count > 0)
        terms += self._joined(words, wide=wide)
        if unfinished:
            begun = self._begun(unfinished, wide=wide)
            total += begun.total
            terms += begun.terms
        return Asked(terms, total or 1.0)

    def _instead(self, word: str, weight: float, *, known: bool) -> list[Term]:
        """Return the words one slip away, and the halves of a word no title has."""
        allowed = 2 if len(word) >= _LONG else 1
        near: dict[str, int] = {}
        if len(word) >= _SHORTEST_NEAR:
            for shelf in self._shelves:
                for other in shelf.near(word):
                    distance = OSA.distance(word, other, score_cutoff=allowed)
                    if distance <= allowed:
                        near[other] = distance
        order = sorted(near, key=lambda other: (near[other], -self.count(other)))[:_NEAR]
        terms = [Term(other, weight, 1 - near[other] / (len(word) + 2)) for other in order]
        if not known:
            for cut in range(_SHORTEST_HALF, len(word) - _SHORTEST_HALF + 1):
                left, right = word[:cut], word[cut:]
                if self.count(left) > _UNSURE and self.count(right) > _UNSURE:
                    terms.append(Term(left, weight * cut / len(word), 0.95))
                    terms.append(Term(right, weight * (1 - cut / len(word)), 0.95))
        return terms

    def _joined(self, words: list[str], *, wide: bool) -> list[Term]:
        """Return neighbours that titles write as one word."""
        terms: list[Term] = []
        for left, right in pairwise(words[: MOST_WORDS + 1]):
            if len(left) + len(right) < _SHORTEST_NEAR and not wide:
                continue
            if self.count(left + right):
                weight = idf(self._size, self.count(left) or 1)
                weight += idf(self._size, self.count(right) or 1)
                terms.append(Term(left + right, weight, 0.95))
        return terms

    def _begun(self, unfinished: str, *, wide: bool) -> Asked:
        """Return the terms of a word that is still being typed."""
        beginning = self._beginning(unfinished, _NEAR)
        count = sum(map(self.count, beginning)) if len(beginning) < _NEAR else 0
        weight = idf(self._size, count or self._size >> min(len(unfinished), 16))
        terms = [Term(unfinished, weight, 1.0, prefix=True)] if beginning else []
        if not beginning or wide:
            terms += [Term(start, weight, 0.85, prefix=True) for start in self._slips(unfinished)]
        return Asked(terms, weight)

    def _beginning(self, prefix: str, limit: int) -> list[str]:
        return [word for shelf in self._shelves for word in shelf.beginning(prefix, limit)]

    def _slips(self, unfinished: str) -> list[str]:
        """Return beginnings of indexed words that this one may be meant for, one slip away."""
        if len(unfinished) < _SHORTEST_NEAR:
            return []
        starts = {unfinished[:at] + unfinished[at + 1 :] for at in range(len(unfinished))}
        starts |= {
            unfinished[:at] + unfinished[at + 1] + unfinished[at] + unfinished[at + 2 :]
            for at in range(len(unfinished) - 1)
        }
        found = {start for start in starts if self._beginning(start, 1)}
        size = len(unfinished)
        for word in self._beginning(unfinished[:2], 4000):
            for start in (word[:size], word[: size + 1]):
                if OSA.distance(unfinished, start, score_cutoff=1) <= 1:
                    found.add(start)
        found.discard(unfinished)
        return sorted(found, key=len)[-2 * _NEAR :]

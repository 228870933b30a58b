"""From a folded query to weighted terms.

Rules: a word weighs its rareness over all shelves, and brings its plural or singular, and what it
abbreviates or is abbreviated to. A word that hardly a title has is replaced by words one slip away,
by its parts if words ran together, or joined with its neighbour if one was parted; with `wide`, for
what is being typed and looks like nothing, every word of four letters or more is. A query has at
most `MOST_WORDS` words that count, the rarest, of which `_MOST_SLIPS` are mended; what no title has
weighs no more than a word of one title would.
"""

from __future__ import annotations

import math
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from rapidfuzz.distance import OSA

from bot.titles.shorthand import contractions, expansions
from bot.titles.terms import Asked, Term, idf

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.titles.terms import Shelf

MOST_WORDS: Final = 48
_NEAR: Final = 6
_MOST_SLIPS: Final = 12
_SLIPS_AMONG: Final = 1500
_UNSURE: Final = 2
_LONG: Final = 8
_SHORTEST_NEAR: Final = 4
_SHORTEST_HALF: Final = 3
_LONGEST_WORD: Final = 10
_LONGEST_PART: Final = 16
_LONGEST_RUN: Final = 120
_SPACE: Final = 3.0


class Asker:
    """Weighs words over the shelves of one index at one time."""

    def __init__(self, shelves: Sequence[Shelf], size: int) -> None:
        self._shelves = shelves
        self._size = size
        self._counts: dict[str, int] = {}

    def count(self, word: str) -> int:
        """Return in how many titles a word stands, over all shelves."""
        count = self._counts.get(word)
        if count is None:
            count = self._counts[word] = sum([shelf.count(word) for shelf in self._shelves])
        return count

    def weight(self, word: str) -> float:
        """Return how much a word tells."""
        return idf(self._size, self.count(word) or 1)

    def ask(self, words: list[str], *, unfinished: str = "", wide: bool = False) -> Asked:
        """Weigh the words; `unfinished` is the beginning of one more."""
        counted = [(self.count(word), word) for word in dict.fromkeys(words)]
        if len(counted) > MOST_WORDS:
            counted = sorted(counted)[:MOST_WORDS]
        terms: list[Term] = []
        total = 0.0
        slips = 0
        for count, word in counted:
            weight = idf(self._size, count or 1)
            total += weight
            if count:
                terms.append(Term(word, weight))
            terms += self._other_number(word, weight)
            unsure = count <= _UNSURE or (wide and len(word) >= _SHORTEST_NEAR)
            if unsure and slips < _MOST_SLIPS:
                slips += 1
                terms += self._instead(word, weight, known=count > 0)
        terms += self._joined(words, wide=wide)
        terms += self._shortened(words)
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
        if not known and len(word) >= _LONGEST_WORD and not near:
            terms += self._run_together(word[:_LONGEST_RUN], weight)
        elif not known:
            for cut in range(_SHORTEST_HALF, len(word) - _SHORTEST_HALF + 1):
                left, right = word[:cut], word[cut:]
                if self.count(left) > _UNSURE and self.count(right) > _UNSURE:
                    terms.append(Term(left, weight * cut / len(word), 0.95))
                    terms.append(Term(right, weight * (1 - cut / len(word)), 0.95))
        return terms

    def _other_number(self, word: str, weight: float) -> list[Term]:
        """Return a word's plural, or its singular."""
        if len(word) < _SHORTEST_NEAR:
            return []
        if word[-1] != "s":
            others = [word[:-1] + "ies", word + "s"] if word[-1] == "y" else [word + "s"]
        else:
            others = [word[:-3] + "y"] if word.endswith("ies") else [word[:-1]]
        return [Term(other, weight, 0.95) for other in others if self.count(other)]

    def _shortened(self, words: list[str]) -> list[Term]:
        """Return what abbreviations stand for, and abbreviations of what is written out."""
        terms: list[Term] = []
        for word, long in expansions(words):
            weight = self.weight(word)
            for part in long:
                forms = [form for form in (part, part + "s") if self.count(form)]
                terms += [Term(form, weight / len(long), 0.9) for form in forms]
        for long, short in contractions(words):
            weight = sum(idf(self._size, self.count(part) or 1) for part in set(long))
            terms += [Term(form, weight, 0.9) for form in (short, short + "s") if self.count(form)]
        return terms

    def _run_together(self, word: str, weight: float) -> list[Term]:
        """Return the words of a text typed without spaces: those that cover it most likely."""
        best: list[tuple[float, int]] = [(0.0, 0)]
        for end in range(1, len(word) + 1):
            options = [(math.inf, end)]
            for start in range(max(0, end - _LONGEST_PART), end):
                count = self.count(word[start:end])
                if count and best[start][0] < math.inf:
                    options.append((best[start][0] + idf(self._size, count) + _SPACE, start))
            best.append(min(options))
        if best[-1][0] == math.inf:
            return []
        parts: list[str] = []
        end = len(word)
        while end:
            parts.append(word[best[end][1] : end])
            end = best[end][1]
        return [Term(part, weight * len(part) / len(word), 0.95) for part in set(parts)]

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
        for word in self._beginning(unfinished[:2], _SLIPS_AMONG):
            for start in (word[:size], word[: size + 1]):
                if OSA.distance(unfinished, start, score_cutoff=1) <= 1:
                    found.add(start)
        found.discard(unfinished)
        return sorted(found, key=len)[-2 * _NEAR :]

"""The papers that a query matches among many, found by its words instead of one by one.

- The index has the words of `fts_row`, marks among them, and for each the papers that hold it.
  Papers are known by their places, 0 and up; a set of them is an integer whose bits are the places,
  so that *and*, *or* and *not* of queries are those of integers.
- It finds exactly the papers that `matches` takes, and says the same of them. Words that must stand
  side by side are looked for in the texts of the few papers that have them all.
- The work grows with a query's terms and with what they find, not with the papers; only a beginning
  of a word takes the more time the more words begin so.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from bot.core.query_fold import fold_term
from bot.core.query_marks import (
    AUTHOR,
    CODE,
    ORGANIZATION,
    SOURCE,
    category_mark,
)
from bot.core.query_match import (
    PASSED,
    Judgement,
    all_judged,
    any_judged,
    fts_row,
    hit_of,
    needle,
    weigh,
)
from bot.core.query_terms import (
    And,
    Author,
    Category,
    Code,
    Everything,
    Not,
    Or,
    Organization,
    Phrase,
    Upvotes,
    Word,
    term_text,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bot.core.query_match import FoldedPaper, Hit
    from bot.core.query_terms import Comparison, Field, Query


@dataclass(slots=True)
class _Found:
    """A query or a part of one, the places of what it matches, and its own parts."""

    query: Query
    places: int
    parts: Sequence[_Found] = ()


class PaperIndex:
    """Papers by their words. Made once of papers that do not change afterwards."""

    def __init__(self, papers: Sequence[FoldedPaper]) -> None:
        self._papers = papers
        self._all = (1 << len(papers)) - 1
        self._texts = {
            "": [paper.whole for paper in papers],
            AUTHOR: [paper.authors for paper in papers],
            ORGANIZATION: [paper.organization for paper in papers],
            SOURCE: [paper.sources for paper in papers],
        }
        holding: defaultdict[str, int] = defaultdict(int)
        having: defaultdict[int, int] = defaultdict(int)
        for place, paper in enumerate(papers):
            having[paper.upvotes] |= 1 << place
            for word in {word for text in fts_row(paper) for word in text.split()}:
                holding[word] |= 1 << place
        self._holding = dict(holding)
        self._counts = sorted(having)
        self._at_least = [0]  # for each count, and behind the last one, who has so many or more
        for count in reversed(self._counts):
            self._at_least.append(self._at_least[-1] | having[count])
        self._at_least.reverse()

    def hits(self, query: Query) -> dict[int, Hit]:
        """Give what `matches` says of the papers that the query matches, by their places, in
        order.
        """
        found = self._found(query)
        return {place: hit_of(self._judged(found, place)) for place in _places(found.places)}

    def _found(self, query: Query) -> _Found:
        match query:
            case Phrase(words):
                places = self._side_by_side(fold_term(" ".join(words)))
            case Or(parts):
                found, places = [self._found(part) for part in parts], 0
                for part in found:
                    places |= part.places
                return _Found(query, places, found)
            case And(parts):
                found, places = [self._found(part) for part in parts], self._all
                for part in found:
                    places &= part.places
                return _Found(query, places, found)
            case Not(of):
                places = self._all & ~self._found(of).places
            case _:
                places = self._of_term(query)
        return _Found(query, places)

    def _judged(self, found: _Found, place: int) -> Judgement:
        """Judge a paper that is found, by the parts that it is found by."""
        match found.query:
            case Word() | Phrase() as term:
                return Judgement(weigh(needle(term), self._papers[place]), (term_text(term),))
            case And():
                return all_judged([self._judged(part, place) for part in found.parts])
            case Or():
                by = [part for part in found.parts if part.places >> place & 1]
                return any_judged([self._judged(part, place) for part in by], len(found.parts))
            case Everything() | Not():
                return PASSED
            case term:
                return Judgement(None, (term_text(term),))

    def _of_term(self, term: Everything | Word | Upvotes | Code | Field) -> int:
        match term:
            case Category(name):
                return self._holding.get(category_mark(name.casefold()), 0)
            case Upvotes(op, count):
                return self._compared(op, count)
            case Word(text, prefix):
                return self._side_by_side(fold_term(text), begun=prefix)
            case Code(present):
                linked = self._holding.get(CODE, 0)
                return linked if present else self._all & ~linked
            case Author(name):
                return self._side_by_side(fold_term(name), AUTHOR)
            case Organization(name):
                return self._side_by_side(fold_term(name), ORGANIZATION)
            case Everything():
                return self._all
            case _:
                return self._side_by_side(fold_term(term.name), SOURCE)

    def _side_by_side(self, folded: str, sign: str = "", *, begun: bool = False) -> int:
        """Find where folded words stand side by side, the last one perhaps only `begun`: anywhere,
        or in the names that are marked with a `sign`. No words stand nowhere.
        """
        if not folded:
            return 0
        *words, last = folded.split()
        found = self._beginning(last) if begun else self._holding.get(sign + last, 0)
        for word in words:
            found &= self._holding.get(sign + word, 0)
        if words and found:
            needle = f" {folded}" if begun else f" {folded} "
            texts = self._texts[sign]
            for place in _places(found):
                if needle not in texts[place]:
                    found ^= 1 << place
        return found

    def _beginning(self, beginning: str) -> int:
        found = 0
        for at in range(bisect_left(self._sorted, beginning), len(self._sorted)):
            if not self._sorted[at].startswith(beginning):
                break
            found |= self._holding[self._sorted[at]]
        return found

    @cached_property
    def _sorted(self) -> list[str]:
        return sorted(self._holding)

    def _compared(self, op: Comparison, count: int) -> int:
        least, more = (
            self._at_least[bisect_left(self._counts, number)] for number in (count, count + 1)
        )
        match op:
            case ">=":
                return least
            case ">":
                return more
            case "<":
                return self._all & ~least
            case "<=":
                return self._all & ~more
            case _:
                return least & ~more


def _places(found: int) -> Iterator[int]:
    """Give the places of a set, in order."""
    while found:
        first = found & -found
        yield first.bit_length() - 1
        found ^= first

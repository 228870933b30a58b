"""How like two papers are, by what they are about: tf-idf and a cosine.

    terms_of ─▶ telling: which to look for ─▶ promising: who has most of them ─▶ likest: the order

- **Terms** are the folded words of title, keywords and abstract, the plural's *s* taken off. Words
  without meaning of their own (`stop_words`), numbers and single letters are none.
- A term weighs ``1 + ln(3·title + 2·keywords + abstract)`` by how often it stands where: 1 to
  about 5. Its **rarity** is BM25's, ``ln(1 + (of - having + ½) / (having + ½))``, by how many of a
  sample have it: 1.6 where a fifth do, 8.3 where none of 2,000 does.
- **Likeness** is the cosine of weights times rarities, 0 to 1. Only the rarities of the paper that
  is asked about are known; the other's further words count as of middling rarity. Authors in common
  strengthen it, by a quarter for one up to a half for many, and never make it: 1 is still the most.
- Below `LEAST` two papers have words in common as any two have. Of equals the newest comes first.

Nothing here is learned, and nothing is kept: what is needed of all papers is how rare words are.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from dataclasses import dataclass
from operator import itemgetter
from typing import TYPE_CHECKING, Protocol

from bot.core.query_fold import fold
from bot.core.query_match import BORDER
from bot.core.same_work import title_key
from bot.core.stop_words import STOP_WORDS

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from bot.core.papers import Paper

COUNTED = 64
"""So many terms of a paper are counted and compared at most, the heaviest."""
TELLING = 20
"""So many are looked for."""
LEAST = 0.07
"""From this likeness on papers are called similar."""

_TITLE, _KEYWORDS, _ABSTRACT = 3, 2, 1
_AUTHORS = 0.5  # what many authors in common add, as a part
_SAME_KEYWORDS = 4  # that are given as a reason
_PLURAL = 4  # letters


class Texts(Protocol):
    """A paper's texts as the full-text index has them: folded, with a space around every word."""

    @property
    def title(self) -> str:
        """Its title."""
        ...

    @property
    def keywords(self) -> str:
        """Its keywords, a `BORDER` between two."""
        ...

    @property
    def authors(self) -> str:
        """Its authors, a `BORDER` between two."""
        ...

    @property
    def abstract(self) -> str:
        """Its abstract."""
        ...


@dataclass(frozen=True, slots=True)
class Candidate:
    """A paper that may be similar, by its key (> 0), with its `Texts`."""

    key: int
    title: str
    keywords: str
    authors: str
    abstract: str


@dataclass(frozen=True, slots=True)
class Alike:
    """A similar paper by its key, how like it is (`LEAST` to 1), and why: the keywords and the
    authors that both have, and the other terms that made it so, those that did most first. All
    folded.
    """

    key: int
    likeness: float
    keywords: tuple[str, ...]
    terms: tuple[str, ...]
    authors: tuple[str, ...]


def terms_of(texts: Texts) -> dict[str, float]:
    """Return a paper's terms with their weights (≥ 1), the heaviest first."""
    often: defaultdict[str, int] = defaultdict(int)
    for text, times in (
        (texts.title, _TITLE),
        (texts.keywords, _KEYWORDS),
        (texts.abstract, _ABSTRACT),
    ):
        for word, count in Counter(text.split()).items():
            if word not in STOP_WORDS and len(word) > 1 and not word.isdecimal():
                often[singular(word)] += times * count
    heaviest = sorted(often.items(), key=itemgetter(1), reverse=True)
    return {term: 1 + math.log(count) for term, count in heaviest}


def singular(word: str) -> str:
    """Take a plural's *s* off a folded word of four letters and more, but for *ss*, *us*, *is*."""
    plural = len(word) >= _PLURAL and word[-1] == "s" and word[-2] not in "sui"
    return word[:-1] if plural else word


def forms(term: str) -> tuple[str, str]:
    """Return the words that a term stands for."""
    return term, f"{term}s"


def rarity(having: int, of: int) -> float:
    """Return how rare a term is that `having` of `of` papers have (0 ≤ having ≤ of); > 0."""
    return math.log(1 + (of - having + 0.5) / (having + 0.5))


def telling(weights: Mapping[str, float], rarities: Mapping[str, float]) -> list[str]:
    """Return the terms that tell most of what a paper is about, `TELLING` at most, the rarest
    first: those who have one are the fewest, and looked up first.
    """
    most = sorted(rarities, key=lambda term: (-weights[term] * rarities[term], term))[:TELLING]
    return sorted(most, key=lambda term: (-rarities[term], term))


def promising(found: Iterable[tuple[float, Iterable[int]]], most: int) -> list[int]:
    """Return the places that have most of what was looked for, of each term what it tells and the
    places that have it; of equals the newest, that is the greatest.
    """
    scores: defaultdict[int, float] = defaultdict(float)
    for tells, places in found:
        for place in places:
            scores[place] += tells
    return sorted(scores, key=lambda place: (-scores[place], -place))[:most]


def likest(asked: Texts, others: Iterable[Candidate], rarities: Mapping[str, float]) -> list[Alike]:
    """Return those that are similar, the likest first; of equals as they were given.

    `rarities` are those of the terms that are compared.
    """
    if not rarities:
        return []
    weights = terms_of(asked)
    mine = {term: weights[term] * rare for term, rare in rarities.items()}
    middling = sum(rarities.values()) / len(rarities)
    authors, keywords = _names(asked.authors), _topics(asked.keywords)
    alike: list[Alike] = []
    for other in others:
        theirs = {
            term: weight * rarities.get(term, middling) for term, weight in terms_of(other).items()
        }
        shared = {term: mine[term] * theirs[term] for term in mine.keys() & theirs.keys()}
        if not shared:
            continue
        people = [name for name in _names(other.authors) if name in authors]
        likeness = sum(shared.values()) / (_length(mine) * _length(theirs))
        likeness = min(1.0, likeness * (1 + _AUTHORS * (1 - 0.5 ** len(people))))
        if likeness < LEAST:
            continue
        both = [name for topic, name in _topics(other.keywords).items() if topic in keywords]
        known = {singular(word) for name in both for word in name.split()}
        most = sorted(shared.keys() - known, key=lambda term: (-shared[term], term))
        alike.append(
            Alike(other.key, likeness, tuple(both[:_SAME_KEYWORDS]), tuple(most), tuple(people))
        )
    return sorted(alike, key=lambda one: -one.likeness)


def other_works(paper: Paper, found: Iterable[Paper], most: int) -> list[Paper]:
    """Return the first `most` papers that are neither this one nor another version of it, and of
    versions of one work the first. An id or a title in common is enough here: nothing is merged.
    """
    kept: list[Paper] = []
    keys, ids, titles = {paper.key}, set(paper.ids), {title_key(paper.title)} - {""}
    for one in found:
        if len(kept) == most:
            break
        title = title_key(one.title)
        if one.key in keys or title in titles or not ids.isdisjoint(one.ids):
            continue
        kept.append(one)
        keys.add(one.key)
        ids.update(one.ids)
        titles |= {title} - {""}
    return kept


def as_written(folded: Iterable[str], written: Iterable[str]) -> tuple[str, ...]:
    """Return folded terms or names as they were first written; as they are where they were not."""
    by: dict[str, str] = {}
    for one in written:
        whole = fold(one)
        by.setdefault(whole, one)
        by.setdefault(singular(whole), one)
    return tuple(by.get(one, one) for one in folded)


def _length(weights: Mapping[str, float]) -> float:
    return math.sqrt(sum(weight * weight for weight in weights.values()))


def _names(text: str) -> list[str]:
    """Return names of more than one word."""
    return [name for part in text.split(BORDER) if " " in (name := part.strip())]


def _topics(keywords: str) -> dict[str, str]:
    """Return keywords by what they are compared by."""
    names = (name.strip() for name in keywords.split(BORDER))
    return {singular(name): name for name in names if name}

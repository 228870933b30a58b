"""Which topics rose and fell: the papers of the last seven days against the four weeks before.

A paper's topics are its keywords; where it has none, its categories. Both are counted by
themselves, for a source that begins to come, or stops, would else seem to change the world.

- Two spellings are one topic: case, accents and signs do not count (`query_fold`), nor does the
  plural of the last word, nor an abbreviation in brackets: *Large language models (LLMs)* is
  *large language model*. It is shown as most papers write it.
- A keyword is also about what its last words name: *video diffusion models* are *diffusion models*.
  Of two such topics that moved the same way, the one that moved further stands for both.
- The four weeks are scaled to as many papers as the last seven days brought: a holiday week, or a
  history that is only days old, makes no topic rise. A paper is added to them, lest what nobody
  had written about for a month rises from nothing.
- Counts of papers waver, and their square roots by ½ whatever they are (Anscombe's transform,
  Biometrika 35, 1948). A topic moved where the roots of what came and of what was usual are 1.8
  standard deviations apart: 1 → 2 is chance, 1 → 5 is not. What is usual wavers, too, the more the
  fewer papers tell it.
- Where few papers came, or hardly a topic moved, there is nothing to say.

A topic whose name has letters beyond Latin is not counted: the picture's font has none.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from math import sqrt
from typing import Final

from bot.core.query_fold import fold

WEEK: Final = timedelta(days=7)
SPAN: Final = 5 * WEEK
"""How far back papers are looked at."""

MOST: Final = 5
"""The most topics that rose, and the most that fell."""

_FEWEST_NOW, _FEWEST_BEFORE = 15, 30  # papers, or the weeks tell nothing
_FEWEST_MOVED = 2
_DEVIATIONS = 1.8
_ANSCOMBE = 3 / 8
_LONGEST = 60  # characters of a name; what is longer is a sentence
_SHORTEST = 2  # words of what a keyword's last words name; one alone is a kind of thing
_JOINTS = frozenset("a an and as by for from in of on or the to via with".split())
_BRACKETS = re.compile(r"\s*\([^()]*\)\s*$")
_PLURAL = re.compile(r"(?<=\w{2}[^\Wsui])s$")


@dataclass(frozen=True, slots=True)
class Tagged:
    """What a paper counts for: the day it came out, its keywords, its categories."""

    released: date
    keywords: tuple[str, ...] = ()
    categories: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Topic:
    """A topic that moved: how many papers of the last seven days were about it, and how many of as
    many papers were in the four weeks before (to a tenth).
    """

    name: str
    now: int
    usual: float


@dataclass(frozen=True, slots=True)
class Topics:
    """What rose and what fell, what moved furthest first; one of the two may be empty."""

    rose: tuple[Topic, ...]
    fell: tuple[Topic, ...]


def moved(papers: Iterable[Tagged], today: date) -> Topics | None:
    """Return which topics moved in the seven days that end with `today`; None where there is too
    little to say. Papers of other days do not count.
    """
    keywords, categories = _Counts(), _Counts()
    for paper in papers:
        ago = today - paper.released
        if timedelta(0) <= ago < SPAN:
            if paper.keywords:
                keywords.add(_general(paper.keywords), now=ago < WEEK)
            else:
                categories.add(paper.categories, now=ago < WEEK)
    found = [*keywords.moved(), *categories.moved()]
    rose = _furthest((by, key, topic) for by, key, topic in found if by > 0)
    fell = _furthest((-by, key, topic) for by, key, topic in found if by < 0)
    return Topics(rose, fell) if len(rose) + len(fell) >= _FEWEST_MOVED else None


def topic_of(name: str) -> str:
    """Return what a keyword is compared by; ``""`` where it names no topic."""
    if len(name) > _LONGEST:
        return ""
    words = fold(_BRACKETS.sub("", name))
    return _PLURAL.sub("", words) if words.isascii() else ""


def _general(keywords: Iterable[str]) -> Iterator[str]:
    """Give every keyword, and what its last words name."""
    for keyword in keywords:
        if len(keyword) > _LONGEST:
            continue
        words = _shown(keyword).split(" ")
        yield keyword
        for first in range(1, len(words) - _SHORTEST + 1):
            if words[first] not in _JOINTS:
                yield " ".join(words[first:])


def _shown(name: str) -> str:
    return " ".join(_BRACKETS.sub("", name).split())


_Moved = tuple[float, str, Topic]
"""How far a topic moved, what it is compared by, itself."""


class _Counts:
    """Papers by topic, of the last seven days and of the weeks before."""

    def __init__(self) -> None:
        self._papers = {True: 0, False: 0}
        self._about = {True: Counter[str](), False: Counter[str]()}
        self._names: defaultdict[str, Counter[str]] = defaultdict(Counter)

    def add(self, names: Iterable[str], *, now: bool) -> None:
        """Count a paper, which is about a topic once however often it names it."""
        topics = {topic: name for name in names if (topic := topic_of(name))}
        self._papers[now] += bool(topics)
        self._about[now].update(topics.keys())
        for topic, name in topics.items():
            self._names[topic][_shown(name)] += 1

    def moved(self) -> Iterator[_Moved]:
        """Give every topic that moved; what fell moved by less than nothing."""
        papers, before = self._papers[True], self._papers[False]
        if papers < _FEWEST_NOW or before < _FEWEST_BEFORE:
            return
        share = papers / before
        least = _DEVIATIONS * sqrt(1 + share) / 2
        for topic, names in self._names.items():
            now, earlier = self._about[True][topic], self._about[False][topic]
            by = sqrt(now + _ANSCOMBE) - sqrt((earlier + (now > 0)) * share + _ANSCOMBE)
            if abs(by) >= least:
                name = min(names, key=lambda name: (-names[name], name))
                yield by, topic, Topic(name, now, round(earlier * share, 1))


def _furthest(found: Iterable[_Moved]) -> tuple[Topic, ...]:
    """Take what moved furthest, of those that moved alike what says more; nothing that is part of
    what was taken, or the other way round.
    """
    taken: dict[str, Topic] = {}
    for _, key, topic in sorted(found, key=lambda one: (-one[0], -len(one[1]), one[1])):
        if not any(key.endswith(f" {other}") or other.endswith(f" {key}") for other in taken):
            taken[key] = topic
    return tuple(taken.values())[:MOST]

"""Which topics rose and fell: the papers of the last seven days against the four weeks before.

A paper's topics are its keywords; where it has none, its categories. Both are counted by
themselves, for a source that begins to come, or stops, would else seem to change the world.

- Spellings are one topic: case, accents, signs and the plural do not count (`query_fold`), nor does
  what stands in brackets, and an abbreviation is what it stands for (`core.abbreviations`): *LLM
  agents* are *large language model (LLM) agents*. It is shown as most papers write it.
- A keyword is also about what its last words name, and what stands before a joint: *video diffusion
  models* are *diffusion models*, *reinforcement learning with verifiable rewards* is
  *reinforcement learning*. Of two such topics that moved the same way, the one that moved further
  stands for both.
- What is measured, and by what, is no topic, nor is what every paper has: *accuracy*, *success
  rate*, *benchmark*, *training pipeline*.
- The four weeks are scaled to as many papers as the last seven days brought: a holiday week, or a
  history that is only days old, makes no topic rise. A paper is added to them, lest what nobody
  had written about for a month rises from nothing.
- Counts of papers waver, and their square roots by ½ whatever they are (Anscombe's transform,
  Biometrika 35, 1948). How far a topic moved is how many standard deviations the roots of what came
  and of what was usual are apart. What is usual wavers, too, the more the fewer papers tell it.
- At 1.8 deviations up to five topics rose, and five fell: 1 → 2 is chance, 1 → 5 is not. A week of
  a hundred papers has seldom as many, for their keywords are finer than a topic. So up to three a
  side are told that moved by 0.8 deviations and by one paper. Of many topics some move so far by
  chance: the numbers beside them say how far that is, and nobody is told that it is a trend.
- A topic is what three papers of the five weeks are about. One that is part of a longer one with
  nearly all its papers is a piece of that: *relative policy optimization*.
- Where few papers came, or hardly a topic moved, there is nothing to say.

A topic whose name has letters beyond Latin is not counted: the picture's font has none.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from math import sqrt
from typing import Final

from bot.core.abbreviations import JOINTS, abbreviation, meanings, singular
from bot.core.query_fold import fold

WEEK: Final = timedelta(days=7)
SPAN: Final = 5 * WEEK
"""How far back papers are looked at."""

MOST: Final = 5
"""The most topics that rose, and the most that fell."""

_FEWEST_NOW, _FEWEST_BEFORE = 15, 30  # papers, or the weeks tell nothing
_FEWEST_MOVED = 2
_SURE, _LIKELY = 1.8, 0.8  # deviations
_AT_LEAST = 3  # topics a side, of those that moved likely
_FEWEST_ABOUT = 3  # papers in all five weeks
_NEARLY_ALL = 0.8  # of the papers about a part
_ANSCOMBE = 3 / 8
_LONGEST = 60  # characters of a name; what is longer is a sentence
_SHORTEST = 2  # words of what a part of a keyword names; one alone is a kind of thing
_BRACKETS = re.compile(r"\s*\([^()]*\)")
# Last words of names of what is measured, or of what every paper has.
_MEASURED = frozenset(
    "ability accuracy baseline bench benchmark capability coherence consistency controllability "
    "dataset diversity efficiency evaluation experiment fidelity framework generalization latency "
    "metric performance pipeline precision protocol quality rate robustness scalability score "
    "setting speed stability strategy study task truth".split()
)
# Names that alone are too little, and those of measures and of what is measured with.
_NO_TOPIC = frozenset(
    "attention;code;data;embedding;inference;learning;memory;model;planning;prompt;reasoning;"
    "retrieval;token;training;transformer;understanding;bleu;f1;fid;flop;fvd;lpips;pass 1;pass k;"
    "perplexity;psnr;ssim;aime;aime 2024;aime 2025;aime24;aime25;alfworld;androidworld;beir;"
    "browsecomp;gaia;geneval;gpqa diamond;gsm8k;hle;humaneval;imagenet;libero;livecodebench;"
    "math 500;math500;mbpp;mmlu;mmmu;osworld;screenspot v2;swe bench verified;vbench".split(";")
)


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
    known = [paper for paper in papers if timedelta(0) <= today - paper.released < SPAN]
    stands_for = meanings(word for paper in known for word in paper.keywords)
    keywords, categories = _Counts(stands_for), _Counts({})
    for paper in known:
        now = today - paper.released < WEEK
        if paper.keywords:
            keywords.add(_parts(paper.keywords), now=now)
        else:
            categories.add(paper.categories, now=now)
    found = [*keywords.moved(), *categories.moved()]
    rose = _furthest((by, key, topic) for by, key, topic in found if by > 0)
    fell = _furthest((-by, key, topic) for by, key, topic in found if by < 0)
    return Topics(rose, fell) if len(rose) + len(fell) >= _FEWEST_MOVED else None


def topic_of(name: str, stands_for: Mapping[str, str] | None = None) -> str:
    """Return what a keyword is compared by, its abbreviations as what they stand for; ``""`` where
    it names no topic.
    """
    if len(name) > _LONGEST:
        return ""
    known = stands_for or {}
    written = (known.get(abbreviation(word), word) for word in _shown(name).split())
    words = [singular(word) for word in fold(" ".join(written)).split()]
    key = " ".join(words)
    no_topic = not key.isascii() or not words or words[-1] in _MEASURED or key in _NO_TOPIC
    return "" if no_topic else key


def _parts(keywords: Iterable[str]) -> Iterator[str]:
    """Give every keyword, what its last words name, and what stands before a joint."""
    for keyword in keywords:
        if len(keyword) > _LONGEST:
            continue
        words = _shown(keyword).split(" ")
        yield keyword
        for at in range(1, len(words)):
            if words[at] in JOINTS and at >= _SHORTEST:
                yield " ".join(words[:at])
            elif len(words) - at >= _SHORTEST and JOINTS.isdisjoint(words[at:]):
                yield " ".join(words[at:])


def _shown(name: str) -> str:
    return " ".join(_BRACKETS.sub("", name).split())


_Moved = tuple[float, str, Topic]
"""By how many deviations a topic moved, what it is compared by, itself."""


class _Counts:
    """Papers by topic, of the last seven days and of the weeks before."""

    def __init__(self, stands_for: Mapping[str, str]) -> None:
        self._stands_for = stands_for
        self._keys: dict[str, str] = {}
        self._papers = {True: 0, False: 0}
        self._about = {True: Counter[str](), False: Counter[str]()}
        self._names: defaultdict[str, Counter[str]] = defaultdict(Counter)

    def add(self, names: Iterable[str], *, now: bool) -> None:
        """Count a paper, which is about a topic once however often it names it."""
        topics = {key: name for name in names if (key := self._key(name))}
        self._papers[now] += bool(topics)
        self._about[now].update(topics.keys())
        for topic, name in topics.items():
            self._names[topic][_shown(name)] += 1

    def _key(self, name: str) -> str:
        if name not in self._keys:
            self._keys[name] = topic_of(name, self._stands_for)
        return self._keys[name]

    def moved(self) -> Iterator[_Moved]:
        """Give every topic that is likely to have moved; what fell moved by less than nothing."""
        papers, before = self._papers[True], self._papers[False]
        if papers < _FEWEST_NOW or before < _FEWEST_BEFORE:
            return
        share = papers / before
        deviation = sqrt(1 + share) / 2
        parts = self._parts()
        for topic, names in self._names.items():
            now, earlier = self._about[True][topic], self._about[False][topic]
            if now + earlier < _FEWEST_ABOUT or parts[topic] >= _NEARLY_ALL * (now + earlier):
                continue
            usual = earlier * share + (now > 0) * min(share, 1)
            by = (sqrt(now + _ANSCOMBE) - sqrt(usual + _ANSCOMBE)) / deviation
            if abs(by) >= _LIKELY and abs(now - earlier * share) >= 1:
                name = min(names, key=lambda name: (-names[name], name))
                yield by, topic, Topic(name, now, round(earlier * share, 1))

    def _parts(self) -> Counter[str]:
        """Return the papers about the commonest longer topic that a topic is part of."""
        most = Counter[str]()
        for topic in self._names:
            papers = self._about[True][topic] + self._about[False][topic]
            words = topic.split()
            for size in range(_SHORTEST, len(words)):
                for first in range(len(words) - size + 1):
                    part = " ".join(words[first : first + size])
                    if part in self._names:
                        most[part] = max(most[part], papers)
        return most


def _furthest(found: Iterable[_Moved]) -> tuple[Topic, ...]:
    """Take what moved furthest, of those that moved alike what says more; nothing that is part of
    what was taken, or the other way round; what is only likely as far as there are too few.
    """
    taken: dict[str, Topic] = {}
    for by, key, topic in sorted(found, key=lambda one: (-one[0], -len(one[1]), one[1])):
        if len(taken) == MOST or (by < _SURE and len(taken) >= _AT_LEAST):
            break
        if not any(_within(key, other) or _within(other, key) for other in taken):
            taken[key] = topic
    return tuple(taken.values())


def _within(words: str, others: str) -> bool:
    """Whether the words are among the others, one after the other."""
    return f" {words} " in f" {others} "

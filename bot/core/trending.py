"""What is trending: the papers whose votes rose by more than is usual at their age.

- A paper rose from the votes that it had when the period began. Where these are not known, one
  that came out in the period rose from nothing, one from before it from the first that are known.
- What is usual is learned from the papers at hand: how the others of the same age rose in the same
  period. Of a paper's first day that is much, a week later hardly anything, so a paper of last
  week that doubles is further above the usual than one of today with as many votes.
- Votes differ by orders of magnitude, so rises are compared as logarithms. Few papers of an age say
  little, so what is usual is drawn towards that of all that came out in the period, or all that
  did before it, and that towards all there are.
- Beside the rise the sum of a paper's votes counts a quarter. What did not rise does not trend. Of
  equals the one with more votes comes first, then the newer one, then the one known longer.

A day ends at 00:00 UTC, where votes are noted, so a period begins at the midnight that is nearest.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from math import ceil, fsum, log2
from typing import Final

KEPT: Final = timedelta(days=60)
"""How long votes are remembered, and of papers how old."""

_DAY = timedelta(days=1)
_SOME = 5  # votes that anything may have by chance; papers that weigh as much as those of an age
_SUM_WEIGHT = 0.25
_OLD = (14, 30)  # days: until then papers from before the period are of one age, and behind


@dataclass(frozen=True, slots=True)
class Voted:
    """A paper's votes: now, and at the end of a day (UTC): the last before the period, else the
    first that is known.
    """

    key: int
    released: date
    votes: int
    before: int
    noted: date


@dataclass(frozen=True, slots=True)
class Rise:
    """How a paper rose: by how many votes, to how many, and in how many days since it came out
    (from 1), or since which day's beginning (None: since it came out).
    """

    key: int
    votes: int
    by: int
    days: int
    since: date | None


def begin(now: datetime, days: int) -> date:
    """Return the day (UTC) with which a period of so many days up to `now` begins."""
    return (now.astimezone(UTC) - days * _DAY + _DAY / 2).date()


def rises(papers: Sequence[Voted], first: date, now: datetime) -> tuple[Rise, ...]:
    """Return what rose since the beginning of the day `first`, the most remarkable first."""
    known = {paper.key: (paper, _rise(paper, first, now)) for paper in papers}
    places = _places([rise for _, rise in known.values()])

    def place(rise: Rise) -> tuple[float, int, int, int]:
        released = known[rise.key][0].released
        return -places[rise.key], -rise.votes, -released.toordinal(), rise.key

    return tuple(sorted((rise for _, rise in known.values() if rise.by > 0), key=place))


def counted_since(papers: Sequence[Voted], first: date) -> date | None:
    """Return the first day whose votes are known; None where that is before `first`."""
    oldest = min((paper.noted for paper in papers), default=None)
    return None if oldest is None or oldest < first else oldest


def _rise(paper: Voted, first: date, now: datetime) -> Rise:
    out = datetime.combine(paper.released, time(), UTC)
    days = max(1, ceil((now - out) / _DAY))
    known = paper.noted < first
    if paper.released >= first and not known:
        return Rise(paper.key, paper.votes, paper.votes, days, None)
    since = first if known else paper.noted + _DAY
    return Rise(paper.key, paper.votes, paper.votes - paper.before, days, since)


def _places(found: Sequence[Rise]) -> dict[int, float]:
    """Say how far above the usual every rise is, and how many votes the paper has."""
    groups: defaultdict[bool, list[Rise]] = defaultdict(list)
    for rise in found:
        groups[rise.since is None].append(rise)
    places: dict[int, float] = {}
    everybody = _Usual(found)
    for group in groups.values():
        kind = _Usual(group)
        ages: defaultdict[int, list[Rise]] = defaultdict(list)
        for rise in group:
            ages[_age(rise)].append(rise)
        for same_age in ages.values():
            peers = _Usual(same_age)
            for rise in same_age:
                usual = _size(0)
                for others in (everybody, kind, peers):
                    usual = others.beside(rise, usual)
                places[rise.key] = _size(rise.by) - usual + _SUM_WEIGHT * _size(rise.votes)
    return places


def _age(rise: Rise) -> int:
    """Return a paper's age as it is compared: in days within the period, else roughly."""
    return rise.days if rise.since is None else bisect_left(_OLD, rise.days)


def _size(votes: int) -> float:
    return log2(max(votes, 0) + _SOME)


class _Usual:
    """The mean of what some papers' rises weigh."""

    def __init__(self, rises: Sequence[Rise]) -> None:
        self._count = len(rises)
        self._sum = fsum(_size(rise.by) for rise in rises)

    def beside(self, rise: Rise, drawn_to: float) -> float:
        """Return the mean of the others, drawn to a value as by `_SOME` more papers."""
        others = self._sum - _size(rise.by)
        return (others + _SOME * drawn_to) / (self._count - 1 + _SOME)

"""What is trending: the papers of the newest day, week or month that people voted for most.

A day's papers are ordered by votes. Over a week or a month that would favour the days that had
longer to collect votes; so papers are ordered by how they stand among those of their own day, and
among equals by votes.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Literal

from bot.core.candidates import standings

if TYPE_CHECKING:
    from datetime import date

    from bot.core.papers import Paper
    from bot.services.ports import PaperStore

Period = Literal["day", "week", "month"]

DAYS: dict[Period, int] = {"day": 1, "week": 7, "month": 30}
MOST = 10


@dataclass(frozen=True, slots=True)
class Trending:
    """The first papers of a period, which ends on the newest day there is; no days when empty."""

    period: Period
    papers: tuple[Paper, ...] = ()
    first: date | None = None
    last: date | None = None


async def trending(papers: PaperStore, period: Period) -> Trending:
    """Return the ten papers that stand out most in a period."""
    last = await papers.newest_day()
    if last is None:
        return Trending(period)
    first = last - timedelta(days=DAYS[period] - 1)
    known = [paper for paper in await papers.released_since(first) if not paper.withdrawn]
    places = standings(known)

    def place(paper: Paper) -> tuple[float, int, int]:
        share = 0.0 if period == "day" else places[paper.key].share
        return -share, -paper.signals.upvotes, paper.key

    return Trending(period, tuple(sorted(known, key=place)[:MOST]), first, last)


def as_period(name: str) -> Period:
    """Return a period by its name; *day* for any other."""
    return name if name in DAYS else "day"

"""What is trending: what rose in the last day, week or month, and why that is remarkable.

Where nothing is known of how votes rose (a new installation on a quiet day, or sources that tell no
votes), the papers of the newest day, week or month that there are, by votes: over a week or a month
by how they stand among those of their own day, for older days had longer to collect votes.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import timedelta
from typing import TYPE_CHECKING, Literal

from bot.core.candidates import standings
from bot.core.trending import KEPT, begin, counted_since, rises
from bot.core.visibility import is_public

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from bot.core.papers import Paper
    from bot.core.trending import Rise
    from bot.services.ports import Clock, PaperStore

Period = Literal["day", "week", "month"]

DAYS: dict[Period, int] = {"day": 1, "week": 7, "month": 30}
MOST = 10


@dataclass(frozen=True, slots=True)
class Trending:
    """The first papers of a period that ends now, and how each rose.

    Without rises the papers are by votes, of the days `first` to `last`; these are None where there
    are no papers at all. `counted` is the first day whose votes are known, where that is within the
    period: what came out before it may have risen more than is known.
    """

    period: Period
    papers: tuple[Paper, ...] = ()
    first: date | None = None
    last: date | None = None
    rises: Mapping[int, Rise] = field(default_factory=dict["int", "Rise"])
    counted: date | None = None


async def trending(papers: PaperStore, period: Period, clock: Clock) -> Trending:
    """Return the ten papers that stand out most in a period."""
    now = clock.now()
    first = begin(now, DAYS[period])
    votes = await papers.voted(first, (now - KEPT).date())
    risen = rises(votes, first, now)[:MOST]
    if not risen:
        return await _by_votes(papers, period)
    known = await papers.get(rise.key for rise in risen)
    return Trending(
        period,
        tuple(known[rise.key] for rise in risen),
        first,
        now.date(),
        {rise.key: rise for rise in risen},
        counted_since(votes, first),
    )


async def _by_votes(papers: PaperStore, period: Period) -> Trending:
    last = await papers.newest_day()
    if last is None:
        return Trending(period)
    first = last - timedelta(days=DAYS[period] - 1)
    released = await papers.released_since(first)
    known = [paper for paper in released if is_public(paper.source) and not paper.withdrawn]
    places = standings(known)

    def place(paper: Paper) -> tuple[float, int, int]:
        share = 0.0 if period == "day" else places[paper.key].share
        return -share, -paper.signals.upvotes, paper.key

    return Trending(period, tuple(sorted(known, key=place)[:MOST]), first, last)


async def forget_votes(papers: PaperStore, clock: Clock) -> int:
    """Forget votes that no period reaches back to any more; returns how many."""
    return await papers.forget_votes((clock.now() - KEPT).date())


def as_period(name: str) -> Period:
    """Return a period by its name; *day* for any other."""
    return name if name in DAYS else "day"

"""What is trending, from real votes over real days; and the topics of a weekly digest."""

from __future__ import annotations

from dataclasses import replace
from datetime import time
from typing import TYPE_CHECKING

from service_world import CHANNEL, DAY, EARLY, FRIDAY, NINE, WISH, draft

from bot.core.editions import Edition
from bot.core.papers import Signals
from bot.core.schedules import DAILY, Schedule, weekly
from bot.core.topics import Topic, Topics
from bot.core.trending import Rise
from bot.services.trending import Trending, as_period, forget_votes, trending

if TYPE_CHECKING:
    from service_world import World

    from bot.core.papers import PaperDraft

WEEKLY = replace(WISH, schedule=Schedule("UTC", time(9), weekly(4)))


async def test_what_rose_since_yesterday_trends(world: World) -> None:
    """A paper of last week that doubles is ahead of the day's best, and both say why."""
    week_ago = FRIDAY - 8 * DAY
    world.clock.to(EARLY - 2 * DAY)
    many = [draft(n, 20 + n, released=week_ago) for n in range(10, 20)]
    await world.bring(draft(1, 40, released=week_ago), *many)
    world.clock.to(EARLY)
    news = [draft(n, n, released=FRIDAY) for n in range(20, 30)]
    doubled, gone, new, *_ = await world.bring(
        draft(1, 80, released=week_ago),
        draft(2, 99, withdrawn=True),
        draft(3, 60),
        *news,
    )
    found = await trending(world.papers, "day", world.clock)
    assert [paper.key for paper in found.papers][:2] == [doubled.key, new.key]
    assert gone not in found.papers
    assert len(found.papers) == 10
    assert found.rises[doubled.key] == Rise(doubled.key, 80, 40, 9, FRIDAY - DAY)
    assert found.rises[new.key] == Rise(new.key, 60, 60, 1, None)
    assert (found.first, found.last, found.counted) == (FRIDAY - DAY, FRIDAY, None)
    week = await trending(world.papers, "week", world.clock)
    assert week.counted == FRIDAY - 2 * DAY


async def test_without_a_history_papers_trend_by_votes(world: World) -> None:
    """A day by votes, a week by how papers stand among those of their own day."""
    world.clock.to(EARLY + 2 * DAY)  # a Sunday, and the first day of all
    before = FRIDAY - 3 * DAY
    old, second, new, *_ = await world.bring(
        draft(1, 500, released=before),
        draft(2, 400, released=before),
        draft(3, 6),
        draft(4, 99, withdrawn=True),
        draft(5, 99, source="added:1"),
    )
    day = await trending(world.papers, "day", world.clock)
    assert day == Trending("day", (new,), FRIDAY, FRIDAY)
    world.clock.to(EARLY + 40 * DAY)
    week = await trending(world.papers, as_period("week"), world.clock)
    assert week == Trending("week", (old, new, second), FRIDAY - 6 * DAY, FRIDAY)
    assert as_period("century") == "day"


async def test_nothing_trends_where_nothing_is(world: World) -> None:
    """No days either."""
    assert await trending(world.papers, "month", world.clock) == Trending("month")


async def test_votes_are_forgotten_after_sixty_days(world: World) -> None:
    """Once a day, with what else is tidied away."""
    await world.bring(draft(1, 5))
    world.clock.to(EARLY + 60 * DAY)
    assert await forget_votes(world.papers, world.clock) == 0
    world.clock.to(EARLY + 61 * DAY)
    assert await forget_votes(world.papers, world.clock) == 1


def about(number: int, back: int, *keywords: str) -> PaperDraft:
    """Make a paper about something, of so many days ago."""
    return draft(number, released=FRIDAY - back * DAY, keywords=keywords, signals=Signals(1))


async def month_of_papers(world: World) -> Topics:
    """Bring five weeks of papers; return what rose and fell."""
    news = [about(n, n % 7, "agents") for n in range(20)]
    olds = [about(100 + n, 8 + n % 26, "diffusion") for n in range(80)]
    await world.bring(*news, *olds)
    return Topics((Topic("agents", 20, 0.0),), (Topic("diffusion", 0, 20.0),))


async def test_a_weekly_edition_says_which_topics_moved(world: World) -> None:
    """They are frozen with it, a preview has them, and the same once more shows the same."""
    topics = await month_of_papers(world)
    weekly_one = await world.set_up(WEEKLY)
    preview = await world.publisher.preview(WEEKLY, CHANNEL)
    assert isinstance(preview, Edition)
    assert preview.topics == topics
    assert await world.beat(NINE) == (1, 1)
    frozen = await world.deliveries.last_edition(weekly_one.id)
    assert isinstance(frozen, Edition)
    assert frozen.topics == topics
    await world.bring(*[about(200 + n, 0, "speech") for n in range(40)])
    again = await world.publisher.now(weekly_one, 5, again=True)
    assert isinstance(again.edition, Edition)
    assert again.edition.topics == topics
    later = await world.publisher.now(weekly_one, 6)
    assert isinstance(later.edition, Edition)
    assert later.edition.topics is not None
    assert later.edition.topics.rose[0] == Topic("speech", 40, 0.0)


async def test_other_editions_say_nothing_of_topics(world: World) -> None:
    """One that comes more than once a week, an empty one, one without machine-written text."""
    await month_of_papers(world)
    daily = await world.publisher.preview(
        replace(WISH, schedule=Schedule("UTC", time(9), DAILY)), CHANNEL
    )
    assert isinstance(daily, Edition)
    assert daily.topics is None
    plain = await world.publisher.preview(replace(WEEKLY, machine_text=False), CHANNEL)
    assert isinstance(plain, Edition)
    assert plain.topics is None
    nothing = await world.publisher.preview(replace(WEEKLY, query="xylophones"), CHANNEL)
    assert not isinstance(nothing, Edition)

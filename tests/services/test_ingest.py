"""Ingest: papers come in, votes stay current, a source that fails costs its own days only."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field, replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
import structlog
from service_world import DAY, EARLY, FRIDAY, HOUR, Brought, ToldSource, draft

from bot.core.lookup import Found
from bot.core.papers import NEVER
from bot.core.query import parse
from bot.services.ingest import BACKFILL_DAYS, Ingest
from bot.services.ports import SourceFault

if TYPE_CHECKING:
    from datetime import date, datetime

    from service_world import World

    from bot.core.papers import PaperDraft

MONTH = [FRIDAY - back * DAY for back in range(BACKFILL_DAYS)]


async def backfilled(world: World) -> datetime | None:
    """Return when the source's month was noted as fetched."""
    (health,) = await world.papers.health()
    return health.backfilled


async def test_a_first_poll_looks_at_the_week_then_at_two_days(world: World) -> None:
    """And at the week again after six hours."""
    for hours, days in ((0, 7), (1, 2), (5, 2), (6, 7), (7, 2)):
        world.source.asked.clear()
        world.clock.to(EARLY + hours * HOUR)
        await world.ingest.poll()
        assert world.source.asked == [FRIDAY - back * DAY for back in range(days)]


async def test_papers_are_stored_and_their_titles_found(world: World) -> None:
    """Seen a second time nothing is new."""
    world.source.days = {FRIDAY: [draft(1), draft(2)], FRIDAY - DAY: [draft(3)]}
    done = await world.ingest.poll()
    assert (done.new, done.updated, done.failed) == (3, 0, ())
    assert isinstance(world.titles.resolve("Alpha3 Beta3 Gamma3"), Found)
    again = await world.ingest.poll()
    assert (again.new, again.updated) == (0, 0)
    assert (await world.ingest.holdings()).papers == 3


async def test_votes_stay_current(world: World) -> None:
    """A day is fetched again while it lasts."""
    world.source.days = {FRIDAY: [draft(1, 5)]}
    await world.ingest.poll()
    world.source.days = {FRIDAY: [draft(1, 60)]}
    done = await world.ingest.poll()
    assert (done.new, done.updated) == (0, 1)
    paper = await world.papers.by_external("arxiv:2608.00001")
    assert paper is not None
    assert paper.signals.upvotes == 60


async def test_a_failed_day_costs_itself_and_is_noted(world: World) -> None:
    """The others arrive; the fault's instant stays, its words go with the next good answer."""
    world.source.days = {FRIDAY: [draft(1)], FRIDAY - DAY: [draft(2)]}
    world.source.fails = {FRIDAY}
    done = await world.ingest.poll()
    assert (done.new, done.failed) == (1, (FRIDAY,))
    (health,) = await world.papers.health()
    assert health.last_error == EARLY
    world.clock.to(EARLY + HOUR)
    world.source.fails = {FRIDAY - back * DAY for back in range(7)}
    await world.ingest.poll()
    (health,) = await world.papers.health()
    assert health.error is not None
    assert "html" in health.error
    world.source.fails = set()
    world.clock.to(EARLY + 2 * HOUR)
    done = await world.ingest.poll()
    assert done.new == 1
    (health,) = await world.papers.health()
    assert (health.error, health.last_ok) == (None, EARLY + 2 * HOUR)


async def test_a_source_that_fails_does_not_keep_the_others_from_bringing(world: World) -> None:
    """Each source is asked, whatever the one before it did."""
    broken = ToldSource("broken", fails={FRIDAY - back * DAY for back in range(30)})
    world.source.days = {FRIDAY: [draft(1)]}
    ingest = Ingest(world.papers, world.titles, [broken, world.source], world.clock)
    done = await ingest.poll()
    assert done.new == 1
    assert len(done.failed) == 7


async def test_a_new_installation_fetches_a_month_once(world: World) -> None:
    """The next start does not begin anew."""
    world.source.days = {FRIDAY - back * DAY: [draft(back + 1)] for back in range(40)}
    done = await world.ingest.backfill()
    assert world.source.asked == MONTH
    assert (done.new, done.failed) == (BACKFILL_DAYS, ())
    world.source.asked.clear()
    assert (await world.ingest.backfill()).new == 0
    assert world.source.asked == []


async def test_days_of_the_month_that_failed_are_tried_until_they_are_here(world: World) -> None:
    """They stop none of the others; only they are asked for again, and only while they lack."""
    lacking = [FRIDAY - 10 * DAY, FRIDAY - 11 * DAY]
    world.source.fails = set(lacking)
    world.source.days = {FRIDAY - back * DAY: [draft(back + 1)] for back in range(30)}
    done = await world.ingest.backfill()
    assert (done.new, done.failed) == (28, tuple(lacking))
    assert await backfilled(world) is None
    for hours, mended in ((1, lacking[:1]), (2, lacking), (3, lacking)):
        world.source.asked.clear()
        world.source.fails = set(lacking) - set(mended)
        world.clock.to(EARLY + hours * HOUR)
        await world.ingest.poll()
        asked = [day for day in world.source.asked if day in lacking]
        assert asked == {1: lacking, 2: lacking[1:], 3: []}[hours]
    assert (await world.ingest.holdings()).papers == 30
    assert await backfilled(world) == EARLY + 2 * HOUR


async def test_a_source_that_was_down_at_the_first_start_heals_by_itself(world: World) -> None:
    """Nothing is marked as done; polls go on with the month once the source answers again, also
    days later, and do not run through thirty failing days meanwhile.
    """
    world.source.fails = {FRIDAY + (2 - back) * DAY for back in range(40)}
    await world.ingest.backfill()
    assert world.source.asked == MONTH[:7]
    world.source.asked.clear()
    world.clock.to(EARLY + HOUR)
    await world.ingest.poll()
    assert world.source.asked == MONTH[:7]
    world.clock.to(EARLY + 2 * DAY)
    world.source.fails = set()
    world.source.days = {FRIDAY + (2 - back) * DAY: [draft(back + 1)] for back in range(40)}
    await world.ingest.poll()
    assert (await world.ingest.holdings()).papers == BACKFILL_DAYS
    assert await backfilled(world) == EARLY + 2 * DAY


async def test_the_poll_right_after_a_first_start_does_not_ask_the_same_again(world: World) -> None:
    """A day that has just failed is left alone for a while."""
    world.source.fails = {FRIDAY - 10 * DAY}
    await world.ingest.backfill()
    await world.ingest.poll()
    assert world.source.asked.count(FRIDAY - 10 * DAY) == 1


async def test_a_month_that_failed_whole_is_fetched_at_the_next_start(world: World) -> None:
    """A first start without a network is no reason to stay empty."""
    world.source.fails = set(MONTH)
    await world.ingest.backfill()
    world.source.fails = set()
    world.source.days = {FRIDAY: [draft(1)]}
    restarted = Ingest(world.papers, world.titles, [world.source], world.clock)
    assert (await restarted.backfill()).new == 1
    assert await backfilled(world) == EARLY


async def test_a_poll_fetches_no_month_that_nobody_asked_for(world: World) -> None:
    """An installation may be told to begin with what is new."""
    await world.ingest.poll()
    assert world.source.asked == MONTH[:7]
    assert await backfilled(world) is None


async def test_many_papers_are_stored_in_short_transactions(world: World) -> None:
    """The counts come chunk by chunk and add up."""
    drafts = [draft(number) for number in range(250)]
    counts = [len(one.new) async for one in world.ingest.store_in_chunks(drafts)]
    assert counts == [100, 100, 50]
    again = await world.ingest.store([*drafts, draft(999)])
    assert (len(again.new), len(again.updated), again.unchanged) == (1, 0, 250)


async def test_a_title_of_a_paper_that_was_found_to_be_another_is_forgotten(world: World) -> None:
    """The index offers one of two that became one."""
    await world.bring(draft(1, ids=("arxiv:2401.00010",)), draft(2, ids=("doi:10.1000/twin",)))
    assert isinstance(world.titles.resolve("Alpha2 Beta2 Gamma2"), Found)
    done = await world.ingest.store(
        [draft(3, ids=("arxiv:2401.00010", "doi:10.1000/twin"), title="Another name entirely")]
    )
    assert len(done.merged) == 1
    assert not isinstance(world.titles.resolve("Alpha2 Beta2 Gamma2"), Found)
    assert isinstance(world.titles.resolve("Another name entirely"), Found)


async def test_what_trends_gets_its_votes_and_is_no_news(world: World) -> None:
    """A paper of three weeks ago that trends is counted anew, on its own day."""
    old = FRIDAY - timedelta(days=21)
    await world.bring(draft(1, upvotes=5, released=old))
    world.source.trends = [draft(1, upvotes=80, released=old)]
    done = await world.ingest.poll()
    assert (done.new, done.updated) == (0, 1)
    (paper,) = (await world.papers.get([1])).values()
    assert (paper.signals.upvotes, paper.released) == (80, old)


@dataclass
class ToldNews:
    """A source of news that brings `papers`, or fails with `fault`; it may be `slow`."""

    name: str
    papers: list[PaperDraft] = field(default_factory=list["PaperDraft"])
    fault: Exception | None = None
    slow: asyncio.Event | None = None
    asked: int = 0

    async def latest(self) -> Brought:
        """Return what is new."""
        self.asked += 1
        if self.slow is not None:
            await self.slow.wait()
        if self.fault is not None:
            raise self.fault
        return Brought(self.papers)


@dataclass
class RecallingNews(ToldNews):
    """One that can say what it told `before`, or fails to."""

    before: list[PaperDraft] = field(default_factory=list["PaperDraft"])
    fails: bool = False
    recalled: list[date] = field(default_factory=list["date"])

    async def since(self, day: date) -> Brought:
        """Return what it told before."""
        self.recalled.append(day)
        if self.fails:
            raise SourceFault(f"{self.name}: busy")
        return Brought(self.before)


def of(source: str, number: int, **changed: object) -> PaperDraft:
    """Make a draft that a source of news brought."""
    ids = (f"feed:{source}{number}",)
    return draft(number, **{"ids": ids, "source": source, **changed})  # type: ignore[arg-type] - by name


async def test_sources_of_news_are_polled_beside_those_of_days(world: World) -> None:
    """Each has its health; what they bring is found and counted."""
    world.source.days = {FRIDAY: [draft(1)]}
    news = [ToldNews("Nature", [of("Nature", 2)]), ToldNews("bioRxiv", [of("bioRxiv", 3)])]
    ingest = Ingest(world.papers, world.titles, [world.source], world.clock, news=news)
    done = await ingest.poll()
    assert (done.new, done.unheard) == (3, ())
    assert {one.source: one.last_ok for one in await world.papers.health()} == dict.fromkeys(
        ("huggingface", "Nature", "bioRxiv"), EARLY
    )
    assert isinstance(world.titles.resolve("Alpha3 Beta3 Gamma3"), Found)


@pytest.mark.parametrize("fault", [SourceFault("Nature: html (https://x)"), RuntimeError("oh")])
async def test_a_source_of_news_that_fails_costs_itself(world: World, fault: Exception) -> None:
    """It is one line in the log and stands in its health; a slip in reading it costs no more than
    a fault that was foreseen. The next poll asks it again.
    """
    broken = ToldNews("Nature", fault=fault)
    ingest = Ingest(
        world.papers,
        world.titles,
        [],
        world.clock,
        news=[broken, ToldNews("bioRxiv", [of("bioRxiv", 3)])],
    )
    with structlog.testing.capture_logs() as logs:
        done = await ingest.poll()
    assert (done.new, done.unheard) == (1, ("Nature",))
    (line,) = [line for line in logs if line["event"] == "source_failed"]
    assert line["source"] == "Nature"
    health = {one.source: one for one in await world.papers.health()}
    assert (health["Nature"].last_ok, health["Nature"].last_error) == (None, EARLY)
    assert str(health["Nature"].error).startswith("Nature: ")
    assert health["bioRxiv"].error is None
    broken.fault = None
    world.clock.to(EARLY + HOUR)
    assert (await ingest.poll()).unheard == ()
    health = {one.source: one for one in await world.papers.health()}
    assert (health["Nature"].last_ok, health["Nature"].error) == (EARLY + HOUR, None)


async def test_a_slow_source_of_news_keeps_no_other_waiting(world: World) -> None:
    """What the others brought is stored meanwhile; a poll given up leaves nothing behind."""
    slow = ToldNews("slow", slow=asyncio.Event())
    quick = [ToldNews(f"n{at}", [of(f"n{at}", at)]) for at in range(6)]
    ingest = Ingest(world.papers, world.titles, [], world.clock, news=[slow, *quick])
    poll = asyncio.create_task(ingest.poll())
    while (await world.papers.holdings()).papers < len(quick):  # noqa: ASYNC110 - the database says
        await asyncio.sleep(0)
    assert not poll.done()
    poll.cancel()
    await asyncio.gather(poll, return_exceptions=True)
    await asyncio.sleep(0)
    assert [one for one in asyncio.all_tasks() if "ask" in repr(one.get_coro())] == []


async def test_news_without_a_day_came_when_it_was_first_seen(world: World) -> None:
    """It is not new again with every poll; a day that the source tells counts."""
    undated, dated = of("blog", 1), of("blog", 2, published=FRIDAY)
    source = ToldNews("blog", [undated, dated])
    ingest = Ingest(world.papers, world.titles, [], world.clock, news=[source])
    await ingest.poll()
    world.clock.to(EARLY + DAY)
    source.papers = [replace(one, released=FRIDAY + DAY) for one in (undated, dated)]
    await ingest.poll()
    released = {one.key: one.released for one in (await world.papers.get([1, 2])).values()}
    assert released == {1: FRIDAY, 2: FRIDAY + DAY}


async def test_a_paper_that_was_looked_up_is_news_when_a_source_brings_it(world: World) -> None:
    """Also one that does not say its day."""
    await world.bring(of("blog", 1, released=NEVER))
    source = ToldNews("blog", [of("blog", 1)])
    await Ingest(world.papers, world.titles, [], world.clock, news=[source]).poll()
    (paper,) = (await world.papers.get([1])).values()
    assert paper.released == FRIDAY


async def test_a_query_selects_sources_by_their_names(world: World) -> None:
    """As they are configured: words side by side, whatever their case."""
    await world.bring(of("bioRxiv Neuroscience", 1), of("Nature", 2), draft(3))
    for query, keys in (
        ('source:"biorxiv neuroscience"', [1]),
        ("source:biorxiv", [1]),
        ("source:nature OR source:huggingface", [2, 3]),
        ("-source:huggingface", [1, 2]),
    ):
        page = await world.papers.search(parse(query), "newest", 0, 10)
        assert sorted(paper.key for paper in page.papers) == keys


async def test_a_source_that_remembers_is_asked_for_the_days_that_were_missed(world: World) -> None:
    """After more than a day without a good answer, once; a week at most."""
    source = RecallingNews("arxiv", [of("arxiv", 1)], before=[of("arxiv", 2)])

    def started() -> Ingest:
        return Ingest(world.papers, world.titles, [], world.clock, news=[source])

    await started().poll()
    assert source.recalled == []  # nobody asked for what was before the first start
    ingest = started()
    for later, days in ((DAY, []), (4 * DAY, [FRIDAY + DAY]), (30 * DAY, [FRIDAY + 24 * DAY])):
        source.recalled.clear()
        world.clock.to(EARLY + later)
        await ingest.poll()
        await ingest.poll()
        assert source.recalled == days
    assert (await world.ingest.holdings()).papers == 2


async def test_a_new_installation_asks_for_a_week_of_news(world: World) -> None:
    """Once; where it fails what is new arrives all the same, and the next poll asks again."""
    source = RecallingNews("arxiv", [of("arxiv", 1)], before=[of("arxiv", 2)], fails=True)
    ingest = Ingest(world.papers, world.titles, [], world.clock, news=[source, ToldNews("blog")])
    assert (await ingest.backfill()).new == 1
    source.fails = False
    assert (await ingest.poll()).new == 1
    await ingest.poll()
    assert source.recalled == [FRIDAY - 6 * DAY] * 2
    again = Ingest(world.papers, world.titles, [], world.clock, news=[source])
    await again.backfill()
    assert len(source.recalled) == 2


class BreakingOff(ToldSource):
    """A source whose answers of the days in `fails`, and of what trends, break off behind what it
    tells there.
    """

    async def day(self, day: date) -> Brought:
        """Return the papers of one day, or raise with them."""
        try:
            return await super().day(day)
        except SourceFault as fault:
            fault.rescued = self.days.get(day, [])
            raise

    async def trending(self) -> Brought:
        """Raise with what trends."""
        fault = SourceFault(f"{self.name}: truncated")
        fault.rescued = self.trends
        raise fault


async def test_what_came_before_an_answer_broke_off_is_stored(world: World) -> None:
    """The day counts as failed all the same, and is asked for again until it is whole."""
    days = {FRIDAY: [draft(1)], FRIDAY - 20 * DAY: [draft(2, released=FRIDAY - 20 * DAY)]}
    source = BreakingOff(days=days, fails={FRIDAY, FRIDAY - 20 * DAY}, trends=[draft(3)])
    ingest = Ingest(world.papers, world.titles, [source], world.clock)
    assert (await ingest.backfill()).new == 2
    assert await backfilled(world) is None
    done = await ingest.poll()
    assert (done.new, done.failed) == (1, (FRIDAY,))
    (health,) = await world.papers.health()
    assert health.error == "huggingface: html (2026-08-21); papers that came all the same: 1"
    source.fails = set()
    days[FRIDAY - 20 * DAY].append(draft(4, released=FRIDAY - 20 * DAY))
    world.clock.to(EARLY + HOUR)
    assert (await ingest.poll()).new == 1
    assert await backfilled(world) is not None

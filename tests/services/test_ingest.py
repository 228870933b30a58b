"""Ingest: papers come in, votes stay current, a source that fails costs its own days only."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from service_world import DAY, EARLY, FRIDAY, HOUR, ToldSource, draft

from bot.core.lookup import Found
from bot.services.ingest import BACKFILL_DAYS, Ingest

if TYPE_CHECKING:
    from service_world import World


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
    """Days that fail do not stop it, and the next start does not begin anew."""
    world.source.fails = {FRIDAY - 3 * DAY}
    world.source.days = {FRIDAY - back * DAY: [draft(back + 1)] for back in range(40)}
    done = await world.ingest.backfill()
    assert len(world.source.asked) == BACKFILL_DAYS
    assert (done.new, done.failed) == (BACKFILL_DAYS - 1, (FRIDAY - 3 * DAY,))
    world.source.asked.clear()
    assert (await world.ingest.backfill()).new == 0
    assert world.source.asked == []


async def test_a_month_that_failed_whole_is_fetched_at_the_next_start(world: World) -> None:
    """A first start without a network is no reason to stay empty."""
    world.source.fails = {FRIDAY - timedelta(days=back) for back in range(40)}
    await world.ingest.backfill()
    world.source.fails = set()
    world.source.days = {FRIDAY: [draft(1)]}
    assert (await world.ingest.backfill()).new == 1


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

"""Recent papers: prepared once, always as they are now."""

from __future__ import annotations

import asyncio
from datetime import timedelta
from typing import TYPE_CHECKING

from service_world import DAY, EARLY, FRIDAY, draft

from bot.core.candidates import prepare
from bot.services.recent import News, RecentPapers

if TYPE_CHECKING:
    from service_world import World


async def test_papers_are_those_of_the_store_newest_first(world: World) -> None:
    """From the day asked for on, with what `prepare` makes of them; also from long ago."""
    await world.bring(*(draft(n, n, released=FRIDAY - (n // 2) * 10 * DAY) for n in range(12)))
    recent = RecentPapers(world.papers)
    for back in (0, 9, 10, 25, 30, 31, 45):
        day = FRIDAY - timedelta(days=back)
        found = await recent.since(day, EARLY)
        papers = await world.papers.released_since(day)
        assert list(found.papers) == papers
        expected = prepare(papers)
        assert found.prepared.folded == expected.folded
        assert {p.key: found.prepared.standings[p.key] for p in papers} == expected.standings
    assert len((await recent.since(FRIDAY + DAY, EARLY)).papers) == 0


async def test_what_stays_as_it_was_is_not_folded_again(world: World) -> None:
    """Not for the next question, and not because another paper got votes."""
    await world.bring(draft(1, 5), draft(2, 5), draft(3, 5, released=FRIDAY - 20 * DAY))
    recent = RecentPapers(world.papers)
    week, month = FRIDAY - 7 * DAY, FRIDAY - 29 * DAY
    one, two = (await recent.since(week, EARLY)).prepared.folded
    again = await recent.since(month, EARLY)
    assert again.prepared.folded[0] is one
    assert (await recent.since(week, EARLY)).papers[0] is again.papers[0]
    await world.bring(draft(2, 50))
    first, second = (await recent.since(week, EARLY)).prepared.folded
    assert first is one
    assert (two.upvotes, second.upvotes) == (5, 50)


async def test_many_who_ask_at_once_wait_for_one_reading(world: World) -> None:
    """All of them get the same."""
    await world.bring(draft(1, 5), draft(2, 5))
    recent = RecentPapers(world.papers)
    found = await asyncio.gather(*(recent.since(FRIDAY, EARLY) for _ in range(8)))
    assert len({id(one.prepared.folded[0]) for one in found}) == 1


async def test_a_new_day_leaves_the_oldest_out(world: World) -> None:
    """Thirty days are kept, whenever the process started."""
    await world.bring(draft(1, released=FRIDAY - 30 * DAY), draft(2))
    recent = RecentPapers(world.papers)
    month = FRIDAY - 30 * DAY
    assert len((await recent.since(month, EARLY)).papers) == 2
    assert len((await recent.since(month + DAY, EARLY + DAY)).papers) == 1


async def test_nothing_is_said_of_sources_that_were_never_asked(world: World) -> None:
    """A new installation has no news, and nothing to complain of."""
    recent = RecentPapers(world.papers)
    assert await recent.news(EARLY) == News(None, silent=False)
    await world.papers.note_health("huggingface", EARLY, error="html")
    assert await recent.news(EARLY) == News(None, silent=True)

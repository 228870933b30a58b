"""What a pause missed can be had afterwards."""

from __future__ import annotations

from dataclasses import replace

from service_world import CHANNEL, DAY, FRIDAY, NINE, READER, WISH, World, draft

from bot.core.deliveries import Refusal, Refused
from bot.core.subscriptions import UserTarget

EVERYTHING = 12


async def _papers_of(world: World, days: range) -> list[int]:
    """Bring a paper on each of some days after Friday; return their keys, newest first."""
    found = await world.bring(
        *(draft(100 + n, n, released=FRIDAY + n * DAY) for n in days),
        draft(99, withdrawn=True, released=FRIDAY + days[-1] * DAY),
    )
    return [paper.key for paper in reversed(found[: len(days)])]


async def test_a_pause_of_weeks_is_made_up_for(world: World) -> None:
    """Every paper that came out meanwhile and matches, older than the next edition's seven days,
    too; what the channel was shown since is left out, and what matches nothing never was in.
    """
    subscription = await world.set_up(replace(WISH, query="Alpha100 | Alpha103 | Alpha120"))
    paused = await world.subscriptions.pause(subscription)
    assert await world.subscriptions.missed([paused]) == []
    keys = await _papers_of(world, range(21))
    world.clock.to(NINE + 20 * DAY)
    resumed = await world.subscriptions.resume(paused)
    missed = [paper.key for paper in await world.subscriptions.missed([resumed])]
    assert missed == [keys[0], keys[17], keys[20]]
    await world.publisher.now(resumed, 1)
    missed = [paper.key for paper in await world.subscriptions.missed([resumed])]
    assert missed == [keys[17], keys[20]]
    world.clock.to(NINE + 32 * DAY)  # no further back than papers are kept
    missed = [paper.key for paper in await world.subscriptions.missed([resumed])]
    assert missed == [keys[17]]


async def test_a_closed_dm_is_made_up_for_once_it_is_open(world: World) -> None:
    """Of several subscriptions each paper counts once; one that never paused missed nothing."""
    mine = [(await world.subscriptions.subscribe(READER, WISH)).subscription for _ in range(2)]
    await world.bring(draft(1, 5), draft(2, 4))
    world.courier.answers = [Refused(Refusal.DM_CLOSED, "50007")] * 2
    await world.beat(NINE)
    keys = await _papers_of(world, range(EVERYTHING))
    world.clock.to(NINE + 11 * DAY)
    assert await world.subscriptions.try_again(READER, "en")
    never = await world.subscriptions.subscribe(READER, WISH)
    present = await world.subscriptions.of_user(READER)
    assert len(present) == len(mine) + 1
    missed = await world.subscriptions.missed(present)
    assert {paper.key for paper in missed} >= set(keys)
    assert len(missed) == len({paper.key for paper in missed}) == EVERYTHING + 2
    assert await world.subscriptions.missed([never.subscription]) == []
    assert isinstance(present[0].target, UserTarget)


async def test_a_query_that_cannot_be_read_missed_nothing(world: World) -> None:
    """Its panel opens all the same."""
    paused = await world.subscriptions.pause(await world.set_up())
    resumed = await world.subscriptions.resume(paused)
    await world.bring(draft(1, 5))
    assert len(await world.subscriptions.missed([resumed])) == 1
    broken = replace(resumed, wish=replace(WISH, query="("))
    assert await world.subscriptions.missed([broken]) == []
    assert await world.deliveries.shown(CHANNEL) == frozenset()

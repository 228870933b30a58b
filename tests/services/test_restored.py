"""An older copy of the database, put back: what may have come since does not come again."""

from __future__ import annotations

from contextlib import asynccontextmanager
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from service_world import CHANNEL, DAY, EARLY, HOUR, MINUTE, NINE, WISH, World, draft, open_world

from bot.core.deliveries import PartState
from bot.core.editions import EmptyCause, EmptyEdition
from bot.core.schedules import CATCH_UP, DAILY, WEEKDAYS, Schedule, occurrences
from bot.core.subscriptions import Subscription, Wish
from bot.services import restored
from bot.services.restored import passed_over, take_up
from bot.storage.copies import copy_database
from bot.storage.ledger import LedgerRows

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator
    from datetime import datetime
    from pathlib import Path


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where the database is."""
    return tmp_path / "paperboy.db"


async def started(world: World) -> bool:
    """Start as a process does, at the world's time; says whether a copy was put back."""
    return await take_up(
        LedgerRows(world.database), world.rows, world.deliveries, world.clock.now()
    )


@asynccontextmanager
async def put_back(path: Path, at: datetime) -> AsyncGenerator[World]:
    """Make a copy with a digest that was set up early, put it back, and start at an instant."""
    async with open_world(path) as world:
        await world.bring(*(draft(n, 9) for n in range(3)))
        await world.set_up()
    copy = path.with_name("copy.db")
    copy_database(path, copy)
    async with open_world(copy) as world:
        world.clock.to(at)
        yield world


async def test_one_that_cannot_be_passed_over_costs_the_others_nothing(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is looked at again later; the start goes on."""
    async with put_back(path, NINE + MINUTE) as world:
        await world.set_up(replace(WISH, query="other"))
        async with world.database.write() as session:
            await session.run("UPDATE subscription SET next_due = ?", [int(NINE.timestamp())])

        def broken(subscription: Subscription, now: datetime) -> object:
            if subscription.id == 1:
                raise OverflowError
            return passed_over(subscription, now)

        monkeypatch.setattr(restored, "passed_over", broken)
        assert await started(world)
        digests = await world.rows.all_channels()
        assert digests[0].next_due == NINE + MINUTE + HOUR
        assert {one.next_due for one in digests[1:]} == {NINE + DAY}


async def test_what_was_due_since_the_copy_is_skipped_and_said(path: Path) -> None:
    """One record for all of it, whose cause the status tells; the next one comes as planned."""
    async with put_back(path, NINE + 2 * DAY + MINUTE) as world:
        assert await started(world)
        assert await world.beat() == (0, 0)
        (digest,) = await world.rows.all_channels()
        assert digest.next_due == NINE + 3 * DAY
        assert digest.last_edition is None
        (report,) = await world.deliveries.reports(digest.id, 10)
        assert report.edition == EmptyEdition(NINE, EmptyCause.PUT_BACK, 1)
        # Friday's: nothing would have come at the weekend.
        assert (report.state, report.occurrence) == (None, "2026-08-21T09:00:00Z")
        assert not await started(world)
        assert await world.beat(NINE + 3 * DAY) == (1, 1)


async def test_a_copy_on_which_nothing_is_due_goes_on(path: Path) -> None:
    """Nothing is skipped, nothing is recorded."""
    async with put_back(path, EARLY + 30 * MINUTE) as world:
        assert await started(world)
        assert await world.deliveries.reports(1, 10) == []
        assert await world.beat(NINE) == (1, 1)


async def test_a_start_that_dies_on_the_way_is_begun_again(path: Path) -> None:
    """What was skipped stays so, and it is a copy until the last step."""
    async with put_back(path, NINE + HOUR) as world:
        real = LedgerRows(world.database)

        class Dying:
            """Dies before its last step."""

            put_back = real.put_back
            note = real.note

            async def go_on(self, *_: object, **__: object) -> int:
                raise KeyboardInterrupt

        with pytest.raises(KeyboardInterrupt):
            await take_up(Dying(), world.rows, world.deliveries, world.clock.now())
        assert await started(world)
        assert len(await world.deliveries.reports(1, 10)) == 1
        assert await world.beat() == (0, 0)


async def test_a_planned_part_waits_for_somebody_and_one_on_its_way_is_looked_for(
    path: Path,
) -> None:
    """The one may have been sent after the copy was made; the other is in the channel."""
    async with open_world(path) as world:
        await world.bring(*(draft(n, 9) for n in range(3)))
        for _ in range(2):
            await world.set_up(Wish("*", WISH.schedule, 1))
        world.clock.to(NINE)
        await world.publisher.tick()
        (first,) = await world.deliveries.claim(NINE, 1)
        copy = path.with_name("copy.db")
        copy_database(path, copy)
        await world.courier.send(first)
        posts = world.courier.posts
    async with open_world(copy) as world:
        world.courier.posts += posts
        world.clock.to(NINE + 10 * MINUTE)
        assert await started(world)
        assert await world.restart().recover() == 1
        assert await world.publisher.drain() == 1
        assert world.courier.posts == posts
        states = [(await world.deliveries.reports(n, 1))[0].state for n in (1, 2)]
        assert states == [PartState.SENT, PartState.UNSURE]
        assert len(await world.deliveries.shown(CHANNEL)) == 2


@given(
    behind=st.integers(0, 40 * 24 * 60),
    days=st.sampled_from([DAILY, WEEKDAYS]),
    zone=st.sampled_from(["UTC", "Europe/Berlin", "America/St_Johns"]),
)
def test_all_that_was_due_is_passed_over_and_nothing_else(
    behind: int, days: frozenset[int], zone: str
) -> None:
    """From what was planned up to now, however long ago that is, also within the hours in which a
    start catches up; the next one is the first after now.
    """
    schedule = Schedule(zone, WISH.schedule.at, days)
    planned = next(occurrences(schedule, EARLY, EARLY + 9 * DAY))
    now = planned + behind * MINUTE
    one = Subscription(1, CHANNEL, Wish("*", schedule), planned, 1, EARLY)
    passed, following = passed_over(one, now)
    assert passed == (planned, *occurrences(schedule, planned, now))
    assert following == next(occurrences(schedule, now, now + 9 * DAY))
    assert passed_over(one, planned - MINUTE) == ((), planned)
    assert CATCH_UP > HOUR  # or the test's own hours would be skipped by any start

"""The pace of sending: one message after the other, and what was missed is caught up on gently."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.services.clock import SystemClock
from bot.ui.link.pace import HeldError, Pace

GAP = 0.02
LEAST = GAP / 1.05
A_LITTLE = 1e-6  # more than what seconds are rounded to


class HandClock:
    """A clock that moves when it is told to."""

    def __init__(self) -> None:
        self.seconds = 0.0

    def now(self) -> datetime:
        """Return an instant; nothing here asks for it."""
        return datetime(2026, 1, 1, tzinfo=UTC)

    def monotonic(self) -> float:
        """Return the seconds it was moved to."""
        return self.seconds


async def leaves_at_once(pace: Pace) -> bool:
    """Say whether a message that comes now leaves now; one that would have to wait stays."""
    turn = asyncio.ensure_future(pace.turn())
    await asyncio.sleep(0)
    at_once = turn.done()
    turn.cancel()
    await asyncio.gather(turn, return_exceptions=True)
    return at_once


async def test_the_first_leaves_at_once_and_the_second_a_gap_later() -> None:
    """Also after a quiet moment no two leave together."""
    clock = HandClock()
    pace = Pace(clock, 1 / GAP)
    assert await leaves_at_once(pace)
    clock.seconds += GAP + A_LITTLE
    assert await leaves_at_once(pace)
    clock.seconds += 60
    assert await leaves_at_once(pace)
    assert not await leaves_at_once(pace)


async def test_what_was_missed_is_caught_up_on_a_little_faster() -> None:
    """After half a second in which nobody could send the gap is shorter for a while, never none."""
    clock = HandClock()
    pace = Pace(clock, 1 / GAP)
    for _ in range(100):
        clock.seconds += GAP + A_LITTLE
        assert await leaves_at_once(pace)
    clock.seconds += 0.5
    for _ in range(20):
        assert await leaves_at_once(pace)
        clock.seconds += LEAST + A_LITTLE
    assert await leaves_at_once(pace)
    clock.seconds += LEAST - A_LITTLE
    assert not await leaves_at_once(pace)


@settings(max_examples=30, deadline=None)
@given(st.lists(st.floats(0, 0.004), min_size=1, max_size=6))
def test_who_comes_first_leaves_first_and_none_too_soon(pauses: list[float]) -> None:
    """However they come: in order, and the last one not before all the gaps are over."""
    left: list[int] = []

    async def send(number: int, pace: Pace) -> None:
        async with pace:
            left.append(number)

    async def all_send() -> float:
        clock = SystemClock()
        began, pace = clock.monotonic(), Pace(clock, 500)
        async with asyncio.TaskGroup() as group:
            for number, pause in enumerate(pauses):
                group.create_task(send(number, pace))
                await asyncio.sleep(pause)
        return clock.monotonic() - began

    took = asyncio.run(all_send())
    assert left == list(range(len(pauses)))
    assert took >= (len(pauses) - 1) / 500 / 1.05 - A_LITTLE


async def test_one_who_gives_up_holds_nobody_up() -> None:
    """A cancelled wait passes its turn on."""
    clock = HandClock()
    pace = Pace(clock, 1 / GAP)
    assert await leaves_at_once(pace)
    assert not await leaves_at_once(pace)
    clock.seconds += 2 * GAP + A_LITTLE
    assert await leaves_at_once(pace)


async def test_who_stands_in_a_line_that_is_held_leaves_it() -> None:
    """With how long it is held; afterwards it goes on as before."""
    clock = HandClock()
    pace = Pace(clock, 1 / GAP)
    assert await leaves_at_once(pace)
    waiting = [asyncio.ensure_future(pace.turn()) for _ in range(3)]
    await asyncio.sleep(0)
    pace.hold(30)
    pace.hold(10)
    told = await asyncio.gather(*waiting, return_exceptions=True)
    assert [one.seconds for one in told if isinstance(one, HeldError)] == [30.0] * 3
    clock.seconds += 29
    with pytest.raises(HeldError):
        await pace.turn()
    clock.seconds += 1
    assert await leaves_at_once(pace)

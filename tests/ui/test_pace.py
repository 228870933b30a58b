"""The pace of sending: a burst at once, then one message after the other."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime

from hypothesis import given
from hypothesis import strategies as st

from bot.ui.link.pace import Pace


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


async def _waits(clock: HandClock, pace: Pace, moves: list[float]) -> list[float]:
    """How long each message would wait, `moves` apart, by a loop whose sleeps are only noted."""
    loop = asyncio.get_running_loop()
    waits: list[float] = []
    for move in moves:
        clock.seconds += move
        before = loop.time()
        async with pace:
            waits.append(loop.time() - before)
    return waits


async def test_a_burst_goes_at_once_and_the_next_waits() -> None:
    """Of six messages in one instant the first five do not wait; the sixth waits its gap."""
    clock = HandClock()
    waits = await _waits(clock, Pace(clock, 50, 5), [0.0] * 6)
    assert max(waits[:5]) < 0.02 <= waits[5] + 0.001


async def test_a_quiet_moment_gives_the_burst_back() -> None:
    """A second later five may go at once again."""
    clock = HandClock()
    pace = Pace(clock, 50, 5)
    await _waits(clock, pace, [0.0] * 5)
    assert max(await _waits(clock, pace, [1.0, 0, 0, 0, 0])) < 0.02


@given(st.lists(st.floats(0, 0.05), min_size=1, max_size=8))
def test_it_never_waits_longer_than_its_place_in_line(moves: list[float]) -> None:
    """However the clock stands still or jumps ahead, n messages wait n gaps at most."""
    clock = HandClock()
    waits = asyncio.run(_waits(clock, Pace(clock, 1_000), moves))
    assert all(wait < 0.001 * len(moves) + 0.05 for wait in waits)

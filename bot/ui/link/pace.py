"""The pace of sending: a budget of messages a second, by the installation's one clock.

One leaves the line after the other, each a gap behind the one before, and nobody passes those who
came earlier. Nothing goes in bursts: a message costs the loop some milliseconds, and interactions
want it, too. What was missed because something held everybody up, a quarter of a second at most, is
caught up on a little faster than the budget; so no second ever has much more than it.
"""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bot.services.ports import Clock

_FASTER = 1.05
_MISSED = 0.25  # seconds that are caught up on
_SLIP = 0.010  # seconds that a busy loop comes late by every time; not to be added up


class Pace:
    """At most `per_second` a second; 1.05 times that, and one more, in a second of catching up."""

    def __init__(self, clock: Clock, per_second: float) -> None:
        self._clock = clock
        self._gap = 1 / per_second
        self._planned = float("-inf")  # when the next one may leave by the budget
        self._left = float("-inf")  # when the last one did
        self._line = asyncio.Lock()

    async def turn(self) -> None:
        """Wait in line, then until it is time."""
        async with self._line:
            now = self._clock.monotonic()
            planned = max(self._planned, now - _MISSED)
            self._planned = planned + self._gap
            leaves = max(planned, self._left + self._gap / _FASTER, now)
            if leaves > now:
                await asyncio.sleep(leaves - now)
            self._left = max(leaves, self._clock.monotonic() - _SLIP)

    async def __aenter__(self) -> None:
        """Do the block when it is time."""
        await self.turn()

    async def __aexit__(self, *_: object) -> None:
        """Nothing is given back: what was sent was sent."""

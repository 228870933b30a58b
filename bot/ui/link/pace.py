"""The pace of sending: a budget of messages a second, by the installation's one clock.

One leaves the line after the other, each a gap behind the one before, and nobody passes those who
came earlier. Nothing goes in bursts: a message costs the loop some milliseconds, and interactions
want it, too. What was missed because something held everybody up, a quarter of a second at most, is
caught up on a little faster than the budget; so no second ever has much more than it.

Where Discord, or what stands before it, wants nothing from anybody for a while, the line is held:
whoever stands in it leaves it, and comes again by themselves.
"""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bot.services.ports import Clock

_FASTER = 1.05
_MISSED = 0.25  # seconds that are caught up on
_SLIP = 0.010  # seconds that a busy loop comes late by every time; not to be added up


class HeldError(Exception):
    """Nobody's turn comes for so many `seconds`."""

    def __init__(self, seconds: float) -> None:
        super().__init__(f"held for {seconds:.1f} s")
        self.seconds = seconds


class Pace:
    """At most `per_second` a second; 1.05 times that, and one more, in a second of catching up."""

    def __init__(self, clock: Clock, per_second: float) -> None:
        self._clock = clock
        self._gap = 1 / per_second
        self._planned = float("-inf")  # when the next one may leave by the budget
        self._left = float("-inf")  # when the last one did
        self._held_until = float("-inf")
        self._line = asyncio.Lock()

    def hold(self, seconds: float) -> None:
        """Let nobody leave for so long; a longer hold stays as it is."""
        self._held_until = max(self._held_until, self._clock.monotonic() + seconds)

    def pass_on(self) -> None:
        """Raise `HeldError` where nobody may leave now."""
        if (left := self._held_until - self._clock.monotonic()) > 0:
            raise HeldError(left)

    async def turn(self) -> None:
        """Wait in line, then until it is time. Raises `HeldError`, also for those in line."""
        async with self._line:
            self.pass_on()
            now = self._clock.monotonic()
            planned = max(self._planned, now - _MISSED)
            self._planned = planned + self._gap
            leaves = max(planned, self._left + self._gap / _FASTER, now)
            if leaves > now:
                await asyncio.sleep(leaves - now)
                self.pass_on()
            self._left = max(leaves, self._clock.monotonic() - _SLIP)

    async def __aenter__(self) -> None:
        """Do the block when it is time."""
        await self.turn()

    async def __aexit__(self, *_: object) -> None:
        """Nothing is given back: what was sent was sent."""

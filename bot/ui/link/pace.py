"""The pace of sending: a budget of messages a second, by the installation's one clock.

A place in line is taken at once and waited for once, so that a wait ends however the clock runs,
and nobody passes those who came before. A burst goes without waiting after a quiet moment.
"""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bot.services.ports import Clock


class Pace:
    """At most `per_second` a second, plus `burst` (≥ 1) at once after a quiet moment."""

    def __init__(self, clock: Clock, per_second: float, burst: int = 1) -> None:
        self._clock = clock
        self._gap = 1 / per_second
        self._slack = (burst - 1) * self._gap
        self._free: float | None = None  # when the next place in line comes up

    async def __aenter__(self) -> None:
        """Take the next place in line and wait for it."""
        now = self._clock.monotonic()
        early = now - self._slack
        place = early if self._free is None else max(self._free, early)
        self._free = place + self._gap
        if place > now:
            await asyncio.sleep(place - now)

    async def __aexit__(self, *_: object) -> None:
        """Nothing is given back: what was sent was sent."""

"""Long work on the event loop in small pieces, so that interactions go ahead of it.

Whoever waits for the loop waits for one piece at most. Threads would not help: whatever is pure
Python holds the interpreter's lock, and a loop that wants it back waits five milliseconds.
"""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bot.services.ports import Clock

_PIECE = 0.002  # seconds


class Breath:
    """Lets others go ahead whenever a piece of work is done."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._since = clock.monotonic()

    async def take(self) -> None:
        """Let others go ahead if it is time; to be called often."""
        if self._clock.monotonic() - self._since >= _PIECE:
            await asyncio.sleep(0)
            self._since = self._clock.monotonic()

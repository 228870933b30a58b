"""People go first: whoever waits for an answer is answered before the next message is made.

Making a message takes the loop some milliseconds, and an answer is a dozen steps on the same loop;
with forty messages a second in between it would come several times as late. A message can wait: it
does so for `_WAITS` at most, so that people who ask without end do not stop the digests.
"""

from __future__ import annotations

import asyncio
import time
from collections import deque
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    import discord

_WAITS: Final = 0.02  # seconds a message waits
_LOOKS: Final = 0.004  # seconds between two looks
_PATIENT: Final = 3.0  # seconds that Discord waits for an answer


class Courtesy:
    """Knows who waits for an answer."""

    def __init__(self) -> None:
        self._waiting: deque[tuple[float, discord.Interaction]] = deque()

    def came(self, interaction: discord.Interaction) -> None:
        """Note that somebody asked something."""
        self._forget()
        self._waiting.append((time.monotonic(), interaction))

    async def give_way(self) -> None:
        """Wait until nobody waits for an answer, but not for long."""
        until = time.monotonic() + _WAITS
        # discord.py has no event for an answer that was taken
        while self._somebody_waits() and time.monotonic() < until:  # noqa: ASYNC110
            await asyncio.sleep(_LOOKS)

    def _somebody_waits(self) -> bool:
        self._forget()
        return any(not one.response.is_done() for _, one in self._waiting)

    def _forget(self) -> None:
        """Let go of those that were answered, or never will be."""
        late = time.monotonic() - _PATIENT
        while self._waiting and (
            self._waiting[0][0] < late or self._waiting[0][1].response.is_done()
        ):
            self._waiting.popleft()

"""What time it is at Discord, as its answers tell.

A message's id carries the instant at which Discord stored it, by Discord's clock. Ours may be wrong
by minutes, or be set right while a message is on its way; so attempts are noted, and looked for, in
Discord's time. Every answer has a `Date` (RFC 9110, 6.6.1), which is right to a second; what has
passed since is counted by a clock that nobody sets, and that goes on while the machine sleeps.
"""

from __future__ import annotations

import time
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import SimpleNamespace

    import aiohttp


def since_boot() -> float:
    """Return seconds of a clock that nobody sets. Linux's `CLOCK_MONOTONIC` stands still while the
    machine sleeps, `CLOCK_BOOTTIME` does not; where there is none, the former will have to do.
    """
    clock = getattr(time, "CLOCK_BOOTTIME", None)
    return time.monotonic() if clock is None else time.clock_gettime(clock)


class DiscordTime:
    """Listens to answers; knows nothing before the first."""

    def __init__(self, moment: Callable[[], float] = since_boot) -> None:
        self._moment = moment
        self._heard: tuple[datetime, float] | None = None

    async def ended(
        self,
        _session: aiohttp.ClientSession,
        _context: SimpleNamespace,
        told: aiohttp.TraceRequestEndParams,
    ) -> None:
        """Take the time from an answer (called by aiohttp)."""
        self.hear(told.response.headers.get("Date", ""))

    def hear(self, date: str) -> None:
        """Take the time from a `Date`; one that is none is passed over."""
        try:
            said = parsedate_to_datetime(date)
        except ValueError:
            return
        if said.tzinfo is not None:
            self._heard = (said.astimezone(UTC), self._moment())

    def ahead(self, now: datetime) -> timedelta:
        """Return how far Discord's clock is ahead of one that reads `now`; nothing where it is not
        known.
        """
        if self._heard is None:
            return timedelta(0)
        said, at = self._heard
        return said + timedelta(seconds=self._moment() - at) - now

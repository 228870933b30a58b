"""The demo's clock: SimCord's virtual time, set to the day of the newest paper.

SimCord's world always begins on 1 January 2026, and inside the bot every clock of discord.py
follows it; so the demo's "today" is that time plus a fixed distance.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import simcord


class DemoClock:
    """Reads SimCord's time. Before `attach` it stands at `start`."""

    def __init__(self, start: datetime) -> None:
        self._start = start
        self._env: simcord.Env | None = None
        self._distance = timedelta()

    def attach(self, env: simcord.Env) -> None:
        """Let the environment's present be `start`, and time pass with it from now on."""
        self._env = env
        self._distance = self._start - env.now()

    def now(self) -> datetime:
        """Return the demo's present instant, UTC."""
        return self._start if self._env is None else self._env.now() + self._distance

    def monotonic(self) -> float:
        """Return the seconds since the demo began."""
        return (self.now() - self._start).total_seconds()

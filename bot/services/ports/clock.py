"""Time, read in one place."""

from __future__ import annotations

from datetime import datetime
from typing import Protocol


class Clock(Protocol):
    """The one place where time is read."""

    def now(self) -> datetime:
        """Return the present instant."""
        ...

    def monotonic(self) -> float:
        """Return seconds that never go back, for measuring."""
        ...

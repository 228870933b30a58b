"""The one place where time is read."""

from __future__ import annotations

import time
from datetime import UTC, datetime


class SystemClock:
    """The machine's clock."""

    def now(self) -> datetime:
        """Return the present instant, UTC."""
        return datetime.now(UTC)  # noqa: TID251 - the one place where time is read

    def monotonic(self) -> float:
        """Return seconds that never go back."""
        return time.monotonic()

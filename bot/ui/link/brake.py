"""Discord's brake on direct messages: who opens many of them is told to stop (40003), then flagged
(20026), and who goes on is blocked.

So the first such word stops the opening of direct messages for as long as it is to be tried later;
it is told to whoever runs the bot, once. What goes to channels that are open already goes on.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import structlog

from bot.core.deliveries import Failed
from bot.ui.link.outcomes import BRAKED

if TYPE_CHECKING:
    from bot.core.deliveries import Outcome
    from bot.services.ports import Clock

log = structlog.stdlib.get_logger(__name__)


class Brake:
    """Off until Discord pulls it."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._until: float | None = None

    def heed(self, outcome: Outcome) -> None:
        """Take note of what became of a message or of an opening."""
        if not isinstance(outcome, Failed) or outcome.cause != BRAKED:
            return
        if self.left() is None:
            log.error("direct_messages_braked", seconds=outcome.retry_after)
        self._until = self._clock.monotonic() + (outcome.retry_after or 0.0)

    def left(self) -> Failed | None:
        """Return what to say of an opening instead of trying it; None where it may be tried."""
        left = 0.0 if self._until is None else self._until - self._clock.monotonic()
        return Failed(BRAKED, left, maybe_sent=False) if left > 0 else None

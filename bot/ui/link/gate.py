"""The gate that everything passes which is sent, read or opened without somebody waiting for it.

It keeps the pace, heeds Discord's brake on direct messages, and is shut for everybody where the
answer to one request was meant for all of them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import structlog

from bot.ui.link.brake import Brake
from bot.ui.link.openings import Openings
from bot.ui.link.outcomes import holds_all
from bot.ui.link.pace import Pace

if TYPE_CHECKING:
    from bot.core.deliveries import Outcome
    from bot.services.ports import Clock
    from bot.ui.link.attempt import Attempt

log = structlog.stdlib.get_logger(__name__)


class Gate:
    """Whoever passes takes a turn of `pace`; who opens direct messages asks `brake` first, and
    `openings` unless somebody asked for it.
    """

    def __init__(self, clock: Clock, per_second: float) -> None:
        self.pace = Pace(clock, per_second)
        self.brake = Brake(clock)
        self.openings = Openings(clock)

    def heed(self, error: Exception, outcome: Outcome, attempt: Attempt | None = None) -> None:
        """Take note of what was not this one request's matter."""
        self.brake.heed(outcome)
        everywhere = attempt is not None and attempt.limited_everywhere
        if seconds := holds_all(error, limited_everywhere=everywhere):
            log.error("sending_held", seconds=seconds, error=str(error)[:200])
            self.pace.hold(seconds)

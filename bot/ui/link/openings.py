"""The opening of direct messages: one every few seconds, each reader's at an instant of its own.

Discord publishes no number: "If you open a significant amount of DMs too quickly, your bot may be
rate limited or blocked from opening new ones" (resources/user, "Create DM"). Readers whose channel
is known are written to without it, and somebody who asks for their papers is answered at once; what
is left are readers who come in numbers only after a loss. Nobody stands in line here: who is told
to come later leaves room for others, and finds the place kept.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from bot.services.ports import Clock

EVERY: Final = 5.0
"""Seconds between two openings: 8,640 in the 12 hours that a part is tried for."""


class Openings:
    """Gives out instants, `EVERY` seconds apart."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._turns: dict[int, float] = {}
        self._last = float("-inf")  # the last instant that was given out
        self._opened = float("-inf")

    def wait(self, user_id: int) -> float:
        """Return after how many seconds to ask again; 0.0 where it is to be opened now. Who comes
        late is let in unless another one was just now, and is given another instant then.
        """
        now = self._clock.monotonic()
        turn = self._turns.pop(user_id, None)
        if turn is None or turn <= now < self._opened + EVERY:
            turn = self._last = max(now, self._last + EVERY, self._opened + EVERY)
        if turn > now:
            self._turns[user_id] = turn
            return turn - now
        self._opened = now
        return 0.0

"""Discord's brake on direct messages: heeded for as long as it lasts, and told once."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from structlog.testing import capture_logs

from bot.core.deliveries import Failed, Outcome, Refusal, Refused, Sent
from bot.ui.link.brake import Brake
from bot.ui.link.outcomes import BRAKED

PULLED = Failed(BRAKED, 3600.0, maybe_sent=False)


class Stopwatch:
    """Time that passes when it is told to."""

    def __init__(self) -> None:
        self.passed = 0.0

    def now(self) -> datetime:
        """Return an instant."""
        return datetime(2026, 1, 1, tzinfo=UTC)

    def monotonic(self) -> float:
        """Return the seconds that have passed."""
        return self.passed


@pytest.mark.parametrize(
    "other", [Sent(1), Refused(Refusal.DM_CLOSED), Failed("rate_limited", 9.0), Failed("broke")]
)
def test_nothing_else_pulls_it(other: Outcome) -> None:
    """A closed message box or a busy Discord are no reason to open no others."""
    brake = Brake(Stopwatch())
    brake.heed(other)
    assert brake.left() is None


def test_it_holds_until_it_is_to_be_tried_again() -> None:
    """Whoever was on the way when it was pulled pulls it again, and nobody is told twice."""
    watch = Stopwatch()
    brake = Brake(watch)
    with capture_logs() as logs:
        brake.heed(PULLED)
        watch.passed = 600.0
        assert brake.left() == Failed(BRAKED, 3000.0, maybe_sent=False)
        brake.heed(PULLED)
    assert [line["event"] for line in logs] == ["direct_messages_braked"]
    watch.passed = 4199.0
    assert brake.left() == Failed(BRAKED, 1.0, maybe_sent=False)
    watch.passed = 4200.0
    assert brake.left() is None
    brake.heed(PULLED)
    assert brake.left() == PULLED

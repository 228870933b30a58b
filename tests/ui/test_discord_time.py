"""Discord's time, as its answers tell it."""

from __future__ import annotations

import time
from datetime import UTC, datetime, timedelta

import pytest

from bot.ui.link.discord_time import DiscordTime, since_boot

NOW = datetime(2026, 8, 21, 9, tzinfo=UTC)


def test_nothing_is_known_before_the_first_answer() -> None:
    """Then our clock is all there is."""
    assert DiscordTime().ahead(NOW) == timedelta(0)


def test_the_time_goes_on_between_answers_whatever_our_clock_does() -> None:
    """Five minutes behind; a minute later we set ours right."""
    moments = iter([100.0, 100.0, 160.0])
    discord = DiscordTime(lambda: next(moments))
    discord.hear("Fri, 21 Aug 2026 09:05:00 GMT")
    assert discord.ahead(NOW) == timedelta(minutes=5)
    assert discord.ahead(NOW + timedelta(minutes=6)) == timedelta(0)


@pytest.mark.parametrize("date", ["", "yesterday", "Fri, 21 Aug 2026 09:05:00", "Fri, 99 Aug 2026"])
def test_what_is_no_date_is_passed_over(date: str) -> None:
    """The last good one counts on."""
    discord = DiscordTime(lambda: 0.0)
    discord.hear("Fri, 21 Aug 2026 08:59:00 GMT")
    discord.hear(date)
    assert discord.ahead(NOW) == timedelta(minutes=-1)


@pytest.mark.skipif(not hasattr(time, "CLOCK_BOOTTIME"), reason="this system has no such clock")
def test_the_time_goes_on_while_the_machine_sleeps() -> None:
    """By the clock that counts sleep; the other one stands still then."""
    before = time.clock_gettime(time.CLOCK_BOOTTIME)
    assert before <= since_boot() <= time.clock_gettime(time.CLOCK_BOOTTIME)
    assert DiscordTime()._moment is since_boot  # noqa: SLF001 - nobody can put this machine to sleep

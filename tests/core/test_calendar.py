"""The calendar: which days are quiet, and what follows for a schedule."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.calendar import is_overdue, is_quiet, keeps_quiet, next_edition
from bot.core.schedules import DAILY, WEEKDAYS, WEEKENDS, Schedule, next_occurrence, occurrence_on

FRIDAY = datetime(2026, 8, 21, 12, tzinfo=UTC)
ZONES = ("UTC", "Europe/Berlin", "Pacific/Auckland", "America/Los_Angeles")
DAYS = st.frozensets(st.integers(0, 6), min_size=1)
SCHEDULES = st.builds(Schedule, st.sampled_from(ZONES), st.builds(time, st.integers(0, 23)), DAYS)


def test_saturday_and_sunday_are_quiet() -> None:
    """Nothing comes out at the weekend."""
    monday = date(2026, 8, 17)
    quiet = [is_quiet(monday + timedelta(days=day)) for day in range(7)]
    assert quiet == [False] * 5 + [True] * 2


def test_a_daily_digest_keeps_quiet_at_the_weekend_only() -> None:
    """Its next edition after Friday noon is Monday's."""
    daily = Schedule("UTC", time(9), DAILY)
    assert next_edition(daily, FRIDAY) == datetime(2026, 8, 24, 9, tzinfo=UTC)
    assert keeps_quiet(daily, next_occurrence(daily, FRIDAY))
    assert not keeps_quiet(daily, FRIDAY)


def test_whoever_asked_for_a_weekend_day_gets_it() -> None:
    """Explicit days are never quiet."""
    weekends = Schedule("UTC", time(9), WEEKENDS)
    assert next_edition(weekends, FRIDAY) == datetime(2026, 8, 22, 9, tzinfo=UTC)
    assert not keeps_quiet(Schedule("UTC", time(9), WEEKDAYS), FRIDAY)


def test_the_day_that_counts_is_the_sources() -> None:
    """In Auckland, Saturday's 9 o'clock is Friday's evening (UTC) and brings papers; Monday's is
    still Sunday's.
    """
    auckland = Schedule("Pacific/Auckland", time(9), DAILY)
    saturday = datetime(2026, 8, 21, 21, tzinfo=UTC)
    assert not keeps_quiet(auckland, saturday)
    assert keeps_quiet(auckland, saturday + timedelta(days=1))
    assert keeps_quiet(auckland, saturday + timedelta(days=2))
    assert next_edition(auckland, saturday) == saturday + timedelta(days=3)


@pytest.mark.parametrize(
    ("zone", "hour", "friday", "saturday", "sunday", "monday"),
    [
        ("Europe/Berlin", 9, 1, 0, 0, 1),
        ("UTC", 9, 1, 0, 0, 1),
        ("UTC", 0, 1, 1, 0, 0),  # Friday's papers come after Friday 00:00
        ("America/New_York", 9, 1, 0, 0, 1),
        ("America/New_York", 20, 1, 0, 0, 1),
        ("America/Los_Angeles", 22, 1, 0, 1, 1),  # Sunday's is Monday 05:00
        ("Asia/Singapore", 10, 1, 1, 0, 1),  # Monday 02:00: most of Monday's papers are there
        ("Pacific/Auckland", 9, 1, 1, 0, 0),
    ],
)
def test_a_daily_digest_gets_every_days_papers_once_at_whatever_hour(
    zone: str, hour: int, friday: int, saturday: int, sunday: int, monday: int
) -> None:
    """Of four local days those bring papers before which, in 24 hours, papers came out."""
    daily = Schedule(zone, time(hour), DAILY)
    days = [occurrence_on(daily, date(2026, 8, 21) + timedelta(days=n)) for n in range(4)]
    brings = [day is not None and not keeps_quiet(daily, day) for day in days]
    assert brings == [bool(n) for n in (friday, saturday, sunday, monday)]


@given(st.integers(0, 24 * 60 - 1))
def test_a_week_has_five_editions_at_any_minute(minute: int) -> None:
    """A day's papers come once: five days bring some, so five of seven occurrences do. Only within
    the hours in which a day fills up may it take a sixth.
    """
    daily = Schedule("UTC", time(minute // 60, minute % 60), DAILY)
    monday = datetime(2026, 8, 17, minute // 60, minute % 60, tzinfo=UTC)
    brings = [not keeps_quiet(daily, monday + timedelta(days=n)) for n in range(7)]
    assert sum(brings) == (6 if 60 <= minute < 6 * 60 else 5)


def test_papers_are_overdue_when_a_day_before_yesterday_brought_none() -> None:
    """Friday's are new enough until Tuesday; on Wednesday Monday's are missing."""
    friday = date(2026, 8, 21)
    overdue = [is_overdue(friday, friday + timedelta(days=n)) for n in range(7)]
    assert overdue == [False] * 5 + [True] * 2
    thursday = friday - timedelta(days=1)
    assert [is_overdue(thursday, friday + timedelta(days=n)) for n in range(3)] == [
        False,
        False,
        True,
    ]


@given(SCHEDULES, st.integers(0, 60 * 24 * 400))
def test_the_next_edition_is_the_first_occurrence_that_is_not_quiet(
    schedule: Schedule, minutes: int
) -> None:
    """Whatever lies between keeps quiet."""
    after = FRIDAY + timedelta(minutes=minutes)
    found = next_edition(schedule, after)
    between = next_occurrence(schedule, after)
    while between < found:
        assert keeps_quiet(schedule, between)
        between = next_occurrence(schedule, between)
    assert between == found
    assert not keeps_quiet(schedule, found)

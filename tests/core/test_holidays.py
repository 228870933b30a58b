"""arXiv's holidays: the lists it published, what they leave thin, and when they run out."""

from __future__ import annotations

from datetime import date, time, timedelta

import pytest

from bot.core.calendar import holiday_at, is_overdue
from bot.core.holidays import COVERED_UNTIL, PUBLISHED, holiday_behind, is_holiday, runs_out
from bot.core.schedules import DAILY, WEEKDAYS, Schedule, occurrence_on, weekly

DAY = timedelta(days=1)


def test_the_list_covers_whole_years_up_to_its_end() -> None:
    """Every year from 2024 to the last has Thanksgiving, and nothing lies behind the end."""
    years = {day.year for day in PUBLISHED}
    assert years == set(range(2024, COVERED_UNTIL.year + 1))
    assert (COVERED_UNTIL.month, COVERED_UNTIL.day) == (12, 31)
    thanksgivings = {day.year for day in PUBLISHED if day.month == 11 and day.weekday() == 3}
    assert thanksgivings == years
    assert max(PUBLISHED) <= COVERED_UNTIL


@pytest.mark.parametrize(
    ("day", "holiday"),
    [
        ("2026-11-27", "2026-11-26"),  # Thanksgiving's evening would have been Friday's papers
        ("2026-11-26", None),  # Wednesday's announcement was made
        ("2026-12-28", "2026-12-25"),  # a Friday's would have come on Sunday evening
        ("2025-07-07", "2025-07-06"),  # a Sunday is named itself
        ("2026-12-26", None),  # Saturday is quiet anyway
        ("2026-12-30", "2026-12-29"),
        ("2027-01-01", "2026-12-31"),
    ],
)
def test_a_holiday_makes_the_next_day_thin(day: str, holiday: str | None) -> None:
    """It is the evening's announcement that is left out, which is the next day in UTC."""
    found = holiday_behind(date.fromisoformat(day))
    assert found == (None if holiday is None else date.fromisoformat(holiday))


@pytest.mark.parametrize(
    ("day", "holiday"),
    [
        ("2027-01-01", True),
        ("2027-01-18", True),  # the third Monday
        ("2027-01-11", False),
        ("2027-09-06", True),  # the first Monday
        ("2027-11-25", True),  # the fourth Thursday
        ("2027-11-18", False),
        ("2028-06-19", True),
        ("2027-12-28", False),  # what arXiv adds between the years is not known
    ],
)
def test_behind_the_lists_only_the_yearly_ones_are_assumed(day: str, *, holiday: bool) -> None:
    """Computed, or the same date every year."""
    assert is_holiday(date.fromisoformat(day)) is holiday


def test_the_lists_are_said_to_run_out_a_month_before_they_do() -> None:
    """From then on `paperboy check` warns."""
    assert not runs_out(COVERED_UNTIL - 30 * DAY)
    assert runs_out(COVERED_UNTIL - 29 * DAY)
    assert runs_out(COVERED_UNTIL + 400 * DAY)


def _at(schedule: Schedule, day: str) -> date | None:
    occurrence = occurrence_on(schedule, date.fromisoformat(day))
    assert occurrence is not None
    return holiday_at(schedule, occurrence)


def test_an_edition_that_only_has_a_thin_day_may_be_empty() -> None:
    """Daily ones and those of weekdays; a weekly one has other days, too."""
    thanksgiving, christmas = date(2026, 11, 26), date(2026, 12, 25)
    daily, weekdays = (Schedule("Europe/Berlin", time(9), days) for days in (DAILY, WEEKDAYS))
    assert _at(daily, "2026-11-27") == _at(weekdays, "2026-11-27") == thanksgiving
    assert _at(daily, "2026-11-26") is None
    assert _at(weekdays, "2026-12-28") == christmas  # Saturday and Sunday before it are quiet
    assert _at(Schedule("Europe/Berlin", time(9), weekly(4)), "2026-11-27") is None


def test_the_day_that_counts_is_the_sources() -> None:
    """In New York the evening of the holiday itself is the thin day; at midnight UTC the day has
    not begun to fill.
    """
    thanksgiving = date(2026, 11, 26)
    evening = Schedule("America/New_York", time(23), DAILY)
    assert _at(evening, "2026-11-25") is None
    assert _at(evening, "2026-11-26") == thanksgiving
    midnight = Schedule("UTC", time(0), DAILY)
    assert _at(midnight, "2026-11-27") is None
    assert _at(midnight, "2026-11-28") == thanksgiving


def test_a_holiday_is_no_sign_that_a_source_is_silent() -> None:
    """Papers of Christmas Eve are new enough until the first day behind the holiday is over."""
    friday = date(2026, 12, 25)
    overdue = [is_overdue(friday, friday + n * DAY) for n in range(7)]
    assert overdue == [False] * 6 + [True]  # Tuesday's are missing on Thursday

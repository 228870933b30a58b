"""What a schedule asks for when the clock is read: on time, late, or after a long sleep."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta
from typing import assert_never

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.core.schedules import (
    CATCH_UP,
    DAILY,
    PUNCTUAL,
    SKIPPED_SHOWN,
    WEEKDAYS,
    Late,
    NotYet,
    Now,
    Schedule,
    Skipped,
    due,
    next_occurrence,
    occurrences,
    weekly,
)

NINE = Schedule("Europe/Berlin", time(9), DAILY)
FRIDAY = datetime(2026, 8, 21, 7, tzinfo=UTC)
DAY = timedelta(days=1)
SECOND = timedelta(seconds=1)


def test_before_its_instant_nothing_is_due() -> None:
    """Not even a second before."""
    assert due(NINE, FRIDAY, FRIDAY - SECOND) == NotYet(FRIDAY)


@pytest.mark.parametrize("behind", [timedelta(0), SECOND, PUNCTUAL])
def test_up_to_ten_minutes_behind_is_on_time(behind: timedelta) -> None:
    """The tick comes after the instant, always."""
    assert due(NINE, FRIDAY, FRIDAY + behind) == Now(FRIDAY, FRIDAY + DAY)


@pytest.mark.parametrize("behind", [PUNCTUAL + SECOND, CATCH_UP])
def test_up_to_twelve_hours_behind_is_caught_up_on_and_says_how_late(behind: timedelta) -> None:
    """One late delivery, and the next at its usual time."""
    assert due(NINE, FRIDAY, FRIDAY + behind) == Late(FRIDAY, behind, (), FRIDAY + DAY)


def test_more_than_twelve_hours_behind_is_skipped() -> None:
    """Yesterday morning's papers are not posted in the evening."""
    assert due(NINE, FRIDAY, FRIDAY + CATCH_UP + SECOND) == Skipped((FRIDAY,), FRIDAY + DAY)


def test_after_days_asleep_only_the_newest_is_caught_up_on() -> None:
    """Those before it are named, oldest first."""
    now = FRIDAY + 3 * DAY + timedelta(hours=1)
    skipped = (FRIDAY, FRIDAY + DAY, FRIDAY + 2 * DAY)
    assert due(NINE, FRIDAY, now) == Late(
        FRIDAY + 3 * DAY,
        timedelta(hours=1),
        skipped,
        FRIDAY + 4 * DAY,
    )


def test_waking_right_on_time_names_what_was_slept_through() -> None:
    """On time is no reason to lose the others silently."""
    assert due(NINE, FRIDAY, FRIDAY + DAY) == Now(FRIDAY + DAY, FRIDAY + 2 * DAY, (FRIDAY,))


def test_an_instant_that_an_edited_schedule_no_longer_plans_is_still_due() -> None:
    """A digest moved from 9:00 daily to Mondays still owes the Friday that was planned."""
    mondays = Schedule("Europe/Berlin", time(9), weekly(0))
    assert due(mondays, FRIDAY, FRIDAY) == Now(FRIDAY, FRIDAY + 3 * DAY)


def test_a_clock_set_back_repeats_nothing() -> None:
    """The next_due that a delivery left lies ahead of the earlier clock."""
    delivered = due(NINE, FRIDAY, FRIDAY + SECOND)
    assert due(NINE, delivered.next_due, FRIDAY - timedelta(hours=3)) == NotYet(FRIDAY + DAY)


@pytest.mark.parametrize(
    ("hours", "kind"),
    [(0, Now), (1, Late), (13, Skipped)],
)
@pytest.mark.parametrize(
    ("missed", "shown"),
    [(49, 49), (50, 50), (51, 50), (52, 50), (20_000, 50)],
)
def test_at_most_fifty_skipped_are_named_the_newest_of_them(
    hours: int,
    kind: type[Now | Late | Skipped],
    missed: int,
    shown: int,
) -> None:
    """Fifty years asleep cost no more than fifty days."""
    newest = FRIDAY.replace(tzinfo=UTC)
    schedule = Schedule("UTC", time(7), DAILY)
    older = missed if kind is not Skipped else missed - 1
    answer = due(schedule, newest - older * DAY, newest + timedelta(hours=hours))
    assert isinstance(answer, kind)
    assert len(answer.skipped) == shown
    last = newest if kind is Skipped else newest - DAY
    assert answer.skipped == tuple(last - n * DAY for n in reversed(range(shown)))


schedules = st.builds(
    Schedule,
    st.sampled_from(
        ["Europe/Berlin", "America/Nuuk", "Australia/Lord_Howe", "Pacific/Apia", "Asia/Kolkata"],
    ),
    st.builds(time, st.integers(0, 23), st.sampled_from([0, 30, 59])),
    st.sampled_from([DAILY, WEEKDAYS, weekly(4), frozenset({5, 6})]),
)


@settings(max_examples=150, deadline=None)
@given(
    schedules,
    st.datetimes(
        datetime(2011, 12, 1),  # noqa: DTZ001 (hypothesis adds the timezone)
        datetime(2028, 1, 1),  # noqa: DTZ001 (likewise)
        timezones=st.just(UTC),
    ),
    st.lists(st.timedeltas(-timedelta(hours=5), timedelta(days=12)), min_size=1, max_size=20),
)
def test_whatever_the_clock_does_each_occurrence_is_delivered_or_skipped_once(
    schedule: Schedule,
    start: datetime,
    steps: list[timedelta],
) -> None:
    """Ticks at any distance, back in time too: all that was missed is answered for, in order."""
    next_due = first_due = next_occurrence(schedule, start)
    now, answered = start, list[datetime]()
    for step in steps:
        now += step
        answer = due(schedule, next_due, now)
        match answer:
            case NotYet():
                assert now < next_due
                assert answer.next_due == next_due
                continue
            case Now(occurrence=occurrence, skipped=skipped):
                assert timedelta(0) <= now - occurrence <= PUNCTUAL
                answered += [*skipped, occurrence]
            case Late(occurrence=occurrence, by=by, skipped=skipped):
                assert PUNCTUAL < by == now - occurrence <= CATCH_UP
                answered += [*skipped, occurrence]
            case Skipped(skipped=skipped):
                assert now - skipped[-1] > CATCH_UP
                answered += skipped
            case _:
                assert_never(answer)
        assert len(skipped) <= SKIPPED_SHOWN
        assert answer.next_due > now
        assert answer.next_due == next_occurrence(schedule, now)
        next_due = answer.next_due
    before = first_due - timedelta(microseconds=1)
    assert answered == list(occurrences(schedule, before, next_due - timedelta(microseconds=1)))

"""When a schedule's occurrences fall, in every zone, through every kind of change of the clocks."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta, timezone
from itertools import pairwise
from zoneinfo import ZoneInfo, available_timezones

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.core.schedules import (
    DAILY,
    TUE_SAT,
    WEEKDAYS,
    Schedule,
    latest_occurrence,
    next_occurrence,
    occurrence_on,
    occurrences,
    weekly,
)
from bot.core.zones import UnknownZoneError

ZONES = sorted(available_timezones() - {"localtime", "Factory"})
FIRST_DAY, LAST_DAY = date(2010, 1, 1), date(2029, 12, 31)
ONE = timedelta(microseconds=1)

zones = st.sampled_from(ZONES)
times = st.builds(time, st.integers(0, 23), st.integers(0, 59))
days = st.frozensets(st.integers(0, 6), min_size=1)
schedules = st.builds(Schedule, zones, times, days)
instants = st.datetimes(
    datetime(2010, 1, 1),  # noqa: DTZ001 (hypothesis adds the timezone)
    datetime(2029, 12, 31),  # noqa: DTZ001 (likewise)
    timezones=st.just(UTC),
)


def utc(text: str) -> datetime:
    """Read an instant that is written without its zone."""
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


def between(schedule: Schedule, after: str, until: str) -> list[datetime]:
    """List a schedule's occurrences between two written instants."""
    return list(occurrences(schedule, utc(after), utc(until)))


def minutes_of(zone: ZoneInfo, day: date) -> list[tuple[datetime, datetime]]:
    """List every whole minute around a date, with what the zone's clocks read: the slow truth."""
    start = datetime.combine(day, time.min, UTC) - timedelta(days=1, hours=3)
    minutes = (start + timedelta(minutes=step) for step in range(54 * 60 + 24 * 60))
    return [(minute, minute.astimezone(zone).replace(tzinfo=None)) for minute in minutes]


@pytest.mark.parametrize(
    ("zone", "at", "day", "expected"),
    [
        ("Europe/Berlin", "09:00", "2026-08-21", "2026-08-21T07:00"),
        ("Europe/Berlin", "09:00", "2026-01-21", "2026-01-21T08:00"),
        ("Europe/Berlin", "02:30", "2026-03-29", "2026-03-29T01:00"),
        ("Europe/Berlin", "02:00", "2026-03-29", "2026-03-29T01:00"),
        ("Europe/Berlin", "02:30", "2026-10-25", "2026-10-25T00:30"),
        ("America/New_York", "01:00", "2026-11-01", "2026-11-01T05:00"),
        ("Australia/Lord_Howe", "02:15", "2026-10-04", "2026-10-03T15:30"),
        ("Australia/Lord_Howe", "01:45", "2026-04-05", "2026-04-04T14:45"),
        ("America/Santiago", "00:00", "2024-09-08", "2024-09-08T04:00"),
        ("America/Santiago", "23:30", "2024-04-06", "2024-04-07T02:30"),
        ("America/Nuuk", "23:30", "2024-03-30", "2024-03-31T01:00"),
        ("Pacific/Apia", "09:00", "2011-12-29", "2011-12-29T19:00"),
        ("Pacific/Apia", "09:00", "2011-12-31", "2011-12-30T19:00"),
        ("Pacific/Kwajalein", "00:00", "1993-08-22", "1993-08-21T12:00"),
        ("Pacific/Kwajalein", "09:00", "1969-09-30", "1969-09-29T22:00"),
    ],
)
def test_an_occurrence_is_the_first_instant_at_which_clocks_read_the_time_or_later(
    zone: str,
    at: str,
    day: str,
    expected: str,
) -> None:
    """Gaps move forward, repeated times happen the first time, half hours count."""
    schedule = Schedule(zone, time.fromisoformat(at), DAILY)
    assert occurrence_on(schedule, date.fromisoformat(day)) == utc(expected)


@pytest.mark.parametrize(
    ("zone", "day"),
    [
        ("Pacific/Apia", date(2011, 12, 30)),
        ("Pacific/Fakaofo", date(2011, 12, 30)),
        ("Pacific/Kwajalein", date(1993, 8, 21)),
        ("Pacific/Kiritimati", date(1994, 12, 31)),
    ],
)
@pytest.mark.parametrize("at", [time(0), time(9), time(23, 59)])
def test_a_date_that_its_zone_left_out_has_no_occurrence(zone: str, day: date, at: time) -> None:
    """The day before and the day after have theirs, one real day apart."""
    schedule = Schedule(zone, at, DAILY)
    before = occurrence_on(schedule, day - timedelta(days=1))
    assert occurrence_on(schedule, day) is None
    assert before is not None
    assert next_occurrence(schedule, before) == occurrence_on(schedule, day + timedelta(days=1))


def test_a_weekly_schedule_passes_over_a_left_out_week() -> None:
    """Fridays in Apia: 2011-12-30 never came, the next Friday did."""
    schedule = Schedule("Pacific/Apia", time(9), weekly(4))
    found = between(schedule, "2011-12-20T00:00", "2012-01-10T00:00")
    assert found == [utc("2011-12-23T19:00"), utc("2012-01-05T19:00")]
    assert latest_occurrence(schedule, utc("2012-01-05T18:59")) == found[0]


def test_an_occurrence_moved_past_midnight_is_found_from_the_next_date() -> None:
    """Nuuk's Saturday 23:30 is Sunday 00:00, though Sundays are not wanted."""
    schedule = Schedule("America/Nuuk", time(23, 30), weekly(5))
    moved = utc("2024-03-31T01:00")
    assert next_occurrence(schedule, moved - ONE) == moved
    assert latest_occurrence(schedule, moved) == moved
    assert next_occurrence(schedule, moved) == utc("2024-04-07T00:30")


def test_a_date_that_came_twice_happens_once() -> None:
    """Kwajalein read 30 September 1969 twice, and had three occurrences in three dates."""
    schedule = Schedule("Pacific/Kwajalein", time(9), DAILY)
    found = between(schedule, "1969-09-29T00:00", "1969-10-02T00:00")
    assert found == [utc("1969-09-29T22:00"), utc("1969-10-01T21:00")]


def test_only_wanted_weekdays_occur() -> None:
    """Tuesday to Saturday in Berlin, one week in August."""
    schedule = Schedule("Europe/Berlin", time(9), TUE_SAT)
    found = between(schedule, "2026-08-17T00:00", "2026-08-23T23:59")
    assert [f"{instant:%a %d %H:%M}" for instant in found] == [
        "Tue 18 07:00",
        "Wed 19 07:00",
        "Thu 20 07:00",
        "Fri 21 07:00",
        "Sat 22 07:00",
    ]


def test_the_end_of_a_stretch_counts_and_its_beginning_does_not() -> None:
    """Both ends are the same occurrence's instant, on different days."""
    schedule = Schedule("UTC", time(9), DAILY)
    found = between(schedule, "2026-08-17T09:00", "2026-08-18T09:00")
    assert found == [utc("2026-08-18T09:00")]


def test_an_instant_may_come_in_any_zone_and_the_answer_is_utc() -> None:
    """The same instant in another zone asks the same."""
    schedule = Schedule("Asia/Tokyo", time(9), WEEKDAYS)
    instant = utc("2026-08-20T23:30")
    answer = next_occurrence(schedule, instant.astimezone(timezone(timedelta(hours=-7))))
    assert answer == next_occurrence(schedule, instant) == utc("2026-08-21T00:00")
    assert answer.tzinfo is UTC


def test_a_naive_instant_is_refused() -> None:
    """It would mean the zone of the machine."""
    naive = datetime(2026, 8, 21)  # noqa: DTZ001 (that is the point)
    schedule = Schedule("UTC", time(9), DAILY)
    with pytest.raises(ValueError, match="needs a timezone"):
        next_occurrence(schedule, naive)
    with pytest.raises(ValueError, match="needs a timezone"):
        latest_occurrence(schedule, naive)


@pytest.mark.parametrize("at", [time(9, 0, 1), time(9, 0, 0, 1), time(9, tzinfo=UTC)])
def test_a_schedule_has_whole_local_minutes(at: time) -> None:
    """Seconds, microseconds and a zone of the time's own are refused."""
    with pytest.raises(ValueError, match="whole minutes"):
        Schedule("UTC", at, DAILY)


@pytest.mark.parametrize("wanted", [frozenset[int](), frozenset({7}), frozenset({-1, 3})])
def test_a_schedule_has_weekdays(wanted: frozenset[int]) -> None:
    """No day at all would wait for ever, and there is no eighth."""
    with pytest.raises(ValueError, match="weekdays"):
        Schedule("UTC", time(9), wanted)


def test_a_zone_that_is_gone_is_said() -> None:
    """A stored zone may be missing from another machine's tz database."""
    schedule = Schedule("Europe/Atlantis", time(9), DAILY)
    with pytest.raises(UnknownZoneError) as caught:
        next_occurrence(schedule, utc("2026-08-21T00:00"))
    assert caught.value.text == "Europe/Atlantis"


@settings(max_examples=60, deadline=None)
@given(
    schedules,
    st.dates(FIRST_DAY, LAST_DAY - timedelta(days=400)),
    st.integers(30, 400),
)
def test_every_wanted_date_occurs_once_and_in_order(
    schedule: Schedule,
    first: date,
    length: int,
) -> None:
    """A walk by next_occurrence gives exactly the wanted dates' own occurrences."""
    dates = [first + timedelta(days=step) for step in range(length)]
    own = [(day, occurrence_on(schedule, day)) for day in dates]
    present = [instant for _, instant in own if instant is not None]
    for day, instant in own:
        if instant is None and day.weekday() in schedule.days:
            assert day == date(2011, 12, 30)
    assert all(earlier < later for earlier, later in pairwise(present))
    last = present[-1] if present else utc("2000-01-01T00:00")
    walk = occurrences(schedule, present[0] - ONE, last) if present else iter(())
    assert list(walk) == present


@settings(max_examples=60, deadline=None)
@given(zones, times, st.dates(FIRST_DAY, LAST_DAY), st.data())
def test_an_occurrence_is_what_a_minute_by_minute_search_finds(
    zone: str,
    at: time,
    day: date,
    data: st.DataObject,
) -> None:
    """On plain days and on those around a change of the zone's clocks."""
    info = ZoneInfo(zone)
    changes = _changes(info, day.year)
    if changes:
        day = data.draw(st.sampled_from(changes)) + timedelta(days=data.draw(st.integers(-1, 1)))
    wanted = datetime.combine(day, at)
    minutes = minutes_of(info, day)
    reached = next(instant for instant, reading in minutes if reading >= wanted)
    exists = any(reading.date() == day for _, reading in minutes)
    assert occurrence_on(Schedule(zone, at, DAILY), day) == (reached if exists else None)


def _changes(zone: ZoneInfo, year: int) -> list[date]:
    """List the dates of a year after which the zone's offset is another."""
    noons = [datetime(year, 1, 1, 12, tzinfo=UTC) + timedelta(days=n) for n in range(366)]
    offsets = [(noon, noon.astimezone(zone).utcoffset()) for noon in noons]
    return [later[0].date() for earlier, later in pairwise(offsets) if earlier[1] != later[1]]


@settings(max_examples=300, deadline=None)
@given(schedules, instants)
def test_next_lies_after_latest_lies_before_and_nothing_between(
    schedule: Schedule,
    instant: datetime,
) -> None:
    """The two functions are each other's inverse around any instant."""
    latest, upcoming = latest_occurrence(schedule, instant), next_occurrence(schedule, instant)
    assert latest <= instant < upcoming
    assert next_occurrence(schedule, latest) == upcoming
    assert latest_occurrence(schedule, upcoming - ONE) == latest
    assert latest_occurrence(schedule, upcoming) == upcoming


@settings(max_examples=200, deadline=None)
@given(schedules, instants)
def test_an_occurrence_reads_the_wanted_time_or_stands_at_the_end_of_a_gap(
    schedule: Schedule,
    instant: datetime,
) -> None:
    """The second before a moved occurrence, the clocks still read earlier than the wanted time."""
    zone = ZoneInfo(schedule.timezone)
    for found in occurrences(schedule, instant, instant + timedelta(days=30)):
        local = found.astimezone(zone)
        reading = local.replace(tzinfo=None, fold=0)
        wanted = datetime.combine(reading, schedule.at)
        if wanted > reading:
            wanted -= timedelta(days=1)
        assert wanted.weekday() in schedule.days
        assert local.fold == 0
        if reading != wanted:
            before = (found - timedelta(seconds=1)).astimezone(zone)
            assert before.utcoffset() != local.utcoffset()
            assert before.replace(tzinfo=None) < wanted


def _week_of_changes(name: str) -> tuple[tuple[date, timedelta | None], ...]:
    """List the weeks in which a zone's offset changes within the twenty years, and to what."""
    zone = ZoneInfo(name)
    last = (LAST_DAY - FIRST_DAY).days
    noons = [datetime(2010, 1, 1, 12, tzinfo=UTC) + timedelta(days=n) for n in range(0, last, 7)]
    offsets = [noon.astimezone(zone).utcoffset() for noon in noons]
    return tuple(
        (noon.date(), after)
        for noon, (before, after) in zip(noons, pairwise(offsets), strict=False)
        if before != after
    )


@pytest.mark.parametrize("at", [time(2, 30), time(0, 0), time(23, 45)])
def test_every_change_of_every_zone_in_twenty_years_keeps_one_occurrence_a_date(at: time) -> None:
    """In the days around each every date occurs once, in order, at the wanted local time or, where
    that does not exist, at the first one that does. Zones that change alike are one.
    """
    alike = {_week_of_changes(name): name for name in ZONES}
    left_out: set[date] = set()
    for changes, name in alike.items():
        schedule, zone = Schedule(name, at, DAILY), ZoneInfo(name)
        for week, _ in changes:
            dates = [week + timedelta(days=n) for n in range(-2, 10)]
            own = {day: occurrence_on(schedule, day) for day in dates}
            left_out |= {day for day, instant in own.items() if instant is None}
            found = [(day, instant) for day, instant in own.items() if instant is not None]
            walk = list(occurrences(schedule, found[0][1] - ONE, found[-1][1]))
            assert walk == [instant for _, instant in found], name
            assert all(earlier < later for earlier, later in pairwise(walk)), name
            for day, instant in found:
                wanted = datetime.combine(day, at)
                if instant.astimezone(zone).replace(tzinfo=None) != wanted:
                    before = (instant - timedelta(seconds=1)).astimezone(zone)
                    assert before.replace(tzinfo=None, fold=0) < wanted, name
                    assert before.utcoffset() != instant.astimezone(zone).utcoffset(), name
    assert left_out == {date(2011, 12, 30)}

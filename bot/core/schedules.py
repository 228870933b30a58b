"""When an edition comes: schedules as data, and the words people write them with.

The rules everything here obeys:

- An instant is a timezone-aware `datetime`; answers are UTC. A naive one is a `ValueError`, for
  it would quietly mean the machine's own zone.
- A local date on a wanted weekday has exactly one occurrence: the first instant at which its
  zone's clocks read the wanted time or later. So a local time that does not exist moves to the
  first one that does, and one that exists twice happens once, the first time.
- The first instant after a gap may belong to the next date (in America/Nuuk, 23:30 on the
  Saturday in March whose last hour is left out is Sunday 00:00); it stays the Saturday's. A date
  that its zone left out whole (Pacific/Apia, 2011-12-30) has no occurrence.
- Occurrences strictly increase. `OverflowError` outside the years 1 to 9999.
- A schedule whose zone the tz database does not know raises `UnknownZoneError` when it is asked.

Words that are not understood raise a `ScheduleError`; its code finds the sentence for people:

    time_missing          nothing was written
    time_not_understood   not a time of day
    time_out_of_range     the shape of a time that no clock shows: 25:00, 12:60, 13pm
    days_missing          nothing that names a day was written
    day_not_understood    a word that is no day; `nearest` is the known word most like it, if any
    day_range_incomplete  a dash without a day on each side of it
"""

from __future__ import annotations

import difflib
import re
import unicodedata
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING

from bot.core.zones import load_zone

if TYPE_CHECKING:
    from collections.abc import Iterator
    from zoneinfo import ZoneInfo

CATCH_UP = timedelta(hours=12)
"""The oldest missed occurrence that is still delivered."""
PUNCTUAL = timedelta(minutes=10)
"""How far behind a delivery may be without being called late."""
SKIPPED_SHOWN = 50
"""The most skipped occurrences that an answer of `due` names."""

DAILY = frozenset(range(7))
WEEKDAYS = frozenset(range(5))
WEEKENDS = frozenset({5, 6})
TUE_SAT = frozenset(range(1, 6))

_DAY = timedelta(days=1)
_WORD_SHOWN = 60


class ScheduleError(ValueError):
    """Words that name no time or no days.

    `code` is one of the module's codes, `text` the piece not understood (clipped to 60
    characters), `place` its offset in what was written, `nearest` the known word most like it.
    """

    def __init__(self, code: str, text: str, place: int, nearest: str | None = None) -> None:
        clipped = text if len(text) <= _WORD_SHOWN else text[: _WORD_SHOWN - 1] + "…"
        super().__init__(f"{code} at {place}: {clipped!r}")
        self.code = code
        self.text = clipped
        self.place = place
        self.nearest = nearest


@dataclass(frozen=True, slots=True)
class Schedule:
    """A local time on some weekdays of one zone.

    `timezone` is an IANA name, `at` has whole minutes and no zone of its own, `days` is not
    empty, 0 = Monday to 6 = Sunday. Anything else is a `ValueError`.
    """

    timezone: str
    at: time
    days: frozenset[int]

    def __post_init__(self) -> None:
        if self.at.tzinfo is not None or self.at.second or self.at.microsecond:
            raise ValueError(f"not a local time in whole minutes: {self.at!r}")
        if not self.days or not self.days <= DAILY:
            raise ValueError(f"not weekdays from 0 to 6: {sorted(self.days)}")


def weekly(day: int) -> frozenset[int]:
    """Name the days of a schedule that comes once a week; `day` is 0 = Monday to 6 = Sunday."""
    return frozenset({day})


def occurrence_on(schedule: Schedule, day: date) -> datetime | None:
    """Find a local date's occurrence (UTC); None on an unwanted weekday or a date left out."""
    if day.weekday() not in schedule.days:
        return None
    zone = load_zone(schedule.timezone)
    instant = _first_reading(zone, datetime.combine(day, schedule.at))
    if _reading(zone, instant).date() != day:
        midnight = _first_reading(zone, datetime.combine(day, time.min))
        if _reading(zone, midnight).date() != day:
            return None
    return instant


def _reading(zone: ZoneInfo, instant: datetime) -> datetime:
    """Read the zone's clocks at an instant; the answer carries no zone."""
    return instant.astimezone(zone).replace(tzinfo=None)


def _first_reading(zone: ZoneInfo, wall: datetime) -> datetime:
    """Find the first instant (UTC) at which the zone's clocks read `wall` or later.

    With fold=0 Python reads an ambiguous time as its first instant. A time in a gap it reads by
    the offset from before (fold=0) or after (fold=1); the first lands after the jump, the second
    before it, and the jump, always on a whole second, is found between them by halving.
    """
    after = wall.replace(tzinfo=zone, fold=0).astimezone(UTC)
    if _reading(zone, after) == wall:
        return after
    before = wall.replace(tzinfo=zone, fold=1).astimezone(UTC)
    low, high = 0, int((after - before).total_seconds())
    while high - low > 1:
        middle = (low + high) // 2
        if _reading(zone, before + timedelta(seconds=middle)) < wall:
            low = middle
        else:
            high = middle
    return before + timedelta(seconds=high)


def _local_date(schedule: Schedule, instant: datetime) -> date:
    if instant.tzinfo is None:
        raise ValueError(f"an instant needs a timezone: {instant!r}")
    return instant.astimezone(load_zone(schedule.timezone)).date()


def next_occurrence(schedule: Schedule, after: datetime) -> datetime:
    """Find the first occurrence strictly after an instant, in UTC."""
    # A day early: the day before may have been moved past midnight by a gap.
    day = _local_date(schedule, after) - _DAY
    while (found := occurrence_on(schedule, day)) is None or found <= after:
        day += _DAY
    return found


def latest_occurrence(schedule: Schedule, at_or_before: datetime) -> datetime:
    """Find the last occurrence that is not after an instant, in UTC."""
    # A day late: where clocks were set back across midnight the next date has begun already.
    day = _local_date(schedule, at_or_before) + _DAY
    while (found := occurrence_on(schedule, day)) is None or found > at_or_before:
        day -= _DAY
    return found


def occurrences(schedule: Schedule, after: datetime, until: datetime) -> Iterator[datetime]:
    """Every occurrence strictly after `after` and not after `until`, in order, in UTC."""
    found = next_occurrence(schedule, after)
    while found <= until:
        yield found
        found = next_occurrence(schedule, found)


@dataclass(frozen=True, slots=True)
class NotYet:
    """Nothing is due before `next_due`."""

    next_due: datetime


@dataclass(frozen=True, slots=True)
class Now:
    """`occurrence` is due, at most `PUNCTUAL` behind; `skipped` were due before it."""

    occurrence: datetime
    next_due: datetime
    skipped: tuple[datetime, ...] = ()


@dataclass(frozen=True, slots=True)
class Late:
    """`occurrence` is caught up on, `by` behind (over `PUNCTUAL`, up to `CATCH_UP`)."""

    occurrence: datetime
    by: timedelta
    skipped: tuple[datetime, ...]
    next_due: datetime


@dataclass(frozen=True, slots=True)
class Skipped:
    """All that was due is more than `CATCH_UP` behind and will not come."""

    skipped: tuple[datetime, ...]
    next_due: datetime


Due = NotYet | Now | Late | Skipped


def due(schedule: Schedule, next_due: datetime, now: datetime) -> Due:
    """Decide what to do with a schedule that was due at `next_due` when the clock reads `now`.

    Of everything missed, `next_due` itself first, only the newest is delivered, and only within
    `CATCH_UP`; the others are `skipped`, oldest first, of more than `SKIPPED_SHOWN` the newest.
    `next_due` counts as planned even where an edited schedule would no longer plan it. The new
    `next_due` lies after `now`, so that one missed stretch is caught up on once.
    """
    if now < next_due:
        return NotYet(next_due)
    missed: list[datetime] = []  # newest first; one more than is shown, for the newest may be sent
    occurrence = latest_occurrence(schedule, now)
    while occurrence > next_due and len(missed) <= SKIPPED_SHOWN:
        missed.append(occurrence)
        occurrence = latest_occurrence(schedule, occurrence - timedelta(microseconds=1))
    if len(missed) <= SKIPPED_SHOWN:
        missed.append(next_due)
    newest, *older = missed
    skipped = tuple(reversed(older[:SKIPPED_SHOWN]))
    upcoming = next_occurrence(schedule, now)
    behind = now - newest
    if behind <= PUNCTUAL:
        return Now(newest, upcoming, skipped)
    if behind <= CATCH_UP:
        return Late(newest, behind, skipped, upcoming)
    return Skipped(tuple(reversed(missed[:SKIPPED_SHOWN])), upcoming)


_NAMED_TIMES = {"noon": time(12), "midday": time(12), "midnight": time(0)}
_TIME = re.compile(
    r"(?P<hour>\d{1,2})"
    r"(?:\s*(?:[:.]\s*(?P<minute>\d\d)|h\s*(?P<after_h>\d\d)?"
    r"|[点點时時시]\s*(?:(?P<counted>\d{1,2})\s*[分분]?|(?P<halved>[半반]))?))?"
    r"\s*(?:(?P<half>[ap])\.?m\.?|uhr)?",
)
_HOURS, _MINUTES, _HALF = 24, 60, 12


def parse_time(text: str) -> time:
    """Read a time of day: ``09:00``, ``9``, ``9.30``, ``9h``, ``9am``, ``9:30 pm``, ``noon``.

    Also ``9 h 30``, ``9.30 Uhr``, ``9点``, ``9時30分``, ``9시 반``. Digits of any width and script
    count; ``12am`` is midnight and ``12pm`` noon, and ``24:00`` is refused: it belongs to the next
    day. Raises `ScheduleError` with a ``time_…`` code.
    """
    written = text.strip()
    if not written:
        raise ScheduleError("time_missing", "", 0)
    place = text.index(written)
    folded = unicodedata.normalize("NFKC", written[:_WORD_SHOWN]).casefold()
    if folded in _NAMED_TIMES:
        return _NAMED_TIMES[folded]
    match = _TIME.fullmatch(folded)
    if match is None or len(written) > _WORD_SHOWN:
        raise ScheduleError("time_not_understood", written, place)
    hour = int(match["hour"])
    minute = int(match["minute"] or match["after_h"] or match["counted"] or 0)
    if match["halved"]:
        minute = _MINUTES // 2
    if match["half"]:
        # Out of 1 to 12 no half of a day makes it an hour.
        hour = hour % _HALF + _HALF * (match["half"] == "p") if 1 <= hour <= _HALF else _HOURS
    if hour >= _HOURS or minute >= _MINUTES:
        raise ScheduleError("time_out_of_range", written, place)
    return time(hour, minute)


_NAMES = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_DAYS = {
    **{form: day for day, n in enumerate(_NAMES) for form in (n, n + "s", n[:3], n[:2])},
    "tues": 1,
    "weds": 2,
    "thur": 3,
    "thurs": 3,
}
_GROUPS = {
    **dict.fromkeys(("daily", "day", "days", "everyday", "all"), DAILY),
    **dict.fromkeys(("weekdays", "weekday", "workdays", "workday"), WEEKDAYS),
    **dict.fromkeys(("weekends", "weekend"), WEEKENDS),
}
_FILLERS = frozenset({"and", "on", "every", "each", "weekly", "week"})
_KNOWN_WORDS = (*_NAMES, "daily", "weekdays", "weekends", "weekly")
_RUN = 3  # two days read best as a list
_DASHES = r"\-\u2010-\u2015\u2212\uff0d~\u301c\uff5e"
_TOKEN = re.compile(rf"[{_DASHES}]+|[^\s,;/&+\uff0c\u3001\uff1b\u00b7\u30fb{_DASHES}]+")
_TO = frozenset({"to", "through", "thru", "until"})


def parse_days(text: str) -> frozenset[int]:
    """Read weekdays: ``daily``, ``weekdays``, ``tue-sat``, ``mon, wed``, ``weekly on friday``.

    ``weekly`` alone is Monday; a range may pass Sunday (``sat-mon``). Case, spaces and the kind
    of dash or comma do not count. Raises `ScheduleError` with a ``day…`` code.
    """
    days: set[int] = set()
    last: int | None = None  # the day that a dash would go on from
    dash: tuple[str, int] | None = None  # a dash that still wants its second day
    weekly_said = False
    for match in _TOKEN.finditer(text):
        word, place = match[0], match.start()
        folded = unicodedata.normalize("NFKC", word[:_WORD_SHOWN]).casefold().rstrip(".")
        if re.fullmatch(rf"[{_DASHES}]+", word) or folded in _TO:
            if last is None or dash:
                raise ScheduleError("day_range_incomplete", word, place)
            dash = (word, place)
        elif folded in _DAYS:
            day = _DAYS[folded]
            days |= {day} if last is None or not dash else _span(last, day)
            last, dash = (day, None) if not dash else (None, None)
        elif dash and (folded in _GROUPS or folded in _FILLERS):
            raise ScheduleError("day_range_incomplete", *dash)
        elif folded in _GROUPS:
            days |= _GROUPS[folded]
            last = None
        elif folded in _FILLERS:
            weekly_said = weekly_said or folded in {"weekly", "week"}
            last = None
        else:
            raise ScheduleError("day_not_understood", word, place, _nearest_word(folded))
    if dash:
        raise ScheduleError("day_range_incomplete", *dash)
    if not days and not weekly_said:
        raise ScheduleError("days_missing", text.strip(), 0)
    return frozenset(days) or weekly(0)


def _nearest_word(word: str) -> str | None:
    nearest = difflib.get_close_matches(word, _KNOWN_WORDS, n=1, cutoff=0.5)
    return nearest[0] if nearest else None


def _span(first: int, last: int) -> set[int]:
    """Count the days from one to the other, both counted, past Sunday where it must be."""
    return {(first + step) % 7 for step in range((last - first) % 7 + 1)}


def format_days(days: frozenset[int]) -> str:
    """Write the canonical words for some weekdays, which `parse_days` reads back.

    ``daily``, ``weekdays``, ``weekends``, a run of three or more as ``tue-sat``, else ``mon,fri``.
    `days` is not empty.
    """
    named = {DAILY: "daily", WEEKDAYS: "weekdays", WEEKENDS: "weekends"}
    if days in named:
        return named[days]
    ordered = sorted(days)
    short = [_NAMES[day][:3] for day in ordered]
    if len(ordered) >= _RUN and ordered[-1] - ordered[0] == len(ordered) - 1:
        return f"{short[0]}-{short[-1]}"
    return ",".join(short)

"""On which days papers come out, as far as it is known beforehand.

Hugging Face brings nothing out on Saturdays and Sundays (UTC): 500 recorded days hold none. A day
begins to fill at 00:00 UTC: half of its papers are there an hour later, 97 of 100 six hours later.

So a digest that comes every day has nothing to tell from Saturday 06:00 to Monday 01:00 UTC: the
24 hours before such an instant hold none of those hours in which papers come. Anywhere else they
do, at whatever local hour the digest comes: Friday 20:00 in New York is Saturday 00:00 UTC and
brings Friday's papers; Saturday 09:00 in Berlin (07:00 or 08:00 UTC) has had them the day before.
The quiet ones are silent, and the edition before says so; a digest that was set up for a weekend
day all the same wants what there is, and gets it.

A day behind a holiday of arXiv's (`holidays`) brings little or nothing. An edition that could have
only such a day's papers comes if there are any; if not, that was expected. The edition before says
so, too.
"""

from __future__ import annotations

from datetime import UTC, timedelta
from typing import TYPE_CHECKING

from bot.core.holidays import holiday_behind
from bot.core.schedules import DAILY, latest_occurrence, next_occurrence

if TYPE_CHECKING:
    from datetime import date, datetime

    from bot.core.schedules import Schedule

_SATURDAY = 5
_DAY = timedelta(days=1)
_JUST_BEFORE = timedelta(microseconds=1)
_FIRST_PAPERS, _LAST_PAPERS = timedelta(hours=1), timedelta(hours=6)  # after a day's 00:00 UTC


def is_quiet(day: date) -> bool:
    """Return True where nothing is expected to come out on `day` (UTC)."""
    return day.weekday() >= _SATURDAY


def keeps_quiet(schedule: Schedule, occurrence: datetime) -> bool:
    """Return True where this occurrence is expected to be empty and nobody asked for that day."""
    begun, full = _begun(occurrence), (occurrence.astimezone(UTC) - _LAST_PAPERS).date()
    return schedule.days == DAILY and is_quiet(begun) and is_quiet(full)


def holiday_at(schedule: Schedule, occurrence: datetime) -> date | None:
    """Return the holiday of arXiv's that may leave this occurrence empty, None without one.

    That is so where since the occurrence before no day began to fill that was neither quiet nor
    behind a holiday.
    """
    begun = _begun(occurrence)
    if not is_quiet(begun) and holiday_behind(begun) is None:
        return None  # as on most days, without asking when the last one was
    day = _begun(latest_occurrence(schedule, occurrence - _JUST_BEFORE))
    found: date | None = None
    while day < begun:
        day += _DAY
        holiday = holiday_behind(day)
        if holiday is None and not is_quiet(day):
            return None
        found = found or holiday
    return found


def _begun(occurrence: datetime) -> date:
    """Return the last day (UTC) that has begun to fill."""
    return (occurrence.astimezone(UTC) - _FIRST_PAPERS).date()


def next_edition(schedule: Schedule, after: datetime) -> datetime:
    """Return the next occurrence that is expected to bring papers."""
    coming = next_occurrence(schedule, after)
    while keeps_quiet(schedule, coming):
        coming = next_occurrence(schedule, coming)
    return coming


def is_overdue(newest: date, today: date) -> bool:
    """Return True where papers of a later day than `newest` should have come long ago.

    That is, where a day before yesterday brought none although it is neither quiet nor behind a
    holiday of arXiv's: the present day may be about to begin, and one day without papers is a
    holiday somewhere.
    """
    day = newest + _DAY
    while is_quiet(day) or holiday_behind(day) is not None:
        day += _DAY
    return day < today - _DAY

"""On which days papers come out, as far as it is known beforehand.

Hugging Face brings nothing out on Saturdays and Sundays (UTC): 500 recorded days hold none. A
digest that comes every day is silent then and says so the edition before; one that was set up for
a weekend day all the same wants what there is, and gets it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.core.schedules import DAILY, next_occurrence

if TYPE_CHECKING:
    from datetime import date, datetime

    from bot.core.schedules import Schedule

_SATURDAY = 5


def is_quiet(day: date) -> bool:
    """Return True where nothing is expected to come out on `day` (UTC)."""
    return day.weekday() >= _SATURDAY


def keeps_quiet(schedule: Schedule, occurrence: datetime) -> bool:
    """Return True where this occurrence is expected to be empty and nobody asked for that day."""
    return schedule.days == DAILY and is_quiet(occurrence.date())


def next_edition(schedule: Schedule, after: datetime) -> datetime:
    """Return the next occurrence that is expected to bring papers."""
    coming = next_occurrence(schedule, after)
    while keeps_quiet(schedule, coming):
        coming = next_occurrence(schedule, coming)
    return coming

"""The evenings on which arXiv announces nothing although it is no weekend.

arXiv announces from Sunday to Thursday at 20:00 US Eastern, which is 00:00 or 01:00 UTC of the next
day, and leaves that out on days that it names every year (info.arxiv.org/help/availability, “On
Deferred Mailings”). `PUBLISHED` holds those lists as they were published for the years up to
`COVERED_UNTIL`. Nothing is announced on a Friday or Saturday anyway: a holiday then means that what
would have been in Sunday's announcement is not there.

Hugging Face's editors have little to choose from on the day after: in 500 recorded days it had 1 to
9 papers then where 15 are usual. So such a day is *thin*, not empty, and whatever comes on it is
brought; but where nothing comes, nothing is wrong.

Behind `COVERED_UNTIL` only what every published list has is assumed: Martin Luther King Day, Labor
Day and Thanksgiving (computed as the n-th weekday of a month), New Year's Day, Juneteenth,
Independence Day and Christmas Day (their dates alone; an observed day beside a weekend is not
guessed). What arXiv adds between the years is then not known, which is why the list is to be
brought up to date.
"""

from __future__ import annotations

from datetime import date, timedelta

COVERED_UNTIL = date(2026, 12, 31)
"""The last day that a published list speaks of."""

_WARN = timedelta(days=30)
_DAY = timedelta(days=1)
_MONDAY, _THURSDAY = 0, 3
_SATURDAY, _SUNDAY = 5, 6

PUBLISHED = frozenset(
    date.fromisoformat(day)
    for day in (
        "2024-01-15 2024-05-22 2024-06-19 2024-07-04 2024-09-02 2024-10-08 2024-11-28 "
        "2024-12-25 2024-12-26 2024-12-31 "
        "2025-01-01 2025-01-20 2025-06-19 2025-07-06 2025-09-01 2025-11-27 2025-12-25 2025-12-30 "
        "2026-01-01 2026-01-19 2026-06-19 2026-07-03 2026-09-07 2026-11-26 2026-12-25 2026-12-29 "
        "2026-12-31"
    ).split()
)
"""arXiv's own lists, in US Eastern days."""

_YEARLY = frozenset({(1, 1), (6, 19), (7, 4), (12, 25)})
_NTH = {(1, 3): _MONDAY, (9, 1): _MONDAY, (11, 4): _THURSDAY}  # (month, n): weekday


def is_holiday(day: date) -> bool:
    """Return True where arXiv leaves out what it would announce on `day` (US Eastern)."""
    if day <= COVERED_UNTIL:
        return day in PUBLISHED
    nth = (day.day - 1) // 7 + 1
    return (day.month, day.day) in _YEARLY or _NTH.get((day.month, nth)) == day.weekday()


def holiday_behind(day: date) -> date | None:
    """Return the holiday that leaves a source little to bring out on `day` (UTC), None without one.

    That is the day before; for a Monday also the Friday, whose papers Sunday would have announced.
    """
    if day.weekday() >= _SATURDAY:
        return None
    eve = day - _DAY
    before = (eve,) if eve.weekday() != _SUNDAY else (eve, eve - _DAY, eve - 2 * _DAY)
    return next((one for one in before if is_holiday(one)), None)


def runs_out(today: date) -> bool:
    """Return True where the published lists end within 30 days, or have ended."""
    return today + _WARN > COVERED_UNTIL

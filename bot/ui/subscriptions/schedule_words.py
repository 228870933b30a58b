"""Schedules, queries and pauses, said in words.

What comes back may stand in a message as it is: text that a person typed is escaped here. Instants
are written as Discord's timestamps, which every client shows in its own zone and language.
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from bot.core.calendar import holiday_at, next_edition
from bot.core.query import QuerySyntaxError
from bot.core.schedules import DAILY, WEEKDAYS, WEEKENDS
from bot.core.subscriptions import PauseReason
from bot.core.wishes import interests_of
from bot.ui.escape import plain

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from bot.core.schedules import Schedule
    from bot.core.subscriptions import Paused
    from bot.services.subscribe import DryRun
    from bot.ui.i18n import Words

_RUN = 3  # two days read best as a list
_QUERY = 200
_NAMED = ((DAILY, "days-daily"), (WEEKDAYS, "days-weekdays"), (WEEKENDS, "days-weekends"))


def days_words(days: frozenset[int], words: Words) -> str:
    """Return “daily”, “weekdays”, “weekly on Monday”, “Tue–Sat” or “Mon, Fri”."""
    for named, key in _NAMED:
        if days == named:
            return words(key)
    ordered = sorted(days)
    if len(ordered) == 1:
        return words(f"days-weekly-{ordered[0]}")
    short = [words(f"day-{day}") for day in ordered]
    if len(ordered) >= _RUN and ordered[-1] - ordered[0] == len(ordered) - 1:
        return words("days-run", first=short[0], last=short[-1])
    return words.listed(short)


def schedule_words(schedule: Schedule, words: Words) -> str:
    """Return “daily at 09:00, Europe/Berlin”."""
    days = days_words(schedule.days, words)
    return words(
        "schedule-line", days=days, time=f"{schedule.at:%H:%M}", zone=plain(schedule.timezone, 60)
    )


def schedule_short(schedule: Schedule, words: Words) -> str:
    """Return “daily 09:00”."""
    return words(
        "schedule-short", days=days_words(schedule.days, words), time=f"{schedule.at:%H:%M}"
    )


def next_words(schedule: Schedule, now: datetime, words: Words) -> str:
    """Return when the next edition is expected that has papers: in full, and how far off; and the
    holiday that may leave it empty.
    """
    coming = next_edition(schedule, now)
    said = {"at": stamp(coming), "in": stamp(coming, "R")}
    holiday = holiday_at(schedule, coming)
    if holiday is not None:
        return words("schedule-next-holiday", day=words.day(holiday), **said)
    return words("schedule-next", **said)


def following_words(schedule: Schedule, after: datetime, words: Words) -> str:
    """Return, for a message's foot, when the next edition comes and what may leave it empty."""
    coming = next_edition(schedule, after)
    when = words.weekday_time(coming.astimezone(ZoneInfo(schedule.timezone)))
    holiday = holiday_at(schedule, coming)
    if holiday is not None:
        return words("digest-next-holiday", when=when, day=words.day(holiday))
    return words("digest-next", when=when)


def stamp(moment: datetime, style: str = "F") -> str:
    """Return Discord's timestamp: `F` in full, `f` shorter, `R` relative."""
    return f"<t:{int(moment.timestamp())}:{style}>"


def query_words(query: str, words: Words, most: int = _QUERY) -> str:
    """Return what a query asks for: its topics, whose papers, how well liked; escaped."""
    try:
        interests = interests_of(query)
    except QuerySyntaxError:  # from another version of the language
        return plain(query, most)
    parts: list[str] = []
    if interests.topics != "*":
        parts.append(plain(interests.topics, most))
    if interests.authors:
        parts.append(words("query-author", names=plain(words.listed(interests.authors), most)))
    if interests.least_upvotes:
        parts.append(words("query-votes", count=interests.least_upvotes))
    return " · ".join(parts) or words("query-everything")


def dry_run_words(run: DryRun, words: Words) -> str:
    """Return what a query would have brought: “43 papers, 1.9 a day, busiest day 9”."""
    if not run.days:
        return words("dry-run-empty")
    return words("dry-run", papers=run.papers, aday=run.a_day, busiest=run.busiest)


_NOT_TAKEN = {"200000": "automod", "200001": "automod", "240000": "links"}
"""Who blocks a message, by Discord's codes (its documentation, opcodes-and-status-codes)."""


def blocked_key(numbers: str) -> str | None:
    """Return the ending of the keys that tell who blocked a message that was not taken, by a
    status and a code ("400 200000"); None where these say no more than that.
    """
    return _NOT_TAKEN.get(numbers.rpartition(" ")[2])


def stop_key(paused: Paused) -> str:
    """Return the ending of the keys that tell why something stopped: a permission, where none is
    known to be missing, is another matter.
    """
    if paused.reason is PauseReason.MISSING_PERMISSION and not paused.detail:
        return "refused-all-the-same"
    return paused.reason.value.replace("_", "-")


def paused_words(paused: Paused, words: Words) -> str:
    """Return since when nothing comes, why, and what mends it."""
    key, missing = "paused-" + stop_key(paused), ""
    if paused.reason is PauseReason.MISSING_PERMISSION:
        missing = permission_words(paused.detail.split(", "), words)
    return words(key, since=stamp(paused.since, "f"), missing=missing)


_PERMISSIONS = ("view-channel", "send-messages", "read-message-history")


def permission_words(names: Iterable[str], words: Words) -> str:
    """Return permissions by Discord's names, in bold. Where none is known, all that are needed."""
    known = [name for name in names if name in _PERMISSIONS] or list(_PERMISSIONS)
    return words.listed(f"**{words('permission-' + name)}**" for name in known)

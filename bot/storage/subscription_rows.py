"""Rows of the table `subscription`, read and written.

Days and times are kept in the words of `schedules` (``weekdays``, ``09:00``), so that a person
who opens the file can read them.
"""

from __future__ import annotations

from datetime import time
from functools import lru_cache
from typing import TYPE_CHECKING

import structlog

from bot.core.schedules import Schedule, format_days, parse_days
from bot.core.subscriptions import (
    ChannelTarget,
    Missed,
    Notes,
    Paused,
    PauseReason,
    Subscription,
    UserTarget,
    Wish,
)
from bot.storage.instants import from_seconds, from_seconds_or_none

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Sequence

    from bot.core.subscriptions import Target
    from bot.storage.session import Value

log = structlog.stdlib.get_logger(__name__)


def read_all(rows: Sequence[sqlite3.Row]) -> tuple[list[Subscription], list[int]]:
    """Read rows; one that cannot be read is logged and costs the others nothing.

    The second list has the ids of those.
    """
    read: list[Subscription] = []
    unreadable: list[int] = []
    for row in rows:
        try:
            read.append(read_subscription(row))
        except ValueError:
            log.exception("subscription_unreadable", subscription=row["id"])
            unreadable.append(row["id"])
    return read, unreadable


def wish_values(wish: Wish) -> dict[str, Value]:
    """Return the columns that hold a wish, by their names."""
    return {
        "query": wish.query,
        "timezone": wish.schedule.timezone,
        "at": wish.schedule.at.isoformat("minutes"),
        "days": format_days(wish.schedule.days),
        "most": wish.limit,
        "language": wish.language,
        "machine_text": wish.machine_text,
        "silent": wish.silent,
        "notes": wish.notes,
        "alerts": wish.alerts_channel_id,
    }


@lru_cache(maxsize=1024)
def _schedule(timezone: str, at: str, days: str) -> Schedule:
    """Read a schedule. Many subscriptions have the same one, and then share it."""
    return Schedule(timezone, time.fromisoformat(at), parse_days(days))


def read_subscription(row: sqlite3.Row) -> Subscription:
    """Put one together from all columns of `subscription` and its reader's `dm_channel`."""
    wish = Wish(
        query=row["query"],
        schedule=_schedule(row["timezone"], row["at"], row["days"]),
        limit=row["most"],
        language=row["language"],
        machine_text=bool(row["machine_text"]),
        silent=bool(row["silent"]),
        notes=Notes(row["notes"]),
        alerts_channel_id=row["alerts"],
    )
    paused = None
    if row["pause_reason"] is not None:
        since = from_seconds(row["pause_since"])
        paused = Paused(PauseReason(row["pause_reason"]), since, row["pause_detail"])
    missed = None
    if row["missed_until"] is not None and paused is None:
        missed = Missed(from_seconds(row["missed_from"]), from_seconds(row["missed_until"]))
    target: Target = (
        ChannelTarget(row["server"], row["channel"])
        if row["user"] is None
        else UserTarget(row["user"], row["dm_channel"])
    )
    return Subscription(
        id=row["id"],
        target=target,
        wish=wish,
        next_due=from_seconds(row["next_due"]),
        created_by=row["created_by"],
        created=from_seconds(row["created"]),
        paused=paused,
        last_edition=from_seconds_or_none(row["last_edition"]),
        missed=missed,
    )

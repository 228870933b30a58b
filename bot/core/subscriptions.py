"""A subscription: a query, a schedule, limits and words, and where it goes.

A server's digest and a reader's direct messages are one concept: only the target differs.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime

    from bot.core.schedules import Schedule

MOST_PAPERS = 15
"""The largest `limit`. One message holds 15 number buttons within Discord's 40 components."""

DEFAULT_LIMIT = 9
MOST_PER_TARGET = 25
"""Subscriptions a server or a reader may have: what one select menu can show (Discord's limit)."""


@dataclass(frozen=True, slots=True)
class ChannelTarget:
    """A channel or thread of a server."""

    guild_id: int
    channel_id: int


@dataclass(frozen=True, slots=True)
class UserTarget:
    """A reader's direct messages. `dm_channel_id` is known once the DM was opened."""

    user_id: int
    dm_channel_id: int | None = None


Target = ChannelTarget | UserTarget


class Notes(StrEnum):
    """Which notes about empty editions are posted."""

    PROBLEMS = "problems"
    ALL = "all"
    NONE = "none"


class PauseReason(StrEnum):
    """Why nothing comes. `ASKED` is a person's wish; the others end when they are mended."""

    ASKED = "asked"
    MISSING_PERMISSION = "missing_permission"
    CHANNEL_GONE = "channel_gone"
    DM_CLOSED = "dm_closed"


@dataclass(frozen=True, slots=True)
class Paused:
    """Since when nothing comes, why, and (for permissions) which ones are missing."""

    reason: PauseReason
    since: datetime
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Undelivered:
    """An edition did not arrive, and that stops nothing: when that was clear, and why. `cause` is
    `too_late`, or the numbers with which Discord did not take the message ("400 200000").
    """

    since: datetime
    cause: str


Trouble = Paused | Undelivered
"""What somebody who can mend it is told."""


@dataclass(frozen=True, slots=True)
class Missed:
    """The last pause, which is over: nothing came from `since` to `until`."""

    since: datetime
    until: datetime


@dataclass(frozen=True, slots=True)
class Wish:
    """What somebody asked for, before it is a subscription.

    `query` is text in the query language (canonical once stored), `limit` is 1 to `MOST_PAPERS`,
    `language` an i18n code. `machine_text` shows text that a model wrote, labelled as such.
    """

    query: str
    schedule: Schedule
    limit: int = DEFAULT_LIMIT
    language: str = "en"
    machine_text: bool = True
    silent: bool = True
    notes: Notes = Notes.PROBLEMS
    alerts_channel_id: int | None = None


@dataclass(frozen=True, slots=True)
class Subscription:
    """A wish with a target, on its way: `next_due` is the next planned instant (UTC).

    `paused` is None while it runs, `missed` before the first pause ended and while another lasts.
    `created_by` is the user who set it up, None once that user
    asked to be forgotten. `last_edition` is when its last edition was made, None before the first.
    """

    id: int
    target: Target
    wish: Wish
    next_due: datetime
    created_by: int | None
    created: datetime
    paused: Paused | None = None
    last_edition: datetime | None = None
    missed: Missed | None = None

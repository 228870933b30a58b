"""A delivery on its way: its parts, their states, and the next step for each.

A part goes planned → sending (committed, with its nonce) → sent (with the message's id). Discord
drops a second message with the same nonce "in the past few minutes" (Discord's documentation,
resources/message), so a part that was left in `sending` is simply sent again while that holds;
later the channel is read back first, and where it cannot be read the part is `unsure` and never
sent again by itself.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bot.core.editions import AnyEdition
    from bot.core.subscriptions import Subscription

NONCE_HOLDS = timedelta(seconds=90)
"""How long a repeat with the same nonce is relied on to be dropped. Discord says "a few minutes"
without a number; this is well inside it."""

LONGEST_TRY = timedelta(hours=12)
"""A part that could not be sent for this long is given up: the next edition is nearer."""

_ROUGHLY = timedelta(seconds=5)  # what Discord's `Date` is right to, and a request takes
_FIRST_RETRY = timedelta(seconds=5)
_LONGEST_RETRY = timedelta(minutes=15)


class PartState(StrEnum):
    """Where a part stands. `SENT`, `REFUSED`, `UNSURE` and `EXPIRED` are final by themselves."""

    PLANNED = "planned"
    SENDING = "sending"
    SENT = "sent"
    REFUSED = "refused"
    UNSURE = "unsure"
    EXPIRED = "expired"


class Refusal(StrEnum):
    """Why Discord says *never*, or not until somebody mends something."""

    MISSING_PERMISSION = "missing_permission"
    CHANNEL_GONE = "channel_gone"
    DM_CLOSED = "dm_closed"
    INVALID = "invalid"


@dataclass(frozen=True, slots=True)
class Sent:
    """Discord stored the message. None: it was deleted before its id was heard."""

    message_id: int | None


@dataclass(frozen=True, slots=True)
class Refused:
    """Discord says never: trying again would be wrong.

    With `maybe_sent` an earlier request of the same attempt may have been stored all the same.
    """

    reason: Refusal
    detail: str = ""
    maybe_sent: bool = False


@dataclass(frozen=True, slots=True)
class Failed:
    """It may work later: not before `retry_after` seconds, where Discord said so.

    `cause` is a code, perhaps with a number behind it. `maybe_sent` is False only where it is
    certain that Discord stored nothing.
    """

    cause: str
    retry_after: float | None = None
    maybe_sent: bool = True


Outcome = Sent | Refused | Failed


@dataclass(frozen=True, slots=True)
class Missing:
    """The channel was read back: the part is not there."""


@dataclass(frozen=True, slots=True)
class Unreadable:
    """The channel could not be read back: nobody knows."""


ReadBack = Sent | Missing | Unreadable | Failed
"""`Failed`: Discord could not be asked just now; ask again later."""


@dataclass(frozen=True, slots=True)
class Parcel:
    """One part, ready to be sent: everything a courier needs.

    `attempted` is when it was first claimed for sending, in Discord's time, None before that: from
    then on it may be in the channel, unless it was looked for and is not there: then it is None
    again. `state` is the state before this claim.
    """

    part_id: int
    delivery_id: int
    occurrence: str
    number: int
    nonce: str
    state: PartState
    attempted: datetime | None
    created: datetime
    attempts: int
    subscription: Subscription
    edition: AnyEdition


@dataclass(frozen=True, slots=True)
class Send:
    """Send it, with its nonce."""


@dataclass(frozen=True, slots=True)
class LookFirst:
    """Read the channel back from `since` on; a part that is not there is sent if `still_useful`."""

    since: datetime
    still_useful: bool = True


@dataclass(frozen=True, slots=True)
class GiveUp:
    """It is too late to be of use."""


Step = Send | LookFirst | GiveUp


def occurrence_name(occurrence: datetime) -> str:
    """Return the name under which a planned instant is delivered once: ISO 8601, in UTC."""
    return occurrence.astimezone(UTC).isoformat().replace("+00:00", "Z")


def nonce(subscription_id: int, occurrence: str, number: int) -> str:
    """Return the nonce of a part: 25 characters at most (Discord's limit), always the same one."""
    name = f"{subscription_id}|{occurrence}|{number}".encode()
    return "pb" + hashlib.blake2b(name, digest_size=11).hexdigest()


def next_step(parcel: Parcel, now: datetime, ahead: timedelta = timedelta(0)) -> Step:
    """Decide what to do with an open part at `now`; Discord's clock is `ahead` of that.

    An attempt that lies in the future was noted by a clock that was set back since: nobody knows
    how long ago it was, so it is looked for.
    """
    too_late = now - parcel.created > LONGEST_TRY
    if parcel.state is PartState.SENDING and parcel.attempted is not None:
        if nonce_left(parcel.attempted, now, ahead) > timedelta(0):
            return Send()
        return LookFirst(parcel.attempted, still_useful=not too_late)
    if too_late:
        return GiveUp()
    return Send()


def nonce_left(attempted: datetime, now: datetime, ahead: timedelta = timedelta(0)) -> timedelta:
    """Return for how long the nonce of a part, first attempted then in Discord's time, is still
    relied on; nothing for an attempt that lies in the future.
    """
    since = now + ahead - attempted
    return NONCE_HOLDS - since if -_ROUGHLY < since < NONCE_HOLDS else timedelta(0)


def retry_at(failed: Failed, attempts: int, now: datetime) -> datetime:
    """Return when a failed part is tried again: what Discord said, else 5 s doubling to 15 min."""
    wait = min(_FIRST_RETRY * 2 ** min(attempts, 10), _LONGEST_RETRY)
    if failed.retry_after is not None:
        wait = max(timedelta(seconds=failed.retry_after), timedelta(seconds=1))
    return now + wait

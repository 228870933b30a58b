"""Instants in the file: whole seconds since 1970 (UTC), outside it aware UTC `datetime`s.

An instant is cut to its second; one before which nothing may happen is raised to the next.
"""

from __future__ import annotations

import math
from datetime import UTC, datetime


def to_seconds(instant: datetime) -> int:
    """Cut an instant to its second. A naive one is a `ValueError`."""
    return math.floor(_aware(instant).timestamp())


def to_seconds_up(instant: datetime) -> int:
    """Raise an instant to the next whole second. A naive one is a `ValueError`."""
    return math.ceil(_aware(instant).timestamp())


def from_seconds(seconds: int) -> datetime:
    """Read an instant back."""
    return datetime.fromtimestamp(seconds, UTC)


def from_seconds_or_none(seconds: int | None) -> datetime | None:
    """Read an instant that may be absent."""
    return None if seconds is None else from_seconds(seconds)


def _aware(instant: datetime) -> datetime:
    if instant.tzinfo is None:
        raise ValueError(f"an instant needs a timezone: {instant!r}")
    return instant

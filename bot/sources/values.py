"""Reading values out of somebody else's JSON: what is not of the type expected is absent.

Rules everything here obeys: nothing raises; an address is absolute https to a public-looking host,
or it is none; an instant without a zone is UTC.
"""

from __future__ import annotations

import re
from datetime import UTC, date, datetime
from typing import TypeGuard
from urllib.parse import urlsplit

_LONGEST_ADDRESS = 2_000
_BREAKS = dict.fromkeys(map(ord, "\t\r\n"))  # as browsers do: people paste broken lines
_UNFIT_IN_ADDRESS = re.compile(r"[^!-~]|[<>\"`\\^{}|]")
_WITHDRAWN = re.compile(
    r"^\W*withdrawn\b|[(\[]\s*withdrawn\b"
    r"|\b(?:paper|article|manuscript|submission|preprint|work|version)\s+"
    r"(?:(?:has|have|had|is|was|been|now|being)\s+){0,3}withdrawn\b"
    r"|\bwithdrawn\s+by\s+(?:the\s+|its\s+)?(?:\w+\s+)?(?:authors?|arxiv|admin\w*|submitter)\b",
    re.IGNORECASE,
)


def is_object(value: object) -> TypeGuard[dict[str, object]]:
    """Whether it is a JSON object."""
    return isinstance(value, dict)


def is_list(value: object) -> TypeGuard[list[object]]:
    """Whether it is a JSON array."""
    return isinstance(value, list)


def text_of(holder: dict[str, object], key: str) -> str:
    """The text under a key; empty where there is none."""
    value = holder.get(key)
    return value if isinstance(value, str) else ""


def objects_of(value: object) -> list[dict[str, object]]:
    """The objects of a list; none of anything else."""
    return [one for one in value if is_object(one)] if is_list(value) else []


def day_of(value: object) -> date | None:
    """The UTC day of an ISO 8601 day or instant."""
    if not isinstance(value, str):
        return None
    try:
        instant = datetime.fromisoformat(value)
        zoned = instant if instant.tzinfo is not None else instant.replace(tzinfo=UTC)
        return zoned.astimezone(UTC).date()
    except (ValueError, OverflowError):
        return None


def year_of(value: object) -> date | None:
    """The first day of a year that is all that is told."""
    known = isinstance(value, int) and not isinstance(value, bool) and 1000 < value < 10_000  # noqa: PLR2004 - years
    return date(value, 1, 1) if known and isinstance(value, int) else None


def is_withdrawn(text: str) -> bool:
    """Whether the text says so of its own paper; most texts lack the word, which is found fast."""
    return "withdrawn" in text.lower() and _WITHDRAWN.search(text) is not None


def web_address(value: object) -> str | None:
    """An absolute https address of a public-looking host, else None."""
    if not isinstance(value, str):
        return None
    value = value.strip().translate(_BREAKS)
    if len(value) > _LONGEST_ADDRESS or _UNFIT_IN_ADDRESS.search(value) is not None:
        return None
    try:
        parts = urlsplit(value)
        host, _ = parts.hostname or "", parts.port
    except ValueError:
        return None
    named = parts.scheme == "https" and "." in host.strip(".") and "@" not in parts.netloc
    return value if named else None

"""Where a work came out: the journal or the conference, as a source writes it.

A preprint server is none, and neither is a place that a work was only submitted to, or from which
it was withdrawn or rejected: who reads “ICLR 2024” under a title takes it for accepted there.
"""

from __future__ import annotations

import re

from bot.sources.text import clean

_LONGEST = 200
_LONGEST_RAW = 2_000
_SERVERS = re.compile(
    r"(?:\w{0,12}rxiv|corr|ssrn|social science research network|hal|zenodo|figshare|authorea"
    r"|research square|preprints|osf preprints|openreview)\b",
    re.IGNORECASE,
)
_NOT_THERE = re.compile(
    r"\b(?:submitted|submission|withdrawn|withdrew|reject(?:ed)?|under review|in review)\b",
    re.IGNORECASE,
)


def venue_of(raw: str) -> str | None:
    """The venue that a source's words name, of at most 200 characters; None without one."""
    venue = clean(raw[:_LONGEST_RAW], _LONGEST)
    if not any(letter.isalpha() for letter in venue):
        return None
    if _SERVERS.match(venue) is not None or _NOT_THERE.search(venue) is not None:
        return None
    return venue

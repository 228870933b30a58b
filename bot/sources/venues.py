"""Where a work came out: the journal or the conference, as a source writes it.

A preprint server is none, and neither is a place that a work was only submitted to, or from which
it was withdrawn or rejected: who reads “ICLR 2024” under a title takes it for accepted there. A
server is known by its whole name, for journals have such words in theirs.
"""

from __future__ import annotations

import re

from bot.sources.text import clean

_LONGEST = 200
_LONGEST_RAW = 2_000
_ARCHIVE = re.compile(r"(?:^|[,:]\s*|\s[-–—]\s+)\w{0,12}rxiv\b", re.IGNORECASE)
_SERVER = re.compile(
    r"(?:corr|ssrn|social science research network|hal|zenodo|figshare|authorea|research square"
    r"|(?:osf )?preprints|openreview)(?:\.(?:org|com|net|io)|-[0-9]+)?"
    r"(?: (?:preprints?|repository|open (?:science|archive)|archives?|electronic journal"
    r"|platform|llc|abs/\S+|[0-9.]+))*",
    re.IGNORECASE,
)
_BEHIND_IT = re.compile(r"\s*[(,:\[]|\s[-–—]\s")  # the house it is of, a volume
_NOT_THERE = re.compile(
    r"(?:submitted|submission) (?:to|at|for)\b|(?:desk[ -])?(?:withdrawn|rejected) (?:from|by|at)\b"
    r"|(?:under|in) (?:\S+ )?review\b",
    re.IGNORECASE,
)
_NOT_THERE_AT_THE_END = re.compile(
    r"\b(?:submi(?:tted|ssion)|withdrawn|withdrew|reject(?:ed)?|(?:under|in) review)\W*$",
    re.IGNORECASE,
)


def venue_of(raw: str) -> str | None:
    """The venue that a source's words name, of at most 200 characters; None without one."""
    venue = clean(raw[:_LONGEST_RAW], _LONGEST)
    if not any(letter.isalpha() for letter in venue):
        return None
    name = _BEHIND_IT.split(venue, maxsplit=1)[0]
    if _ARCHIVE.search(venue) is not None or _SERVER.fullmatch(name) is not None:
        return None
    absent = _NOT_THERE.match(venue) or _NOT_THERE_AT_THE_END.search(venue.replace("_", " "))
    return None if absent else venue

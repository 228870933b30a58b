"""What a lookup by title answers: one paper, several that it could be, or none."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Match:
    """A paper that a text may mean. `score` is 0–100; 100 is the title itself."""

    paper_id: str
    score: float


@dataclass(frozen=True, slots=True)
class Found:
    """The text means this paper and no other."""

    match: Match


@dataclass(frozen=True, slots=True)
class Ambiguous:
    """The text could mean any of these, best first, at least two."""

    matches: tuple[Match, ...]


@dataclass(frozen=True, slots=True)
class NotFound:
    """No title is near enough; `nearest` are the nearest all the same, best first, perhaps none."""

    nearest: tuple[Match, ...] = ()


Resolution = Found | Ambiguous | NotFound

"""Finding places in the index, the newest first, within a time.

The index is in the order of days, so most searches end where enough is found, and most others
within milliseconds. What takes longest finds hardly anything: very common words that never stand
side by side, or of which one is refused. Such a search is stopped, and says so.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bot.storage.session import Session

PATIENCE = 0.04
"""Seconds after which reading a large index is stopped."""

_LARGE = 50_000  # papers; of fewer no search takes longer than the patience
_NO_HURRY = 10.0  # seconds, for a small index on a machine that has other things to do

_PLACES = """
    SELECT rowid AS place FROM paper_text
    WHERE paper_text MATCH ? AND rowid >= ? ORDER BY rowid DESC LIMIT ?"""


_LAST_KEY = "SELECT seq FROM sqlite_sequence WHERE name = 'paper'"


@dataclass(frozen=True, slots=True)
class Scan:
    """The places that were found, newest first; `stopped` where there may be more."""

    places: list[int]
    stopped: bool = False


async def patience_of(session: Session) -> float:
    """Return the seconds that a search may read the index."""
    last = await session.row(_LAST_KEY)
    return PATIENCE if last is not None and last["seq"] > _LARGE else _NO_HURRY


async def scan(
    session: Session, match: str, most: int, patience: float, *, back_to: int = 0
) -> Scan:
    """Find up to `most` places, none before `back_to`, in about `patience` seconds."""
    rows, finished = await session.rows_within(patience, _PLACES, [match, back_to, most])
    return Scan([row["place"] for row in rows], stopped=not finished)

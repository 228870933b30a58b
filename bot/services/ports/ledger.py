"""Whether the database is the one that was there last, or an older copy that was put back."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Protocol


@dataclass(frozen=True, slots=True)
class PutBack:
    """An older copy stands in the database's place; `made`: of when it is, None: nobody knows."""

    made: datetime | None


class Ledger(Protocol):
    """How far the ledger of deliveries had come, also beside the database."""

    async def put_back(self) -> PutBack | None:
        """Say whether this database is an older copy; None: it is the one that was there last."""
        ...

    async def go_on(self, now: datetime, *, put_back: bool) -> int:
        """Begin from here, once: what a copy that was put back would send again is let go, it is
        a copy no more, and how far it is is noted. Returns how many parts were let go.
        """
        ...

    async def note(self, now: datetime) -> None:
        """Note how far the ledger is."""
        ...

"""Where papers come from, and how that is going."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol

from bot.core.papers import PaperDraft


@dataclass(frozen=True, slots=True)
class SourceHealth:
    """How a source is doing: its last good answer, its last fault and the fault's words."""

    source: str
    last_ok: datetime | None = None
    last_error: datetime | None = None
    error: str | None = None
    backfilled: datetime | None = None


class SourceFault(Exception):
    """A source could not be read; every source's own errors are of this kind."""


class Brought(Protocol):
    """What a source brought."""

    @property
    def papers(self) -> Sequence[PaperDraft]:
        """The papers, each once."""
        ...


class DailySource(Protocol):
    """A source that brings papers out day by day."""

    @property
    def name(self) -> str:
        """The source's name, as in `PaperDraft.source`."""
        ...

    async def day(self, day: date) -> Brought:
        """Return the papers of one day. Raises `SourceFault`."""
        ...

    async def trending(self) -> Brought:
        """Return what is trending now, of whatever day. Raises `SourceFault`."""
        ...

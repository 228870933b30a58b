"""Refreshing: the votes of papers that are older than the days which are polled.

    source.week(…), source.month(…) ─▶ drafts ─▶ ingest.store

Digests that come once a week, `/trending week` and `month`, and queries such as ``upvotes:50`` go
by votes that are collected long after a paper's day. Rules:

- Every six hours the lists of the weeks that today (UTC) or the two days before it are in, every
  day those of the months that the last thirty days are in: `/trending month` looks back so far.
- A list refreshes. What is known gets its votes, what was missed is added, on its own day both: so
  it is a candidate as long as it would have been, and no news where that is over.
- A list may be older than what its days and what trends have just told: their word stands.
- A list that fails costs one line in the log, and is asked for again in an hour; those of its kind
  wait for the next poll, and the other kind for nothing. A source's health is told by its days.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

import structlog

from bot.services.ports import Listing, SourceFault

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Collection, Iterable

    from bot.core.papers import PaperDraft
    from bot.services.ports import Brought, Clock, DailySource, Upserted
    from bot.services.ports.observer import Observer

WEEKS_EVERY: Final = 6 * 3600.0
MONTHS_EVERY: Final = 24 * 3600.0
"""Seconds between two looks at the lists of a kind."""

AGAIN: Final = 3600.0
"""Seconds until a list that failed is asked for again."""

_WEEKS_REACH, _MONTHS_REACH = 2, 29  # days before today that a list may be of

log = structlog.stdlib.get_logger(__name__)


@dataclass(frozen=True, slots=True)
class _Kind:
    """Lists of one length: how often they are read, what they are called, how one is asked for."""

    every: float
    reach: int
    named: Callable[[date], str]
    ask: Callable[[Listing, str], Awaitable[Brought]]


_KINDS: Final = (
    _Kind(WEEKS_EVERY, _WEEKS_REACH, lambda day: f"{day:%G-W%V}", lambda of, name: of.week(name)),
    _Kind(MONTHS_EVERY, _MONTHS_REACH, lambda day: f"{day:%Y-%m}", lambda of, name: of.month(name)),
)


class Refreshing:
    """Reads the lists of sources that have them; `store` takes drafts in."""

    def __init__(
        self,
        store: Callable[[Iterable[PaperDraft]], Awaitable[Upserted]],
        clock: Clock,
        observer: Observer,
    ) -> None:
        self._store = store
        self._clock = clock
        self._observer = observer
        self._next: dict[tuple[str, str], float] = {}  # by source and list: when it is asked for

    async def poll(self, source: DailySource, told: Collection[str] = ()) -> tuple[int, int]:
        """Read the lists of a source whose time has come; returns how many papers were missed
        until now, and how many changed. `told` are the ids of which the source has told otherwise
        just now.
        """
        if not isinstance(source, Listing):
            return 0, 0
        new = updated = 0
        failed: set[_Kind] = set()
        for kind, name in self._due(source.name):
            if kind in failed:
                continue
            try:
                brought = await kind.ask(source, name)
            except SourceFault as error:
                log.warning("source_failed", source=source.name, list=name, error=str(error))
                self._observer.source_failed(source.name, error.trouble)
                self._next[source.name, name] = self._clock.monotonic() + AGAIN
                failed.add(kind)
                await self._store(_untold(error.rescued, told))
                continue
            counts = await self._store(_untold(brought.papers, told))
            self._next[source.name, name] = self._clock.monotonic() + kind.every
            new, updated = new + len(counts.new), updated + len(counts.updated)
            log.info(
                "list_refreshed",
                source=source.name,
                list=name,
                papers=len(brought.papers),
                missed=len(counts.new),
                updated=len(counts.updated),
            )
        return new, updated

    def _due(self, source: str) -> list[tuple[_Kind, str]]:
        """Return the lists to be read now, the newest of a kind first; the others are forgotten."""
        today, moment = self._clock.now().date(), self._clock.monotonic()
        wanted = [(kind, name) for kind in _KINDS for name in _names(kind, today)]
        current = {(source, name) for _, name in wanted}
        self._next = {
            key: due for key, due in self._next.items() if key[0] != source or key in current
        }
        return [
            (kind, name)
            for kind, name in wanted
            if moment >= self._next.get((source, name), moment)
        ]


def _untold(papers: Iterable[PaperDraft], told: Collection[str]) -> list[PaperDraft]:
    return [paper for paper in papers if not any(one in told for one in paper.ids)]


def _names(kind: _Kind, today: date) -> list[str]:
    """Return the lists that any of the last days is in."""
    days = (today - timedelta(days=back) for back in range(kind.reach + 1))
    return list(dict.fromkeys(kind.named(day) for day in days))

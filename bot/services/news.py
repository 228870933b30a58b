"""News: what sources bring that tell only what is new there, a feed, arXiv's announcements.

    source.latest() ─▶ drafts ─▶ dated ─▶ ingest.store ─▶ health noted

Rules:

- Sources are asked beside each other, a few at a time, for one of them may be slow to fail; what
  they bring is stored one after the other. One that fails costs its own papers only: the fault is
  logged and noted for status, a slip in reading it like one that was foreseen.
- What a source does not date came on the day on which it was first seen here, not anew with every
  poll.
- A source that can say what it told before (`Recalling`) is asked for the days since its last good
  answer where that is longer ago than a day, and at a first start for a week: what is older is no
  candidate. Where that fails it is tried again with the next poll.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

import structlog

from bot.core.papers import NEVER
from bot.services.ports import Recalling, SourceFault, SourceHealth, Upserted

if TYPE_CHECKING:
    from bot.core.papers import PaperDraft
    from bot.services.ports import Clock, NewsSource, PaperStore
    from bot.services.ports.observer import Observer

_AT_ONCE = 4  # sources that are asked at the same time
_WEEK = timedelta(days=6)
_DAY = timedelta(days=1)

log = structlog.stdlib.get_logger(__name__)


@dataclass(frozen=True, slots=True)
class Poll:
    """What one poll did. `failed` are the days that could not be fetched, `unheard` the sources of
    news that could not be asked.
    """

    new: int = 0
    updated: int = 0
    failed: tuple[date, ...] = ()
    unheard: tuple[str, ...] = ()

    def __add__(self, other: Poll) -> Poll:
        """Return what both did."""
        return Poll(
            self.new + other.new,
            self.updated + other.updated,
            self.failed + other.failed,
            self.unheard + other.unheard,
        )


class News:
    """Polls sources of news; `store` takes drafts in."""

    def __init__(
        self,
        sources: Sequence[NewsSource],
        papers: PaperStore,
        store: Callable[[Iterable[PaperDraft]], Awaitable[Upserted]],
        clock: Clock,
        observer: Observer,
    ) -> None:
        self._sources = tuple(sources)
        self._papers = papers
        self._store = store
        self._clock = clock
        self._observer = observer
        self._missed: dict[str, date] = {}  # by source: since when what it told is not here

    async def poll(self) -> Poll:
        """Fetch what is new at every source, and what was missed since its last good answer."""
        if any(isinstance(one, Recalling) for one in self._sources):
            for health in await self._papers.health():
                self._note_gap(health)
        room = asyncio.Semaphore(_AT_ONCE)

        async def ask(source: NewsSource) -> tuple[NewsSource, Sequence[PaperDraft] | None]:
            async with room:
                return source, await self._ask(source)

        total = Poll()
        tasks = [asyncio.create_task(ask(one)) for one in self._sources]
        try:
            for asked in asyncio.as_completed(tasks):
                source, drafts = await asked
                if drafts is None:
                    total += Poll(unheard=(source.name,))
                    continue
                counts = await self._store([await self._dated(one) for one in drafts])
                new, updated = len(counts.new), len(counts.updated)
                log.info("source_polled", source=source.name, new=new, updated=updated)
                total += Poll(new, updated)
        finally:
            for task in tasks:
                task.cancel()
        return total

    async def backfill(self, known: Mapping[str, SourceHealth]) -> Poll:
        """Fetch the last week of every source that can say it and was never asked."""
        today = self._clock.now().date()
        for source in self._sources:
            health = known.get(source.name)
            if isinstance(source, Recalling) and (health is None or health.last_ok is None):
                self._missed.setdefault(source.name, today - _WEEK)
        return await self.poll() if self._missed else Poll()

    def _note_gap(self, health: SourceHealth) -> None:
        now = self._clock.now()
        if health.last_ok is None or now - health.last_ok <= _DAY:
            return
        since = max(health.last_ok.date(), now.date() - _WEEK)
        self._missed.setdefault(health.source, since)

    async def _ask(self, source: NewsSource) -> Sequence[PaperDraft] | None:
        """Ask one source; what went wrong is logged and noted."""
        try:
            brought = (*await self._recall(source), *(await source.latest()).papers)
        except SourceFault as error:
            fault, trouble = str(error), error.trouble
            log.warning("source_failed", source=source.name, error=fault)
            self._observer.source_failed(source.name, trouble)
        except Exception as error:  # a slip in reading it: it costs this source's papers only
            fault, trouble = f"{source.name}: {type(error).__name__}", "unreadable"
            log.exception("source_failed", source=source.name, error=type(error).__name__)
            self._observer.source_failed(source.name, trouble)
        else:
            await self._papers.note_health(source.name, self._clock.now(), error=None)
            return brought
        now = self._clock.now()
        await self._papers.note_health(source.name, now, error=fault, trouble=trouble)
        return None

    async def _recall(self, source: NewsSource) -> Sequence[PaperDraft]:
        """Fetch what was missed; where that fails, what is new arrives all the same."""
        since = self._missed.get(source.name)
        if since is None or not isinstance(source, Recalling):
            return ()
        try:
            brought = await source.since(since)
        except SourceFault as error:
            log.warning("recall_failed", source=source.name, since=str(since), error=str(error))
            self._observer.source_failed(source.name, error.trouble)
            return ()
        del self._missed[source.name]
        return brought.papers

    async def _dated(self, draft: PaperDraft) -> PaperDraft:
        """Return a draft with the day on which it was first seen, where it has none of its own."""
        if draft.published is not None:
            return draft
        known = await self._papers.by_external(draft.ids[0])
        if known is None or known.released == NEVER:
            return draft
        return replace(draft, released=known.released)

"""Ingest: papers from a source into storage and the title index.

    source.day(…) ─▶ drafts ─▶ papers.upsert ─▶ titles.add ─▶ health noted

A day is fetched again while it lasts (it fills up, and votes come later than papers); the last
week now and then for its votes. A source that fails costs its own papers only: the fault is
logged, noted for status, and the next poll tries again.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

import structlog

from bot.services.ports import Holdings, SourceFault, Upserted

if TYPE_CHECKING:
    from bot.core.papers import PaperDraft
    from bot.services.ports import Clock, DailySource, PaperStore, TitleFinder

BACKFILL_DAYS = 30
"""How far back a new installation fetches by itself."""

_CHUNK = 100  # drafts a transaction, so that an import never holds the writer for long
_WEEK = 7
_WEEK_EVERY = 6 * 3600.0  # seconds between two looks at the whole week's votes

log = structlog.stdlib.get_logger(__name__)


@dataclass(frozen=True, slots=True)
class Poll:
    """What one poll did. `failed` are the days that could not be fetched."""

    new: int = 0
    updated: int = 0
    failed: tuple[date, ...] = ()


class Ingest:
    """Brings papers in."""

    def __init__(
        self,
        papers: PaperStore,
        titles: TitleFinder,
        sources: Sequence[DailySource],
        clock: Clock,
    ) -> None:
        self._papers = papers
        self._titles = titles
        self._sources = tuple(sources)
        self._clock = clock
        self._week_seen: float | None = None

    async def poll(self) -> Poll:
        """Fetch today, yesterday (UTC) and what is trending from every source; every six hours the
        whole week. Trending papers keep their own day: they get votes, and are no news.
        """
        moment = self._clock.monotonic()
        whole_week = self._week_seen is None or moment - self._week_seen >= _WEEK_EVERY
        days = _WEEK if whole_week else 2
        total = Poll()
        for source in self._sources:
            total = _sum(total, await self._fetch(source, days))
            total = _sum(total, await self._fetch_trending(source))
        if whole_week and not total.failed:
            self._week_seen = moment
        return total

    async def backfill(self) -> Poll:
        """Fetch the last `BACKFILL_DAYS` days from every source that was never asked before."""
        known = {health.source: health for health in await self._papers.health()}
        total = Poll()
        for source in self._sources:
            if (health := known.get(source.name)) is not None and health.backfilled is not None:
                continue
            log.info("backfill_started", source=source.name, days=BACKFILL_DAYS)
            done = await self._fetch(source, BACKFILL_DAYS)
            if len(done.failed) < BACKFILL_DAYS:
                now = self._clock.now()
                await self._papers.note_health(source.name, now, error=None, backfilled=True)
            log.info(
                "backfill_done", source=source.name, papers=done.new, failed_days=len(done.failed)
            )
            total = _sum(total, done)
        return total

    async def _fetch(self, source: DailySource, days: int) -> Poll:
        today = self._clock.now().date()
        new = updated = 0
        failed: list[date] = []
        for day in (today - timedelta(days=back) for back in range(days)):
            try:
                brought = await source.day(day)
            except SourceFault as error:
                failed.append(day)
                log.warning("source_failed", source=source.name, day=str(day), error=str(error))
                await self._papers.note_health(source.name, self._clock.now(), error=str(error))
                continue
            counts = await self.store(brought.papers)
            new += len(counts.new)
            updated += len(counts.updated)
            await self._papers.note_health(source.name, self._clock.now(), error=None)
        log.info("source_polled", source=source.name, days=days, new=new, updated=updated)
        return Poll(new, updated, tuple(failed))

    async def _fetch_trending(self, source: DailySource) -> Poll:
        try:
            brought = await source.trending()
        except SourceFault as error:
            log.warning("source_failed", source=source.name, day="trending", error=str(error))
            return Poll()
        counts = await self.store(brought.papers)
        return Poll(len(counts.new), len(counts.updated))

    async def store(self, drafts: Iterable[PaperDraft]) -> Upserted:
        """Store drafts in short transactions and let the title index know of them."""
        total = Upserted()
        async for counts in self.store_in_chunks(drafts):
            total = Upserted(
                total.new + counts.new,
                total.updated + counts.updated,
                total.unchanged + counts.unchanged,
                total.merged + counts.merged,
            )
        return total

    async def store_in_chunks(self, drafts: Iterable[PaperDraft]) -> AsyncIterator[Upserted]:
        """Store drafts, telling the counts of every chunk (for a progress bar)."""
        waiting = list(drafts)
        for start in range(0, len(waiting), _CHUNK):
            chunk = waiting[start : start + _CHUNK]
            counts = await self._papers.upsert(chunk, self._clock.now())
            for key in counts.merged:
                self._titles.discard(str(key))
            touched = await self._papers.get((*counts.new, *counts.updated))
            for key, paper in touched.items():
                self._titles.add(str(key), paper.title, float(paper.signals.upvotes))
            yield counts
            await asyncio.sleep(0)  # interactions go first

    async def holdings(self) -> Holdings:
        """Say what is indexed."""
        return await self._papers.holdings()


def _sum(one: Poll, other: Poll) -> Poll:
    return Poll(one.new + other.new, one.updated + other.updated, one.failed + other.failed)

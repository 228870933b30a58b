"""Ingest: papers from a source into storage and the title index.

    source.day(…), source.latest() ─▶ drafts ─▶ papers.upsert ─▶ titles.follow ─▶ health noted

A day is fetched again while it lasts (it fills up, and votes come later than papers); the last
week now and then for its votes, and what is older from the lists of whole weeks and months
(`refreshing`). A source that fails costs its own papers only: the fault is
logged, noted for status, and the next poll tries again. What came before an answer broke off is
stored, and the day counts as failed. So it is with the month that a new
installation fetches: every poll tries what is lacking of it, until nothing is.

Sources that tell only what is new are polled beside those (`news`).
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Iterable, Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING

import structlog

from bot.services.news import News, Poll
from bot.services.ports import Holdings, SourceFault, Upserted
from bot.services.ports.observer import NOBODY, Observer
from bot.services.refreshing import Refreshing

if TYPE_CHECKING:
    from bot.core.papers import PaperDraft
    from bot.services.ports import (
        Clock,
        DailySource,
        NewsSource,
        PaperStore,
        TitleFollower,
    )

BACKFILL_DAYS = 30
"""How far back a new installation fetches by itself."""

_GIVE_UP = 7  # days that fail one after the other, after which a month's fetching waits
_FILL_AGAIN = 15 * 60.0  # seconds until a month that is not whole is tried again
_CHUNK = 100  # drafts a transaction, so that an import never holds the writer for long
_WEEK = 7
_WEEK_EVERY = 6 * 3600.0  # seconds between two looks at the whole week's votes

log = structlog.stdlib.get_logger(__name__)


class Ingest:
    """Brings papers in."""

    def __init__(  # noqa: PLR0913 - whence, where to, and who is told
        self,
        papers: PaperStore,
        titles: TitleFollower,
        sources: Sequence[DailySource],
        clock: Clock,
        observer: Observer = NOBODY,
        *,
        news: Sequence[NewsSource] = (),
    ) -> None:
        self._papers = papers
        self._titles = titles
        self._sources = tuple(sources)
        self._news = News(news, papers, self.store, clock, observer)
        self._refreshing = Refreshing(self.store, clock, observer)
        self._clock = clock
        self._observer = observer
        self._week_seen: float | None = None
        # By source: the papers that its days and what trends told of since the last whole week.
        self._told: dict[str, set[str]] = {}
        # By source whose month is not here yet: the days it has answered since this start.
        self._answered: dict[str, set[date]] = {}
        self._filled = 0.0

    async def poll(self) -> Poll:
        """Fetch today, yesterday (UTC) and what is trending from every source of days; every six
        hours the whole week. Trending papers keep their own day: they get votes, and are no news. A
        month that `backfill` could not fetch whole is gone on with where the source answers again.
        Then fetch what is new at every source of news, and last the lists of weeks and months, for
        what is new does not wait for the votes of what is old; of a paper that days and trends
        have told of since the last whole week they say nothing, for they may be older.
        """
        moment = self._clock.monotonic()
        whole_week = self._week_seen is None or moment - self._week_seen >= _WEEK_EVERY
        days = _WEEK if whole_week else 2
        total = Poll()
        failing: dict[str, bool] = {}
        if whole_week:
            self._told = {source.name: set() for source in self._sources}
        for source in self._sources:
            fetched = await self._fetch(source, self._last(days))
            total += fetched
            total += await self._fetch_trending(source)
            failing[source.name] = len(fetched.failed) == days
        if whole_week and not total.failed:
            self._week_seen = moment
        if moment - self._filled >= _FILL_AGAIN:
            for source in self._sources:
                if source.name in self._answered and not failing[source.name]:
                    total += await self._fill(source)
        total += await self._news.poll()
        for source in self._sources:
            if not failing[source.name]:
                total += Poll(*await self._refreshing.poll(source, self._told[source.name]))
        return total

    async def backfill(self) -> Poll:
        """Fetch the last `BACKFILL_DAYS` days from every source whose month is not here yet, and
        what sources of news can tell of the last days.

        What fails is left to the polls that follow, or to the next start.
        """
        known = {health.source: health for health in await self._papers.health()}
        total = Poll()
        for source in self._sources:
            if (health := known.get(source.name)) is not None and health.backfilled is not None:
                continue
            log.info("backfill_started", source=source.name, days=BACKFILL_DAYS)
            self._answered.setdefault(source.name, set())
            total += await self._fill(source)
        return total + await self._news.backfill(known)

    async def _fill(self, source: DailySource) -> Poll:
        """Fetch what is lacking of a source's month; once nothing is, that is noted."""
        answered = self._answered[source.name]
        lacking = [day for day in self._last(BACKFILL_DAYS) if day not in answered]
        done = await self._fetch(source, lacking, give_up=_GIVE_UP)
        self._filled = self._clock.monotonic()
        left = len(set(lacking) - answered)
        if left == 0:
            del self._answered[source.name]
            now = self._clock.now()
            await self._papers.note_health(source.name, now, error=None, backfilled=True)
        log.info("backfill_done", source=source.name, papers=done.new, failed_days=left)
        return done

    def _last(self, days: int) -> list[date]:
        """List today (UTC) and the days before it, `days` in all."""
        today = self._clock.now().date()
        return [today - timedelta(days=back) for back in range(days)]

    async def _fetch(
        self, source: DailySource, days: Sequence[date], *, give_up: int = BACKFILL_DAYS
    ) -> Poll:
        """Fetch days, the newest first; after `give_up` failures in a row the rest is left."""
        new = updated = in_a_row = 0
        failed: dict[date, SourceFault] = {}
        for day in days:
            try:
                brought = await source.day(day)
            except SourceFault as error:
                failed[day] = error
                log.warning("source_failed", source=source.name, day=str(day), error=str(error))
                counts = await self._hear(source, error.rescued)
                new += len(counts.new)
                updated += len(counts.updated)
                self._observer.source_failed(source.name, error.trouble)
                in_a_row += 1
                if in_a_row == give_up:
                    break
                continue
            in_a_row = 0
            counts = await self._hear(source, brought.papers)
            new += len(counts.new)
            updated += len(counts.updated)
            await self._papers.note_health(source.name, self._clock.now(), error=None)
            if source.name in self._answered:
                self._answered[source.name].add(day)
        if failed:  # told last: that other days answered does not mend this one
            fault, now = failed[max(failed)], self._clock.now()
            await self._papers.note_health(
                source.name, now, error=str(fault), trouble=fault.trouble
            )
        log.info("source_polled", source=source.name, days=len(days), new=new, updated=updated)
        return Poll(new, updated, tuple(failed))

    async def _fetch_trending(self, source: DailySource) -> Poll:
        try:
            brought = await source.trending()
        except SourceFault as error:
            log.warning("source_failed", source=source.name, day="trending", error=str(error))
            self._observer.source_failed(source.name, error.trouble)
            papers = error.rescued
        else:
            papers = brought.papers
        counts = await self._hear(source, papers)
        return Poll(len(counts.new), len(counts.updated))

    async def _hear(self, source: DailySource, drafts: Sequence[PaperDraft]) -> Upserted:
        """Store what a source's days or trends told of, and note that they did."""
        self._told.setdefault(source.name, set()).update(one for it in drafts for one in it.ids)
        return await self.store(drafts)

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
            await self._titles.follow()
            yield counts
            await asyncio.sleep(0)  # interactions go first

    async def holdings(self) -> Holdings:
        """Say what is indexed."""
        return await self._papers.holdings()

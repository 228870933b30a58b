"""Taking in what a list tells: its entries, the papers that they lead to, and which are news.

    told ─▶ which paper is each entry? ─▶ new ones are stored ─▶ entries kept ─▶ state noted

- The first reading of a list is history. Later an entry is news that has no id in common with any
  the list ever told, nor has the paper that it leads to; one that is corrected is no news.
- What a server's own list tells changes no paper that is known already (`added_entries`). Its
  papers' `released` is `NEVER`: they are news by their entries, in that server alone.
- Of a list that breaks off what came is taken, and what did not come is not taken as removed; that
  it broke off is noted as its fault.
- What `EVERYBODY`'s list tells is a public source's word, in the list's name. What was there when
  it was first read is `NEVER`, so that it is found and is no news; `released` of what is new is the
  day on which it was, as a feed's is that does not say.
"""

from __future__ import annotations

import asyncio
from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

import structlog

from bot.core.papers import NEVER
from bot.core.visibility import EVERYBODY, source_name
from bot.services.added_entries import apart, asked_for, placed
from bot.services.ports import TOO_MANY_NEW, Entry

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Iterable
    from datetime import datetime

    from bot.core.papers import Paper, PaperDraft
    from bot.services.ports import AddedSource, AddedSourceStore, Clock, KnownHere, Told, Upserted

MOST_ENTRIES = 5_000
"""New papers that are stored of a server's list on the day on which it is added."""

MOST_NEW = 500
"""New papers that are stored of a server's list on any other day (UTC); the others wait."""

_LONGEST_ERROR = 300

log = structlog.stdlib.get_logger(__name__)


class Taking:
    """Takes in what lists tell, one at a time."""

    def __init__(
        self,
        sources: AddedSourceStore,
        store: Callable[[Iterable[PaperDraft]], Awaitable[Upserted]],
        clock: Clock,
    ) -> None:
        """`store` brings drafts into storage and the title index (`Ingest.store`)."""
        self._sources = sources
        self._store = store
        self._clock = clock
        # Two readings at one time must not give one id to papers of two servers.
        self._placing = asyncio.Lock()

    async def take(self, source: AddedSource, told: Told, *, first: bool) -> int:
        """Store what a source tells; returns how many of it are news: none of the `first` time."""
        async with self._placing:
            return await self._put(source, told, first=first)

    async def forget_papers(self) -> int:
        """Delete the papers that only servers' lists told of and to which nothing refers any more;
        returns how many.
        """
        async with self._placing:  # what was just stored has no entry yet
            return await self._sources.forget_papers()

    async def _put(self, source: AddedSource, told: Told, *, first: bool) -> int:
        now = self._clock.now()
        drafts = apart(source.server, told.papers)
        asked = [one for draft in drafts for one in asked_for(source.server, draft)]
        known = await self._sources.known(source.server, asked)
        room = await self._room_today(source, now)
        before = await self._sources.told_before(source.id)
        own = _own(source, told, known, before)
        entries: list[Entry] = []
        stored: list[PaperDraft] = []
        news: set[str] = set()
        for draft in drafts:
            leads, told_anew = placed(source.server, draft, known, own)
            paper = known.papers.get(leads)
            if paper is None:
                room -= 1
                if room < 0:
                    continue
            ids = tuple(dict.fromkeys((*draft.ids, leads)))
            new = not first and before.isdisjoint((*ids, *(paper.ids if paper else ())))
            if new:
                news.add(leads)
            if told_anew is not None:
                stored.append(_signed(told_anew, source, paper, now if new else None))
            entries.append(Entry(ids, leads, draft.published, draft.dated, draft.venue))
        await self._store(stored)
        whole = not told.broken
        await self._sources.put(source, entries, frozenset(news), now, whole=whole)
        if room < 0:  # its state is not noted, so that the next reading goes on with the others
            log.warning("source_capped", source=source_name(source.id), waiting=-room)
            await self._sources.note(source.id, now, TOO_MANY_NEW)
        elif told.broken:
            fault = f"{source_name(source.id)}: read as far as it goes: {told.broken}"
            await self._sources.note(source.id, now, fault[:_LONGEST_ERROR])
        else:
            await self._sources.note(source.id, now, None, told.state)
        return len(news)

    async def _room_today(self, source: AddedSource, now: datetime) -> int:
        """Return how many new papers may still be stored of a source on this day (UTC)."""
        if source.server == EVERYBODY:  # the operator's own disk; a list has its own most
            return MOST_ENTRIES
        day = now.replace(hour=0, minute=0, second=0, microsecond=0)
        most = MOST_ENTRIES if source.added >= day else MOST_NEW
        return max(0, most - await self._sources.stored_since(source.id, day))


def _own(
    source: AddedSource, told: Told, known: KnownHere, before: frozenset[str]
) -> frozenset[str]:
    """Return the ids by which a source told of its own papers before, and tells of one entry now: a
    title that it mends is no other work's.
    """
    name = source.name if source.server == EVERYBODY else source_name(source.id)
    named = Counter(one for draft in told.papers for one in draft.ids)
    return frozenset(
        one
        for one in before
        if named[one] == 1 and one in known.papers and known.papers[one].source == name
    )


def _signed(
    draft: PaperDraft, source: AddedSource, paper: Paper | None, news: datetime | None
) -> PaperDraft:
    """Say whose word a draft is, and when it was brought out: on the day on which it is `news`."""
    if source.server != EVERYBODY:
        return replace(draft, source=source_name(source.id), released=NEVER)
    if news is not None:
        return replace(draft, source=source.name, released=news.date())
    # Its own word of then may be mended; anybody else's only lacks something.
    released = paper.released if paper is not None and paper.source == source.name else NEVER
    return replace(draft, source=source.name, released=released)

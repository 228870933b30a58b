"""Taking in what a list tells: its entries, the papers that they lead to, and which are news.

    told ─▶ which entry, which paper is each? ─▶ stored ─▶ what is news brought out ─▶ entries kept

- The first reading of a list is history. Later an entry is news that is none that the list told
  before, however it is named now (`same_entries`), nor leads to the paper of one; one that is
  corrected is no news.
- What came out longer than `NEWS_FOR` before the reading is no news either: it was only missing.
  And where a bibliography has more than `MOST_AT_ONCE` new entries, and more than it had, it has
  become another list: all that is new is history.
- What a server's own list tells changes no paper that is known already (`added_entries`). Its
  papers' `released` is `NEVER`: they are news by their entries, in that server alone.
- Of a list that breaks off what came is taken, and what did not come is not taken as removed; that
  it broke off is noted as its fault.
- What `EVERYBODY`'s list tells is a public source's word, in the list's name, and a claim: it is
  found and is no news. What is new is brought out on the day on which it was first seen, as a
  feed's is that does not say, where no other source brought it out: what one did keeps that one's
  name, day and votes.
"""

from __future__ import annotations

import asyncio
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import structlog

from bot.core.papers import NEVER
from bot.core.visibility import EVERYBODY
from bot.services.ports import TOO_MANY_NEW
from bot.services.told_entries import Names, called

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Iterable, Sequence
    from datetime import date, datetime

    from bot.core.papers import Dated, PaperDraft
    from bot.services.ports import AddedSource, AddedSourceStore, Clock, Told, Upserted
    from bot.services.told_entries import PlacedEntry

MOST_ENTRIES = 5_000
"""New papers that are stored of a server's list on the day on which it is added."""

MOST_NEW = 500
"""New papers that are stored of a server's list on any other day (UTC); the others wait."""

NEWS_FOR = timedelta(days=366)
"""How long ago a work may have come out that is news."""

MOST_AT_ONCE = 50
"""New entries of one reading that may be more than half of a bibliography."""

_SLACK: dict[Dated, timedelta] = {
    "day": timedelta(0),
    "month": timedelta(days=30),
    "year": timedelta(days=365),
}
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
        entries = await self._entries(source, told)
        first = first or await self._begins_again(source, told, entries)
        kept, waiting = await self._room(source, entries, now)
        fresh = [
            one
            for one in kept
            if one.new and not first and _is_recent(one.entry.published, one.entry.dated, now)
        ]
        await self._store([one.told_anew for one in kept if one.told_anew is not None])
        if source.server == EVERYBODY:
            fresh = await self._brought_out(source, fresh, now.date())
        news = frozenset(one.leads for one in fresh)
        whole = not told.broken
        await self._sources.put(source, [one.entry for one in kept], news, now, whole=whole)
        if waiting:  # its state is not noted, so that the next reading goes on with the others
            log.warning("source_capped", source=called(source), waiting=waiting)
            await self._sources.note(source.id, now, TOO_MANY_NEW)
        else:
            fault = broken_off(source, told)
            await self._sources.note(source.id, now, fault, None if fault else told.state)
        return len(news)

    async def _entries(self, source: AddedSource, told: Told) -> list[PlacedEntry]:
        """Say what each entry is. What takes long is done beside the event loop."""
        before = await self._sources.told_before(source.id)
        names = await asyncio.to_thread(Names.of, source, told, before)
        known = await self._sources.known(source.server, names.asked(before))
        return await asyncio.to_thread(names.placed, source, before, known)

    async def _begins_again(
        self, source: AddedSource, told: Told, entries: Sequence[PlacedEntry]
    ) -> bool:
        """Say whether it has become another list, whose present state is history."""
        new = sum(one.new for one in entries)
        if told.kind == "feed" or new <= MOST_AT_ONCE or 2 * new <= len(entries):
            return False
        # Noted before anything is stored: what is lacking or left to other days is history, too.
        await self._sources.begin_again(source.id)
        log.info("list_taken_as_history", source=called(source), entries=len(entries), new=new)
        return True

    async def _room(
        self, source: AddedSource, entries: Sequence[PlacedEntry], now: datetime
    ) -> tuple[list[PlacedEntry], int]:
        """Return the entries but for new papers without room, and how many those are."""
        room = await self._room_today(source, now)
        kept: list[PlacedEntry] = []
        for one in entries:
            room -= one.paper is None
            if one.paper is not None or room >= 0:
                kept.append(one)
        return kept, max(0, -room)

    async def _room_today(self, source: AddedSource, now: datetime) -> int:
        """Return how many new papers may still be stored of a source on this day (UTC)."""
        if source.server == EVERYBODY:  # the operator's own disk; a list has its own most
            return MOST_ENTRIES
        day = now.replace(hour=0, minute=0, second=0, microsecond=0)
        most = MOST_ENTRIES if source.added >= day else MOST_NEW
        return max(0, most - await self._sources.stored_since(source.id, day))

    async def _brought_out(
        self, source: AddedSource, fresh: Sequence[PlacedEntry], today: date
    ) -> list[PlacedEntry]:
        """Bring out what is new in everybody's list, where nobody else did: only now that it is
        stored it is known which papers these are.
        """
        if not fresh:
            return []
        known = await self._sources.known(source.server, [one.leads for one in fresh])
        news = [
            one
            for one in fresh
            if (paper := known.papers.get(one.leads)) is not None and paper.released == NEVER
        ]
        await self._store(
            [replace(one.told_anew, released=today) for one in news if one.told_anew is not None]
        )
        return news


def broken_off(source: AddedSource, told: Told) -> str | None:
    """What is wrong with what a source told, as far as it goes; None where it is whole."""
    if not told.broken:
        return None
    return f"{called(source)}: read as far as it goes: {told.broken}"[:_LONGEST_ERROR]


def _is_recent(published: date | None, dated: Dated, now: datetime) -> bool:
    """Whether a work may have come out less than `NEWS_FOR` ago."""
    return published is None or published >= (now - NEWS_FOR - _SLACK[dated]).date()

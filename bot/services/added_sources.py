"""Added sources: what a server's administrators want to read and browse besides what all get.

    add ─▶ read once ─▶ what is there is history ─▶ browsed
    poll ─▶ read again ─▶ what was not there before is news ─▶ candidates of that server's digests

- What such a source tells is the word of whoever added it. So it changes no paper that is known
  already: an entry joins one by its id where the titles may be one work's, and is a paper of its
  own where they are not. Its `released` is `NEVER`: it is news where it was added, and nowhere
  else (`core.visibility`).
- An entry is known by any id it ever had in its source; one that is corrected is no news.
- A server's own paper is its own alone: what another server told of the work is neither joined nor
  shown (`services.added_entries`).
- A source that fails costs the others nothing: the fault is logged, stands in the list and in
  `paperboy check`, and the next poll tries again.
"""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import TYPE_CHECKING, Literal
from urllib.parse import urlsplit

import structlog

from bot.core.papers import NEVER
from bot.core.query_fold import fold
from bot.core.visibility import source_name
from bot.services.added_entries import asked_for, placed
from bot.services.ports import (
    TOO_MANY_NEW,
    AddedSource,
    Entry,
    ItemFault,
    Publications,
    SourceFault,
    Told,
)

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Iterable
    from datetime import datetime

    from bot.core.papers import PaperDraft
    from bot.services.ports import AddedSourceStore, Clock, SourceReader, Upserted

MOST_SOURCES = 20
"""Sources a server may have."""

LONGEST_NAME = 50
MOST_IN_A_FILE = 1024 * 1024
"""Bytes of a file that is handed over."""

MOST_ENTRIES = 5_000
"""New papers that are stored of a source on the day on which it is added."""

MOST_NEW = 500
"""New papers that are stored of a source on any other day (UTC); the others wait."""

RETIRED_KEPT = timedelta(days=30)
"""How long the sources of a server that the bot is not in any more wait for its return."""

_EVERY = timedelta(hours=1)  # between two readings of one source
_AT_ONCE = 8
_OF_ONE_SERVER = 2  # at once, so that one with slow sources leaves room for the others
_LONGEST_POLL = 600.0  # seconds; what was not begun by then is next, as the longest unread
_A_POLL = 200  # sources that one poll reads; the others are next
_LONGEST_ERROR = 300

log = structlog.stdlib.get_logger(__name__)

Refusal = Literal["too_many", "name_taken", "no_address", "nothing", "both", "too_large"]
"""Why a source is not added: there are `MOST_SOURCES` · one of this name is there · what was given
is no web address · neither an address nor a file was given · both were · the file is too large.
"""


class SourceNotAddedError(Exception):
    """A source cannot be added; `name` is the one it would have had."""

    def __init__(self, why: Refusal, name: str = "") -> None:
        super().__init__(why)
        self.why: Refusal = why
        self.name = name


@dataclass(frozen=True, slots=True)
class File:
    """A file that somebody handed over."""

    name: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Added:
    """A source was added, or a file of the same name was read again (`again`): how many entries
    were found, how many of them are `new`, the first ones' titles, and what could not be read.
    """

    source: AddedSource
    entries: int
    new: int
    titles: tuple[str, ...]
    faults: tuple[ItemFault, ...]
    again: bool = False


class AddedSources:
    """Everything that is done with added sources."""

    def __init__(
        self,
        sources: AddedSourceStore,
        store: Callable[[Iterable[PaperDraft]], Awaitable[Upserted]],
        reader: SourceReader,
        clock: Clock,
    ) -> None:
        """`store` brings drafts into storage and the title index (`Ingest.store`)."""
        self._sources = sources
        self._store = store
        self._reader = reader
        self._clock = clock
        self._adding = asyncio.Lock()  # the count of a server's sources is read, then one is added
        # Two readings at one time must not give one id to papers of two servers.
        self._placing = asyncio.Lock()

    async def add(
        self, server: int, by: int, *, name: str = "", address: str = "", file: File | None = None
    ) -> Added:
        """Read what is given once and add it; a file of a name that a file has is read as its next
        state. Raises `SourceNotAddedError`, `SourceFault`.
        """
        address = address.strip()
        if not address and file is None:
            raise SourceNotAddedError("nothing")
        if address and file is not None:
            raise SourceNotAddedError("both")
        if file is not None and len(file.content) > MOST_IN_A_FILE:
            raise SourceNotAddedError("too_large")
        shown = _named(name) or (file.name if file is not None else _host(address))
        await self._room(server, _named(name), file)
        if file is not None:
            told = await self._reader.read_file(shown, file.content)
        else:
            told = await self._reader.read(shown, address) or Told("bibliography", ())
        name = _named(name) or _named(told.title) or _named(shown) or told.kind
        async with self._adding:
            before = await self._room(server, name, file)
            if before is not None:
                new = await self._take(before, told, first=False)
                source, again = before, True
            else:
                source, again = await self._made(server, by, name, address, file, told), False
                new = 0
        present = await self._sources.get(source.id) or source
        log.info(
            "source_added", source=source_name(source.id), server=server, entries=present.entries
        )
        titles = tuple(draft.title for draft in told.papers[:3])
        return Added(present, present.entries, new, titles, told.faults, again)

    async def of_server(self, server: int) -> list[AddedSource]:
        """Return a server's sources, by name."""
        return await self._sources.of_server(server)

    async def find(self, server: int, text: str) -> AddedSource | None:
        """Return a server's source by its number or its name, however it is written."""
        wanted, text = fold(text), text.strip()
        for source in await self._sources.of_server(server):
            if str(source.id) == text or fold(source.name) == wanted:
                return source
        return None

    async def remove(self, source: AddedSource) -> bool:
        """Delete it; False where it was gone. Its papers stay where they were saved or shown."""
        log.info("source_removed", source=source_name(source.id), server=source.server)
        return await self._sources.remove(source.id)

    async def publications(
        self, source: AddedSource, year: int | None, page: int, size: int
    ) -> Publications:
        """Return page `page` (from 0) of a source, of one year or of all."""
        return await self._sources.publications(source.id, year, page * size, size)

    async def poll(self) -> int:
        """Read every source again whose turn it is; returns how many papers are news."""
        waiting = await self._sources.waiting(self._clock.now() - _EVERY, _A_POLL)
        turns = asyncio.Semaphore(_AT_ONCE)
        of_server = {one.server: asyncio.Semaphore(_OF_ONE_SERVER) for one in waiting}
        begin_until = self._clock.monotonic() + _LONGEST_POLL

        async def read(source: AddedSource) -> int:
            async with of_server[source.server], turns:
                late = self._clock.monotonic() >= begin_until
                return 0 if late else await self._again(source)

        return sum(await asyncio.gather(*map(read, waiting)))

    async def tidy(self, is_gone: Callable[[int], Awaitable[bool]]) -> int:
        """Delete the sources of servers that the bot left `RETIRED_KEPT` ago; returns how many.

        Papers that only added sources told of go as well, where nothing refers to them any more.

        Those of a server that is gone are not read meanwhile.
        """
        now = self._clock.now()
        for server in await self._sources.servers():
            await self._sources.gone(server, now if await is_gone(server) else None)
        forgotten = await self._sources.forget(now - RETIRED_KEPT)
        async with self._placing:  # what was just stored has no entry yet
            papers = await self._sources.forget_papers()
        if forgotten:
            log.info("sources_deleted", sources=forgotten, cause="gone")
        if papers:
            log.info("own_papers_deleted", papers=papers)
        return forgotten

    async def _room(self, server: int, name: str, file: File | None) -> AddedSource | None:
        """Return the source that a file of this name is the next state of; None where a new one may
        be added under it. Raises `SourceNotAddedError`.
        """
        present = await self._sources.of_server(server)
        same = next((one for one in present if name and fold(one.name) == fold(name)), None)
        if same is not None and (file is None or same.file is None):
            raise SourceNotAddedError("name_taken", same.name)
        if same is None and len(present) >= MOST_SOURCES:
            raise SourceNotAddedError("too_many")
        return same

    async def _made(  # noqa: PLR0913, PLR0917 - what a source is
        self, server: int, by: int, name: str, address: str, file: File | None, told: Told
    ) -> AddedSource:
        source = await self._sources.add(
            server,
            name,
            told.kind,
            address=address if file is None else None,
            file=None if file is None else file.name[:LONGEST_NAME],
            by=by,
            now=self._clock.now(),
        )
        if source is None:
            raise SourceNotAddedError("name_taken", name)
        try:
            await self._take(source, told, first=True)
        except BaseException:
            await self._sources.remove(source.id)
            raise
        return source

    async def _again(self, source: AddedSource) -> int:
        """Read a source again; a fault is logged and noted."""
        name = source_name(source.id)
        try:
            told = await self._reader.read(name, source.address or "", source.told)
            if told is None:  # as most readings are
                await self._sources.note(source.id, self._clock.now(), None)
                return 0
            new = await self._take(source, told, first=False)
        except SourceFault as error:
            log.warning("source_failed", source=name, name=source.name, error=str(error))
            await self._sources.note(source.id, self._clock.now(), str(error)[:_LONGEST_ERROR])
            return 0
        except Exception:
            log.exception("source_failed", source=name, name=source.name)
            await self._sources.note(source.id, self._clock.now(), "could not be stored")
            return 0
        log.info("source_polled", source=name, new=new)
        return new

    async def _take(self, source: AddedSource, told: Told, *, first: bool) -> int:
        """Store what a source tells; returns how many of it are news."""
        async with self._placing:
            return await self._put(source, told, first=first)

    async def _put(self, source: AddedSource, told: Told, *, first: bool) -> int:
        now = self._clock.now()
        drafts = [
            replace(draft, source=source_name(source.id), released=NEVER) for draft in told.papers
        ]
        asked = [one for draft in drafts for one in asked_for(source.server, draft)]
        known = await self._sources.known(source.server, asked)
        room = await self._room_today(source, now)
        before = await self._sources.told_before(source.id)
        entries: list[Entry] = []
        unknown: list[PaperDraft] = []
        news: set[str] = set()
        for draft in drafts:
            leads, told_anew = placed(source.server, draft, known)
            if leads not in known.papers:
                room -= 1
                if room < 0:
                    continue
            if told_anew is not None:
                unknown.append(told_anew)
            ids = tuple(dict.fromkeys((*draft.ids, leads)))
            if not first and before.isdisjoint(ids):
                news.add(leads)
            entries.append(Entry(ids, leads, draft.published, draft.dated, draft.venue))
        await self._store(unknown)
        await self._sources.put(source, entries, frozenset(news), now)
        if room < 0:  # its state is not noted, so that the next reading goes on with the others
            log.warning("source_capped", source=source_name(source.id), waiting=-room)
            await self._sources.note(source.id, now, TOO_MANY_NEW)
        else:
            await self._sources.note(source.id, now, None, told.state)
        return len(news)

    async def _room_today(self, source: AddedSource, now: datetime) -> int:
        """Return how many new papers may still be stored of a source on this day (UTC)."""
        day = now.replace(hour=0, minute=0, second=0, microsecond=0)
        most = MOST_ENTRIES if source.added >= day else MOST_NEW
        return max(0, most - await self._sources.stored_since(source.id, day))


def _named(text: str) -> str:
    """A source's name: one line of at most 50 characters that can be seen."""
    shown = " ".join("".join(one if one.isprintable() else " " for one in text).split())
    return shown[:LONGEST_NAME].strip() if any(one.isalnum() for one in shown) else ""


def _host(address: str) -> str:
    """The host of a web address. Raises `SourceNotAddedError`."""
    try:
        parts = urlsplit(address)
        host = parts.hostname or ""
    except ValueError:
        host, parts = "", None
    if parts is None or parts.scheme.lower() not in {"http", "https"} or not host:
        raise SourceNotAddedError("no_address")
    return host

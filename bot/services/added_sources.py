"""Added sources: what a server's administrators want to read and browse besides what all get.

    add ─▶ read once ─▶ what is there is history ─▶ browsed
    poll ─▶ read again ─▶ what was not there before is news ─▶ candidates of that server's digests

- What such a source tells is the word of whoever added it, and news in that server alone
  (`core.visibility`). How it becomes entries, and which of them are news, stands in `taking`.
- What is everybody's is browsed as well, in every server and in direct messages; it is read with
  the other sources that the configuration names (`listed`), and not removed here.
- A source that fails costs the others nothing: the fault is logged, stands in the list and in
  `paperboy check`, and the next poll tries again.
"""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Literal
from urllib.parse import urlsplit

import structlog

from bot.core.query_fold import fold
from bot.core.visibility import EVERYBODY, source_name
from bot.services.ports import AddedSource, ItemFault, Publications, SourceFault, Told
from bot.services.taking import Taking

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Iterable

    from bot.core.papers import PaperDraft
    from bot.services.ports import AddedSourceStore, Clock, SourceReader, Upserted

MOST_SOURCES = 20
"""Sources a server may have."""

LONGEST_NAME = 50
MOST_IN_A_FILE = 1024 * 1024
"""Bytes of a file that is handed over."""

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
        self.taking = Taking(sources, store, clock)
        self._sources = sources
        self._reader = reader
        self._clock = clock
        self._adding = asyncio.Lock()  # the count of a server's sources is read, then one is added

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
                new = await self.taking.take(before, told, first=before.last_ok is None)
                source, again = before, True
            else:
                source, again = await self._made(server, by, name, address, file, told), False
                new = 0
        present = await self._sources.get(source.id) or source
        log.info(
            "source_added", source=source_name(source.id), server=server, entries=present.entries
        )
        titles = tuple(draft.title for draft in told.papers[:3])
        left_out = tuple(fault for fault in told.faults if not fault.mended)
        return Added(present, present.entries, new, titles, left_out, again)

    async def of_server(self, server: int) -> list[AddedSource]:
        """Return a server's sources, by name."""
        return await self._sources.of_server(server)

    async def browsable(self, server: int) -> list[AddedSource]:
        """Return what can be browsed in a server: its own sources, then everybody's; the latter
        alone in direct messages, whose server is `EVERYBODY`. A list of which nothing could be read
        yet is none.
        """
        own = await self.of_server(server) if server != EVERYBODY else []
        return own + [one for one in await self.of_server(EVERYBODY) if one.entries]

    async def find(self, server: int, text: str) -> AddedSource | None:
        """Return a server's own source by its number or its name, however it is written."""
        return _named_so(await self.of_server(server), text)

    async def find_browsable(self, server: int, text: str) -> AddedSource | None:
        """Return what can be browsed in a server by its number or its name; its own come first."""
        return _named_so(await self.browsable(server), text)

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
        papers = await self.taking.forget_papers()
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
            await self.taking.take(source, told, first=True)
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
            new = await self.taking.take(source, told, first=source.last_ok is None)
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


def _named_so(sources: Iterable[AddedSource], text: str) -> AddedSource | None:
    wanted, text = fold(text), text.strip()
    for source in sources:
        if str(source.id) == text or fold(source.name) == wanted:
            return source
    return None


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

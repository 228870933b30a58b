"""Listed: the publications that the configuration names, for everybody.

    list.read(as it was) ─▶ nothing new · told ─▶ taken in (`taking`) ─▶ health noted

- The name is what a list is known by. What is there when it is first read is history: found and
  browsed, and no news; what is there later is. At another place under the same name history begins
  anew.
- A first reading that was broken off is still the first one.
- A list that the configuration names no more is browsed no more, and nothing is told of how it is
  doing; its papers stay. Named again it is read as if for the first time.
- One that fails costs itself only: the fault is logged and noted for status, what it told stays,
  and the next poll tries again. One that breaks off has a fault as well.
- One poll at a time: what a list told before is read when it is its turn.
"""

from __future__ import annotations

import asyncio
from dataclasses import replace
from typing import TYPE_CHECKING

import structlog

from bot.core.visibility import EVERYBODY
from bot.services.ports import SourceFault, UnfitSourceError
from bot.services.taking import broken_off

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.services.ports import (
        AddedSource,
        AddedSourceStore,
        Clock,
        PaperStore,
        PublicationList,
        Told,
    )
    from bot.services.ports.observer import Observer
    from bot.services.taking import Taking

_AT_ONCE = 4  # lists that are fetched at the same time

log = structlog.stdlib.get_logger(__name__)


class Listed:
    """Reads the lists and takes in what they tell."""

    def __init__(  # noqa: PLR0913, PLR0917 - what is read, where to, and who is told
        self,
        lists: Sequence[PublicationList],
        sources: AddedSourceStore,
        taking: Taking,
        papers: PaperStore,
        clock: Clock,
        observer: Observer,
    ) -> None:
        self._lists = tuple(lists)
        self._sources = sources
        self._taking = taking
        self._papers = papers
        self._clock = clock
        self._observer = observer
        self._polling = asyncio.Lock()

    async def poll(self) -> int:
        """Read every list that is named, forget the others; returns how many entries are news."""
        async with self._polling:
            return await self._poll()

    async def _poll(self) -> int:
        known = {one.name: one for one in await self._sources.of_server(EVERYBODY)}
        for name in known.keys() - {one.name for one in self._lists}:
            log.info("source_removed", source=name)
            await self._sources.remove(known[name].id)
            await self._papers.forget_health(name)
        room = asyncio.Semaphore(_AT_ONCE)

        async def read(one: PublicationList) -> int:
            async with room:
                return await self._read(one, known.get(one.name))

        return sum(await asyncio.gather(*map(read, self._lists)))

    async def _read(self, one: PublicationList, known: AddedSource | None) -> int:
        """Read one list; what went wrong is logged and noted."""
        new, fault, trouble = 0, None, UnfitSourceError.trouble
        try:
            source = await self._source(one, known)
            told = await one.read(source.told)
            if told is not None:
                new = await self._take(source, told)
                fault = broken_off(source, told)
            elif source.error is not None:
                await self._sources.note(source.id, self._clock.now(), None)
        except SourceFault as error:
            fault, trouble = str(error), error.trouble
            log.warning("source_failed", source=one.name, error=fault)
        except Exception as error:  # a slip in reading it: it costs this list only
            fault = f"{one.name}: {type(error).__name__}"
            log.exception("source_failed", source=one.name, error=type(error).__name__)
        if fault is not None:
            self._observer.source_failed(one.name, trouble)
        await self._papers.note_health(one.name, self._clock.now(), error=fault, trouble=trouble)
        return new

    async def _source(self, one: PublicationList, known: AddedSource | None) -> AddedSource:
        """Return what is kept of a list; of another place nothing that it told is what is there."""
        if known is None:
            now = self._clock.now()
            source = await self._sources.add(
                EVERYBODY, one.name, "bibliography", address=None, file=one.place, by=None, now=now
            )
            if source is None:  # the configuration takes no two names that are alike
                raise ValueError(f"two lists are called {one.name!r}")
            return source
        if known.file == one.place:
            return known
        log.info("source_moved", source=one.name)
        await self._sources.begin_again(known.id, one.place)
        return replace(known, file=one.place, told=None, last_ok=None)

    async def _take(self, source: AddedSource, told: Told) -> int:
        first = source.last_ok is None
        new = await self._taking.take(source, told, first=first)
        entries = len(told.papers)
        if first:
            log.info("source_added", source=source.name, entries=entries)
        else:
            log.info("source_polled", source=source.name, entries=entries, new=new)
        return new

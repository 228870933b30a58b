"""Listed: the publications that the configuration names, for everybody.

    list.read(as it was) ─▶ nothing new · told ─▶ taken in (`taking`) ─▶ health noted

- The name is what a list is known by. What is there when it is first read is history: found and
  browsed, and no news; what is there later is. Another place under the same name goes on with it.
- A first reading that was broken off is still the first one.
- A list that the configuration names no more is browsed no more; its papers stay. Named again it is
  read as if for the first time.
- One that fails costs itself only: the fault is logged and noted for status, what it told stays,
  and the next poll tries again.
"""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import structlog

from bot.core.visibility import EVERYBODY
from bot.services.ports import SourceFault

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

    async def poll(self) -> int:
        """Read every list that is named, forget the others; returns how many entries are news."""
        known = {one.name: one for one in await self._sources.of_server(EVERYBODY)}
        for name in known.keys() - {one.name for one in self._lists}:
            log.info("source_removed", source=name)
            await self._sources.remove(known[name].id)
        room = asyncio.Semaphore(_AT_ONCE)

        async def read(one: PublicationList) -> int:
            async with room:
                return await self._read(one, known.get(one.name))

        return sum(await asyncio.gather(*map(read, self._lists)))

    async def _read(self, one: PublicationList, source: AddedSource | None) -> int:
        """Read one list; what went wrong is logged and noted."""
        new = 0
        try:
            told = await one.read(source.told if source is not None else None)
            if told is not None:
                new = await self._take(one.name, source, told)
        except SourceFault as error:
            fault = str(error)
            log.warning("source_failed", source=one.name, error=fault)
            self._observer.source_failed(one.name, error.trouble)
        except Exception as error:  # a slip in reading it: it costs this list only
            fault = f"{one.name}: {type(error).__name__}"
            log.exception("source_failed", source=one.name, error=type(error).__name__)
            self._observer.source_failed(one.name, "unreadable")
        else:
            await self._papers.note_health(one.name, self._clock.now(), error=None)
            return new
        await self._papers.note_health(one.name, self._clock.now(), error=fault)
        return 0

    async def _take(self, name: str, source: AddedSource | None, told: Told) -> int:
        if source is None:
            source = await self._sources.add(
                EVERYBODY,
                name,
                told.kind,
                address=None,
                file=name,
                by=None,
                now=self._clock.now(),
            )
            if source is None:  # the configuration takes no two names that are alike
                raise ValueError(f"two lists are called {name!r}")
        first = source.last_ok is None
        new = await self._taking.take(source, told, first=first)
        entries = len(told.papers)
        if first:
            log.info("source_added", source=name, entries=entries)
        else:
            log.info("source_polled", source=name, entries=entries, new=new)
        return new

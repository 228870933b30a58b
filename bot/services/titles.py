"""The titles, findable: an index in memory that keeps up with the papers, and one kept beside them.

    start:  kept index ─▶ its stamp is known? ─▶ apply what changed since ─▶ in use
                 └── no, damaged, too far behind ─▶ build ──────────┘
    later:  papers change ─▶ follow: apply what changed ─▶ crowded ─▶ build beside, swap

Rules:

- The index is a cache. What it lacks is asked of the papers by number (`TitleHistory`), never
  remembered: whatever a crash interrupted, the next `follow` or the next start takes it in.
- Few papers are indexed at once, in this process: that takes less than a second. Many are indexed
  beside the bot, which meanwhile finds what has changed since its start, and says how far it is.
- A build that fails costs nothing but itself: what is in use stays, and it is tried again later,
  less and less often.
- An index is swapped for another one between two calls; nobody waits for it.
"""

from __future__ import annotations

import asyncio
import contextlib
from itertools import chain, repeat
from typing import TYPE_CHECKING, Final
from uuid import uuid4

import structlog

from bot.services.ports import TitlesFault

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from bot.core.lookup import Match, Resolution
    from bot.services.ports import (
        Clock,
        PaperStore,
        TitleChange,
        TitleHistory,
        TitleShelf,
        TitleWorkshop,
    )

FEW: Final = 20_000
"""Up to how many papers the index is built at once (a third of a second on a desktop machine)."""

_PATIENCE = 2.0  # seconds that a start waits for a large index to be opened
_CHUNK = 1_000  # changes read at once
_TOO_FAR = 20_000  # changes behind which building is better than taking them in one by one
_WORTH_KEEPING = 500  # changes since it was last kept that make an index worth it
_AGAIN = (60.0, 300.0, 1_800.0, 7_200.0)  # seconds after a build that failed

log = structlog.stdlib.get_logger(__name__)


class Titles:
    """`TitleFinder` and `TitleFollower`. Until it is opened it is empty and follows nothing."""

    def __init__(  # noqa: PLR0913 - two are for tests
        self,
        papers: PaperStore,
        history: TitleHistory,
        workshop: TitleWorkshop,
        clock: Clock,
        *,
        few: int = FEW,
        again: Sequence[float] = _AGAIN,
    ) -> None:
        self._papers = papers
        self._history = history
        self._workshop = workshop
        self._clock = clock
        self._few = few
        self._again = tuple(again)
        self._index: TitleShelf = workshop.build(())
        self._version: int | None = None  # up to which changes are in the index
        self._kept: int | None = None  # the version of the one that is kept
        self._whole = True
        self._percent: int | None = None  # of what is being opened or built
        self._turn = asyncio.Lock()  # for whoever changes or swaps the index
        self._work: asyncio.Task[None] | None = None

    def __len__(self) -> int:
        return len(self._index)

    @property
    def progress(self) -> int | None:
        """None once every title is indexed; before that, how many percent of the work are done."""
        return None if self._whole else self._percent or 0

    @property
    def building(self) -> int | None:
        """How many percent of an index that is being opened or built are done; None while none is,
        also between a build that failed and the next.
        """
        return self._percent

    def search(self, text: str, limit: int = 10) -> list[Match]:
        """Return the nearest titles, best first."""
        return self._index.search(text, limit)

    def complete(self, typed: str, limit: int = 25) -> list[Match]:
        """Return what the typed text may become, best first."""
        return self._index.complete(typed, limit)

    def resolve(self, text: str) -> Resolution:
        """Say which paper the text means."""
        return self._index.resolve(text)

    async def open(self) -> None:
        """Bring an index into use. With many papers that may go on in the background."""
        self._version = await self._history.version()
        if not self._workshop.keeps or await self._history.last_key() <= self._few:
            if not (self._workshop.keeps and await self._load()):
                await self._build_here()
            return
        self._whole, self._percent = False, 0
        opened = asyncio.Event()
        self._work = asyncio.create_task(self._bring(opened))
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(_PATIENCE):
                await opened.wait()

    async def settled(self) -> None:
        """Wait until nothing goes on in the background."""
        if self._work is not None:
            await asyncio.wait({self._work})

    async def close(self) -> None:
        """End what goes on in the background, and keep a small index that is worth it."""
        if self._work is not None:
            self._work.cancel()
            await asyncio.gather(self._work, return_exceptions=True)
        async with self._turn:
            try:
                if await self._worth_keeping():
                    await self._keep()
            except TitlesFault as fault:
                log.warning("titles_not_saved", reason=str(fault))
            except Exception:  # the next start builds one
                log.exception("titles_not_saved")

    async def follow(self) -> None:
        """Take in what changed of the papers; to be called after every change to them."""
        if self._version is None:
            return
        async with self._turn:
            self._version = await self._caught_up(self._index, self._version)
            if not self._index.crowded():
                return
            if self._small():
                await asyncio.to_thread(self._index.merge)
                return
        if self._work is None or self._work.done():
            self._percent = 0
            self._work = asyncio.create_task(self._until_built())

    async def rebuild(self, tell: Callable[[int], None] = lambda _: None) -> None:
        """Build an index of all titles beside the bot, keep it, and take it into use.

        `tell` is given the percent that are done. Raises `TitlesFault`.
        """
        began, stamp = self._clock.monotonic(), _new_stamp()
        self._percent = 0
        log.info("titles_building", papers=await self._history.last_key())
        try:
            version = await self._built_beside(stamp, tell)
            shelf = await asyncio.to_thread(self._workshop.load)
            if shelf is None or shelf.stamp != stamp:
                raise TitlesFault("another index stands where the new one should")
            await self._swap(shelf, version)
        finally:
            self._percent = None
        seconds = self._clock.monotonic() - began
        log.info("titles_built", titles=len(shelf), seconds=round(seconds, 2))

    def _small(self) -> bool:
        return not self._workshop.keeps or len(self._index) <= self._few

    async def _bring(self, opened: asyncio.Event) -> None:
        """Open the index that is kept, or build one."""
        try:
            loaded = await self._load()
        except Exception:  # a cache, whatever is the matter with it
            log.exception("titles_not_loaded")
            loaded = False
        finally:
            self._percent = None
            opened.set()
        if not loaded or self._index.crowded():
            await self._until_built()

    async def _load(self) -> bool:
        """Take the index that is kept into use; returns whether it has all titles then."""
        began = self._clock.monotonic()
        try:
            shelf = await asyncio.to_thread(self._workshop.load)
        except TitlesFault as fault:
            log.warning("titles_not_loaded", reason=str(fault))
            return False
        if shelf is None:
            return False
        version = await self._history.stamped(shelf.stamp)
        if version is None:
            log.warning("titles_not_loaded", reason="it belongs to other papers than are here")
            return False
        behind = await self._history.count_since(version, _TOO_FAR + 1)
        if behind > _TOO_FAR:
            log.warning("titles_not_loaded", reason="too much changed since", changes=behind)
            self._index = shelf  # better than none; a build brings what it lacks
            return False
        await self._swap(shelf, version)
        seconds = self._clock.monotonic() - began
        log.info("titles_loaded", titles=len(shelf), changes=behind, seconds=round(seconds, 2))
        return True

    async def _build_here(self) -> None:
        """Build, without a thread: its memory would not be used again."""
        began = self._clock.monotonic()
        self._version = await self._history.version()
        self._index = self._workshop.build(await self._papers.titles())
        seconds = self._clock.monotonic() - began
        log.info("titles_built", titles=len(self._index), seconds=round(seconds, 2))

    async def _until_built(self) -> None:
        """Build beside the bot, as often as it takes."""
        for seconds in chain(self._again, repeat(self._again[-1])):
            try:
                await self.rebuild()
            except TitlesFault as fault:
                log.warning("titles_not_built", reason=str(fault), again_in=seconds)
            except Exception:  # the bot goes on without
                log.exception("titles_not_built", again_in=seconds)
            else:
                return
            await asyncio.sleep(seconds)

    async def _built_beside(self, stamp: str, tell: Callable[[int], None]) -> int:
        """Let an index be built and kept; returns the version that it has."""
        version: int | None = None
        async with contextlib.aclosing(self._workshop.build_beside(stamp)) as told:
            async for progress in told:
                if version is None:
                    version = progress.version
                    await self._history.note(stamp, version)
                self._percent = progress.percent
                tell(progress.percent)
        if version is None:
            raise TitlesFault("nothing was told of what was built")
        return version

    async def _swap(self, shelf: TitleShelf, version: int) -> None:
        """Bring the index that is kept, of this version, up to date and into use."""
        async with self._turn:
            self._version = await self._caught_up(shelf, version)
            self._index, self._kept, self._whole = shelf, version, True

    async def _caught_up(self, shelf: TitleShelf, version: int) -> int:
        """Let an index of this version take in what changed since; returns the version it has."""
        while changes := await self._history.since(version, _CHUNK):
            await asyncio.to_thread(_apply, shelf, changes)
            version = changes[-1].version
        return version

    async def _worth_keeping(self) -> bool:
        """Tell whether a start would be spared more than keeping the index costs."""
        if self._version is None or not (self._workshop.keeps and self._whole and self._small()):
            return False
        if self._kept is None:
            return len(self._index) >= _WORTH_KEEPING
        return await self._history.count_since(self._kept, _WORTH_KEEPING) == _WORTH_KEEPING

    async def _keep(self) -> None:
        assert self._version is not None  # noqa: S101 - `_worth_keeping` asks
        stamp = _new_stamp()
        await self._history.note(stamp, self._version)
        await asyncio.to_thread(self._workshop.save, self._index, stamp)
        log.info("titles_saved", titles=len(self._index))


def _apply(shelf: TitleShelf, changes: Sequence[TitleChange]) -> None:
    for change in changes:
        if change.title is None:
            shelf.discard(str(change.key))
        else:
            shelf.add(str(change.key), change.title, float(change.upvotes))


def _new_stamp() -> str:
    return uuid4().hex

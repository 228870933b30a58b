"""Whose turn it is to write, and how long: one at a time, interactions before imports.

Among equals the first to ask is the first to write. A turn is passed on however it ends; one that
is cancelled while it waits never holds the others up. What must not be left half done (a commit, a
rollback) is waited for to the end before a turn passes on.
"""

from __future__ import annotations

import asyncio
import heapq
import itertools
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, Coroutine

_T = TypeVar("_T")


class Turns:
    """A lock with two kinds of waiters."""

    def __init__(self) -> None:
        self._taken = False
        self._waiting: list[tuple[bool, int, asyncio.Future[None]]] = []
        self._arrivals = itertools.count()

    @property
    def waiting(self) -> int:
        """How many wait, those that gave up meanwhile not counted."""
        return sum(not future.done() for _, _, future in self._waiting)

    @asynccontextmanager
    async def turn(self, *, urgent: bool) -> AsyncGenerator[None]:
        """Wait for a turn and hold it for the block; an `urgent` one overtakes the others."""
        await self._wait(urgent=urgent)
        try:
            yield
        finally:
            self._pass_on()

    async def _wait(self, *, urgent: bool) -> None:
        if not self._taken:
            self._taken = True
            return
        mine: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        heapq.heappush(self._waiting, (not urgent, next(self._arrivals), mine))
        try:
            await mine
        except asyncio.CancelledError:
            if not mine.cancelled():  # the turn came in the same moment
                self._pass_on()
            raise

    def _pass_on(self) -> None:
        while self._waiting:
            *_, first = heapq.heappop(self._waiting)
            if not first.done():
                first.set_result(None)
                return
        self._taken = False


async def to_the_end(work: Coroutine[object, object, _T]) -> _T:
    """Wait for `work` even where the waiting task is cancelled; the cancellation comes after it."""
    task = asyncio.ensure_future(work)
    cancelled: asyncio.CancelledError | None = None
    while not task.done():
        try:
            await asyncio.shield(task)
        except asyncio.CancelledError as error:
            cancelled = error
        except Exception:  # noqa: BLE001, S110 - `result()` below raises it
            pass
    if cancelled is not None:
        task.exception()  # looked at, so that nobody is told it was forgotten
        raise cancelled
    return task.result()

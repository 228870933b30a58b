"""Paperboy with named points at which it can be killed: ``crashing_paperboy.py run``.

A point lies before or after a commit, or before or after a request that changes something at
Discord. A commit is named after the storage's method that makes it (`DeliveryRows.claim`), a
request after its route (`POST /channels/{channel_id}/messages`); so every new one has a name, too.
A transaction that changed nothing is no commit. The bot is not changed: it is wrapped where all
commits and all requests pass.

`CRASH_POINT` names the point and `CRASH_PASS` at which pass of it the process kills itself with
SIGKILL, the first unless told. Requests that reach the point earlier wait there, so that several
places are in the same moment when it comes. `POINTS_PASSED` names a file that gets a line for every
point on its way. Two waits are cut short: for servers that Discord may still announce, and for the
next tick.
"""

from __future__ import annotations

import asyncio
import os
import signal
import sys
from collections import Counter
from collections.abc import AsyncIterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from pathlib import Path
from types import FrameType
from typing import Any

from discord import AutoShardedClient
from discord.http import HTTPClient, Route

from bot.cli import main
from bot.errands import run
from bot.storage import database
from bot.storage.database import Database
from bot.storage.session import Session

_STORAGE = str(Path(database.__file__).parent)
_passes: Counter[str] = Counter()


def _note(point: str) -> None:
    if path := os.environ.get("POINTS_PASSED"):
        with Path(path).open("a", encoding="utf-8") as passed:
            passed.write(point + "\n")


async def _pass(point: str, *, wait: bool = False) -> None:
    """Pass a point, or end there."""
    _note(point)
    if point != os.environ.get("CRASH_POINT"):
        return
    _passes[point] += 1
    if _passes[point] == int(os.environ.get("CRASH_PASS", "1")):
        os.kill(os.getpid(), signal.SIGKILL)
    if wait:
        await asyncio.Event().wait()


def _committer(frame: FrameType | None) -> str:
    """Name the storage's public method, or function, that wants to write."""
    while frame is not None and frame.f_code.co_filename.startswith(_STORAGE):
        name = frame.f_code.co_qualname
        if not name.rpartition(".")[2].startswith("_"):
            return name
        frame = frame.f_back
    return "a commit without a name"


@asynccontextmanager
async def _named(
    name: str, transaction: AbstractAsyncContextManager[Session]
) -> AsyncIterator[Session]:
    async with transaction as session:
        before = session.connection.total_changes
        yield session
        changed = session.connection.total_changes > before
        if changed:
            await _pass(f"before {name}")
    if changed:
        await _pass(f"after {name}")


def name_points() -> None:
    """Let every commit and every request of this process pass its points."""
    write, request, state = Database.write, HTTPClient.request, AutoShardedClient._get_state  # noqa: SLF001 - where discord.py takes this wait

    def writing(self: Database, *, urgent: bool = True) -> AbstractAsyncContextManager[Session]:
        return _named(_committer(sys._getframe(1)), write(self, urgent=urgent))  # noqa: SLF001 - who asks

    async def requesting(self: HTTPClient, route: Route, **options: Any) -> Any:
        if route.method == "GET":
            return await request(self, route, **options)
        name = f"{route.method} {route.path}"
        await _pass(f"before {name}", wait=True)
        try:
            return await request(self, route, **options)
        finally:
            await _pass(f"after {name}", wait=True)

    def hurried(self: AutoShardedClient, **options: Any) -> Any:
        return state(self, guild_ready_timeout=0.1, **options)

    for owner, name, instead in (
        (Database, "write", writing),
        (HTTPClient, "request", requesting),
        (AutoShardedClient, "_get_state", hurried),
        (run, "_TICK_SECONDS", 0.5),
    ):
        setattr(owner, name, instead)


if __name__ == "__main__":
    name_points()
    main()

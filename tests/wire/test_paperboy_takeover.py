"""Two processes on one database: one lives, the other waits, says for whom, and takes over."""

from __future__ import annotations

import os
from collections.abc import AsyncIterator
from pathlib import Path
from signal import SIGKILL

import pytest
from discord_loopback import MESSAGE_CREATE
from killed_worlds import Due, Killed, eventually, killed_world
from paperboy_peer import NOW

from bot.storage.lock import hold
from bot.storage.migrate import load_steps, prepare

WAITING = '"event": "waiting_for_lock"'


@pytest.fixture
async def world(tmp_path: Path) -> AsyncIterator[Killed]:
    """A Discord, a database, and processes."""
    async with killed_world(tmp_path) as made:
        yield made


async def test_who_waits_neither_logs_in_nor_migrates(world: Killed) -> None:
    """Started beside the holder of an older database, it leaves everything as it is, and says who
    holds it; once that one is gone it migrates, logs in and works.
    """
    older = load_steps()[:-1]
    prepare(world.database, older)
    with hold(world.database, NOW):
        async with world.start() as bot:
            assert f"process {os.getpid()} on " in await bot.line(WAITING)
            assert world.server.requests == []
            assert world.server.gateway.connections == set()
            assert world.rows("PRAGMA user_version") == [(len(older),)]
            assert await bot.stop() == 0
        assert world.rows("PRAGMA user_version") == [(len(older),)]
    async with world.recovered(0):
        assert world.rows("PRAGMA user_version") == [(len(older) + 1,)]
        assert world.server.gateway.identified == 1


async def test_who_waits_takes_over_from_one_that_was_killed(world: Killed) -> None:
    """Killed while its messages are on their way, the first leaves its lock, and the second brings
    every one of them once.
    """
    due = await Due.of(world)
    held_up = f"before {MESSAGE_CREATE}"
    async with world.start(held_up, passes=len(due.places) + 1) as first:
        sending = "SELECT count(*) FROM part WHERE state = 'sending'"
        await eventually(lambda: world.rows(sending) == [(5,)], "all to be on their way")
        async with world.start() as second:
            assert f"process {first.pid} on " in await second.line(WAITING)
            assert world.server.gateway.identified == 1
            first.send(SIGKILL)
            assert await first.ended() == -SIGKILL
            await world.settled(5)
            assert world.server.gateway.identified == 2
            due.planned_once()
            due.arrived_once()
            assert await second.stop() == 0

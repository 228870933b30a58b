"""The database: one connection that writes, a few that read.

- A write is one ``BEGIN IMMEDIATE`` transaction: committed where its block ends well, rolled back
  where it raises or is cancelled, whatever it was doing. Nobody else writes until that is done.
- A read is one snapshot, and its connection refuses to write.
- A commit is on the disk when it returns (``synchronous=FULL``).
"""

from __future__ import annotations

import asyncio
import sqlite3
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, Self

import aiosqlite

from bot.storage.copies import copy_database
from bot.storage.errors import DatabaseTooOld, StatementError
from bot.storage.migrate import BUSY_SECONDS, examine, load_steps, prepare
from bot.storage.session import Session
from bot.storage.turns import Turns, to_the_end

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, Sequence
    from pathlib import Path

    from bot.storage.migrate import Step

_LARGEST_LOG = 64 * 1024 * 1024  # bytes that the write-ahead log keeps after a large import


class Database:
    """An open database. Made by `open` (or `connect`, then `close`)."""

    def __init__(self, path: Path, writer: Session, readers: Sequence[Session]) -> None:
        self.path = path
        self._writer = writer
        self._turns = Turns()
        self._readers = tuple(readers)
        self._idle: asyncio.LifoQueue[Session] = asyncio.LifoQueue()
        for reader in readers:
            self._idle.put_nowait(reader)
        self._closed = False

    @classmethod
    @asynccontextmanager
    async def open(
        cls, path: Path, *, readers: int = 2, steps: Sequence[Step] | None = None
    ) -> AsyncGenerator[Self]:
        """Open, creating or migrating where need be, and close behind the block.

        Raises `DatabaseUnusable`, `NotADatabase`, `DatabaseTooNew`, `MigrationError` or
        `BackupError`. `steps` are the migrations, this version's own unless given.
        """
        database = await cls.connect(path, readers=readers, steps=steps)
        try:
            yield database
        finally:
            await to_the_end(database.close())

    @classmethod
    @asynccontextmanager
    async def look(cls, path: Path, *, steps: Sequence[Step] | None = None) -> AsyncGenerator[Self]:
        """Open a database that is there for reading alone: nothing is created, migrated or written.

        Raises what `open` does, and `DatabaseTooOld` where a step would have to be taken first.
        """
        known = load_steps() if steps is None else steps
        version = await asyncio.to_thread(examine, path, known)
        if version < len(known):
            raise DatabaseTooOld(path, version, len(known))
        database = await cls._connected(path, [False, False])
        try:
            yield database
        finally:
            await to_the_end(database.close())

    @classmethod
    async def connect(
        cls, path: Path, *, readers: int = 2, steps: Sequence[Step] | None = None
    ) -> Self:
        """Open as `open` does; whoever calls this calls `close`."""
        await asyncio.to_thread(prepare, path, load_steps() if steps is None else steps)
        return await cls._connected(path, [True, *[False] * readers])

    @classmethod
    async def _connected(cls, path: Path, writes: Sequence[bool]) -> Self:
        """Connect; the first connection is the writer, though one that only looks cannot write."""
        opened: list[Session] = []
        try:
            for may_write in writes:
                opened.append(await _connect(path, writes=may_write))  # noqa: PERF401 - what is open already is closed when one fails
        except BaseException:
            for session in opened:
                await session.connection.close()
            raise
        return cls(path, opened[0], opened[1:])

    @asynccontextmanager
    async def write(self, *, urgent: bool = True) -> AsyncGenerator[Session]:
        """Give the writer for one transaction; one that is not `urgent` lets others go first."""
        connection = self._writer.connection
        async with self._turns.turn(urgent=urgent):
            try:
                await self._writer.run("BEGIN IMMEDIATE")
                yield self._writer
                await to_the_end(connection.commit())
            except BaseException as error:
                await to_the_end(connection.rollback())
                if isinstance(error, sqlite3.Error):  # the commit's own: a full disk
                    raise StatementError(self.path, str(error)) from error
                raise

    @asynccontextmanager
    async def read(self) -> AsyncGenerator[Session]:
        """Give a reader for one snapshot."""
        reader = await self._idle.get()
        try:
            await reader.run("BEGIN")
            yield reader
        except asyncio.CancelledError:
            await reader.connection.interrupt()  # nobody waits for its answer
            raise
        finally:
            try:
                await to_the_end(reader.connection.rollback())
            finally:
                self._idle.put_nowait(reader)

    async def backup(self, target: Path) -> None:
        """Copy the database, as of now, to a new file and check the copy. Raises `BackupError`."""
        await asyncio.to_thread(copy_database, self.path, target)

    async def close(self) -> None:
        """Wait for those who read and write, then close. A second time does nothing."""
        if self._closed:
            return
        self._closed = True
        for _ in self._readers:
            reader = await self._idle.get()
            await reader.connection.close()
        async with self._turns.turn(urgent=False):
            await self._writer.run("PRAGMA optimize")
            await self._writer.connection.close()


async def _connect(path: Path, *, writes: bool) -> Session:
    connection = await aiosqlite.connect(path, timeout=BUSY_SECONDS, isolation_level=None)
    connection.row_factory = sqlite3.Row
    session = Session(connection, path)
    try:
        await session.run("PRAGMA foreign_keys = ON")
        await session.run("PRAGMA synchronous = FULL")
        if writes:
            await session.run(f"PRAGMA journal_size_limit = {_LARGEST_LOG:d}")
        else:
            await session.run("PRAGMA query_only = ON")
    except BaseException:
        await connection.close()
        raise
    return session

"""One connection during one transaction: statements in, rows out.

- Text that cannot be UTF-8 (half a surrogate pair, which JSON may carry) has those characters
  replaced by ``?``. A whole number beyond 64 bits equals none that is stored.
- What `sqlite3` raises comes out as `StatementError`, its cause kept.
"""

from __future__ import annotations

import asyncio
import math
import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING

from bot.storage.errors import StatementError

if TYPE_CHECKING:
    from collections.abc import Generator
    from pathlib import Path

    import aiosqlite

Value = str | int | float | None
Parameters = Sequence[Value] | Mapping[str, Value]

_FIRST_CHUNK = 16  # rows; each chunk is twice as large, and the last one may be lost
_SMALLEST, _LARGEST = -(2**63), 2**63 - 1


class Session:
    """What the row classes speak to. Valid inside the block that gave it."""

    def __init__(self, connection: aiosqlite.Connection, path: Path) -> None:
        self.connection = connection
        self._path = path

    async def rows(self, sql: str, parameters: Parameters = ()) -> list[sqlite3.Row]:
        """Run a statement and return all its rows."""
        with self._translated():
            return list(await self.connection.execute_fetchall(sql, _clean(parameters)))

    async def row(self, sql: str, parameters: Parameters = ()) -> sqlite3.Row | None:
        """Run a statement and return its first row."""
        found = await self.rows(sql, parameters)
        return found[0] if found else None

    async def run(self, sql: str, parameters: Parameters = ()) -> int:
        """Run a statement and return how many rows it changed."""
        with self._translated():
            cursor = await self.connection.execute(sql, _clean(parameters))
            changed = cursor.rowcount
            await cursor.close()
            return changed

    async def run_many(self, sql: str, parameters: Iterable[Parameters]) -> None:
        """Run a statement for each set of parameters."""
        if cleaned := [_clean(one) for one in parameters]:
            with self._translated():
                await (await self.connection.executemany(sql, cleaned)).close()

    async def rows_within(
        self, seconds: float, sql: str, parameters: Parameters = ()
    ) -> tuple[list[sqlite3.Row], bool]:
        """Run a statement for so many seconds at most; return its rows and whether those are all.

        What came last before the end may be missing. SQLite sees that it is stopped when it turns
        to its next page, so a little more time passes.
        """
        rows: list[sqlite3.Row] = []
        watch = asyncio.create_task(self._stop_after(seconds))
        cursor = None
        try:
            cursor = await self.connection.execute(sql, _clean(parameters))
            size = _FIRST_CHUNK
            while chunk := list(await cursor.fetchmany(size)):
                rows += chunk
                size *= 2
        except sqlite3.Error as error:
            if error.sqlite_errorcode != sqlite3.SQLITE_INTERRUPT:
                raise StatementError(self._path, str(error)) from error
            return rows, False
        finally:
            watch.cancel()
            if cursor is not None:
                await cursor.close()
        return rows, True

    async def _stop_after(self, seconds: float) -> None:
        await asyncio.sleep(seconds)
        await self.connection.interrupt()

    @contextmanager
    def _translated(self) -> Generator[None]:
        try:
            yield
        except sqlite3.Error as error:
            raise StatementError(self._path, str(error)) from error


def _clean(parameters: Parameters) -> Parameters:
    if isinstance(parameters, Mapping):
        return {name: _encodable(value) for name, value in parameters.items()}
    return [_encodable(value) for value in parameters]


def _encodable(value: Value) -> Value:
    if isinstance(value, str) and not value.isascii():
        return value.encode("utf-8", "replace").decode("utf-8")
    if isinstance(value, int) and not _SMALLEST <= value <= _LARGEST:
        return math.inf
    return value

"""A database that is only looked at: read, and left as it is, whatever it is."""

from __future__ import annotations

import contextlib
import sqlite3
from typing import TYPE_CHECKING

import pytest

from bot.storage.database import Database
from bot.storage.errors import (
    DatabaseTooNew,
    DatabaseTooOld,
    DatabaseUnusable,
    NotADatabase,
    StatementError,
)
from bot.storage.migrate import Step, load_steps

if TYPE_CHECKING:
    from pathlib import Path


async def test_looking_reads_and_cannot_write(tmp_path: Path) -> None:
    """What is there is read, a write is refused, and the file stays as it was, alone."""
    path = tmp_path / "paperboy.db"
    async with Database.open(path):
        pass
    before = path.read_bytes()
    async with Database.look(path) as database:
        async with database.read() as session:
            assert await session.rows("SELECT * FROM subscription") == []
        with pytest.raises(StatementError):
            async with database.write() as session:
                await session.run("DELETE FROM subscription")
    assert path.read_bytes() == before
    assert list(tmp_path.iterdir()) == [path]


async def test_an_older_database_is_not_brought_up(tmp_path: Path) -> None:
    """Its version is told, with what would bring it up; no copy is made of it."""
    path = tmp_path / "paperboy.db"
    async with Database.open(path):
        pass
    present = load_steps()
    steps = (*present, Step(len(present) + 1, "next", "CREATE TABLE next (id INTEGER) STRICT;"))
    with pytest.raises(DatabaseTooOld, match="`paperboy run` brings it there"):
        async with Database.look(path, steps=steps):
            pass
    with contextlib.closing(sqlite3.connect(path)) as file:
        assert file.execute("PRAGMA user_version").fetchone() == (len(present),)
    assert list(tmp_path.iterdir()) == [path]


async def test_what_is_none_or_newer_or_missing_is_told(tmp_path: Path) -> None:
    """Each with its own error; what is missing is not made."""
    path = tmp_path / "paperboy.db"
    with pytest.raises(DatabaseUnusable):
        async with Database.look(path):
            pass
    assert not path.exists()
    path.write_bytes(b"no database" * 999)
    with pytest.raises(NotADatabase):
        async with Database.look(path):
            pass
    path.unlink()
    async with Database.open(path):
        pass
    with contextlib.closing(sqlite3.connect(path)) as file:
        file.execute("PRAGMA user_version = 999")
    with pytest.raises(DatabaseTooNew):
        async with Database.look(path):
            pass

"""Opening: whatever is at the path becomes a database, or an error with a path and a remedy."""

from __future__ import annotations

import os
import sqlite3
from typing import TYPE_CHECKING

import pytest
from storage_samples import stored_papers

from bot.storage.database import Database
from bot.storage.errors import DatabaseFileError, DatabaseTooNew, DatabaseUnusable, NotADatabase
from bot.storage.migrate import APPLICATION_ID, load_steps
from bot.storage.papers import PaperRows

if TYPE_CHECKING:
    from pathlib import Path


async def test_first_start_makes_folder_and_file(tmp_path: Path) -> None:
    """A path whose folder does not exist yet becomes a database with all its promises."""
    path = tmp_path / "data" / "here" / "paperboy.db"
    async with Database.open(path) as database, database.write() as session:
        facts = {}
        for name in ("application_id", "user_version", "journal_mode", "foreign_keys"):
            (row,) = await session.rows(f"PRAGMA {name}")
            facts[name] = row[0]
        (durability,) = await session.rows("PRAGMA synchronous")
    assert facts == {
        "application_id": APPLICATION_ID,
        "user_version": len(load_steps()),
        "journal_mode": "wal",
        "foreign_keys": 1,
    }
    assert durability[0] == 2  # FULL


async def test_every_table_is_strict(database: Database) -> None:
    """A column of whole numbers takes no text."""
    async with database.read() as session:
        rows = await session.rows("PRAGMA table_list")
    loose = {r["name"] for r in rows if r["type"] == "table" and not r["strict"]}
    assert {name for name in loose if not name.startswith("sqlite_")} == set()


async def test_closing_leaves_one_file(tmp_path: Path) -> None:
    """The write-ahead log is gone once the database was closed."""
    async with Database.open(tmp_path / "paperboy.db") as database:
        await stored_papers(database, 3)
    assert [file.name for file in tmp_path.iterdir()] == ["paperboy.db"]


async def test_reopening_keeps_papers(tmp_path: Path) -> None:
    """What was committed is there after the next start, and no copy is made."""
    for count in (2, 2):
        async with Database.open(tmp_path / "paperboy.db") as database:
            await stored_papers(database, count)
            assert (await PaperRows(database).holdings()).papers == 2
    assert not list(tmp_path.glob("*before*"))


async def test_empty_file_is_a_new_database(tmp_path: Path) -> None:
    """A file of no bytes, as `touch` makes it, is taken."""
    (tmp_path / "paperboy.db").touch()
    async with Database.open(tmp_path / "paperboy.db") as database:
        assert (await PaperRows(database).holdings()).papers == 0


async def test_newer_database_is_refused(tmp_path: Path) -> None:
    """A file from a newer version is refused, with both versions, and not touched."""
    path = tmp_path / "paperboy.db"
    async with Database.open(path):
        pass
    with sqlite3.connect(path) as file:
        file.execute("PRAGMA user_version = 99")
    file.close()
    before = path.read_bytes()
    with pytest.raises(DatabaseTooNew, match="version 99") as raised:
        await Database.connect(path)
    assert (raised.value.path, raised.value.version) == (path, 99)
    assert raised.value.ours == len(load_steps())
    assert path.read_bytes() == before


async def test_another_programs_database_is_refused(tmp_path: Path) -> None:
    """A database with tables but without our mark is not ours, and stays as it is."""
    path = tmp_path / "other.db"
    with sqlite3.connect(path) as file:
        file.execute("CREATE TABLE theirs (x)")
    file.close()
    before = path.read_bytes()
    with pytest.raises(NotADatabase, match="another program's"):
        await Database.connect(path)
    assert path.read_bytes() == before


async def test_no_database_at_all_is_refused(tmp_path: Path) -> None:
    """A text file is refused and stays as it is."""
    path = tmp_path / "notes.txt"
    path.write_text("My notes, which are precious. " * 100)
    with pytest.raises(NotADatabase, match=r"notes\.txt.*file is not a database"):
        await Database.connect(path)
    assert path.read_text().startswith("My notes")


async def test_folder_is_refused(tmp_path: Path) -> None:
    """A folder is named as what it is."""
    with pytest.raises(DatabaseUnusable, match="it is a folder; name a file"):
        await Database.connect(tmp_path)


async def test_folder_that_cannot_be_made_is_refused(tmp_path: Path) -> None:
    """Where a file stands in the place of the folder, the path and a remedy are told."""
    (tmp_path / "data").touch()
    with pytest.raises(DatabaseUnusable, match="see that the folder exists"):
        await Database.connect(tmp_path / "data" / "paperboy.db")


@pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write anywhere"
)
async def test_unwritable_file_is_refused(tmp_path: Path) -> None:
    """A file that may not be written to is refused."""
    path = tmp_path / "paperboy.db"
    async with Database.open(path):
        pass
    path.chmod(0o400)
    tmp_path.chmod(0o500)
    try:
        with pytest.raises(DatabaseFileError):
            await Database.connect(path)
    finally:
        tmp_path.chmod(0o700)

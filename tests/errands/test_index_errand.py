"""`paperboy index`, and what `paperboy check` says of the titles."""

from __future__ import annotations

import asyncio
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from forks import FORKS

from bot.services.clock import SystemClock
from bot.services.titles import FEW
from bot.storage.lock import hold
from bot.storage.migrate import load_steps, prepare


@pytest.fixture
def database(tmp_path: Path) -> Path:
    """A database of three papers."""
    path = tmp_path / "paperboy.db"
    prepare(path, load_steps())
    add(path, 1, 2, 3)
    return path


def add(path: Path, *keys: int) -> None:
    """Store papers with these keys."""
    with closing(sqlite3.connect(path)) as file, file:
        file.executemany(
            """INSERT INTO paper (key, ids, title, released, source, first_seen, updated)
               VALUES (?, '[]', 'Study ' || ?1, '2026-01-01', 'x', 0, 0)""",
            [(key,) for key in keys],
        )


async def paperboy(command: str, database: Path) -> tuple[int, str, str]:
    """Run a command as a process; returns exit code and what it wrote."""
    environment = {"PAPERBOY_DATABASE__PATH": str(database), "COLUMNS": "200"}
    child = await FORKS.start(("-m", "bot", command), environment)
    out, err = await asyncio.gather(child.stdout.read(), child.stderr.read())
    return await child.wait(), out.decode(), err.decode()


async def test_the_index_is_built_and_kept(database: Path) -> None:
    """And `check` says how many titles it has, and what has changed since."""
    told = f"{database.with_name('paperboy.titles')}: 3 titles\n"
    assert await paperboy("index", database) == (0, told, "")
    add(database, 4)
    assert "titles: 3 indexed, 1 change since" in (await paperboy("check", database))[1]
    assert (await paperboy("index", database))[1].endswith(": 4 titles\n")


async def test_what_keeps_it_from_being_built_is_said(database: Path) -> None:
    """One line with the remedy, and exit code 1."""
    folder = database.with_name("paperboy.titles")
    folder.mkdir()
    (folder / "mine.txt").write_text("mine")
    code, out, err = await paperboy("index", database)
    assert (code, out) == (1, "")
    assert "mine.txt" in err
    assert "Traceback" not in err


async def test_a_running_bot_keeps_its_index_by_itself(database: Path) -> None:
    """Two that write would be one too many."""
    with hold(database, SystemClock().now()):
        code, _, err = await paperboy("index", database)
    assert code == 1
    assert "by itself" in err
    assert not database.with_name("paperboy.titles").exists()


async def test_check_tells_of_an_index_that_is_missing_foreign_or_damaged(database: Path) -> None:
    """Of few papers none is missing."""
    assert "titles" not in (await paperboy("check", database))[1]
    add(database, FEW + 1)
    missing = "titles: not indexed yet: the next run does it, or `paperboy index`"
    assert missing in (await paperboy("check", database))[1]
    await paperboy("index", database)
    folder = database.with_name("paperboy.titles")
    shutil.copytree(folder, folder.with_name("other.titles"))
    other = database.with_name("other.db")
    prepare(other, load_steps())
    add(other, FEW + 1)
    assert missing in (await paperboy("check", other))[1]
    next(folder.glob("*/words.npy")).write_bytes(b"")
    said = (await paperboy("check", database))[1]
    assert "words.npy is damaged" in said
    assert "the next run does that" in said

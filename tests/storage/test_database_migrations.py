"""Migrations: each step whole or not at all, with a copy before, up from every version."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from storage_samples import DAY, NOW, stored_papers
from storage_victim import NEXT

from bot.core.subscriptions import Missed, Paused, PauseReason
from bot.storage.database import Database
from bot.storage.errors import BackupError, MigrationError
from bot.storage.migrate import Step, load_steps, prepare, statements
from bot.storage.papers import PaperRows
from bot.storage.subscriptions import SubscriptionRows

VICTIM = Path(__file__).with_name("storage_victim.py")
MORE = (*load_steps(), NEXT)
COPY = f"paperboy.db.before-{len(MORE)}"


@pytest.fixture
async def old(tmp_path: Path) -> Path:
    """A database of the present version, with three papers, closed."""
    path = tmp_path / "paperboy.db"
    async with Database.open(path) as database:
        await stored_papers(database, 3)
    return path


def facts(path: Path) -> tuple[int, int]:
    """Read version and number of tables straight from the file."""
    file = sqlite3.connect(path)
    (version,) = file.execute("PRAGMA user_version").fetchone()
    (tables,) = file.execute("SELECT count(*) FROM sqlite_schema WHERE type = 'table'").fetchone()
    file.close()
    return version, tables


async def test_step_up_keeps_everything_and_a_copy(old: Path) -> None:
    """From one version to the next: the papers stay, the old file is kept beside the new one."""
    before = facts(old)
    async with Database.open(old, steps=MORE) as database, database.read() as session:
        (row,) = await session.rows("SELECT count(*) AS n FROM extra JOIN paper ON key = paper")
        assert row["n"] == 3
    assert facts(old)[0] == len(MORE)
    assert facts(old.with_name(COPY)) == before
    async with Database.open(old.with_name(COPY)) as database:
        assert (await PaperRows(database).holdings()).papers == 3


@pytest.mark.parametrize(("days", "kept"), [(29, True), (31, False)])
async def test_copies_are_kept_for_thirty_days(old: Path, days: int, *, kept: bool) -> None:
    """As people are told; a start deletes older ones, and nothing else that lies there."""
    copy, others = old.with_name("paperboy.db.before-1"), ("other.db.before-1", "paperboy.db.mine")
    files = [copy, *(old.with_name(name) for name in others)]
    for file in files:
        shutil.copy(old, file)
        written = file.stat().st_mtime - days * 86_400
        os.utime(file, (written, written))
    async with Database.open(old):
        pass
    assert [file.exists() for file in files] == [kept, True, True]


async def test_a_copy_that_cannot_be_deleted_stops_no_start(old: Path) -> None:
    """A folder of that name is somebody else's doing."""
    folder = old.with_name("paperboy.db.before-1")
    folder.mkdir()
    os.utime(folder, (0, 0))
    async with Database.open(old) as database:
        assert (await PaperRows(database).holdings()).papers == 3
    assert folder.is_dir()


async def test_new_database_takes_all_steps_without_a_copy(tmp_path: Path) -> None:
    """A new file comes to the newest version, and there is nothing to copy."""
    path = tmp_path / "paperboy.db"
    async with Database.open(path, steps=MORE):
        pass
    assert facts(path)[0] == len(MORE)
    assert [file.name for file in tmp_path.iterdir()] == ["paperboy.db"]


@pytest.mark.parametrize(
    "script",
    [
        "CREATE TABLE extra (x) STRICT; -- no type, which is an error",
        "CREATE TABLE extra (x TEXT); INSERT INTO nowhere VALUES (1);",
        "CREATE TABLE extra (x TEXT); INSERT INTO paper_id VALUES ('arxiv:1', 999);",
        "CREATE TABLE extra (x TEXT); COMMIT; CREATE TABLE more (x TEXT);",
        "CREATE TABLE extra (x TEXT); INSERT INTO extra VALUES ('unfinished",
    ],
)
async def test_failed_step_is_undone(old: Path, script: str) -> None:
    """A step with a fault leaves the file as it was, names itself, and the next start works."""
    before = facts(old)
    with pytest.raises(
        MigrationError, match=rf"migration {NEXT.version} \(next\) failed"
    ) as raised:
        prepare(old, (*load_steps(), Step(NEXT.version, "next", script)))
    assert raised.value.path == old
    assert facts(old) == before
    async with Database.open(old) as database:
        assert (await PaperRows(database).holdings()).papers == 3


async def test_no_copy_no_migration(old: Path) -> None:
    """Where the copy cannot be made the database is left as it is."""
    before = facts(old)
    old.with_name(COPY).mkdir()
    with pytest.raises(BackupError):
        prepare(old, MORE)
    assert facts(old) == before


@pytest.mark.parametrize("count", [6, 9, 11, 12, 15, 16])
async def test_kill_while_migrating_leaves_the_old_version_whole(old: Path, count: int) -> None:
    """Killed at any statement the file has the old version whole, and the next start ends it."""
    before = facts(old)
    assert killed_at(old, count) == -9
    assert facts(old) == before
    async with Database.open(old, steps=MORE) as database, database.read() as session:
        (row,) = await session.rows("SELECT count(*) AS n FROM extra")
        assert row["n"] == 3


def killed_at(path: Path, count: int) -> int:
    """Kill a migration at its `count`-th statement and return how it ended."""
    words = [sys.executable, str(VICTIM), "migrating", str(path), str(count)]
    return subprocess.run(words, cwd=VICTIM.parents[2], check=False).returncode


def test_statements_end_where_sqlite_says() -> None:
    """A semicolon in a trigger, a text or a comment ends no statement."""
    script = """
        CREATE TABLE a (x TEXT DEFAULT 'p;q'); -- one; two
        CREATE TRIGGER t AFTER INSERT ON a BEGIN
            INSERT INTO a VALUES (';'); DELETE FROM a; END;
        /* three; four */ DROP TABLE a
    """
    found = list(statements(script))
    assert [one.split()[-1] for one in found] == ["'p;q');", "END;", "a"]
    assert list(statements(" ; \n")) == [";"]


def test_steps_count_up_without_a_gap(tmp_path: Path) -> None:
    """A folder whose numbers leave one out is refused; other files in it do not count."""
    (tmp_path / "001_first.sql").write_text("SELECT 1;")
    (tmp_path / "README.md").write_text("Not a step.")
    assert load_steps(tmp_path) == (Step(1, "first", "SELECT 1;"),)
    (tmp_path / "003_third.sql").write_text("SELECT 3;")
    with pytest.raises(ValueError, match="count up"):
        load_steps(tmp_path)


async def test_a_pause_of_before_is_carried_over(tmp_path: Path) -> None:
    """From version 3: it ends as ever, is remembered from its beginning, and its fault is news."""
    path = tmp_path / "paperboy.db"
    prepare(path, load_steps()[:3])
    with closing(sqlite3.connect(path)) as file, file:
        file.execute(
            """INSERT INTO subscription (server, channel, query, timezone, at, days, most, language,
                   machine_text, silent, notes, next_due, pause_reason, pause_since, created)
               VALUES (1, 2, '*', 'UTC', '09:00', 'daily', 9, 'en', 1, 1, 'problems', 0,
                   'missing_permission', ?, 0)""",
            [int(NOW.timestamp())],
        )
    async with Database.open(path) as database:
        rows = SubscriptionRows(database)
        await rows.resume(1, NOW + 2 * DAY, NOW + DAY)
        (one,) = await rows.all_channels()
        assert one.missed == Missed(NOW, NOW + DAY)
        assert await rows.pause(1, Paused(PauseReason.MISSING_PERMISSION, NOW + DAY))

"""Transactions: all or nothing, one writer in turn, readers beside it."""

from __future__ import annotations

import asyncio
import sqlite3
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from storage_samples import stored_papers

from bot.storage.database import Database
from bot.storage.deliveries import DeliveryRows
from bot.storage.errors import BackupError, StatementError
from bot.storage.papers import PaperRows
from bot.storage.settings import SettingRows
from bot.storage.turns import Turns, to_the_end

if TYPE_CHECKING:
    from bot.storage.session import Session

VICTIM = Path(__file__).with_name("storage_victim.py")
ROOT = Path(__file__).parents[2]


def killed(*words: str) -> int:
    """Run the victim and return how it ended."""
    return subprocess.run([sys.executable, str(VICTIM), *words], cwd=ROOT, check=False).returncode


async def remember(session: Session, name: str) -> None:
    """Write a value without committing."""
    await session.run("INSERT INTO setting (name, value) VALUES (?, 'x')", [name])


async def test_error_rolls_back(database: Database) -> None:
    """A block that raises has written nothing, and the next one may write."""

    async def failing() -> None:
        async with database.write() as session:
            await remember(session, "a")
            raise LookupError

    with pytest.raises(LookupError):
        await failing()
    settings = SettingRows(database)
    assert await settings.get("a") is None
    await settings.set("b", "1")
    assert await settings.get("b") == "1"


async def test_cancellation_rolls_back(database: Database) -> None:
    """A block that is cancelled has written nothing, and the next one may write."""
    inside = asyncio.Event()

    async def writing() -> None:
        async with database.write() as session:
            await remember(session, "a")
            inside.set()
            await asyncio.Event().wait()

    task = asyncio.create_task(writing())
    await inside.wait()
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    settings = SettingRows(database)
    assert await settings.get("a") is None
    await settings.set("a", "after")
    assert await settings.get("a") == "after"


@pytest.mark.parametrize("steps", range(12))
async def test_cancellation_at_any_step_is_all_or_nothing(database: Database, steps: int) -> None:
    """However far a transaction had come, both rows are there or neither, and writing goes on."""

    async def writing() -> None:
        async with database.write() as session:
            await remember(session, "a")
            await remember(session, "b")

    task = asyncio.create_task(writing())
    for _ in range(steps):
        await asyncio.sleep(0)
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)
    settings = SettingRows(database)
    assert (await settings.get("a") is None) == (await settings.get("b") is None)
    await settings.set("c", "1")


async def test_failed_commit_rolls_back(database: Database) -> None:
    """Where the commit itself fails nothing was written, and the next transaction may begin."""

    async def breaking() -> None:
        async with database.write() as session:
            await session.run("PRAGMA defer_foreign_keys = ON")
            await remember(session, "a")
            await session.run("INSERT INTO paper_id (external, paper) VALUES ('arxiv:1', 99)")

    with pytest.raises(StatementError, match="FOREIGN KEY"):
        await breaking()
    assert await SettingRows(database).get("a") is None
    await SettingRows(database).set("a", "1")


@pytest.mark.parametrize("fails", [False, True])
async def test_what_was_begun_is_waited_for(fails: bool) -> None:
    """A task that is cancelled, even twice, ends only after the work that it waits for."""
    begun, may_end, steps = asyncio.Event(), asyncio.Event(), list[str]()

    async def work() -> None:
        begun.set()
        await may_end.wait()
        steps.append("worked")
        if fails:
            raise LookupError

    task = asyncio.create_task(to_the_end(work()))
    await begun.wait()
    for _ in range(2):
        task.cancel()
        await asyncio.sleep(0)
    assert not task.done()
    may_end.set()
    with pytest.raises(asyncio.CancelledError):
        await task
    assert steps == ["worked"]


async def test_cancelled_read_gives_its_connection_back(database: Database) -> None:
    """Readers that were cancelled in the middle of a long question can be used again."""

    async def asking() -> None:
        async with database.read() as session:
            await session.rows(
                "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) "
                "SELECT count(*) FROM n"
            )

    tasks = [asyncio.create_task(asking()) for _ in range(2)]
    for _ in range(20):
        await SettingRows(database).set("turn", "x")  # their questions are being worked on by now
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)
    assert await SettingRows(database).get("turn") == "x"


async def test_reader_neither_waits_for_nor_sees_a_write(database: Database) -> None:
    """During a write a reader answers with what was committed before; afterwards with the new."""
    settings = SettingRows(database)
    async with database.write() as session:
        await remember(session, "a")
        assert await settings.get("a") is None
    assert await settings.get("a") == "x"


async def test_read_is_one_snapshot(database: Database) -> None:
    """Two questions in one block agree, whatever is committed between them."""
    question = "SELECT count(*) AS n FROM setting"
    async with database.read() as session:
        (before,) = await session.rows(question)
        await SettingRows(database).set("a", "1")
        (after,) = await session.rows(question)
    assert before["n"] == after["n"] == 0


async def test_reader_cannot_write(database: Database) -> None:
    """A reading connection refuses to write; SQLite's error comes out as storage's."""
    with pytest.raises(StatementError, match="readonly") as raised:
        async with database.read() as session:
            await remember(session, "a")
    assert isinstance(raised.value.__cause__, sqlite3.OperationalError)


async def test_broken_rule_names_the_file(database: Database) -> None:
    """A statement that SQLite refuses is told with the database's path."""
    with pytest.raises(StatementError, match=r"paperboy\.db: NOT NULL"):
        async with database.write() as session:
            await session.run("INSERT INTO setting (name, value) VALUES ('a', NULL)")


async def test_text_that_is_no_utf8_is_stored(database: Database) -> None:
    """Half a surrogate pair becomes a question mark; zero characters and quotes stay."""
    settings = SettingRows(database)
    await settings.set("a\ud83d", "b\udc00'; DROP TABLE setting; --\0c")
    assert await settings.get("a?") == "b?'; DROP TABLE setting; --\0c"


async def test_numbers_beyond_64_bits_find_nothing(database: Database) -> None:
    """A number that no row can have is unknown, not an error."""
    assert await DeliveryRows(database).edition_of_part(10**30) is None
    assert await PaperRows(database).get([10**30, -(10**30)]) == {}


async def test_close_waits_for_writers_and_happens_once(tmp_path: Path) -> None:
    """Closing lets a transaction end; a second time does nothing."""
    database = await Database.connect(tmp_path / "paperboy.db")
    async with database.write() as session:
        closing = asyncio.create_task(database.close())
        await remember(session, "a")
    await closing
    await database.close()
    async with Database.open(tmp_path / "paperboy.db") as again:
        assert await SettingRows(again).get("a") == "x"


async def test_urgent_writers_go_first() -> None:
    """Those who wait get their turn in the order of arrival, the urgent ones before the others."""
    turns, order = Turns(), list[str]()

    async def write(name: str, *, urgent: bool) -> None:
        async with turns.turn(urgent=urgent):
            order.append(name)

    async with turns.turn(urgent=False):
        tasks = [
            asyncio.create_task(write(name, urgent=name.startswith("urgent")))
            for name in ("import 1", "urgent 1", "import 2", "urgent 2")
        ]
        await asyncio.sleep(0)  # each has asked by now
        assert turns.waiting == len(tasks)
    await asyncio.gather(*tasks)
    assert order == ["urgent 1", "urgent 2", "import 1", "import 2"]


@pytest.mark.parametrize("at_the_same_moment", [False, True])
async def test_cancelled_waiter_holds_nobody_up(at_the_same_moment: bool) -> None:
    """One that is cancelled while it waits, or as its turn comes, passes the turn on."""
    turns = Turns()

    async def write() -> bool:
        async with turns.turn(urgent=True):
            return True

    async with turns.turn(urgent=True):
        first, second = asyncio.create_task(write()), asyncio.create_task(write())
        await asyncio.sleep(0)  # both have asked by now
        assert turns.waiting == 2
        if not at_the_same_moment:
            first.cancel()
    first.cancel()
    with pytest.raises(asyncio.CancelledError):
        await first
    assert await second
    assert await write()


async def test_backup_is_a_whole_database(database: Database, tmp_path: Path) -> None:
    """A backup made while the database is open opens on its own and has everything."""
    await stored_papers(database, 5)
    target = tmp_path / "kept" / "copy.db"
    target.parent.mkdir()
    await database.backup(target)
    assert [file.name for file in target.parent.iterdir()] == ["copy.db"]
    async with Database.open(target) as copy:
        assert (await PaperRows(copy).holdings()).papers == 5


async def test_backup_overwrites_nothing(database: Database, tmp_path: Path) -> None:
    """A file that is there already is left alone."""
    target = tmp_path / "copy.db"
    target.write_text("mine")
    with pytest.raises(BackupError, match="it exists already"):
        await database.backup(target)
    assert target.read_text() == "mine"


async def test_failed_backup_leaves_nothing(database: Database, tmp_path: Path) -> None:
    """A backup into a folder that does not exist is an error with a remedy."""
    with pytest.raises(BackupError, match="see that its folder exists"):
        await database.backup(tmp_path / "nowhere" / "copy.db")
    assert not (tmp_path / "nowhere").exists()


async def test_kill_inside_a_transaction_leaves_none_of_it(tmp_path: Path) -> None:
    """A process killed before its commit has changed nothing since the last one."""
    path = tmp_path / "paperboy.db"
    assert killed("inside_upsert", str(path)) == -9
    async with Database.open(path) as database:
        papers = PaperRows(database)
        assert [row.title for row in await papers.titles()] == ["Paper 0", "Paper 1", "Paper 2"]
        async with database.read() as session:
            (check,) = await session.rows("PRAGMA integrity_check")
        assert check[0] == "ok"


async def test_kill_after_a_claim_leaves_it_to_be_reopened(tmp_path: Path) -> None:
    """A part that was being sent when its process was killed comes back as `sending`."""
    path = tmp_path / "paperboy.db"
    assert killed("after_claim", str(path)) == -9
    async with Database.open(path) as database:
        deliveries = DeliveryRows(database)
        assert await deliveries.open_parts() == 1
        assert await deliveries.reopen() == 1

"""What changed of the titles, by number: whoever wrote it, in the transaction of the change."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from storage_samples import FULL, NOW, SPARSE, numbered, stored_papers

from bot.core.papers import Signals
from bot.services.ports import TitleChange, TitleRow
from bot.storage.database import Database
from bot.storage.errors import StatementError
from bot.storage.migrate import load_steps, prepare
from bot.storage.papers import PaperRows
from bot.storage.title_changes import TitleChanges
from bot.storage.title_snapshot import title_snapshot


async def test_each_change_has_a_number_and_the_last_of_a_paper_stays(database: Database) -> None:
    """New, renamed, voted for: what is asked for is what came after a number, in order."""
    papers, changes = PaperRows(database), TitleChanges(database)
    assert (await changes.version(), await changes.last_key()) == (0, 0)
    assert await changes.since(0, 10) == []
    await papers.upsert([SPARSE, FULL], NOW)
    assert await changes.since(0, 10) == [
        TitleChange(1, 1, SPARSE.title, 0),
        TitleChange(2, 2, FULL.title, FULL.signals.upvotes),
    ]
    await papers.upsert([replace(SPARSE, title="Renamed")], NOW)
    assert await changes.since(2, 10) == [TitleChange(3, 1, "Renamed", 0)]
    await papers.upsert([replace(FULL, signals=Signals(99))], NOW)
    assert [one.version for one in await changes.since(0, 10)] == [3, 4]
    assert (await changes.version(), await changes.last_key()) == (4, 2)
    assert await changes.since(0, 1) == [TitleChange(3, 1, "Renamed", 0)]
    assert [await changes.count_since(after, 10) for after in (0, 3, 4)] == [2, 1, 0]
    assert await changes.count_since(0, 1) == 1


async def test_what_an_index_does_not_need_is_no_change(database: Database) -> None:
    """A longer abstract, the same word once more."""
    papers, changes = PaperRows(database), TitleChanges(database)
    await papers.upsert([SPARSE], NOW)
    await papers.upsert([SPARSE], NOW)
    await papers.upsert([replace(SPARSE, abstract="Said at last.")], NOW)
    assert await changes.version() == 1


async def test_a_paper_that_became_another_is_gone(database: Database) -> None:
    """The winner stays; a row that somebody deletes by hand is gone, too."""
    papers, changes = PaperRows(database), TitleChanges(database)
    await papers.upsert([SPARSE, FULL, numbered(3)], NOW)
    await papers.upsert([replace(SPARSE, ids=(*SPARSE.ids, *FULL.ids))], NOW)
    async with database.write() as session:
        await session.run("DELETE FROM paper_id WHERE paper = 3")
        await session.run("DELETE FROM paper WHERE key = 3")
    titles = {one.key: one.title for one in await changes.since(0, 10)}
    assert titles == {1: SPARSE.title, 2: None, 3: None}


async def test_a_change_that_was_rolled_back_has_no_number(database: Database) -> None:
    """Number and change are of one transaction."""
    changes = TitleChanges(database)
    await stored_papers(database, 2)
    with pytest.raises(StatementError, match="NOT NULL"):
        await half_done(database)
    assert await changes.version() == 2
    assert "Never" not in {one.title for one in await changes.since(0, 10)}


async def half_done(database: Database) -> None:
    """Change a title, then do what cannot be done."""
    async with database.write() as session:
        await session.run("UPDATE paper SET title = 'Never'")
        await session.run("UPDATE paper SET title = NULL")


async def test_a_number_is_never_given_twice(database: Database) -> None:
    """Not even where the only change so far is changed again."""
    changes = TitleChanges(database)
    await stored_papers(database, 1)
    for version in (2, 3):
        async with database.write() as session:
            await session.run("UPDATE paper SET upvotes = upvotes + 1")
        assert await changes.version() == version


async def test_changes_are_found_by_an_index(database: Database) -> None:
    """One query over what changed, however many papers there are."""
    async with database.read() as session:
        plan = await session.rows(
            """EXPLAIN QUERY PLAN SELECT * FROM title_change
               LEFT JOIN paper ON paper.key = title_change.paper
               WHERE title_change.version > 5 ORDER BY title_change.version LIMIT 3"""
        )
    assert [row["detail"].split(" ")[0] for row in plan] == ["SEARCH", "SEARCH"]


async def test_a_stamp_is_known_where_it_was_noted(database: Database) -> None:
    """And nowhere else."""
    changes = TitleChanges(database)
    await changes.note("mine", 7)
    assert (await changes.stamped("mine"), await changes.stamped("")) == (7, None)


async def test_an_older_database_has_no_changes_and_counts_from_now_on(tmp_path: Path) -> None:
    """Its papers are in no index yet."""
    path = tmp_path / "paperboy.db"
    prepare(path, load_steps()[:2])
    with closing(sqlite3.connect(path)) as file, file:
        file.execute(
            """INSERT INTO paper (ids, title, released, source, first_seen, updated)
               VALUES ('[]', 'Before', '2026-08-21', 'x', 0, 0)"""
        )
    async with Database.open(path) as database:
        changes = TitleChanges(database)
        assert (await changes.version(), await changes.last_key()) == (0, 1)
        assert [row.title for row in await PaperRows(database).titles()] == ["Before"]
        await stored_papers(database, 1)
        assert [one.key for one in await changes.since(0, 10)] == [2]


async def test_a_snapshot_is_of_one_moment(database: Database) -> None:
    """What is stored while it is read is not in it, and not in its version."""
    papers = PaperRows(database)
    await papers.upsert([SPARSE, FULL], NOW)
    await papers.upsert([replace(SPARSE, ids=(*SPARSE.ids, *FULL.ids))], NOW)
    version = await TitleChanges(database).version()
    with title_snapshot(database.path) as snapshot:
        await stored_papers(database, 5)
        rows = list(snapshot.titles)
    assert rows == [TitleRow(1, SPARSE.title, FULL.signals.upvotes)]
    assert (snapshot.version, snapshot.last_key) == (version, 2)


def test_a_snapshot_of_nothing_is_an_error(tmp_path: Path) -> None:
    """Nothing is created."""
    with pytest.raises(StatementError), title_snapshot(tmp_path / "none.db"):
        pass
    assert list(tmp_path.iterdir()) == []

"""Votes over time: what a day's last word was, through changes, merges, imports and pruning."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from storage_samples import DAY, FRIDAY, NOW, numbered

from bot.core.papers import NEVER, Signals
from bot.core.topics import Tagged
from bot.core.trending import KEPT, Voted
from bot.storage.database import Database
from bot.storage.migrate import load_steps
from bot.storage.papers import PaperRows

if TYPE_CHECKING:
    from pathlib import Path

    from bot.core.papers import PaperDraft

OLDEST = FRIDAY - KEPT
VOTES = "SELECT paper, day, upvotes FROM paper_votes ORDER BY paper, day"


def voted(number: int, votes: int, released: date = FRIDAY, **changed: object) -> PaperDraft:
    """Make a draft with votes."""
    return numbered(number, signals=Signals(votes), released=released, **changed)


async def told(papers: PaperRows, after: int, *drafts: PaperDraft) -> None:
    """Store drafts so many days after Friday."""
    await papers.upsert(drafts, NOW + after * DAY)


async def rows(database: Database) -> list[tuple[object, ...]]:
    """Return what is noted."""
    async with database.read() as session:
        return [tuple(row) for row in await session.rows(VOTES)]


async def test_a_days_last_word_is_noted(database: Database) -> None:
    """Once a paper and day; a day without a change has no row, and no votes are no word."""
    papers = PaperRows(database)
    await told(papers, 0, voted(1, 5), voted(2, 0))
    await told(papers, 0, voted(1, 9))
    await told(papers, 1, voted(1, 9, abstract="More is known."))
    await told(papers, 2, voted(1, 12), voted(2, 1))
    assert await rows(database) == [
        (1, "2026-08-21", 9),
        (1, "2026-08-23", 12),
        (2, "2026-08-23", 1),
    ]


async def test_history_is_not_noted(database: Database) -> None:
    """What came out more than sixty days before it is told, or never did."""
    papers = PaperRows(database)
    edge = FRIDAY - timedelta(days=60)
    await told(papers, 0, voted(1, 5, edge), voted(2, 5, edge - DAY), voted(3, 5, NEVER))
    await told(papers, 0, voted(2, 9, edge - DAY))
    assert await rows(database) == [(1, "2026-08-21", 5)]


async def test_votes_follow_a_merge(database: Database) -> None:
    """Of two papers that were one the greater count of each day stays, and nothing is left."""
    papers = PaperRows(database)
    await told(papers, 0, voted(1, 5), voted(2, 30))
    await told(papers, 1, voted(2, 40))
    both = replace(voted(1, 41), ids=("openreview:2608.00001", "openreview:2608.00002"))
    await told(papers, 2, both)
    assert await rows(database) == [
        (1, "2026-08-21", 30),
        (1, "2026-08-22", 40),
        (1, "2026-08-23", 41),
    ]


async def test_votes_are_read_as_of_when_a_period_began(database: Database) -> None:
    """The last word before it, else the first one known; public papers that are not withdrawn."""
    papers = PaperRows(database)
    await told(papers, 0, voted(1, 5), voted(2, 7), voted(3, 9), voted(4, 9, source="added:1"))
    await told(papers, 1, voted(1, 8))
    await told(papers, 2, voted(1, 20), voted(3, 10, withdrawn=True), voted(5, 3))
    first = FRIDAY + 2 * DAY
    assert await papers.voted(first, OLDEST) == [
        Voted(1, FRIDAY, 20, 8, FRIDAY + DAY),
        Voted(2, FRIDAY, 7, 7, FRIDAY),
        Voted(5, FRIDAY, 3, 3, first),
    ]
    assert await papers.voted(first, FRIDAY + DAY) == []


async def test_old_votes_are_forgotten(database: Database) -> None:
    """Day by day, however often."""
    papers = PaperRows(database)
    for day in range(3):
        await told(papers, day, voted(1, 5 + day))
    assert await papers.forget_votes(FRIDAY + 2 * DAY) == 2
    assert await papers.forget_votes(FRIDAY + 2 * DAY) == 0
    assert await rows(database) == [(1, "2026-08-23", 7)]


async def test_what_papers_are_about_is_read_alone(database: Database) -> None:
    """The public ones of the days asked for, not what was merged or withdrawn."""
    papers = PaperRows(database)
    await told(
        papers,
        0,
        numbered(1, keywords=("a", "b"), categories=("cs.lg",)),
        numbered(2, keywords=("c",), released=FRIDAY - DAY),
        numbered(3, keywords=("d",), source="added:1"),
        numbered(4, keywords=("e",), withdrawn=True),
    )
    assert await papers.tagged_since(FRIDAY) == [Tagged(FRIDAY, ("a", "b"), ("cs.lg",))]


async def test_an_older_database_begins_with_the_votes_it_has(tmp_path: Path) -> None:
    """As of when each paper was last told."""
    path, steps = tmp_path / "paperboy.db", load_steps()
    async with Database.open(path, steps=steps[:7]):
        pass
    with closing(sqlite3.connect(path)) as connection, connection:
        for key, (day, votes, winner) in enumerate(
            [("2026-08-21", 5, None), ("2026-08-21", 0, None), ("2026-01-01", 5, None),
             ("2026-08-21", 5, 1)],
            start=1,
        ):  # fmt: skip
            connection.execute(
                """INSERT INTO paper (key, merged_into, ids, title, released, source, upvotes,
                                      first_seen, updated)
                   VALUES (?, ?, '[]', 'T', ?, 's', ?, 0, ?)""",
                [key, winner, day, votes, int(NOW.timestamp())],
            )
    async with Database.open(path) as database:
        assert await rows(database) == [(1, "2026-08-21", 5)]

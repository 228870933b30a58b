"""The full-text index: every living paper's row and every word, however the file came about."""

from __future__ import annotations

import asyncio
import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from storage_samples import DAY, FRIDAY, FULL, NOW, SPARSE, numbered

from bot.core.papers import NEVER, Paper, PaperDraft, Signals
from bot.core.query import fts_row, parse
from bot.services.ports import PaperLabel
from bot.storage.database import Database
from bot.storage.errors import StatementError
from bot.storage.migrate import load_steps, prepare
from bot.storage.paper_index import day_at, index_row, key_at, place, words_of
from bot.storage.paper_merge import first_told
from bot.storage.paper_rows import paper_values
from bot.storage.papers import PaperRows

PUBLISHED = Path(__file__).parents[2] / "benchmarks" / "search_queries.txt"
ENDLESS = "WITH RECURSIVE n (x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT x FROM n"


@given(st.dates(), st.integers(1, 2**32 - 1), st.dates(), st.integers(1, 2**32 - 1))
def test_places_are_in_the_order_of_days_then_keys(
    day: date, key: int, other_day: date, other_key: int
) -> None:
    """A place tells its day and its key, and fits SQLite's rowids."""
    one, other = place(day, key), place(other_day, other_key)
    assert (day_at(one), key_at(one)) == (day, key)
    assert (one < other) == ((day, key) < (other_day, other_key))
    assert 0 < one < 2**63


def test_an_old_database_is_indexed_anew(tmp_path: Path) -> None:
    """The step to the present index leaves what a database filled today would have."""
    path = tmp_path / "paperboy.db"
    drafts = [FULL, SPARSE, replace(SPARSE, released=NEVER), replace(FULL, withdrawn=True)]
    papers = [
        replace(first_told(key, draft), ids=(f"x:{key}",)) for key, draft in enumerate(drafts, 1)
    ]
    papers += [replace(papers[1], key=5, signals=Signals(1_000_003), categories=("q-bio.nc",))]
    prepare(path, load_steps()[:1])
    with closing(sqlite3.connect(path)) as file, file:
        for paper in papers:
            store_first(file, paper)
        file.executemany(
            "INSERT INTO paper_text (rowid, title, abstract, authors, keywords)"
            " VALUES (?, ?, ?, ?, ?)",
            [(paper.key, *fts_row(paper)[:4]) for paper in papers],
        )
        merge(file, loser=5, winner=2)
    prepare(path, load_steps())
    living = sorted(index_row(paper) for paper in papers[:3])
    with closing(sqlite3.connect(path)) as file:
        rows = file.execute("SELECT rowid, * FROM paper_text ORDER BY rowid").fetchall()
        words = {word for (word,) in file.execute("SELECT word FROM paper_word")}
    assert rows == living
    assert words - {"\ue000"} == words_of(living)


def store_first(file: sqlite3.Connection, paper: Paper) -> None:
    """Store as the first version did: what a paper had then."""
    held = [name for (_, name, *_) in file.execute("PRAGMA table_info (paper)")]
    values = {name: value for name, value in paper_values(paper, 0).items() if name in held}
    values |= {"first_seen": 0, "updated": 0}
    file.execute(
        f"INSERT INTO paper ({', '.join(values)}) VALUES ({', '.join(map(':{}'.format, values))})",  # noqa: S608 - names of columns
        values,
    )


def merge(file: sqlite3.Connection, *, loser: int, winner: int) -> None:
    """Merge as the first version did."""
    file.execute("UPDATE paper SET merged_into = ? WHERE key = ?", (winner, loser))
    file.execute("DELETE FROM paper_text WHERE rowid = ?", (loser,))


async def test_what_takes_too_long_is_stopped(database: Database) -> None:
    """The rows that came are kept but for the last, and the connection is as good as before."""
    async with database.read() as session:
        rows, finished = await session.rows_within(0.05, ENDLESS)
        assert not finished
        assert [row["x"] for row in rows] == list(range(1, len(rows) + 1))
        assert await session.rows_within(60, f"{ENDLESS} LIMIT 100") == (
            await session.rows(f"{ENDLESS} LIMIT 100"),
            True,
        )
        with pytest.raises(StatementError):
            await session.rows_within(60, "SELECT * FROM nowhere")
        await asyncio.sleep(0)
        assert len(await session.rows("SELECT 1")) == 1


async def test_labels_name_papers_in_short(database: Database) -> None:
    """Title, first author and year; a merged key leads to the winner, an unknown one nowhere."""
    papers = PaperRows(database)
    await papers.upsert([FULL, replace(SPARSE, published=date(1999, 1, 2)), numbered(3)], NOW)
    await papers.upsert([replace(SPARSE, ids=(*SPARSE.ids, *numbered(3).ids))], NOW)
    whole = await papers.get([1, 2, 3])
    labels = await papers.labels([1, 2, 3, 4])
    assert labels == {key: PaperLabel.of(paper) for key, paper in whole.items()}
    assert labels[1] == PaperLabel(1, FULL.title, ("Ada Lovelace",), 2026)
    assert (labels[3].key, labels[3].authors, labels[3].year) == (2, (), 1999)


@pytest.mark.parametrize(
    ("typed", "names"),
    [
        ("lo", ["Ada Lovelace"]),
        ("ada", ["Ada Lovelace", "Ada Kaiser"]),
        ("Ada K", ["Ada Kaiser"]),
        ("lovelace ada", []),
        ("world", []),
        ("", ["Ada Lovelace", "Ada Kaiser"]),
    ],
)
@pytest.mark.parametrize("words", [300, 0])
async def test_authors_are_found_by_what_their_names_begin_with(
    database: Database, monkeypatch: pytest.MonkeyPatch, typed: str, names: list[str], words: int
) -> None:
    """Side by side within one name; words of titles are no names."""
    monkeypatch.setattr("bot.storage.search_names._WORDS", words)
    papers = PaperRows(database)
    drafts: list[PaperDraft] = [
        numbered(1, title="World of ada", authors=("Ada Lovelace", "Ada Kaiser")),
        numbered(2, title="Lovelace", authors=("Ada Lovelace",)),
    ]
    await papers.upsert(drafts, NOW)
    assert await papers.authors(typed, 25) == names


async def test_holdings_follow_every_change(database: Database) -> None:
    """Counted once, and again when something came or two papers became one."""
    papers = PaperRows(database)
    assert (await papers.holdings()).papers == 0
    await papers.upsert([SPARSE, numbered(2, released=FRIDAY - DAY)], NOW)
    held = await papers.holdings()
    assert (held.papers, held.oldest, held.newest) == (2, FRIDAY - DAY, FRIDAY)
    await papers.upsert([replace(SPARSE, ids=(*SPARSE.ids, *numbered(2).ids))], NOW)
    assert (await papers.holdings()).papers == 1


def test_every_published_search_parses() -> None:
    """The list that the benchmark asks has 500 searches, each another one."""
    lines = PUBLISHED.read_text("utf-8").splitlines()
    searches = [line for line in lines if line and not line.startswith("# ")]
    assert len(set(searches)) == len(searches) == 500
    for search in searches:
        parse(search)

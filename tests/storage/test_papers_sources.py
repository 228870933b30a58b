"""Who told of a paper: ``source:`` finds it by each of them, and nobody else's name is kept."""

from __future__ import annotations

import asyncio
import json
import sqlite3
import tempfile
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from storage_samples import DAY, FRIDAY, FULL, NOW, SPARSE

from bot.core.papers import NEVER, Paper, PaperDraft, Signals
from bot.core.query import fts_row, matches, parse
from bot.core.visibility import source_name
from bot.storage.database import Database
from bot.storage.migrate import load_steps, prepare
from bot.storage.paper_index import index_row
from bot.storage.paper_merge import first_told
from bot.storage.paper_rows import paper_values
from bot.storage.papers import PaperRows

ARXIV = replace(SPARSE, source="arxiv", categories=("cs.cl",))
HF = replace(SPARSE, source="huggingface", released=FRIDAY + DAY, signals=Signals(30))
LOOKED_UP = replace(SPARSE, source="crossref", released=NEVER)
OWN = replace(SPARSE, source=source_name(7), released=NEVER)


@pytest.fixture
def papers(database: Database) -> PaperRows:
    """The papers of a new database."""
    return PaperRows(database)


async def found(papers: PaperRows, query: str) -> list[int]:
    """Return the keys that a search finds; `matches` says the same of the papers."""
    page = await papers.search(parse(query), "newest", 0, 10)
    every = (await papers.get(range(1, 10))).values()
    judged = {one.key for one in every if matches(parse(query), one) is not None}
    keys = sorted(paper.key for paper in page.papers)
    assert keys == sorted(judged)
    return keys


@pytest.mark.parametrize("order", [(ARXIV, HF), (HF, ARXIV)])
async def test_a_paper_is_of_every_source_that_told_of_it(
    papers: PaperRows, order: tuple[PaperDraft, ...]
) -> None:
    """Whichever brought it out last; who refuses one of them refuses the paper."""
    for draft in order:
        await papers.upsert([draft], NOW)
    for query in ("source:arxiv", "source:huggingface", "-source:nature", "category:cs.cl"):
        assert await found(papers, query) == [1]
    refusing = ("-source:arxiv", "-source:huggingface", 'source:"arxiv huggingface"')
    for query in (*refusing, "source:nature"):
        assert await found(papers, query) == []


async def test_who_looked_it_up_told_of_it(papers: PaperRows) -> None:
    """Before a source brought it out, or after."""
    await papers.upsert([LOOKED_UP], NOW)
    await papers.upsert([ARXIV], NOW)
    await papers.upsert([replace(LOOKED_UP, source="openalex")], NOW)
    for name in ("crossref", "openalex", "arxiv"):
        assert await found(papers, f"source:{name}") == [1]


async def test_two_that_become_one_have_the_sources_of_both(papers: PaperRows) -> None:
    """Also those that were not the last of either."""
    await papers.upsert([ARXIV, HF, FULL, replace(FULL, source="nature")], NOW)
    await papers.upsert([replace(ARXIV, ids=(*SPARSE.ids, *FULL.ids))], NOW)
    for name in ("arxiv", "huggingface", "nature"):
        assert await found(papers, f"source:{name}") == [1]


@pytest.mark.parametrize("order", [(OWN, ARXIV, HF), (ARXIV, OWN, HF), (HF, ARXIV, OWN)])
async def test_no_server_s_own_source_stands_at_a_public_paper(
    papers: PaperRows, order: tuple[PaperDraft, ...]
) -> None:
    """Nobody can find out by ``source:`` what a server reads."""
    for draft in order:
        await papers.upsert([draft], NOW)
    (paper,) = set((await papers.get([1, 2])).values())
    assert (paper.source, paper.also) == ("huggingface", ("arxiv",))
    assert await found(papers, 'source:"added 7"') == []


async def test_however_many_tell_of_it_some_are_remembered(papers: PaperRows) -> None:
    """A paper is no place to store names."""
    for number in range(60):
        await papers.upsert([replace(SPARSE, source=f"feed {number:02}")], NOW)
    paper = (await papers.get([1]))[1]
    assert paper.source == "feed 00"
    assert len(paper.also) == 50


TOLD = st.lists(
    st.builds(
        replace,
        st.sampled_from([SPARSE, FULL, replace(SPARSE, ids=(*SPARSE.ids, *FULL.ids))]),
        source=st.sampled_from(["arxiv", "huggingface", "our lab", "lab", "added:3"]),
        released=st.sampled_from([NEVER, FRIDAY, FRIDAY + DAY]),
    ),
    max_size=8,
)


@settings(max_examples=40, deadline=None)
@given(drafts=TOLD, size=st.integers(1, 4))
def test_search_and_the_core_agree_on_who_told(drafts: list[PaperDraft], size: int) -> None:
    """However papers were told of and joined."""
    asyncio.run(_agree(drafts, size))


async def _agree(drafts: list[PaperDraft], size: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        async with Database.open(Path(folder) / "p.db", readers=1) as database:
            papers = PaperRows(database)
            for start in range(0, len(drafts), size):
                await papers.upsert(drafts[start : start + size], NOW)
            shelf = set((await papers.get(range(1, 20))).values())
            public = [one for one in shelf if not one.source.startswith("added:")]
            for name in ("arxiv", "huggingface", '"our lab"', "lab", "added"):
                for query in (parse(f"source:{name}"), parse(f"-source:{name}")):
                    page = await papers.search(query, "newest", 0, 20)
                    expected = {one.key for one in public if matches(query, one) is not None}
                    assert {one.key for one in page.papers} == expected
            for one in public:
                assert one.source not in one.also
                assert not any(name.startswith("added:") for name in one.also)


def _stored(file: sqlite3.Connection, paper: Paper, origins: dict[str, str]) -> None:
    """Store a paper and its row of the index as version 12 did."""
    held = [name for (_, name, *_) in file.execute("PRAGMA table_info (paper)")]
    values = {name: value for name, value in paper_values(paper, 0).items() if name in held}
    values |= {"first_seen": 0, "updated": 0, "origins": json.dumps(origins) if origins else None}
    file.execute(
        f"INSERT INTO paper ({', '.join(values)}) VALUES ({', '.join(map(':{}'.format, values))})",  # noqa: S608 - names of columns
        values,
    )
    if paper.source.startswith("added:"):
        return
    row = index_row(paper)
    file.execute("INSERT INTO paper_text VALUES (?, ?, ?, ?, ?)", fts_row(paper))
    file.execute("UPDATE paper_text SET rowid = ? WHERE rowid = last_insert_rowid()", row[:1])


def test_an_old_database_learns_who_told(tmp_path: Path) -> None:
    """As far as fields were theirs; the index finds it, and what a server added stays its own."""
    path = tmp_path / "paperboy.db"
    papers = [
        first_told(key, replace(draft, ids=(f"x:{key}",)))
        for key, draft in enumerate([ARXIV, HF, replace(FULL, source="added:3")], 1)
    ]
    prepare(path, load_steps()[:12])
    with closing(sqlite3.connect(path)) as file, file:
        _stored(file, papers[0], {})
        _stored(file, papers[1], {"title": "our lab", "venue": "arxiv", "authors": "our lab"})
        _stored(file, papers[2], {"title": "added:4"})
    prepare(path, load_steps())
    with closing(sqlite3.connect(path)) as file:
        also = [json.loads(one) for (one,) in file.execute("SELECT also FROM paper ORDER BY key")]
        rows = file.execute("SELECT rowid, * FROM paper_text ORDER BY rowid").fetchall()
        known = {word for (word,) in file.execute("SELECT word FROM paper_word")}
    assert also == [[], ["arxiv", "our lab"], []]
    told = replace(papers[1], also=("arxiv", "our lab"))
    assert rows == sorted([index_row(papers[0]), index_row(told)])
    assert {"\ue004arxiv", "\ue004our", "\ue004lab"} <= known

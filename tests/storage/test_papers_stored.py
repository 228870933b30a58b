"""Papers: what a source told is kept, the newest word counts, and nothing known is wiped."""

from __future__ import annotations

import json
import sqlite3
from dataclasses import fields, replace
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from storage_samples import DAY, FRIDAY, FULL, NOW, SPARSE, numbered

from bot.core.papers import Links, MachineSummary, Paper, PaperDraft, Signals
from bot.services.ports import Holdings, SourceHealth, TitleRow, Upserted
from bot.storage.papers import PaperRows

if TYPE_CHECKING:
    from bot.storage.database import Database

RECORDED = Path(__file__).parents[3] / "shared" / "data" / "hf_daily"


def as_paper(key: int, draft: PaperDraft) -> Paper:
    """The paper that a draft becomes where nothing was known."""
    names = {field.name for field in fields(draft)} - {"corrects"}
    return Paper(key, **{name: getattr(draft, name) for name in names})


@pytest.fixture
def papers(database: Database) -> PaperRows:
    """The papers of a new database."""
    return PaperRows(database)


@pytest.mark.parametrize("draft", [SPARSE, FULL])
async def test_every_field_comes_back(papers: PaperRows, draft: PaperDraft) -> None:
    """A stored paper is its draft with a key, whether its optional fields are there or not."""
    assert await papers.upsert([draft], NOW) == Upserted(new=(1,))
    assert await papers.get([1]) == {1: as_paper(1, draft)}
    for external in draft.ids:
        assert await papers.by_external(external) == as_paper(1, draft)


async def test_a_change_is_noticed(papers: PaperRows) -> None:
    """New papers, other votes and two that become one; what stays as it was is none."""
    seen = [papers.changes]
    other = replace(SPARSE, ids=("doi:10.1000/twin",))
    for drafts in ([SPARSE, other], [replace(SPARSE, signals=Signals(99))]):
        for _ in range(2):
            await papers.upsert(drafts, NOW)
            seen.append(papers.changes)
    await papers.upsert([replace(SPARSE, ids=(*SPARSE.ids, *other.ids))], NOW)
    seen.append(papers.changes)
    assert [before != after for before, after in pairwise(seen)] == [
        True,
        False,
        True,
        False,
        True,
    ]


@pytest.mark.parametrize("back", [-1, 0, 1])
@pytest.mark.parametrize("first", ["day", "year"])
async def test_the_exact_day_stays(papers: PaperRows, first: str, back: int) -> None:
    """A year alone fills what is missing and takes no day away, whoever says it when."""
    exact = replace(FULL, dated="day", venue=None)
    vague = replace(FULL, released=FRIDAY + back * DAY, published=date(2026, 1, 1), dated="year")
    for draft in sorted((exact, vague), key=lambda draft: draft.dated != first):
        await papers.upsert([draft], NOW)
    paper = (await papers.get([1]))[1]
    assert (paper.published, paper.dated, paper.venue) == (exact.published, "day", FULL.venue)


async def test_unknown_papers_are_absent(papers: PaperRows) -> None:
    """Nobody's key and nobody's id lead nowhere."""
    assert await papers.get([]) == {}
    assert await papers.get([1, 2]) == {}
    assert await papers.by_external("arxiv:0000.00000") is None
    assert await papers.upsert([], NOW) == Upserted()


async def test_second_time_nothing_changes(papers: PaperRows, database: Database) -> None:
    """A draft told again is unchanged, and its row is not even written."""
    await papers.upsert([SPARSE, FULL], NOW)
    assert await papers.upsert([FULL, SPARSE], NOW + DAY) == Upserted(unchanged=2)
    async with database.read() as session:
        rows = await session.rows("SELECT DISTINCT first_seen, updated FROM paper")
    assert [tuple(row) for row in rows] == [(NOW.timestamp(), NOW.timestamp())]


async def test_keys_are_never_reused(papers: PaperRows, database: Database) -> None:
    """After the newest paper is deleted the next one gets another key."""
    await papers.upsert([SPARSE, FULL], NOW)
    async with database.write() as session:
        await session.run("DELETE FROM paper WHERE key = 2")
    assert (await papers.upsert([numbered(9)], NOW)).new == (3,)


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({"signals": Signals(8, 1, 4)}, {"signals": Signals(8, 1, 4)}),
        ({"signals": Signals(8, 0, None)}, {"signals": Signals(8, 0, 4)}),
        ({"signals": Signals(0, 0, 9)}, {"signals": Signals(12, 3, 9)}),
        ({"signals": Signals()}, {}),
        ({"title": "A Better Title"}, {"title": "A Better Title"}),
        ({"authors": ()}, {}),
        ({"authors": ("Ada Lovelace",)}, {"authors": ("Ada Lovelace",)}),
        ({"abstract": ""}, {}),
        ({"abstract": "More."}, {"abstract": "More."}),
        ({"keywords": (), "categories": ()}, {}),
        ({"published": None, "organization": None, "summary": None}, {}),
        ({"summary": MachineSummary("Other.")}, {"summary": MachineSummary("Other.")}),
        ({"links": Links()}, {}),
        (
            {"links": Links(code="https://b.org")},
            {"links": replace(FULL.links, code="https://b.org")},
        ),
        ({"released": FRIDAY - DAY, "source": "Older"}, {"also": ("Older",)}),
        ({"released": FRIDAY, "source": "Other"}, {"also": ("Other",)}),
        (
            {"released": FRIDAY + DAY, "source": "Newer"},
            {"released": FRIDAY + DAY, "source": "Newer", "also": (FULL.source,)},
        ),
        ({"withdrawn": True}, {"withdrawn": True}),
        ({"ids": ("acl:P1", "doi:10.1000/xyz")}, {"ids": (*FULL.ids, "acl:P1")}),
    ],
)
async def test_newest_word_counts_and_silence_wipes_nothing(
    papers: PaperRows, change: dict[str, object], expected: dict[str, object]
) -> None:
    """One field told anew: the paper afterwards, and whether it counts as updated."""
    await papers.upsert([FULL], NOW)
    counts = await papers.upsert([replace(FULL, **change)], NOW)  # type: ignore[arg-type] - by name
    assert (await papers.get([1]))[1] == replace(as_paper(1, FULL), **expected)  # type: ignore[arg-type] - by name
    assert counts == (Upserted(updated=(1,)) if expected else Upserted(unchanged=1))


async def test_withdrawn_stays_withdrawn(papers: PaperRows) -> None:
    """A source that does not know of the withdrawal does not undo it."""
    await papers.upsert([replace(SPARSE, withdrawn=True)], NOW)
    await papers.upsert([replace(SPARSE, signals=Signals(5))], NOW)
    assert (await papers.get([1]))[1].withdrawn


async def test_draft_without_an_id_stores_nothing(papers: PaperRows) -> None:
    """A draft that could never be found again is an error, and its neighbours are not stored."""
    with pytest.raises(ValueError, match="without an external id"):
        await papers.upsert([FULL, replace(SPARSE, ids=())], NOW)
    assert (await papers.holdings()).papers == 0


async def test_one_paper_twice_in_a_batch(papers: PaperRows) -> None:
    """Two drafts of one paper in one batch make one paper; the later one's votes count."""
    first, second = replace(FULL, signals=Signals(1)), replace(FULL, signals=Signals(2))
    assert await papers.upsert([first, second, first], NOW) == Upserted(new=(1,))
    assert (await papers.get([1]))[1].signals == Signals(1)


async def test_hostile_text_is_only_text(papers: PaperRows) -> None:
    """Ten thousand letters, quotes, zero characters and brackets come back as they went in."""
    title = "x" * 10_000 + "'); DROP TABLE paper; --\0\u202e\"[]{}"
    draft = replace(FULL, title=title, authors=(title, '","'), keywords=("[", "\\"))
    await papers.upsert([draft], NOW)
    assert (await papers.get([1]))[1] == as_paper(1, draft)


async def test_released_since_is_newest_day_first(papers: PaperRows) -> None:
    """Papers of a day or later come newest day first, then by key, withdrawn ones too."""
    days = [FRIDAY - DAY, FRIDAY, FRIDAY - 3 * DAY, FRIDAY]
    drafts = [numbered(n, released=day, withdrawn=n == 3) for n, day in enumerate(days)]
    await papers.upsert(drafts, NOW)
    assert [p.key for p in await papers.released_since(FRIDAY - DAY)] == [2, 4, 1]
    assert await papers.newest_day() == FRIDAY
    assert await papers.holdings() == Holdings(4, FRIDAY - 3 * DAY, FRIDAY)


async def test_nothing_indexed_is_said(papers: PaperRows) -> None:
    """An empty database has no newest day and no titles."""
    assert await papers.newest_day() is None
    assert await papers.holdings() == Holdings(0, None, None)
    assert await papers.titles() == []
    assert await papers.authors("a", 5) == []


async def test_titles_come_in_the_order_of_keys(papers: PaperRows) -> None:
    """Every title with its votes, for the title index."""
    await papers.upsert([FULL, SPARSE], NOW)
    assert await papers.titles() == [TitleRow(1, FULL.title, 12), TitleRow(2, SPARSE.title, 0)]


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("", ["Łukasz Kaiser", "Ada Lovelace", "José Ñandú"]),
        ("luk", ["Łukasz Kaiser"]),
        ("LOVE", ["Ada Lovelace"]),
        ("ada lo", ["Ada Lovelace"]),
        ("jose nan", ["José Ñandú"]),
        ("aiser", []),
        ('"; DROP', []),
        ("* OR", []),
    ],
)
async def test_authors_by_the_start_of_a_word(
    papers: PaperRows, typed: str, expected: list[str]
) -> None:
    """Case and accents do not count; who wrote most comes first; syntax is only text."""
    authors = [("Łukasz Kaiser", "Ada Lovelace"), ("Łukasz Kaiser",), ("José Ñandú",)]
    await papers.upsert([numbered(n, authors=a) for n, a in enumerate(authors)], NOW)
    assert sorted(await papers.authors(typed, 10)) == sorted(expected)
    if len(expected) > 1:
        assert await papers.authors(typed, 1) == expected[:1]


async def test_health_keeps_the_last_of_each(papers: PaperRows) -> None:
    """A fault keeps the last good answer, a good answer takes the fault's words back."""
    await papers.note_health("hf", NOW, error=None, backfilled=True)
    await papers.note_health("arxiv", NOW, error="503")
    await papers.note_health("hf", NOW + DAY, error="timeout", trouble="late")
    assert await papers.health() == [
        SourceHealth("arxiv", None, NOW, "503", None, "unreachable"),
        SourceHealth("hf", NOW, NOW + DAY, "timeout", NOW, "late"),
    ]
    await papers.note_health("hf", NOW + 2 * DAY, error=None, backfilled=True)
    assert (await papers.health())[1] == SourceHealth("hf", NOW + 2 * DAY, NOW + DAY, None, NOW)
    await papers.forget_health("arxiv")
    assert [one.source for one in await papers.health()] == ["hf"]


async def test_naive_instants_are_refused(papers: PaperRows) -> None:
    """An instant without a zone is an error before anything is written."""
    with pytest.raises(ValueError, match="timezone"):
        await papers.upsert([SPARSE], NOW.replace(tzinfo=None))


@pytest.mark.skipif(not RECORDED.is_dir(), reason="the recorded days are not here")
async def test_recorded_days_import_twice_with_the_same_result(
    papers: PaperRows, tmp_path: Path
) -> None:
    """Forty real days: every paper is there once, and a second import adds none."""
    drafts = [
        draft for file in sorted(RECORDED.glob("*.json"))[-40:] for draft in recorded_day(file)
    ]
    for _ in range(2):
        for start in range(0, len(drafts), 100):
            await papers.upsert(drafts[start : start + 100], NOW)
        assert (await papers.holdings()).papers == len({draft.ids for draft in drafts})
    file = sqlite3.connect(tmp_path / "paperboy.db")
    assert file.execute("SELECT count(*) FROM paper_text").fetchone()[0] == len(
        await papers.titles()
    )
    file.close()


def recorded_day(file: Path) -> list[PaperDraft]:
    """Read what this room needs of a recorded day."""
    items = [item["paper"] for item in json.loads(file.read_bytes()) if isinstance(item, dict)]
    return [
        PaperDraft(
            (f"arxiv:{paper['id']}",),
            paper["title"],
            "Hugging Face",
            date.fromisoformat(file.stem),
            tuple(author["name"] for author in paper["authors"]),
            paper["summary"],
            signals=Signals(paper["upvotes"]),
        )
        for paper in items
    ]

"""Search: finds what the query means, in the order asked for, page by page, and nothing else."""

from __future__ import annotations

import asyncio
import tempfile
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from storage_samples import DAY, FRIDAY, FULL, NOW, SPARSE, numbered

from bot.core.papers import Links, Paper, Signals
from bot.core.query import (
    Author,
    Category,
    Code,
    Not,
    Organization,
    Phrase,
    Query,
    Source,
    Upvotes,
    Word,
    all_of,
    any_of,
    is_everything,
    matches,
    parse,
)
from bot.storage import search, search_rank
from bot.storage.database import Database
from bot.storage.papers import PaperRows
from bot.storage.search import COUNTED

if TYPE_CHECKING:
    from bot.core.papers import PaperDraft
    from bot.services.ports import SearchSort

WORDS = ["world", "model", "Wörld", "fine-tuning", "diffusion"]
SHELF: list[PaperDraft] = [
    numbered(
        number,
        title=f"{WORDS[number % 5]} {WORDS[number // 5 % 5]}",
        abstract=" ".join(WORDS[: number % 4]),
        authors=(("Ada Lovelace", "Łukasz Kaiser"), ("Ada Kaiser",), ())[number % 3],
        keywords=(("planning",), ())[number % 2],
        categories=(("cs.CL", "stat.ml"), ("cs.lg",), ())[number // 2 % 3],
        organization=(None, "Example Labs")[number // 3 % 2],
        signals=Signals(number * 7 % 31),
        links=Links(code="https://example.org" if number % 4 == 0 else None),
        released=FRIDAY - number % 6 * DAY,
        withdrawn=number % 11 == 5,
    )
    for number in range(60)
]

TERMS = st.one_of(
    st.builds(Word, st.sampled_from([*WORDS, "wor", "plan", "kaiser", "nowhere"]), st.booleans()),
    st.sampled_from([Phrase(("world", "model")), Phrase(("lovelace", "lukasz")), Author("kaiser")]),
    st.sampled_from([Category("cs"), Category("CS.lg"), Category("c"), Organization("labs")]),
    st.builds(Upvotes, st.sampled_from([">=", ">", "<=", "<", "="]), st.integers(0, 31)),
    st.builds(Code, st.booleans()),
    st.builds(Source, st.sampled_from(["arxiv", "our lab", "lab", "labs"])),
)
QUERIES: st.SearchStrategy[Query] = st.recursive(
    TERMS,
    lambda inner: st.one_of(
        st.builds(Not, inner),
        st.lists(inner, min_size=2, max_size=3).map(lambda parts: all_of(*parts)),
        st.lists(inner, min_size=2, max_size=3).map(lambda parts: any_of(*parts)),
    ),
    max_leaves=6,
)


@pytest.mark.parametrize("words", [1_000, 0])
def test_finds_exactly_what_the_query_matches(words: int) -> None:
    """Whatever the query, on its pages are the papers that `matches` takes, each once, in order;
    also where a beginning stands for so many words that papers have to be judged one by one.
    """
    with tempfile.TemporaryDirectory() as folder, asyncio.Runner() as runner:
        opening = Database.open(Path(folder) / "paperboy.db")
        database = runner.run(opening.__aenter__())
        papers = PaperRows(database)
        runner.run(papers.upsert(SHELF, NOW))
        runner.run(papers.upsert([replace(one, source="our lab") for one in SHELF[::3]], NOW))
        runner.run(papers.upsert([replace(one, source="labs") for one in SHELF[::4]], NOW))
        shelf = runner.run(papers.released_since(FRIDAY - 10 * DAY))

        @settings(max_examples=60)
        @given(query=QUERIES, size=st.integers(1, 40))
        def check(query: Query, size: int) -> None:
            runner.run(_check(papers, shelf, query, size))

        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(search, "_WORDS", words)
            check()
        runner.run(opening.__aexit__(None, None, None))


async def _check(papers: PaperRows, shelf: list[Paper], query: Query, size: int) -> None:
    expected = [p for p in shelf if not p.withdrawn and matches(query, p)]
    expected.sort(key=lambda paper: (paper.released, paper.key), reverse=True)
    found: list[Paper] = []
    for start in range(0, len(shelf), size):
        page = await papers.search(query, "newest", start, size)
        assert (page.total, page.capped, page.stopped) == (len(expected), False, False)
        found += page.papers
    assert found == expected
    best = await papers.search(query, "best", 0, len(shelf))
    assert {paper.key for paper in best.papers} == {paper.key for paper in expected}
    assert best.total == len(expected)


@pytest.mark.parametrize("sort", ["best", "newest"])
async def test_total_is_counted_to_a_thousand(database: Database, sort: SearchSort) -> None:
    """Up to 1,000 the total is exact, above it is capped; the pages go on."""
    papers = PaperRows(database)
    drafts = [numbered(number, title="Same") for number in range(COUNTED + 5)]
    for start in range(0, COUNTED, 500):
        await papers.upsert(drafts[start : start + 500], NOW)
    for text in ("same", "*", "-other", "upvotes:<9"):
        page = await papers.search(parse(text), sort, 0, 8)
        assert (len(page.papers), page.total, page.capped) == (8, COUNTED, False), text
    await papers.upsert(drafts[COUNTED:], NOW)
    for text in ("same", "*", "-other", "upvotes:<9"):
        page = await papers.search(parse(text), sort, COUNTED, 8)
        assert (len(page.papers), page.total, page.capped) == (5, COUNTED, True), text


async def test_best_puts_title_before_authors_before_abstract(database: Database) -> None:
    """The same word weighs most in a title, then in authors, keywords, least in the abstract."""
    filler = {"title": "Filler", "abstract": "filler", "authors": ("F",), "keywords": ("filler",)}
    places = [
        {"abstract": "zebra"},
        {"keywords": ("zebra",)},
        {"authors": ("Zebra",)},
        {"title": "Zebra"},
    ]
    drafts = [numbered(n, **(filler | place)) for n, place in enumerate(places)]
    papers = PaperRows(database)
    await papers.upsert([*drafts, *(numbered(n, **filler) for n in range(10, 20))], NOW)
    page = await papers.search(parse("zebra"), "best", 0, 10)
    assert [paper.key for paper in page.papers] == [4, 3, 2, 1]
    newest = await papers.search(parse("zebra"), "newest", 0, 10)
    assert [paper.key for paper in newest.papers] == [4, 3, 2, 1]


async def test_best_counts_a_rare_word_more(database: Database) -> None:
    """Of two words asked for, the one that few papers have decides."""
    drafts = [numbered(n, title="Common thing", abstract="") for n in range(30)]
    drafts += [numbered(40, title="Common x", abstract=""), numbered(41, title="Rare x")]
    papers = PaperRows(database)
    await papers.upsert(drafts, NOW)
    page = await papers.search(parse("rare | common"), "best", 0, 2)
    assert [paper.title for paper in page.papers] == ["Rare x", "Common x"]


@pytest.mark.parametrize("query", ["zebra", "zeb*", "zebra -other"])
async def test_best_looks_behind_the_papers_it_can_weigh(database: Database, query: str) -> None:
    """A title with the word comes first though hundreds of newer papers have it in the abstract;
    pages go on from there, each paper once.
    """
    papers = PaperRows(database)
    old = numbered(0, title="Zebra", released=FRIDAY - 90 * DAY)
    new = [numbered(n, abstract="a zebra") for n in range(1, COUNTED + 40)]
    for start in range(0, len(new), 500):
        await papers.upsert(new[start : start + 500], NOW)
    await papers.upsert([old], NOW)
    page = await papers.search(parse(query), "best", 0, 8)
    assert page.papers[0].title == "Zebra"
    assert (page.total, page.capped, page.ranked) == (COUNTED, True, None)
    seen = list(page.papers)
    for start in range(8, 1_100, 8):
        seen += (await papers.search(parse(query), "best", start, 8)).papers
    assert len(seen) == len({paper.key for paper in seen}) == len(new) + 1


async def test_best_says_among_how_many_it_chose(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of more matches than are ranked the newest are taken, and their number is told."""
    monkeypatch.setattr(search_rank, "RANKED", COUNTED + 20)
    papers = PaperRows(database)
    old = [numbered(n, title="Zebra", released=FRIDAY - n * DAY) for n in (50, 60)]
    new = [numbered(n, abstract="a zebra") for n in range(100, 100 + COUNTED + 19)]
    for start in range(0, len(new), 500):
        await papers.upsert(new[start : start + 500], NOW)
    await papers.upsert(old, NOW)
    page = await papers.search(parse("zebra"), "best", 0, 2)
    assert page.ranked == COUNTED + 20
    assert page.papers[0].released == FRIDAY - 50 * DAY
    assert page.papers[1].title != "Zebra"
    monkeypatch.setattr(search_rank, "RANKED", COUNTED)
    page = await papers.search(parse("zebra"), "best", 0, 2)
    assert page.ranked == COUNTED + 1
    assert page.papers[0].title != "Zebra"


@pytest.mark.parametrize("sort", ["best", "newest"])
async def test_judging_stops_and_says_so(
    database: Database, monkeypatch: pytest.MonkeyPatch, sort: SearchSort
) -> None:
    """A beginning of too many words is judged in so many papers only, the newest."""
    monkeypatch.setattr(search, "_WORDS", 0)
    monkeypatch.setattr(search, "_JUDGED", 20)
    monkeypatch.setattr(search, "_AT_ONCE", 10)
    papers = PaperRows(database)
    await papers.upsert([numbered(n, title=("Horse", "Zebra")[n % 2]) for n in range(40)], NOW)
    page = await papers.search(parse("zeb*"), sort, 0, 8)
    assert (len(page.papers), page.total, page.stopped) == (8, 10, True)
    async with database.read() as session:
        page = await search.search(session, parse("zeb*"), sort, 0, 8, patience=0)
    assert page.stopped
    assert page.total in {0, 5, 10}
    page = await papers.search(parse("zeb* author:nobody"), sort, 0, 8)
    assert (page.papers, page.total, page.stopped) == ((), 0, False)


async def test_a_vote_a_link_or_a_day_that_changes_is_found(database: Database) -> None:
    """What a search can ask for besides words is as the newest word says."""
    papers = PaperRows(database)
    await papers.upsert([SPARSE, numbered(2)], NOW)
    first = (await papers.search(parse("upvotes:>=3 | code:yes"), "newest", 0, 5)).total
    later = replace(
        SPARSE, released=FRIDAY + DAY, signals=Signals(3), links=Links(code="https://x.org")
    )
    await papers.upsert([later], NOW)
    for text in ("upvotes:>=3", "upvotes:=3 code:yes", "upvotes:<4 code:yes"):
        assert (await papers.search(parse(text), "newest", 0, 5)).total == 1, text
    newest = await papers.search(parse("*"), "newest", 0, 5)
    assert first == 0
    assert [paper.released for paper in newest.papers] == [FRIDAY + DAY, FRIDAY]
    await papers.upsert([replace(later, withdrawn=True)], NOW)
    assert (await papers.search(parse("*"), "newest", 0, 5)).total == 1


async def test_words_told_later_are_found_and_those_taken_back_are_not(database: Database) -> None:
    """A changed title is found by its new words only."""
    papers = PaperRows(database)
    await papers.upsert([FULL], NOW)
    await papers.upsert([replace(FULL, title="Renamed")], NOW)
    assert (await papers.search(parse("renamed"), "best", 0, 5)).total == 1
    assert (await papers.search(parse("study"), "best", 0, 5)).total == 0


@pytest.mark.parametrize(
    "typed",
    [
        "'; DROP TABLE paper; --",
        '"',
        "title : x",
        "NEAR(a b)",
        "a AND",
        "^full",
        "\0full",
        "𝕱",
        "\ud800",
    ],
)
async def test_syntax_of_others_is_only_text(database: Database, typed: str) -> None:
    """Words that mean something to SQL or FTS5 are looked for as words; nothing breaks."""
    papers = PaperRows(database)
    await papers.upsert([FULL], NOW)
    for query in (Word(typed), Phrase((typed, typed)), Author(typed), Category(typed)):
        for sort in ("best", "newest"):
            page = await papers.search(query, sort, 0, 5)
            assert page.total <= 1
    assert (await papers.holdings()).papers == 1


async def test_pages_out_of_range_are_empty(database: Database) -> None:
    """Behind the last paper there is nothing, before the first one is the first page."""
    papers = PaperRows(database)
    await papers.upsert([FULL], NOW)
    query = parse("*")
    assert is_everything(query)
    assert (await papers.search(query, "best", 50, 5)).papers == ()
    assert len((await papers.search(query, "newest", -5, 5)).papers) == 1
    assert (await papers.search(query, "newest", 0, 0)).total == 1

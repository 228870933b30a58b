"""One work from several sources is one paper, with the best of what each said."""

from __future__ import annotations

import asyncio
import sqlite3
import tempfile
from contextlib import closing
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from storage_samples import CHANNEL, DAY, FRIDAY, FULL, NOW, edition_of, plan_of, subscribed

from bot.core.papers import NEVER, Links, MachineSummary, Paper, PaperDraft, Signals
from bot.core.same_work import title_number
from bot.core.visibility import source_name
from bot.services.ports import Upserted
from bot.storage.database import Database
from bot.storage.deliveries import DeliveryRows
from bot.storage.migrate import load_steps, prepare
from bot.storage.papers import PaperRows

HF = PaperDraft(
    ids=("arxiv:2305.14314",),
    title="QLoRA: Efficient Finetuning of Quantized LLMs",
    source="Hugging Face",
    released=FRIDAY,
    authors=("Tim Dettmers", "Artidoro Pagnoni", "Ari Holtzman"),
    abstract="We present QLoRA…",
    published=date(2023, 5, 23),
    summary=MachineSummary("It quantizes.", "a-model"),
    signals=Signals(90),
)
FEED = PaperDraft(
    ids=("doi:10.5555/qlora",),
    title="QLoRA: efficient fine-tuning of quantized LLMs.",
    source="A journal",
    released=FRIDAY + DAY,
    authors=("T. Dettmers", "A. Pagnoni", "A. Holtzman"),
    abstract="We present QLoRA, an efficient approach.",
    published=date(2023, 1, 1),
    dated="year",
    venue="NeurIPS",
)
OWN = replace(FEED, source=source_name(7), ids=("pub:0123",), released=NEVER)


@pytest.fixture
def papers(database: Database) -> PaperRows:
    """The papers of a new database."""
    return PaperRows(database)


async def every(papers: PaperRows) -> list[Paper]:
    """Return the papers that there are, by key."""
    found = await papers.get(range(1, 20))
    return [found[key] for key in sorted({paper.key for paper in found.values()})]


@pytest.mark.parametrize("first", [HF, FEED])
@pytest.mark.parametrize("at_once", [False, True])
async def test_sources_without_an_id_in_common_tell_of_one_paper(
    papers: PaperRows, first: PaperDraft, *, at_once: bool
) -> None:
    """The best of each field stays, in whichever order they came; the newest day is the paper's."""
    drafts = sorted((HF, FEED), key=lambda draft: draft is not first)
    for told in [drafts] if at_once else [drafts[:1], drafts[1:]]:
        await papers.upsert(told, NOW)
    (paper,) = await every(papers)
    assert set(paper.ids) == {*HF.ids, *FEED.ids}
    assert (paper.source, paper.released) == (FEED.source, FEED.released)
    assert (paper.title, paper.abstract, paper.venue) == (FEED.title, FEED.abstract, FEED.venue)
    assert (paper.authors, paper.published, paper.dated) == (HF.authors, HF.published, "day")
    assert (paper.summary, paper.signals) == (HF.summary, HF.signals)
    assert [await papers.by_external(one) for one in paper.ids] == [paper, paper]
    told_by = {name: paper.told_by(name) for name in ("title", "authors", "published", "summary")}
    hf = HF.source
    assert told_by == {"title": FEED.source, "authors": hf, "published": hf, "summary": hf}
    assert await papers.upsert([HF, FEED], NOW) == Upserted(unchanged=1)


async def test_a_source_corrects_itself(papers: PaperRows) -> None:
    """Its own newer word counts, though it is shorter."""
    await papers.upsert([HF], NOW)
    fewer = replace(HF, released=FRIDAY + DAY, authors=HF.authors[:1], abstract="We…")
    await papers.upsert([fewer], NOW)
    (paper,) = await every(papers)
    assert (paper.authors, paper.abstract, paper.origins) == (fewer.authors, "We…", ())


async def test_papers_that_were_two_become_one_when_told_again(papers: PaperRows) -> None:
    """As where a source learns later who the authors are."""
    await papers.upsert([HF, replace(FEED, authors=())], NOW)
    assert [paper.key for paper in await every(papers)] == [1, 2]
    assert await papers.upsert([FEED], NOW) == Upserted(updated=(1,), merged=(2,))
    assert [paper.key for paper in await every(papers)] == [1]


async def test_one_work_is_shown_once(database: Database) -> None:
    """On another day, by another source, it is the paper that the target was shown."""
    papers, deliveries = PaperRows(database), DeliveryRows(database)
    await papers.upsert([HF], NOW)
    subscription = await subscribed(database)
    await deliveries.freeze([plan_of(subscription, "a", edition_of(1), (1,))], NOW)
    await papers.upsert([FEED], NOW + DAY)
    (candidate,) = await papers.released_since(FRIDAY)
    assert {candidate.key} == await deliveries.shown(CHANNEL)


@pytest.mark.parametrize(
    "other",
    [
        replace(FEED, ids=("arxiv:2406.00001",)),
        replace(FEED, authors=("Somebody Else",)),
        replace(FEED, title="Reply to “QLoRA: Efficient Finetuning of Quantized LLMs”"),
    ],
)
async def test_another_work_is_another_paper(papers: PaperRows, other: PaperDraft) -> None:
    """With an id that contradicts, of other people, under another title."""
    assert await papers.upsert([HF, other], NOW) == Upserted(new=(1, 2))


async def test_what_was_looked_up_joins_by_title_and_people(papers: PaperRows) -> None:
    """Its ids lead to the paper that is here; it fills what is missing and takes nothing."""
    await papers.upsert([HF], NOW)
    claim = replace(FEED, ids=("openalex:w1234", "doi:10.5555/qlora"), released=NEVER)
    assert await papers.upsert([claim], NOW) == Upserted(updated=(1,))
    (paper,) = await every(papers)
    assert paper.ids == (*HF.ids, *claim.ids)
    assert (paper.title, paper.abstract, paper.source) == (HF.title, HF.abstract, HF.source)
    assert (paper.venue, paper.told_by("venue")) == (FEED.venue, FEED.source)


async def test_a_claim_joins_one_paper_and_takes_no_id_of_another(papers: PaperRows) -> None:
    """Where title and people lead to one paper and an id to another, these stay two."""
    await papers.upsert([HF, FULL], NOW)
    claim = replace(FEED, ids=("openalex:w1234", FULL.ids[1]), released=NEVER)
    assert await papers.upsert([claim], NOW) == Upserted(updated=(1,), unchanged=1)
    first, second = await every(papers)
    assert (first.ids, second.ids) == ((*HF.ids, "openalex:w1234"), FULL.ids)


async def test_a_servers_own_source_changes_no_public_paper(papers: PaperRows) -> None:
    """By title it joins none; by an id it adds ids, and not a word that others would see."""
    await papers.upsert([HF], NOW)
    assert await papers.upsert([OWN], NOW) == Upserted(new=(2,))
    links = Links(code="https://evil.example.org")
    told = replace(OWN, ids=(*HF.ids, "pub:4567"), title=HF.title, links=links)
    await papers.upsert([told], NOW)
    first, second = await every(papers)
    assert first == Paper(1, **{**fields_of(HF), "ids": (*HF.ids, "pub:4567")})  # type: ignore[arg-type] - fields by name
    assert (second.source, second.title) == (OWN.source, OWN.title)


@pytest.mark.parametrize("public", [HF, replace(FEED, released=NEVER)])
async def test_nothing_of_a_servers_own_word_stays(papers: PaperRows, public: PaperDraft) -> None:
    """Once a public source or a lookup tells of the work, all there is to see is theirs."""
    code = Links(code="https://evil.example.org")
    await papers.upsert([replace(OWN, ids=(*public.ids, "pub:1"), links=code)], NOW)
    assert await papers.upsert([public], NOW) == Upserted(updated=(1,))
    (paper,) = await every(papers)
    assert replace(paper, ids=public.ids) == Paper(1, **fields_of(public))  # type: ignore[arg-type] - fields by name


@pytest.mark.parametrize("order", [(OWN, HF), (HF, OWN)])
async def test_a_public_source_joins_what_a_server_had(
    papers: PaperRows, order: tuple[PaperDraft, ...]
) -> None:
    """Two papers that were one all along merge when the public source tells of it again."""
    for draft in order:
        await papers.upsert([draft], NOW)
    await papers.upsert([HF], NOW)
    (paper,) = await every(papers)
    assert replace(paper, ids=HF.ids) == Paper(1, **fields_of(HF))  # type: ignore[arg-type] - fields by name
    assert set(paper.ids) == {*HF.ids, *OWN.ids}


def fields_of(draft: PaperDraft) -> dict[str, object]:
    """Return a draft's fields by name."""
    return {name: getattr(draft, name) for name in PaperDraft.__slots__}


async def test_counterparts_are_found_by_an_index(database: Database) -> None:
    """However many papers there are."""
    async with database.read() as session:
        plan = await session.rows(
            """EXPLAIN QUERY PLAN SELECT * FROM paper
               WHERE title_number IN (SELECT value FROM json_each('[1]')) AND merged_into IS NULL"""
        )
    assert any("paper_by_title" in row["detail"] for row in plan)


def test_an_old_database_learns_its_titles(tmp_path: Path) -> None:
    """The step gives every paper what its title has in common with others."""
    path = tmp_path / "paperboy.db"
    prepare(path, load_steps()[:4])
    with closing(sqlite3.connect(path)) as file, file:
        file.executemany(
            """INSERT INTO paper (ids, title, released, source, first_seen, updated)
               VALUES ('[]', ?, '2026-08-21', 'x', 0, 0)""",
            [(HF.title,), ("Editorial",)],
        )
    prepare(path, load_steps())
    with closing(sqlite3.connect(path)) as file:
        rows = file.execute("SELECT title_number, venue, dated, origins FROM paper").fetchall()
    assert rows == [(title_number(FEED.title), None, "day", None), (None, None, "day", None)]


DRAFTS = st.lists(
    st.builds(
        replace,
        st.sampled_from([HF, FEED]),
        ids=st.sampled_from(["arxiv:2305.00001", "doi:10.1/a", "openreview:abcdef", "s2:x"]).map(
            lambda one: (one,)
        ),
        source=st.sampled_from(["x", "y", "added:3"]),
        released=st.sampled_from([NEVER, FRIDAY, FRIDAY + DAY]),
        authors=st.sampled_from([HF.authors, FEED.authors, HF.authors[:1], ()]),
        abstract=st.sampled_from(["", "We…", "We show it."]),
    ),
    max_size=8,
)


@settings(max_examples=25)
@given(drafts=DRAFTS, size=st.integers(1, 8))
def test_telling_again_comes_to_rest(drafts: list[PaperDraft], size: int) -> None:
    """However works meet, the third import of the same changes nothing any more."""
    asyncio.run(_again(drafts, size))


async def _again(drafts: list[PaperDraft], size: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        async with Database.open(Path(folder) / "paperboy.db", readers=1) as database:
            papers = PaperRows(database)
            states: list[list[Paper]] = []
            for _ in range(4):
                for start in range(0, len(drafts), size):
                    await papers.upsert(drafts[start : start + size], NOW)
                states.append(await every(papers))
            assert states[2] == states[3]

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
from bot.core.visibility import is_own_id, is_public, source_name
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
    """By title it joins none; by an id it adds neither an id nor a word that others would see."""
    await papers.upsert([HF], NOW)
    assert await papers.upsert([OWN], NOW) == Upserted(new=(2,))
    links = Links(code="https://evil.example.org")
    told = replace(OWN, ids=(*HF.ids, "pub:4567"), title=HF.title, links=links)
    await papers.upsert([told], NOW)
    first, second = await every(papers)
    assert first == Paper(1, **fields_of(HF))  # type: ignore[arg-type] - fields by name
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
    """Return by name the fields of a draft that are a paper's."""
    return {n: getattr(draft, n) for n in PaperDraft.__slots__ if n != "corrects"}


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


def _found_by_its_server(draft: PaperDraft) -> PaperDraft:
    """Name an added source's work as its server finds it again (`services.added_entries`)."""
    return draft if is_public(draft.source) else replace(draft, ids=(*draft.ids, "pub:3"))


@settings(max_examples=25)
@given(drafts=DRAFTS, size=st.integers(1, 8))
def test_telling_again_comes_to_rest(drafts: list[PaperDraft], size: int) -> None:
    """However works meet, the third import of the same changes nothing any more."""
    asyncio.run(_again([_found_by_its_server(draft) for draft in drafts], size))


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


TAKEN = PaperDraft(
    ids=("arxiv:2609.00001", "arxiv:2609.00002", "doi:10.1038/a"),
    title="Anything at all",
    source=source_name(7),
    released=NEVER,
)


@pytest.mark.parametrize("released", [FRIDAY, NEVER])
async def test_a_servers_own_paper_holds_no_id_against_a_public_source(
    papers: PaperRows, released: date
) -> None:
    """The id is the public paper's, and the server's own stays what it was, without it."""
    slip = replace(TAKEN, ids=HF.ids)
    await papers.upsert([slip], NOW)
    await papers.upsert([replace(HF, released=released)], NOW)
    own, public = await every(papers)
    assert (own.title, own.source) == (slip.title, slip.source)
    assert is_own_id(own.ids[0])
    assert (public.title, public.ids) == (HF.title, HF.ids)
    assert await papers.by_external(HF.ids[0]) == public
    assert await papers.by_external(own.ids[0]) == own
    assert await papers.upsert([replace(HF, released=released)], NOW) == Upserted(unchanged=1)


async def test_a_servers_list_joins_no_two_public_papers(papers: PaperRows) -> None:
    """However many ids of theirs it named before they came."""
    await papers.upsert([TAKEN], NOW)
    one = replace(HF, ids=TAKEN.ids[:1], title="A Survey of Speech Recognition", authors=())
    two = replace(HF, ids=TAKEN.ids[1:2], title="Protein Folding with Diffusion", authors=())
    same = replace(HF, ids=TAKEN.ids[2:], title=TAKEN.title, authors=(), source="Nature")
    assert await papers.upsert([one, two], NOW) == Upserted(new=(2, 3), updated=(1,))
    await papers.upsert([same], NOW)
    told = {paper.title: paper.ids for paper in await every(papers)}
    assert told == {draft.title: draft.ids for draft in (one, two, same)}


async def test_of_a_list_s_ids_only_the_public_ones_stay(papers: PaperRows) -> None:
    """Where the work is one; the others are free for whoever comes."""
    own = replace(TAKEN, title=HF.title, ids=(*HF.ids, "arxiv:2609.00002"))
    await papers.upsert([own], NOW)
    other = replace(HF, ids=("arxiv:2609.00002",), title="Another thing altogether")
    await papers.upsert([HF], NOW)
    await papers.upsert([other], NOW)
    assert [paper.ids for paper in await every(papers)] == [HF.ids, other.ids]


BLOG = replace(
    FEED, ids=("arxiv:2601.00001", "arxiv:2601.00002"), title="Two papers I liked", authors=()
)
CATS = replace(HF, ids=BLOG.ids[:1], title="Paper One About Cats", source="huggingface")
DOGS = replace(HF, ids=BLOG.ids[1:], title="Paper Two About Dogs", source="huggingface")


@pytest.mark.parametrize("title", [BLOG.title, CATS.title])
@pytest.mark.parametrize("source", [BLOG.source, "arxiv"])
@pytest.mark.parametrize("late", [True, False])
async def test_ids_that_contradict_join_no_papers(
    papers: PaperRows, title: str, source: str, *, late: bool
) -> None:
    """Whoever tells both, and whether the papers come before that or after."""
    both = replace(BLOG, title=title, source=source)
    for drafts in ([CATS, DOGS], [both]) if late else ([both], [CATS, DOGS]):
        await papers.upsert(drafts, NOW)
    one, two = [await papers.by_external(external) for external in BLOG.ids]
    assert one is not None
    assert two is not None
    assert one.key != two.key
    assert two.title == DOGS.title


async def test_a_feed_joins_papers_of_its_title_alone(papers: PaperRows) -> None:
    """It may be about several, by ids of different kinds."""
    book = replace(CATS, ids=("openreview:abcdef",), title="Something Else", authors=())
    told = replace(BLOG, ids=(*CATS.ids, *book.ids))
    await papers.upsert([CATS, book], NOW)
    assert await papers.upsert([told], NOW) == Upserted(unchanged=2)
    assert await papers.upsert([replace(told, title=CATS.title)], NOW) == Upserted(
        updated=(1,), unchanged=1
    )
    assert [paper.ids for paper in await every(papers)] == [CATS.ids, book.ids]

"""What was looked up: a claim that destroys nothing that is here."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest
from storage_samples import FULL, NOW, SPARSE

from bot.core.papers import NEVER, PaperDraft, Signals
from bot.services.ports import Upserted
from bot.storage.papers import PaperRows

if TYPE_CHECKING:
    from bot.storage.database import Database

GAMMA = PaperDraft(
    ids=(*SPARSE.ids, *FULL.ids, "openalex:w123456"),
    title="Gamma rays in dense plasmas",
    source="openalex",
    released=NEVER,
    published=date(2020, 1, 1),
)


@pytest.mark.parametrize("title", [GAMMA.title, SPARSE.title, FULL.title])
async def test_it_joins_no_two_papers(database: Database, title: str) -> None:
    """Whatever its title and ids are, both stay, each with its own ids and words."""
    papers = PaperRows(database)
    await papers.upsert([SPARSE, FULL], NOW)
    stored = await papers.upsert([replace(GAMMA, title=title)], NOW)
    assert stored.merged == ()
    found = await papers.get([1, 2])
    assert (found[1].title, found[2].title) == (SPARSE.title, FULL.title)
    for draft in (SPARSE, FULL):
        for external in draft.ids:
            paper = await papers.by_external(external)
            assert paper is not None
            assert paper.title == draft.title


async def test_it_takes_no_id_of_a_paper_with_another_title(database: Database) -> None:
    """What it has of its own makes a paper of its own; what has nothing of its own is none."""
    papers = PaperRows(database)
    await papers.upsert([SPARSE, FULL], NOW)
    assert await papers.upsert([GAMMA], NOW) == Upserted(new=(3,), unchanged=2)
    third = await papers.by_external("openalex:w123456")
    assert third is not None
    assert (third.key, third.ids, third.title) == (3, ("openalex:w123456",), GAMMA.title)
    bare = replace(GAMMA, ids=(*SPARSE.ids, *FULL.ids))
    assert await papers.upsert([bare], NOW) == Upserted(unchanged=2)


@pytest.mark.parametrize("title", ["SPARSE things.", "Sparse Things: The Whole Story", "Sparse"])
async def test_it_joins_a_paper_of_its_title(database: Database, title: str) -> None:
    """With the ids that lead nowhere else; one of a kind that the paper has is not taken."""
    papers = PaperRows(database)
    await papers.upsert([SPARSE, FULL], NOW)
    ids = (*SPARSE.ids, *FULL.ids, "doi:10.1000/a", "doi:10.1000/b", "openreview:2001.00001")
    told = replace(GAMMA, title=title, ids=ids)
    assert await papers.upsert([told], NOW) == Upserted(updated=(1,), unchanged=1)
    paper = (await papers.get([1]))[1]
    assert paper.ids == (*SPARSE.ids, "doi:10.1000/a", "doi:10.1000/b")
    assert (paper.title, paper.published) == (SPARSE.title, GAMMA.published)


async def test_a_new_paper_has_one_id_of_a_kind(database: Database) -> None:
    """The first; only of DOIs a work may have several, and Semantic Scholar has two kinds."""
    ids = (
        "arxiv:2001.00001",
        "arxiv:2001.00002",
        "doi:10.1000/a:1",
        "doi:10.1000/b:2",
        "s2:corpusid:1",
        f"s2:{'a' * 40}",
        f"s2:{'b' * 40}",
    )
    papers = PaperRows(database)
    await papers.upsert([replace(GAMMA, ids=ids)], NOW)
    assert (await papers.get([1]))[1].ids == (ids[0], *ids[2:6])


async def test_what_was_told_first_stays(database: Database) -> None:
    """A poorer record, later, fills what is missing and takes nothing."""
    rich = PaperDraft(
        ids=("arxiv:2305.14314",),
        title="QLoRA: Efficient Finetuning of Quantized LLMs",
        source="arxiv",
        released=NEVER,
        published=date(2023, 5, 23),
        authors=("Tim Dettmers", "Artidoro Pagnoni"),
    )
    poor = replace(
        rich,
        ids=("arxiv:2305.14314", "doi:10.5555/x"),
        title="QLORA",
        source="crossref",
        published=date(2023, 1, 1),
        authors=("et al.",),
        abstract="We present it.",
    )
    papers = PaperRows(database)
    await papers.upsert([rich], NOW)
    before = (await papers.get([1]))[1]
    await papers.upsert([poor], NOW)
    after = replace(before, ids=poor.ids, abstract=poor.abstract, also=("crossref",))
    assert (await papers.get([1]))[1] == after
    assert await papers.upsert([rich, poor], NOW) == Upserted(unchanged=1)


async def test_a_venue_that_is_looked_up_fills_what_is_missing(database: Database) -> None:
    """And replaces none that is there."""
    papers = PaperRows(database)
    here = replace(SPARSE, venue=None)
    await papers.upsert([here], NOW)
    for venue in ("Nature", "Cell"):
        claim = replace(here, source="crossref", released=NEVER, venue=venue)
        await papers.upsert([claim], NOW)
        paper = (await papers.get([1]))[1]
        assert (paper.venue, paper.told_by("venue")) == ("Nature", "crossref")


async def test_of_two_sources_venues_the_one_written_out_stays(database: Database) -> None:
    """Whoever told it last; a source may correct its own."""
    papers = PaperRows(database)
    for source, venue, stays in (
        ("journal", "Physical Review Letters", "Physical Review Letters"),
        ("blog", "Phys. Rev. Lett. 130, 1", "Physical Review Letters"),
        ("other", "Nature", "Nature"),
        ("other", "Nat. Phys.", "Nat. Phys."),
    ):
        await papers.upsert([replace(SPARSE, source=source, venue=venue)], NOW)
        assert (await papers.get([1]))[1].venue == stays


@pytest.mark.parametrize("later", [FULL.released + timedelta(days=100), NEVER])
async def test_votes_go_on_whoever_else_tells_of_the_paper(database: Database, later: date) -> None:
    """A journal's feed that names a paper of a while ago knows no votes of it; who counts them is
    listened to, whatever day it tells.
    """
    papers = PaperRows(database)
    counted = replace(FULL, signals=Signals(60, 2))
    await papers.upsert([counted], NOW)
    feed = replace(FULL, source="A Journal", released=later, signals=Signals(), title="As Printed")
    await papers.upsert([feed], NOW)
    for votes in (75, 300, 290):
        await papers.upsert([replace(counted, signals=Signals(votes, 2, 4))], NOW)
        await papers.upsert([feed], NOW)
        paper = (await papers.get([1]))[1]
        assert paper.signals == Signals(votes, 2, 4)
    assert paper.source == (FULL.source if later == NEVER else "A Journal")
    assert paper.title == (FULL.title if later == NEVER else "As Printed")


async def test_what_a_list_corrects_is_its_own_paper(database: Database) -> None:
    """Whatever it called it; another one's words stay."""
    papers = PaperRows(database)
    lab = replace(SPARSE, source="Our Lab", released=NEVER, authors=("Ann Lee",))
    await papers.upsert([lab, FULL], NOW)
    mended = replace(lab, title="Quite Another Title", authors=("Bo Ek",), corrects=True)
    other = replace(mended, ids=FULL.ids)
    await papers.upsert([mended, other], NOW)
    first, second = (await papers.get([1, 2])).values()
    assert (first.title, first.authors, first.source) == (mended.title, ("Bo Ek",), "Our Lab")
    assert (second.title, second.authors) == (FULL.title, FULL.authors)

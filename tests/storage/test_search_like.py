"""Neighbours: the papers that have most of a paper's telling terms, found in bounded steps."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from storage_samples import DAY, FRIDAY, NOW, numbered

from bot.core.papers import NEVER
from bot.core.query import fold_paper
from bot.storage import search_like
from bot.storage.papers import PaperRows

if TYPE_CHECKING:
    from bot.core.papers import Paper, PaperDraft
    from bot.services.ports import Neighbours
    from bot.storage.database import Database


async def stored(papers: PaperRows, *drafts: PaperDraft) -> list[Paper]:
    """Store papers and return them, in order."""
    keys = (await papers.upsert(drafts, NOW)).new
    known = await papers.get(keys)
    return [known[key] for key in keys]


async def near(papers: PaperRows, paper: Paper) -> Neighbours:
    """Return a paper's neighbours."""
    return await papers.neighbours(fold_paper(paper), paper.key, paper.released)


def titled(number: int, title: str, **more: object) -> PaperDraft:
    """Make a draft."""
    return numbered(number, title=title, **more)


async def test_who_has_most_terms_is_first(database: Database) -> None:
    """Whatever its age, in the singular or in the plural; not the paper itself, nor one with no
    term in common.
    """
    papers = PaperRows(database)
    asked, *_ = await stored(
        papers,
        titled(1, "Sparse Attention for Proteins"),
        titled(2, "Nothing of the Kind"),
        titled(3, "Robots", abstract="sparse things"),
        titled(4, "Protein attentions", released=FRIDAY - 900 * DAY, abstract="Sparse!"),
        titled(5, "Robots again", keywords=("sparse attention",), released=NEVER),
    )
    found = await near(papers, asked)
    assert [one.key for one in found.papers] == [4, 5, 3]
    assert found.papers[0].title == " protein attentions "
    assert set(found.rarities) == {"sparse", "attention", "protein"}
    assert found.rarities["protein"] > found.rarities["sparse"]


async def test_what_is_not_everybodys_is_nowhere(database: Database) -> None:
    """A server's own paper, a withdrawn one and one that was merged are no neighbours; they have
    some.
    """
    papers = PaperRows(database)
    (public,) = await stored(papers, titled(1, "Sparse Attention"))
    own, gone = await stored(
        papers,
        titled(2, "Sparse Attention of Ours", source="added:1"),
        titled(3, "Sparse Attention Withdrawn", withdrawn=True),
    )
    assert (await near(papers, public)).papers == ()
    for one in (own, gone):
        assert [found.key for found in (await near(papers, one)).papers] == [public.key]


async def test_of_a_common_term_those_nearest_in_time_are_read(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As many from before as from after, whichever are the newest of all."""
    monkeypatch.setattr(search_like, "NEAREST", 2)
    papers = PaperRows(database)
    shelf = await stored(
        papers, *(titled(n, f"Sparse {n}", released=FRIDAY + n * DAY) for n in range(10, 20))
    )
    found = await near(papers, shelf[5])
    assert sorted(one.key for one in found.papers) == [5, 7, 8]  # the paper itself is one of two
    found = await near(papers, replace(shelf[5], key=99, released=NEVER))
    assert sorted(one.key for one in found.papers) == [1, 2]


async def test_reading_ends_where_the_budget_is_spent(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The rarest terms are read first, so what only has a common one is left out."""
    papers = PaperRows(database)
    common = [titled(n, f"Sparse {n}") for n in range(20, 40)]
    asked, *_ = await stored(papers, titled(1, "Sparse Zebras"), titled(2, "A Zebra"), *common)
    assert len((await near(papers, asked)).papers) == 21
    monkeypatch.setattr(search_like, "BUDGET", 2)
    assert [one.key for one in (await near(papers, asked)).papers] == [2]
    monkeypatch.setattr(search_like, "COMPARED", 7)
    monkeypatch.setattr(search_like, "BUDGET", 3)
    assert len((await near(papers, asked)).papers) == 7


async def test_rarity_is_counted_among_the_newest(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No further than to common; in a small library among all."""
    papers = PaperRows(database)
    new = [titled(n, f"Sparse {n}") for n in range(20, 40)]
    old = [titled(n, f"Zebra {n}", released=FRIDAY - DAY) for n in range(50, 60)]
    asked, *_ = await stored(papers, titled(1, "Sparse Zebras"), *new, *old)
    among_all = (await near(papers, asked)).rarities
    assert among_all["zebra"] > among_all["sparse"]
    monkeypatch.setattr(search_like, "_SAMPLE", 10)
    among_new = (await near(papers, asked)).rarities
    assert among_new["zebra"] > among_all["zebra"]
    monkeypatch.setattr(search_like, "_COMMON", 1)
    assert (await near(papers, asked)).rarities["sparse"] > among_new["sparse"]


@pytest.mark.parametrize("title", ["", "the", "\0", '"" OR *', "𝕱 ﷺ \ud800", "x" * 9_000, "?" * 99])
async def test_any_title_has_neighbours_or_none(database: Database, title: str) -> None:
    """Texts of others are only text; a library may be empty."""
    papers = PaperRows(database)
    bare = fold_paper((await stored(papers, titled(1, "Sparse")))[0])
    hostile = fold_paper((await stored(papers, titled(2, title)))[0])
    for texts in (bare, hostile):
        assert len((await papers.neighbours(texts, 9, FRIDAY)).papers) <= 1
    await papers.upsert(
        [titled(1, "Sparse", withdrawn=True), titled(2, title, withdrawn=True)], NOW
    )
    assert (await papers.neighbours(bare, 9, FRIDAY)).papers == ()

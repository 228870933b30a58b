"""Similar papers: what is shown of them, and what never is."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from bot.core.papers import NEVER, Paper, PaperDraft
from bot.services.similar import MOST, similar
from bot.storage.database import Database
from bot.storage.papers import PaperRows

DAY = date(2026, 8, 21)
NOW = datetime(2026, 8, 21, 8, tzinfo=UTC)


def draft(
    number: int, title: str, abstract: str = "", source: str = "hf", **more: object
) -> PaperDraft:
    """Make a draft."""
    name = f"openreview:{number}"
    return PaperDraft((name,), title, source, DAY, abstract=abstract, **more)  # type: ignore[arg-type] - by name


async def stored(papers: PaperRows, *drafts: PaperDraft) -> list[Paper]:
    """Store papers and return them."""
    keys = (await papers.upsert(drafts, NOW)).new
    known = await papers.get(keys)
    return [known[key] for key in keys]


@pytest.fixture
async def papers(tmp_path: Path) -> AsyncIterator[PaperRows]:
    """A library of its own."""
    async with Database.open(tmp_path / "paperboy.db") as database:
        yield PaperRows(database)


async def test_what_they_have_in_common_is_told_as_the_paper_writes_it(papers: PaperRows) -> None:
    """Words small where they are written so, names whole."""
    asked, _ = await stored(
        papers,
        draft(
            1,
            "Sparse Attention with LoRA",
            "We study sparse attention.",
            keywords=("KV Cache",),
            authors=("Łukasz Kaiser",),
        ),
        draft(
            2,
            "lora and Attentions",
            keywords=("kv caches",),
            authors=("Lukasz Kaiser", "Ada Lovelace"),
            abstract="LoRA helps.",
        ),
    )
    (found,) = await similar(papers, asked)
    assert found.paper.key == 2
    assert set(found.words) == {"attention", "LoRA"}
    assert found.keywords == ("kv caches",)
    assert found.authors == ("Łukasz Kaiser",)


async def test_words_that_tell_nobody_anything_are_no_reason(papers: PaperRows) -> None:
    """What they made similar is there all the same; beside a keyword or an author one is enough."""
    asked, *_ = await stored(
        papers,
        draft(1, "Training Faster", "Robots train inside.", keywords=("grip",), authors=("A B",)),
        draft(2, "Faster Training Inside", "It trains."),
        draft(3, "Trained Faster", "Faster robots train."),
        draft(4, "Training Cars Faster", "A robot.", keywords=("Grips",)),
        draft(5, "Training Boats Faster", "Robots.", authors=("A B",)),
    )
    found = {one.paper.key: one for one in await similar(papers, asked)}
    assert [found[key].words for key in (2, 3)] == [(), ()]
    assert (found[4].words, found[4].keywords) == (("robots",), ("Grips",))
    assert (found[5].words, found[5].authors) == (("robots",), ("A B",))


async def test_no_more_than_five_and_no_versions(papers: PaperRows) -> None:
    """Neither of the paper nor of one another."""
    asked, *_ = await stored(
        papers,
        draft(1, "Sparse Attention for Proteins"),
        draft(2, "Sparse attention for proteins", authors=("B C",)),
        draft(3, "Sparse Attention in Robots", authors=("D E",)),
        draft(4, "Sparse attention in robots", authors=("F G",)),
        *(draft(n, f"Sparse Attention, {n} times") for n in range(10, 20)),
    )
    found = await similar(papers, asked)
    assert len(found) == MOST
    assert not {2} & {one.paper.key for one in found}
    assert len({one.paper.key for one in found} & {3, 4}) <= 1


async def test_only_everybodys_papers_are_shown(papers: PaperRows) -> None:
    """Of a server's own paper too; once it is withdrawn a paper is shown no more."""
    own, public, _ = await stored(
        papers,
        draft(1, "Sparse Attention of Ours", source="added:1"),
        draft(2, "Sparse Attention of All"),
        draft(3, "Sparse Attention of Theirs", source="added:2"),
    )
    assert [one.paper.key for one in await similar(papers, own)] == [public.key]
    assert await similar(papers, public) == ()
    await papers.upsert([draft(2, public.title, withdrawn=True)], NOW)
    assert await similar(papers, own) == ()


async def test_what_happened_meanwhile_counts(papers: PaperRows) -> None:
    """A paper that is withdrawn or merged between finding and reading it is left out."""
    asked, other, third = await stored(
        papers,
        draft(1, "Sparse Attention"),
        draft(2, "Sparse Robots"),
        draft(3, "Attention Robots"),
    )

    class Late(PaperRows):
        async def get(self, keys: Iterable[int]) -> dict[int, Paper]:
            """Read them after something happened."""
            await self.upsert([draft(2, "Sparse Robots", withdrawn=True)], NOW)
            return {**await super().get(keys), third.key: asked}

    late = Late(papers._database)  # noqa: SLF001 - the same file
    assert {one.paper.key for one in await similar(papers, asked)} == {other.key, third.key}
    assert await similar(late, asked) == ()


async def test_a_paper_of_no_day_has_similar_ones(papers: PaperRows) -> None:
    """One that somebody looked up: by its own day where that is known; its title is enough."""
    for published in (None, DAY - timedelta(days=400)):
        looked_up = PaperDraft(
            (f"doi:10.1/{published}",), f"Sparse {published}", "s2", NEVER, published=published
        )
        (asked,) = await stored(papers, looked_up)
        await stored(papers, draft(100 + asked.key, "Sparse Attention"))
        found = await similar(papers, asked)
        assert {one.words for one in found} == {("sparse",)}

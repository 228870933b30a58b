"""**Similar**, as a reader sees it: from any card, for them alone."""

from __future__ import annotations

import sys
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest_asyncio

sys.path.insert(0, str(Path(__file__).parent))

from reading import answer_of, buttons_of, press, text_of
from stage import Stage, raise_curtain

from bot.core.papers import Links, PaperDraft

RAPID = PaperDraft(
    ("arxiv:2512.20000",),
    "Rapid Sampling by Consistency",
    "huggingface",
    date(2025, 12, 30),
    authors=("Ann Other", "Grace Hopper"),
    abstract="Consistency sampling makes diffusion fast.",
    keywords=("diffusion models",),
    links=Links(page="https://huggingface.co/papers/2512.20000"),
)
OTHER = replace(
    RAPID,
    ids=("arxiv:2512.20001",),
    title="Slow Sampling without Consistency",
    authors=("Grace Hopper", "Bo Li"),
    links=Links(page="https://huggingface.co/papers/2512.20001"),
)
ALONE = replace(RAPID, ids=("arxiv:2512.20002",), title="Xylophones", abstract="", keywords=())


@pytest_asyncio.fixture
async def stage(tmp_path: Path) -> AsyncIterator[Stage]:
    """The real bot in a simulated Discord, with three papers more."""
    async with raise_curtain(tmp_path) as stage:
        await stage.desk.ingest.store([RAPID, OTHER, ALONE])
        yield stage


async def test_similar_papers_come_privately_with_their_reasons(stage: Stage) -> None:
    """A line each as in every list, why, who and when; the card stays."""
    card = await stage.reader.slash(stage.general, "paper", title=RAPID.title)
    seen = await press(stage.reader, card, "Similar")
    text = text_of(seen)
    assert seen.ephemeral
    assert "Similar to “Rapid Sampling by Consistency”" in text
    assert "**1**  Slow Sampling without Consistency\n" in text
    assert "-# same keywords: diffusion models · about: " in text
    assert "also by Grace Hopper · Grace Hopper +1 · 30 Dec 2025" in text
    assert "sampling" in text
    assert list(buttons_of(seen)) == [*"12345"]
    assert "Similar" in buttons_of(card)


async def test_one_of_them_is_opened_and_the_list_stays(stage: Stage) -> None:
    """As an answer of its own, after a restart too; its own similar ones are a press away."""
    card = await stage.reader.slash(stage.general, "paper", title=RAPID.title)
    seen = await press(stage.reader, card, "Similar")
    await stage.restart()
    opened = await press(stage.reader, seen, "1")
    assert opened.ephemeral
    assert "### [Slow Sampling without Consistency]" in text_of(opened)
    assert "Similar to “Rapid Sampling by Consistency”" in text_of(seen)
    back = await press(stage.reader, opened, "Similar")
    assert "**1**  Rapid Sampling by Consistency" in text_of(back)


async def test_a_card_that_all_see_has_it_too(stage: Stage) -> None:
    """Who presses is answered alone, also after a restart."""
    shared = await stage.owner.slash(stage.general, "paper", title=RAPID.title, share=True)
    await stage.restart()
    seen = await press(stage.reader, shared, "Similar")
    assert seen.ephemeral
    assert "Slow Sampling" in text_of(seen)


async def test_nothing_similar_says_so_and_what_helps(stage: Stage) -> None:
    """And what is here at all."""
    card = await stage.reader.slash(stage.general, "paper", title="Xylophones")
    seen = await press(stage.reader, card, "Similar")
    assert "Nothing here is like this paper. `/search` finds" in text_of(seen)
    assert "Indexed: 20 papers" in text_of(seen)
    assert not buttons_of(seen)


async def test_the_list_is_in_the_readers_language(stage: Stage) -> None:
    """Heading, reasons and remedy."""
    await stage.reader.slash(stage.general, "settings", language="de")
    card = await stage.reader.slash(stage.general, "paper", title=RAPID.title)
    seen = await press(stage.reader, card, "Ähnliche")
    assert "Ähnlich wie „Rapid Sampling by Consistency“" in text_of(seen)
    assert "auch von Grace Hopper" in text_of(seen)


async def test_a_button_that_leads_nowhere_is_told(stage: Stage) -> None:
    """A paper that is gone, and an id without one."""
    message = await stage.forge(("similar", 99_999))
    seen = await stage.reader.click(message, label="similar")
    assert seen.ephemeral
    assert "not known here any more" in text_of(seen)


async def test_a_servers_own_paper_leads_to_everybodys_and_none_leads_to_it(stage: Stage) -> None:
    """Whatever two servers have, neither's papers are in anybody's list."""
    file = b"@misc{k, title = {Sampling and Consistency at Home}, year = 2025}"
    await stage.owner.slash(
        stage.general, "digest source add", file=("lab.bib", file), name="Our Lab"
    )
    listed = await stage.reader.slash(stage.general, "publications", name="Our Lab")
    card = await stage.reader.click(answer_of(listed), label="1")
    seen = await press(stage.reader, card, "Similar")
    assert "Rapid Sampling by Consistency" in text_of(seen)
    public = await stage.reader.slash(stage.general, "paper", title=RAPID.title)
    assert "at Home" not in text_of(await press(stage.reader, public, "Similar"))

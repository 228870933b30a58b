"""The message menu **Find papers**, as a reader sees it."""

from __future__ import annotations

import sys
from collections.abc import AsyncIterator
from pathlib import Path

import discord
import pytest
import pytest_asyncio
from hypothesis import given
from hypothesis import strategies as st

from bot.ui.papers.message_text import MOST_TITLES, mentions

sys.path.insert(0, str(Path(__file__).parent))

from reading import buttons_of, text_of
from stage import Stage, raise_curtain


@pytest_asyncio.fixture
async def stage(tmp_path: Path) -> AsyncIterator[Stage]:
    """The real bot in a simulated Discord."""
    async with raise_curtain(tmp_path) as stage:
        yield stage


async def found_in(stage: Stage, said: str) -> tuple[str, list[str]]:
    """What the menu answers for a message, privately: its text and its buttons."""
    message = await stage.owner.send(stage.general, said)
    seen = await stage.reader.context_menu(stage.general, "Find papers", message)
    assert seen.ephemeral
    return text_of(seen), list(buttons_of(seen))


@pytest.mark.parametrize(
    "said",
    [
        "look at https://arxiv.org/abs/2512.10000v2, it is great",
        "2512.10000",
        "<https://huggingface.co/papers/2512.10000>",
        "[the one](https://arxiv.org/pdf/2512.10000)",
        'who has read "Tidal Retrieval by Ann Other"? or “Tidal Retrieval”?',
        "**Tidal Retrieval**\nsounds good",
        "# Tidal Retrieval, a paper",
    ],
)
async def test_one_paper_in_a_message_comes_as_its_card(stage: Stage, said: str) -> None:
    """Ids, links and titles, however they are written."""
    text, buttons = await found_in(stage, said)
    assert "[Tidal Retrieval](" in text
    assert "Save" in buttons


async def test_several_papers_come_as_a_list(stage: Stage) -> None:
    """Each with a number that opens it; an id that is not indexed comes with its link."""
    text, buttons = await found_in(
        stage,
        "2512.10000 and 2512.10001\n- Urban Maps: where to go\nhttps://arxiv.org/abs/2301.00001",
    )
    assert "3 papers in this message" in text
    assert "Quiet Planning" in text
    assert "Urban Maps" in text
    assert "Not indexed here: [arXiv:2301.00001](https://arxiv.org/abs/2301.00001)" in text
    assert buttons == ["1", "2", "3"]


@pytest.mark.parametrize("said", ["hello", "@everyone", "¯\\_(ツ)_/¯", "a b c", "x" * 2_000])
async def test_a_message_without_a_paper_is_told(stage: Stage, said: str) -> None:
    """None is found, and what was looked for is said."""
    text, buttons = await found_in(stage, said)
    assert text.startswith("No paper was found in this message.")
    assert buttons == []


async def test_papers_are_found_in_a_message_of_components(stage: Stage) -> None:
    """A card that Paperboy shared is read like any other message."""
    shared = await stage.owner.slash(stage.general, "paper", title="Tidal Retrieval", share=True)
    assert shared.response is not None
    seen = await stage.reader.context_menu(stage.general, "Find papers", shared.response.message)
    assert "[Tidal Retrieval](" in text_of(seen)


async def test_papers_are_found_in_embeds(stage: Stage) -> None:
    """What another bot posts is often an embed: its title, fields and link count."""
    channel = stage.app.client.get_partial_messageable(
        stage.general.id, type=discord.ChannelType.text
    )
    embed = discord.Embed(title="Papers of the day", url="https://arxiv.org/abs/2512.10001")
    embed.add_field(name="Also", value='"Tidal Retrieval"')
    message = await channel.send(embed=embed)
    seen = await stage.reader.context_menu(stage.general, "Find papers", message)
    assert "Quiet Planning" in text_of(seen)
    assert "Tidal Retrieval" in text_of(seen)


@given(st.text(max_size=2_000))
def test_any_text_can_be_read(said: str) -> None:
    """Reading never fails, and what it takes for titles is bounded."""
    found = mentions(said)
    assert len(found.titles) <= MOST_TITLES
    assert all(0 < len(title) <= 300 for title in found.titles)

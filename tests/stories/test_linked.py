"""What people linked to a paper, as a reader sees it: under the card, and never in its way."""

from __future__ import annotations

import sys
from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path

import pytest_asyncio

sys.path.insert(0, str(Path(__file__).parent))
sys.path.insert(0, str(Path(__file__).parents[1] / "services"))

import simcord
from reading import Seen, options_of, parts_of, press, text_of
from stage import Stage, raise_curtain
from told_lookup import ToldLookup  # pyright: ignore[reportMissingImports] - of tests/services

from bot.services.ports import Linked

TOLD = "3 models · 1 dataset · 2 spaces on Hugging Face"
PAGE = "https://huggingface.co/papers/2512.10000"


@dataclass
class Linker(ToldLookup):
    """A lookup service that tells what is linked to every paper, too."""

    tells: Linked | None = None

    async def linked(self, external: str) -> Linked | None:
        """Tell it."""
        await self._hear(external)
        return self.tells


@pytest_asyncio.fixture
async def linker() -> Linker:
    """A service that knows a few things."""
    return Linker(tells=Linked(3, 1, 2))


@pytest_asyncio.fixture
async def stage(tmp_path: Path, linker: Linker) -> AsyncIterator[Stage]:
    """The real bot in a simulated Discord."""
    async with raise_curtain(tmp_path, elsewhere=(linker,)) as stage:
        yield stage


def links_of(seen: Seen) -> dict[str, str]:
    """The addresses of the buttons that open one, by their labels."""
    return {part.get("label", ""): part["url"] for part in parts_of(seen) if part.get("url")}


async def test_a_private_card_tells_what_is_linked(stage: Stage, linker: Linker) -> None:
    """With a button to the paper's page; asked for once, however often it is opened."""
    for _ in range(2):
        seen = await stage.reader.slash(stage.general, "paper", title="tidal retrieval")
        assert seen.ephemeral
        assert links_of(seen)[TOLD] == PAGE
    assert linker.asked == ["arxiv:2512.10000"]


async def test_a_card_opened_from_a_menu_tells_it_too(stage: Stage) -> None:
    """A shared one, which everybody sees, does not."""
    several = await stage.reader.slash(stage.general, "paper", title="diffusion")
    assert several.response is not None
    key = next(iter(options_of(several).values()))
    (menu,) = (part["custom_id"] for part in parts_of(several) if "options" in part)
    await stage.reader.select(several.response.message, [key], custom_id=menu)
    assert TOLD in links_of(several.response)
    shared = await stage.reader.slash(stage.general, "paper", title="tidal retrieval", share=True)
    assert TOLD not in links_of(shared)


async def test_a_card_stays_as_it_is_where_nothing_is_told(stage: Stage, linker: Linker) -> None:
    """Because nothing is linked, or nobody could be asked."""
    linker.tells = None
    seen = await stage.reader.slash(stage.general, "paper", title="tidal retrieval")
    linker.fails = "busy"
    other = await stage.reader.slash(stage.general, "paper", title="quiet planning")
    for card in (seen, other):
        assert not any("Hugging Face" in label for label in links_of(card))
    assert "Tidal Retrieval" in text_of(seen)
    assert len(linker.asked) == 2


async def test_a_card_that_cannot_be_told_again_stays(stage: Stage) -> None:
    """Somebody dismissed it meanwhile: nobody is told of a fault."""
    stage.env.inject_error(
        "PATCH", "/webhooks/*/messages/@original", status=404, code=10008, times=None
    )
    seen = await stage.reader.slash(stage.general, "paper", title="tidal retrieval")
    assert "Tidal Retrieval" in text_of(seen)
    assert TOLD not in links_of(seen)
    assert isinstance(seen, simcord.InteractionResult)
    assert not seen.followups
    stage.env.backend.faults.clear()
    again = await stage.reader.slash(stage.general, "paper", title="tidal retrieval")
    assert TOLD in links_of(again)
    assert await press(stage.reader, again, "BibTeX")

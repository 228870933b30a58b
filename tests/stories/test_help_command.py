"""`/help`, as a reader and an owner see it."""

from __future__ import annotations

import re
import sys
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio

sys.path.insert(0, str(Path(__file__).parent))

import simcord
from reading import options_of, text_of, weight_of
from stage import Stage, raise_curtain


@pytest_asyncio.fixture
async def stage(tmp_path: Path) -> AsyncIterator[Stage]:
    """The real bot in a simulated Discord."""
    async with raise_curtain(tmp_path) as stage:
        yield stage


async def pages_of(stage: Stage) -> dict[str, str]:
    """Every page of the help, by its topic, as the menu shows them."""
    seen = await stage.owner.slash(stage.general, "help")
    assert seen.ephemeral
    assert seen.response is not None
    pages: dict[str, str] = {}
    for topic in options_of(seen).values():
        await stage.owner.select(seen.response.message, [topic], custom_id="v1:help")
        pages[topic] = text_of(seen)
        components, characters = weight_of(seen)
        assert components <= 40
        assert characters <= 4_000
    return pages


async def test_every_command_is_in_the_help(stage: Stage) -> None:
    """What can be typed is explained on some page, and nothing is explained that is not there."""
    text = "\n".join((await pages_of(stage)).values())
    commands = {f"/{name}" for name in stage.owner.available_commands(stage.general)}
    explained = set(re.findall(r"`(/[a-z ]+)`", text))
    assert explained == commands
    assert "**Find papers**" in text


async def test_the_first_page_is_for_who_asks(stage: Stage) -> None:
    """Who manages the server is told of `/digest setup`, a reader of the digest's buttons."""
    owner = text_of(await stage.owner.slash(stage.general, "help"))
    reader = text_of(await stage.reader.slash(stage.general, "help"))
    assert "`/digest setup`" in owner
    assert "`/digest setup`" not in reader
    assert "**Send me mine**" in reader
    direct = text_of(await stage.reader_user.slash("help"))
    assert "`/digest setup`" not in direct


@pytest.mark.parametrize("topic", ["digest", "paper", "search", "subscribe", "library", "privacy"])
async def test_a_topic_is_opened_directly(stage: Stage, topic: str) -> None:
    """The option shows the same page as the menu, and the menu shows where one is."""
    seen: simcord.InteractionResult = await stage.reader.slash(stage.general, "help", topic=topic)
    assert text_of(seen) == (await pages_of(stage))[topic]

"""Controls that are old, forged, somebody else's or out of order: each press is answered."""

from __future__ import annotations

import sqlite3
import sys
from collections.abc import AsyncIterator
from pathlib import Path

import discord
import pytest
import pytest_asyncio
from discord import ui

from bot.demo.world import open_world
from bot.ui.controls import Control, button
from bot.ui.messages import Notice

sys.path.insert(0, str(Path(__file__).parent))

from reading import text_of
from stage import Stage, raise_curtain


@pytest_asyncio.fixture
async def stage(tmp_path: Path) -> AsyncIterator[Stage]:
    """The real bot in a simulated Discord."""
    async with raise_curtain(tmp_path) as stage:
        yield stage


async def press(stage: Stage, control: Control) -> str:
    """What a press on a control in the channel answers, privately."""
    channel = stage.app.client.get_partial_messageable(
        stage.general.id, type=discord.ChannelType.text
    )
    message = await channel.send(view=Notice("A message of another day.", [control]))
    seen = await stage.reader.click(message, custom_id=control.custom_id)
    assert seen.ephemeral
    return text_of(seen)


@pytest.mark.parametrize(
    "name", ["v1:no_such_action:1", "v9:save:1", "v1:save", "v1:save:abc", "v1:search:", "v1:why:x"]
)
async def test_an_old_or_forged_control_is_told(stage: Stage, name: str) -> None:
    """A control whose action is gone, or whose arguments make no sense, says so."""
    told = await press(stage, Control(ui.Button(label="Old", custom_id=name)))
    assert told.startswith("This button is from another version of Paperboy.")


@pytest.mark.parametrize("action", ["paper", "save", "bib", "post"])
async def test_a_paper_that_is_gone_is_told(stage: Stage, action: str) -> None:
    """A key that leads nowhere is no fault of Paperboy's."""
    assert "not known here any more" in await press(stage, button(action, 99_999_999, label="Go"))


async def test_a_search_of_somebody_else_stays_theirs(stage: Stage) -> None:
    """A search's controls work for who began it only."""
    body = {"query": "*", "sort": "best"}
    theirs = await stage.desk.drafts.open(stage.owner.id, "search", body, stage.clock.now())
    for control in (
        button("search", theirs, 1, label="Next"),
        button("search_sort", theirs, "newest", label="Newest"),
        button("abstracts", theirs, label="Search abstracts"),
        button("library", theirs, 1, label="Next"),
    ):
        told = await press(stage, control)
        assert "belong to somebody else" in told or "too old" in told


def lose(path: Path, *tables: str) -> None:
    """Take tables away from a database behind the bot's back."""
    broken = sqlite3.connect(path)
    for table in tables:
        broken.execute(f"ALTER TABLE {table} RENAME TO lost_{table}")
    broken.close()


async def test_a_control_that_fails_on_our_side_is_answered_with_a_code(stage: Stage) -> None:
    """discord.py would stay silent; the person gets a sentence and a code."""
    lose(stage.settings.database.path, "user")
    told = await press(stage, button("save", 1, label="Save"))
    assert told.startswith("Something went wrong on Paperboy's side. It is in the log as `")


async def test_a_command_that_fails_on_our_side_is_answered_with_a_code() -> None:
    """Commands that were deferred too."""
    async with open_world() as world:
        lose(world.app.settings.database.path, "user")
        for command, options in (("paper", {"title": "attention"}), ("trending", {})):
            seen = await world.reader.slash(world.general, command, **options)
            assert seen.ephemeral
            assert "Something went wrong on Paperboy's side" in text_of(seen)


async def test_completing_that_fails_offers_nothing(stage: Stage) -> None:
    """An autocompletion cannot be answered with a sentence; it stays empty and is logged."""
    lose(stage.settings.database.path, "user", "paper")
    for command, option in (("paper", "title"), ("search", "query"), ("settings", "timezone")):
        typed = "tidal retrieval"
        offered = await stage.reader.autocomplete(stage.general, command, option, typed)
        assert offered == []

"""`paperboy run` with more papers than are indexed at once: beside the bot, by a child process."""

from __future__ import annotations

import signal
import sqlite3
from contextlib import closing
from pathlib import Path

import psutil
import pytest
from discord_loopback import DiscordServer
from paperboy_peer import event, events, paperboy
from papers_site import PapersSite

from bot.services.titles import FEW
from bot.storage.migrate import load_steps, prepare

WORDS = "vision language robots proteins graphs speech agents diffusion planning retrieval".split()
ASKED = "retrieval planing vision study 1090"  # mistyped


@pytest.fixture
def library(database: Path) -> Path:
    """A database of one paper more than are indexed at once."""
    prepare(database, load_steps())
    rows = [
        (f"{' '.join(WORDS[number // 10**place % 10] for place in range(3))} study {number}",)
        for number in range(FEW + 1)
    ]
    with closing(sqlite3.connect(database)) as file, file:
        file.executemany(
            """INSERT INTO paper (ids, title, released, source, first_seen, updated)
               VALUES ('[]', ?, '2026-01-01', 'x', 0, 0)""",
            rows,
        )
    return database


async def test_many_titles_are_indexed_beside_the_bot_once(
    server: DiscordServer, site: PapersSite, library: Path
) -> None:
    """The next start opens what is there, whatever the end of the one before was."""
    guild = server.add_guild("Lab")
    channel = guild.add_text_channel("papers")
    max_ = server.add_user("max")
    async with paperboy(server, site, library, PAPERBOY_SOURCES__BACKFILL="0") as bot:
        await server.ready()
        await event(bot, "titles_building")
        early = await max_.slash(channel, "paper", {"title": ASKED})
        assert "study 1090" in early.message.text or "being indexed" in early.message.text
        assert (await event(bot, "titles_built"))["titles"] >= FEW + 1  # type: ignore[operator]
        found = await max_.slash(channel, "paper", {"title": ASKED})
        assert "study 1090" in found.message.text
        assert "being indexed" not in found.message.text
        assert await bot.stop(signal.SIGKILL) == -9
    async with paperboy(server, site, library, PAPERBOY_SOURCES__BACKFILL="0") as bot:
        assert (await event(bot, "titles_loaded"))["titles"] >= FEW + 1  # type: ignore[operator]
        await server.ready()
        found = await max_.slash(channel, "paper", {"title": ASKED})
        assert "study 1090" in found.message.text
        assert events(bot, "titles_building") == []
        assert await bot.stop() == 0


@pytest.mark.parametrize(("ends", "code"), [(signal.SIGTERM, 0), (signal.SIGKILL, -9)])
async def test_the_child_ends_with_the_bot(
    server: DiscordServer, site: PapersSite, library: Path, ends: int, code: int
) -> None:
    """However the bot ends; the next one builds, or opens what was just finished."""
    server.add_guild("Lab")
    async with paperboy(server, site, library) as bot:
        await event(bot, "titles_building")
        children = psutil.Process(bot.pid).children()
        assert await bot.stop(ends) == code
    assert psutil.wait_procs(children, timeout=10)[1] == []
    async with paperboy(server, site, library) as bot:
        await bot.line('"titles": ')
        assert await bot.stop() == 0


async def test_a_folder_that_cannot_be_written_is_told_and_the_bot_goes_on(
    server: DiscordServer, site: PapersSite, library: Path
) -> None:
    """With the folder's name and the remedy; ids and addresses work all the same."""
    guild = server.add_guild("Lab")
    channel = guild.add_text_channel("papers")
    max_ = server.add_user("max")
    folder = library.with_name("paperboy.titles")
    folder.mkdir()
    (folder / "mine.txt").write_text("mine")
    async with paperboy(server, site, library) as bot:
        await server.ready()
        told = await event(bot, "titles_not_built")
        assert "mine.txt" in str(told["reason"])
        assert told["again_in"] == 60
        asked = await max_.slash(channel, "paper", {"title": ASKED})
        assert "Titles cannot be searched just now" in asked.message.text
        assert await bot.stop() == 0

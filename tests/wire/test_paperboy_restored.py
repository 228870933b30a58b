"""An older copy of the database, put back: nothing that was sent since comes a second time, and
whoever runs the bot, or a digest, is told what was skipped.
"""

from __future__ import annotations

import shutil
import signal
from pathlib import Path

import pytest
from discord_loopback import Channel, DiscordServer
from forks import FORKS
from paperboy_peer import due_digest, event, paperboy, query, surroundings
from papers_site import PapersSite

OVERDUE = "SELECT count(*) FROM subscription WHERE next_due < unixepoch()"


async def errand(server: DiscordServer, site: PapersSite, database: Path, *command: str) -> str:
    """Run an errand of the command line to its good end; returns what it prints."""
    environment = surroundings(server, site, database, COLUMNS="400")
    async with FORKS.python("-m", "bot", *command, environment=environment) as process:
        assert await process.ended() == 0
    return "\n".join(process.lines)


def put(copy: Path, database: Path) -> None:
    """Put a copy in the database's place; what lies beside stays."""
    for log in ("-wal", "-shm"):
        database.with_name(database.name + log).unlink(missing_ok=True)
    shutil.copy(copy, database)


async def sent_and_killed(
    server: DiscordServer, site: PapersSite, database: Path, channel: Channel
) -> None:
    """Run the bot until its message is in the channel, and kill it at once."""
    async with paperboy(server, site, database) as bot:
        await server.message_in(channel)
        await event(bot, "part_sent")
        assert await bot.stop(signal.SIGKILL) == -signal.SIGKILL


@pytest.mark.parametrize("made_by", ["paperboy backup", "cp, before its first start", "cp"])
async def test_what_was_sent_since_the_copy_does_not_come_again(
    server: DiscordServer, site: PapersSite, database: Path, made_by: str
) -> None:
    """Whatever made the copy: `check` says that it was put back, the start skips what is due in it
    and says so in the log, `/digest status` tells why, and the next one is planned.
    """
    ada = server.add_stranger("ada")
    guild = server.add_guild("Lab", owner=ada)
    channel, copy = guild.add_text_channel("papers"), database.with_name("copy.db")
    if made_by == "cp":
        async with paperboy(server, site, database) as bot:
            await event(bot, "clock_started")
            assert await bot.stop() == 0
    await due_digest(database, guild, channel)
    if made_by == "paperboy backup":
        await errand(server, site, database, "backup", str(copy))
    else:
        shutil.copy(database, copy)
    await sent_and_killed(server, site, database, channel)
    put(copy, database)
    assert "that was put back" in await errand(server, site, database, "check")
    async with paperboy(server, site, database) as bot:
        told = await event(bot, "database_put_back")
        assert (told["level"], told["occurrences"], told["subscriptions"]) == ("warning", 1, 1)
        await event(bot, "clock_started")
        status = await ada.slash(channel, "digest status")
        assert "an older copy of the database was put back" in status.message.text
        assert query(database, OVERDUE) == [(0,)]
        assert await bot.stop() == 0
    assert query(database, "SELECT count(*) FROM part") == [(0,)]
    assert len(server.messages(channel)) == 1

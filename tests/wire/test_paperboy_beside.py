"""Errands of the command line beside a running bot: none changes the database under it."""

from __future__ import annotations

from pathlib import Path

from discord_loopback import BotProcess, DiscordServer
from forks import FORKS
from paperboy_peer import paperboy
from papers_site import PapersSite


def beside(server: DiscordServer, database: Path, *command: str, fresh: bool = False) -> BotProcess:
    """Return an errand as a process that is not started yet; a `fresh` one is not forked."""
    python = BotProcess.python if fresh else FORKS.python
    return python(
        *("-m", "bot", *command),
        environment={
            "DISCORD_TOKEN": server.token,
            "PAPERBOY_DISCORD__API_URL": server.api_url,
            "PAPERBOY_DATABASE__PATH": str(database),
            "COLUMNS": "200",
        },
    )


async def test_import_and_preview_say_who_holds_the_database(
    server: DiscordServer, database: Path
) -> None:
    """They end with exit code 1, the holder's process id, and what to do instead."""
    async with PapersSite() as site, paperboy(server, site, database) as bot:
        await server.ready()
        for errand, instead in (
            (("import", "day.json"), "let it fetch by itself"),
            (("preview",), "`/digest preview` in Discord shows the same"),
        ):
            async with beside(server, database, *errand) as process:
                assert await process.ended() == 1
            said = "\n".join(process.errors)
            assert f"in use by process {bot.pid}" in said
            assert instead in said
        assert await bot.stop() == 0


async def test_check_and_backup_look_while_the_bot_runs(
    server: DiscordServer, database: Path, tmp_path: Path
) -> None:
    """They need no lock, for they change nothing."""
    copy = tmp_path / "copy.db"
    async with PapersSite() as site, paperboy(server, site, database) as bot:
        await server.ready()
        for errand in (("check",), ("backup", str(copy))):
            async with beside(server, database, *errand, fresh=True) as process:
                assert await process.ended() == 0
        assert copy.is_file()
        assert await bot.stop() == 0

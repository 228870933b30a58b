"""`paperboy check` against the loopback Discord: what it finds before a digest is due."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from discord_loopback import BotProcess, DiscordServer, Overwrite, Permission, Role, User
from forks import FORKS
from paperboy_peer import due_digest

from bot.core.holidays import COVERED_UNTIL
from bot.storage.added_sources import AddedSourceRows
from bot.storage.database import Database
from bot.storage.subscriptions import SubscriptionRows

WRONG = "a.wrong.token"


def check(server: DiscordServer, database: Path, token: str, **sources: str) -> BotProcess:
    """Return `paperboy check` as a process that is not started yet."""
    return FORKS.python(
        *("-m", "bot", "check"),
        environment={
            "DISCORD_TOKEN": token,
            "PAPERBOY_DISCORD__API_URL": server.api_url,
            "PAPERBOY_DATABASE__PATH": str(database),
            "COLUMNS": "200",
            **{f"PAPERBOY_SOURCES__{key}": value for key, value in sources.items()},
        },
    )


async def test_check_names_each_target_and_what_it_lacks(
    server: DiscordServer, tmp_path: Path
) -> None:
    """One digest may post, one lacks a permission, one's channel is gone; the invite is printed."""
    guild = server.add_guild("Lab")
    denied = Overwrite(deny=Permission.SEND_MESSAGES)
    silent: dict[User | Role, Overwrite] = {guild.bot_role: denied}
    channels = [
        guild.add_text_channel("papers"),
        guild.add_text_channel("quiet", silent),
        guild.add_text_channel("old"),
    ]
    database = tmp_path / "paperboy.db"
    for channel in channels:
        await due_digest(database, guild, channel)
    channels[2].delete()
    async with check(server, database, server.token) as process:
        assert await process.ended() == 1
        said = "\n".join(process.lines)
    assert "#papers in Lab: may post" in said
    assert "#quiet in Lab: missing Send Messages" in said
    assert f"channel {channels[2].id} is gone or cannot be seen" in said
    assert "oauth2/authorize" in said
    assert f"holidays: arXiv's are known until {COVERED_UNTIL}" in said
    assert "permissions=" in said
    assert "applications.commands" in said
    assert server.token not in said
    assert process.errors == []
    assert all(record.method == "GET" for record in server.requests)


async def test_check_says_that_a_token_is_wrong(server: DiscordServer, tmp_path: Path) -> None:
    """A token that Discord does not accept is a fault with its remedy."""
    async with check(server, tmp_path / "paperboy.db", WRONG) as process:
        assert await process.ended() == 1
        assert "reset it in the developer portal" in "\n".join(process.lines)


async def test_check_names_added_sources_that_cannot_be_read(
    server: DiscordServer, tmp_path: Path
) -> None:
    """Whose they are, where they are, since when and why; one that is well is no finding. A key in
    an address is not told.
    """
    now = datetime(2026, 8, 21, tzinfo=UTC)
    async with Database.open(tmp_path / "paperboy.db") as database:
        rows = AddedSourceRows(database)
        for name in ("Well", "Ill"):
            address = f"https://example.org/{name}?key=SECRET"
            await rows.add(7, name, "feed", address=address, file=None, by=1, now=now)
        await rows.note(2, now, "refused with status 404")
    async with check(server, tmp_path / "paperboy.db", WRONG) as process:
        await process.ended()
        said = "\n".join(process.lines)
    told = "of server 7, https://example.org/Ill, not read since 2026-08-21"
    assert f"source Ill: {told}: refused with status 404" in said
    assert "Well" not in said
    assert "SECRET" not in said


async def test_check_reads_everybodys_lists_of_publications(
    server: DiscordServer, tmp_path: Path
) -> None:
    """Each is a line: how many entries, which cannot be read, or why none can and what to do."""
    entry = "@article{k, title = {A Title}, year = 2020}"
    (tmp_path / "well.bib").write_text(entry)
    (tmp_path / "odd.bib").write_text(entry + "@article{bad, year = 2020}")
    names = {"Well": "well.bib", "Odd": "odd.bib", "Gone": "gone.bib"}
    lists = ", ".join(f'{{name = "{name}", file = "{file}"}}' for name, file in names.items())
    process = check(server, tmp_path / "paperboy.db", WRONG, PUBLICATIONS=f"[{lists}]")
    async with process:
        await process.ended()
        said = "\n".join(process.lines)
    assert f"✓ publications: Well: 1 entry ({tmp_path / 'well.bib'})" in said
    assert "! publications: Odd: 1 entry, and 1 that cannot be read; the first is bad" in said
    assert "! publications: Gone: cannot be read: No such file or directory; put it there" in said
    assert str(tmp_path / "gone.bib") in said
    assert not (tmp_path / "paperboy.db").exists()


async def test_check_looks_at_threads_and_where_alerts_go(
    server: DiscordServer, tmp_path: Path
) -> None:
    """A thread has its parent's permissions and one of its own; a digest whose alerts get nowhere
    is a warning, for a person is told instead.
    """
    guild = server.add_guild("Lab")
    denied = Overwrite(deny=Permission.SEND_MESSAGES_IN_THREADS)
    no_threads: dict[User | Role, Overwrite] = {guild.bot_role: denied}
    silent: dict[User | Role, Overwrite] = {
        guild.bot_role: Overwrite(deny=Permission.SEND_MESSAGES)
    }
    quiet = guild.add_text_channel("quiet", silent)
    threads = [
        guild.add_text_channel("papers").add_thread("daily"),
        guild.add_text_channel("closed", no_threads).add_thread("shut"),
        quiet.add_thread("aside"),
    ]
    database = tmp_path / "paperboy.db"
    for thread in threads:
        await due_digest(database, guild, thread)
    async with Database.open(database) as opened:
        rows = SubscriptionRows(opened)
        first = (await rows.all_channels())[0]
        wish = replace(first.wish, alerts_channel_id=quiet.id)
        await rows.change(first.id, wish, first.next_due)
    async with check(server, database, server.token) as process:
        assert await process.ended() == 1
        said = "\n".join(process.lines)
    assert "✓ digest 1: #daily in Lab: may post" in said
    assert "! digest 1, alerts: #quiet in Lab: missing Send Messages" in said
    assert "✗ digest 2: #shut in Lab: missing Send Messages" in said
    assert "✓ digest 3: #aside in Lab: may post" in said


async def test_check_says_which_intents_are_switched_on_needlessly(
    server: DiscordServer, tmp_path: Path
) -> None:
    """None is needed; what the portal has switched on is named."""
    async with check(server, tmp_path / "paperboy.db", server.token) as process:
        assert await process.ended() == 0
        assert "✓ intents: none of the privileged ones" in "\n".join(process.lines)
    members_limited, content = 1 << 15, 1 << 18
    server.world.application_flags = members_limited | content
    async with check(server, tmp_path / "paperboy.db", server.token) as process:
        assert await process.ended() == 0
        said = "\n".join(process.lines)
    assert "· intents: Server Members, Message Content can be switched off" in said


async def test_one_digest_that_cannot_be_looked_at_costs_the_others_nothing(
    server: DiscordServer, tmp_path: Path
) -> None:
    """A server that Discord does not tell of is a finding of its own; the next one is looked at."""
    gone = server.add_guild("Gone")
    lab = server.add_guild("Lab")
    database = tmp_path / "paperboy.db"
    await due_digest(database, gone, gone.add_text_channel("papers"))
    await due_digest(database, lab, lab.add_text_channel("papers"))
    gone.remove_bot()
    async with check(server, database, server.token) as process:
        assert await process.ended() == 1
        said = "\n".join(process.lines)
    assert "✗ digest 1: channel" in said
    assert "✓ digest 2: #papers in Lab: may post" in said

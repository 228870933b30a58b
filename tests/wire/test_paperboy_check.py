"""`paperboy check` against the loopback Discord: what it finds before a digest is due."""

from __future__ import annotations

from pathlib import Path

from discord_loopback import BotProcess, DiscordServer, Overwrite, Permission, Role, User
from paperboy_peer import due_digest


def check(server: DiscordServer, database: Path, token: str) -> BotProcess:
    """Return `paperboy check` as a process that is not started yet."""
    return BotProcess.python(
        *("-m", "bot", "check"),
        environment={
            "DISCORD_TOKEN": token,
            "PAPERBOY_DISCORD__API_URL": server.api_url,
            "PAPERBOY_DATABASE__PATH": str(database),
            "COLUMNS": "200",
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
    assert "permissions=" in said
    assert "applications.commands" in said
    assert server.token not in said
    assert all(record.method == "GET" for record in server.requests)


async def test_check_says_that_a_token_is_wrong(server: DiscordServer, tmp_path: Path) -> None:
    """A token that Discord does not accept is a fault with its remedy."""
    async with check(server, tmp_path / "paperboy.db", "wrong") as process:
        assert await process.ended() == 1
        assert "reset it in the developer portal" in "\n".join(process.lines)

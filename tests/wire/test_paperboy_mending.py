"""What stops a digest, who is told, and how it goes on by itself, on the wire."""

from __future__ import annotations

import asyncio
from datetime import timedelta
from pathlib import Path

from aiohttp import web
from discord_loopback import (
    MESSAGE_CREATE,
    DiscordServer,
)
from paperboy_peer import due_digest, event, paperboy, query
from papers_site import PapersSite

STOPPED = "SELECT 1 FROM subscription WHERE pause_reason NOT NULL"


async def test_a_server_that_was_left_is_waited_for_and_then_forgotten(
    server: DiscordServer, site: PapersSite, tmp_path: Path
) -> None:
    """Removed from a server, the bot tells whoever set its digest up, and goes on by itself once it
    is invited again; the digest of a deleted channel waits for thirty days.
    """
    ada = server.add_stranger("ada")
    guild = server.add_guild("Lab", owner=ada)
    server.add_guild("Elsewhere", owner=ada)  # where she can still be reached
    papers, gone = (guild.add_text_channel(name) for name in ("papers", "gone"))
    database = tmp_path / "paperboy.db"
    for channel in (papers, gone):
        await due_digest(database, guild, channel, ago=timedelta(days=-1))
    reasons = "SELECT id, pause_reason FROM subscription ORDER BY id"
    async with paperboy(server, site, database) as bot:
        await event(bot, "clock_started")
        gone.delete()
        assert (await event(bot, "digest_retired"))["subscription"] == 2
        told = await server.message_in(server.dm(guild.owner))
        assert f"<#{gone.id}> stopped" in told.text
        assert "kept for 30 days" in told.text
        guild.remove_bot()
        await server.until(lambda: len(server.messages(server.dm(guild.owner))) == 2, "an alert")
        assert query(database, reasons) == [(1, "channel_gone"), (2, "channel_gone")]
        guild.invite_bot()
        assert (await event(bot, "digest_mended"))["subscription"] == 1
        assert query(database, reasons) == [(1, None), (2, "channel_gone")]
        assert await bot.stop() == 0


async def test_a_refusal_for_no_visible_reason_is_told_once(
    server: DiscordServer, site: PapersSite, tmp_path: Path
) -> None:
    """Discord refuses although nothing is missing: each look finds that, and only the first is
    told.
    """
    guild = server.add_guild("Lab")
    channel = guild.add_text_channel("papers")
    database = tmp_path / "paperboy.db"
    await due_digest(database, guild, channel)

    refused: list[str] = []

    async def refuse(request: web.Request, route: str) -> web.Response | None:
        if route != MESSAGE_CREATE or f"/channels/{channel.id}/" not in request.path:
            return None
        refused.append(route)
        body = b'{"message": "Missing Permissions", "code": 50013}'
        return web.Response(body=body, status=403, headers={"Content-Type": "application/json"})

    server.before(refuse)
    async with paperboy(server, site, database) as bot:
        told = await server.message_in(server.dm(guild.owner))
        assert "although it has all permissions it needs" in told.text
        for tries in (2, 3):
            while not query(database, STOPPED):  # noqa: ASYNC110 - another process writes it
                await asyncio.sleep(0.05)  # not recorded yet
            guild.set_permissions(guild.bot_role, guild.bot_role.permissions)  # a reason to look
            await server.until(lambda tries=tries: len(refused) == tries, "another try")
        assert await bot.stop() == 0
    assert len(server.messages(server.dm(guild.owner))) == 1

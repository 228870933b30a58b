"""How Paperboy stops: what is in flight ends, the rest stays recorded; a broken clock is told."""

from __future__ import annotations

import asyncio
import signal
import sqlite3
from pathlib import Path

import aiohttp
from aiohttp import web
from discord_loopback import DiscordServer
from paperboy_peer import due_digest, event, paperboy
from papers_site import PapersSite

POST = "POST /channels/{channel_id}/messages"


async def test_sigterm_lets_a_message_in_flight_arrive_and_records_it(
    server: DiscordServer, site: PapersSite, tmp_path: Path
) -> None:
    """SIGTERM while Discord is slow to answer: the answer is awaited, stored, and nothing more is
    sent after a restart.
    """
    guild = server.add_guild("Lab")
    channel = guild.add_text_channel("papers")
    database = tmp_path / "paperboy.db"
    await due_digest(database, guild, channel)
    asked, may_answer = asyncio.Event(), asyncio.Event()

    async def slow(_request: web.Request, route: str) -> web.Response | None:
        if route == POST:
            asked.set()
            await may_answer.wait()
        return None

    server.before(slow)
    async with paperboy(server, site, database) as bot:
        await asyncio.wait_for(asked.wait(), 20)
        stopping = asyncio.create_task(bot.stop(signal.SIGTERM))
        await event(bot, "stopping")
        may_answer.set()
        assert await stopping == 0
        await event(bot, "part_sent")
    with sqlite3.connect(database) as opened:
        assert opened.execute("SELECT state FROM part").fetchall() == [("sent",)]
    opened.close()
    assert len(server.messages(channel)) == 1


async def test_a_second_sigterm_leaves_at_once_and_loses_nothing(
    server: DiscordServer, site: PapersSite, tmp_path: Path
) -> None:
    """What was in flight then is looked for at the next start, and arrives once."""
    guild = server.add_guild("Lab")
    channel = guild.add_text_channel("papers")
    database = tmp_path / "paperboy.db"
    await due_digest(database, guild, channel)
    asked = asyncio.Event()
    gone = asyncio.Event()
    slow_once = [True]

    async def stuck(_request: web.Request, route: str) -> web.Response | None:
        if route == POST and slow_once:
            slow_once.clear()
            asked.set()
            await gone.wait()
            return web.Response(status=500)  # nobody is there to read it
        return None

    server.before(stuck)
    async with paperboy(server, site, database) as bot:
        await asyncio.wait_for(asked.wait(), 20)
        first = asyncio.create_task(bot.stop(signal.SIGTERM))
        await event(bot, "stopping")
        assert await bot.stop(signal.SIGTERM) == 0
        assert await first == 0
        gone.set()
    async with paperboy(server, site, database) as bot:
        await event(bot, "part_sent")
        assert await bot.stop() == 0
    assert len(server.messages(channel)) == 1


async def test_one_subscription_that_cannot_be_read_costs_the_others_nothing(
    server: DiscordServer, site: PapersSite, tmp_path: Path
) -> None:
    """It is logged and looked at again later; the other digest arrives."""
    guild = server.add_guild("Lab")
    broken, fine = guild.add_text_channel("broken"), guild.add_text_channel("papers")
    database = tmp_path / "paperboy.db"
    await due_digest(database, guild, broken)
    await due_digest(database, guild, fine)
    with sqlite3.connect(database) as opened:
        opened.execute("UPDATE subscription SET days = 'nonsense' WHERE id = 1")
    opened.close()
    async with paperboy(server, site, database) as bot:
        await server.message_in(fine)
        assert (await event(bot, "subscription_unreadable"))["subscription"] == 1
        assert await bot.stop() == 0
    assert not server.messages(broken)


async def test_healthz_is_red_while_the_gateway_is_away(
    server: DiscordServer, site: PapersSite, tmp_path: Path, http: aiohttp.ClientSession
) -> None:
    """A gateway that drops and refuses to come back is a fault after ten seconds."""
    server.add_guild("Lab")
    database = tmp_path / "paperboy.db"
    async with paperboy(server, site, database, PAPERBOY_HEALTH__PORT="0") as bot:
        port = (await event(bot, "health_served"))["port"]
        await event(bot, "clock_started")
        server.gateway.refuse_next = 1_000
        server.gateway.drop()
        async with asyncio.timeout(30):
            while True:
                async with http.get(f"http://127.0.0.1:{port}/healthz") as answer:
                    told = await answer.text()
                if answer.status == 503:
                    break
                await asyncio.sleep(0.25)
        assert "shards away" in told
        assert await bot.stop() == 0

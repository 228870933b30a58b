"""`paperboy run` on the wire: the real process, its real sockets, a real end."""

from __future__ import annotations

import signal
from datetime import timedelta
from pathlib import Path

import aiohttp
from aiohttp import web
from discord_loopback import DiscordServer, Settings
from paperboy_peer import due_digest, event, fresh_paperboy, paperboy
from papers_site import PapersSite


async def test_a_first_run_fetches_thirty_days_and_posts_what_is_due(
    server: DiscordServer, site: PapersSite, database: Path
) -> None:
    """A new installation fetches the last 30 days by itself, then posts the digest that is due."""
    guild = server.add_guild("Lab")
    channel = guild.add_text_channel("papers")
    await due_digest(database, guild, channel)
    async with fresh_paperboy(server, site, database) as bot:
        await server.ready()
        message = await server.message_in(channel)
        assert len(set(site.asked)) == 30
        assert "Papers" in message.text
        assert "first time" in message.text
        assert message.custom_id("Why these?").startswith("v1:why:")
        assert await bot.stop(signal.SIGTERM) == 0
        assert server.token not in "\n".join(bot.errors + bot.lines)
    (sent,) = [r for r in server.requests if r.route == "POST /channels/{channel_id}/messages"]
    assert isinstance(sent.body, dict)
    assert sent.body["enforce_nonce"] is True
    assert len(sent.body["nonce"]) <= 25


async def test_a_restart_posts_nothing_twice(
    server: DiscordServer, site: PapersSite, database: Path
) -> None:
    """What was posted before a restart is not posted again; the commands are not synced again."""
    guild = server.add_guild("Lab")
    channel = guild.add_text_channel("papers")
    await due_digest(database, guild, channel)
    async with paperboy(server, site, database) as bot:
        await server.message_in(channel)
        assert await bot.stop() == 0
    async with paperboy(server, site, database) as bot:
        await event(bot, "source_polled")
        await event(bot, "commands_unchanged")
        assert await bot.stop() == 0
    assert len(server.messages(channel)) == 1
    assert server.command_syncs == 1


async def test_an_occurrence_slept_through_comes_once_and_says_that_it_is_late(
    server: DiscordServer, site: PapersSite, database: Path
) -> None:
    """A start three hours after the planned time posts one digest, marked as late."""
    guild = server.add_guild("Lab")
    channel = guild.add_text_channel("papers")
    await due_digest(database, guild, channel, ago=timedelta(hours=3))
    async with paperboy(server, site, database) as bot:
        message = await server.message_in(channel)
        assert "Late" in message.text
        assert await bot.stop() == 0
    assert len(server.messages(channel)) == 1


async def test_paper_is_answered_with_autocomplete_and_in_a_dm(
    server: DiscordServer, site: PapersSite, database: Path
) -> None:
    """`/paper` completes while typing, finds a misremembered title, and works in the bot's DM."""
    guild = server.add_guild("Lab")
    channel = guild.add_text_channel("papers")
    max_ = server.add_user("max")
    async with paperboy(server, site, database) as bot:
        await server.ready()
        await event(bot, "backfill_done")
        typed = await max_.autocomplete(channel, "paper", "title", "difusion models dre")
        assert "Diffusion Models Dream" in typed.choices[0]["name"]
        chosen = await max_.slash(channel, "paper", {"title": typed.choices[0]["value"]})
        assert "Diffusion Models Dream" in chosen.message.text
        assert chosen.message.ephemeral
        asked = {"title": "a gentel theory of very deep sandwich"}
        several = await max_.slash(channel, "paper", asked, locale="de")
        assert "Sandwiches" in several.message.text
        direct = await max_.slash(server.dm(max_), "paper", {"title": "robots fold laundry"})
        assert "Laundry" in direct.message.text
        assert max(i.elapsed for i in (chosen, several, direct)) < 3
        assert await bot.stop() == 0


async def test_a_refused_gateway_and_a_503_at_login_are_survived(
    site: PapersSite, database: Path
) -> None:
    """Discord answering 503 at login and refusing the first connection only delays the start."""
    async with DiscordServer() as server:
        server.add_guild("Lab")
        refused = [2]

        async def busy(_request: web.Request, route: str) -> web.Response | None:
            if route == "GET /users/@me" and refused[0]:
                refused[0] -= 1
                return web.json_response({"message": "busy"}, status=503)
            return None

        server.before(busy)
        server.gateway.refuse_next = 1
        async with paperboy(server, site, database) as bot:
            await server.ready(timeout=40)
            assert await bot.stop() == 0


async def test_a_missing_network_is_told_in_a_line_a_try(
    server: DiscordServer, site: PapersSite, database: Path
) -> None:
    """With the reason that `paperboy check` gives."""
    nowhere = {"PAPERBOY_DISCORD__API_URL": "http://127.0.0.1:1/api/v10"}
    async with fresh_paperboy(server, site, database, **nowhere) as bot:
        lost = await event(bot, "connection_lost")
        assert str(lost["error"]).startswith("Cannot connect to host 127.0.0.1:1 ")
        assert lost["retry_in"] == 1
        assert await bot.stop() == 0


async def test_a_wrong_token_is_told_and_ends_it(site: PapersSite, database: Path) -> None:
    """A token that Discord does not accept ends the process with a sentence, not in a loop."""
    async with (
        DiscordServer(Settings(token="right")) as server,
        fresh_paperboy(server, site, database, DISCORD_TOKEN="a.wrong.token") as bot,
    ):
        assert await bot.ended() == 1
        assert "does not accept the token" in "\n".join(bot.errors)


async def test_a_second_process_waits_for_the_first(
    server: DiscordServer, site: PapersSite, database: Path
) -> None:
    """On one database a second process neither logs in nor migrates, says who holds the lock, and
    takes over when that one is gone.
    """
    server.add_guild("Lab")
    async with fresh_paperboy(server, site, database) as first:
        await server.ready()
        async with fresh_paperboy(server, site, database) as second:
            waiting = await event(second, "waiting_for_lock")
            assert str(first.pid) in str(waiting["held_by"])
            assert server.gateway.identified == 1
            assert await first.stop() == 0
            await server.until(lambda: server.gateway.identified == 2, "the second to take over")
            assert await second.stop() == 0


async def test_healthz_tells_whether_it_lives(
    server: DiscordServer, site: PapersSite, database: Path, http: aiohttp.ClientSession
) -> None:
    """`/healthz` is 200 while gateway, database and clock live."""
    server.add_guild("Lab")
    async with paperboy(server, site, database, PAPERBOY_HEALTH__PORT="0") as bot:
        port = (await event(bot, "health_served"))["port"]
        await event(bot, "clock_started")
        async with http.get(f"http://127.0.0.1:{port}/healthz") as answer:
            assert answer.status == 200, await answer.text()
            assert (await answer.json())["healthy"] is True
        assert await bot.stop() == 0

"""Delivered once: whatever breaks on the way, a place sees exactly one message, and whoever cannot
be reached is told and helped.
"""

from __future__ import annotations

import asyncio
import os
import signal
import time
from dataclasses import replace
from pathlib import Path

import pytest
from aiohttp import web
from discord_loopback import (
    MESSAGE_CREATE,
    BotProcess,
    Channel,
    DiscordServer,
    Interaction,
    Overwrite,
    Permission,
    RequestRecord,
    Settings,
)
from paperboy_peer import due_digest, event, paperboy, query
from papers_site import PapersSite

READ_HISTORY = "GET /channels/{channel_id}/messages"
STATES = "SELECT state FROM part ORDER BY id"


def sent_to(server: DiscordServer, channel: Channel) -> list[RequestRecord]:
    """Return every attempt to post in a channel."""
    path = f"/channels/{channel.id}/messages"
    return [r for r in server.requests if r.route == MESSAGE_CREATE and path in r.path]


async def shows(server: DiscordServer, pressed: Interaction, text: str) -> None:
    """Wait until the message whose button was pressed reads so."""
    await server.until(lambda: text in pressed.message.text, f"{text!r} to be shown")


async def test_closed_direct_messages_are_told_and_mended(
    server: DiscordServer, site: PapersSite, database: Path
) -> None:
    """Whoever subscribes with closed direct messages is told so there and then; **Try again** says
    whether they are open now, and once they are the subscription runs.
    """
    channel = server.add_guild("Lab").add_text_channel("papers")
    max_ = server.add_user("max")
    max_.dms_open = False
    async with paperboy(server, site, database) as bot:
        await server.ready()
        told = await max_.slash(channel, "subscribe", {"query": "robots"})
        assert "your direct messages are closed" in told.message.text
        still = await max_.click(told.message, told.message.custom_id("Try again"))
        await shows(server, still, "Still closed")
        assert query(database, "SELECT pause_reason FROM subscription") == [("dm_closed",)]
        max_.dms_open = True
        opened = await max_.click(still.message, still.message.custom_id("Try again"))
        await shows(server, opened, "are open")
        hello = await server.message_in(server.dm(max_))
        assert "Your papers will come here" in hello.text
        assert query(database, "SELECT pause_reason FROM subscription") == [(None,)]
        assert max(i.elapsed for i in (told, still, opened)) < 3
        assert await bot.stop() == 0


async def test_what_is_being_sent_when_it_is_stopped_is_recorded(
    server: DiscordServer, site: PapersSite, database: Path
) -> None:
    """SIGTERM between the request and Discord's answer: the answer is waited for and stored, so the
    next start has nothing to look for.
    """
    guild = server.add_guild("Lab")
    channel = guild.add_text_channel("papers")
    await due_digest(database, guild, channel)
    async with paperboy(server, site, database) as bot:

        async def stop_meanwhile(_request: web.Request, route: str) -> None:
            if route == MESSAGE_CREATE:
                os.kill(bot.pid, signal.SIGTERM)
                await event(bot, "stopping")

        server.after(stop_meanwhile)
        assert await bot.ended() == 0
    assert query(database, STATES) == [("sent",)]


async def killed_after_storing(
    server: DiscordServer, site: PapersSite, database: Path, *channels: Channel
) -> None:
    """Run the bot until Discord has a message in each channel, and kill it before it hears so."""
    dead = asyncio.Event()

    def kill_once_all_are_there(bot: BotProcess) -> None:
        if all(server.messages(channel) for channel in channels):
            os.kill(bot.pid, signal.SIGKILL)
            dead.set()

    async with paperboy(server, site, database) as bot:

        async def keep(_request: web.Request, route: str) -> None:
            if route == MESSAGE_CREATE:
                kill_once_all_are_there(bot)
                await dead.wait()

        server.after(keep)
        assert await bot.ended() == -signal.SIGKILL
    server.clear_hooks()
    assert query(database, STATES) == [("sending",)] * len(channels)


async def test_a_kill_right_after_storing_ends_in_one_message(
    server: DiscordServer, site: PapersSite, database: Path
) -> None:
    """Killed between Discord's storing a message and its answer, the bot sends it again with the
    same nonce when it is back: one message is there, it is the one that was stored, and its buttons
    work in the new process.
    """
    guild = server.add_guild("Lab")
    channel = guild.add_text_channel("papers")
    max_ = server.add_user("max")
    await due_digest(database, guild, channel)
    await killed_after_storing(server, site, database, channel)
    async with paperboy(server, site, database) as bot:
        sent = await event(bot, "part_sent")
        (message,) = server.messages(channel)
        assert sent["message"] == message.id
        card = await max_.click(message, message.custom_id("1"))
        assert card.message.ephemeral
        assert "Ada Lovelace" in card.message.text
        saved = await max_.click(card.message, card.message.custom_id("Save"))
        assert "Saved" in saved.message.text
        assert query(database, "SELECT user FROM saved") == [(max_.id,)]
        assert await bot.stop() == 0
    assert server.messages(channel) == [message]
    first, second = (r.body for r in sent_to(server, channel))
    assert isinstance(first, dict)
    assert isinstance(second, dict)
    assert first["nonce"] == second["nonce"]


async def test_after_the_nonce_is_forgotten_the_channel_is_read_back(
    site: PapersSite, database: Path
) -> None:
    """Killed there and away for longer than Discord remembers a nonce, the bot finds its message in
    the channel. Where it may not read the history nothing is sent again by itself:
    `/digest status` says that nobody knows, and **Send again** sends it.
    """
    async with DiscordServer(replace(Settings(), nonce_window=0.0)) as server:
        ada = server.add_stranger("ada")
        guild = server.add_guild("Lab", owner=ada)
        readable = guild.add_text_channel("papers")
        mute = Overwrite(deny=Permission.READ_MESSAGE_HISTORY)
        unreadable = guild.add_text_channel("walled", {guild.bot_role: mute})
        for channel in (readable, unreadable):
            await due_digest(database, guild, channel)
        await killed_after_storing(server, site, database, readable, unreadable)
        query(database, "UPDATE part SET attempted = attempted - 600")
        async with paperboy(server, site, database) as bot:
            sent, unsure = await event(bot, "part_sent"), await event(bot, "part_unsure")
            assert sent["message"] == server.messages(readable)[0].id
            assert (sent["subscription"], unsure["subscription"]) == (1, 2)
            assert any(r.route == READ_HISTORY for r in server.requests)
            assert [len(sent_to(server, c)) for c in (readable, unreadable)] == [1, 1]

            async with asyncio.timeout(10):
                status = await ada.slash(readable, "digest status")
                while "on its way" in status.message.text:  # not recorded yet
                    status = await ada.slash(readable, "digest status")
            assert "may or may not have arrived" in status.message.text
            assert query(database, STATES) == [("sent",), ("unsure",)]
            again = await ada.click(status.message, status.message.custom_id("Send again"))
            assert f"<#{unreadable.id}>" in again.message.text
            assert await bot.stop() == 0
        assert [len(server.messages(c)) for c in (readable, unreadable)] == [1, 2]


@pytest.mark.parametrize("behind", [7 * 60, -7 * 60])
async def test_a_clock_that_is_wrong_by_minutes_finds_its_message(
    site: PapersSite, database: Path, behind: int
) -> None:
    """Killed before it heard that its message is there, and started two minutes later by Discord's
    clock and at once by its own: the bot looks where the message is, and sends no second one.
    """
    passed = [0]

    def clock() -> float:
        return time.time() - behind + passed[0]  # noqa: TID251 - Discord's, which ours is not

    async with DiscordServer(replace(Settings(), nonce_window=0.0, clock=clock)) as server:
        guild = server.add_guild("Lab")
        channel = guild.add_text_channel("papers")
        await due_digest(database, guild, channel)
        await killed_after_storing(server, site, database, channel)
        passed[0] = 120
        async with paperboy(server, site, database) as bot:
            sent = await event(bot, "part_sent")
            (message,) = server.messages(channel)
            assert sent["message"] == message.id
            assert await bot.stop() == 0
        assert len(sent_to(server, channel)) == 1

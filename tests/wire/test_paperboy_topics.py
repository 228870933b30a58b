"""The picture of a weekly digest on the wire: a multipart message as Discord documents it."""

from __future__ import annotations

from datetime import date, timedelta
from io import BytesIO
from pathlib import Path

import aiohttp
from aiohttp import web
from discord_loopback import MESSAGE_CREATE, DiscordServer, Permission
from paperboy_peer import NOW, event, paperboy, query
from papers_site import PapersSite
from PIL import Image

from bot.core.papers import PaperDraft, Signals
from bot.core.schedules import Schedule, weekly
from bot.core.subscriptions import ChannelTarget, Wish
from bot.storage.database import Database
from bot.storage.papers import PaperRows
from bot.storage.subscriptions import SubscriptionRows

AGO = timedelta(minutes=2)


def paper(number: int, released: date, keyword: str) -> PaperDraft:
    """Make a paper about something."""
    return PaperDraft(
        (f"arxiv:2401.{number:05}",),
        f"Alpha{number} Beta{number} Gamma{number}",
        "huggingface",
        released,
        keywords=(keyword,),
        signals=Signals(number % 50),
    )


async def weekly_digest(database: Path, guild: int, channel: int, owner: int) -> None:
    """Put five weeks of papers into the database, and a weekly digest that was due just now."""
    today, due = NOW.date(), (NOW - AGO).replace(second=0, microsecond=0)
    news = [paper(n, today - timedelta(days=n % 6), "agents") for n in range(30)]
    olds = [paper(100 + n, today - timedelta(days=8 + n % 26), "diffusion") for n in range(60)]
    async with Database.open(database) as opened:
        await PaperRows(opened).upsert([*news, *olds], NOW)
        at = due.time().replace(tzinfo=None)
        wish = Wish("*", Schedule("UTC", at, weekly(due.weekday())))
        target = ChannelTarget(guild, channel)
        rows = SubscriptionRows(opened)
        await rows.create(target, wish, due, owner, NOW - timedelta(days=8))


async def test_a_weekly_digest_brings_its_picture(
    server: DiscordServer, site: PapersSite, database: Path
) -> None:
    """In one message with its nonce, shown by a gallery that tells in words what it shows; the
    message is found again by its button.
    """
    guild = server.add_guild("Lab")
    channel = guild.add_text_channel("papers")
    await weekly_digest(database, guild.id, channel.id, guild.owner.id)
    async with paperboy(server, site, database) as bot:
        await event(bot, "part_sent")
        message = await server.message_in(channel)
        assert "Topics that rose and fell" in message.text
        (address,) = message.images
        async with aiohttp.ClientSession() as http, http.get(address) as answer:
            picture = await answer.read()
        assert Image.open(BytesIO(picture)).size[0] == 1_000
        (sent,) = [one for one in server.requests if one.route == MESSAGE_CREATE]
        assert isinstance(sent.body, dict)
        assert sent.body["nonce"]
        assert sent.body["attachments"] == [{"id": 0, "filename": "topics.png"}]
        gallery = str(sent.body["components"])
        assert "attachment://topics.png" in gallery
        assert "Rose: agents 30, usually 0. Fell: diffusion 0, usually 30." in gallery
        assert await bot.stop() == 0
    assert query(database, "SELECT state FROM part") == [("sent",)]


async def test_where_files_are_not_allowed_the_digest_comes_without(
    server: DiscordServer, site: PapersSite, database: Path
) -> None:
    """Discord would refuse the whole message; nothing is paused for a picture."""
    guild = server.add_guild("Lab")
    channel = guild.add_text_channel("papers")
    everyone = guild.roles[guild.id]
    channel.set_overwrite(everyone, deny=Permission.ATTACH_FILES)
    await weekly_digest(database, guild.id, channel.id, guild.owner.id)
    async with paperboy(server, site, database) as bot:
        await event(bot, "part_sent")
        message = await server.message_in(channel)
        assert "Topics that rose" not in message.text
        assert message.images == []
        assert await bot.stop() == 0


async def test_a_picture_that_got_lost_with_its_answer_is_not_sent_twice(
    server: DiscordServer, site: PapersSite, database: Path
) -> None:
    """Where Discord fails behind the effect the same goes out once more, its nonce and its picture
    with it: one message.
    """
    guild = server.add_guild("Lab")
    channel = guild.add_text_channel("papers")
    await weekly_digest(database, guild.id, channel.id, guild.owner.id)
    lost: list[str] = []

    async def lose(request: web.Request, route: str) -> web.Response | None:
        del request
        if route != MESSAGE_CREATE or lost:
            return None
        lost.append(route)
        return web.json_response({"message": "500: Internal Server Error", "code": 0}, status=500)

    server.after(lose)
    async with paperboy(server, site, database) as bot:
        await event(bot, "part_sent")
        assert await bot.stop() == 0
    (message,) = server.messages(channel)
    assert len(message.images) == 1
    first, second = [one.body for one in server.requests if one.route == MESSAGE_CREATE]
    assert first == second

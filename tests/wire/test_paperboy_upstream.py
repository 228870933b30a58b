"""What a misbehaving Hugging Face does to the running process: it costs its own days and no more,
and everybody who asks is told.
"""

from __future__ import annotations

import json
from datetime import date, timedelta
from pathlib import Path

from aiohttp import web
from discord_loopback import DiscordServer
from paperboy_peer import NOW, due_digest, event, events, paperboy, query
from papers_site import PapersSite, items_of

TODAY = NOW.date()


async def a_page(_request: web.Request) -> web.Response:
    """Answer with what a browser would show."""
    return web.Response(text="<!doctype html><h1>Maintenance</h1>", content_type="text/html")


async def nothing(_request: web.Request) -> web.Response:
    """Answer with an empty body."""
    return web.Response(body=b"", content_type="application/json")


async def half(request: web.Request) -> web.Response:
    """Answer with the first half of what would be right."""
    whole = json.dumps(items_of(date.fromisoformat(request.query["date"])))
    return web.Response(text=whole[: len(whole) // 2], content_type="application/json")


async def ten_megabytes(_request: web.Request) -> web.Response:
    """Answer with more than anybody asked for."""
    return web.Response(body=b"[" + b" " * 10_000_000 + b"]", content_type="application/json")


async def a_fault(_request: web.Request) -> web.Response:
    """Answer 500."""
    return web.Response(status=500)


async def a_circle(request: web.Request) -> web.Response:
    """Send whoever asks back to where they are."""
    return web.Response(status=302, headers={"Location": request.path_qs})


FAULTS = {
    TODAY: (a_page, "html"),
    TODAY - timedelta(days=8): (a_page, "html"),
    TODAY - timedelta(days=9): (nothing, "empty"),
    TODAY - timedelta(days=10): (half, "truncated"),
    TODAY - timedelta(days=11): (ten_megabytes, "too_large"),
    TODAY - timedelta(days=12): (a_fault, "status 500"),
    TODAY - timedelta(days=13): (a_circle, "redirects without end"),
}
"""Days, what they answer, and what the log says of it."""


async def test_bad_days_cost_themselves_alone(
    server: DiscordServer, site: PapersSite, database: Path
) -> None:
    """HTML, nothing, half a JSON, 10 MB, a 500 and a circle of redirects, each for a day: the other
    days' papers arrive, and what is whole of the half; the digest is posted, each bad day is one
    line in the log that names source and day, and `/digest status` says what is wrong with today.
    """
    ada = server.add_stranger("ada")
    guild = server.add_guild("Lab", owner=ada)
    channel = guild.add_text_channel("papers")
    await due_digest(database, guild, channel)
    site.instead = {day: answer for day, (answer, _) in FAULTS.items()}
    async with paperboy(server, site, database) as bot:
        message = await server.message_in(channel, timeout=30)
        assert f"{TODAY - timedelta(days=1):%d %b %Y}" in message.text
        done = await event(bot, "backfill_done")
        assert done["failed_days"] == len(FAULTS)
        assert done["papers"] == 5 * (30 - len(FAULTS)) + 2  # of five that are cut in half
        days = {day for (day,) in query(database, "SELECT released FROM paper")}
        assert days == {
            str(TODAY - timedelta(days=back))
            for back in range(30)
            if FAULTS.get(TODAY - timedelta(days=back), (half, ""))[0] is half
        }
        failed = events(bot, "source_failed")
        for day, (_, said) in FAULTS.items():
            lines = [line for line in failed if line["day"] == str(day)]
            assert len(lines) == (2 if day == TODAY else 1)  # today was asked for twice
            for line in lines:
                assert line["source"] == "huggingface"
                assert said in str(line["error"])
                assert "exception" not in line
        status = await ada.slash(channel, "digest status")
        assert "Hugging Face Daily Papers: failed" in status.message.text
        assert "its answer made no sense" in status.message.text
        assert await bot.stop() == 0

"""What a misbehaving Hugging Face does to the running process: it costs its own days and no more,
and everybody who asks is told.
"""

from __future__ import annotations

import json
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from aiohttp import web
from discord_loopback import DiscordServer
from paperboy_peer import due_digest, event, events, paperboy, query
from papers_site import PapersSite, items_of


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
    0: (a_page, "html"),
    8: (a_page, "html"),
    9: (nothing, "empty"),
    10: (half, "truncated"),
    11: (ten_megabytes, "too_large"),
    12: (a_fault, "status 500"),
    13: (a_circle, "redirects without end"),
}
"""How many days ago a day is, what it answers, and what the log says of it."""


async def test_bad_days_cost_themselves_alone(
    server: DiscordServer, site: PapersSite, database: Path
) -> None:
    """HTML, nothing, half a JSON, 10 MB, a 500 and a circle of redirects, each for a day: the other
    days' papers arrive, and what is whole of the half; the digest is posted, each bad day is one
    line in the log that names source and day, and `/digest status` says what is wrong with today.
    """
    today = datetime.now(UTC).date()  # noqa: TID251 - the process under test lives in real time
    ada = server.add_stranger("ada")
    guild = server.add_guild("Lab", owner=ada)
    channel = guild.add_text_channel("papers")
    await due_digest(database, guild, channel)
    site.instead = {today - timedelta(days=back): one for back, (one, _) in FAULTS.items()}
    async with paperboy(server, site, database) as bot:
        message = await server.message_in(channel, timeout=30)
        assert f"{today - timedelta(days=1):%d %b %Y}" in message.text
        done = await event(bot, "backfill_done")
        assert done["failed_days"] == len(FAULTS)
        assert done["papers"] == 5 * (30 - len(FAULTS)) + 2  # of five that are cut in half
        days = {day for (day,) in query(database, "SELECT released FROM paper")}
        assert days == {
            str(today - timedelta(days=back))
            for back in range(30)
            if FAULTS.get(back, (half, ""))[0] is half
        }
        failed = events(bot, "source_failed")
        for back, (_, said) in FAULTS.items():
            day = today - timedelta(days=back)
            lines = [line for line in failed if line["day"] == str(day)]
            assert len(lines) == (2 if back == 0 else 1)  # today was asked for twice
            for line in lines:
                assert line["source"] == "huggingface"
                assert said in str(line["error"])
                assert "exception" not in line
        status = await ada.slash(channel, "digest status")
        assert "Hugging Face Daily Papers: failed" in status.message.text
        assert "its answer made no sense" in status.message.text
        assert await bot.stop() == 0

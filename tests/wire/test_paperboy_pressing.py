"""Presses on one button, closer together than its answer takes."""

from __future__ import annotations

import asyncio
from pathlib import Path

from discord_loopback import DiscordServer
from paperboy_peer import paperboy, query
from papers_site import PapersSite

PRESSES = 8


async def test_many_presses_on_subscribe_make_one_subscription(
    server: DiscordServer, tmp_path: Path
) -> None:
    """One subscribes and says hello; every other press is told that the panel was used up."""
    database = tmp_path / "paperboy.db"
    channel = server.add_guild("Lab").add_text_channel("papers")
    ada = server.add_user("ada")
    async with PapersSite() as site, paperboy(server, site, database) as bot:
        await server.ready()
        panel = (await ada.slash(channel, "subscribe")).message
        go = panel.custom_id("Subscribe")
        pressed = await asyncio.gather(*(ada.click(panel, go) for _ in range(PRESSES)))

        def settled() -> bool | None:
            told = [m for press in pressed for m in press.messages if "was used up" in m.text]
            done = len(told) == PRESSES - 1 and panel.text.startswith("✅ Subscribed.")
            return done or None

        await server.until(settled, "one press to subscribe and the others to be told")
        assert query(database, "SELECT count(*) FROM subscription") == [(1,)]
        assert len(server.dm(ada).from_bot) == 1
        assert await bot.stop() == 0

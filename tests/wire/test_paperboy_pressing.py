"""Two presses on one button, closer together than its answer takes."""

from __future__ import annotations

import asyncio
from pathlib import Path

from discord_loopback import DiscordServer
from paperboy_peer import paperboy, query
from papers_site import PapersSite


async def test_two_presses_on_subscribe_make_one_subscription(
    server: DiscordServer, tmp_path: Path
) -> None:
    """One subscribes; the other is told that the panel was used up. So do eight."""
    database = tmp_path / "paperboy.db"
    channel = server.add_guild("Lab").add_text_channel("papers")
    ada = server.add_user("ada")
    async with PapersSite() as site, paperboy(server, site, database) as bot:
        await server.ready()
        panel = (await ada.slash(channel, "subscribe")).message
        go = panel.custom_id("Subscribe")
        presses = await asyncio.gather(*(ada.click(panel, go) for _ in range(8)))
        assert query(database, "SELECT count(*) FROM subscription") == [(1,)]
        assert len(presses) == 8
        assert panel.text.startswith("✅ Subscribed.")
        assert len(server.dm(ada).from_bot) == 1
        assert await bot.stop() == 0

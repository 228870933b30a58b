"""The pace of a fan-out, as Discord sees it."""

from __future__ import annotations

from pathlib import Path

from discord_loopback import MESSAGE_CREATE, DiscordServer
from fault_scene import Ledger, Scene
from papers_site import PapersSite

BUDGET, READERS = 10, 40
MOST = 2 * BUDGET
"""Twice the budget in a second: what a machine that stands still for one may push together."""


async def test_no_second_of_a_fan_out_has_more_messages_than_its_budget(
    server: DiscordServer, site: PapersSite, database: Path
) -> None:
    """Counted in every second that begins with a message."""
    async with Scene.of(server, site, database) as scene:
        for number in range(READERS):
            await scene.reader(f"reader {number}")
        await scene.start(PAPERBOY_DISCORD__MESSAGES_PER_SECOND=str(BUDGET))
        await scene.ledger_is(Ledger(("sent",) * READERS))
        assert await scene.bot.stop() == 0
    sent = [one.at for one in server.requests if one.route == MESSAGE_CREATE]
    assert len(sent) == READERS
    assert max(sum(start <= at < start + 1 for at in sent) for start in sent) <= MOST

"""The start, measured: from the spawned process to READY, and resident memory, beside a bare bot.

Rules: Paperboy and a bare discord.py bot are processes against one loopback Discord, and the clock
is its: it stops when the bot has identified itself and READY is on its way. The two start in turns;
the figure is the ratio of their medians. Paperboy holds 5,000 papers and synced its commands at
an earlier start; its very first start, with no database, is told beside it. Memory is read after
READY and one answered command, Paperboy's after its first poll too; what the pages of
`health.port` add, which is off by itself, has a row of its own.
"""

from __future__ import annotations

import asyncio
import statistics
import tempfile
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

import psutil
from _wire import Promises, fill
from discord_loopback import BotProcess, Channel, DiscordServer
from paperboy_peer import event, fresh_paperboy
from papers_site import PapersSite
from wire_peers import bare_bot

if TYPE_CHECKING:
    from discord_loopback import Actor

TURNS = 7
ASKED = "gentle atention for robots, study 1021"


@dataclass(slots=True)
class Starts:
    """One bot's starts: seconds to READY and resident megabytes of each."""

    seconds: list[float] = field(default_factory=list[float])
    megabytes: list[float] = field(default_factory=list[float])

    def told(self) -> str:
        """Return the median and the extremes in words."""
        low, high = min(self.seconds), max(self.seconds)
        return f"{statistics.median(self.seconds):.2f} s ({low:.2f} to {high:.2f})"


@dataclass(frozen=True, slots=True)
class Place:
    """A server of one bot's own, with a channel and a person: their commands are not the same."""

    server: DiscordServer
    channel: Channel
    person: Actor

    @classmethod
    def in_(cls, server: DiscordServer) -> Place:
        """Furnish a server."""
        channel = server.add_guild("Reading group").add_text_channel("papers")
        return cls(server, channel, server.add_user("Ada"))

    async def ready(self, bot: BotProcess, starts: Starts) -> None:
        """Start the bot and note the seconds until READY is sent."""
        before, gateway = self.server.gateway.identified, self.server.gateway
        began = time.perf_counter()
        await bot.__aenter__()
        await self.server.until(lambda: gateway.identified > before, "READY")
        starts.seconds.append(time.perf_counter() - began)


async def start_bare(place: Place, starts: Starts) -> None:
    """Start the bare bot once, let it answer once, and stop it."""
    bot = bare_bot(place.server)
    await place.ready(bot, starts)
    await bot.line('"ready"')
    await place.person.slash(place.channel, "echo", {"text": "hello"})
    await ended(bot, starts)


async def start_whole(
    place: Place, site: PapersSite, database: Path, starts: Starts, **environment: str
) -> None:
    """Start Paperboy once, let it poll and answer once, and stop it."""
    bot = fresh_paperboy(place.server, site, database, **environment)
    await place.ready(bot, starts)
    await event(bot, "clock_started")
    answer = await place.person.slash(place.channel, "paper", {"title": ASKED})
    assert answer.message.text
    await ended(bot, starts)


async def ended(bot: BotProcess, starts: Starts) -> None:
    """Read the bot's memory and stop it."""
    starts.megabytes.append(psutil.Process(bot.pid).memory_info().rss / 2**20)
    await bot.stop()
    await bot.__aexit__(None, None, None)


async def main() -> None:
    """Start both in turns and print the rows."""
    promises = Promises()
    bare, whole, first, served = Starts(), Starts(), Starts(), Starts()
    with tempfile.TemporaryDirectory() as folder:
        database = Path(folder) / "paperboy.db"
        async with DiscordServer() as server, DiscordServer() as other, PapersSite() as site:
            mine, theirs = Place.in_(server), Place.in_(other)
            await start_whole(mine, site, database, first)
            await fill(database)
            await start_bare(theirs, Starts())  # the disk's cache is warm after it
            for turn in range(TURNS):
                if turn % 2:
                    await start_bare(theirs, bare)
                await start_whole(mine, site, database, whole)
                if not turn % 2:
                    await start_bare(theirs, bare)
            for _ in range(3):
                await start_whole(mine, site, database, served, PAPERBOY_HEALTH__PORT="0")
    ratio = statistics.median(whole.seconds) / statistics.median(bare.seconds)
    first_ratio = first.seconds[0] / statistics.median(bare.seconds)
    more = statistics.median(whole.megabytes) - statistics.median(bare.megabytes)
    promises.row("start to READY, bare bot", bare.told())
    promises.row("start to READY, Paperboy with 5,000 papers", whole.told())
    promises.row("start, Paperboy / bare bot", f"{ratio:.2f} ×", "≤ 1.5 ×", kept=ratio <= 1.5)
    promises.row("very first start / bare bot", f"{first_ratio:.2f} ×")
    promises.row("memory, bare bot", f"{statistics.median(bare.megabytes):.1f} MB")
    promises.row("memory, Paperboy − bare bot", f"{more:.1f} MB", "≤ 60 MB", kept=more <= 60)
    pages = statistics.median(served.megabytes) - statistics.median(whole.megabytes)
    promises.row("memory, what /healthz and /metrics add", f"{pages:.1f} MB")
    promises.leave()


if __name__ == "__main__":
    asyncio.run(main())

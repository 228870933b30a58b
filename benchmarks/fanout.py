"""Fan-out, measured: from the tick to the last message, for one channel and for 1,000 readers.

Rules: Paperboy is a process against the loopback Discord, which enforces Discord's own limit of
50 requests a second and keeps what arrives. The database holds 5,000 papers; every reader has a
query of their own and something that matches it. The clock starts when the tick finds what is due
(its log line) and stops when the message has arrived. The pace is counted from the first message to
the last, against the limit and against Paperboy's own budget below it. While messages go out,
somebody asks `/paper` again and again.
"""

from __future__ import annotations

import asyncio
import statistics
import tempfile
import time
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import pairwise
from pathlib import Path

from _wire import FIELDS, Promises, fill
from discord_loopback import (
    MESSAGE_CREATE,
    Actor,
    BotProcess,
    Channel,
    DiscordServer,
    Guild,
    NoAnswer,
)
from paperboy_peer import NOW, due_digest, event, everyday, paperboy
from papers_site import PapersSite

from bot.core.subscriptions import UserTarget, Wish
from bot.storage.database import Database
from bot.storage.subscriptions import SubscriptionRows

READERS = 1_000
LIMIT, BUDGET = 50, 45  # messages a second: Discord's, and what Paperboy allows itself
PAUSE = 0.1  # seconds between two `/paper`
PATIENCE = 75.0  # seconds for all messages; at the budget they take 22


@dataclass(frozen=True, slots=True)
class Sent:
    """When the tick began and when each message arrived, in seconds of the event loop."""

    tick: float
    arrivals: list[float]

    @property
    def pace(self) -> float:
        """Messages a second, from the first to the last."""
        return (len(self.arrivals) - 1) / (self.arrivals[-1] - self.arrivals[0])


async def tick_of(bot: BotProcess) -> float:
    """Wait for the tick that finds something due; returns when it did, in the loop's seconds."""
    said = datetime.fromisoformat(str((await event(bot, "due"))["timestamp"])).timestamp()
    since = time.time() - said  # noqa: TID251 - the log of the other process tells wall time
    return asyncio.get_running_loop().time() - since


def arrived(server: DiscordServer) -> list[float]:
    """Return when messages were taken, in order."""
    return [r.at for r in server.requests if r.route == MESSAGE_CREATE and r.status == 200]


async def one_channel(
    server: DiscordServer, site: PapersSite, database: Path, guild: Guild
) -> float:
    """Return the milliseconds from the tick to the one message that is due."""
    channel = guild.add_text_channel("papers")
    await due_digest(database, guild, channel)
    async with paperboy(server, site, database) as bot:
        await server.message_in(channel)
        tick = await tick_of(bot)
        await bot.stop()
    return (arrived(server)[-1] - tick) * 1e3


async def put_readers(database: Path, readers: list[tuple[Actor, Channel]]) -> None:
    """Put readers into the database, each with a query of their own, all due a moment ago."""
    due = (NOW - timedelta(minutes=2)).replace(second=0, microsecond=0)
    async with Database.open(database) as opened:
        rows = SubscriptionRows(opened)
        for number, (person, channel) in enumerate(readers):
            query = f"{FIELDS[number % 10]} | upvotes:>={number // 10}"
            wish = Wish(query, everyday(due), 3)
            await rows.create(UserTarget(person.id, channel.id), wish, due, person.id, NOW)


async def asking(person: Actor, channel: Channel, seconds: list[float]) -> None:
    """Ask `/paper` again and again; adds how long each answer took, infinity for none."""
    number = 0
    while True:
        number += 7
        title = f"attention for {FIELDS[number % 10]} stdy {number}"
        try:
            seconds.append((await person.slash(channel, "paper", {"title": title})).elapsed)
        except NoAnswer:
            seconds.append(float("inf"))
        await asyncio.sleep(PAUSE)


async def all_readers(
    server: DiscordServer, site: PapersSite, database: Path, guild: Guild
) -> tuple[Sent, list[float], list[int]]:
    """Return the times, the answers' seconds, and how many messages each reader got."""
    readers = [server.add_user(f"reader {number}", guild) for number in range(READERS)]
    channels = [server.dm(reader) for reader in readers]
    await put_readers(database, list(zip(readers, channels, strict=True)))
    before, answers = len(arrived(server)), list[float]()
    async with paperboy(server, site, database) as bot:
        tick = await tick_of(bot)
        asker = asyncio.create_task(asking(readers[0], guild.add_text_channel("talk"), answers))
        whole = before + READERS
        await server.until(lambda: len(arrived(server)) >= whole, "all messages", PATIENCE)
        asker.cancel()
        await bot.stop()
    sent = Sent(tick, arrived(server)[before:])
    return sent, answers, [len(channel.from_bot) for channel in channels]


async def main() -> None:
    """Bring out one digest, then a thousand messages, and print the rows."""
    promises = Promises()
    with tempfile.TemporaryDirectory() as folder:
        database = Path(folder) / "paperboy.db"
        await fill(database)
        async with DiscordServer() as server, PapersSite() as site:
            guild = server.add_guild("Reading group")
            one = await one_channel(server, site, database, guild)
            sent, answers, counts = await all_readers(server, site, database, guild)
            refused = server.count_429
    first, last = (sent.arrivals[place] - sent.tick for place in (0, -1))
    gap = max(later - earlier for earlier, later in pairwise(sent.arrivals))
    share = sent.pace / BUDGET
    promises.row("tick to the message, 1 channel", f"{one:.0f} ms")
    promises.row("tick to the first of 1,000 DMs", f"{first:.2f} s")
    promises.row("tick to the last of 1,000 DMs", f"{last:.2f} s")
    promises.row("  longest silence between two", f"{gap * 1e3:.0f} ms")
    promises.row("  share of Discord's 50/s", f"{sent.pace / LIMIT:.3f}")
    promises.row("  share of the budget of 45/s", f"{share:.3f}", "≥ 0.95", kept=share >= 0.95)
    promises.row("  refused by a limit (429)", str(refused), "0", kept=refused == 0)
    lost, doubled = counts.count(0), sum(count > 1 for count in counts)
    promises.row("  lost", str(lost), "0", kept=lost == 0)
    promises.row("  doubled", str(doubled), "0", kept=doubled == 0)
    slowest = sorted(answers)[int(len(answers) * 0.99)] * 1e3
    told = f"p50 {statistics.median(answers) * 1e3:.0f} ms, p99 {slowest:.0f} ms"
    promises.row(f"  /paper meanwhile, {len(answers)} times", told)
    promises.leave()


if __name__ == "__main__":
    asyncio.run(main())

"""Fan-out, measured: from the tick to the last message, for one channel and for 10,000 readers
(1,000 with `--quick`), and how soon `/paper` is answered meanwhile.

Rules: Paperboy is a process against the loopback Discord, which enforces Discord's own limit of
50 requests a second and keeps what arrives. The database holds 5,000 older papers and the 120 of
some days; every reader has a query of their own that something matches, and a DM that is open. The
clock starts when the tick finds what is due (its log line) and stops when the message has arrived.
The pace is counted from the first message to the last, against Paperboy's own budget, which is
below Discord's.

Somebody asks `/paper` for one of the older papers, its title mistyped, again and again: while
nothing is due, then while messages go out, each in five stretches; what counts is the median of the
five. An answer's time is from the gateway's event to the callback with the paper's card, on
Discord's side. This process has a loop of its own, so how late *it* comes is told, too: an answer
cannot be seen sooner.
"""

from __future__ import annotations

import asyncio
import gc
import math
import statistics
import sys
import tempfile
import time
from collections.abc import AsyncGenerator, Callable, Sequence
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from itertools import islice, pairwise
from pathlib import Path
from typing import Final

import psutil
from _subscribers import Reader, drafts, kind, put_readers, wishes
from _wire import PAPERS, Promises, fill, made_item, today
from discord_loopback import (
    MESSAGE_CREATE,
    Actor,
    BotProcess,
    Channel,
    DiscordServer,
    Guild,
    NoAnswer,
)
from paperboy_peer import NOW, due_digest, event, everyday, fresh_paperboy, query
from papers_site import PapersSite

from bot.core.candidates import hits_of, indexed, prepare
from bot.core.query import parse
from bot.storage.database import Database
from bot.storage.papers import PaperRows

READERS: Final = 1_000 if "--quick" in sys.argv else 10_000
LIMIT, BUDGET, SHARE = 50, 45, 0.95  # messages a second: Discord's, what Paperboy allows itself
STRETCHES: Final = 5
IDLE: Final = 4.0 if "--quick" in sys.argv else 24.0  # seconds of a stretch with nothing due
PAUSE: Final = 0.05  # seconds between two `/paper`
PATIENCE: Final = 1.5 * READERS / BUDGET + 30
SLOWER, LATER, NEVER_OVER = 1.5, 0.030, 0.250  # times idle, seconds past idle, seconds
DUE: Final = (NOW - timedelta(minutes=1)).replace(second=0, microsecond=0)


class Arrivals:
    """When messages were taken, read as they come: to scan all each time would hold Discord up."""

    def __init__(self, server: DiscordServer) -> None:
        self._requests = server.requests
        self._read = 0
        self._open: list[int] = []
        self.times: list[float] = []

    def count(self) -> int:
        """Look at what came since the last look; returns how many messages were taken so far."""
        self._open += range(self._read, len(self._requests))
        self._read = len(self._requests)
        waiting: list[int] = []
        for place in self._open:
            request = self._requests[place]
            if request.route == MESSAGE_CREATE and not request.status:
                waiting.append(place)
            elif request.route == MESSAGE_CREATE and request.status == 200:
                self.times.append(request.at)
        self._open = waiting
        return len(self.times)


@dataclass(slots=True)
class Asked:
    """The answers to `/paper` in some stretches: how long each took, infinity for none, and how
    late this process itself came.
    """

    stretches: list[list[float]] = field(default_factory=list[list[float]])
    late: list[float] = field(default_factory=list[float])

    def median(self, share: float) -> float:
        """Return the median over the stretches of this quantile."""
        return statistics.median(quantile(one, share) for one in self.stretches)

    @property
    def longest(self) -> float:
        """Return the longest of all answers."""
        return max(max(one) for one in self.stretches)

    def told(self) -> str:
        """Return it in words."""
        number = sum(map(len, self.stretches))
        p50, p99 = self.median(0.5) * 1e3, self.median(0.99) * 1e3
        return (
            f"p50 {p50:.0f} ms, p99 {p99:.0f} ms, longest {self.longest * 1e3:.0f} ms of {number}"
        )


def quantile(values: Sequence[float], share: float) -> float:
    """Return the smallest value that so large a share of all does not exceed."""
    return sorted(values)[math.ceil(len(values) * share) - 1]


async def tick_of(bot: BotProcess) -> float:
    """Wait for the tick that finds something due; returns when it did, in the loop's seconds."""
    said = datetime.fromisoformat(str((await event(bot, "due"))["timestamp"])).timestamp()
    since = time.time() - said  # noqa: TID251 - the log of the other process tells wall time
    return asyncio.get_running_loop().time() - since


async def one_channel(
    server: DiscordServer, site: PapersSite, database: Path, guild: Guild
) -> float:
    """Return the milliseconds from the tick to the one message that is due."""
    channel = guild.add_text_channel("papers")
    await due_digest(database, guild, channel)
    arrivals = Arrivals(server)
    async with fresh_paperboy(server, site, database) as bot:
        await server.message_in(channel)
        tick = await tick_of(bot)
        await bot.stop()
    arrivals.count()
    return (arrivals.times[-1] - tick) * 1e3


async def furnish(database: Path, server: DiscordServer, guild: Guild) -> list[Channel]:
    """Put papers and readers into the database, none due before tomorrow; returns their DMs."""
    async with Database.open(database) as opened:
        rows = PaperRows(opened)
        await rows.upsert(drafts(today()), datetime.now(UTC))  # noqa: TID251 - as the bot's own
        papers = await rows.released_since(today() - timedelta(days=8))
        ready = indexed(prepare(papers), papers)
        matching = (text for text in wishes() if hits_of(parse(text), ready))
        people = [server.add_user(f"reader {number}", guild) for number in range(READERS)]
        channels = [server.dm(person) for person in people]
        readers = [
            Reader(person.id, channel.id, text)
            for person, channel, text in zip(
                people, channels, islice(matching, READERS), strict=True
            )
        ]
        await put_readers(opened, readers, everyday(DUE), 3, DUE + timedelta(days=1))
    return channels


def mistyped(number: int) -> str:
    """Return what somebody types who means an older paper."""
    title = str(made_item(number, today())["title"])
    return title[:3] + title[4:].lower()


async def ask(person: Actor, channel: Channel, asked: Asked, over: Callable[[], bool]) -> None:
    """Ask `/paper` again and again until a stretch is `over`."""
    answers: list[float] = []
    asked.stretches.append(answers)
    while not over():
        title = mistyped(len(answers) * 7 % PAPERS + 1)
        try:
            answers.append((await person.slash(channel, "paper", {"title": title})).elapsed)
        except NoAnswer:
            answers.append(float("inf"))
        await asyncio.sleep(PAUSE)


@asynccontextmanager
async def noting_lateness(late: list[float]) -> AsyncGenerator[None]:
    """Note how late this process comes when it wants to do something every five milliseconds."""

    async def note() -> None:
        while True:
            began = time.perf_counter()
            await asyncio.sleep(0.005)
            late.append(time.perf_counter() - began - 0.005)

    task = asyncio.create_task(note())
    try:
        yield
    finally:
        task.cancel()
        with suppress(asyncio.CancelledError):
            await task


@dataclass(frozen=True, slots=True)
class Fanned:
    """What a fan-out showed. `busy` is the share of a CPU that the bot and this process took."""

    tick: float
    arrivals: list[float]
    idle: Asked
    during: Asked
    busy: tuple[float, float]
    messages: list[int]

    @property
    def pace(self) -> float:
        """Messages a second, from the first to the last."""
        return (len(self.arrivals) - 1) / (self.arrivals[-1] - self.arrivals[0])


async def all_readers(
    server: DiscordServer, site: PapersSite, database: Path, guild: Guild
) -> Fanned:
    """Bring messages to all readers; ask before and meanwhile."""
    channels = await furnish(database, server, guild)
    person, talk = server.add_user("Ada", guild), guild.add_text_channel("talk")
    idle, during, arrivals = Asked(), Asked(), Arrivals(server)
    before = arrivals.count()
    loop = asyncio.get_running_loop()
    async with fresh_paperboy(server, site, database) as bot:
        await event(bot, "clock_started")
        await person.slash(talk, "paper", {"title": "attention"})
        async with noting_lateness(idle.late):
            for _ in range(STRETCHES):
                end = loop.time() + IDLE
                await ask(person, talk, idle, lambda end=end: loop.time() > end)
        query(database, f"UPDATE subscription SET next_due = {DUE.timestamp():.0f}")  # noqa: S608 - a number
        tick = await tick_of(bot)
        both = psutil.Process(bot.pid), psutil.Process()
        used, began = [sum(one.cpu_times()[:2]) for one in both], loop.time()
        async with noting_lateness(during.late), asyncio.timeout(PATIENCE):
            for stretch in range(1, STRETCHES + 1):
                enough = before + READERS * stretch // STRETCHES
                await ask(person, talk, during, lambda enough=enough: arrivals.count() >= enough)
        passed = loop.time() - began
        cpu = [sum(one.cpu_times()[:2]) - was for one, was in zip(both, used, strict=True)]
        await bot.stop()
    arrivals.count()
    return Fanned(
        tick,
        arrivals.times[before:],
        idle,
        during,
        (cpu[0] / passed, cpu[1] / passed),
        [len(channel.from_bot) for channel in channels],
    )


def tell(promises: Promises, fanned: Fanned, refused: int) -> None:
    """Print the rows of the fan-out."""
    first, last = (fanned.arrivals[place] - fanned.tick for place in (0, -1))
    gap = max(later - earlier for earlier, later in pairwise(fanned.arrivals))
    share = fanned.pace / BUDGET
    promises.row(f"tick to the first of {READERS:,} DMs", f"{first:.2f} s", kind() + " queries")
    promises.row("  to the last", f"{last:.2f} s")
    promises.row("  longest silence between two", f"{gap * 1e3:.0f} ms")
    promises.row("  share of Discord's 50/s", f"{fanned.pace / LIMIT:.3f}")
    promises.row("  share of the budget of 45/s", f"{share:.3f}", f"≥ {SHARE}", kept=share >= SHARE)
    promises.row("  refused by a limit (429)", str(refused), "0", kept=refused == 0)
    lost, doubled = fanned.messages.count(0), sum(count > 1 for count in fanned.messages)
    promises.row("  lost", str(lost), "0", kept=lost == 0)
    promises.row("  doubled", str(doubled), "0", kept=doubled == 0)
    bot, here = fanned.busy
    promises.row("  share of a CPU: the bot, this Discord", f"{bot:.0%}, {here:.0%}")
    promises.row("/paper on the idle bot", fanned.idle.told())
    idle, during = fanned.idle.median(0.99), fanned.during.median(0.99)
    most = max(SLOWER * idle, idle + LATER)
    kept = during <= most and fanned.during.longest <= NEVER_OVER
    promise = f"p99 ≤ {most * 1e3:.0f} ms, never over {NEVER_OVER * 1e3:.0f} ms"
    promises.row("  meanwhile", fanned.during.told(), promise, kept=kept)
    late = [
        f"{quantile(asked.late, 0.99) * 1e3:.1f} ms ({max(asked.late) * 1e3:.0f} ms)"
        for asked in (fanned.idle, fanned.during)
    ]
    promises.row("  this Discord itself is late: p99 (most)", ", ".join(late))


async def main() -> None:
    """Bring out one digest, then thousands of messages, and print the rows."""
    promises = Promises()
    # This Discord remembers every request: to look through them all for garbage takes 300 ms.
    gc.disable()
    with tempfile.TemporaryDirectory() as folder:
        database = Path(folder) / "paperboy.db"
        await fill(database, today() - timedelta(days=14))
        async with DiscordServer() as server, PapersSite() as site:
            guild = server.add_guild("Reading group")
            fanned = await all_readers(server, site, database, guild)
            refused = server.count_429
            one = await one_channel(server, site, database, guild)
    promises.row("tick to the message, 1 channel", f"{one:.0f} ms")
    tell(promises, fanned, refused)
    promises.leave()


if __name__ == "__main__":
    asyncio.run(main())

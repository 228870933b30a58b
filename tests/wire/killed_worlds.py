"""What a process is killed in: places where something is due, and what is to be true afterwards."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from signal import SIGKILL

from aiohttp import web
from discord_loopback import (
    MESSAGE_CREATE,
    Actor,
    BotProcess,
    Channel,
    DiscordServer,
    Guild,
    Overwrite,
    Permission,
    Settings,
)
from forks import FORKS
from paperboy_peer import NOW, event, everyday, query, surroundings
from papers_site import PapersSite

from bot.core.subscriptions import ChannelTarget, Target, UserTarget, Wish
from bot.storage.database import Database
from bot.storage.subscriptions import SubscriptionRows

DUE = (NOW - timedelta(minutes=2)).replace(second=0, microsecond=0)
PATIENCE = 20.0
CRASHING = Path(__file__).with_name("crashing_paperboy.py")
STORED = f"stored {MESSAGE_CREATE}"
"""The point that only Discord sees: it has stored the message, and nobody has read the answer."""


async def eventually(condition: Callable[[], bool], what: str) -> None:
    """Wait for something that another process does."""
    try:
        async with asyncio.timeout(PATIENCE):
            while not condition():  # noqa: ASYNC110 - no event tells of a file's change
                await asyncio.sleep(0.02)
    except TimeoutError:
        raise TimeoutError(f"waited for {what}") from None


@dataclass(slots=True, eq=False)
class Killed:
    """A database, a Discord, and processes that come one after the other."""

    folder: Path
    server: DiscordServer
    site: PapersSite
    guild: Guild
    ada: Actor
    """Who owns the server and set its digests up."""

    @property
    def database(self) -> Path:
        """The file that every process opens."""
        return self.folder / "paperboy.db"

    def rows(self, sql: str) -> list[tuple[object, ...]]:
        """Return what a statement finds in the file."""
        return query(self.database, sql)

    async def put(self, *targets: Target) -> None:
        """Put subscriptions into the database that were due two minutes ago."""
        async with Database.open(self.database) as opened:
            rows = SubscriptionRows(opened)
            for target in targets:
                person = target.user_id if isinstance(target, UserTarget) else self.ada.id
                await rows.create(target, Wish("*", everyday(DUE), 3), DUE, person, NOW)

    def start(self, point: str = "", passes: int = 1) -> BotProcess:
        """Return a process to start, which ends at its `passes`-th pass of the point."""
        environment = surroundings(
            self.server,
            self.site,
            self.database,
            PAPERBOY_SOURCES__BACKFILL="false",
            POINTS_PASSED=str(self.folder / "passed"),
            CRASH_POINT=point,
            CRASH_PASS=str(passes),
        )
        bot = FORKS.python(str(CRASHING), "run", environment=environment)
        if point == STORED:
            self._kill_once_stored(bot, passes)
        return bot

    async def killed_at(self, point: str, passes: int = 1) -> None:
        """Start a process and wait until it was killed there."""
        async with self.start(point, passes) as bot:
            assert await bot.ended() == -SIGKILL, point
        self.server.clear_hooks()

    def _kill_once_stored(self, bot: BotProcess, messages: int) -> None:
        dead = asyncio.Event()

        async def keep(request: web.Request, route: str) -> None:
            channels = self.server.world.channels
            if route != MESSAGE_CREATE:
                return
            if not channels[int(request.match_info["channel_id"])].from_bot:
                return  # refused
            if sum(len(channel.from_bot) for channel in channels.values()) >= messages:
                bot.send(SIGKILL)
                dead.set()
            await dead.wait()

        self.server.after(keep)

    @asynccontextmanager
    async def recovered(self, parts: int) -> AsyncIterator[BotProcess]:
        """Start a process that nobody kills, and wait until nothing of so many parts is open."""
        async with self.start() as bot:
            await event(bot, "clock_started")
            await self.settled(parts)
            yield bot
            assert await bot.stop() == 0

    async def settled(self, parts: int) -> None:
        """Wait until there are so many parts, every one in its last state."""
        states = """SELECT count(*), count(*) FILTER (WHERE state IN ('planned', 'sending'))
                    FROM part"""
        await eventually(lambda: self.rows(states) == [(parts, 0)], f"{parts} parts to be settled")

    @property
    def passed(self) -> set[str]:
        """The points that were passed by any process so far."""
        return set((self.folder / "passed").read_text().splitlines())


@asynccontextmanager
async def killed_world(folder: Path, settings: Settings | None = None) -> AsyncIterator[Killed]:
    """Open a Discord with one server that Ada owns, papers, and an empty database."""
    async with DiscordServer(settings) as server, PapersSite() as site:
        ada = server.add_stranger("ada")
        guild = server.add_guild("Lab", owner=ada)
        yield Killed(folder, server, site, guild, ada)


@dataclass(slots=True, eq=False)
class Due:
    """A channel, one whose history may not be read, and three readers, of whom one's direct channel
    is not known yet: something is due in each.
    """

    world: Killed
    papers: Channel
    walled: Channel
    readers: list[Channel]

    @classmethod
    async def of(cls, world: Killed) -> Due:
        """Furnish the world."""
        guild, server = world.guild, world.server
        mute = Overwrite(deny=Permission.READ_MESSAGE_HISTORY)
        papers = guild.add_text_channel("papers")
        walled = guild.add_text_channel("walled", {guild.bot_role: mute})
        people = [server.add_user(name, guild) for name in ("max", "rosalind", "emmy")]
        directs = [server.dm(person) for person in people]
        known = [direct.id for direct in directs[:-1]]
        await world.put(
            ChannelTarget(guild.id, papers.id),
            ChannelTarget(guild.id, walled.id),
            *(
                UserTarget(person.id, channel)
                for person, channel in zip(people, [*known, None], strict=True)
            ),
        )
        return cls(world, papers, walled, directs)

    @property
    def places(self) -> list[Channel]:
        """All places, in the order of their subscriptions."""
        return [self.papers, self.walled, *self.readers]

    def planned_once(self) -> None:
        """Hold that every occurrence was planned once, and the next one is tomorrow's."""
        world = self.world
        assert world.rows("SELECT count(*), count(DISTINCT subscription) FROM delivery") == [(5, 5)]
        tomorrow = int((DUE + timedelta(days=1)).timestamp())
        assert world.rows("SELECT DISTINCT next_due FROM subscription") == [(tomorrow,)]

    def arrived_once(self, *places: Channel) -> None:
        """Hold that there is one message in each of these places (all, where none is named), and
        that it is the one in the ledger.
        """
        sql = """SELECT part.state, part.message FROM part
                 JOIN delivery ON delivery.id = part.delivery ORDER BY delivery.subscription"""
        for place, told in zip(self.places, self.world.rows(sql), strict=True):
            if places and place not in places:
                continue
            (message,) = self.world.server.messages(place)
            assert told == ("sent", message.id)


@dataclass(slots=True, eq=False)
class Refusing:
    """A channel in which the bot may not write, where something is due."""

    world: Killed
    channel: Channel

    @classmethod
    async def of(cls, world: Killed) -> Refusing:
        """Add it to the world."""
        mute = Overwrite(deny=Permission.SEND_MESSAGES)
        channel = world.guild.add_text_channel("mute", {world.guild.bot_role: mute})
        await world.put(ChannelTarget(world.guild.id, channel.id))
        return cls(world, channel)

    async def stopped_and_told(self) -> None:
        """Wait until the digest has stopped, and Ada was told; once."""
        stopped = "SELECT pause_reason, alerted FROM subscription ORDER BY id DESC LIMIT 1"
        told = ("missing_permission", "missing_permission send-messages")
        await eventually(lambda: self.world.rows(stopped) == [told], "it to be told")
        (alert,) = self.world.server.messages(self.world.server.dm(self.world.ada))
        assert f"<#{self.channel.id}>" in alert.text

    def mend(self) -> None:
        """Let the bot write there."""
        self.channel.set_overwrite(self.world.guild.bot_role, allow=Permission.SEND_MESSAGES)

    async def arrived_once(self) -> None:
        """Wait until the message is there, and hold that Ada heard nothing more."""
        part = "SELECT state FROM part ORDER BY id DESC LIMIT 1"
        await eventually(lambda: self.world.rows(part) == [("sent",)], "it to arrive")
        assert len(self.world.server.messages(self.channel)) == 1
        assert len(self.world.server.messages(self.world.server.dm(self.world.ada))) == 1

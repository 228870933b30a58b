"""What a fault is set upon: a server with Ada who set its digests up, readers, and one process.

The process is `paperboy run` in a hurry: it looks more often and waits less, and is the same
otherwise. A fault strikes as a hook of the loopback Discord; each place is struck once, at its
first message, unless told otherwise.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, Awaitable, Callable
from contextlib import AsyncExitStack, asynccontextmanager, suppress
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from typing import TypeVar

from aiohttp import web
from discord_loopback import (
    MESSAGE_CREATE,
    Actor,
    BotProcess,
    Channel,
    DiscordServer,
    Guild,
    Message,
)
from paperboy_peer import due_digest, due_readers, event, paperboy, query
from papers_site import PapersSite

IN_A_HURRY = (
    "import datetime, bot.core.deliveries as steps, bot.errands.run as run;"
    "import bot.ui.link.patience as patience;"
    "steps._FIRST_RETRY = datetime.timedelta(seconds=1); run._TICK_SECONDS = 0.5;"
    "patience.LONGEST = 2.0;"
    "import discord.state; made = discord.state.ConnectionState.__init__;"
    "discord.state.ConnectionState.__init__ ="
    " lambda self, **told: made(self, **{**told, 'guild_ready_timeout': 0.1});"
)
"""A failed part is tried again after 1 s instead of 5, the clock ticks twice a second, answers are
waited for 2 s instead of 30, and the last server for 0.1 s instead of 2."""

FORGETFUL = (
    "steps.NONCE_HOLDS = datetime.timedelta(seconds=2);"
    "steps._FIRST_RETRY = datetime.timedelta(seconds=4);"
)
"""When a part is tried again, Discord's memory of its nonce is not relied on any more."""

WRONG_CLOCK = (
    "import pathlib, os, bot.services.clock as clock; right = clock.SystemClock.now;"
    "behind = pathlib.Path(os.environ['BEHIND']);"
    "clock.SystemClock.now = lambda self: right(self)"
    " - datetime.timedelta(seconds=float(behind.read_text()));"
)
"""The machine's clock is behind by what a file says."""

_PATIENCE = 20.0

T = TypeVar("T")
Strike = Callable[[web.Request], Awaitable[web.StreamResponse | None]]


@dataclass(frozen=True, slots=True)
class Ledger:
    """What the ledger holds: the state of each part in order, and why subscriptions stopped."""

    parts: tuple[str, ...]
    stopped: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Columns:
    """What is to be seen of a fault: by readers (per place, a phrase of each message), by whoever
    may mend it (a phrase of each word they were given), and in the ledger.
    """

    seen: tuple[tuple[str, ...], ...]
    told: tuple[str, ...]
    ledger: Ledger


@dataclass
class Scene:
    """One fault's world. `told` collects what people were told beside the direct messages."""

    server: DiscordServer
    site: PapersSite
    database: Path
    ada: Actor
    guild: Guild
    stack: AsyncExitStack
    places: list[Channel] = field(default_factory=list[Channel])
    heard: list[str] = field(default_factory=list[str])
    struck: list[int] = field(default_factory=list[int])
    readers: list[Actor] = field(default_factory=list[Actor])
    last: Message | None = None
    """The answer whose buttons are pressed next."""
    program: str = IN_A_HURRY
    processes: list[BotProcess] = field(default_factory=list[BotProcess])

    @property
    def bot(self) -> BotProcess:
        """The process that runs."""
        return self.processes[-1]

    async def start(self, **environment: str) -> None:
        """Start the bot."""
        program = ("-c", f"{self.program} from bot.cli import main; main()")
        process = paperboy(
            *(self.server, self.site, self.database, program),
            BEHIND=str(self.database.with_name("behind")),
            PAPERBOY_SOURCES__BACKFILL="false",  # a week of papers will do
            **environment,
        )
        self.processes.append(await self.stack.enter_async_context(process))

    async def restart(self) -> None:
        """Stop it, start it anew, and wait until the clock rings and papers were fetched."""
        assert await self.bot.stop() == 0
        await self.start()
        await event(self.bot, "clock_started")
        await event(self.bot, "source_polled")

    def is_behind(self, seconds: int) -> None:
        """Let the machine's clock be behind from now on, where it is one that can be `WRONG_CLOCK`;
        it is read at any moment, so the file is replaced whole.
        """
        new = self.database.with_name("behind.new")
        new.write_text(str(seconds))
        new.replace(self.database.with_name("behind"))

    @classmethod
    @asynccontextmanager
    async def of(
        cls, server: DiscordServer, site: PapersSite, database: Path
    ) -> AsyncGenerator[Scene]:
        """Set the stage: Ada shares another server with the bot, where she can still be reached."""
        ada = server.add_stranger("ada")
        guild = server.add_guild("Lab", owner=ada)
        server.add_guild("Elsewhere", owner=ada)
        async with AsyncExitStack() as stack:
            yield cls(server, site, database, ada, guild, stack)

    async def digest(
        self, name: str = "papers", *, ago: timedelta = timedelta(minutes=2)
    ) -> Channel:
        """Add a channel with a digest that has been due for so long."""
        channel = self.guild.add_text_channel(name)
        self.places.append(channel)
        await due_digest(self.database, self.guild, channel, ago=ago)
        return channel

    async def reader(self, name: str = "max", *, known: bool = True) -> Actor:
        """Add a reader whose papers are due; one is `known` whose direct channel is."""
        reader = self.server.add_user(name, self.guild)
        direct = self.server.dm(reader)
        self.readers.append(reader)
        self.places.append(direct)
        await due_readers(self.database, {reader.id: direct.id})
        if not known:
            query(self.database, "UPDATE user SET dm_channel = NULL")
        return reader

    def strike(
        self, strike: Strike, *, after: bool = False, times: int = 1, place: Channel | None = None
    ) -> None:
        """Let this happen to each place's first messages (or that one's), `after` they were stored
        or before.
        """
        left = {p.id: times for p in ([place] if place else self.places)}

        async def hook(request: web.Request, route: str) -> web.StreamResponse | None:
            number = int(request.match_info.get("channel_id", "0"))
            if route != MESSAGE_CREATE or not left.get(number):
                return None
            left[number] -= 1
            self.struck.append(number)
            return await strike(request)

        (self.server.after if after else self.server.before)(hook)

    def attempts(self, place: Channel) -> list[float]:
        """Return when the bot tried to write there, by the event loop's time."""
        asked = (r for r in self.server.requests if r.route == MESSAGE_CREATE)
        return [r.at for r in asked if f"/channels/{place.id}/" in r.path]

    async def looks_like(self, wanted: Columns) -> None:
        """Wait until everything is as it is wanted, and fail with what it is instead."""
        await self._becomes(lambda: self._found(wanted), wanted)

    async def ledger_is(self, wanted: Ledger) -> None:
        """Wait until the ledger is as it is wanted."""
        await self._becomes(self.ledger, wanted)

    @staticmethod
    async def _becomes(look: Callable[[], T], wanted: T) -> None:
        found = look()
        with suppress(TimeoutError):
            async with asyncio.timeout(_PATIENCE):
                while found != wanted:
                    await asyncio.sleep(0.05)
                    found = look()
        assert found == wanted

    def _found(self, wanted: Columns) -> Columns:
        direct = [m.text for m in self.server.dm(self.ada).history]
        return Columns(
            tuple(
                _named([m.text for m in place.history], phrases)
                for place, phrases in zip(
                    self.places, [*wanted.seen, *[()] * len(self.places)], strict=False
                )
            ),
            _named([*direct, *self.heard], wanted.told),
            self.ledger(),
        )

    def ledger(self) -> Ledger:
        """Read the ledger from the file."""
        if not query(self.database, "SELECT 1 FROM sqlite_schema WHERE name = 'part'"):
            return Ledger(())
        parts = query(self.database, "SELECT state FROM part ORDER BY id")
        stopped = "SELECT pause_reason FROM subscription WHERE pause_reason NOT NULL ORDER BY id"
        return Ledger(
            tuple(str(state) for (state,) in parts),
            tuple(str(reason) for (reason,) in query(self.database, stopped)),
        )


def _named(texts: list[str], phrases: tuple[str, ...]) -> tuple[str, ...]:
    """Name each text by the phrase that it is expected to hold, else by itself."""
    wanted = [*phrases, *[None] * len(texts)]
    return tuple(
        phrase if phrase is not None and phrase in text else text
        for text, phrase in zip(texts, wanted, strict=False)
    )

"""Kills, counted: Paperboy dies 2,000 times at random, and messages are counted.

Rules: six databases, each with a loopback Discord of its own. Before a start something becomes due
in three of twenty-four places, unless enough is left of before. The process is killed with SIGKILL
at a random moment, five times of six shortly after its first request to post has reached Discord,
else anywhere in its first moments, and the next one starts on the same file. Discord takes up to a
quarter of a second before it stores a message, and as long again before it answers. Three of the
Discords remember nonces for three minutes, as Discord does. For the others hours pass between a
kill and the next start: they have forgotten every nonce, so places are read back, but for one
channel that may not be.

A kill is between `sending` and `sent` where the file then holds a part that the dead process was
sending. At the end a last process brings what is left, and each part's messages are counted by the
button that every part has. The processes are forked from one that has loaded the program
(`tests/wire/forks.py`): 2,000 starts take minutes, not an hour.
"""

from __future__ import annotations

import argparse
import asyncio
import random
import re
import tempfile
import time
from collections import Counter
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import timedelta
from itertools import count
from pathlib import Path
from signal import SIGKILL

from _wire import Promises
from aiohttp import web
from discord_loopback import (
    MESSAGE_CREATE,
    BotProcess,
    Channel,
    DiscordServer,
    Overwrite,
    Permission,
    Role,
    Settings,
    User,
)
from forks import FORKS
from killed_worlds import CRASHING
from paperboy_peer import NOW, everyday, query, surroundings
from papers_site import PapersSite

from bot.core.subscriptions import ChannelTarget, Notes, Target, UserTarget, Wish
from bot.storage.database import Database
from bot.storage.subscriptions import SubscriptionRows

KILLS, PAIRS = 2_000, 6
CHANNELS, READERS, DUE_EACH = 4, 20, 3
ENOUGH = 9  # parts still open after a kill, with which nothing more becomes due
SLOW = 0.25  # seconds before Discord stores a message, and once more before it answers
WINDOW = 0.4  # seconds after the first request to post in which most kills fall
LIFE = 0.7  # seconds: the others fall anywhere in the first of them
LONGEST = 4.0  # seconds that such a request is waited for
AWAY = 3 * 3600.0  # seconds between two starts, for those that are away for hours
PATIENCE = 60.0
BUTTON = re.compile(r"v1:why:(\d+)$")
OPEN = """SELECT (SELECT count(*) FROM part WHERE state IN ('planned', 'sending'))
               + (SELECT count(*) FROM subscription WHERE next_due < unixepoch())"""

TRIED = "SELECT id, attempts FROM part WHERE state = 'sending'"


@dataclass(slots=True)
class Counts:
    """What came of the kills."""

    kills: int = 0
    in_the_window: int = 0
    due: int = 0
    states: Counter[str] = field(default_factory=Counter[str])
    lost: int = 0
    doubled: int = 0
    unsure_though_readable: int = 0


class Pair:
    """One database and one Discord, with process after process."""

    def __init__(self, folder: Path, *, away: bool) -> None:
        self._database = folder / "paperboy.db"
        self._away = AWAY if away else 0.0
        self._passed = 0.0
        window = 0.0 if away else Settings().nonce_window
        self._server = DiscordServer(replace(Settings(), nonce_window=window, clock=self._clock))
        self._site = PapersSite()
        self._places: list[Target] = []
        self._walled: Channel | None = None
        self._posting = asyncio.Event()
        self._in_flight = 0
        self._chance = random.Random(0)

    def _clock(self) -> float:
        return time.time() + self._passed  # noqa: TID251 - Discord's

    def _furnish(self) -> None:
        guild = self._server.add_guild("Lab")
        mute = Overwrite(deny=Permission.READ_MESSAGE_HISTORY)
        for number in range(CHANNELS):
            walls: dict[User | Role, Overwrite] = {guild.bot_role: mute} if number == 0 else {}
            channel = guild.add_text_channel(f"papers-{number}", walls)
            self._places.append(ChannelTarget(guild.id, channel.id))
            self._walled = self._walled or channel
        for number in range(READERS):
            person = self._server.add_user(f"reader {number}", guild)
            self._places.append(UserTarget(person.id, self._server.dm(person).id))
        self._server.before(self._slow)
        self._server.after(self._slow)

    async def _slow(self, request: web.Request, route: str) -> web.Response | None:
        if route == MESSAGE_CREATE:
            try:
                await request.read()
            except ConnectionError:  # it died in the middle of its request
                return web.Response(status=400)
            self._posting.set()
            await asyncio.sleep(self._chance.uniform(0, SLOW))
        return None

    async def _due(self, places: list[Target]) -> None:
        """Let something be due in these places; what has no papers left says so there."""
        due = (NOW - timedelta(minutes=2)).replace(second=0, microsecond=0)
        wish = Wish("*", everyday(due), 1, notes=Notes.ALL)
        async with Database.open(self._database, readers=0) as opened:
            rows = SubscriptionRows(opened)
            for place in places:
                await rows.create(place, wish, due, self._server.bot.id, NOW)

    def _start(self) -> BotProcess:
        self._posting.clear()
        environment = surroundings(
            self._server, self._site, self._database, PAPERBOY_SOURCES__BACKFILL="false"
        )
        return FORKS.python(str(CRASHING), "run", environment=environment)

    async def _killed_once(self, counts: Counts) -> None:
        before = set(query(self._database, TRIED))
        async with self._start() as bot:
            if self._chance.random() < 5 / 6:
                with suppress(TimeoutError):  # whatever was left was found, and nothing posted
                    async with asyncio.timeout(LONGEST):
                        await self._posting.wait()
                await asyncio.sleep(self._chance.uniform(0, WINDOW))
            else:
                await asyncio.sleep(self._chance.uniform(0, LIFE))
            bot.send(SIGKILL)
            assert await bot.ended() == -SIGKILL
        counts.kills += 1
        counts.in_the_window += bool(set(query(self._database, TRIED)) - before)
        if self._away:  # what was on its way to Discord has long arrived or been lost
            requests = self._server.requests
            async with asyncio.timeout(PATIENCE):
                while any(not r.elapsed for r in requests[-50:]):  # noqa: ASYNC110 - seconds at most
                    await asyncio.sleep(0.02)
            self._passed += self._away

    async def run(self, more: count[int], kills: int, counts: Counts) -> None:
        """Kill until it was done often enough, bring the rest, and count."""
        async with self._server, self._site:
            self._furnish()
            while next(more) < kills:
                if self._left() < ENOUGH:
                    await self._due(self._chance.sample(self._places, DUE_EACH))
                await self._killed_once(counts)
            async with self._start() as bot, asyncio.timeout(PATIENCE):
                while self._left():  # noqa: ASYNC110 - another process writes it
                    await asyncio.sleep(0.1)
                assert await bot.stop() == 0
            self._count(counts)

    def _left(self) -> int:
        """Return how many parts and subscriptions still have to do something."""
        return 0 if not self._database.exists() else int(str(query(self._database, OPEN)[0][0]))

    def _count(self, counts: Counts) -> None:
        there = Counter(
            int(found[1])
            for channel in self._server.world.channels.values()
            for message in channel.history
            for button in message.buttons
            if (found := BUTTON.match(button.get("custom_id", "")))
        )
        parts = query(
            self._database,
            """SELECT part.id, part.state, subscription.channel FROM part
               JOIN delivery ON delivery.id = part.delivery
               JOIN subscription ON subscription.id = delivery.subscription""",
        )
        (subscriptions,) = query(self._database, "SELECT count(*) FROM subscription")
        assert self._walled is not None
        counts.due += int(str(subscriptions[0]))
        counts.lost += int(str(subscriptions[0])) - len(parts)
        for part, state, channel in parts:
            messages = there[int(str(part))]
            unsure = state == "unsure"
            counts.states[str(state)] += 1
            counts.lost += messages == 0 and not unsure
            counts.doubled += messages > 1
            counts.unsure_though_readable += unsure and channel != self._walled.id


async def main(kills: int) -> None:
    """Kill, count, and print the rows."""
    counts, more, began = Counts(), count(), time.monotonic()
    with tempfile.TemporaryDirectory() as folder, FORKS:
        async with asyncio.TaskGroup() as pairs:
            for number in range(PAIRS):
                own = Path(folder) / str(number)
                own.mkdir()
                pair = Pair(own, away=number % 2 == 1)
                pairs.create_task(pair.run(more, kills, counts))
    minutes = (time.monotonic() - began) / 60
    promises = Promises()
    share = counts.in_the_window / counts.kills
    states = ", ".join(f"{n} {state}" for state, n in sorted(counts.states.items()))
    promises.row("kills at random", f"{counts.kills} in {minutes:.1f} min")
    promises.row(
        "  between committing sending and sent",
        f"{counts.in_the_window} ({share:.0%})",
        "≥ 50 %",
        kept=share >= 0.5,
    )
    promises.row("  messages due", f"{counts.due}: {states}")
    promises.row("  lost", str(counts.lost), "0", kept=counts.lost == 0)
    promises.row("  doubled", str(counts.doubled), "0", kept=counts.doubled == 0)
    wrongly = counts.unsure_though_readable
    promises.row("  unsure where it can be read back", str(wrongly), "0", kept=wrongly == 0)
    promises.row("  unsure where it can not", str(counts.states["unsure"] - wrongly))
    promises.leave()


if __name__ == "__main__":
    arguments = argparse.ArgumentParser(description="Kill Paperboy at random, count messages.")
    arguments.add_argument("--kills", type=int, default=KILLS)
    asyncio.run(main(arguments.parse_args().kills))

"""The one place that knows everything and wires it.

`open_app` builds the whole bot around one database and hands out an `App` that can be driven step
by step (`tick`, `drain`, `poll`), by stories and the demo as well as by the clock. `run` is what
`paperboy run` does: the lock, the database, the login, the clock, and a clean end.
"""

from __future__ import annotations

import asyncio
import os
import signal
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import discord.http
import structlog
from discord.gateway import DiscordWebSocket
from yarl import URL

from bot.services.alarm import Alarm
from bot.services.clock import SystemClock
from bot.services.ingest import Ingest
from bot.services.library import Library
from bot.services.lookup import Lookup
from bot.services.people import People
from bot.services.publish import Publisher
from bot.services.recent import RecentPapers
from bot.services.subscribe import Subscriptions
from bot.sources.http import Limits, PoliteClient
from bot.sources.huggingface import HuggingFaceDaily
from bot.storage.database import Database
from bot.storage.deliveries import DeliveryRows
from bot.storage.drafts import DraftRows
from bot.storage.errors import AlreadyRunning
from bot.storage.library import LibraryRows
from bot.storage.lock import hold
from bot.storage.papers import PaperRows
from bot.storage.people import PeopleRows
from bot.storage.settings import SettingRows
from bot.storage.subscriptions import SubscriptionRows
from bot.titles import TitleIndex
from bot.ui.client import PaperboyClient
from bot.ui.connection import keep_connected
from bot.ui.courier import DiscordCourier
from bot.ui.desk import Desk
from bot.ui.handlers import HANDLERS
from cogs import FACTORIES

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, Sequence

    from bot.config import Settings
    from bot.process import health
    from bot.services.ports import Clock, DailySource

log = structlog.stdlib.get_logger(__name__)

_TICK_SECONDS = 5.0
_TICK_DEAD = 60.0  # without a tick for this long the clock is dead
_LAST_PATIENCE = 8.0  # seconds that a stop waits for what is in flight
_MEND_SECONDS = 3600.0
_LOCK_SECONDS = 2.0
_FIRST_POLL = 60.0  # seconds that a start waits for fresh papers before it catches up


@dataclass(slots=True)
class App:
    """The whole bot, wired. What is due is a question to the database, so every step can be taken
    at any time, by anybody, again.
    """

    settings: Settings
    client: PaperboyClient
    desk: Desk
    database: Database
    titles: TitleIndex
    ticked: float = field(default=0.0)

    async def tick(self) -> int:
        """Make the editions that are due; returns how many."""
        made = await self.desk.publisher.tick()
        self.ticked = self.desk.clock.monotonic()
        return made

    async def drain(self) -> int:
        """Bring out what is ready; returns how many parts were sent."""
        return await self.desk.publisher.drain()

    async def poll(self) -> None:
        """Fetch new papers and votes."""
        await self.desk.ingest.poll()


@asynccontextmanager
async def open_app(
    settings: Settings,
    *,
    clock: Clock | None = None,
    sources: Sequence[DailySource] | None = None,
    shard_count: int | None = None,
) -> AsyncGenerator[App]:
    """Open the database and build everything around it. Raises `StorageError`."""
    async with AsyncExitStack() as stack:
        clock = clock or SystemClock()
        database = await stack.enter_async_context(Database.open(settings.database.path))
        papers, people = PaperRows(database), PeopleRows(database)
        recent = RecentPapers(papers)
        subscriptions, deliveries = SubscriptionRows(database), DeliveryRows(database)
        titles = await _titles(papers)
        if sources is None:
            http = await stack.enter_async_context(
                PoliteClient(
                    user_agent=settings.user_agent,
                    limits=Limits(spacing=settings.sources.spacing_seconds),
                )
            )
            sources = (HuggingFaceDaily(http, settings.sources.huggingface_url),)

        client = PaperboyClient(
            handlers=HANDLERS,
            settings=SettingRows(database),
            shard_count=shard_count or settings.discord.shards,
        )
        courier = DiscordCourier(
            client, papers, people, clock, per_second=settings.discord.messages_per_second
        )
        desk = Desk(
            lookup=Lookup(papers, titles),
            subscriptions=Subscriptions(subscriptions, deliveries, recent, people, courier, clock),
            publisher=Publisher(subscriptions, deliveries, recent, courier, clock),
            library=Library(LibraryRows(database), papers, clock),
            people=People(people, clock),
            ingest=Ingest(papers, titles, sources, clock),
            drafts=DraftRows(database),
            deliveries=deliveries,
            papers=papers,
            clock=clock,
        )
        client.furnish(desk, FACTORIES)
        client.mended = desk.subscriptions.mend
        yield App(settings, client, desk, database, titles)


async def _titles(papers: PaperRows) -> TitleIndex:
    """Build the title index. Nobody is connected yet, so nobody waits: it needs no thread, whose
    memory would not be used again.
    """
    rows = await papers.titles()
    popularity = {str(row.key): float(row.upvotes) for row in rows}
    return TitleIndex.build(((str(row.key), row.title) for row in rows), popularity=popularity)


async def run(settings: Settings) -> None:
    """Run until SIGTERM or SIGINT; a second one ends it at once, which loses nothing.

    Raises `NeverAcceptedError`, `StorageError`.
    """
    assert settings.token is not None  # noqa: S101 - the command line asks for it first
    stop = asyncio.Event()
    _listen(stop)
    _point_to(settings)
    async with AsyncExitStack() as stack:
        if not await _take_lock(settings, stack, stop):
            return
        app = await stack.enter_async_context(open_app(settings))
        holdings = await app.desk.ingest.holdings()
        log.info(
            "opened",
            database=str(settings.database.path),
            papers=holdings.papers,
            oldest=str(holdings.oldest),
            newest=str(holdings.newest),
        )
        if settings.health.port is not None:
            from bot.process import health  # noqa: PLC0415 - a web server that few starts need

            port = await stack.enter_async_context(
                health.serve(settings.health.host, settings.health.port, _checks(app))
            )
            log.info("health_served", host=settings.health.host, port=port)
        await _live(app, settings.token.get_secret_value(), stop)
    log.info("stopped")


async def _live(app: App, token: str, stop: asyncio.Event) -> None:
    """Be connected and let the clock ring, until `stop`. What breaks the clock ends it all."""
    alarm = Alarm()

    async def finish() -> None:
        log.info("stopping")
        app.desk.publisher.stop()
        await alarm.stop(_LAST_PATIENCE)

    connected = asyncio.create_task(keep_connected(app.client, token, stop, finish))
    work = asyncio.create_task(_work(app, alarm))
    try:
        await asyncio.wait({connected, work}, return_when=asyncio.FIRST_COMPLETED)
        if work.done() and (fault := work.exception()) is not None:
            log.error("clock_broke", exc_info=fault)
            stop.set()
            await connected
            raise fault
        await connected
    finally:
        work.cancel()
        await asyncio.gather(work, return_exceptions=True)


def _listen(stop: asyncio.Event) -> None:
    """Let SIGTERM and Ctrl-C stop the bot; the second one leaves at once."""

    def told() -> None:
        if stop.is_set():
            log.warning("leaving_at_once")
            os._exit(0)
        stop.set()

    for name in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(name, told)


def _point_to(settings: Settings) -> None:
    """Tell discord.py where Discord is; it keeps both addresses in classes."""
    discord.http.Route.BASE = settings.discord.api_url
    if settings.discord.gateway_url is not None:
        DiscordWebSocket.DEFAULT_GATEWAY = URL(settings.discord.gateway_url)


async def _take_lock(settings: Settings, stack: AsyncExitStack, stop: asyncio.Event) -> bool:
    """Hold the database's lock; a second process waits here and says who holds it."""
    told = False
    while not stop.is_set():
        try:
            stack.enter_context(hold(settings.database.path, SystemClock().now()))
        except AlreadyRunning as error:
            if not told:
                log.warning("waiting_for_lock", held_by=str(error.holder))
                told = True
            try:
                await asyncio.wait_for(stop.wait(), _LOCK_SECONDS)
            except TimeoutError:
                continue
        else:
            return True
    return False


async def _work(app: App, alarm: Alarm) -> None:
    """After login: take up what was left, fetch what is new, then let the clock ring."""
    await app.client.wait_until_ready_once()
    log.info("recovered", parts=await app.desk.publisher.recover())

    async def bring() -> None:
        await app.desk.publisher.work(_TICK_SECONDS)

    fetching = asyncio.ensure_future(_first_fetch(app))
    try:
        await asyncio.wait({fetching}, timeout=_FIRST_POLL)
        if not fetching.done():  # it goes on; what is due does not wait for a slow source
            log.warning("first_fetch_slow", seconds=_FIRST_POLL)
        alarm.now("bring", bring)
        alarm.now("first tick", app.tick)
        alarm.every(_TICK_SECONDS, "tick", app.tick)
        alarm.every(_MEND_SECONDS, "mend", app.desk.subscriptions.mend)
        alarm.every(app.settings.sources.poll_minutes * 60, "poll", app.poll)
        alarm.start()
        log.info("clock_started", seconds=_TICK_SECONDS)
        await fetching
    finally:
        fetching.cancel()
        await asyncio.gather(fetching, return_exceptions=True)


async def _first_fetch(app: App) -> None:
    """Fetch what a new installation lacks, then what is new."""
    if app.settings.sources.backfill:
        await app.desk.ingest.backfill()
    await app.poll()


def _checks(app: App) -> dict[str, health.Check]:
    async def gateway() -> str | None:
        return app.client.gateway_fault(app.desk.clock.monotonic())

    async def database() -> str | None:
        await app.desk.ingest.holdings()
        return None

    async def tick() -> str | None:
        quiet = app.desk.clock.monotonic() - app.ticked
        return None if quiet < _TICK_DEAD else f"no tick for {quiet:.0f} s"

    return {"gateway": gateway, "database": database, "tick": tick}

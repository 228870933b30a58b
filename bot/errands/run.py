"""`paperboy run`: the lock, the connection, the whole bot, the clock, and a clean end.

    lock ─▶ database ready ─▶ connect ─▶ load and wire the rest ─▶ an older copy? ─▶ recover
         ─▶ fetch ─▶ tick

It connects first and loads the rest beside the connection: Discord takes two seconds to say which
servers there are, and loading takes less. What somebody types or presses meanwhile waits for it.
Only the lock and the database come before, so that a second process neither logs in nor migrates,
and a file that cannot be used costs no login (Discord counts 1,000 a day).
"""

from __future__ import annotations

import asyncio
import gc
import logging
import os
import signal
from collections.abc import Callable
from contextlib import AbstractAsyncContextManager, AsyncExitStack
from typing import TYPE_CHECKING

import aiohttp
import discord
import discord.http
from discord.gateway import DiscordWebSocket
from yarl import URL

from bot.process import logs
from bot.process.lean import without
from bot.services.clock import SystemClock
from bot.storage.errors import AlreadyRunning, StorageError
from bot.storage.lock import hold
from bot.storage.migrate import load_steps, prepare
from bot.ui.link.client import PaperboyClient
from bot.ui.link.connection import keep_connected

if TYPE_CHECKING:
    from bot.compose import App
    from bot.config import Settings
    from bot.services.alarm import Alarm

log = logging.getLogger(__name__)

_TICK_SECONDS = 5.0
_LAST_PATIENCE = 8.0  # seconds that a stop waits for what is in flight
_MEND_SECONDS = 3600.0
_TIDY_SECONDS = 6 * 3600.0
_NOTE_SECONDS = 60.0
_NOTE_PATIENCE = 1.0
_LOCK_SECONDS = 2.0
_FIRST_POLL = 60.0  # seconds that a start waits for fresh papers before it catches up
_INSTALL_AGAIN = 5.0
_TOO_MANY, _SERVER_FAULT = 429, 500


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
        prepare(settings.database.path, load_steps())
        client = PaperboyClient(shard_count=settings.discord.shards)
        life = _Life(client, settings, stack)
        token = settings.token.get_secret_value()
        connected = asyncio.create_task(keep_connected(client, token, stop, life.finish))
        work = asyncio.create_task(life.live())
        try:
            await asyncio.wait({connected, work}, return_when=asyncio.FIRST_COMPLETED)
            if work.done() and (fault := work.exception()) is not None:
                log.error("start_failed", exc_info=fault)
                stop.set()
                await connected
                raise fault
            await connected
        finally:
            await life.finish()
            work.cancel()
            await asyncio.gather(work, return_exceptions=True)
    log.info("stopped")


def load() -> Callable[..., AbstractAsyncContextManager[App]]:
    """Load the whole bot, which takes longer than to connect; returns `compose.open_app`."""
    logs.settle()
    with without("rich"), without("pygments"):
        from bot.compose import open_app  # noqa: PLC0415 - beside the connection, see above
    return open_app


class _Life:
    """What goes on beside the connection."""

    def __init__(self, client: PaperboyClient, settings: Settings, stack: AsyncExitStack) -> None:
        self._client = client
        self._settings = settings
        self._stack = stack
        self._app: App | None = None
        self._alarm: Alarm | None = None

    async def live(self) -> None:
        """Load the rest, take up what was left, fetch what is new, then let the clock ring."""
        await self._client.wait_until_connected_once()
        app = self._app = await self._load()
        await app.take_up()
        await self._install()
        await self._client.wait_until_ready_once()
        gc.freeze()  # what is loaded stays: to look through it again and again holds the loop up
        log.info("recovered", extra={"parts": await app.desk.publisher.recover()})
        fetching = asyncio.ensure_future(self._first_fetch(app))
        try:
            await asyncio.wait({fetching}, timeout=_FIRST_POLL)
            if not fetching.done():  # it goes on; what is due does not wait for a slow source
                log.warning("first_fetch_slow", extra={"seconds": _FIRST_POLL})
            self._ring(app)
            await asyncio.wait({fetching})
            if not fetching.cancelled() and (fault := fetching.exception()) is not None:
                log.error("first_fetch_failed", exc_info=fault)  # the next poll fetches it
        finally:
            fetching.cancel()
            await asyncio.gather(fetching, return_exceptions=True)

    async def finish(self) -> None:
        """Let what is in flight end; a second time does nothing."""
        if self._app is None:
            return
        app, self._app = self._app, None
        log.info("stopping")
        app.desk.publisher.stop()
        if self._alarm is not None:
            await self._alarm.stop(_LAST_PATIENCE)
            try:
                await asyncio.wait_for(app.note(), _NOTE_PATIENCE)
            except (StorageError, TimeoutError) as error:
                log.warning("ledger_not_noted", extra={"error": repr(error)})

    async def _load(self) -> App:
        open_app = load()
        metrics = None
        if self._settings.health.port is not None:
            from bot.process.metrics import Metrics  # noqa: PLC0415 - a library that few starts need

            metrics = Metrics()
        app = await self._stack.enter_async_context(
            open_app(self._settings, client=self._client, titles="kept", observer=metrics)
        )
        holdings = await app.desk.ingest.holdings()
        log.info(
            "opened",
            extra={
                "database": str(self._settings.database.path),
                "papers": holdings.papers,
                "oldest": str(holdings.oldest),
                "newest": str(holdings.newest),
            },
        )
        if metrics is not None:
            from bot.errands import pulse  # noqa: PLC0415 - a web server that few starts need

            port = await self._stack.enter_async_context(pulse.serve(app, metrics))
            log.info("health_served", extra={"host": self._settings.health.host, "port": port})
        return app

    async def _install(self) -> None:
        """Register the commands, however often Discord is busy."""
        while True:
            try:
                await self._client.install()
            except discord.HTTPException as error:
                if error.status != _TOO_MANY and error.status < _SERVER_FAULT:
                    raise
                log.warning("commands_not_synced", extra={"error": str(error)})
            except (discord.RateLimited, aiohttp.ClientError, OSError) as error:
                log.warning("commands_not_synced", extra={"error": str(error)})
            else:
                return
            await asyncio.sleep(_INSTALL_AGAIN)

    async def _first_fetch(self, app: App) -> None:
        """Fetch what a new installation lacks, then what is new."""
        if self._settings.sources.backfill:
            await app.desk.ingest.backfill()
        await app.poll()

    def _ring(self, app: App) -> None:
        from bot.services.alarm import Alarm  # noqa: PLC0415 - loaded beside the connection, too

        async def bring() -> None:
            await app.desk.publisher.work(_TICK_SECONDS)

        async def tick() -> None:
            if await app.tick():
                await app.note()

        alarm = self._alarm = Alarm()
        alarm.keep("bring", bring, _TICK_SECONDS)
        alarm.now("first mend", app.desk.subscriptions.mend)
        alarm.now("first tick", tick)
        alarm.every(_TICK_SECONDS, "tick", tick)
        alarm.every(_NOTE_SECONDS, "note", app.note)
        alarm.every(_MEND_SECONDS, "mend", app.desk.subscriptions.mend)
        alarm.every(_TIDY_SECONDS, "tidy", app.tidy)
        between = self._settings.sources.poll_minutes * 60
        alarm.every(between, "poll", app.poll)
        alarm.every(between, "poll added", app.poll_added, at_once=True)
        alarm.start()
        log.info("clock_started", extra={"seconds": _TICK_SECONDS})


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
                log.warning("waiting_for_lock", extra={"held_by": str(error.holder)})
                told = True
            try:
                await asyncio.wait_for(stop.wait(), _LOCK_SECONDS)
            except TimeoutError:
                continue
        else:
            return True
    return False

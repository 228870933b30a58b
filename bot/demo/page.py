"""The start page's server: one fixed address from which a person walks through the demo's Discord.

Rules: SimCord shows one room at a time, so entering one closes the other; every room has the same
port, the start page's and one more, where that is free. Time stands still until somebody asks for
the next morning. What SimCord refuses while somebody's action is under way is tried again for ten
seconds; what still fails becomes a sentence on the page, never a traceback.
"""

from __future__ import annotations

import asyncio
import secrets
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar
from zoneinfo import ZoneInfo

from aiohttp import web
from simcord import SetupError

from bot.demo import faces, start_page
from bot.demo.world import ZONE

if TYPE_CHECKING:
    import socket
    from collections.abc import AsyncGenerator, Awaitable, Callable, Sequence

    import simcord

    from bot.demo.world import World

_T = TypeVar("_T")
_TRIES, _PAUSE = 40, 0.25  # an action on the page ends within SimCord's five seconds
_BUSY = "Somebody's action in the open room is still under way. Try again in a moment."
_FRESH = {"Cache-Control": "no-store"}
_LAST_PORT = 65_535


@dataclass(frozen=True, slots=True)
class _Room:
    """A place to look at, and who may be looked through."""

    name: str
    channel: simcord.ChannelHandle
    viewers: Sequence[simcord.MemberActor | simcord.UserHandle]

    @property
    def messages(self) -> int:
        """How many messages everybody there sees."""
        return len(self.channel.history())


@asynccontextmanager
async def serve(world: World, listener: socket.socket) -> AsyncGenerator[tuple[str, int]]:
    """Serve the start page on a bound socket; yield its address and the port of the rooms."""
    port = int(listener.getsockname()[1])
    rooms = _Rooms(world, await _free_port(port + 1))
    app = web.Application()
    app.router.add_get("/", rooms.index)
    app.router.add_get("/paperboy.png", rooms.face)
    app.router.add_get("/open/{room}", rooms.open)
    app.router.add_post("/morning", rooms.morning)
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=1)
    await runner.setup()
    try:
        await web.SockSite(runner, listener).start()
        yield f"http://127.0.0.1:{port}/", rooms.port
    finally:
        await rooms.close()
        await runner.cleanup()


async def _free_port(wanted: int) -> int:
    """Return a port that is free now: the one wanted, or any."""
    for port in (wanted, 0):
        if port > _LAST_PORT:
            continue
        try:
            server = await asyncio.start_server(lambda _reader, _writer: None, "127.0.0.1", port)
        except OSError:
            continue
        async with server:
            return int(server.sockets[0].getsockname()[1])
    raise SetupError("no port is free on this machine")


class _Rooms:
    """What can be looked at, and the one Preview that is open."""

    def __init__(self, world: World, port: int) -> None:
        self.port = port
        self._world = world
        self._assets = world.assets
        self._rooms = {
            "papers": _Room("#papers", world.papers, (world.owner, world.reader)),
            "general": _Room("#general", world.general, (world.reader, world.owner)),
            "max": _Room(
                "Max's direct messages", world.reader_user.dm_channel, (world.reader_user,)
            ),
            "ada": _Room("Ada's direct messages", world.owner_user.dm_channel, (world.owner_user,)),
        }
        # One secret for the whole demo, so that a tab left behind finds the open room by a reload.
        self._secret = secrets.token_urlsafe(32)
        self._preview: simcord.Preview | None = None
        self._turn = asyncio.Lock()
        self._told = ""

    async def index(self, _request: web.Request) -> web.Response:
        """Show the rooms, the time, and what to try."""
        return self._page(self._told)

    async def face(self, _request: web.Request) -> web.Response:
        """The bot's picture."""
        return web.Response(body=faces.paperboy(), content_type="image/png")

    async def open(self, request: web.Request) -> web.Response:
        """Close what is open, open the other, lead there."""
        room = self._rooms.get(request.match_info["room"])
        if room is None:
            return self._page("There is no such room.", status=404)
        async with self._turn:
            try:
                await self.close()
                self._preview = await _patiently(lambda: self._enter(room))
            except (SetupError, TimeoutError):
                return self._page(_BUSY, status=503)
        raise web.HTTPFound(self._preview.url, headers=_FRESH)

    async def _enter(self, room: _Room) -> simcord.Preview:
        preview = self._world.env.preview(
            room.channel,
            viewers=room.viewers,
            layout="channel",
            assets=self._assets,
            locale="en-GB",
            timezone=ZONE,
            port=self.port,
        )
        preview.capability = self._secret
        return await preview.__aenter__()

    async def morning(self, _request: web.Request) -> web.Response:
        """Let time pass until the next message is due, bring it out, say where it came."""
        async with self._turn:
            before = {key: room.messages for key, room in self._rooms.items()}
            try:
                await _patiently(self._world.next_morning)
                if self._preview is not None:
                    await _patiently(self._preview.refresh)
            except (SetupError, TimeoutError):
                self._told = _BUSY
                raise web.HTTPSeeOther("/", headers=_FRESH) from None
            came = [room.name for key, room in self._rooms.items() if room.messages > before[key]]
            used_up = await self._world.used_up()
        self._told = start_page.news(came, used_up=used_up, bundled=self._world.bundled)
        raise web.HTTPSeeOther("/", headers=_FRESH)

    async def close(self) -> None:
        """Close the open Preview, if there is one."""
        if self._preview is not None:
            preview, self._preview = self._preview, None
            await preview.close()

    def _page(self, told: str, status: int = 200) -> web.Response:
        now = self._world.clock.now().astimezone(ZoneInfo(ZONE))
        counts = {key: room.messages for key, room in self._rooms.items()}
        text = start_page.page(now, counts, told, bundled=self._world.bundled)
        return web.Response(text=text, content_type="text/html", status=status, headers=_FRESH)


async def _patiently(act: Callable[[], Awaitable[_T]]) -> _T:
    """Do something that SimCord refuses while a person's action is under way."""
    for _ in range(_TRIES):
        try:
            return await act()
        except SetupError as error:
            if "overlap" not in str(error):
                raise
            await asyncio.sleep(_PAUSE)
    return await act()

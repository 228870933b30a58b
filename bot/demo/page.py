"""The start page: one fixed address from which a person walks through the demo's Discord.

SimCord shows one channel at a time, each under a new secret address; so a link here closes what is
open, opens the other and leads there. Time stands still in the demo until somebody asks for the
next morning.
"""

from __future__ import annotations

import asyncio
import html
from collections.abc import Mapping
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, TypeVar
from zoneinfo import ZoneInfo

from aiohttp import web
from simcord import SetupError

from bot.demo.world import ZONE

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, Awaitable, Callable

    import simcord

    from bot.demo.world import World

_T = TypeVar("_T")
_TRIES, _PAUSE = 40, 0.25  # an action on the page ends within SimCord's five seconds

_STYLE = """
:root { color-scheme: light dark; --paper:#fbf7ef; --ink:#2b2620; --line:#e2d8c6; --accent:#b8741a }
@media (prefers-color-scheme: dark) {
  :root { --paper:#1f1d1a; --ink:#ece6da; --line:#3a362f; --accent:#e8a33d } }
body { background:var(--paper); color:var(--ink); font:16px/1.55 system-ui, sans-serif;
  max-width:46rem; margin:3.5rem auto; padding:0 1.25rem }
h1 { font:600 2.1rem/1.2 Georgia, serif; margin:0 0 .25rem } h1 span { color:var(--accent) }
p.lead { margin:0 0 2rem; opacity:.85 }
.rooms { display:grid; grid-template-columns:repeat(auto-fit,minmax(13rem,1fr)); gap:.75rem }
a.room, button { display:block; box-sizing:border-box; width:100%; text-align:left; font:inherit;
  color:inherit; background:transparent; border:1px solid var(--line); border-radius:.6rem;
  padding:.8rem 1rem; text-decoration:none; cursor:pointer }
a.room:hover, button:hover, a.room:focus, button:focus { border-color:var(--accent); outline:none }
a.room b, button b { display:block } small { opacity:.75 }
h2 { font:600 1.05rem/1.3 Georgia, serif; margin:2rem 0 .6rem }
code { background:color-mix(in srgb, var(--accent) 14%, transparent); border-radius:.3rem;
  padding:.1rem .35rem; font-size:.92em } ul { padding-left:1.2rem; margin:.4rem 0 }
.note { border-left:3px solid var(--accent); padding:.1rem .9rem; margin:1.5rem 0 }
"""

_TRY = (
    ("/paper", "attention is all you ned", "any title, however badly remembered"),
    ("/search", "agents -survey", "words, “phrases”, -not, a | b"),
    ("/subscribe", "", "a panel: your topics, your time, your zone"),
    ("/digest setup", "Europe/Berlin", "only the server's owner sees it"),
    ("/digest status", "", "what came, what comes, what is wrong"),
    ("/help", "", "everything else"),
)


@asynccontextmanager
async def serve(
    world: World, port: int, assets: Mapping[str, tuple[str, bytes]]
) -> AsyncGenerator[str]:
    """Serve the start page on loopback and yield its address.

    Raises `OSError` where the port is taken.
    """
    rooms = _Rooms(world, assets)
    app = web.Application()
    app.router.add_get("/", rooms.index)
    app.router.add_get("/open/{room}", rooms.open)
    app.router.add_post("/morning", rooms.morning)
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    try:
        await web.TCPSite(runner, "127.0.0.1", port).start()
        yield f"http://127.0.0.1:{runner.addresses[0][1]}/"
    finally:
        await rooms.close()
        await runner.cleanup()


class _Rooms:
    """What can be looked at, and the one Preview that is open."""

    def __init__(self, world: World, assets: Mapping[str, tuple[str, bytes]]) -> None:
        self._world = world
        self._assets = assets
        self._preview: simcord.Preview | None = None
        self._turn = asyncio.Lock()
        self._told = ""

    async def index(self, _request: web.Request) -> web.Response:
        """Show the links, the time, and what to try."""
        now = self._world.clock.now().astimezone(ZoneInfo(ZONE))
        return web.Response(
            text=_page(now.strftime("%A %d %B %Y, %H:%M"), self._told), content_type="text/html"
        )

    async def open(self, request: web.Request) -> web.Response:
        """Close what is open, open the other, lead there."""
        world = self._world
        rooms = {
            "papers": (world.papers, (world.owner, world.reader)),
            "general": (world.general, (world.owner, world.reader)),
            "max": (world.reader_user.dm_channel, (world.reader_user,)),
            "ada": (world.owner_user.dm_channel, (world.owner_user,)),
        }
        room = rooms.get(request.match_info["room"])
        if room is None:
            raise web.HTTPNotFound(text="There is no such room.")
        channel, viewers = room
        async with self._turn:
            await self.close()

            async def enter() -> simcord.Preview:
                preview = world.env.preview(
                    channel, viewers=viewers, layout="channel", assets=self._assets, timezone=ZONE
                )
                return await preview.__aenter__()

            self._preview = await _patiently(enter)
        raise web.HTTPFound(self._preview.url)

    async def morning(self, _request: web.Request) -> web.Response:
        """Let time pass until the next message is due, and bring it out."""
        async with self._turn:
            sent = await _patiently(self._world.next_morning)
            if self._preview is not None:
                await _patiently(self._preview.refresh)
        now = self._world.clock.now().astimezone(ZoneInfo(ZONE)).strftime("%A, %H:%M")
        self._told = (
            f"It is {now}: {sent} message{'' if sent == 1 else 's'} came."
            if sent
            else f"It is {now}: nothing was due, or nothing new was there."
        )
        raise web.HTTPSeeOther("/")

    async def close(self) -> None:
        """Close the open Preview, if there is one."""
        if self._preview is not None:
            preview, self._preview = self._preview, None
            await preview.close()


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


def _page(now: str, told: str) -> str:
    rooms = (
        ("papers", "#papers", "the day's digest, and every command"),
        ("general", "#general", "where people talk and look papers up"),
        ("max", "Max's direct messages", "what a subscriber gets"),
        ("ada", "Ada's direct messages", "the owner's own"),
    )
    links = "".join(
        f'<a class="room" href="/open/{room}" target="_blank"><b>{name}</b>'
        f"<small>{about}</small></a>"
        for room, name, about in rooms
    )
    tries = "".join(
        f"<li><code>{html.escape(f'{command} {example}'.strip())}</code> — {about}</li>"
        for command, example, about in _TRY
    )
    note = f'<p class="note">{html.escape(told)}</p>' if told else ""
    return f"""<!doctype html><html lang="en">
<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>Paperboy, the demo</title>
<style>{_STYLE}</style>
<h1>Paper<span>boy</span></h1>
<p class="lead">The real bot in a simulated Discord. Here it is {html.escape(now)}, in Berlin.</p>
{note}
<div class="rooms">{links}</div>
<h2>Look around as the owner or as a member</h2>
<p>On a channel's page, choose who you are: <b>Ada</b> owns the server, <b>Max</b> is a member.
Type <code>/</code> in the message box for the commands, press any button.</p><ul>{tries}</ul>
<h2>Time</h2>
<form method="post" action="/morning"><button><b>Let it be the next morning</b>
<small>time stands still until you press; then what is due arrives</small></button></form>
</html>"""

"""What `paperboy demo` shows: everything at once and out, or a page that stays up.

Rules: a thing has happened when the message that the person sees is there and is what was asked
for, not when nothing raised; exit code 0 says that all of them happened. Pictures are a gift: no
browser, no pictures, and it is said.
"""

from __future__ import annotations

import asyncio
import errno
import signal
import socket
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from rich.text import Text

from bot.core.subscriptions import UserTarget
from bot.demo.browser import PictureError, find_browser, take_picture, take_typing
from bot.demo.page import serve
from bot.demo.seen import is_answer, is_edition
from bot.demo.world import ZONE, NoPapersError, World, open_world, post_todays_digest
from bot.services.ports import SourceFault
from bot.sources.errors import SourceError
from bot.ui.terminal import draw

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path
    from typing import Any, Literal

    import discord
    import simcord
    from rich.console import Console

MISREMEMBERED = "attention is all you ned"
MEANT = "1706.03762"
INTEREST = "agents"
_WIDTH, _HEIGHT = 640, 1600  # of a picture, in points: three stand side by side in the README
_TYPING = 640


@dataclass(frozen=True, slots=True)
class _Shot:
    """One thing to show: a title, the message, where it is and who sees it."""

    name: str
    title: str
    components: Sequence[Mapping[str, Any]]
    channel: simcord.ChannelHandle
    viewer: simcord.MemberActor | simcord.UserHandle
    target: object


async def show_once(files: Sequence[Path], pictures: Path, out: Console) -> int:
    """Post the digest, answer `/paper`, deliver a subscriber's message; print and picture each.

    Returns 0 only if all three happened.
    """
    try:
        async with open_world(files) as world:
            out.print(f"{_papers(world)} loaded; it is five to nine in Berlin.")
            shots = [
                await _digest(world),
                await _lookup(world),
                await _direct_message(world),
            ]
            good = [shot for shot in shots if shot is not None]
            for shot in good:
                out.print(draw(shot.components, shot.title))
            await _take_pictures(world, good, pictures, out)
    except (SourceFault, NoPapersError) as error:
        return _refuse(_why(error), out)
    told = ("the digest", f"/paper {MISREMEMBERED}", "a subscriber's direct message")
    for what, shot in zip(told, shots, strict=True):
        out.print(Text(f"{'✓' if shot else '✗'} {what}", style="green" if shot else "red"))
    return 0 if all(shots) else 1


async def _digest(world: World) -> _Shot | None:
    await post_todays_digest(world)
    seen = _edition(world.papers.last_message)
    if seen is None:
        return None
    parts, message = seen
    return _Shot("digest", "#papers", parts, world.papers, world.reader, message)


async def _lookup(world: World) -> _Shot | None:
    """Ask for a paper by a title with a slip in it.

    Where the paper is among those loaded, only its card is the answer; where it is not, a choice
    of others or an honest “not here” is.
    """
    result = await world.reader.slash(world.general, "paper", title=MISREMEMBERED)
    answer = result.response
    meant = MEANT if _is_loaded(world) else None
    if answer is None or not is_answer(answer.components, MISREMEMBERED, meant=meant):
        return None
    title = f"/paper {MISREMEMBERED} (only Max sees it)"
    return _Shot("paper", title, answer.components, world.general, world.reader, result)


def _is_loaded(world: World) -> bool:
    return any(f"arxiv:{MEANT}" in draft.ids for draft in world.drafts)


async def _direct_message(world: World) -> _Shot | None:
    """Subscribe as Max to what interests him, or to everything where nothing of it is loaded."""
    known = await world.app.desk.subscriptions.dry_run(INTEREST, UserTarget(world.reader_user.id))
    query = INTEREST if known.papers else "*"
    await world.reader.slash(
        world.general, "subscribe", query=query, timezone=ZONE, time="09:30", limit=3
    )
    channel = world.reader_user.dm_channel
    await world.next_due_of_reader()
    seen = _edition(channel.last_message)
    if seen is None:
        return None
    parts, message = seen
    return _Shot("dm", "Max's direct messages", parts, channel, world.reader_user, message)


def _edition(
    message: discord.Message | None,
) -> tuple[Sequence[Mapping[str, Any]], discord.Message] | None:
    """Return a message with its components, if it is an edition."""
    if message is None:
        return None
    parts = [component.to_dict() for component in message.components]
    return (parts, message) if is_edition(parts) else None


async def _take_pictures(world: World, shots: Sequence[_Shot], folder: Path, out: Console) -> None:
    browser = find_browser()
    if browser is None:
        out.print("No browser here (Debian: apt install chromium), so there are no pictures.")
        return
    try:
        await asyncio.to_thread(folder.mkdir, parents=True, exist_ok=True)
    except OSError as error:
        out.print(Text(f"! no pictures: {folder}: {error.strerror}", style="yellow"))
        return
    for shot in shots:
        await _picture(world, shot, folder / f"{shot.name}.png", browser, out)
    if _is_loaded(world):
        await _typing(world, folder / "typing.png", browser, out)


async def _picture(world: World, shot: _Shot, path: Path, browser: str, out: Console) -> None:
    """Picture one message as its reader sees it."""
    async with _preview(world, shot.channel, shot.viewer, "message", _HEIGHT) as preview:
        try:
            await take_picture(preview, path, shot.target, browser)
        except (PictureError, OSError) as error:
            out.print(Text(f"! no picture of {shot.title}: {error}", style="yellow"))
            return
    out.print(f"picture: {path}", highlight=False, soft_wrap=True)


async def _typing(world: World, path: Path, browser: str, out: Console) -> None:
    """Picture the choices that are offered while a misspelt title is typed."""
    async with _preview(world, world.general, world.owner, "channel", _TYPING) as preview:
        try:
            await take_typing(preview, path, "paper", MISREMEMBERED, browser)
        except (PictureError, OSError) as error:
            out.print(Text(f"! no picture of the choices: {error}", style="yellow"))
            return
    out.print(f"picture: {path}", highlight=False, soft_wrap=True)


def _preview(
    world: World,
    channel: simcord.ChannelHandle,
    viewer: simcord.MemberActor | simcord.UserHandle,
    layout: Literal["message", "channel"],
    height: int,
) -> simcord.Preview:
    return world.env.preview(
        channel,
        viewers=[viewer],
        layout=layout,
        width=_WIDTH,
        height=height,
        locale="en-GB",
        timezone=ZONE,
        assets=world.assets,
    )


async def stay_up(files: Sequence[Path], port: int, out: Console) -> int:
    """Post the digest and serve the start page until Ctrl-C or SIGTERM, at whatever stage."""
    me = asyncio.current_task()
    for name in (signal.SIGINT, signal.SIGTERM):
        if me is not None:
            asyncio.get_running_loop().add_signal_handler(name, me.cancel)
    try:
        with _bound(port) as listener:
            out.print("A moment: the papers are loaded and Discord is built …")
            async with open_world(files) as world:
                shot = await _digest(world)
                if shot is not None:
                    out.print(draw(shot.components, shot.title))
                await world.app.listed.poll()
                async with serve(world, listener) as (address, rooms_port):
                    _invite(world, address, rooms_port, out)
                    await asyncio.Event().wait()
    except asyncio.CancelledError:
        return 0
    except (SourceFault, NoPapersError, _PortError) as error:
        return _refuse(_why(error), out)
    return 0


def _invite(world: World, address: str, rooms_port: int, out: Console) -> None:
    out.print()
    out.print(f"{_papers(world)} loaded, and the morning's digest is in #papers.")
    out.print(f"[bold]Open {address}[/] to try it; Ctrl-C ends it.", highlight=False)
    tunnel = " ".join(f"-L {p}:127.0.0.1:{p}" for p in (urlsplit(address).port, rooms_port))
    out.print(
        f"[dim]From another machine: ssh {tunnel} HOST, then open the same address there.[/]",
        highlight=False,
        soft_wrap=True,
    )


class _PortError(Exception):
    """The start page's port cannot be had."""


def _bound(port: int) -> socket.socket:
    """Take the port before anything slow begins. Raises `_PortError`."""
    try:
        return socket.create_server(("127.0.0.1", port))
    except (OSError, OverflowError) as error:
        taken = isinstance(error, OSError) and error.errno == errno.EADDRINUSE
        why = "is taken" if taken else "cannot be used"
        raise _PortError(f"Port {port} {why}; choose another with --port.") from error


def _papers(world: World) -> str:
    count = len(world.drafts)
    return f"{count} paper{'' if count == 1 else 's'}"


def _why(error: Exception) -> str:
    """Return what is wrong, the file first, for it is what the person typed."""
    if not isinstance(error, SourceError):
        return str(error)
    told = str(error).removeprefix(f"{error.source}: ").removesuffix(f" ({error.address})")
    return f"{error.address}: {told}"


def _refuse(why: str, out: Console) -> int:
    out.print(Text(f"✗ {why}", style="red"), soft_wrap=True)
    return 1

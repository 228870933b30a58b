"""What `paperboy demo` shows: everything at once and out, or a page that stays up."""

from __future__ import annotations

import asyncio
import signal
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from rich.text import Text
from simcord import SetupError

from bot.demo.browser import find_browser, lend_browser
from bot.demo.page import serve
from bot.demo.world import World, open_world, pictures_of, post_todays_digest, read_papers
from bot.services.ports import SourceFault
from bot.ui.terminal import draw

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from typing import Any

    import simcord
    from rich.console import Console

MISREMEMBERED = "attention is all you ned"
INTEREST = "agents"


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
            out.print(f"{world.loaded} papers loaded; it is five to nine in Berlin.")
            shots = [
                await _digest(world),
                await _lookup(world),
                await _direct_message(world),
            ]
            for shot in shots:
                if shot is not None:
                    out.print(draw(shot.components, shot.title))
            good = [shot for shot in shots if shot is not None]
            await _take_pictures(world, files, good, pictures, out)
    except (SourceFault, ValueError) as error:
        out.print(Text(f"✗ {error}", style="red"))
        return 1
    told = ("the digest", f"/paper {MISREMEMBERED}", "a subscriber's direct message")
    for what, shot in zip(told, shots, strict=True):
        out.print(Text(f"{'✓' if shot else '✗'} {what}", style="green" if shot else "red"))
    return 0 if all(shots) else 1


async def _digest(world: World) -> _Shot | None:
    await post_todays_digest(world)
    message = world.papers.last_message
    if message is None:
        return None
    parts = [component.to_dict() for component in message.components]
    return _Shot("digest", "#papers", parts, world.papers, world.reader, message)


async def _lookup(world: World) -> _Shot | None:
    result = await world.reader.slash(world.general, "paper", title=MISREMEMBERED)
    answer = result.response
    if answer is None:
        return None
    title = f"/paper {MISREMEMBERED} (only Max sees it)"
    return _Shot("paper", title, answer.components, world.general, world.reader, result)


async def _direct_message(world: World) -> _Shot | None:
    await world.reader.slash(
        world.general, "subscribe", query=INTEREST, timezone="Europe/Berlin", time="09:30", limit=3
    )
    before = world.reader_user.dm_channel.last_message
    await world.next_due_of_reader()
    message = world.reader_user.dm_channel.last_message
    if message is None or (before is not None and message.id == before.id):
        return None
    parts = [component.to_dict() for component in message.components]
    channel = world.reader_user.dm_channel
    return _Shot("dm", "Max's direct messages", parts, channel, world.reader_user, message)


async def _take_pictures(
    world: World, files: Sequence[Path], shots: Sequence[_Shot], folder: Path, out: Console
) -> None:
    browser = find_browser()
    if browser is None:
        out.print("No browser here (Debian: apt install chromium), so there are no pictures.")
        return
    await asyncio.to_thread(folder.mkdir, parents=True, exist_ok=True)
    assets = pictures_of(read_papers(files))
    for shot in shots:
        async with world.env.preview(
            shot.channel, viewers=[shot.viewer], width=760, height=1200, assets=assets
        ) as preview:
            try:
                await lend_browser(preview, browser)
                path = folder / f"{shot.name}.png"
                await preview.screenshot(path, target=shot.target, allow_incomplete=True)
            except SetupError as error:
                out.print(Text(f"! no picture of {shot.title}: {error}", style="yellow"))
                continue
        out.print(f"picture: {path}", highlight=False)


async def stay_up(files: Sequence[Path], port: int, out: Console) -> int:
    """Post the digest and serve the start page until Ctrl-C or SIGTERM."""
    stop = asyncio.Event()
    for name in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(name, stop.set)
    try:
        async with open_world(files) as world:
            shot = await _digest(world)
            if shot is not None:
                out.print(draw(shot.components, shot.title))
            async with serve(world, port, pictures_of(read_papers(files))) as address:
                out.print()
                out.print(f"[bold]Open {address}[/] to try it; Ctrl-C ends it.", highlight=False)
                out.print(
                    "[dim]From another machine: its pages take ports of their own, so use a SOCKS "
                    "tunnel (ssh -D 1080 HOST) and open the same address through it.[/]"
                )
                await stop.wait()
    except (SourceFault, ValueError) as error:
        out.print(Text(f"✗ {error}", style="red"))
        return 1
    except OSError as error:
        out.print(Text(f"✗ port {port}: {error.strerror}; choose another with --port", style="red"))
        return 1
    return 0

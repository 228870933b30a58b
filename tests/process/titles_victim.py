"""A process that is killed at a chosen moment: ``titles_victim.py KIND PLACE …``.

It kills itself, so that the moment is exact. A normal exit means that the moment never came.
"""

from __future__ import annotations

import asyncio
import os
import signal
import sys
from pathlib import Path
from types import BuiltinFunctionType
from typing import TYPE_CHECKING

sys.path.insert(0, str(Path(__file__).parents[2]))
sys.path.insert(0, str(Path(__file__).parent))

from titles_world import NOW, Watched, draft, opened

from bot.process import title_child
from bot.services.ports import Progress

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator
    from types import FrameType

    from bot.services.ports import TitleShelf

NEWS = [draft(number, upvotes=number) for number in range(4, 9)]


def die() -> None:
    """End now, without any tidying up."""
    os.kill(os.getpid(), signal.SIGKILL)


def die_at(moment: str) -> None:
    """Die before the n-th call of a function of the system from now on: ``fsync:3``."""
    name, count = moment.split(":")
    left = int(count)

    def watch(_frame: FrameType, event: str, called: object) -> None:
        nonlocal left
        if event == "c_call" and isinstance(called, BuiltinFunctionType):
            left -= called.__name__ == name and called.__module__ == os.name
            if left == 0:
                die()

    sys.setprofile(watch)


class BeforeSwap(Watched):
    """Dies when the new index is there and nobody has looked at it."""

    async def build_beside(self, stamp: str) -> AsyncGenerator[Progress]:
        """Build, then die."""
        async for one in super().build_beside(stamp):
            yield one
        die()


class WhileReading(Watched):
    """Dies when the child has told for the first time how far it is."""

    async def build_beside(self, stamp: str) -> AsyncGenerator[Progress]:
        """Begin, then die."""
        async for one in super().build_beside(stamp):
            yield one
            die()


class BeforeNote(Watched):
    """Dies when the new index is there and its stamp was noted nowhere."""

    async def build_beside(self, stamp: str) -> AsyncGenerator[Progress]:
        """Build without telling, then die."""
        async for _ in super().build_beside(stamp):
            pass
        die()
        yield Progress(0, 0)


class SavingDies(Watched):
    """Dies at a file that it writes."""

    moment = ""

    def save(self, shelf: TitleShelf, stamp: str) -> None:
        """Write until then."""
        die_at(self.moment)
        super().save(shelf, stamp)


async def after_commit(path: Path) -> None:
    """Die with papers stored that the index has not heard of."""
    async with opened(path) as shelf:
        await shelf.whole()
        await shelf.papers.upsert(NEWS, NOW)
        die()


async def building(path: Path, workshop: Watched) -> None:
    """Let a bot whose index has gone build a new one."""
    async with opened(path, workshop=workshop) as shelf:
        await shelf.whole()


async def saving(path: Path, moment: str) -> None:
    """Die while a small index is kept at the end."""
    workshop = SavingDies(path)
    workshop.moment = moment
    async with opened(path, few=100_000, workshop=workshop) as shelf:
        await shelf.store(*(draft(number) for number in range(100, 700)))


def child(moment: str, *arguments: str) -> int:
    """Be the child that builds, and die at a moment."""
    die_at(moment)
    return title_child.main(*arguments)


def child_that_fails_once(flag: Path, *arguments: str) -> int:
    """Be the child that builds, and the first time end as if there were no memory left."""
    if not flag.exists():
        flag.touch()
        sys.stderr.write("something in the way\n" * 100)
        die()
    return title_child.main(*arguments)


if __name__ == "__main__":
    kind, place, *rest = sys.argv[1:]
    dying = {"before_swap": BeforeSwap, "while_reading": WhileReading, "before_note": BeforeNote}
    if kind == "after_commit":
        asyncio.run(after_commit(Path(place)))
    elif kind == "saving":
        asyncio.run(saving(Path(place), *rest))
    elif kind == "child":
        sys.exit(child(place, *rest))
    elif kind == "fails_once":
        sys.exit(child_that_fails_once(Path(place), *rest))
    else:
        asyncio.run(building(Path(place), dying[kind](Path(place))))

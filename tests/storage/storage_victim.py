"""A process that is killed at a chosen moment: ``storage_victim.py MOMENT DATABASE [COUNT]``.

It kills itself, so that the moment is exact. A normal exit means that the moment never came.
"""

from __future__ import annotations

import asyncio
import os
import signal
import sys
from pathlib import Path
from typing import TYPE_CHECKING

sys.path.insert(0, str(Path(__file__).parents[2]))
sys.path.insert(0, str(Path(__file__).parent))

from storage_samples import NOW, edition_of, numbered, plan_of, stored_papers, subscribed

from bot.storage.database import Database
from bot.storage.deliveries import DeliveryRows
from bot.storage.lock import hold
from bot.storage.migrate import Step, load_steps, prepare
from bot.storage.paper_upsert import upsert

if TYPE_CHECKING:
    from types import FrameType

NEXT = Step(
    len(load_steps()) + 1,
    "next",
    """CREATE TABLE extra (paper INTEGER NOT NULL REFERENCES paper (key)) STRICT;
       INSERT INTO extra SELECT key FROM paper;
       ALTER TABLE paper ADD COLUMN mood TEXT;""",
)


def die() -> None:
    """End now, without any tidying up."""
    os.kill(os.getpid(), signal.SIGKILL)


async def inside_upsert(path: Path) -> None:
    """Die between an upsert's statements and its commit."""
    async with Database.open(path) as database:
        await stored_papers(database, 3)
        async with database.write() as session:
            await upsert(session, [numbered(n, title="Changed") for n in range(200)], 0)
            die()


async def after_claim(path: Path) -> None:
    """Die with a part claimed, as if the request were on its way."""
    async with Database.open(path) as database:
        (key,) = await stored_papers(database, 1)
        subscription = await subscribed(database)
        deliveries = DeliveryRows(database)
        await deliveries.freeze([plan_of(subscription, "a", edition_of(key), (key,))], NOW)
        await deliveries.claim(NOW, 10)
        die()


def migrating(path: Path, count: int) -> None:
    """Die at the `count`-th statement of the way to the next version."""
    seen = 0

    def watch(_frame: FrameType, event: str, called: object) -> None:
        nonlocal seen
        if event == "c_call" and getattr(called, "__name__", "") == "execute":
            seen += 1
            if seen == count:
                die()

    sys.setprofile(watch)
    prepare(path, (*load_steps(), NEXT))


def holding(path: Path) -> None:
    """Die with the lock held."""
    with hold(path, NOW):
        die()


if __name__ == "__main__":
    moment, file = sys.argv[1], Path(sys.argv[2])
    if moment == "inside_upsert":
        asyncio.run(inside_upsert(file))
    elif moment == "after_claim":
        asyncio.run(after_claim(file))
    elif moment == "migrating":
        migrating(file, int(sys.argv[3]))
    elif moment == "holding":
        holding(file)

"""What people linked to a paper: asked for once a day, without anybody waiting for it."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from service_world import DAY, EARLY, World, draft, open_world
from told_lookup import ToldFault, ToldLookup  # pyright: ignore[reportMissingImports] - beside this

from bot.core.papers import Paper
from bot.services.linked import MOST_AT_ONCE, LinkedItems
from bot.services.ports import Linked

SOME = Linked(3, 1, 2)


@dataclass
class Shelf:
    """A service that tells what is linked to every paper."""

    tells: Linked | Exception | None = SOME
    gate: asyncio.Event | None = None
    asked: list[str] = field(default_factory=list[str])

    async def linked(self, external: str) -> Linked | None:
        """Tell it, once the gate is open."""
        self.asked.append(external)
        if self.gate is not None:
            await self.gate.wait()
        if isinstance(self.tells, Exception):
            raise self.tells
        return self.tells


@pytest.fixture
async def world(tmp_path: Path) -> AsyncIterator[World]:
    """Everything wired."""
    async with open_world(tmp_path / "paperboy.db") as world:
        yield world


async def papers_of(world: World, *numbers: int) -> list[Paper]:
    """Store papers with arXiv ids."""
    await world.ingest.store([draft(number) for number in numbers])
    found = [await world.papers.by_external(draft(number).ids[0]) for number in numbers]
    return [paper for paper in found if paper is not None]


async def test_a_paper_is_asked_for_once_a_day(world: World) -> None:
    """Meanwhile it is there at once."""
    (paper,) = await papers_of(world, 1)
    shelf = Shelf()
    items = LinkedItems([ToldLookup(), shelf], world.clock)
    assert items.at_once(paper) is None
    assert await items.soon(paper) == SOME
    assert (items.at_once(paper), await items.soon(paper)) == (SOME, SOME)
    assert shelf.asked == [draft(1).ids[0]]
    world.clock.to(world.clock.now() + DAY)
    assert items.at_once(paper) is None
    await items.soon(paper)
    assert len(shelf.asked) == 2


@pytest.mark.parametrize("tells", [None, Linked()])
async def test_that_nothing_is_linked_is_remembered_too(world: World, tells: Linked | None) -> None:
    """As nothing."""
    (paper,) = await papers_of(world, 1)
    shelf = Shelf(tells)
    items = LinkedItems([shelf], world.clock)
    assert [await items.soon(paper) for _ in range(2)] == [None, None]
    assert items.at_once(paper) is None
    assert len(shelf.asked) == 1


@pytest.mark.parametrize("fault", [ToldFault("busy"), KeyError("a slip")])
async def test_a_fault_is_asked_again_after_some_minutes(world: World, fault: Exception) -> None:
    """And costs nobody anything."""
    (paper,) = await papers_of(world, 1)
    shelf = Shelf(fault)
    items = LinkedItems([shelf], world.clock)
    assert [await items.soon(paper) for _ in range(2)] == [None, None]
    world.clock.to(world.clock.now() + DAY / 24)
    shelf.tells = SOME
    assert await items.soon(paper) == SOME


async def test_what_comes_too_late_is_there_for_the_next_one(world: World) -> None:
    """Whoever asks meanwhile waits for the same answer; only so many are asked for at once."""
    first, *others = await papers_of(world, *range(1, MOST_AT_ONCE + 2))
    shelf = Shelf(gate=asyncio.Event())
    items = LinkedItems([shelf], world.clock)
    assert [await items.soon(first, 0), await items.soon(first, 0)] == [None, None]
    for other in others:
        await items.soon(other, 0)
    await asyncio.sleep(0)
    assert len(shelf.asked) == MOST_AT_ONCE
    assert shelf.gate is not None
    shelf.gate.set()
    assert await items.soon(first) == SOME
    assert items.at_once(first) == SOME
    await items.close()


async def test_nobody_is_asked_without_a_service_that_tells(world: World) -> None:
    """Nor for a paper that arXiv does not have."""
    (paper,) = await papers_of(world, 1)
    assert await LinkedItems([ToldLookup()], world.clock).soon(paper) is None
    await world.ingest.store([draft(2, ids=("doi:10.1000/x",))])
    other = await world.papers.by_external("doi:10.1000/x")
    assert other is not None
    shelf = Shelf()
    items = LinkedItems([shelf], world.clock)
    assert (items.at_once(other), await items.soon(other), shelf.asked) == (None, None, [])


async def test_the_end_gives_up_what_is_under_way(world: World) -> None:
    """Nobody waits for a service at a stop."""
    (paper,) = await papers_of(world, 1)
    items = LinkedItems([Shelf(gate=asyncio.Event())], world.clock)
    waiting = asyncio.create_task(items.soon(paper, 60))
    await asyncio.sleep(0)
    await items.close()
    assert await waiting is None
    assert world.clock.now() >= EARLY

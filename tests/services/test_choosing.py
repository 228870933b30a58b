"""Choosing for many at once: what each gets is what it would get alone."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from service_world import CHANNEL, DAY, GUILD, NINE, READER, WISH, SetClock, draft

from bot.core.curation import Task, curate
from bot.core.editions import Edition, EmptyCause, EmptyEdition
from bot.core.query import parse
from bot.core.subscriptions import ChannelTarget, UserTarget
from bot.services.choosing import Chooser, Order
from bot.services.recent import RecentPapers

if TYPE_CHECKING:
    from datetime import date

    from service_world import World

    from bot.services.recent import Recent

QUERIES = ("*", "alpha1", "beta2 | gamma3", "-alpha4", "upvotes:>=6", '"beta5 gamma5"', "zeppelin")
MANY = 230


class HurriedClock(SetClock):
    """A clock by which every look at it is a millisecond later."""

    looks = 0

    def monotonic(self) -> float:
        """Return the seconds."""
        self.looks += 1
        return self.looks / 1_000


def chooser(world: World) -> Chooser:
    """Return a chooser of its own."""
    return Chooser(world.deliveries, RecentPapers(world.papers), world.clock)


async def test_many_get_what_each_would_get_alone(world: World) -> None:
    """Channels and readers, some of which have seen some papers."""
    papers = await world.bring(*(draft(number, number) for number in range(12)))
    seen = ChannelTarget(GUILD, 9_000)
    await world.set_up(replace(WISH, limit=4), seen)
    await world.beat(NINE)
    world.clock.to(NINE + DAY)
    made = chooser(world)
    field = await made.field(world.clock.now())
    for place in (seen, ChannelTarget(GUILD, 9_001), UserTarget(READER)):
        task = Task(
            parse("*"),
            3,
            papers,
            field.now,
            await world.deliveries.shown(place),
            source_silent=field.news.silent,
            newest=field.news.newest,
        )
        for query in QUERIES:
            order = Order(replace(WISH, query=query, limit=3), place)
            assert await made.one(order, field) == curate(replace(task, query=parse(query)))
    orders = [
        Order(replace(WISH, query=query, limit=3), ChannelTarget(GUILD, number))
        for number, query in enumerate(QUERIES * 2)
    ]
    together = await made.all(orders, field)
    assert together == [await made.one(order, field) for order in orders]
    assert any(isinstance(edition, Edition) for edition in together)


async def test_of_several_for_one_target_none_gets_what_another_has(world: World) -> None:
    """In one go, too."""
    await world.bring(*(draft(number, number) for number in range(5)))
    made = chooser(world)
    orders = [Order(replace(WISH, limit=2), CHANNEL) for _ in range(4)]
    editions = await made.all(orders, await made.field(NINE))
    keys = [one.key for made in editions if isinstance(made, Edition) for one in made.chosen]
    assert len(keys) == len(set(keys)) == 5
    last = editions[-1]
    assert isinstance(last, EmptyEdition)
    assert last.cause is EmptyCause.ALL_SHOWN


async def test_an_order_that_cannot_be_read_costs_the_others_nothing(world: World) -> None:
    """Its fault is its answer; alone it is raised."""
    await world.bring(draft(1, 5))
    made = chooser(world)
    field = await made.field(NINE)
    broken = Order(replace(WISH, query="("), CHANNEL)
    good = Order(WISH, ChannelTarget(GUILD, 2))
    first, fault, last = await made.all([good, broken, good], field)
    assert isinstance(first, Edition)
    assert isinstance(fault, ValueError)
    assert isinstance(last, EmptyEdition)
    with pytest.raises(ValueError, match="expected term"):
        await made.one(broken, field)


async def test_a_great_many_are_made_once_each(world: World) -> None:
    """However many are due, each gets one edition, and a second tick finds nothing."""
    await world.bring(*(draft(number, number) for number in range(4)))
    for number in range(MANY):
        await world.rows.create(ChannelTarget(GUILD, number), WISH, NINE, READER, NINE)
    world.clock.to(NINE)
    assert await world.publisher.tick() == MANY
    assert await world.publisher.tick() == 0
    assert await world.deliveries.open_parts() == MANY


async def test_others_go_ahead_of_a_long_choice(world: World) -> None:
    """The loop is let go whenever two milliseconds are over, not only at the end."""
    await world.bring(*(draft(number, number) for number in range(4)))
    clock = HurriedClock(NINE)
    made = Chooser(world.deliveries, RecentPapers(world.papers), clock)
    field = await made.field(NINE)
    orders = [Order(WISH, ChannelTarget(GUILD, number)) for number in range(MANY)]
    turns = 0

    async def other() -> None:
        nonlocal turns
        while True:
            await asyncio.sleep(0)
            turns += 1

    beside = asyncio.create_task(other())
    assert len(await made.all(orders, field)) == MANY
    beside.cancel()
    assert turns >= MANY / 2


async def test_an_unreadable_last_edition_stops_no_digest(world: World) -> None:
    """It only cannot say what rose since."""
    await world.bring(*(draft(number, number) for number in range(6)))
    subscription = await world.set_up(replace(WISH, limit=2))
    await world.beat(NINE)
    async with world.database.write() as session:
        await session.run("UPDATE delivery SET edition = '{}'")
    order = Order(subscription.wish, CHANNEL, subscription.id)
    made = chooser(world)
    assert isinstance(await made.one(order, await made.field(NINE + DAY)), Edition)


async def test_a_server_whose_own_papers_break_costs_the_others_nothing(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its order's answer is the fault."""
    await world.bring(draft(1, 5))
    recent = RecentPapers(world.papers)
    real = recent.here

    async def here(public: Recent, target: ChannelTarget, day: date) -> Recent:
        if target.guild_id == GUILD:
            raise KeyError("feed")
        return await real(public, target, day)

    monkeypatch.setattr(recent, "here", here)
    choosing = Chooser(world.deliveries, recent, world.clock)
    orders = [Order(WISH, CHANNEL), Order(WISH, ChannelTarget(GUILD + 1, 999))]
    broken, made = await choosing.all(orders, await choosing.field(NINE))
    assert isinstance(broken, KeyError)
    assert isinstance(made, Edition)

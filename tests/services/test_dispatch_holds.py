"""Dispatch holds on: nothing is lost while the process lives, and nobody waits for a slow other."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import pytest
from service_world import FAILED, GUILD, HOUR, MINUTE, NINE, SECOND, draft

from bot.core.deliveries import PartState, Refusal, Refused
from bot.core.subscriptions import ChannelTarget, Paused, PauseReason, Undelivered
from bot.services import carrying
from bot.storage.errors import StatementError

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Sequence

    from service_world import World

    from bot.core.deliveries import Outcome, Parcel
    from bot.core.subscriptions import Subscription

    Method = Callable[..., Awaitable[object]]

REFUSED = Refused(Refusal.MISSING_PERMISSION, "send-messages")
BLOCKED = Refused(Refusal.INVALID, "400 200000")


async def due(world: World, digests: int = 1) -> list[Subscription]:
    """Set up digests, each in a channel of its own, and make what is due at nine."""
    await world.bring(draft(1, 5))
    made = [await world.set_up(target=ChannelTarget(GUILD + n, 10_000 + n)) for n in range(digests)]
    world.clock.to(NINE)
    assert await world.publisher.tick() == digests
    return made


async def states(world: World) -> list[PartState | None]:
    """Say where the last delivery of each digest stands."""
    digests = await world.rows.all_channels()
    return [(await world.deliveries.reports(one.id, 1))[0].state for one in digests]


async def until(true: Callable[[], bool]) -> None:
    """Wait for it, some seconds at most."""
    async with asyncio.timeout(10):
        while not true():  # noqa: ASYNC110 - nobody tells of it
            await asyncio.sleep(0.01)


def failing(world: World, real: Method, *, after: bool = False) -> Method:
    """Return a store's method as it is where the first call fails: on a disk that is full, or
    cancelled `after` it has done its work.
    """
    calls = iter([True])

    async def broken(*given: object, **named: object) -> object:
        fails = next(calls, False)
        if fails and not after:
            raise StatementError(world.database.path, "database or disk is full")
        done = await real(*given, **named)
        if fails:
            raise asyncio.CancelledError
        return done

    return broken


async def test_an_outcome_that_could_not_be_stored_is_stored_at_the_next_look(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No part stays `sending` without anybody who brings it; no message comes twice."""
    await due(world)
    monkeypatch.setattr(world.deliveries, "record", failing(world, world.deliveries.record))
    with pytest.raises(StatementError):
        await world.publisher.drain()
    assert await states(world) == [PartState.SENDING]
    await world.publisher.drain()
    assert await states(world) == [PartState.SENT]
    assert len(world.courier.nonces) == 1


async def test_what_was_claimed_and_not_heard_of_is_claimed_again(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A claim that broke may have been stored all the same. Meanwhile a slow part is not lost."""
    slow, lost = await due(world, 2)
    gate = world.courier.slow[slow.id] = asyncio.Event()
    (reports,) = await world.deliveries.reports(slow.id, 1)
    beside = asyncio.create_task(world.publisher.bring(reports.id))
    await until(lambda: len(world.courier.nonces) == 1)
    monkeypatch.setattr(
        world.deliveries, "claim", failing(world, world.deliveries.claim, after=True)
    )
    with pytest.raises(asyncio.CancelledError):
        await world.publisher.drain()
    assert await world.publisher.drain() == 1
    assert [post.parcel.subscription.id for post in world.courier.posts] == [lost.id]
    gate.set()
    assert await beside == 1
    assert await states(world) == [PartState.SENT] * 2
    assert len(world.courier.nonces) == 2


async def test_what_is_in_flight_goes_on_though_a_look_breaks(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The worker goes on, too, and stores what became of it."""
    slow, _ = await due(world, 2)
    gate = world.courier.slow[slow.id] = asyncio.Event()
    monkeypatch.setattr(world.deliveries, "record", failing(world, world.deliveries.record))
    working = asyncio.create_task(world.publisher.work(0.01))
    await until(lambda: len(world.courier.posts) == 1)
    await asyncio.sleep(0.7)  # its outcome is to be stored, and is not
    gate.set()
    await until(lambda: len(world.courier.posts) == 2)
    world.publisher.stop()
    await working
    assert await states(world) == [PartState.SENT] * 2
    assert len(world.courier.nonces) == 2


async def test_the_worker_outlives_a_cancellation_of_what_it_waits_for(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A connection that is taken down cancels requests; the part may have arrived."""
    await due(world)
    send, strays = world.courier.send, [True]

    async def stray(parcel: Parcel) -> Outcome:
        sent = await send(parcel)
        if strays:
            strays.pop()
            raise asyncio.CancelledError
        return sent

    monkeypatch.setattr(world.courier, "send", stray)
    working = asyncio.create_task(world.publisher.work(0.01))
    await until(lambda: not strays)
    await asyncio.sleep(0.6)
    world.clock.to(NINE + 10 * SECOND)
    await asyncio.sleep(0.6)
    assert not working.done()
    world.publisher.stop()
    await working
    assert await states(world) == [PartState.SENT]
    assert len(world.courier.posts) == 1


async def test_a_part_that_takes_for_ever_frees_its_place(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It may have been sent; it is tried again later."""
    (slow,) = await due(world)
    world.courier.slow[slow.id] = asyncio.Event()
    monkeypatch.setattr(carrying, "_PATIENCE", 0.05)
    assert await world.publisher.drain() == 0
    assert await states(world) == [PartState.SENDING]
    del world.courier.slow[slow.id]
    world.clock.to(NINE + 10 * SECOND)
    assert await world.publisher.drain() == 1


async def test_one_slow_alert_holds_nobody_up(world: World) -> None:
    """More digests are refused than parts are on the way at once; the others come meanwhile."""
    await due(world, 60)
    world.courier.answers = [REFUSED] * 50
    world.courier.alerting = asyncio.Event()
    working = asyncio.create_task(world.publisher.work(0.01))
    await until(lambda: len(world.courier.posts) == 10)
    assert world.courier.alerts == []
    world.courier.alerting.set()
    world.publisher.stop()
    await working
    assert len(world.courier.alerts) == 50
    assert await world.rows.untold() == []


async def test_an_alert_that_could_not_be_told_is_told_at_the_next_look(world: World) -> None:
    """Nobody was told, so nothing is noted; once somebody was, it is not told again."""
    (digest,) = await due(world)
    world.courier.answers, world.courier.deaf = [REFUSED], True
    await world.publisher.drain()
    assert [one.id for one in await world.rows.untold()] == [digest.id]
    world.courier.deaf = world.courier.postable = False
    for _ in range(2):
        await world.subscriptions.mend()
        assert [one for one, _ in world.courier.alerts] == [digest.id]


async def test_what_discord_does_not_take_is_told_once_until_something_arrives(
    world: World,
) -> None:
    """Nothing stops: the next edition may be taken."""
    (digest,) = await due(world)
    told: Sequence[tuple[int, object]] = world.courier.alerts
    assert await world.publisher.drain() == 1
    for number, answers, alerts in (
        (1, [BLOCKED], 1),
        (2, [BLOCKED], 1),
        (3, [Refused(Refusal.INVALID, "400 240000")], 2),
        (4, [], 2),
        (5, [BLOCKED], 3),
    ):
        await world.bring(draft(10 + number, 5))
        world.courier.answers = list(answers)
        await world.publisher.now(digest, number)
        await world.publisher.drain()
        assert len(told) == alerts, number
    assert told[0] == (digest.id, Undelivered(NINE, "400 200000"))
    assert (await world.again(digest)).paused is None


@pytest.mark.parametrize("paused", [False, True])
async def test_what_failed_for_twelve_hours_is_told(world: World, *, paused: bool) -> None:
    """But for what waited because somebody had paused the digest."""
    (digest,) = await due(world)
    world.courier.answers = [FAILED]
    await world.publisher.drain()
    world.clock.to(NINE + 13 * HOUR)
    if paused:
        await world.subscriptions.resume(await world.subscriptions.pause(digest))
    await world.publisher.drain()
    told = [(digest.id, Undelivered(world.clock.now(), "too_late"))]
    assert world.courier.alerts == ([] if paused else told)


@pytest.mark.parametrize("postable", [True, False])
async def test_a_pause_by_hand_is_overruled_by_nothing(
    world: World, monkeypatch: pytest.MonkeyPatch, *, postable: bool
) -> None:
    """Not by a place that is mended, nor by one that is gone, at that very moment."""
    (digest,) = await due(world)
    if postable:
        await world.rows.pause(digest.id, Paused(PauseReason.MISSING_PERMISSION, NINE, "x"))

    async def paused_meanwhile(_: Subscription) -> bool:
        await world.subscriptions.pause(await world.again(digest))
        return True

    monkeypatch.setattr(world.courier, "may_post" if postable else "is_gone", paused_meanwhile)
    assert await world.subscriptions.mend() == 0
    stopped = (await world.again(digest)).paused
    assert stopped is not None
    assert stopped.reason is PauseReason.ASKED


async def test_an_edition_that_cannot_be_read_stops_no_other_from_being_mended(
    world: World,
) -> None:
    """It is logged and left as it is."""
    bad, good = await due(world, 2)
    world.courier.answers = [REFUSED] * 2
    await world.publisher.drain()
    async with world.database.write() as session:
        await session.run("UPDATE delivery SET edition = '{}' WHERE subscription = ?", [bad.id])
    world.clock.to(NINE + MINUTE)
    assert await world.subscriptions.mend() == 2
    assert await world.publisher.drain() == 1
    assert world.courier.posts[0].parcel.subscription.id == good.id


async def test_it_is_known_for_how_long_nobody_looked_for_what_is_to_be_sent(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A look that breaks is none; what somebody asks for by hand is none, either."""
    (digest,) = await due(world)
    await world.publisher.drain()
    assert world.publisher.quiet() == 0
    world.clock.to(NINE + MINUTE)
    await world.publisher.bring(digest.id)
    monkeypatch.setattr(world.deliveries, "claim", failing(world, world.deliveries.claim))
    with pytest.raises(StatementError):
        await world.publisher.drain()
    assert world.publisher.quiet() == 60
    await world.publisher.drain()
    assert world.publisher.quiet() == 0

"""Dispatch: refused, failed, lost and found again; at most once always."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from service_world import (
    CHANNEL,
    DAY,
    FAILED,
    HOUR,
    MINUTE,
    NINE,
    READER,
    SECOND,
    WISH,
    draft,
)

from bot.core.deliveries import Failed, Parcel, PartState, Refusal, Refused
from bot.core.subscriptions import PauseReason

if TYPE_CHECKING:
    from service_world import World

    from bot.core.deliveries import Outcome
    from bot.core.subscriptions import Subscription

REFUSED = Refused(Refusal.MISSING_PERMISSION, "send-messages")


async def ready(world: World) -> Subscription:
    """Set up a digest with a paper to post."""
    await world.bring(draft(1, 5))
    return await world.set_up()


async def state(world: World, subscription: Subscription) -> PartState | None:
    """Say where its last delivery stands."""
    return (await world.subscriptions.reports(subscription))[0].state


@pytest.mark.parametrize(
    ("refusal", "reason"),
    [
        (Refusal.MISSING_PERMISSION, PauseReason.MISSING_PERMISSION),
        (Refusal.CHANNEL_GONE, PauseReason.CHANNEL_GONE),
    ],
)
async def test_refused_gives_back_pauses_and_alerts_once(
    world: World, refusal: Refusal, reason: PauseReason
) -> None:
    """The papers are free again, the digest stops with its reason, somebody is told."""
    subscription = await ready(world)
    world.courier.answers = [Refused(refusal, "why")]
    assert await world.beat(NINE) == (1, 0)
    stopped = await world.again(subscription)
    assert stopped.paused is not None
    assert (stopped.paused.reason, stopped.paused.detail) == (reason, "why")
    assert world.courier.alerts == [(subscription.id, stopped.paused)]
    assert await world.deliveries.shown(CHANNEL) == frozenset()
    assert await state(world, subscription) is PartState.REFUSED
    assert await world.beat(NINE + DAY) == (0, 0)


async def test_two_parts_refused_at_once_alert_once(world: World) -> None:
    """A scheduled edition and one by hand, both on their way."""
    await world.bring(draft(1, 5), draft(2, 4))
    subscription = await world.set_up(replace(WISH, limit=1))
    await world.publisher.now(subscription, 1)
    await world.publisher.now(subscription, 2)
    world.courier.answers = [REFUSED, REFUSED]
    await world.publisher.drain()
    assert len(world.courier.alerts) == 1


async def test_a_refusal_does_not_overrule_a_persons_pause(world: World) -> None:
    """What somebody stopped does not start again because a permission came back."""
    subscription = await ready(world)
    await world.publisher.now(subscription, 1)
    await world.subscriptions.pause(subscription)
    world.courier.answers = [REFUSED]
    await world.publisher.drain()
    paused = (await world.again(subscription)).paused
    assert paused is not None
    assert paused.reason is PauseReason.ASKED
    assert world.courier.alerts == []


async def test_a_message_that_discord_finds_invalid_stops_nothing(world: World) -> None:
    """Ours was the fault, not the channel's."""
    subscription = await ready(world)
    world.courier.answers = [Refused(Refusal.INVALID, "400 50035")]
    await world.beat(NINE)
    assert (await world.again(subscription)).paused is None
    assert await state(world, subscription) is PartState.REFUSED


async def test_a_reader_whose_messages_close_is_paused_and_mended_by_trying_again(
    world: World,
) -> None:
    """No alert: the reader is told at the next command."""
    await world.bring(draft(1, 5))
    done = await world.subscriptions.subscribe(READER, WISH)
    world.courier.answers = [Refused(Refusal.DM_CLOSED, "50007")]
    await world.beat(NINE)
    assert [one.id for one in await world.subscriptions.unreachable(READER)] == [
        done.subscription.id
    ]
    assert world.courier.alerts == []
    world.courier.closed = {READER}
    assert not await world.subscriptions.try_again(READER, "en")
    world.courier.closed = set()
    assert await world.subscriptions.try_again(READER, "en")
    assert await world.subscriptions.unreachable(READER) == []
    assert await world.publisher.drain() == 1  # what had been refused


async def test_failed_is_tried_again_with_the_same_nonce(world: World) -> None:
    """Not at once, but once it is time; then it is sent."""
    subscription = await ready(world)
    world.courier.answers = [FAILED, Failed("rate limited", 30.0)]
    assert await world.beat(NINE) == (1, 0)
    assert await world.beat(NINE + SECOND) == (0, 0)
    assert await world.beat(NINE + 5 * SECOND) == (0, 0)
    assert await world.beat(NINE + 34 * SECOND) == (0, 0)
    assert await world.beat(NINE + 35 * SECOND) == (0, 1)
    assert len(world.courier.nonces) == 3
    assert len(set(world.courier.nonces)) == 1
    assert await state(world, subscription) is PartState.SENT


async def test_an_answer_that_was_lost_makes_no_second_message(world: World) -> None:
    """The repeat within the nonce's time finds the first message."""
    subscription = await ready(world)
    world.courier.loses = [FAILED]
    await world.beat(NINE)
    assert await world.beat(NINE + 5 * SECOND) == (0, 1)
    assert len(world.courier.posts) == 1
    (report,) = await world.subscriptions.reports(subscription)
    assert report.message_id == world.courier.posts[0].message_id


async def test_a_part_that_broke_costs_the_others_nothing(world: World) -> None:
    """An error of our own is a failed part; the rest of the batch is sent and recorded."""
    await world.bring(*(draft(n, 5) for n in range(3)))
    subscription = await world.set_up(replace(WISH, limit=1))
    for interaction in (1, 2, 3):
        await world.publisher.now(subscription, interaction)
    world.courier.answers = [ValueError("a bug")]
    assert await world.publisher.drain() == 2
    world.clock.to(world.clock.now() + 5 * SECOND)
    assert await world.publisher.drain() == 1
    assert await world.deliveries.open_parts() == 0


async def crash(world: World, lost: list[Outcome]) -> Subscription:
    """Claim a part, perhaps send it, and die before anything was recorded."""
    subscription = await ready(world)
    world.clock.to(NINE)
    await world.publisher.tick()
    (parcel,) = await world.deliveries.claim(NINE, 9)
    assert isinstance(parcel, Parcel)
    if lost:
        world.courier.loses = list(lost)
        await world.courier.send(parcel)
    assert await world.restart().recover() == 1
    return subscription


@pytest.mark.parametrize("arrived", [True, False])
async def test_a_crash_within_the_nonces_time_is_sent_again(world: World, arrived: bool) -> None:
    """Discord drops the repeat of what arrived."""
    subscription = await crash(world, [FAILED] if arrived else [])
    assert await world.beat(NINE + MINUTE) == (0, 1)
    assert len(world.courier.posts) == 1
    assert world.courier.looked == []
    assert await state(world, subscription) is PartState.SENT


@pytest.mark.parametrize("arrived", [True, False])
async def test_a_crash_longer_ago_is_looked_for_first(world: World, arrived: bool) -> None:
    """Found is sent, missing is sent now: one message in both cases."""
    subscription = await crash(world, [FAILED] if arrived else [])
    assert await world.beat(NINE + HOUR) == (0, 1)
    assert len(world.courier.posts) == 1
    assert world.courier.looked == [NINE]
    assert await state(world, subscription) is PartState.SENT


@pytest.mark.parametrize("arrived", [True, False])
@pytest.mark.parametrize("hours", [1, 13])
async def test_a_repeat_that_is_refused_says_nothing_of_the_first_attempt(
    world: World, arrived: bool, hours: int
) -> None:
    """The digest stops as always; once its place is mended the part is looked for first."""
    subscription = await crash(world, [FAILED] if arrived else [])
    world.courier.answers = [REFUSED]
    assert await world.beat(NINE + MINUTE) == (0, 0)
    assert (await world.again(subscription)).paused is not None
    assert await world.beat(NINE + hours * HOUR) == (0, 0)
    assert await state(world, subscription) is PartState.SENDING
    assert await world.subscriptions.mend() == 1
    assert await world.publisher.drain() == (1 if arrived or hours == 1 else 0)
    assert world.courier.looked == [NINE]
    assert len(world.courier.posts) == (1 if arrived or hours == 1 else 0)
    there = PartState.SENT if world.courier.posts else PartState.EXPIRED
    assert await state(world, subscription) is there


async def test_a_repeat_that_will_never_be_taken_is_refused(world: World) -> None:
    """The same words were not taken the first time either."""
    subscription = await crash(world, [])
    world.courier.answers = [Refused(Refusal.INVALID, "400 50035")]
    assert await world.beat(NINE + MINUTE) == (0, 0)
    assert await state(world, subscription) is PartState.REFUSED


async def test_what_cannot_be_read_back_is_unsure_and_never_sent_again(world: World) -> None:
    """Its papers stay shown: they may be there."""
    subscription = await crash(world, [])
    world.courier.readable = False
    assert await world.beat(NINE + HOUR) == (0, 0)
    assert await state(world, subscription) is PartState.UNSURE
    world.courier.readable = True
    assert await world.beat(NINE + 2 * HOUR) == (0, 0)
    assert await world.restart().recover() == 0
    assert world.courier.posts == []
    assert len(await world.deliveries.shown(CHANNEL)) == 1


async def test_a_read_back_that_fails_is_asked_again(world: World) -> None:
    """Discord could not be asked; nobody guesses meanwhile."""
    subscription = await crash(world, [FAILED])
    world.courier.read_backs = [Failed("502 while reading back")]
    assert await world.beat(NINE + HOUR) == (0, 0)
    assert await state(world, subscription) is PartState.SENDING
    assert await world.beat(NINE + 2 * HOUR) == (0, 1)
    assert len(world.courier.posts) == 1


async def test_a_part_is_looked_for_from_its_first_attempt_on(world: World) -> None:
    """Whichever of several attempts arrived is found."""
    subscription = await ready(world)
    world.courier.loses = [FAILED]
    await world.beat(NINE)
    world.courier.answers = [FAILED] * 4
    for seconds in (5, 15, 35, 75):
        await world.beat(NINE + seconds * SECOND)
    assert await world.beat(NINE + 4 * MINUTE) == (0, 1)
    assert world.courier.looked == [NINE]
    assert len(world.courier.posts) == 1
    assert await state(world, subscription) is PartState.SENT


async def test_what_was_never_attempted_for_twelve_hours_expires(world: World) -> None:
    """A new edition is nearer; the papers are free again."""
    subscription = await ready(world)
    world.clock.to(NINE)
    await world.publisher.tick()
    world.clock.to(NINE + 13 * HOUR)
    assert await world.publisher.drain() == 0
    assert await state(world, subscription) is PartState.EXPIRED
    assert await world.deliveries.shown(CHANNEL) == frozenset()


async def test_what_is_missing_after_twelve_hours_expires(world: World) -> None:
    """It is looked for, but not sent any more."""
    subscription = await crash(world, [])
    await world.publisher.drain()
    world.courier.posts.clear()
    again = await world.publisher.now(subscription, 9, again=True)
    assert again.delivery_id is not None
    await world.deliveries.claim(world.clock.now(), 9)
    await world.restart().recover()
    world.clock.to(NINE + 13 * HOUR)
    assert await world.publisher.drain() == 0
    assert await state(world, subscription) is PartState.EXPIRED
    assert world.courier.posts == []


async def test_a_stopped_publisher_brings_nothing_more(world: World) -> None:
    """What is planned waits for the next process."""
    await ready(world)
    world.clock.to(NINE)
    await world.publisher.tick()
    world.publisher.stop()
    assert await world.publisher.drain() == 0
    assert await world.restart().drain() == 1


async def test_a_digest_that_is_removed_meanwhile_is_no_trouble(world: World) -> None:
    """Refused, and nobody is left to pause."""
    subscription = await ready(world)
    world.clock.to(NINE)
    await world.publisher.tick()

    class Removing(type(world.courier)):
        """Removes the digest while its message is on its way."""

        async def send(self, parcel: Parcel) -> Outcome:
            """Refuse what is gone."""
            await world.subscriptions.remove(parcel.subscription)
            return REFUSED

    world.courier = Removing(world.clock)
    assert await world.restart().drain() == 0
    assert await world.rows.get(subscription.id) is None
    assert world.courier.alerts == []


async def test_what_certainly_was_not_sent_is_as_if_never_tried(world: World) -> None:
    """Hours without a connection are no reason to be unsure, where the channel cannot be read."""
    subscription = await ready(world)
    world.courier.readable = False
    world.courier.answers = [Failed("no_connection", maybe_sent=False)] * 3
    await world.beat(NINE)
    for step in (MINUTE, 10 * MINUTE, HOUR, 2 * HOUR):
        world.clock.to(NINE + step)
        await world.publisher.drain()
    assert await state(world, subscription) is PartState.SENT
    assert len(world.courier.posts) == 1


async def test_one_slow_place_holds_nobody_up(world: World) -> None:
    """Sixty readers are served while one more is waited for; then that one is, too."""
    await world.bring(draft(1, 5))
    readers = [await world.subscriptions.subscribe(READER + n, WISH) for n in range(60)]
    slow = readers[0].subscription.id
    world.courier.slow[slow] = asyncio.Event()
    world.clock.to(NINE)
    await world.publisher.tick()
    draining = asyncio.create_task(world.publisher.drain())
    async with asyncio.timeout(10):
        while len(world.courier.posts) < 59:  # noqa: ASYNC110 - the other task gets its turns
            await asyncio.sleep(0)
    assert not draining.done()
    world.courier.slow[slow].set()
    assert await draining == 60


async def test_a_pause_holds_what_was_planned(world: World) -> None:
    """What somebody stopped does not arrive a minute later; what they ask for by hand does."""
    subscription = await ready(world)
    world.courier.answers = [FAILED]
    await world.beat(NINE)
    await world.subscriptions.pause(await world.again(subscription))
    world.clock.to(NINE + MINUTE)
    assert await world.publisher.drain() == 0
    done = await world.publisher.now(subscription, 1, again=True)
    assert done.delivery_id is not None
    assert await world.publisher.bring(done.delivery_id) == 1


async def test_a_part_that_cannot_be_read_costs_the_others_nothing(world: World) -> None:
    """It expires; the next one is sent."""
    await world.bring(draft(1, 5))
    await world.set_up()
    await world.subscriptions.subscribe(READER, WISH)
    world.clock.to(NINE)
    await world.publisher.tick()
    async with world.database.write() as session:
        await session.run("UPDATE delivery SET edition = 'nonsense' WHERE id = 1")
    assert await world.publisher.drain() == 1
    async with world.database.read() as session:
        rows = await session.rows("SELECT state FROM part ORDER BY id")
    assert [row["state"] for row in rows] == ["expired", "sent"]


async def test_what_was_refused_arrives_once_the_place_is_mended(world: World) -> None:
    """Within the hours of a catch-up, and once; a day later it is too old."""
    subscription = await ready(world)
    world.courier.answers = [REFUSED]
    await world.beat(NINE)
    world.clock.to(NINE + HOUR)
    assert await world.subscriptions.mend() == 1
    assert await world.publisher.drain() == 1
    assert await world.publisher.drain() == 0
    assert len(world.courier.posts[0].keys) == 1
    assert await world.deliveries.shown(CHANNEL) == frozenset(world.courier.posts[0].keys)
    await world.bring(draft(2, 5, released=(NINE + DAY).date()))
    world.courier.answers = [REFUSED]
    world.clock.to(NINE + 3 * DAY)
    await world.publisher.tick()
    await world.publisher.drain()
    world.clock.to(NINE + 4 * DAY)
    await world.subscriptions.mend()
    assert await world.publisher.drain() == 0
    assert await world.again(subscription)


async def test_what_was_shown_meanwhile_is_not_brought_again(world: World) -> None:
    """Two digests of one channel: the other one posted the paper."""
    await world.bring(draft(1, 5))
    await world.set_up()
    other = await world.set_up()
    world.courier.answers = [REFUSED]
    await world.beat(NINE)
    await world.publisher.now(other, 1)
    await world.publisher.drain()
    await world.subscriptions.mend()
    assert await world.publisher.drain() == 0
    assert len([key for post in world.courier.posts for key in post.keys]) == 1


@pytest.mark.parametrize("ahead", [-7 * MINUTE, 7 * MINUTE])
async def test_a_clock_that_is_wrong_finds_its_message(world: World, ahead: timedelta) -> None:
    """Attempts are noted in Discord's time, and looked for there."""
    world.courier.clock_ahead = ahead
    subscription = await ready(world)
    world.courier.loses = [FAILED]
    await world.beat(NINE)
    await world.restart().recover()
    assert await world.beat(NINE + HOUR) == (0, 1)
    assert world.courier.looked == [NINE + ahead]
    assert len(world.courier.posts) == 1
    assert await state(world, subscription) is PartState.SENT


@pytest.mark.parametrize("step", [-HOUR, -4 * MINUTE, 4 * MINUTE])
async def test_a_clock_that_is_set_meanwhile_finds_its_message(
    world: World, step: timedelta
) -> None:
    """Set back or set on while a message was on its way: it is there once, though its nonce was
    forgotten long ago.
    """
    subscription = await ready(world)
    world.courier.loses = [FAILED]
    await world.beat(NINE)
    await world.restart().recover()
    world.courier.clock_ahead = -step
    assert await world.beat(NINE + 5 * MINUTE + step) == (0, 1)
    assert len(world.courier.posts) == 1
    assert await state(world, subscription) is PartState.SENT

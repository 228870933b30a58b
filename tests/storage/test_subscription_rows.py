"""Subscriptions: stored as they were wished, found when they are due, stopped with a reason."""

from __future__ import annotations

from dataclasses import replace
from datetime import time
from typing import TYPE_CHECKING

import pytest
from storage_samples import (
    ADMIN,
    CHANNEL,
    DAY,
    DM,
    NOW,
    READER,
    WISH,
    edition_of,
    plan_of,
    stored_papers,
    subscribed,
)

from bot.core.deliveries import PartState
from bot.core.schedules import DAILY, Schedule
from bot.core.subscriptions import (
    ChannelTarget,
    Notes,
    Paused,
    PauseReason,
    Subscription,
    UserTarget,
    Wish,
)
from bot.services.ports import Preferences
from bot.storage.deliveries import DeliveryRows
from bot.storage.subscriptions import SubscriptionRows

if TYPE_CHECKING:
    from bot.core.subscriptions import Target
    from bot.storage.database import Database

OTHER = Wish(
    query='"fine-tuning" | -x',
    schedule=Schedule("Asia/Kathmandu", time(23, 5), frozenset({0, 3})),
    limit=15,
    language="de",
    machine_text=False,
    silent=False,
    notes=Notes.NONE,
    alerts_channel_id=77,
)


@pytest.fixture
def subscriptions(database: Database) -> SubscriptionRows:
    """The subscriptions of a new database."""
    return SubscriptionRows(database)


@pytest.mark.parametrize("target", [CHANNEL, DM, UserTarget(READER, 66)])
@pytest.mark.parametrize("wish", [WISH, OTHER])
async def test_comes_back_as_created(
    subscriptions: SubscriptionRows, target: Target, wish: Wish
) -> None:
    """Every field of target and wish comes back; it runs, and had no edition yet."""
    created = await subscriptions.create(target, wish, NOW + DAY, ADMIN, NOW)
    assert created == Subscription(1, target, wish, NOW + DAY, ADMIN, NOW)
    assert await subscriptions.get(1) == created
    assert await subscriptions.get(2) is None


async def test_lists_are_oldest_first(subscriptions: SubscriptionRows, database: Database) -> None:
    """A server's, a reader's and all channels' subscriptions, each in the order of creation."""
    elsewhere = ChannelTarget(5, 6)
    for target in (CHANNEL, DM, elsewhere, CHANNEL, DM):
        await subscribed(database, target)
    assert [s.id for s in await subscriptions.of_server(CHANNEL.guild_id)] == [1, 4]
    assert [s.id for s in await subscriptions.of_user(READER)] == [2, 5]
    assert [s.id for s in await subscriptions.all_channels()] == [1, 3, 4]
    assert await subscriptions.of_user(ADMIN) == []
    assert await subscriptions.count() == (3, 2)


async def test_changing_replaces_wish_and_instant(subscriptions: SubscriptionRows) -> None:
    """A change replaces every field of the wish and plans anew; the rest stays."""
    created = await subscriptions.create(CHANNEL, WISH, NOW, ADMIN, NOW)
    await subscriptions.change(created.id, OTHER, NOW + DAY)
    assert await subscriptions.get(created.id) == replace(created, wish=OTHER, next_due=NOW + DAY)
    daily = replace(WISH, schedule=replace(WISH.schedule, days=DAILY))
    await subscriptions.change(created.id, daily, NOW)
    assert await subscriptions.get(created.id) == replace(created, wish=daily)


async def test_a_change_may_leave_the_instant(subscriptions: SubscriptionRows) -> None:
    """Where none is given the next edition comes when it was planned."""
    created = await subscriptions.create(CHANNEL, WISH, NOW, ADMIN, NOW)
    await subscriptions.change(created.id, OTHER, None)
    assert await subscriptions.get(created.id) == replace(created, wish=OTHER)


async def test_what_runs_is_not_resumed(subscriptions: SubscriptionRows) -> None:
    """Its next instant stays."""
    created = await subscriptions.create(CHANNEL, WISH, NOW, ADMIN, NOW)
    await subscriptions.resume(created.id, NOW + DAY)
    assert await subscriptions.get(created.id) == created


async def test_moving_stays_in_the_server(subscriptions: SubscriptionRows) -> None:
    """A digest moves to another channel of its server, and to no other server's."""
    created = await subscriptions.create(CHANNEL, WISH, NOW, ADMIN, NOW)
    await subscriptions.move(created.id, ChannelTarget(5, 6))
    assert await subscriptions.get(created.id) == created
    target = replace(CHANNEL, channel_id=6)
    await subscriptions.move(created.id, target)
    assert await subscriptions.get(created.id) == replace(created, target=target)


async def test_due_is_longest_overdue_first(
    subscriptions: SubscriptionRows, database: Database
) -> None:
    """Only what runs and has come is due, the longest overdue first, no more than asked for."""
    for offset in (-1, -3, 1, 0, -2):
        await subscribed(database, due=NOW + offset * DAY)
    await subscriptions.pause(5, Paused(PauseReason.ASKED, NOW))
    assert [s.id for s in await subscriptions.due(NOW, 10)] == [2, 1, 4]
    assert [s.id for s in await subscriptions.due(NOW, 2)] == [2, 1]
    await subscriptions.postpone(2, NOW + DAY)
    assert [s.id for s in await subscriptions.due(NOW, 10)] == [1, 4]


async def test_due_is_one_index(database: Database) -> None:
    """The question of what is due reads the index of due instants, not every subscription."""
    async with database.read() as session:
        plan = await session.rows(
            """EXPLAIN QUERY PLAN SELECT * FROM subscription
               WHERE pause_reason IS NULL AND next_due <= 1 ORDER BY next_due, subscription.id"""
        )
    assert any("subscription_due" in row["detail"] for row in plan)


@pytest.mark.parametrize("reason", list(PauseReason))
async def test_pause_has_its_reason(subscriptions: SubscriptionRows, reason: PauseReason) -> None:
    """A paused one says since when and why, is not counted, and runs again from where asked."""
    created = await subscriptions.create(CHANNEL, WISH, NOW, ADMIN, NOW)
    paused = Paused(reason, NOW + DAY, "send_messages")
    await subscriptions.pause(created.id, paused)
    assert await subscriptions.get(created.id) == replace(created, paused=paused)
    assert await subscriptions.count() == (0, 0)
    await subscriptions.resume(created.id, NOW + 2 * DAY)
    assert await subscriptions.get(created.id) == replace(created, next_due=NOW + 2 * DAY)


async def test_removing_remembers_what_was_shown(
    subscriptions: SubscriptionRows, database: Database
) -> None:
    """Its deliveries go; papers sent or perhaps sent stay shown, merely planned ones are free."""
    keys = await stored_papers(database, 4)
    subscription = await subscribed(database)
    deliveries = DeliveryRows(database)
    plan = plan_of(subscription, "a", edition_of(*keys), *((key,) for key in keys))
    await deliveries.freeze([plan], NOW)
    parts = [parcel.part_id for parcel in await deliveries.claim(NOW, 3)]
    await deliveries.record(
        [(parts[0], PartState.SENT, None, 1, ""), (parts[1], PartState.UNSURE, None, None, "")]
    )
    assert await subscriptions.remove(subscription.id)
    assert not await subscriptions.remove(subscription.id)
    assert await deliveries.shown(CHANNEL) == set(keys[:3])
    assert await deliveries.open_parts() == 0
    assert await deliveries.edition_of_part(parts[0]) is None
    assert await deliveries.reports(subscription.id, 5) == []


async def test_ids_are_never_reused(subscriptions: SubscriptionRows, database: Database) -> None:
    """A button of a removed subscription never speaks of a newer one."""
    first = await subscribed(database)
    await subscriptions.remove(first.id)
    assert (await subscribed(database)).id != first.id


async def test_subscriptions_follow_what_their_owner_chose(
    subscriptions: SubscriptionRows, database: Database
) -> None:
    """Language and machine text change where they are chosen; nothing else does, nobody else's."""
    mine, digest = await subscribed(database, DM), await subscribed(database)
    assert await subscriptions.follow_user(READER, Preferences(machine_text=False)) == 1
    hidden = replace(mine, wish=replace(mine.wish, machine_text=False))
    assert await subscriptions.get(mine.id) == hidden
    assert await subscriptions.get(digest.id) == digest
    assert await subscriptions.follow_server(CHANNEL.guild_id, Preferences(language="de")) == 1
    german = replace(digest, wish=replace(digest.wish, language="de"))
    assert await subscriptions.get(digest.id) == german
    assert await subscriptions.get(mine.id) == hidden

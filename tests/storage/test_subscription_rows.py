"""Subscriptions: stored as they were wished, found when they are due, stopped with a reason."""

from __future__ import annotations

from dataclasses import replace
from datetime import time
from typing import TYPE_CHECKING
from zoneinfo import available_timezones

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
    Missed,
    Notes,
    Paused,
    PauseReason,
    Subscription,
    UserTarget,
    Wish,
)
from bot.services.ports import Preferences
from bot.storage.deliveries import DeliveryRows
from bot.storage.subscriptions import DUE, SubscriptionRows

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
    await subscriptions.resume(created.id, NOW + DAY, NOW)
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
    await subscriptions.resume(created.id, NOW + 3 * DAY, NOW + 2 * DAY)
    missed = Missed(NOW + DAY, NOW + 2 * DAY)
    resumed = replace(created, next_due=NOW + 3 * DAY, missed=missed)
    assert await subscriptions.get(created.id) == resumed


async def test_the_same_fault_is_news_once(
    subscriptions: SubscriptionRows, database: Database
) -> None:
    """Until something arrives, or another thing is wrong; meanwhile the pauses count as one."""
    (key,) = await stored_papers(database, 1)
    created = await subscriptions.create(CHANNEL, WISH, NOW, ADMIN, NOW)

    async def stop(day: int, detail: str) -> bool:
        paused = Paused(PauseReason.MISSING_PERMISSION, NOW + day * DAY, detail)
        news = await subscriptions.pause(created.id, paused)
        assert (await subscriptions.untold() != []) is news
        await subscriptions.told(created.id, paused)
        assert await subscriptions.untold() == []
        return news

    async def run(day: int) -> Missed | None:
        await subscriptions.resume(created.id, NOW + (day + 1) * DAY, NOW + day * DAY)
        found = await subscriptions.get(created.id)
        assert found is not None
        return found.missed

    assert await stop(0, "")
    assert await run(1) == Missed(NOW, NOW + DAY)
    assert not await stop(2, "")
    assert await run(3) == Missed(NOW, NOW + 3 * DAY)
    assert await stop(4, "send-messages")
    assert await run(5) == Missed(NOW + 4 * DAY, NOW + 5 * DAY)
    deliveries = DeliveryRows(database)
    await deliveries.freeze([plan_of(created, "o", edition_of(key), (key,))], NOW)
    (parcel,) = await deliveries.claim(NOW, 1)
    await deliveries.record([(parcel.part_id, PartState.SENT, None, 1, "")])
    assert await stop(6, "send-messages")
    await run(7)
    await subscriptions.move(created.id, replace(CHANNEL, channel_id=6))
    assert await stop(8, "send-messages")


async def test_only_digests_that_stopped_by_themselves_are_to_be_told(
    subscriptions: SubscriptionRows,
) -> None:
    """A reader sees it at the next command, and whoever paused by hand knows. What stopped stays
    news until somebody was told, also where it ran again and stopped anew meanwhile.
    """
    digest, reader, asked = [
        (await subscriptions.create(target, WISH, NOW, ADMIN, NOW)).id
        for target in (CHANNEL, UserTarget(READER), CHANNEL)
    ]
    paused = Paused(PauseReason.CHANNEL_GONE, NOW, "10003")
    assert await subscriptions.pause(digest, paused)
    assert await subscriptions.pause(reader, Paused(PauseReason.DM_CLOSED, NOW))
    assert await subscriptions.pause(asked, Paused(PauseReason.ASKED, NOW))
    assert [one.id for one in await subscriptions.untold()] == [digest]
    await subscriptions.resume(digest, NOW + DAY, NOW)
    assert await subscriptions.untold() == []
    assert await subscriptions.pause(digest, paused)
    assert [one.paused for one in await subscriptions.untold()] == [paused]
    assert not await subscriptions.pause(reader, Paused(PauseReason.DM_CLOSED, NOW + DAY))


async def test_what_is_gone_is_known_by_its_age(
    subscriptions: SubscriptionRows, database: Database
) -> None:
    """Only those whose place is gone, and for longer than asked."""
    for reason, age in (("channel_gone", 3), ("channel_gone", 1), ("dm_closed", 3)):
        one = await subscribed(database)
        await subscriptions.pause(one.id, Paused(PauseReason(reason), NOW - age * DAY))
    assert await subscriptions.gone_since(NOW - 2 * DAY) == [1]


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


async def test_a_hundred_thousand_in_four_hundred_zones_are_asked_with_one_index(
    subscriptions: SubscriptionRows, database: Database
) -> None:
    """What is due is found by the index of `next_due`, in its order: nothing is scanned or sorted,
    and only those that are due are read.
    """
    zones = sorted(available_timezones())[:400]
    many, due = 100_000, 50
    now = int(NOW.timestamp())
    async with database.write() as session:
        await session.run_many(
            """INSERT INTO subscription (server, channel, query, timezone, at, days, most, language,
                   machine_text, silent, notes, next_due, created)
               VALUES (1, ?, '*', ?, '09:00', 'daily', 9, 'en', 1, 1, 'problems', ?, 0)""",
            [(n, zones[n % 400], now + 60 * (n - due + 1)) for n in range(many)],
        )
        await session.run("ANALYZE")
    async with database.read() as session:
        plan = await session.rows(f"EXPLAIN QUERY PLAN {DUE}", [now, 200])
    steps = [row["detail"] for row in plan]
    assert steps[0] == "SEARCH subscription USING INDEX subscription_due (next_due<?)"
    assert not [step for step in steps if step.startswith("SCAN") or "TEMP B-TREE" in step], steps
    found = await subscriptions.due(NOW, 200)
    assert len(found) == due
    assert len({one.wish.schedule.timezone for one in found}) == due

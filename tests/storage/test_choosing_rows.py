"""What a choice has to know of the past, for many subscriptions at once."""

from __future__ import annotations

import pytest
from storage_samples import (
    CHANNEL,
    DM,
    NOW,
    edition_of,
    plan_of,
    stored_papers,
    subscribed,
)

from bot.core.subscriptions import ChannelTarget, UserTarget
from bot.storage.choosing import SHOWN
from bot.storage.database import Database
from bot.storage.deliveries import DeliveryRows

ELSEWHERE = ChannelTarget(CHANNEL.guild_id, 5)
NOBODY = UserTarget(6)


async def test_what_was_shown_is_told_to_each_in_order(database: Database) -> None:
    """A channel and a reader, one that asks twice, and who saw nothing."""
    await stored_papers(database, 9)
    deliveries = DeliveryRows(database)
    channel, reader = [await subscribed(database, target) for target in (CHANNEL, DM)]
    plans = [
        plan_of(channel, "a", edition_of(1, 2), (1, 2)),
        plan_of(reader, "a", edition_of(2, 3), (2, 3)),
    ]
    await deliveries.freeze(plans, NOW)
    asked = [
        (CHANNEL, [1, 3]),
        (DM, [1, 2, 3]),
        (ELSEWHERE, [1, 2, 3]),
        (CHANNEL, [2]),
        (DM, []),
        (NOBODY, [2]),
    ]
    told = await deliveries.shown_each(asked)
    assert told == [{1}, {2, 3}, set(), {2}, set(), set()]
    assert told == [await deliveries.shown(target, keys) for target, keys in asked]
    assert await deliveries.shown_each([]) == []


@pytest.mark.parametrize(("column", "index"), [("channel", "in_channel"), ("user", "to_user")])
async def test_each_paper_is_looked_up_in_an_index(
    database: Database, column: str, index: str
) -> None:
    """However much was shown, a question is as dear as what it asks for."""
    async with database.read() as session:
        plan = await session.rows(f"EXPLAIN QUERY PLAN {SHOWN[column]}", ["[]"])
    assert f"INDEX shown_{index} ({column}=? AND paper=?)" in plan[-1]["detail"]


async def test_last_editions_are_those_with_papers(database: Database) -> None:
    """The newest of each that has one; one that cannot be read is none."""
    await stored_papers(database, 9)
    deliveries = DeliveryRows(database)
    one, other, none, broken = [await subscribed(database) for _ in range(4)]
    for number, subscription in enumerate([one, one, other, broken]):
        edition = edition_of(number + 1)
        await deliveries.freeze([plan_of(subscription, str(number), edition)], NOW)
    async with database.write() as session:
        await session.run("UPDATE delivery SET edition = '{}' WHERE subscription = ?", [broken.id])
    ids = [subscription.id for subscription in (one, other, none, broken)]
    assert await deliveries.last_editions(ids) == {one.id: edition_of(2), other.id: edition_of(3)}
    assert await deliveries.last_editions([]) == {}

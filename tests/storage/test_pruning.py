"""Pruning: what status, the next edition and what is on its way need stays; the rest goes."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from storage_samples import (
    ADMIN,
    CHANNEL,
    DAY,
    DM,
    NOW,
    READER,
    edition_of,
    numbered,
    plan_of,
    stored_papers,
    subscribed,
)

from bot.core.deliveries import PartState
from bot.core.editions import EmptyCause, EmptyEdition, LeftOut, Rule
from bot.core.papers import NEVER
from bot.services.ports import Entry
from bot.storage.added_sources import AddedSourceRows
from bot.storage.deliveries import DeliveryRows
from bot.storage.library import LibraryRows
from bot.storage.papers import PaperRows
from bot.storage.pruning import NOT_NEEDED

if TYPE_CHECKING:
    from bot.core.subscriptions import Subscription
    from bot.storage.database import Database

KEEP = 10
MONTH = timedelta(days=30)


async def _empties(
    deliveries: DeliveryRows, subscription: Subscription, days: range, first: datetime = NOW
) -> None:
    """Freeze an empty edition a day."""
    for day in days:
        made = first + day * DAY
        edition = EmptyEdition(made, EmptyCause.NOTHING_MATCHED, 3)
        await deliveries.freeze([plan_of(subscription, f"{day}", edition)], made)


async def _left(deliveries: DeliveryRows, subscription: Subscription) -> list[str]:
    return [report.occurrence for report in await deliveries.reports(subscription.id, 10_000)]


async def test_a_month_and_the_last_ten_are_kept(database: Database) -> None:
    """A daily one keeps its month, a weekly one its last ten; a second time nothing goes."""
    deliveries = DeliveryRows(database)
    daily, weekly = await subscribed(database), await subscribed(database, DM)
    await _empties(deliveries, daily, range(100))
    await _empties(deliveries, weekly, range(0, 100, 7))
    now = NOW + 99 * DAY
    assert await deliveries.prune(now - MONTH, KEEP) == 69 + 5
    assert await _left(deliveries, daily) == [str(day) for day in range(99, 68, -1)]
    assert await _left(deliveries, weekly) == [str(day) for day in range(98, 34, -7)]
    assert await deliveries.prune(now - MONTH, KEEP) == 0


async def test_more_than_a_page_is_pruned_in_one_go(database: Database) -> None:
    """Whatever is kept on the way."""
    deliveries = DeliveryRows(database)
    subscription = await subscribed(database)
    edition = EmptyEdition(NOW, EmptyCause.NOTHING_MATCHED, 3)
    await deliveries.freeze([plan_of(subscription, f"{n}", edition) for n in range(1_300)], NOW)
    assert await deliveries.prune(NOW + 5_000 * DAY, KEEP) == 1_290
    assert len(await _left(deliveries, subscription)) == KEEP


async def test_the_last_papers_what_is_open_and_what_was_shown_stay(database: Database) -> None:
    """However old: the next edition compares with them, a part may still arrive, and a paper does
    not come twice because its delivery was forgotten.
    """
    keys = await stored_papers(database, 3)
    deliveries = DeliveryRows(database)
    subscription = await subscribed(database)
    states = (PartState.SENT, None, PartState.SENT)
    for key, state in zip(keys, states, strict=True):
        plan = plan_of(subscription, f"paper {key}", edition_of(key), (key,))
        (made,) = await deliveries.freeze([plan], NOW)
        if state is not None:
            (parcel,) = await deliveries.claim(NOW, 1, delivery=made)
            await deliveries.record([(parcel.part_id, state, None, 7, "")])
    await _empties(deliveries, subscription, range(1, 50))
    assert await deliveries.prune(NOW + 100 * DAY, KEEP) == 1 + 39
    left = await _left(deliveries, subscription)
    assert left[KEEP:] == [f"paper {keys[2]}", f"paper {keys[1]}"]
    assert await deliveries.last_edition(subscription.id) == edition_of(keys[2])
    assert await deliveries.open_parts() == 1
    assert await deliveries.shown(CHANNEL) == frozenset(keys)


async def test_what_is_pruned_is_not_scanned_for(database: Database) -> None:
    """Each look at an old delivery is an indexed one."""
    async with database.read() as session:
        plan = await session.rows(f"EXPLAIN QUERY PLAN {NOT_NEEDED}", ["[]", KEEP - 1])
    steps = [row["detail"] for row in plan]
    assert not [step for step in steps if step.startswith("SCAN") and "named" not in step], steps


async def test_a_servers_own_papers_go_when_nothing_refers_to_them(database: Database) -> None:
    """An entry, a library, what was shown and an edition that is kept do; public papers stay."""
    papers, deliveries = PaperRows(database), DeliveryRows(database)
    sources = AddedSourceRows(database)
    own = [numbered(n, source="added:1", released=NEVER) for n in range(1, 208)]
    await papers.upsert([*own, numbered(300, released=NEVER)], NOW)
    source = await sources.add(1, "Lab", "feed", address="x", file=None, by=ADMIN, now=NOW)
    assert source is not None
    assert await sources.stored_since(source.id, NOW) == 207
    assert await sources.stored_since(source.id, NOW + DAY) == 0
    await sources.put(source, [Entry(own[0].ids, own[0].ids[0])], frozenset(), NOW)
    await LibraryRows(database).save(READER, 2, NOW)
    edition = replace(edition_of(3, 4), more=(LeftOut(5, Rule.BELOW_LIMIT),))
    subscription = await subscribed(database)
    await deliveries.freeze([plan_of(subscription, "a", edition, (3,))], NOW)
    assert await sources.forget_papers() == 202
    assert sorted(await papers.get(range(1, 300))) == [1, 2, 3, 4, 5, 208]
    assert await papers.by_external(own[9].ids[0]) is None
    assert await sources.forget_papers() == 0

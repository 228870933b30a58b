"""Deliveries: frozen whole, claimed once, recorded, and papers given back where nobody saw them."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from storage_samples import (
    CHANNEL,
    DAY,
    DM,
    NOW,
    READER,
    edition_of,
    plan_of,
    stored_papers,
    subscribed,
)

from bot.core.deliveries import Parcel, PartState, Send, next_step, nonce
from bot.core.editions import EmptyCause, EmptyEdition
from bot.core.subscriptions import UserTarget
from bot.services.ports import DeliveryReport
from bot.storage.deliveries import DeliveryRows
from bot.storage.people import PeopleRows
from bot.storage.subscriptions import SubscriptionRows

if TYPE_CHECKING:
    from bot.core.subscriptions import Target
    from bot.storage.database import Database

SECOND = timedelta(seconds=1)
EMPTY = EmptyEdition(NOW, EmptyCause.NOTHING_MATCHED, 17)


@pytest.fixture
async def deliveries(database: Database) -> DeliveryRows:
    """The deliveries of a new database with nine papers."""
    await stored_papers(database, 9)
    return DeliveryRows(database)


async def test_freezing_stores_all_of_an_edition(
    deliveries: DeliveryRows, database: Database
) -> None:
    """Edition, parts, reserved papers, the next instant and the last edition's, all at once."""
    subscription = await subscribed(database)
    edition = edition_of(1, 2, 3)
    plan = plan_of(subscription, "a", edition, (1, 2), (3,))
    assert await deliveries.freeze([plan], NOW) == [1]
    assert await deliveries.shown(CHANNEL) == {1, 2, 3}
    assert await deliveries.shown(DM) == frozenset()
    assert await deliveries.open_parts() == 2
    assert await deliveries.last_edition(subscription.id) == edition
    after = await SubscriptionRows(database).get(subscription.id)
    assert after == replace(subscription, next_due=NOW + DAY, last_edition=NOW)
    assert await deliveries.edition_of_part(2) == (after, 1, edition)
    assert await deliveries.edition_of_part(3) is None


@pytest.mark.parametrize("target", [CHANNEL, DM])
async def test_of_what_was_shown_only_what_is_asked_for_is_told(
    deliveries: DeliveryRows, database: Database, target: Target
) -> None:
    """However much a target was shown in the years, the question is about some papers."""
    plan = plan_of(await subscribed(database, target), "a", edition_of(1, 2, 3), (1, 2, 3))
    await deliveries.freeze([plan], NOW)
    assert await deliveries.shown(target, [2, 3, 4, 99]) == {2, 3}
    assert await deliveries.shown(target, []) == frozenset()
    assert await deliveries.shown(target) == {1, 2, 3}


async def test_what_was_shown_is_one_index(database: Database) -> None:
    """Papers are looked up one by one, not read through."""
    async with database.read() as session:
        plan = await session.rows(
            """EXPLAIN QUERY PLAN SELECT paper FROM shown
               WHERE channel = 1 AND paper IN (SELECT value FROM json_each('[1]'))"""
        )
    assert any("channel=? AND paper=?" in row["detail"] for row in plan)


async def test_an_occurrence_is_delivered_once(
    deliveries: DeliveryRows, database: Database
) -> None:
    """A second edition for an occurrence changes nothing but `next_due`, in one batch or later."""
    subscription = await subscribed(database)
    first = plan_of(subscription, "a", edition_of(1), (1,), next_due=None)
    second = plan_of(subscription, "a", edition_of(2), (2,))
    assert await deliveries.freeze([first, first], NOW) == [1, None]
    assert await deliveries.freeze([second], NOW) == [None]
    assert await deliveries.shown(CHANNEL) == {1}
    assert await deliveries.open_parts() == 1
    after = await SubscriptionRows(database).get(subscription.id)
    assert after is not None
    assert after.next_due == NOW + DAY


async def test_occurrences_of_two_subscriptions_do_not_meet(
    deliveries: DeliveryRows, database: Database
) -> None:
    """The same instant is another occurrence for another subscription."""
    plans = [plan_of(await subscribed(database, t), "a", EMPTY, ()) for t in (CHANNEL, DM)]
    assert await deliveries.freeze(plans, NOW) == [1, 2]


async def test_manual_occurrence_moves_no_schedule(
    deliveries: DeliveryRows, database: Database
) -> None:
    """Without a `next_due` the schedule stays where it is."""
    subscription = await subscribed(database)
    await deliveries.freeze([plan_of(subscription, "manual:1", EMPTY, next_due=None)], NOW)
    after = await SubscriptionRows(database).get(subscription.id)
    assert after == replace(subscription, last_edition=NOW)


async def test_schedule_that_was_changed_meanwhile_is_not_overruled(
    deliveries: DeliveryRows, database: Database
) -> None:
    """Whoever moved `next_due` since the plan was made knows better than the plan."""
    subscription = await subscribed(database)
    await SubscriptionRows(database).postpone(subscription.id, NOW + 5 * DAY)
    assert await deliveries.freeze([plan_of(subscription, "a", EMPTY, ())], NOW) == [1]
    after = await SubscriptionRows(database).get(subscription.id)
    assert after is not None
    assert after.next_due == NOW + 5 * DAY


async def test_subscription_removed_meanwhile_costs_the_others_nothing(
    deliveries: DeliveryRows, database: Database
) -> None:
    """A plan whose subscription is gone is passed over, its neighbours are stored."""
    gone, stays = await subscribed(database, DM), await subscribed(database)
    plans = [plan_of(s, "a", edition_of(1), (1,)) for s in (gone, stays)]
    await PeopleRows(database).delete(READER)
    assert await deliveries.freeze(plans, NOW) == [None, 1]
    assert await deliveries.shown(DM) == frozenset()


async def test_claimed_part_carries_what_the_courier_needs(
    deliveries: DeliveryRows, database: Database
) -> None:
    """The parcel has state, instant and count from before the claim, the next one from this."""
    subscription = await subscribed(database, DM)
    edition = edition_of(1)
    await deliveries.freeze([plan_of(subscription, "a", edition, (1,))], NOW)
    (first,) = await deliveries.claim(NOW, 5)
    subscription = replace(subscription, next_due=NOW + DAY, last_edition=NOW)
    expected = Parcel(
        part_id=1,
        delivery_id=1,
        occurrence="a",
        number=1,
        nonce=nonce(subscription.id, "a", 1),
        state=PartState.PLANNED,
        attempted=None,
        created=NOW,
        attempts=0,
        subscription=subscription,
        edition=edition,
    )
    assert first == expected
    assert await deliveries.claim(NOW, 5) == []
    assert await deliveries.reopen() == 1
    await PeopleRows(database).set_dm_channel(READER, 66, NOW)
    (again,) = await deliveries.claim(NOW + SECOND, 5)
    assert again == replace(
        expected,
        state=PartState.SENDING,
        attempted=NOW,
        attempts=1,
        subscription=replace(subscription, target=UserTarget(READER, 66)),
    )


async def test_claims_take_no_more_than_asked_for_and_not_before_time(
    deliveries: DeliveryRows, database: Database
) -> None:
    """The longest ready come first; what is to be tried later waits to the second."""
    subscription = await subscribed(database)
    plan = plan_of(subscription, "a", edition_of(1), *((n,) for n in range(1, 6)))
    await deliveries.freeze([plan], NOW)
    assert await deliveries.claim(NOW - SECOND, 9) == []
    first = await deliveries.claim(NOW, 3)
    assert [parcel.number for parcel in first] == [1, 2, 3]
    again = NOW + SECOND / 2
    await deliveries.record([(first[0].part_id, PartState.PLANNED, again, None, "503")])
    await deliveries.record([(first[1].part_id, PartState.SENDING, None, None, "")])
    assert [p.number for p in await deliveries.claim(NOW, 9)] == [2, 4, 5]
    assert await deliveries.claim(NOW, 9) == []
    (later,) = await deliveries.claim(NOW + SECOND, 9)
    assert (later.number, later.state, later.attempts) == (1, PartState.PLANNED, 1)


@pytest.mark.parametrize(
    ("state", "left"),
    [
        (PartState.SENT, {1, 2}),
        (PartState.UNSURE, {1, 2}),
        (PartState.PLANNED, {1, 2}),
        (PartState.SENDING, {1, 2}),
        (PartState.REFUSED, {2}),
        (PartState.EXPIRED, {2}),
    ],
)
async def test_papers_nobody_saw_are_given_back(
    deliveries: DeliveryRows, database: Database, state: PartState, left: set[int]
) -> None:
    """Refused and expired parts give their own papers back, and no others."""
    subscription = await subscribed(database)
    await deliveries.freeze([plan_of(subscription, "a", edition_of(1, 2), (1,), (2,))], NOW)
    part = (await deliveries.claim(NOW, 9))[0].part_id
    await deliveries.record([(part, state, None, None, "why")])
    assert await deliveries.shown(CHANNEL) == left


async def test_a_paper_reserved_before_stays_the_first_ones(
    deliveries: DeliveryRows, database: Database
) -> None:
    """Two editions with one paper at one target: refusing the second gives nothing back."""
    one, two = await subscribed(database), await subscribed(database)
    plans = [plan_of(s, "a", edition_of(1), (1,)) for s in (one, two)]
    await deliveries.freeze(plans, NOW)
    parcels = await deliveries.claim(NOW, 9)
    await deliveries.record([(parcels[1].part_id, PartState.REFUSED, None, None, "")])
    assert await deliveries.shown(CHANNEL) == {1}


async def test_reports_tell_the_least_advanced_part(
    deliveries: DeliveryRows, database: Database
) -> None:
    """Newest first; the state and detail of the part furthest behind, the first part's message."""
    subscription = await subscribed(database)
    plan = plan_of(subscription, "a", edition_of(1, 2), (1,), (2,))
    await deliveries.freeze([plan, plan_of(subscription, "b", EMPTY)], NOW)
    first, second = await deliveries.claim(NOW, 9)
    await deliveries.record(
        [
            (first.part_id, PartState.SENT, None, 123, ""),
            (second.part_id, PartState.UNSURE, None, None, "history"),
        ]
    )
    newer = DeliveryReport(2, "b", NOW, EMPTY, None, None, "")
    unsure = (PartState.UNSURE, 123, "history", second.part_id)
    older = DeliveryReport(1, "a", NOW, edition_of(1, 2), *unsure)
    assert await deliveries.reports(subscription.id, 5) == [newer, older]
    assert await deliveries.reports(subscription.id, 1) == [newer]
    assert await deliveries.reports(99, 5) == []
    assert await deliveries.open_parts() == 0


async def test_message_id_survives_a_later_word(
    deliveries: DeliveryRows, database: Database
) -> None:
    """A word without a message's id does not wipe one that is known."""
    subscription = await subscribed(database)
    await deliveries.freeze([plan_of(subscription, "a", edition_of(1), (1,))], NOW)
    (parcel,) = await deliveries.claim(NOW, 9)
    await deliveries.record([(parcel.part_id, PartState.SENT, None, 123, "")])
    await deliveries.record([(parcel.part_id, PartState.SENT, None, None, "seen")])
    (report,) = await deliveries.reports(subscription.id, 1)
    assert (report.message_id, report.detail) == (123, "seen")


async def test_only_an_unsure_part_is_sent_again(
    deliveries: DeliveryRows, database: Database
) -> None:
    """It is claimed once more, however old, as tried from that moment on, with its nonce."""
    subscription = await subscribed(database)
    await deliveries.freeze([plan_of(subscription, "a", edition_of(1), (1,))], NOW)
    (first,) = await deliveries.claim(NOW, 9)
    assert not await deliveries.resend(first.part_id, NOW)
    await deliveries.record([(first.part_id, PartState.UNSURE, None, None, "")])
    assert await deliveries.resend(first.part_id, NOW + DAY)
    assert not await deliveries.resend(first.part_id, NOW + DAY)
    (again,) = await deliveries.claim(NOW + DAY, 9)
    assert (again.state, again.attempted) == (PartState.SENDING, NOW + DAY)
    assert again.nonce == first.nonce
    assert next_step(again, NOW + DAY) == Send()
    assert await deliveries.shown(CHANNEL) == {1}


async def test_last_edition_is_the_newest_with_papers(
    deliveries: DeliveryRows, database: Database
) -> None:
    """Empty editions in between do not count."""
    subscription = await subscribed(database)
    assert await deliveries.last_edition(subscription.id) is None
    for occurrence, edition in {"a": edition_of(1), "b": edition_of(2), "c": EMPTY}.items():
        await deliveries.freeze([plan_of(subscription, occurrence, edition)], NOW)
    assert await deliveries.last_edition(subscription.id) == edition_of(2)


async def test_nothing_to_do_is_fine(deliveries: DeliveryRows) -> None:
    """Without plans, parts or outcomes nothing happens."""
    assert await deliveries.freeze([], NOW) == []
    assert await deliveries.claim(NOW, 9) == []
    await deliveries.record([])
    assert await deliveries.reopen() == 0
    assert await deliveries.open_parts() == 0

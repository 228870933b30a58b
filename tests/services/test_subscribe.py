"""Subscriptions: set up, changed, stopped, mended; and what a query would bring."""

from __future__ import annotations

from dataclasses import replace
from datetime import time
from typing import TYPE_CHECKING

import pytest
from service_world import (
    ADMIN,
    CHANNEL,
    DAY,
    EARLY,
    FRIDAY,
    GUILD,
    HOUR,
    NINE,
    READER,
    SECOND,
    WISH,
    draft,
)

from bot.core.deliveries import Refusal, Refused
from bot.core.query import QuerySyntaxError
from bot.core.schedules import DAILY, Schedule
from bot.core.subscriptions import MOST_PER_TARGET, ChannelTarget, Paused, PauseReason, UserTarget
from bot.services.subscribe import DryRun, TooManySubscriptionsError

if TYPE_CHECKING:
    from service_world import World


async def test_a_digest_is_due_at_its_next_time(world: World) -> None:
    """Today if that is still to come, else tomorrow."""
    assert (await world.set_up()).next_due == NINE
    world.clock.to(NINE)
    assert (await world.set_up()).next_due == NINE + DAY


async def test_a_menu_holds_so_many(world: World) -> None:
    """One more is refused, on a server and for a reader; elsewhere there is room."""
    for _ in range(MOST_PER_TARGET):
        await world.set_up()
        await world.subscriptions.subscribe(READER, WISH)
    with pytest.raises(TooManySubscriptionsError) as caught:
        await world.set_up()
    assert caught.value.most == MOST_PER_TARGET
    with pytest.raises(TooManySubscriptionsError):
        await world.subscriptions.subscribe(READER, WISH)
    assert len(await world.subscriptions.of_server(GUILD)) == MOST_PER_TARGET
    assert len(await world.subscriptions.of_user(READER)) == MOST_PER_TARGET
    await world.set_up(target=ChannelTarget(GUILD + 1, 1))


async def test_subscribing_opens_the_readers_messages(world: World) -> None:
    """The channel's id is remembered, and the edition goes there."""
    done = await world.subscriptions.subscribe(READER, WISH)
    assert done.reachable
    assert done.subscription.target == UserTarget(READER, READER + 10_000)
    assert await world.people.dm_channel(READER) == READER + 10_000


async def test_closed_messages_pause_a_new_subscription_until_tried_again(world: World) -> None:
    """It says why; opening resumes that, and nothing that somebody paused."""
    world.courier.closed = {READER}
    done = await world.subscriptions.subscribe(READER, WISH)
    assert not done.reachable
    assert done.subscription.paused == Paused(PauseReason.DM_CLOSED, EARLY)
    world.courier.closed = set()
    other = await world.subscriptions.subscribe(READER, WISH)
    await world.subscriptions.pause(other.subscription)
    assert await world.subscriptions.try_again(READER, "en")
    mended, asked = await world.subscriptions.of_user(READER)
    assert mended.paused is None
    assert asked.paused is not None
    assert asked.paused.reason is PauseReason.ASKED


async def test_a_change_is_planned_from_now_on(world: World) -> None:
    """A time that has passed today comes tomorrow."""
    subscription = await world.set_up()
    later = replace(WISH, schedule=Schedule("UTC", time(7), DAILY), limit=3)
    changed = await world.subscriptions.change(subscription, later)
    assert changed.wish == later
    assert changed.next_due == NINE + DAY - 2 * HOUR


async def test_a_change_of_anything_but_the_schedule_loses_no_edition(world: World) -> None:
    """Two seconds after nine, before the clock has rung: today's digest still comes, as changed."""
    await world.bring(draft(1, 5), draft(2, 4))
    subscription = await world.set_up()
    world.clock.to(NINE + 2 * SECOND)
    changed = await world.subscriptions.change(subscription, replace(WISH, limit=1))
    assert (changed.wish.limit, changed.next_due) == (1, NINE)
    assert await world.beat() == (1, 1)
    assert len(world.courier.posts[0].keys) == 1
    again = await world.subscriptions.change(subscription, replace(WISH, limit=2))
    assert again.next_due == NINE + DAY


async def test_resuming_what_runs_changes_nothing(world: World) -> None:
    """Who presses it at nine gets the digest of nine."""
    await world.bring(draft(1, 5))
    subscription = await world.set_up()
    world.clock.to(NINE + 2 * SECOND)
    assert (await world.subscriptions.resume(subscription)).next_due == NINE
    assert await world.beat() == (1, 1)


async def test_moving_lets_a_stopped_digest_run_again(world: World) -> None:
    """What its old channel refused, the new one may take; a person's pause stays."""
    await world.bring(draft(1))
    subscription = await world.set_up()
    world.courier.answers = [Refused(Refusal.CHANNEL_GONE, "10003")]
    await world.beat(NINE)
    moved = await world.subscriptions.move(
        await world.again(subscription), ChannelTarget(GUILD, 999)
    )
    assert (moved.target, moved.paused) == (ChannelTarget(GUILD, 999), None)
    paused = await world.subscriptions.pause(moved)
    again = await world.subscriptions.move(paused, CHANNEL)
    assert again.paused is not None


async def test_a_removed_one_is_gone(world: World) -> None:
    """A second time says that there was nothing."""
    subscription = await world.set_up()
    assert await world.subscriptions.remove(subscription)
    assert not await world.subscriptions.remove(subscription)
    assert await world.subscriptions.get(subscription.id) is None


async def test_changing_what_was_removed_meanwhile_does_no_harm(world: World) -> None:
    """What was in hand comes back as it was."""
    subscription = await world.set_up()
    await world.subscriptions.remove(subscription)
    assert await world.subscriptions.pause(subscription) == subscription


async def test_a_dry_run_counts_what_would_have_come(world: World) -> None:
    """Papers, days that had any paper, the busiest; withdrawn and older ones do not count."""
    await world.bring(
        draft(1, title="World models one"),
        draft(2, title="World models two"),
        draft(3, title="World models three", released=FRIDAY - DAY),
        draft(4, title="Something else", released=FRIDAY - 2 * DAY),
        draft(5, title="World models gone", withdrawn=True),
        draft(6, title="World models of the past", released=FRIDAY - 30 * DAY),
        draft(7, title="World models a month ago", released=FRIDAY - 29 * DAY),
    )
    done = await world.subscriptions.dry_run('"world models"', CHANNEL)
    assert done == DryRun(papers=4, days=4, busiest=2)
    assert done.a_day == 1.0


async def test_a_dry_run_knows_what_has_just_come(world: World) -> None:
    """New papers, votes, and a day that has become too old."""
    await world.bring(draft(1, 3), draft(2, 3, released=FRIDAY - 29 * DAY))
    assert (await world.subscriptions.dry_run("upvotes:>=5", CHANNEL)).papers == 0
    assert (await world.subscriptions.dry_run("*", CHANNEL)).papers == 2
    await world.bring(draft(1, 9), draft(3, 5))
    assert (await world.subscriptions.dry_run("upvotes:>=5", CHANNEL)).papers == 2
    world.clock.to(EARLY + DAY)
    assert (await world.subscriptions.dry_run("*", CHANNEL)).papers == 2


async def test_a_dry_run_over_nothing_is_nothing(world: World) -> None:
    """No papers, no mean."""
    done = await world.subscriptions.dry_run("*", CHANNEL)
    assert (done, done.a_day) == (DryRun(0, 0, 0), 0.0)


async def test_a_dry_run_of_no_query_is_a_fault(world: World) -> None:
    """With its place."""
    with pytest.raises(QuerySyntaxError):
        await world.subscriptions.dry_run("(", CHANNEL)


async def test_who_set_it_up_is_kept(world: World) -> None:
    """They are told when it stops."""
    assert (await world.set_up()).created_by == ADMIN


async def test_a_digest_goes_on_by_itself_once_its_place_is_mended(world: World) -> None:
    """In the server that changed, or wherever it is looked; from its next time on."""
    subscription = await world.set_up()
    other = await world.set_up(target=ChannelTarget(GUILD + 1, 1))
    for one in (subscription, other):
        refused = Paused(PauseReason.MISSING_PERMISSION, EARLY, "send-messages")
        await world.rows.pause(one.id, refused)
    world.clock.to(NINE)
    assert await world.subscriptions.mend(GUILD) == 1
    mended = await world.again(subscription)
    assert (mended.paused, mended.next_due) == (None, NINE + DAY)
    assert (await world.again(other)).paused is not None
    assert await world.subscriptions.mend() == 1
    assert (await world.again(other)).paused is None


async def test_what_is_not_mended_or_was_asked_for_stays_stopped(world: World) -> None:
    """A person's pause is theirs to end."""
    asked = await world.subscriptions.pause(await world.set_up())
    assert await world.subscriptions.mend() == 0
    broken = await world.set_up()
    await world.rows.pause(broken.id, Paused(PauseReason.CHANNEL_GONE, EARLY))
    world.courier.postable = False
    assert await world.subscriptions.mend() == 0
    assert (await world.again(asked)).paused is not None
    assert (await world.again(broken)).paused is not None


async def test_a_digest_whose_server_is_gone_is_kept_for_thirty_days(world: World) -> None:
    """It stops and somebody is told once; invited again within 30 days it goes on by itself, else
    it is deleted, and what its channel was shown stays remembered.
    """
    (paper,) = await world.bring(draft(1, 5))
    back, lost = await world.set_up(), await world.set_up(target=ChannelTarget(GUILD + 1, 1))
    assert await world.beat(NINE) == (2, 2)
    world.courier.gone, world.courier.postable = True, False
    for _ in range(3):
        assert await world.subscriptions.mend() == 0
    assert [told for told, _ in world.courier.alerts] == [back.id, lost.id]
    paused = (await world.again(back)).paused
    assert paused is not None
    assert paused.reason is PauseReason.CHANNEL_GONE
    world.clock.to(NINE + 29 * DAY)
    await world.subscriptions.tidy()
    world.courier.gone, world.courier.postable = False, True
    assert await world.subscriptions.mend(GUILD) == 1  # invited again
    assert (await world.again(back)).paused is None
    world.clock.to(NINE + 30 * DAY)
    await world.subscriptions.tidy()
    assert await world.rows.get(lost.id) is not None
    world.clock.to(NINE + 30 * DAY + SECOND)
    await world.subscriptions.tidy()
    assert await world.rows.get(lost.id) is None
    assert (await world.again(back)).paused is None
    assert await world.deliveries.shown(ChannelTarget(GUILD + 1, 1)) == {paper.key}


async def test_a_deleted_channel_retires_its_digests_alone(world: World) -> None:
    """Not its neighbours', and not one that somebody paused."""
    gone, other = await world.set_up(), await world.set_up(target=ChannelTarget(GUILD, 702))
    asked = await world.subscriptions.pause(await world.set_up())
    for _ in range(2):
        await world.subscriptions.channel_deleted(GUILD, CHANNEL.channel_id)
    assert [told for told, _ in world.courier.alerts] == [gone.id]
    assert (await world.again(other)).paused is None
    assert (await world.again(asked)).paused == asked.paused


async def test_a_place_that_refuses_though_it_seems_mended_is_told_once(world: World) -> None:
    """Discord refuses day after day although nothing is missing; once something arrived, the same
    is news again.
    """
    await world.bring(*(draft(n, 9) for n in range(5)))
    subscription = await world.set_up(replace(WISH, limit=1))
    refused = Refused(Refusal.MISSING_PERMISSION)
    for day in (0, 3, 4):
        world.courier.answers = [refused] * 2
        await world.beat(NINE + day * DAY)
        assert (await world.again(subscription)).paused is not None
        assert await world.subscriptions.mend() == 1
        await world.publisher.drain()  # what was refused, refused again
        await world.subscriptions.mend()
    assert len(world.courier.alerts) == 1
    assert await world.publisher.drain() == 1
    world.courier.answers = [refused]
    await world.beat(NINE + 5 * DAY)
    assert len(world.courier.alerts) == 2


async def test_what_somebody_paused_is_deleted_thirty_days_after_its_server_is_gone(
    world: World,
) -> None:
    """Nobody is left there to remove it. Invited again, also late, it stays as they left it."""
    lost, back = await world.set_up(), await world.set_up(target=ChannelTarget(GUILD + 1, 1))
    for one in (lost, back):
        await world.subscriptions.pause(one)
    world.courier.gone, world.courier.postable = True, False
    await world.subscriptions.mend()
    world.clock.to(EARLY + 20 * DAY)
    await world.subscriptions.mend()  # seen again, and counted from the first time
    world.courier.gone = False
    await world.subscriptions.mend()  # perhaps Discord has only not told yet
    await world.subscriptions.mend(GUILD + 1)  # invited again
    world.courier.gone = True
    world.clock.to(EARLY + 30 * DAY)
    await world.subscriptions.tidy()
    assert (await world.again(lost)).paused is not None
    world.clock.to(EARLY + 30 * DAY + SECOND)
    world.courier.gone = False
    await world.subscriptions.tidy()
    assert (await world.again(lost)).paused is not None  # it is there, whatever was noted
    world.courier.gone = True
    await world.subscriptions.tidy()
    assert await world.rows.get(lost.id) is None
    paused = (await world.again(back)).paused
    assert paused is not None
    assert paused.reason is PauseReason.ASKED
    assert world.courier.alerts == []

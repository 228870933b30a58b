"""A place that is mended at the very moment at which it refuses: what it refused still comes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from service_world import DAY, NINE, World, draft

from bot.core.deliveries import PartState, Refusal, Refused
from bot.core.subscriptions import Paused, PauseReason, Subscription, Trouble

if TYPE_CHECKING:
    from datetime import datetime


@pytest.mark.parametrize("refusals", [1, 2])
async def test_what_was_refused_comes_though_it_was_mended_before_that_was_stored(
    world: World, monkeypatch: pytest.MonkeyPatch, refusals: int
) -> None:
    """Whoever is told mends it at once, while the refusal is on its way into the database."""
    await world.bring(draft(1, 5))
    digest = await world.set_up()
    told = world.courier.alert

    async def told_and_mended(subscription: Subscription, trouble: Trouble) -> bool:
        await told(subscription, trouble)
        assert await world.subscriptions.mend() == 1
        return True

    monkeypatch.setattr(world.courier, "alert", told_and_mended)
    world.courier.answers = [
        Refused(Refusal.MISSING_PERMISSION, f"permission {n}") for n in range(refusals)
    ]
    assert await world.beat(NINE) == (1, 1)
    (report,) = await world.deliveries.reports(digest.id, 10)
    assert report.state is PartState.SENT
    assert len(world.courier.alerts) == refusals
    assert (await world.again(digest)).paused is None


async def test_what_is_not_mended_is_not_brought_again(world: World) -> None:
    """Nor is what Discord will never take, though its place is fine."""
    await world.bring(draft(1, 5))
    await world.set_up()
    for day, refusal in ((0, Refusal.MISSING_PERMISSION), (3, Refusal.INVALID)):
        world.courier.answers = [Refused(refusal)]
        assert await world.beat(NINE + day * DAY) == (1, 0)
        assert world.courier.answers == []
        assert await world.publisher.drain() == 0
        await world.rows.resume(1, NINE + (day + 1) * DAY, NINE)
    assert world.courier.posts == []


async def test_what_was_refused_comes_though_that_is_stored_while_it_is_mended(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Between the look for what was refused and the end of the pause."""
    await world.bring(draft(1, 5))
    digest = await world.set_up()
    world.clock.to(NINE)
    await world.publisher.tick()
    (parcel,) = await world.deliveries.claim(NINE, 1)
    await world.rows.pause(digest.id, Paused(PauseReason.MISSING_PERMISSION, NINE))
    resume = world.rows.resume

    async def stored_and_resumed(
        subscription_id: int, next_due: datetime, now: datetime, seen: Paused | None = None
    ) -> bool:
        refused = (parcel.part_id, PartState.REFUSED, None, None, "missing_permission")
        await world.deliveries.record([refused])
        return await resume(subscription_id, next_due, now, seen)

    monkeypatch.setattr(world.rows, "resume", stored_and_resumed)
    assert await world.subscriptions.mend() == 1
    assert await world.publisher.drain() == 1

"""Alerts: told once, and not forgotten by a process that dies before it has told."""

from __future__ import annotations

from typing import TYPE_CHECKING

from service_world import CHANNEL, HOUR, NINE, READER, WISH, draft

from bot.core.deliveries import Refusal, Refused
from bot.core.subscriptions import Paused, PauseReason, UserTarget
from bot.services.alerts import tell_the_rest

if TYPE_CHECKING:
    from service_world import World

REFUSED = Refused(Refusal.MISSING_PERMISSION, "send-messages")
STOPPED = Paused(PauseReason.MISSING_PERMISSION, NINE, "send-messages")


async def test_what_a_dead_process_left_untold_is_told_at_the_next_look(world: World) -> None:
    """The pause was stored and the process died: the next start tells it, once."""
    digest = await world.set_up()
    assert await world.rows.pause(digest.id, STOPPED)
    world.courier.postable = False
    await world.subscriptions.mend(CHANNEL.guild_id)
    assert world.courier.alerts == []
    for _ in range(2):
        await world.subscriptions.mend()
        assert world.courier.alerts == [(digest.id, STOPPED)]


async def test_what_is_mended_meanwhile_is_not_told(world: World) -> None:
    """There is nothing to mend any more."""
    digest = await world.set_up()
    await world.rows.pause(digest.id, STOPPED)
    await world.subscriptions.mend()
    assert world.courier.alerts == []


async def test_what_was_told_or_stopped_by_hand_or_concerns_a_reader_is_not_told_again(
    world: World,
) -> None:
    """Only digests that stopped by themselves are the business of somebody who must be told."""
    await world.bring(draft(1, 5))
    told, asked = await world.set_up(), await world.set_up()
    await world.subscriptions.pause(asked)
    reader = await world.rows.create(UserTarget(READER), WISH, NINE, READER, NINE)
    await world.rows.pause(reader.id, Paused(PauseReason.DM_CLOSED, NINE, "50007"))
    world.courier.answers = [REFUSED]
    await world.beat(NINE + HOUR)
    assert [one for one, _ in world.courier.alerts] == [told.id]
    await tell_the_rest(world.courier, world.rows)
    assert [one for one, _ in world.courier.alerts] == [told.id]

"""Killed anywhere, Paperboy brings everything once.

The process is killed with SIGKILL at every point that `crashing_paperboy.py` names: before and
after every commit and every request on a delivery's way, and where Discord has stored a message
whose answer nobody reads. Then a new process starts on the same file, and messages are counted.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path
from signal import SIGKILL

import pytest
from discord_loopback import MESSAGE_CREATE, Settings
from killed_worlds import STORED, Due, Killed, Refusing, eventually, killed_world
from paperboy_peer import event

from bot.core.subscriptions import ChannelTarget, UserTarget

HOURS = 3 * 3600.0


def around(*named: str) -> list[str]:
    """Return the points before and after each of these."""
    return [f"{when} {name}" for name in named for when in ("before", "after")]


STARTING = around(
    "LedgerRows.go_on",
    "PUT /applications/{application_id}/commands",
    "SettingRows.set",
    "PaperRows.upsert",
    "PaperRows.note_health",
)
PLANNING = around(
    "DeliveryRows.freeze",
    "DeliveryRows.claim",
    "POST /users/@me/channels",
    "PeopleRows.set_dm_channel",
)
SENDING = [*around(MESSAGE_CREATE), STORED]
RECORDING = around("DeliveryRows.record")
NOTING = around("LedgerRows.note")
REOPENING = around("DeliveryRows.reopen")
REFUSING = around("SubscriptionRows.pause", "SubscriptionRows.told")
ALERTING = [*around("POST /users/@me/channels"), *SENDING]
MENDING = around("DeliveryRows.retry_refused", "SubscriptionRows.resume")
POSTPONING = around("SubscriptionRows.postpone")
SENDING_AGAIN = around("DeliveryRows.resend")

PLACES = 5
"""In so many something is due. At the points of `SENDING` all of them are waited for, so that one
kill is a kill in each."""


@pytest.fixture
async def world(tmp_path: Path) -> AsyncIterator[Killed]:
    """A Discord that remembers nonces."""
    async with killed_world(tmp_path) as made:
        yield made


def passes(point: str) -> int:
    """Return how many have to be at the point: all five places, where they get there together."""
    return PLACES if point in SENDING else 1


@pytest.mark.parametrize("point", [*STARTING, *PLANNING, *SENDING, *RECORDING, *NOTING])
async def test_killed_at_a_point_every_place_has_its_message_once(
    world: Killed, point: str
) -> None:
    """Started again at once, Paperboy repeats what it has no answer to; Discord drops a repeat."""
    due = await Due.of(world)
    await world.killed_at(point, passes(point))
    async with world.recovered(PLACES):
        due.planned_once()
        due.arrived_once()


@pytest.mark.parametrize("point", REOPENING)
async def test_killed_while_it_takes_up_what_was_left(world: Killed, point: str) -> None:
    """A start that dies as the one before it leaves the same to the next one."""
    due = await Due.of(world)
    await world.killed_at(STORED, PLACES)
    await world.killed_at(point)
    await world.killed_at(STORED, PLACES)
    async with world.recovered(PLACES):
        due.planned_once()
        due.arrived_once()


@pytest.mark.parametrize("point", ["after DeliveryRows.claim", *SENDING, *RECORDING])
async def test_killed_and_away_for_hours_it_reads_back(tmp_path: Path, point: str) -> None:
    """Once Discord has forgotten the nonces, places are read back. Where the history may not be
    read nobody knows: nothing is sent again, and the status says so.
    """
    behind = [HOURS]  # the kill was hours ago by the clock that attempts and messages are dated by

    def clock() -> float:
        return time.time() - behind[0]  # noqa: TID251 - Discord's

    settings = replace(Settings(), nonce_window=0.0, clock=clock)
    async with killed_world(tmp_path, settings) as world:
        due = await Due.of(world)
        await world.killed_at(point, passes(point))
        there = len(world.server.messages(due.walled))
        behind[0] = 0.0
        async with world.recovered(PLACES):
            due.planned_once()
            if point == "after DeliveryRows.record":
                due.arrived_once()
                return
            due.arrived_once(due.papers, *due.readers)
            assert len(world.server.messages(due.walled)) == there
            assert world.rows("SELECT state FROM part WHERE id = 2") == [("unsure",)]
            status = await world.ada.slash(due.papers, "digest status")
            assert "may or may not have arrived" in status.message.text


@pytest.mark.parametrize("point", SENDING_AGAIN)
async def test_killed_while_somebody_sends_again_what_was_unsure(
    tmp_path: Path, point: str
) -> None:
    """Before that is stored, it stays to be asked for; afterwards the next start sends it, once."""
    settings = replace(Settings(), nonce_window=0.0)
    async with killed_world(tmp_path, settings) as world:
        due = await Due.of(world)
        await world.killed_at("before POST /channels/{channel_id}/messages", PLACES)
        world.rows("UPDATE part SET attempted = attempted - 600")
        async with world.start(point) as bot:
            await world.settled(PLACES)
            status = await world.ada.slash(due.papers, "digest status")
            again = status.message.custom_id("Send again")
            unanswered = asyncio.create_task(world.ada.click(status.message, again))
            assert await bot.ended() == -SIGKILL
            unanswered.cancel()
        assert world.server.messages(due.walled) == []
        async with world.recovered(PLACES):
            if point.startswith("before"):
                assert world.rows("SELECT state FROM part WHERE id = 2") == [("unsure",)]
                due.arrived_once(due.papers, *due.readers)
            else:
                due.arrived_once()


@pytest.mark.parametrize("point", [*REFUSING, *ALERTING, *RECORDING, *MENDING])
async def test_killed_while_a_place_refuses_or_is_mended(world: Killed, point: str) -> None:
    """Whoever can mend it is told once, and once it is mended the message is there, once."""
    refusing = await Refusing.of(world)
    async with world.start(point) as bot:
        if point in MENDING:
            await refusing.stopped_and_told()
            refusing.mend()
        assert await bot.ended() == -SIGKILL
    world.server.clear_hooks()
    async with world.start() as bot:
        if point not in MENDING:
            await refusing.stopped_and_told()
            refusing.mend()
        await refusing.arrived_once()
        assert await bot.stop() == 0


@pytest.mark.parametrize("point", [*around("SubscriptionRows.pause"), *RECORDING])
async def test_killed_while_the_messages_of_a_reader_are_closed(world: Killed, point: str) -> None:
    """Once they are open, the reader's next command brings what was refused, once."""
    channel = world.guild.add_text_channel("talk")
    max_ = world.server.add_user("max", world.guild)
    direct = world.server.dm(max_)
    max_.dms_open = False
    await world.put(UserTarget(max_.id, direct.id))
    await world.killed_at(point)
    async with world.start() as bot:
        stopped = [("dm_closed",)]
        await event(bot, "clock_started")
        await eventually(
            lambda: world.rows("SELECT pause_reason FROM subscription") == stopped, "it to stop"
        )
        max_.dms_open = True
        await max_.slash(channel, "paper", {"title": "sandwich"})
        await eventually(lambda: world.rows("SELECT state FROM part") == [("sent",)], "the papers")
        assert await bot.stop() == 0
    hello, papers = world.server.messages(direct)
    assert "Your papers will come here" in hello.text
    assert papers.custom_id("Why these?")


@pytest.mark.parametrize("point", POSTPONING)
async def test_killed_while_one_that_cannot_be_read_is_put_off(world: Killed, point: str) -> None:
    """It costs the others nothing, whenever the process dies."""
    due = await Due.of(world)
    broken = world.guild.add_text_channel("broken")
    await world.put(ChannelTarget(world.guild.id, broken.id))
    world.rows("UPDATE subscription SET days = 'nonsense' WHERE id = 6")
    await world.killed_at(point)
    async with world.recovered(PLACES):
        due.arrived_once()
        assert world.server.messages(broken) == []


async def test_no_commit_and_no_request_is_left_out(world: Killed) -> None:
    """What undisturbed processes pass on a delivery's way, refused and mended or not, is what the
    tests above kill them at.
    """
    due = await Due.of(world)
    async with world.recovered(PLACES):
        due.arrived_once()
    world.rows("UPDATE part SET state = 'sending', ready = NULL WHERE id = 1")
    async with world.recovered(PLACES):
        due.arrived_once()
    world.rows("UPDATE part SET state = 'unsure' WHERE id = 2")
    broken = world.guild.add_text_channel("broken")
    await world.put(ChannelTarget(world.guild.id, broken.id))
    world.rows("UPDATE subscription SET days = 'nonsense' WHERE id = 6")
    async with world.start() as bot:
        await world.server.ready()
        status = await world.ada.slash(due.papers, "digest status")
        await world.ada.click(status.message, status.message.custom_id("Send again"))
        refusing = await Refusing.of(world)
        await refusing.stopped_and_told()
        refusing.mend()
        await refusing.arrived_once()
        assert await bot.stop() == 0
    delivering = {*STARTING, *PLANNING, *SENDING, *RECORDING, *NOTING, *REOPENING, *SENDING_AGAIN}
    stopping = {*REFUSING, *ALERTING, *MENDING, *POSTPONING}
    assert world.passed == (delivering | stopping) - {STORED}

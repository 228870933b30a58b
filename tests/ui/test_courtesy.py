"""Who waits for an answer goes before messages, and not for ever."""

from __future__ import annotations

import asyncio
import time

import discord

from bot.ui.link.client import PaperboyClient
from bot.ui.link.courtesy import Courtesy

PATIENCE = 1.0
CLIENT = PaperboyClient()


def asked(number: int) -> discord.Interaction:
    """Make an interaction as Discord's gateway tells of it."""
    return discord.Interaction(
        data={  # pyright: ignore[reportArgumentType] - what matters of one
            "id": str(number),
            "application_id": "1",
            "type": 2,
            "token": "token",
            "version": 1,
            "channel_id": "3",
            "user": {"id": "2", "username": "ada", "discriminator": "0", "avatar": None},
            "data": {"id": "4", "name": "paper", "type": 1},
            "attachment_size_limit": 0,
            "entitlements": [],
            "authorizing_integration_owners": {},
        },
        state=CLIENT._connection,  # noqa: SLF001 - as discord.py makes them
    )


def answered(interaction: discord.Interaction) -> None:
    """Let it be answered, as discord.py notes it."""
    interaction.response._response_type = discord.InteractionResponseType.pong  # noqa: SLF001 - no wire here


async def test_nobody_asked_and_nothing_waits() -> None:
    """A message is made at once, without a turn of the loop."""
    courtesy = Courtesy()
    waiting = courtesy.give_way()
    try:
        waiting.send(None)
    except StopIteration:
        return
    raise AssertionError("it waited for nobody")


async def test_a_message_waits_until_everybody_is_answered() -> None:
    """The last of those who asked as well."""
    courtesy = Courtesy()
    people = [asked(number) for number in range(3)]
    for one in people:
        courtesy.came(one)
    message = asyncio.create_task(courtesy.give_way())
    await asyncio.sleep(0)
    for one in people:
        assert not message.done()
        answered(one)
        await asyncio.sleep(0)
    await asyncio.wait_for(message, PATIENCE)


async def test_a_message_does_not_wait_for_ever() -> None:
    """Somebody who is never answered holds a message up for a moment only."""
    courtesy = Courtesy()
    courtesy.came(asked(1))
    began = time.monotonic()
    await asyncio.wait_for(courtesy.give_way(), PATIENCE)
    assert time.monotonic() - began >= 0.015


async def test_those_who_are_answered_are_forgotten() -> None:
    """Nobody is kept who waits no more."""
    courtesy = Courtesy()
    for number in range(100):
        one = asked(number)
        courtesy.came(one)
        answered(one)
    assert len(courtesy._waiting) == 1  # noqa: SLF001 - what is kept cannot be seen otherwise
    await courtesy.give_way()
    assert not courtesy._waiting  # noqa: SLF001 - likewise

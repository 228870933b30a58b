"""Alerting: whoever can mend a digest is told, in its alerts channel, else by a direct message.

The same trouble told again within minutes is dropped by Discord.
"""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import discord
import structlog

from bot.core.deliveries import Failed, nonce
from bot.core.subscriptions import ChannelTarget, Undelivered
from bot.ui.desk import words_of
from bot.ui.link.outcomes import FAULTS, to_channel, to_reader
from bot.ui.messages import Notice
from bot.ui.subscriptions.schedule_words import blocked_key, permission_words, stop_key

if TYPE_CHECKING:
    from bot.core.subscriptions import Subscription, Trouble
    from bot.services.ports import PeopleStore
    from bot.ui.i18n import Words
    from bot.ui.link.client import PaperboyClient
    from bot.ui.link.gate import Gate

log = structlog.stdlib.get_logger(__name__)


async def alert(
    client: PaperboyClient,
    people: PeopleStore,
    gate: Gate,
    subscription: Subscription,
    trouble: Trouble,
) -> bool:
    """Tell the alerts channel; without one, or where it refuses, whoever set the digest up.

    Returns whether that is settled: told, or nobody can be told. It waits for its turns.
    """
    words = words_of(subscription)
    text = _said(subscription, trouble, words)
    kind = f"undelivered {trouble.cause}" if isinstance(trouble, Undelivered) else trouble.reason
    once = subscription.id, f"{kind}:{int(trouble.since.timestamp())}"  # as it is stored
    alerts, person = subscription.wish.alerts_channel_id, subscription.created_by
    if alerts is not None:
        try:
            async with gate.pace:
                channel = client.get_partial_messageable(alerts)
                await channel.send(view=Notice(text), nonce=nonce(*once, 1))
        except FAULTS as error:
            log.warning("alerts_channel_refused", subscription=subscription.id, error=str(error))
            outcome = to_channel(error, "")
            gate.heed(error, outcome)
            if isinstance(outcome, Failed):
                return False
            text += "\n" + words("alert-channel-refused", channel=f"<#{alerts}>")
        else:
            return True
    if person is None:
        return True
    try:
        known = await people.dm_channel(person) or _open_already(client, person)
        channel_id = known or await _opened(client, gate, person)
        if channel_id is None:
            return False
        async with gate.pace:
            channel = client.get_partial_messageable(channel_id)
            await channel.send(view=Notice(text), nonce=nonce(*once, 2))
    except FAULTS as error:
        log.warning("alert_not_told", subscription=subscription.id, error=str(error))
        outcome = to_reader(error)
        gate.heed(error, outcome)
        return not isinstance(outcome, Failed)
    return True


def _open_already(client: PaperboyClient, user_id: int) -> int | None:
    channels = (one for one in client.private_channels if isinstance(one, discord.DMChannel))
    open_to = (c.id for c in channels if c.recipient is not None and c.recipient.id == user_id)
    return next(open_to, None)


async def _opened(client: PaperboyClient, gate: Gate, user_id: int) -> int | None:
    """Open somebody's direct messages when it is their turn; None while Discord's brake is on."""
    while gate.brake.left() is None:
        if (wait := gate.openings.wait(user_id)) == 0:
            async with gate.pace:
                return (await client.create_dm(discord.Object(user_id))).id
        await asyncio.sleep(wait)
    return None


def _said(subscription: Subscription, trouble: Trouble, words: Words) -> str:
    assert isinstance(subscription.target, ChannelTarget)  # noqa: S101 - readers are told at their next command
    place = f"<#{subscription.target.channel_id}>"
    if isinstance(trouble, Undelivered):
        late = trouble.cause == "too_late"
        kind = "too-late" if late else blocked_key(trouble.cause) or "not-taken"
        return words(f"alert-{kind}", channel=place, detail=trouble.cause)
    lacking = permission_words([n for n in trouble.detail.split(", ") if n], words)
    return words("alert-" + stop_key(trouble), channel=place, detail=lacking)

"""Reading back: whether a part that may be in a channel is there.

It is looked for by the button that every part has, with the part's id. That it was not seen says
that it is not there only where everything since its attempt was seen.
"""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import discord

from bot.core.deliveries import Failed, Missing, ReadBack, Sent, Unreadable
from bot.core.subscriptions import ChannelTarget
from bot.ui.link.outcomes import FAULTS, to_reader
from bot.ui.permissions import missing_permissions

if TYPE_CHECKING:
    from datetime import datetime

    from bot.core.subscriptions import Subscription
    from bot.ui.link.client import PaperboyClient
    from bot.ui.link.gate import Gate

_MOST = 1_000  # messages read to find a part again; behind them nobody knows
_PAGE = 100  # messages that one request reads
_SLACK = timedelta(seconds=30)  # for what Discord's clock was when it was last heard
_FORBIDDEN, _NOT_FOUND = 403, 404


async def find(
    client: PaperboyClient, gate: Gate, channel_id: int, part_id: int, since: datetime
) -> Sent | Unreadable | Failed | None:
    """Look for a part among the messages from `since` on; None where all were seen and it is not
    among them. Each page takes a turn.
    """
    read = 0
    try:
        await gate.pace.turn()
        history = client.get_partial_messageable(channel_id).history(
            after=since - _SLACK, limit=_MOST, oldest_first=True
        )
        async for message in history:
            read += 1
            if _is_by(client.user, message) and _carries(message, f"v1:why:{part_id}"):
                return Sent(message.id)
            if read % _PAGE == 0:
                await gate.pace.turn()
    except FAULTS as error:
        outcome = to_reader(error)
        gate.heed(error, outcome)
        if _is_of_the_place(error):
            return Unreadable()
        return outcome if isinstance(outcome, Failed) else Failed(outcome.detail)
    return Unreadable() if read >= _MOST else None


def unseen(client: PaperboyClient, subscription: Subscription) -> ReadBack:
    """Return what it means that a part was not seen: without Read Message History Discord answers
    with no messages, not with a fault. Just after a login nobody knows what is lacking.
    """
    target = subscription.target
    if not isinstance(target, ChannelTarget):
        return Missing()
    missing = missing_permissions(client, target.guild_id, target.channel_id)
    if missing is None and not client.is_ready():
        return Failed("not_ready")
    readable = missing is not None and "read-message-history" not in missing
    return Missing() if readable else Unreadable()


def _is_of_the_place(error: Exception) -> bool:
    """Say whether Discord refuses to have this very place read; a block page does not name it."""
    if not isinstance(error, discord.HTTPException):
        return False
    return error.status == _NOT_FOUND or (error.status == _FORBIDDEN and error.code != 0)


def _is_by(user: discord.ClientUser | None, message: discord.Message) -> bool:
    return user is not None and message.author.id == user.id


def _carries(message: discord.Message, wanted: str) -> bool:
    """Say whether a message has a control with this id."""
    pending: list[object] = list(message.components)
    while pending:
        component = pending.pop()
        if getattr(component, "custom_id", None) == wanted:
            return True
        pending += getattr(component, "children", None) or ()
    return False

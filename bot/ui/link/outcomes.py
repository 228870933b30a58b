"""What Discord's answer to a message means: refused for good, or failed for now.

*Refused* is only what Discord says of this very place (its codes in the documentation,
opcodes-and-status-codes): a missing permission, a channel that is gone, a reader whose messages are
closed, a message that it will never take. Everything else may work later. That includes a 403
whose code says nothing of the place (a block page between Discord and us) and Discord's brake on
direct messages (40003, 20026): neither is a reason to stop a digest.

A failure is *certainly not sent* where no request reached Discord, or Discord says that it did
nothing; only then is the part as if it had never been tried. The last answer does not tell that by
itself (see `attempt`).
"""

from __future__ import annotations

from dataclasses import replace

import aiohttp
import discord

from bot.core.deliveries import Failed, Refusal, Refused
from bot.ui.link.attempt import StaleError
from bot.ui.link.pace import HeldError

_UNKNOWN_CHANNEL, _UNKNOWN_MESSAGE = 10003, 10008
_MISSING_ACCESS, _MISSING_PERMISSIONS = 50001, 50013
_CANNOT_SEND, _NO_MUTUAL_SERVER, _UNKNOWN_USER = 50007, 50278, 10013
_OPENING_TOO_FAST, _FLAGGED_AS_SPAM = 40003, 20026

FAULTS = (
    discord.HTTPException,
    discord.RateLimited,
    aiohttp.ClientError,
    OSError,
    StaleError,
    HeldError,
)
"""What a request may end in."""

BRAKED = "dm_brake"
"""The cause of a failure that is Discord's brake on direct messages."""

_CLOSED = frozenset({_CANNOT_SEND, _NO_MUTUAL_SERVER, _UNKNOWN_USER, _UNKNOWN_CHANNEL})
_BRAKES = frozenset({_OPENING_TOO_FAST, _FLAGGED_AS_SPAM})
_BAD_REQUEST, _FORBIDDEN, _TOO_MANY, _SERVER_FAULT = 400, 403, 429, 500
_LATER, _MUCH_LATER = 900.0, 3600.0
_A_WHILE = 60.0


def was_deleted(error: Exception) -> bool:
    """Say whether a message with this nonce was stored and is there no more: that is how Discord
    answers its repeat, on purpose (its staff in discord-api-docs#6647).
    """
    return isinstance(error, discord.NotFound) and error.code == _UNKNOWN_MESSAGE


def kept_open(outcome: Failed | Refused) -> Failed | Refused:
    """Return an outcome of a message that another request may have stored."""
    return replace(outcome, maybe_sent=True)


def holds_all(error: Exception, *, limited_everywhere: bool = False) -> float:
    """Return for how many seconds nothing at all should be sent, 0.0 where it is only this place's
    matter.

    A block page (403 without a code) holds for a minute only, though its message waits for longer:
    it may be about this one message's words, and costs ten requests a minute where it is not.
    """
    match error:
        case discord.RateLimited(retry_after=seconds) if limited_everywhere:
            return seconds
        case discord.HTTPException(status=status) as told if status == _TOO_MANY:
            cloudflares = "Via" not in told.response.headers
            return _pause(told) or _A_WHILE if cloudflares or limited_everywhere else 0.0
        case discord.HTTPException(status=status, code=code) if status == _FORBIDDEN:
            return 0.0 if code else _A_WHILE
        case _:
            return 0.0


def to_channel(error: Exception, missing: str, *, gone: bool = False) -> Failed | Refused:
    """Return what an error means for a channel; `missing` are the permissions it lacks.

    Where the bot was removed from the server (`gone`) it has no access; that is no permission's
    fault.
    """
    code = error.code if isinstance(error, discord.HTTPException) else 0
    if code == _UNKNOWN_CHANNEL or (code == _MISSING_ACCESS and gone):
        return Refused(Refusal.CHANNEL_GONE, str(code))
    if code in {_MISSING_ACCESS, _MISSING_PERMISSIONS}:
        return Refused(Refusal.MISSING_PERMISSION, missing)
    return _anywhere(error)


def to_reader(error: Exception) -> Failed | Refused:
    """Return what an error means for a reader's direct messages."""
    code = error.code if isinstance(error, discord.HTTPException) else 0
    if code in _CLOSED:
        return Refused(Refusal.DM_CLOSED, str(code))
    return _anywhere(error)


def _anywhere(error: Exception) -> Failed | Refused:
    match error:
        case discord.HTTPException(code=code) if code in _BRAKES:
            return Failed(BRAKED, _MUCH_LATER, maybe_sent=False)
        case discord.HTTPException(status=status) as told if status == _TOO_MANY:
            return Failed("rate_limited", _pause(told), maybe_sent=False)
        case discord.HTTPException(status=status) if status >= _SERVER_FAULT:
            return Failed(f"discord_error {status}")
        case discord.HTTPException(status=status, code=code) if status == _BAD_REQUEST:
            return Refused(Refusal.INVALID, f"{status} {code}")
        case discord.HTTPException(status=status):
            return Failed(f"discord_refused {status}", _LATER, maybe_sent=False)
        case discord.RateLimited(retry_after=seconds) | HeldError(seconds=seconds):
            return Failed("rate_limited", seconds, maybe_sent=False)
        case StaleError():
            return Failed("stale")
        case aiohttp.ClientConnectorError():
            return Failed("no_connection", maybe_sent=False)
        case _:
            return Failed("connection_lost")


def _pause(told: discord.HTTPException) -> float | None:
    """Return how many seconds a 429 asks to stay away for, None where it does not say. What comes
    here is Cloudflare's: discord.py waits for Discord's own by itself.
    """
    asked = told.response.headers.get("Retry-After", "")
    return float(asked) if asked.isdecimal() else None

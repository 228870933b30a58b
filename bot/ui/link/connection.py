"""The connection: login and gateway, kept up whatever happens, until somebody stops it.

discord.py 2.7.1 ends the process on a 503 at login and on a refused first connection; here both
are tried again, after 1 s doubling to 60 s. What Discord will never accept (a wrong token, intents
that are not allowed, its close codes 4004 and 4010 to 4014) ends it with the reason.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING

import aiohttp
import discord

if TYPE_CHECKING:
    from bot.ui.link.client import PaperboyClient

log = logging.getLogger(__name__)

_FINAL_CODES = frozenset({4004, 4010, 4011, 4012, 4013, 4014})
_FIRST_WAIT, _LONGEST_WAIT = 1.0, 60.0
_SERVER_FAULT, _TOO_MANY = 500, 429
_LONGEST_REASON = 200


class NeverAcceptedError(Exception):
    """Discord will not accept this however often it is tried; the text says what to mend."""


async def keep_connected(
    client: PaperboyClient,
    token: str,
    stop: asyncio.Event,
    finish: Callable[[], Awaitable[None]],
) -> None:
    """Log in and stay connected until `stop` is set; `finish` is awaited before the connection is
    closed, for what is in flight still needs it. Raises `NeverAcceptedError`.
    """
    wait = _FIRST_WAIT
    while not stop.is_set():
        session = asyncio.ensure_future(_session(client, token))
        stopped = asyncio.ensure_future(stop.wait())
        try:
            await asyncio.wait({session, stopped}, return_when=asyncio.FIRST_COMPLETED)
            if stop.is_set():
                await finish()
                return
            error = session.exception() if session.done() else None
        finally:
            stopped.cancel()
            was_ready = client.is_ready()
            await _end(client, session)
        if error is not None and (reason := _final(error)) is not None:
            raise NeverAcceptedError(reason) from error
        wait = _FIRST_WAIT if was_ready else wait
        log.warning("connection_lost", extra={"error": in_short(error), "retry_in": wait})
        try:
            await asyncio.wait_for(stop.wait(), wait)
        except TimeoutError:
            wait = min(wait * 2, _LONGEST_WAIT)


def in_short(error: BaseException | None) -> str:
    """Say in a line of at most 200 letters what a connection ended with."""
    if error is None:
        return "it was closed"
    lines = str(error).strip().splitlines() or [type(error).__name__]
    return lines[0].rstrip()[:_LONGEST_REASON]


async def _session(client: PaperboyClient, token: str) -> None:
    await client.login(token)
    await client.connect(reconnect=True)


async def _end(client: PaperboyClient, session: asyncio.Future[None]) -> None:
    """Close what a session opened, so that the next one starts clean."""
    await client.hang_up()
    session.cancel()
    await asyncio.gather(session, return_exceptions=True)
    await client.reopen()


def _final(error: BaseException) -> str | None:
    match error:
        case discord.LoginFailure():
            return "Discord does not accept the token; reset it in the developer portal"
        case discord.PrivilegedIntentsRequired():
            return "Discord does not allow the intents asked for"
        case discord.ConnectionClosed(code=code) if code in _FINAL_CODES:
            return f"Discord closed the connection for good (code {code})"
        case discord.HTTPException(status=status) if status != _TOO_MANY and status < _SERVER_FAULT:
            return f"Discord refused the login: {error}"
        case discord.HTTPException() | aiohttp.ClientError() | OSError():
            return None
        case _:
            return None

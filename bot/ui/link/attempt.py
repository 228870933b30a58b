"""One message on its way, request by request: what its last answer does not tell.

discord.py repeats a request by itself, after a 5xx and after a rate limit, and hands out the last
answer alone. A message that was stored by the first request of a call may be refused by the second
one, and half a minute may pass before the third. So each request of a call is watched here:

- *In doubt* is a message that any request may have stored: every answer but Discord's refusals (3xx
  and 4xx), and every fault of a connection that stood.
- A request in doubt is made only while its nonce is relied on (`NONCE_HOLDS`), and is looked for
  otherwise. Whatever held it up, in our line or in discord.py's, this is asked directly before it.
"""

from __future__ import annotations

from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from typing import TYPE_CHECKING

import aiohttp

from bot.ui.link.discord_time import since_boot

if TYPE_CHECKING:
    from collections.abc import Callable, Generator
    from types import SimpleNamespace

_STORED, _REFUSED, _TOO_MANY, _SERVER_FAULT = 200, 300, 429, 500


class StaleError(Exception):
    """A repeat was not made: nobody knows whether Discord would still know it for one."""


@dataclass(slots=True)
class Attempt:
    """What is known of one call. `left` seconds are what its nonce is relied on for: from now on
    where it is in doubt already, else from its last request that nothing came of.
    """

    left: float
    in_doubt: bool
    moment: Callable[[], float] = since_boot
    limited_everywhere: bool = False
    """Its last answer was a rate limit on all that this bot does."""
    until: float = 0.0

    def __post_init__(self) -> None:
        """Count from now on."""
        self.until = self.moment() + self.left

    def begins(self) -> None:
        """Note a request. Raises `StaleError` where it must not be made."""
        if not self.in_doubt:
            self.until = self.moment() + self.left
        elif self.moment() >= self.until:
            raise StaleError
        self.limited_everywhere = False

    def answered(self, status: int, *, everywhere: bool = False) -> None:
        """Note an answer; `everywhere` says of a rate limit that it is on all the bot does."""
        self.in_doubt |= _STORED <= status < _REFUSED or status >= _SERVER_FAULT
        self.limited_everywhere = everywhere and status == _TOO_MANY

    def broke(self, error: BaseException) -> None:
        """Note a request without an answer; one whose connection never stood was not made."""
        self.in_doubt |= not isinstance(error, aiohttp.ClientConnectorError)


_CURRENT: ContextVar[Attempt | None] = ContextVar("attempt", default=None)


@contextmanager
def watched(attempt: Attempt) -> Generator[Attempt]:
    """Note what happens to the requests that are made within."""
    token = _CURRENT.set(attempt)
    try:
        yield attempt
    finally:
        _CURRENT.reset(token)


def listen(trace: aiohttp.TraceConfig) -> None:
    """Have aiohttp tell of the requests of one session."""
    trace.on_request_start.append(_started)
    trace.on_request_end.append(_ended)
    trace.on_request_exception.append(_failed)


async def _started(
    _session: aiohttp.ClientSession, _context: SimpleNamespace, _: aiohttp.TraceRequestStartParams
) -> None:
    if (attempt := _CURRENT.get()) is not None:
        attempt.begins()


async def _ended(
    _session: aiohttp.ClientSession, _context: SimpleNamespace, told: aiohttp.TraceRequestEndParams
) -> None:
    if (attempt := _CURRENT.get()) is not None:
        headers = told.response.headers
        everywhere = headers.get("X-RateLimit-Global", "").lower() == "true"
        attempt.answered(told.response.status, everywhere=everywhere)


async def _failed(
    _session: aiohttp.ClientSession,
    _context: SimpleNamespace,
    told: aiohttp.TraceRequestExceptionParams,
) -> None:
    if (attempt := _CURRENT.get()) is not None:
        attempt.broke(told.exception)

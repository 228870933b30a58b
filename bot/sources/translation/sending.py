"""One request to a translator, and what becomes of it in the words of `PaidFault`.

A request is made once: a translator may count a second one too. What the provider surely counts
nothing for is told as such: it refused, said that it does nothing now, or was never reached. An
answer that came late, broke off or cannot be read may be on its bill.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import httpx

from bot.services.ports.paid import PaidFault
from bot.sources.errors import SourceError, SourceLeftAlone, SourceRefused

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bot.services.ports.paid import PaidTrouble
    from bot.sources.http import PoliteClient

_CONNECT, _DEADLINE = 5.0, 60.0
_MOST = 2 * 1024 * 1024
_KEY = frozenset({401, 403})
_BUSY, _QUOTA, _UNAVAILABLE, _SERVERS = 429, frozenset({402, 456}), 503, 500


class Sending:
    """One provider's side of the shared client: its own limits, no pause between two requests."""

    def __init__(self, client: PoliteClient, source: str) -> None:
        limits = client.limits
        self.source = source
        self.client = client.within(
            replace(
                limits,
                connect=min(limits.connect, _CONNECT),
                deadline=_DEADLINE,
                max_body=_MOST,
                spacing=0.0,
                attempts=1,
            )
        )

    async def post(
        self, address: str, body: object, headers: Mapping[str, str] | None = None
    ) -> object:
        """Return the answer's JSON. Raises `PaidFault`."""
        try:
            answer = await self.client.post(self.source, address, body=body, headers=headers)
            return answer.json()
        except SourceError as error:
            raise fault_of(error) from error


def fault_of(error: SourceError) -> PaidFault:
    """Say what an error means for who asked for a translation."""
    if isinstance(error, SourceRefused):
        charged = error.status >= _SERVERS and error.status != _UNAVAILABLE
        return PaidFault(
            str(error), _refused(error), charged=charged, retry_after=error.retry_after
        )
    if isinstance(error, SourceLeftAlone):
        return PaidFault(str(error), error.trouble, charged=False, retry_after=error.retry_after)
    reached = not isinstance(error.__cause__, httpx.ConnectError | httpx.ConnectTimeout)
    return PaidFault(str(error), error.trouble, charged=reached)


def _refused(error: SourceRefused) -> PaidTrouble:
    if error.status in _KEY:
        return "key"
    if error.status in _QUOTA:
        return "quota"
    return error.trouble


def wrong(source: str, what: str) -> PaidFault:
    """Return the fault of an answer that is not what was asked for."""
    return PaidFault(f"{source}: wrong_shape: {what}", "unreadable")

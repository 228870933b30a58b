"""How a lookup service is asked while somebody waits: soon or not at all, and never in a crowd.

Rules everything here obeys:

- One request at a time to a service, `gap` seconds from the end of one to the next. A request is
  tried once: there are other services, and the person who waits can ask again.
- What says that it is asked too often (429, 503) is left alone for `silence` seconds, or as long as
  its ``Retry-After`` says where that is longer; meanwhile asking fails at once.
- 404 and 410 are answers: the service does not know it. What broke off on the line is handed on as
  far as it came: whoever reads it finds that it is not whole.
- The connections, and the pace at a host that is polled as well, are those of the shared client.
"""

from __future__ import annotations

import asyncio
from dataclasses import replace
from typing import TYPE_CHECKING

from bot.sources.errors import BUSY, SourceAnswerInvalid, SourceRefused

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bot.sources.answers import Answer
    from bot.sources.http import PoliteClient

_CONNECT, _DEADLINE = 4.0, 8.0
_MOST = 2 * 1024 * 1024
_LONGEST_SILENCE = 3_600.0
_UNKNOWN = frozenset({404, 410})


class Asking:
    """One service's side of the shared client. `gap` and `silence` are seconds."""

    def __init__(
        self, client: PoliteClient, source: str, *, gap: float = 0.0, silence: float = 60.0
    ) -> None:
        limits = client.limits
        self._client = client.within(
            replace(
                limits,
                connect=min(limits.connect, _CONNECT),
                deadline=min(limits.deadline, _DEADLINE),
                max_body=min(limits.max_body, _MOST),
                attempts=1,
            )
        )
        self._source = source
        self._gap = gap
        self._silence = silence
        self._turn = asyncio.Lock()
        self._free_at = 0.0
        self._silent_until = 0.0

    async def get(
        self,
        address: str,
        params: Mapping[str, str] | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> Answer | None:
        """The answer; None where the service does not know it. Raises `SourceError`."""
        clock = asyncio.get_running_loop().time
        async with self._turn:
            if (left := self._silent_until - clock()) > 0:
                raise SourceRefused(self._source, address, status=429, retry_after=left)
            if (early := self._free_at - clock()) > 0:
                await asyncio.sleep(early)
            try:
                return await self._client.get(self._source, address, params=params, headers=headers)
            except SourceAnswerInvalid as fault:
                if fault.begun is None or not fault.begun.body:
                    raise
                return fault.begun
            except SourceRefused as refusal:
                if refusal.status in _UNKNOWN:
                    return None
                if refusal.status in BUSY:
                    asked_for = min(refusal.retry_after or 0.0, _LONGEST_SILENCE)
                    self._silent_until = clock() + max(self._silence, asked_for)
                raise
            finally:  # from the end on: a request may be long on its way, and the next one short
                self._free_at = clock() + self._gap

"""One attempt at an answer: from a request to a whole body, or to what went wrong.

    house ─▶ conditions ─▶ request ─▶ redirect? again from the left ─▶ body within bounds ─▶ kept

- Redirects are followed here, so that each is bounded, spaced and counted, and asks the house that
  it leads to. The deadline is one for all of them.
- A connection that fails on the way is worth another attempt (`DroppedError`); whatever else goes
  wrong is a `SourceError`. What had come of a body until then is not lost: the error has it.
- The house hears how it went.
"""

from __future__ import annotations

import asyncio
import zlib
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import httpx

from bot.sources.answers import Answer
from bot.sources.errors import (
    BUSY,
    SourceAnswerInvalid,
    SourceError,
    SourceForbidden,
    SourceRefused,
    SourceUnreachable,
    shown_address,
)
from bot.sources.guard import ForbiddenAddressError
from bot.sources.responses import (
    BodyCutError,
    house_of,
    is_web,
    next_page_of,
    place_of,
    read_body,
    retry_after_of,
)

if TYPE_CHECKING:
    from bot.sources.answer_cache import AnswerCache, Kept
    from bot.sources.houses import House, Houses
    from bot.sources.http import Limits

_OK, _NOT_MODIFIED, _OUT_OF_ORDER = 200, 304, 500


class DroppedError(Exception):
    """A connection that failed before its answer was whole: worth another attempt. Its cause is the
    fault, `begun` what had come of the body until then.
    """

    def __init__(
        self, source: str, address: str, fault: Exception, begun: Answer | None = None
    ) -> None:
        super().__init__(f"{source}: {fault!r} ({shown_address(address)})")
        self.source = source
        self.address = address
        self.begun = begun

    def told(self) -> SourceError:
        """What it is told as where nobody tries again."""
        cause = self.__cause__
        if self.begun is not None:
            return SourceAnswerInvalid(
                self.source, self.address, "truncated", str(cause), begun=self.begun
            )
        return SourceUnreachable(self.source, self.address, str(cause) or type(cause).__name__)


@dataclass(frozen=True, slots=True)
class Attempt:
    """Who asks what where, and within which limits. `address` is the one that was asked for."""

    source: str
    address: str
    client: httpx.AsyncClient
    houses: Houses
    cache: AnswerCache | None
    limits: Limits

    async def answer(self, request: httpx.Request) -> Answer:
        """The answer to `request`, wherever it redirects to. Raises DroppedError, `SourceError`."""
        clock = asyncio.get_running_loop().time
        left = self.limits.deadline
        for _ in range(self.limits.max_redirects + 1):
            if not is_web(request.url):
                raise SourceUnreachable(self.source, self.address, "is no http address")
            house = self.houses.of(house_of(request.url))
            async with house.visit(self.source, self.address, self.limits.spacing):
                asked = clock()
                outcome = await self._visit(request, house, left)
            if isinstance(outcome, Answer):
                return outcome
            # A new one has only the client's own headers.
            same = place_of(outcome.url) == place_of(request.url)
            request = outcome if same else self.client.build_request("GET", outcome.url)
            left -= clock() - asked
        raise SourceUnreachable(self.source, self.address, "redirects without end")

    async def _visit(
        self, request: httpx.Request, house: House, left: float
    ) -> Answer | httpx.Request:
        """Ask one house within `left` seconds; what goes wrong in words of our own."""
        source, address = self.source, self.address
        try:
            async with asyncio.timeout(left):
                return await self._send(request, house)
        except ForbiddenAddressError as error:
            raise SourceForbidden(source, address, error.reason) from error
        except (TimeoutError, httpx.ReadTimeout) as error:
            house.failed("unreachable")
            raise SourceUnreachable(source, address, "took too long") from error
        except zlib.error as error:
            raise SourceAnswerInvalid(source, address, "truncated", str(error)) from error
        except (httpx.InvalidURL, ValueError) as error:
            # A redirect to a host that cannot be written in the DNS.
            raise SourceUnreachable(source, address, "is no address") from error
        except httpx.TransportError as error:
            house.failed("unreachable")
            raise DroppedError(source, address, error) from error

    async def _send(self, request: httpx.Request, house: House) -> Answer | httpx.Request:
        """The answer, or the request that it redirects to."""
        kept = None
        if self.cache is not None:
            kept = await self.cache.find(str(request.url))
            _ask_conditionally(request, kept)
        response = await self.client.send(request, stream=True)
        try:
            refusal = self._refusal(response, house)
            if response.next_request is not None and request.method == "GET":
                return response.next_request
            if refusal is not None:
                raise refusal
            body = await self._body(response, house)
        finally:
            await response.aclose()
        answer = self._read(response, body)
        if self.cache is None:
            return answer
        if kept is not None and answer.status == _NOT_MODIFIED:
            headers = {**kept.headers, **answer.headers}
            return replace(
                answer, status=_OK, headers=headers, body=kept.body, next_page=kept.next_page
            )
        if answer.status == _OK:
            await self.cache.keep(str(request.url), answer.headers, body, answer.next_page)
        return answer

    async def _body(self, response: httpx.Response, house: House) -> bytes:
        try:
            return await read_body(self.source, self.address, response, self.limits.max_body)
        except BodyCutError as error:
            begun = self._read(response, error.begun)
            if isinstance(error.__cause__, httpx.TransportError):
                house.failed("unreachable")
                cause = error.__cause__
                raise DroppedError(self.source, self.address, cause, begun) from cause
            raise SourceAnswerInvalid(
                self.source, self.address, "truncated", str(error), begun=begun
            ) from error

    def _read(self, response: httpx.Response, body: bytes) -> Answer:
        return Answer(
            source=self.source,
            address=str(response.url),
            status=response.status_code,
            headers=dict(response.headers),
            body=body,
            next_page=next_page_of(response),
        )

    def _refusal(self, response: httpx.Response, house: House) -> SourceRefused | None:
        """What the answer's status says, to the house too; None where it says yes."""
        status = response.status_code
        wait = retry_after_of(response.headers)
        if status >= _OUT_OF_ORDER:
            house.failed("busy" if status in BUSY else "broken")
        elif status not in BUSY:
            house.answered()
        if status in BUSY:
            wait = house.told_to_wait(wait, self.limits.longest_wait)
        if response.is_success or status == _NOT_MODIFIED:
            return None
        return SourceRefused(self.source, self.address, status=status, retry_after=wait)


def _ask_conditionally(request: httpx.Request, kept: Kept | None) -> None:
    """Ask whether what is kept is still so; nothing of an earlier address' or attempt's stays."""
    asked = {} if kept is None else kept.conditions
    for name in ("If-None-Match", "If-Modified-Since"):
        if name in asked:
            request.headers[name] = asked[name]
        else:
            request.headers.pop(name, None)

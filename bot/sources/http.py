"""The one HTTP client that every source shares: polite, bounded, and plain about failure.

Rules everything here obeys:

- Only GET, only http and https. The user agent says who we are and where to complain.
- A request ends: connecting within 10 s, the whole answer (redirects and body) within 30 s, however
  slowly it drips. A deadline that passed is not tried again; a connection that failed is.
- A body ends: at most 8 MiB after decompression, refused as soon as it is known to be larger.
- A request's own headers (a key may be among them) go to the host they were given for, by the same
  scheme: a redirect to elsewhere is followed without them.
- A host is asked at most once in `spacing` seconds, retries and redirects included.
- Refusals that may pass (429, 5xx) are tried again with growing, jittered pauses, or after
  ``Retry-After`` where that is at most `longest_wait`; a longer one is the caller's to wait for.
- Whatever fails is a `SourceError` that names source and address and keeps its cause.
"""

from __future__ import annotations

import asyncio
import copy
import zlib
from dataclasses import dataclass
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING, Self

import httpx
import stamina

from bot.sources.answers import Answer
from bot.sources.errors import SourceAnswerInvalid, SourceRefused, SourceUnreachable

if TYPE_CHECKING:
    from collections.abc import Mapping
    from types import TracebackType

_TRY_AGAIN = frozenset({429, 500, 502, 503, 504})
_NOT_MODIFIED = 304
_PORTS = 65_535
_GZIP = 16 + zlib.MAX_WBITS


@dataclass(frozen=True, slots=True)
class Limits:
    """How long, how large, how often. Times are seconds, sizes bytes; `attempts` ≥ 1."""

    connect: float = 10.0
    deadline: float = 30.0
    max_body: int = 8 * 1024 * 1024
    max_redirects: int = 5
    attempts: int = 3
    first_wait: float = 1.0
    longest_wait: float = 60.0
    jitter: float = 1.0
    spacing: float = 1.0


class _DroppedError(Exception):
    """A connection that failed before its answer was whole: worth another attempt."""


class PoliteClient:
    """An asynchronous context manager; `get` is safe to call from many tasks.

    `transport` replaces the network and with it the proxies of the environment; None uses both.
    """

    def __init__(
        self,
        *,
        user_agent: str,
        limits: Limits | None = None,
        transport: httpx.AsyncBaseTransport | None = None,
    ) -> None:
        self._limits = limits or Limits()
        self._free_at: dict[str, float] = {}
        self._client = httpx.AsyncClient(
            headers={"User-Agent": user_agent, "Accept-Encoding": "gzip"},
            timeout=httpx.Timeout(self._limits.deadline, connect=self._limits.connect),
            follow_redirects=False,
            transport=transport,
        )

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        await self.aclose()

    @property
    def limits(self) -> Limits:
        """Its limits."""
        return self._limits

    def within(self, limits: Limits) -> PoliteClient:
        """The same connections and the same turns at each host, within other limits."""
        other = copy.copy(self)
        other._limits = limits  # noqa: SLF001 - it is one of these itself
        return other

    async def aclose(self) -> None:
        """Close the pooled connections."""
        await self._client.aclose()

    async def get(
        self,
        source: str,
        address: str,
        *,
        params: Mapping[str, str] | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> Answer:
        """The answer of `address`, tried as often as the limits allow.

        Raises SourceUnreachable, SourceRefused, or SourceAnswerInvalid (truncated, too_large,
        wrong_shape for an encoding that was not asked for).
        """
        try:
            request = self._client.build_request("GET", address, params=params, headers=headers)
        except (httpx.InvalidURL, ValueError) as error:
            raise SourceUnreachable(source, address, "is no address") from error
        address = str(request.url)
        try:
            async for attempt in stamina.retry_context(
                on=self._pause,
                attempts=self._limits.attempts,
                timeout=None,
                wait_initial=self._limits.first_wait,
                wait_max=self._limits.longest_wait,
                wait_jitter=self._limits.jitter,
            ):
                with attempt:
                    return await self._once(source, address, request)
        except _DroppedError as error:
            cause = error.__cause__
            if isinstance(cause, httpx.RemoteProtocolError) and "complete" in str(cause):
                raise SourceAnswerInvalid(source, address, "truncated", str(cause)) from cause
            raise SourceUnreachable(source, address, str(cause) or type(cause).__name__) from cause
        raise AssertionError("stamina ends with an answer or an error")

    def _pause(self, error: Exception) -> bool | float:
        """Whether to try again, and after how many seconds if the source said so."""
        if isinstance(error, SourceRefused) and error.status in _TRY_AGAIN:
            if error.retry_after is None:
                return True
            return error.retry_after if error.retry_after <= self._limits.longest_wait else False
        return isinstance(error, _DroppedError)

    async def _once(self, source: str, address: str, request: httpx.Request) -> Answer:
        """One attempt, its redirects followed here so that each is bounded, spaced and counted."""
        clock = asyncio.get_running_loop().time
        left = self._limits.deadline
        for _ in range(self._limits.max_redirects + 1):
            if not _is_web(request.url):
                raise SourceUnreachable(source, address, "is no http address")
            await self._turn(request.url.host)
            asked = clock()
            try:
                async with asyncio.timeout(left):
                    outcome = await self._send(source, address, request)
            except (TimeoutError, httpx.ReadTimeout) as error:
                raise SourceUnreachable(source, address, "took too long") from error
            except zlib.error as error:
                raise SourceAnswerInvalid(source, address, "truncated", str(error)) from error
            except (httpx.InvalidURL, ValueError) as error:
                # A redirect to a host that cannot be written in the DNS.
                raise SourceUnreachable(source, address, "is no address") from error
            except httpx.TransportError as error:
                raise _DroppedError(f"{source}: {error!r} ({address})") from error
            if isinstance(outcome, Answer):
                return outcome
            # A new one has only the client's own headers.
            same = _place(outcome.url) == _place(request.url)
            request = outcome if same else self._client.build_request("GET", outcome.url)
            left -= clock() - asked
        raise SourceUnreachable(source, address, "redirects without end")

    async def _send(
        self, source: str, address: str, request: httpx.Request
    ) -> Answer | httpx.Request:
        """The answer, or the request that it redirects to."""
        response = await self._client.send(request, stream=True)
        try:
            if response.next_request is not None:
                return response.next_request
            if not (response.is_success or response.status_code == _NOT_MODIFIED):
                raise SourceRefused(
                    source,
                    address,
                    status=response.status_code,
                    retry_after=_retry_after(response.headers),
                )
            body = await self._body(source, address, response)
        finally:
            await response.aclose()
        return Answer(
            source=source,
            address=str(response.url),
            status=response.status_code,
            headers=dict(response.headers),
            body=body,
            next_page=_next_page(response),
        )

    async def _body(self, source: str, address: str, response: httpx.Response) -> bytes:
        """The decompressed body; never more than the limit in memory, whatever it claims to be."""
        most = self._limits.max_body
        too_large = SourceAnswerInvalid(source, address, "too_large", f"more than {most} bytes")
        announced = response.headers.get("content-length", "")
        if announced.isdecimal() and int(announced[:20]) > most:
            raise too_large
        encoding = response.headers.get("content-encoding", "identity").strip().lower()
        if encoding not in {"identity", "gzip", "x-gzip", ""}:
            raise SourceAnswerInvalid(source, address, "wrong_shape", f"encoded as {encoding[:40]}")
        unpack = zlib.decompressobj(_GZIP) if encoding.endswith("gzip") else None
        body = bytearray()
        async for chunk in response.aiter_raw():
            room = most + 1 - len(body)
            body += chunk if unpack is None else unpack.decompress(chunk, room)
            if len(body) > most:
                raise too_large
        if unpack is not None and body and not unpack.eof:
            raise SourceAnswerInvalid(source, address, "truncated", "compressed data ends early")
        return bytes(body)

    async def _turn(self, host: str) -> None:
        """Wait until `host` may be asked again; turns are taken in the order of asking."""
        now = asyncio.get_running_loop().time()
        start = max(now, self._free_at.get(host, now))
        self._free_at[host] = start + self._limits.spacing
        if start > now:
            await asyncio.sleep(start - now)


def _is_web(url: httpx.URL) -> bool:
    """Whether there is something to ask: a scheme we speak, a host, a port that exists."""
    port = url.port
    return url.scheme in {"http", "https"} and bool(url.host) and (port is None or port <= _PORTS)


def _place(url: httpx.URL) -> tuple[str, str, int | None]:
    return url.scheme, url.host, url.port


def _retry_after(headers: httpx.Headers) -> float | None:
    """Seconds from a Retry-After of seconds, or of a date measured against the answer's own."""
    value = headers.get("retry-after", "").strip()
    if value.isdecimal() and value.isascii():
        return float(value[:9])
    try:
        then, now = parsedate_to_datetime(value), parsedate_to_datetime(headers.get("date", ""))
        return max(0.0, (then - now).total_seconds())
    except (ValueError, TypeError, OverflowError):
        return None


def _next_page(response: httpx.Response) -> str | None:
    """The address of the Link header's next page, absolute."""
    target = response.links.get("next", {}).get("url")
    if not target:
        return None
    try:
        return str(response.url.join(target))
    except (httpx.InvalidURL, ValueError):
        return None

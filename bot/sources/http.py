"""The one HTTP client that every source shares: polite, bounded, and plain about failure.

Rules everything here obeys:

- GET, and POST where nothing is repeated and no redirect followed; only http and https. The user
  agent says who we are and where to complain.
- A request ends: connecting within 10 s, the whole answer (redirects and body) within 30 s, however
  slowly it drips. A deadline that passed is not tried again; a connection that failed is.
- A body ends: at most 8 MiB after decompression, refused as soon as it is known to be larger.
- A request's own headers (a key may be among them) go to the host they were given for, by the same
  scheme: a redirect to elsewhere is followed without them.
- A host is asked at most once in `spacing` seconds, retries and redirects included; how else hosts
  are treated, and when they are left alone, `houses` says.
- Refusals that may pass (429, 5xx) are tried again with growing, jittered pauses, or after
  ``Retry-After`` where that is at most `longest_wait`; a longer one is the caller's to wait for.
- An answer that is `polled` is kept on disk where its source can say that it is still so
  (`answer_cache`), every redirect on the way by itself. One that turned out to be no whole one is
  to be forgotten (`forget`), else its source would say of it that nothing changed.
- `guarded` is the same client for addresses that people add: it asks none that is not public.
- Whatever fails is a `SourceError` that names source and address and keeps its cause; what may be
  a key in an address is not told (`errors`).

What one attempt is, stands in `attempt`; here is who asks, how often, and over which connections.
"""

from __future__ import annotations

import copy
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Self

import httpx
import stamina

from bot.services.clock import SystemClock
from bot.sources.attempt import Attempt, DroppedError
from bot.sources.errors import SourceRefused, SourceUnreachable
from bot.sources.guard import Guard, GuardedTransport
from bot.sources.houses import Houses

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from types import TracebackType

    from bot.sources.answer_cache import AnswerCache
    from bot.sources.answers import Answer
    from bot.sources.houses import Manners
    from bot.sources.silences import Silences

_TRY_AGAIN = frozenset({429, 500, 502, 503, 504})


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


@dataclass(slots=True)
class _Shared:
    """What a client and all that are made of it have in common."""

    user_agent: str
    houses: Houses
    cache: AnswerCache | None
    guard: Guard
    outside: httpx.AsyncClient | None = None
    opened: list[httpx.AsyncClient] = field(default_factory=list["httpx.AsyncClient"])


class PoliteClient:
    """An asynchronous context manager; `get` is safe to call from many tasks.

    `transport` replaces the network and with it the proxies of the environment; None uses both.
    `cache` is where polled answers are kept, `manners` how houses want to be treated, `silences`
    where is kept which of those are not to be asked, `guard` what decides where guarded requests
    may go.
    """

    def __init__(  # noqa: PLR0913 - each has a default
        self,
        *,
        user_agent: str,
        limits: Limits | None = None,
        transport: httpx.AsyncBaseTransport | None = None,
        cache: AnswerCache | None = None,
        manners: Iterable[Manners] = (),
        guard: Guard | None = None,
        silences: Silences | None = None,
    ) -> None:
        self._limits = limits or Limits()
        houses = Houses(SystemClock().now, manners, silences)
        self._shared = _Shared(user_agent, houses, cache, guard or Guard())
        self._client = self._opened(transport)

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

    def guarded(self) -> PoliteClient:
        """The same client, for addresses that people add: it asks none that is not public."""
        other = copy.copy(self)
        shared = self._shared
        shared.outside = shared.outside or self._opened(GuardedTransport(shared.guard))
        other._client = shared.outside  # noqa: SLF001 - it is one of these itself
        return other

    async def aclose(self) -> None:
        """Close the pooled connections."""
        for client in self._shared.opened:
            await client.aclose()

    def _opened(self, transport: httpx.AsyncBaseTransport | None) -> httpx.AsyncClient:
        client = httpx.AsyncClient(
            headers={"User-Agent": self._shared.user_agent, "Accept-Encoding": "gzip"},
            timeout=httpx.Timeout(self._limits.deadline, connect=self._limits.connect),
            follow_redirects=False,
            transport=transport,
        )
        self._shared.opened.append(client)
        return client

    async def get(
        self,
        source: str,
        address: str,
        *,
        params: Mapping[str, str] | None = None,
        headers: Mapping[str, str] | None = None,
        polled: bool = False,
    ) -> Answer:
        """The answer of `address`, tried as often as the limits allow. A `polled` one is asked for
        again and again: it is kept on disk, unless it was asked for with `headers`.

        Raises SourceUnreachable, SourceLeftAlone, SourceForbidden, SourceRefused, or
        SourceAnswerInvalid (truncated, with what came until then as `begun`; too_large; wrong_shape
        for an encoding that was not asked for).
        """
        cache = self._shared.cache if polled and not headers else None
        try:
            request = self._client.build_request("GET", address, params=params, headers=headers)
        except (httpx.InvalidURL, ValueError) as error:
            raise SourceUnreachable(source, address, "is no address") from error
        asked = self._attempt(source, request, cache)
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
                    return await asked.answer(request)
        except DroppedError as error:
            raise error.told() from error.__cause__
        raise AssertionError("stamina ends with an answer or an error")

    async def post(
        self,
        source: str,
        address: str,
        *,
        body: object,
        headers: Mapping[str, str] | None = None,
    ) -> Answer:
        """The answer to `body` as JSON, asked for once: repeating could do, or cost, it twice.

        A redirect is not followed, for what is sent is meant for one place. Raises what `get` does.
        """
        try:
            request = self._client.build_request("POST", address, json=body, headers=headers)
        except (httpx.InvalidURL, ValueError) as error:
            raise SourceUnreachable(source, address, "is no address") from error
        try:
            return await self._attempt(source, request, None).answer(request)
        except DroppedError as error:
            raise error.told() from error.__cause__

    async def forget(self, answer: Answer) -> None:
        """Keep an answer no longer, so that it is asked for as a whole the next time."""
        if self._shared.cache is not None:
            await self._shared.cache.forget(answer.address)

    def _attempt(self, source: str, request: httpx.Request, cache: AnswerCache | None) -> Attempt:
        return Attempt(
            source, str(request.url), self._client, self._shared.houses, cache, self._limits
        )

    def _pause(self, error: Exception) -> bool | float:
        """Whether to try again, and after how many seconds if the source said so."""
        if isinstance(error, SourceRefused) and error.status in _TRY_AGAIN:
            if error.retry_after is None:
                return True
            return error.retry_after if error.retry_after <= self._limits.longest_wait else False
        return isinstance(error, DroppedError)

"""How each host is treated, over the whole process, whoever asks it.

Rules everything here obeys:

- A host is asked at most once in `spacing` seconds, in the order of asking.
- Hosts of one house that has `Manners` are asked over one connection at a time, `gap` seconds from
  the end of one request to the next. What says there that it is asked too often is left alone for
  `silence` seconds, also by the process that comes after this one (`silences`).
- Whoever says for how long not to ask (``Retry-After``) is not asked meanwhile, an hour at most.
- After `FAILURES` failures in a row (no answer, or 5xx) a host is left alone for a minute. Then one
  request tries it, and nobody else until that one is back; if it fails too, twice the time passes,
  half an hour at most. Any answer below 500 ends it.
- Who asks while a host is left alone learns since when, in no time.
- `MOST_HOUSES` are remembered, the latest asked; of the others those that are left alone go last.
"""

from __future__ import annotations

import asyncio
from collections import OrderedDict
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Final

from bot.sources.errors import SourceLeftAlone
from bot.sources.silences import Silence

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, Callable, Iterable
    from datetime import datetime

    from bot.services.ports import Trouble
    from bot.sources.silences import Silences

FAILURES: Final = 6
MOST_HOUSES: Final = 1_000
_FIRST_REST, _LONGEST_REST = 60.0, 1_800.0
_LONGEST_SILENCE = 3_600.0


@dataclass(frozen=True, slots=True)
class Manners:
    """What a house asks for, that has `hosts`: these and all below them, at every port. `gap` and
    `silence` are seconds.
    """

    hosts: frozenset[str]
    gap: float
    silence: float

    def hold_for(self, place: str) -> bool:
        """Whether a host with its port is one of the house's."""
        host = "." + place.rpartition(":")[0].rstrip(".").lower()
        return any(host.endswith(f".{one}") for one in self.hosts)

    @property
    def name(self) -> str:
        """What the house is known by where its silence is kept."""
        return " ".join(sorted(self.hosts))


class House:
    """One host, or several with one rule; `now` tells the time for people to read. `silences` is
    where a silence that manners ask for is kept.
    """

    def __init__(
        self,
        now: Callable[[], datetime],
        manners: Manners | None = None,
        silences: Silences | None = None,
    ) -> None:
        self.manners = manners
        self._now = now
        self._silences = silences if manners is not None else None
        self._recalled = self._silences is None
        self._alone = asyncio.Lock() if manners is not None else None
        self._free_at = 0.0
        self._failures = 0
        self._since: datetime | None = None
        self._closed_until = 0.0
        self._rest = _FIRST_REST
        self._trouble: Trouble = "unreachable"
        self._probing = False

    @asynccontextmanager
    async def visit(self, source: str, address: str, spacing: float) -> AsyncGenerator[None]:
        """Wait for one's turn; the request is sent and read within. Raises SourceLeftAlone."""
        self._recall()
        self._check(source, address)
        probe = self._since is not None
        self._probing = probe
        clock = asyncio.get_running_loop().time
        try:
            if self._alone is None or self.manners is None:
                start = max(clock(), self._free_at)
                self._free_at = start + spacing
                await asyncio.sleep(start - clock())
                yield
                return
            async with self._alone:
                if not probe:  # who was before may have been told to stop
                    self._check(source, address)
                await asyncio.sleep(self._free_at - clock())
                try:
                    yield
                finally:
                    self._free_at = clock() + self.manners.gap
        finally:
            if probe:
                self._probing = False

    @property
    def is_left_alone(self) -> bool:
        """Whether it is not asked, or tried by one request only."""
        return self._since is not None

    def answered(self) -> None:
        """The host has answered something: it is in order."""
        self._failures, self._since, self._rest = 0, None, _FIRST_REST

    def failed(self, trouble: Trouble) -> None:
        """The host did not answer, or that it is out of order."""
        self._failures += 1
        self._trouble = trouble
        if self._failures < FAILURES:
            return
        if self._since is None:
            self._since = self._now()
        else:
            self._rest = min(2 * self._rest, _LONGEST_REST)
        self._close(self._rest)

    def told_to_wait(self, seconds: float | None, patience: float) -> float | None:
        """The host says that it is asked too often, and for how long not to ask, if it does. Where
        that is longer than the `patience` of whoever asks, or the rule of the house, it is left
        alone. Returns for how long not to ask.
        """
        silence = self.manners.silence if self.manners is not None else 0.0
        if seconds is not None and (silence or seconds > patience):
            silence = max(silence, min(seconds, _LONGEST_SILENCE))
        if not silence:
            return seconds
        self._since = self._since or self._now()
        self._trouble = "busy"
        self._close(silence)
        if self._silences is not None and self.manners is not None:
            until = self._now() + timedelta(seconds=silence)
            self._silences.keep(self.manners.name, Silence(self._since, until))
        return max(silence, seconds or 0.0)

    def _recall(self) -> None:
        """At the first visit, go on with the silence that was kept."""
        if self._recalled or self._silences is None or self.manners is None:
            return
        self._recalled = True
        if (kept := self._silences.of(self.manners.name)) is None:
            return
        left = (kept.until - self._now()).total_seconds()
        if left > 0:
            self._since, self._trouble = kept.since, "busy"
            self._close(min(left, _LONGEST_SILENCE))

    def _close(self, seconds: float) -> None:
        until = asyncio.get_running_loop().time() + seconds
        self._closed_until = max(self._closed_until, until)

    def _check(self, source: str, address: str) -> None:
        if self._since is None:
            return
        left = self._closed_until - asyncio.get_running_loop().time()
        if left > 0 or self._probing:
            raise SourceLeftAlone(
                source, address, since=self._since, retry_after=max(0.0, left), why=self._trouble
            )


class Houses:
    """The hosts that were asked. Those with manners are known for ever."""

    def __init__(
        self,
        now: Callable[[], datetime],
        manners: Iterable[Manners] = (),
        silences: Silences | None = None,
    ) -> None:
        self._now = now
        self._known: OrderedDict[str, House] = OrderedDict()
        self._mannered = tuple((rule, House(now, rule, silences)) for rule in manners)

    def __len__(self) -> int:
        """How many are known."""
        return len(self._known) + len(self._mannered)

    def of(self, place: str) -> House:
        """The house of a host with its port, ``example.org:443``."""
        for rule, house in self._mannered:
            if rule.hold_for(place):
                return house
        if (house := self._known.get(place)) is not None:
            self._known.move_to_end(place)
            return house
        if len(self._known) >= MOST_HOUSES:
            oldest = next(iter(self._known))
            idle = (at for at, one in self._known.items() if not one.is_left_alone)
            del self._known[next(idle, oldest)]
        house = self._known[place] = House(self._now)
        return house

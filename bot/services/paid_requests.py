"""Requests to a provider that counts them: what is under way, what it may cost, and who is left
alone.

    wanted ─▶ kept already? ─▶ under way? ─▶ batches ─▶ reserve ─▶ provider ─▶ what became of it

Rules:

- What is under way is not asked for again; who wants it waits for the same request. `MOST_AT_ONCE`
  requests are under way at the same time.
- What is kept already is looked up by `kept`, and `begin` follows without a pause: else what came
  meanwhile is neither known nor under way any more, and would be paid for twice.
- The budget of a period is reserved before the provider is asked, in one transaction, and given
  back only where the provider surely counted nothing. So a crash, a cancellation, an answer that
  never came all count as spent: the budget is never overrun, whatever happens.
- A request is made once. A provider that refused is left alone for a while.
- Who waits, waits so long and no longer; what is under way goes on and is there the next time.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Generic, TypeVar

import structlog

from bot.services.ports.paid import PaidFault, PaidTrouble

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from bot.services.ports import Clock
    from bot.services.ports.paid import BudgetStore

log = structlog.stdlib.get_logger(__name__)

MOST_AT_ONCE: Final = 4
"""Requests to a provider that are under way at the same time."""

_SILENCE: Mapping[PaidTrouble, float] = {"key": 600.0, "quota": 3_600.0}
_SHORT_SILENCE, _LONGEST_SILENCE = 60.0, 3_600.0
_SLOW = 60.0  # seconds in which nobody waits for a provider that was late

_Wanted = TypeVar("_Wanted")
_Told = TypeVar("_Told")

Bringing = asyncio.Task["PaidTrouble | None"]
"""A request under way; its result is what went wrong."""


@dataclass(frozen=True, slots=True)
class Budget:
    """How much may be spent in a period, of which store's counting."""

    store: BudgetStore
    period: str
    most: int


class PaidRequests(Generic[_Wanted]):
    """Asks one provider for things that are known by what they are wanted for. `what` it makes is
    said in the log.
    """

    def __init__(self, what: str, name: str, clock: Clock) -> None:
        self._what = what
        self._name = name
        self._clock = clock
        self._under_way: dict[_Wanted, Bringing] = {}
        self._ended = 0  # requests so far
        self._spent: set[str] = set()  # periods of which it was logged
        self._places = asyncio.Semaphore(MOST_AT_ONCE)
        self._silent_until = self._slow_until = float("-inf")
        self._why: PaidTrouble = "unreachable"

    @property
    def name(self) -> str:
        """The provider's name."""
        return self._name

    @property
    def silence(self) -> PaidTrouble | None:
        """Why the provider is left alone just now; None where it is not."""
        return self._why if self._clock.monotonic() < self._silent_until else None

    async def close(self) -> None:
        """Give up what is under way; what was reserved for it stays counted."""
        tasks = set(self._under_way.values())
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    def patience(self, seconds: float) -> float:
        """Return how long somebody may wait who would wait so many seconds: not at all, once a
        minute excepted, for a provider that was slow. So a thousand are not each late.
        """
        return seconds if self._clock.monotonic() >= self._slow_until else 0.0

    def was_slow(self) -> None:
        """Note that the provider did not answer in the time there was."""
        self._slow_until = self._clock.monotonic() + _SLOW

    async def kept(self, read: Callable[[], Awaitable[_Told]]) -> _Told:
        """Return what `read` finds to be kept, read again until no request ended meanwhile."""
        while True:
            ended = self._ended
            found = await read()
            if self._ended == ended:
                return found

    def fresh(self, wanted: Iterable[_Wanted]) -> list[_Wanted]:
        """Return what is not under way."""
        return [one for one in wanted if one not in self._under_way]

    def begin(
        self,
        batch: Sequence[_Wanted],
        bring: Callable[[], Awaitable[PaidTrouble | None]],
    ) -> None:
        """Begin a request for a batch of what is not under way."""
        task = asyncio.create_task(self._brought(bring))
        for one in batch:
            self._under_way[one] = task

        def ended(_: Bringing) -> None:
            self._ended += 1
            for one in batch:
                self._under_way.pop(one, None)

        task.add_done_callback(ended)

    def bringing(self, wanted: Iterable[_Wanted]) -> set[Bringing]:
        """Return the requests that bring what is wanted, as far as they are under way."""
        return {self._under_way[one] for one in wanted if one in self._under_way}

    async def _brought(
        self, bring: Callable[[], Awaitable[PaidTrouble | None]]
    ) -> PaidTrouble | None:
        """Bring a batch; what nobody thought of going wrong is an answer that makes no sense."""
        async with self._places:
            if (why := self.silence) is not None:  # since it was begun
                return why
            try:
                return await bring()
            except PaidFault as fault:
                return self._failed(fault)
            except Exception:
                log.exception("request_failed", what=self._what, provider=self._name)
                return "unreadable"

    async def paid(
        self, reserved: Sequence[tuple[Budget, int]], ask: Callable[[], Awaitable[_Told]]
    ) -> _Told:
        """Return what the provider answers, for a request that was begun. What was `reserved` for
        it is given back where a `PaidFault` says that it surely counted nothing.
        """
        try:
            return await ask()
        except PaidFault as fault:
            if not fault.charged:
                for budget, spent in reserved:
                    await budget.store.give_back(budget.period, spent)
            raise

    def spent(self, budget: Budget) -> PaidTrouble:
        """Tell that a budget has no room for what is wanted; the log has it once a period."""
        if budget.period not in self._spent:
            self._spent.add(budget.period)
            log.warning("budget_spent", what=self._what, period=budget.period, budget=budget.most)
        return "budget"

    def _failed(self, fault: PaidFault) -> PaidTrouble:
        """Leave the provider alone for a while; a language that it lacks is no reason to."""
        if fault.trouble != "language":
            silence = _SILENCE.get(fault.trouble, _SHORT_SILENCE)
            silence = max(silence, min(fault.retry_after or 0.0, _LONGEST_SILENCE))
            self._silent_until = self._clock.monotonic() + silence
            self._why = fault.trouble
        log.warning(
            "request_failed",
            what=self._what,
            provider=self._name,
            trouble=fault.trouble,
            error=str(fault),
        )
        return fault.trouble

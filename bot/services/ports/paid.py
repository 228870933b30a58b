"""Providers that count what they are asked, and may charge for it: translators, models."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, Protocol

from bot.services.ports.sources import Trouble

PaidTrouble = Trouble | Literal["key", "quota", "budget", "language"]
"""Why something could not be had: as at a source, or the provider does not take the key · says that
its allowance is used up · our own budget is · has no such language.
"""


class PaidFault(Exception):
    """Nothing came of a request. `charged` is False only where it is certain that the provider
    counts nothing for it; `retry_after` is in seconds, None where it did not say.
    """

    def __init__(
        self,
        message: str,
        trouble: PaidTrouble,
        *,
        charged: bool = True,
        retry_after: float | None = None,
    ) -> None:
        super().__init__(message)
        self.trouble: PaidTrouble = trouble
        self.charged = charged
        self.retry_after = retry_after


@dataclass(frozen=True, slots=True)
class Batch:
    """The most that a provider takes in one request: texts, and characters in all of them."""

    texts: int
    characters: int


class BudgetStore(Protocol):
    """How much was spent of one thing in each period. A period is named by whoever counts."""

    async def reserve(self, period: str, costs: Sequence[int], budget: int) -> int:
        """Count as many of the first costs as the period's budget has room for, in one transaction;
        returns how many.
        """
        ...

    async def give_back(self, period: str, spent: int) -> None:
        """Count so much of a period no longer."""
        ...

    async def used(self, period: str) -> int:
        """Return how much a period took."""
        ...

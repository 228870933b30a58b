"""Who summarises abstracts, and where summaries are kept."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Protocol

from bot.core.papers import Paper
from bot.services.ports.paid import BudgetStore


class Summariser(Protocol):
    """A model that writes summaries of abstracts."""

    @property
    def model(self) -> str:
        """Its name, as it is shown."""
        ...

    def cost(self, abstract: str) -> int:
        """Return how many characters are sent for an abstract, what it is told to do included."""
        ...

    async def summarise(self, abstract: str) -> str:
        """Return what it answers, which may be anything; nothing where it refused.

        It asks once: repeating could cost twice. Raises `PaidFault`.
        """
        ...


class SummaryStore(Protocol):
    """What models made of abstracts, for ever, and what was spent on it."""

    @property
    def characters(self) -> BudgetStore:
        """The characters that were sent each month (``2026-08``)."""
        ...

    @property
    def papers(self) -> BudgetStore:
        """The papers that were summarised each day (``2026-08-21``)."""
        ...

    async def known(self, papers: Iterable[Paper], model: str) -> dict[int, str | None]:
        """Return the summaries of papers' abstracts by key, None where an answer did not count."""
        ...

    async def keep(self, paper: Paper, text: str | None, model: str, now: datetime) -> None:
        """Keep the summary of a paper's abstract, None for one that does not count."""
        ...

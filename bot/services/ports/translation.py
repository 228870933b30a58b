"""Who translates, and where what was translated is kept."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import Protocol

from bot.core.protecting import Pieces
from bot.services.ports.paid import Batch, BudgetStore

Text = tuple[int, str]
"""A text of a paper, exactly as it is shown, after the paper's key."""


class TranslationProvider(Protocol):
    """Translates texts from the papers' language."""

    @property
    def name(self) -> str:
        """What it is, and after a colon its model where it has one: ``deepl``, ``openai:x``."""
        ...

    @property
    def batch(self) -> Batch:
        """The most in one request."""
        ...

    async def translate(self, texts: Sequence[Pieces], language: str) -> Sequence[Pieces]:
        """Return each text in `language` (as `bot.core.languages` writes it), in their order.

        It asks once: repeating could cost twice. Raises `PaidFault`, also for an answer of
        another length. Whether protected pieces came through is the caller's to look at.
        """
        ...


class TranslationStore(BudgetStore, Protocol):
    """What was translated, for ever, and how many characters each month (``2026-08``) took."""

    async def known(
        self, texts: Collection[Text], language: str, provider: str
    ) -> dict[Text, str | None]:
        """Return the translations that there are; None where a text was translated in a way that
        cannot be relied on, so that the original stands.
        """
        ...

    async def keep(
        self, told: Mapping[Text, str | None], language: str, provider: str, now: datetime
    ) -> None:
        """Keep what was told, None for what cannot be relied on."""
        ...

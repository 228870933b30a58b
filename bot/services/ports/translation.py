"""Who translates, and where what was translated is kept."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Literal, Protocol

from bot.core.protecting import Pieces
from bot.services.ports.sources import Trouble

TranslationTrouble = Trouble | Literal["key", "quota", "budget", "language"]
"""Why something could not be translated: as at a source, or the provider does not take the key ·
says that its allowance is used up · our own month's characters are · has no such language.
"""

Text = tuple[int, str]
"""A text of a paper, exactly as it is shown, after the paper's key."""


class TranslationFault(Exception):
    """Nothing was translated. `charged` is False only where it is certain that the provider counts
    nothing for it; `retry_after` is in seconds, None where it did not say.
    """

    def __init__(
        self,
        message: str,
        trouble: TranslationTrouble,
        *,
        charged: bool = True,
        retry_after: float | None = None,
    ) -> None:
        super().__init__(message)
        self.trouble: TranslationTrouble = trouble
        self.charged = charged
        self.retry_after = retry_after


@dataclass(frozen=True, slots=True)
class Batch:
    """The most that a provider takes in one request: texts, and characters in all of them."""

    texts: int
    characters: int


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

        It asks once: repeating could cost twice. Raises `TranslationFault`, also for an answer of
        another length. Whether protected pieces came through is the caller's to look at.
        """
        ...


class TranslationStore(Protocol):
    """What was translated, for ever, and how many characters each month took."""

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

    async def reserve(self, month: str, costs: Sequence[int], budget: int) -> int:
        """Count as many of the first costs as the month's budget has room for, in one transaction;
        returns how many.
        """
        ...

    async def give_back(self, month: str, characters: int) -> None:
        """Count characters of a month no longer."""
        ...

    async def used(self, month: str) -> int:
        """Return how many characters a month took."""
        ...

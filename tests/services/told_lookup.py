"""A lookup service that knows what it is told, and remembers what it was asked."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from bot.services.ports import SourceFault

if TYPE_CHECKING:
    from bot.core.papers import PaperDraft
    from bot.services.ports import Trouble


class ToldFault(SourceFault):
    """A fault of a service, with an address as the real ones have."""

    def __init__(self, trouble: Trouble) -> None:
        super().__init__(f"house: no (http://house.example/?q=secret) {trouble}")
        self.trouble = trouble


@dataclass
class ToldLookup:
    """A `TitleLookup`: answers every title with `answers`, and each id of `kinds` by looking among
    them; `wrong` is answered to an id in place of the right paper. `slips` is raised while an
    answer is read; `rescued` came before it failed.
    """

    name: str = "huggingface"
    answers: list[PaperDraft] = field(default_factory=list["PaperDraft"])
    kinds: tuple[str, ...] = ("arxiv",)
    titles: bool = True
    fails: Trouble | None = None
    rescued: tuple[PaperDraft, ...] = ()
    wrong: PaperDraft | None = None
    slips: Exception | None = None
    gate: asyncio.Event | None = None
    asked: list[str] = field(default_factory=list[str])
    called: asyncio.Semaphore = field(default_factory=lambda: asyncio.Semaphore(0))

    def takes(self, external: str) -> bool:
        """Say whether it takes ids of this kind."""
        return external.partition(":")[0] in self.kinds

    async def by_title(self, text: str) -> list[PaperDraft]:
        """Return what it was told."""
        await self._hear(text)
        return list(self.answers)

    async def by_id(self, external: str) -> PaperDraft | None:
        """Return the paper that has the id."""
        await self._hear(external)
        if self.wrong is not None:
            return self.wrong
        return next((one for one in self.answers if external in one.ids), None)

    async def heard(self, times: int = 1) -> None:
        """Wait until it was asked so many more times."""
        for _ in range(times):
            await self.called.acquire()

    async def _hear(self, question: str) -> None:
        self.asked.append(question)
        self.called.release()
        if self.gate is not None:
            await self.gate.wait()
        if self.fails is not None:
            fault = ToldFault(self.fails)
            fault.rescued = self.rescued
            raise fault
        if self.slips is not None:
            raise self.slips

"""Requests to the translator: what is under way, what it may cost, and what becomes of it.

    texts ─▶ under way? ─▶ batches ─▶ reserve characters ─▶ provider ─▶ verify ─▶ keep

Rules:

- What is under way is not asked for again; who wants it waits for the same request.
- The month's budget counts the characters of the originals (code points, UTC months). They are
  reserved before the provider is asked, in one transaction, and given back only where it surely
  counted nothing. So a crash, a cancellation, an answer that never came all count as spent: the
  budget is never overrun, whatever happens.
- A translation in which a name, a formula, an id or a link did not come through is none
  (`core.protecting`): that is kept too, and the original stands.
- A provider that refused is left alone for a while.
"""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

import structlog

from bot.core.protecting import has_words, names_of, protect, restore
from bot.services.ports.translation import Text, TranslationFault, TranslationTrouble

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from bot.core.papers import Paper
    from bot.core.protecting import Pieces
    from bot.services.ports import Clock
    from bot.services.ports.translation import Batch, TranslationProvider, TranslationStore

log = structlog.stdlib.get_logger(__name__)

MOST_AT_ONCE: Final = 4
"""Requests to the provider that are under way at the same time."""

_SILENCE: Mapping[TranslationTrouble, float] = {"key": 600.0, "quota": 3_600.0}
_SHORT_SILENCE, _LONGEST_SILENCE = 60.0, 3_600.0

Bringing = asyncio.Task["TranslationTrouble | None"]
"""A request under way; its result is what went wrong."""


class TranslationRequests:
    """Asks one provider, within so many characters a month."""

    def __init__(
        self, provider: TranslationProvider, store: TranslationStore, clock: Clock, monthly: int
    ) -> None:
        self._provider = provider
        self._store = store
        self._clock = clock
        self._monthly = monthly
        self._under_way: dict[tuple[str, Text], Bringing] = {}
        self._places = asyncio.Semaphore(MOST_AT_ONCE)
        self._silent_until = float("-inf")
        self._why: TranslationTrouble = "unreachable"

    @property
    def name(self) -> str:
        """The provider's name."""
        return self._provider.name

    @property
    def silence(self) -> TranslationTrouble | None:
        """Why the provider is left alone just now; None where it is not."""
        return self._why if self._clock.monotonic() < self._silent_until else None

    async def close(self) -> None:
        """Give up what is under way; its characters stay counted."""
        tasks = set(self._under_way.values())
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    def begun(
        self,
        missing: Sequence[Text],
        papers: Iterable[Paper],
        language: str,
    ) -> set[Bringing]:
        """Begin what is not under way yet; return all tasks that bring what is missing."""
        names = {paper.key: names_of(paper) for paper in papers}
        fresh = [text for text in missing if (language, text) not in self._under_way]
        for batch in _batches(fresh, self._provider.batch):
            pieces = {text: protect(text[1], names.get(text[0], ())) for text in batch}
            task = asyncio.create_task(self._brought(pieces, language))
            for text in batch:
                self._under_way[language, text] = task
            task.add_done_callback(lambda _, batch=tuple(batch): self._ended(language, batch))
        return {self._under_way[language, text] for text in missing}

    def _ended(self, language: str, batch: Iterable[Text]) -> None:
        for text in batch:
            self._under_way.pop((language, text), None)

    async def _brought(
        self, pieces: Mapping[Text, Pieces], language: str
    ) -> TranslationTrouble | None:
        """Bring a batch; what nobody thought of going wrong is an answer that makes no sense."""
        try:
            return await self._bring(pieces, language)
        except Exception:
            log.exception("translation_failed", provider=self._provider.name, language=language)
            return "unreadable"

    async def _bring(
        self, pieces: Mapping[Text, Pieces], language: str
    ) -> TranslationTrouble | None:
        """Have a batch translated and keep it; return what went wrong."""
        async with self._places:
            if (why := self.silence) is not None:  # since it was begun
                return why
            now = self._clock.now()
            same = {text: text[1] for text, parts in pieces.items() if not has_words(parts)}
            wanted = [text for text in pieces if text not in same]
            month = f"{now:%Y-%m}"
            costs = [len(text) for _, text in wanted]
            fitting = await self._store.reserve(month, costs, self._monthly) if wanted else 0
            asked, spent = wanted[:fitting], sum(costs[:fitting])
            told: dict[Text, str | None] = {**same}
            if asked:
                try:
                    answers = await self._provider.translate(
                        [pieces[text] for text in asked], language
                    )
                except TranslationFault as fault:
                    if not fault.charged:
                        await self._store.give_back(month, spent)
                    return self._failed(fault, language)
                told |= {
                    text: restore(pieces[text], answer)
                    for text, answer in zip(asked, answers, strict=True)
                }
            if told:
                await self._store.keep(told, language, self._provider.name, now)
            self._log(told, language, spent)
        if fitting < len(wanted):
            log.warning("translation_budget_spent", month=month, budget=self._monthly)
            return "budget"
        return None

    def _failed(self, fault: TranslationFault, language: str) -> TranslationTrouble:
        """Leave the provider alone for a while; a language that it lacks is no reason to."""
        if fault.trouble != "language":
            silence = _SILENCE.get(fault.trouble, _SHORT_SILENCE)
            silence = max(silence, min(fault.retry_after or 0.0, _LONGEST_SILENCE))
            self._silent_until = self._clock.monotonic() + silence
            self._why = fault.trouble
        log.warning(
            "translation_failed",
            provider=self._provider.name,
            language=language,
            trouble=fault.trouble,
            error=str(fault),
        )
        return fault.trouble

    def _log(
        self,
        told: Mapping[Text, str | None],
        language: str,
        characters: int,
    ) -> None:
        log.info(
            "translated",
            provider=self._provider.name,
            language=language,
            texts=len(told),
            unreliable=sum(text is None for text in told.values()),
            characters=characters,
        )


def _batches(texts: Collection[Text], most: Batch) -> Iterable[list[Text]]:
    """Split texts into what a request can hold, in their order."""
    batch: list[Text] = []
    characters = 0
    for text in texts:
        longer = characters + len(text[1])
        if batch and (len(batch) == most.texts or longer > most.characters):
            yield batch
            batch, longer = [], len(text[1])
        batch.append(text)
        characters = longer
    if batch:
        yield batch

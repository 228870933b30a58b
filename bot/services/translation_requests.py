"""Requests to the translator: in batches, within the month's characters, verified and kept.

    texts ─▶ under way? ─▶ batches ─▶ reserve characters ─▶ provider ─▶ verify ─▶ keep

Rules, beside those of `paid_requests`:

- The month's budget counts the characters of the originals (code points, UTC months).
- A translation in which a name, a formula, an id or a link did not come through is none
  (`core.protecting`): that is kept too, and the original stands.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import TYPE_CHECKING

import structlog

from bot.core.protecting import has_words, names_of, protect, restore
from bot.services.paid_requests import Bringing, Budget, PaidRequests
from bot.services.ports.translation import Text

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from bot.core.papers import Paper
    from bot.core.protecting import Pieces
    from bot.services.ports import Clock
    from bot.services.ports.paid import Batch, PaidTrouble
    from bot.services.ports.translation import TranslationProvider, TranslationStore

log = structlog.stdlib.get_logger(__name__)


class TranslationRequests(PaidRequests[tuple[str, Text]]):
    """Asks one provider, within so many characters a month."""

    def __init__(
        self, provider: TranslationProvider, store: TranslationStore, clock: Clock, monthly: int
    ) -> None:
        super().__init__("translation", provider.name, clock)
        self._provider = provider
        self._store = store
        self._monthly = monthly

    def begun(
        self,
        missing: Sequence[Text],
        papers: Iterable[Paper],
        language: str,
    ) -> set[Bringing]:
        """Begin what is not under way yet; return all tasks that bring what is missing."""
        names = {paper.key: names_of(paper) for paper in papers}
        wanted = [(language, text) for text in missing]
        fresh = [text for _, text in self.fresh(wanted)]
        for batch in _batches(fresh, self._provider.batch):
            pieces = {text: protect(text[1], names.get(text[0], ())) for text in batch}
            self.begin([(language, text) for text in batch], partial(self._bring, pieces, language))
        return self.bringing(wanted)

    async def _bring(self, pieces: Mapping[Text, Pieces], language: str) -> PaidTrouble | None:
        """Have a batch translated and keep it; return what went wrong."""
        now = self._clock.now()
        same = {text: text[1] for text, parts in pieces.items() if not has_words(parts)}
        wanted = [text for text in pieces if text not in same]
        month = Budget(self._store, f"{now:%Y-%m}", self._monthly)
        costs = [len(text) for _, text in wanted]
        fitting = await self._store.reserve(month.period, costs, month.most) if wanted else 0
        asked, spent = wanted[:fitting], sum(costs[:fitting])
        told: dict[Text, str | None] = {**same}
        if asked:
            originals = [pieces[text] for text in asked]
            answers = await self.paid(
                [(month, spent)], lambda: self._provider.translate(originals, language)
            )
            told |= {
                text: restore(pieces[text], answer)
                for text, answer in zip(asked, answers, strict=True)
            }
        if told:
            await self._store.keep(told, language, self._provider.name, now)
        self._log(told, language, spent)
        return self.spent(month) if fitting < len(wanted) else None

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

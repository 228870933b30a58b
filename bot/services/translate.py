"""Translate: titles and summaries of papers, in the language of who reads them.

    texts ─▶ kept already? ─▶ requested (`translation_requests`) ─▶ waited for ─▶ what there is

Rules:

- What was translated is kept for ever, and nothing is asked for twice.
- Who waits, waits so long and no longer; what is under way goes on and is there the next time.
- Editions wait for a provider that was slow no more than once a minute, so that a thousand of them
  are not each late.
- Without a provider everything here answers that there is nothing.
"""

from __future__ import annotations

import asyncio
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

import structlog

from bot.core.languages import PAPERS_LANGUAGE, language_of
from bot.core.passages import texts_in_edition, texts_on_card
from bot.services.ports.paid import PaidTrouble
from bot.services.ports.translation import Text
from bot.services.translation_requests import TranslationRequests

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from bot.core.editions import AnyEdition
    from bot.core.papers import Paper
    from bot.services.ports import Clock, PaperStore, Plan
    from bot.services.ports.translation import TranslationProvider, TranslationStore

log = structlog.stdlib.get_logger(__name__)


@dataclass(frozen=True, slots=True)
class Terms:
    """Into which languages, how many characters a month, and seconds that are waited: by editions
    before they are sent, by a reader who pressed a button, by one who has to be answered at once.
    """

    languages: frozenset[str] = frozenset()
    monthly_characters: int = 0
    edition: float = 5.0
    reader: float = 25.0
    at_once: float = 1.5


@dataclass(frozen=True, slots=True)
class Translated:
    """What there is of some papers' texts in another language, and who translated it.

    None in `texts`: that text's translation cannot be relied on. A text that is not there at all
    could not be translated; `trouble` says why, where it was tried just now.
    """

    language: str
    provider: str
    texts: Mapping[Text, str | None] = field(default_factory=dict[Text, "str | None"])
    trouble: PaidTrouble | None = None

    def of(self, key: int, text: str) -> str | None:
        """Return a text's translation; None where the original stands."""
        return self.texts.get((key, text))

    def lacks(self, texts: Iterable[Text]) -> bool:
        """Say whether any of these could not be translated."""
        return any(text not in self.texts for text in texts)


class Translations:
    """Translates what is shown."""

    def __init__(
        self,
        provider: TranslationProvider | None,
        store: TranslationStore,
        papers: PaperStore,
        clock: Clock,
        terms: Terms | None = None,
    ) -> None:
        self._terms = terms or Terms()
        self._requests = (
            None
            if provider is None
            else TranslationRequests(provider, store, clock, self._terms.monthly_characters)
        )
        self._store = store
        self._papers = papers

    @property
    def offered(self) -> bool:
        """Whether there is anybody who translates, into any language."""
        return self._requests is not None and bool(self._terms.languages - {PAPERS_LANGUAGE})

    def into(self, code: str) -> str | None:
        """Return the language that papers can be had in by who reads `code`; None where that is
        the papers' own, or one that is not translated into.
        """
        language = language_of(code)
        able = self.offered and language in self._terms.languages
        return language if able and language != PAPERS_LANGUAGE else None

    async def card(self, paper: Paper, language: str) -> Translated:
        """Translate what a card shows, for a reader who waits for it."""
        return await self._ask(texts_on_card(paper), [paper], language, self._terms.reader)

    async def at_once(
        self, texts: Sequence[Text], papers: Iterable[Paper], code: str
    ) -> Translated | None:
        """Translate these papers' texts for somebody to be answered within Discord's three seconds;
        None for who reads `code`, and nothing is translated for.
        """
        language = self.into(code)
        if language is None:
            return None
        return await self._ask(texts, papers, language, self._terms.at_once)

    async def known(self, texts: Sequence[Text], code: str) -> Translated | None:
        """Return what was translated before, asking nobody; None where nothing ever is."""
        language = self.into(code)
        if language is None or self._requests is None:
            return None
        name = self._requests.name
        return Translated(language, name, await self._store.known(texts, language, name))

    async def prepare(self, plans: Sequence[Plan]) -> None:
        """Translate what planned editions will show, each text once for all of them, and come back
        in a few seconds whatever became of it. Never raises: the originals are sent then.
        """
        try:
            await self._prepare(plans)
        except Exception:
            log.exception("translation_failed")

    async def close(self) -> None:
        """Give up what is under way; its characters stay counted."""
        if self._requests is not None:
            await self._requests.close()

    async def _prepare(self, plans: Sequence[Plan]) -> None:
        editions: defaultdict[str, list[AnyEdition]] = defaultdict(list)
        for plan in plans:
            wish = plan.subscription.wish
            language = self.into(wish.language) if plan.parts and wish.machine_text else None
            if language is not None:
                editions[language].append(plan.edition)
        if not editions or self._requests is None:
            return
        keys = {key for some in editions.values() for one in some for key in _chosen(one)}
        papers = await self._papers.get(keys)
        wait = self._requests.patience(self._terms.edition)
        asked = [
            self._ask(
                sorted(
                    {text for one in some for text in texts_in_edition(one, papers)},
                    key=lambda text: len(text[1]),  # titles first, where not all can be had
                ),
                papers.values(),
                language,
                wait,
            )
            for language, some in editions.items()
        ]
        told = await asyncio.gather(*asked)
        if wait and any(one.trouble == "late" for one in told):
            self._requests.was_slow()

    async def _ask(
        self, texts: Sequence[Text], papers: Iterable[Paper], language: str, wait: float
    ) -> Translated:
        requests = self._requests
        if requests is None:
            return Translated(language, "", {}, "language")
        known = await requests.kept(lambda: self._store.known(texts, language, requests.name))
        missing = [text for text in dict.fromkeys(texts) if text not in known]
        told = Translated(language, requests.name, known)
        if not missing:
            return told
        if (why := requests.silence) is not None:
            return replace(told, trouble=why)
        tasks = requests.begun(missing, papers, language)
        done, late = await asyncio.wait(tasks, timeout=wait)
        troubles = [task.result() for task in done if not task.cancelled()]
        told = replace(told, texts=await self._store.known(texts, language, requests.name))
        return replace(told, trouble="late" if late else next(filter(None, troubles), None))


def _chosen(edition: AnyEdition) -> tuple[int, ...]:
    return tuple(one.key for one in getattr(edition, "chosen", ()))

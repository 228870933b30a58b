"""Summaries: a sentence or two by the configured model, for what editions show without any.

    editions ─▶ shown with first sentences ─▶ kept already? ─▶ day and month have room ─▶ model
             ─▶ checked (`core.summaries`) ─▶ kept ─▶ what is read of the paper from then on

Rules:

- Asked for are the papers of which an edition shows the first sentences of the abstract, for want
  of a source's summary, those of most editions first. Nothing is paid for that nobody sees.
- A paper that only a server's own source told of goes to no model: it may be unpublished.
- They are asked for while an edition is not due yet (`ahead`), so that they are there when it is.
  What is lacking when it is made is waited for a few seconds, and no longer; the first sentences
  are shown where it has not come.
- What was made once is kept for ever, also that an answer did not count.
- One abstract a request: what a hostile one tells the model to do spoils its own summary at worst.
- A day has so many papers and a month so many characters, both reserved beforehand.
"""

from __future__ import annotations

import asyncio
from collections import Counter
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

import structlog

from bot.core.editions import Edition
from bot.core.passages import IN_FULL
from bot.core.summaries import accepted, wants_summary
from bot.core.visibility import is_public
from bot.services.paid_requests import Budget, PaidRequests

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from bot.core.papers import Paper
    from bot.services.foreseeing import Foreseeing
    from bot.services.paid_requests import Bringing
    from bot.services.ports import Clock, PaperStore, Plan
    from bot.services.ports.paid import PaidTrouble
    from bot.services.ports.summaries import Summariser, SummaryStore

log = structlog.stdlib.get_logger(__name__)


@dataclass(frozen=True, slots=True)
class SummaryTerms:
    """The most papers a day (UTC) and characters a month, and for how many seconds editions that
    are due wait.
    """

    papers_a_day: int
    monthly_characters: int
    edition: float = 5.0


class Summaries:
    """Has papers summarised; nobody's without a model."""

    def __init__(
        self,
        model: Summariser | None,
        store: SummaryStore,
        papers: PaperStore,
        clock: Clock,
        terms: SummaryTerms,
    ) -> None:
        self._model = model
        self._store = store
        self._papers = papers
        self._clock = clock
        self._terms = terms
        name = "" if model is None else model.model
        self._spent: set[str] = set()  # days and months that have no room any more
        self._requests = PaidRequests[tuple[int, str]]("summary", name, clock)

    async def ahead(self, foreseeing: Foreseeing) -> None:
        """Begin what editions that are due soon will lack, and wait for nothing. Never raises."""
        if self._model is None:
            return
        try:
            await self._begun(await foreseeing.plans())
        except Exception:
            log.exception("summary_failed")

    async def prepare(self, plans: Sequence[Plan]) -> None:
        """Have summarised what planned editions will lack, each paper once for all of them, and
        come back in a few seconds whatever became of it. Never raises: first sentences are shown
        then.
        """
        try:
            under_way = await self._begun(plans)
            if not under_way:
                return
            wait = self._requests.patience(self._terms.edition)
            _, late = await asyncio.wait(under_way, timeout=wait)
        except Exception:
            log.exception("summary_failed")
        else:
            if wait and late:
                self._requests.was_slow()

    async def close(self) -> None:
        """Give up what is under way; what was reserved for it stays counted."""
        await self._requests.close()

    async def _begun(self, plans: Sequence[Plan]) -> set[Bringing]:
        """Begin what is lacking; return all requests that bring it."""
        model = self._model
        shown = Counter(
            one.key
            for plan in plans
            if plan.parts and plan.subscription.wish.machine_text
            if isinstance(plan.edition, Edition)
            for one in plan.edition.chosen[:IN_FULL]
        )
        if model is None or not shown or self._requests.silence is not None:
            return set()
        now = self._clock.now()
        self._spent &= {_month(now), _day(now)}
        if self._spent:
            return set()
        papers = await self._papers.get(shown)
        lacking = {p.key: p for key, _ in shown.most_common() if (p := papers.get(key))}
        wanting = [one for one in lacking.values() if is_public(one.source) and wants_summary(one)]
        known = await self._requests.kept(lambda: self._store.known(wanting, model.model))
        missing = {_name(paper): paper for paper in wanting if paper.key not in known}
        for name in self._requests.fresh(missing):
            self._requests.begin([name], partial(self._bring, model, missing[name]))
        return self._requests.bringing(missing)

    async def _bring(self, model: Summariser, paper: Paper) -> PaidTrouble | None:
        """Have one paper summarised and keep what counts of it; return what went wrong."""
        now = self._clock.now()
        month = Budget(self._store.characters, _month(now), self._terms.monthly_characters)
        day = Budget(self._store.papers, _day(now), self._terms.papers_a_day)
        reserved = [(month, model.cost(paper.abstract)), (day, 1)]
        for at, (budget, cost) in enumerate(reserved):
            if not await budget.store.reserve(budget.period, [cost], budget.most):
                for other, spent in reserved[:at]:
                    await other.store.give_back(other.period, spent)
                self._spent.add(budget.period)
                return self._requests.spent(budget)
        answer = await self._requests.paid(reserved, partial(model.summarise, paper.abstract))
        text = accepted(paper.abstract, answer)
        await self._store.keep(paper, text, model.model, now)
        log.info("summarised", model=model.model, paper=paper.key, counts=text is not None)
        return None


def _month(now: datetime) -> str:
    return f"{now:%Y-%m}"


def _day(now: datetime) -> str:
    return f"{now:%Y-%m-%d}"


def _name(paper: Paper) -> tuple[int, str]:
    return paper.key, paper.abstract

"""Elsewhere: a paper that is not here is asked for at the services behind the sources, and added.

    what is missing ─▶ remembered? ─▶ service after service, in order ─▶ judged ─▶ ingest.store
                                          └── a fault: the next one, and it is told

Rules:

- An answer is a claim, and judged (`judging`). What is not believed is not stored, and what is
  joins no papers that are here (`storage.paper_upsert`).
- A service at which reading an answer goes wrong in a way nobody thought of has answered something
  unreadable: the next one is asked.
- An answer that is `SURE_FROM` percent likely ends the asking. A less likely one is kept while the
  others are asked for a better one: many a title is another one's beginning.
- A server's own paper (`core.visibility`) is as one that is not here.
- A paper that was looked up is no news: it is stored as never brought out, whatever was told.
- Whoever asks for the same at the same time waits for the same answer. A question has one deadline,
  each service a share of it, and only `MOST_AT_ONCE` questions are under way.
- For a day it is remembered what was found, and that nobody knew it; not that somebody could not
  be asked. What was found is here, and which paper it was ends with the process, after
  `MOST_REMEMBERED` questions; that all who can be asked now knew nothing outlives it (`MissStore`).
"""

from __future__ import annotations

import asyncio
from collections import OrderedDict
from dataclasses import dataclass, field, replace
from datetime import timedelta
from typing import TYPE_CHECKING, Final, TypeGuard

import structlog

from bot.core.papers import NEVER
from bot.core.query_fold import fold
from bot.core.same_title import same_title
from bot.core.visibility import is_public
from bot.services.judging import SURE_FROM, Believed, judged_by_id, judged_by_title
from bot.services.lookup import Asked, NoPaper, OnePaper, SeveralPapers
from bot.services.ports import SourceFault, Trouble
from bot.services.ports.observer import NOBODY, Observer

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from bot.core.papers import Paper, PaperDraft
    from bot.services.ingest import Ingest
    from bot.services.judging import Judge
    from bot.services.lookup import Answer
    from bot.services.ports import Clock, MissStore, PaperStore, TitleLookup

MOST_AT_ONCE: Final = 4
MOST_REMEMBERED: Final = 1_000

_DAY = timedelta(days=1)
_FEWEST_LETTERS, _LONGEST = 3, 300

log = structlog.stdlib.get_logger(__name__)


@dataclass(frozen=True, slots=True)
class Patience:
    """Seconds: for a question, and for a service, in which its turn is waited for."""

    question: float = 20.0
    service: float = 9.0


@dataclass(frozen=True, slots=True)
class _Outcome:
    """What asking came to: the external ids of the papers that were stored, or who was asked."""

    found: tuple[str, ...] = ()
    asked: Asked = field(default_factory=Asked)


class Elsewhere:
    """Asks for papers that are not here."""

    def __init__(  # noqa: PLR0913, PLR0917 - whom it asks, where it stores, who judges
        self,
        services: Sequence[TitleLookup],
        papers: PaperStore,
        ingest: Ingest,
        judge: Judge,
        misses: MissStore,
        clock: Clock,
        *,
        patience: Patience | None = None,
        observer: Observer = NOBODY,
    ) -> None:
        self._services = tuple(services)
        self._patience = patience or Patience()
        self._papers = papers
        self._ingest = ingest
        self._judge = judge
        self._misses = misses
        self._clock = clock
        self._observer = observer
        self._under_way: dict[str, asyncio.Task[_Outcome]] = {}
        self._remembered: OrderedDict[str, tuple[float, _Outcome]] = OrderedDict()

    def can_ask(self, missing: NoPaper) -> bool:
        """Say whether there is anybody to ask for what is missing, and anything to ask."""
        return bool(self._able(missing))

    async def find(self, missing: NoPaper) -> Answer:
        """Ask for what is not here. What is found is here from now on; else the same `NoPaper`
        comes back and says who was asked.
        """
        if not (able := self._able(missing)):
            return missing
        question = missing.external or fold(missing.typed)
        outcome = self._recall(question) or await self._missed(question, able)
        if outcome is None:
            task = self._under_way.get(question)
            if task is None:
                if len(self._under_way) >= MOST_AT_ONCE:
                    busy: Trouble = "busy"
                    asked = Asked(failed=tuple((one.name, busy) for one in able))
                    return replace(missing, asked=asked)
                task = asyncio.create_task(self._ask(missing, able, question))
                self._under_way[question] = task
                task.add_done_callback(lambda _: self._under_way.pop(question, None))
            outcome = await asyncio.shield(task)
        papers = await self._load(outcome.found)
        if not papers:
            return replace(missing, asked=outcome.asked)
        return OnePaper(papers[0]) if len(papers) == 1 else SeveralPapers(papers)

    async def tidy(self) -> int:
        """Forget what nobody knew a day ago; returns how many questions."""
        return await self._misses.forget(self._clock.now() - _DAY)

    async def close(self) -> None:
        """Give up what is under way."""
        tasks = tuple(self._under_way.values())
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    def _able(self, missing: NoPaper) -> list[TitleLookup]:
        external = missing.external
        if external is not None:
            return [one for one in self._services if one.takes(external)]
        if missing.indexed is not None:  # it may be here all the same, and will soon be found
            return []
        letters = sum(character.isalpha() for character in missing.typed)
        if letters < _FEWEST_LETTERS or len(missing.typed) > _LONGEST or not fold(missing.typed):
            return []
        return [one for one in self._services if one.titles]

    async def _ask(self, missing: NoPaper, able: Sequence[TitleLookup], question: str) -> _Outcome:
        """Ask one after the other until one is sure to know it."""
        clock = asyncio.get_running_loop().time
        until = clock() + self._patience.question
        best = Believed()
        answered: list[str] = []
        failed: list[tuple[str, Trouble]] = []
        for service in able:
            try:
                async with asyncio.timeout_at(min(until, clock() + self._patience.service)):
                    believed = await self._told(service, missing)
            except SourceFault as fault:
                failed.append((service.name, fault.trouble))
                self._observer.source_failed(service.name, fault.trouble)
                # Without the address: it has in it what somebody typed.
                told = str(fault).partition(" (http")[0]
                log.warning("lookup_failed", source=service.name, error=told)
                continue
            except TimeoutError:
                failed.append((service.name, "late"))
                self._observer.source_failed(service.name, "late")
                log.warning("lookup_failed", source=service.name, error="took too long")
                continue
            except Exception as error:  # a slip in reading it: it costs this service's answer only
                failed.append((service.name, "unreadable"))
                log.exception("lookup_failed", source=service.name, error=type(error).__name__)
                continue
            answered.append(service.name)
            if believed.papers and believed.score > best.score:
                best = believed
            if best.score >= SURE_FROM:
                break
        if best.papers:
            source = best.papers[0].source
            if found := await self._add(best.papers, missing.external):
                log.info("lookup_found", source=source, papers=len(found))
                return self._keep(question, _Outcome(found=found))
        log.info("lookup_found_nothing", unknown=answered, failed=[name for name, _ in failed])
        outcome = _Outcome(asked=Asked(tuple(answered), tuple(failed)))
        if not failed:
            await self._misses.keep(question, answered, self._clock.now())
        return outcome

    async def _told(self, service: TitleLookup, missing: NoPaper) -> Believed:
        """Return what a service tells and is believed."""
        if missing.external is not None:
            told = await service.by_id(missing.external)
            return Believed() if told is None else judged_by_id(missing.external, told)
        text = " ".join(missing.typed.split())
        try:
            told = await service.by_title(text)
        except SourceFault as fault:  # it may be among what came all the same
            believed = judged_by_title(text, fault.rescued, self._judge)
            if not believed.papers:
                raise
            log.warning("lookup_broken", source=service.name, papers=len(fault.rescued))
            return believed
        return judged_by_title(text, told, self._judge)

    async def _add(self, told: Iterable[PaperDraft], asked: str | None) -> tuple[str, ...]:
        """Store what was told; return an external id of each paper by which it is here now."""
        drafts = [replace(one, released=NEVER) for one in told]
        await self._ingest.store(drafts)
        return tuple([one for draft in drafts if (one := await self._here(draft, asked))])

    async def _here(self, told: PaperDraft, asked: str | None) -> str | None:
        """Return the id that leads to the paper that was told: the one asked for, else one that
        leads to its title. Where all lead to one paper of another title, it has been renamed.
        """
        found = {one: await self._papers.by_external(one) for one in told.ids}
        papers = {one: paper for one, paper in found.items() if _shown(paper)}
        if asked in papers:
            return asked
        for one, paper in papers.items():
            if same_title(paper.title, told.title):
                return one
        return told.ids[0] if len({paper.key for paper in papers.values()}) == 1 else None

    def _recall(self, question: str) -> _Outcome | None:
        since, outcome = self._remembered.get(question, (0.0, None))
        if outcome is None or self._clock.monotonic() - since >= _DAY.total_seconds():
            return None
        return outcome

    async def _missed(self, question: str, able: Iterable[TitleLookup]) -> _Outcome | None:
        """Return that nobody knew it, where everybody who can be asked now said so."""
        now = self._clock.now()
        unknown = tuple(await self._misses.known(question, now - _DAY, now))
        if unknown and {one.name for one in able} <= {*unknown}:
            return _Outcome(asked=Asked(unknown))
        return None

    def _keep(self, question: str, outcome: _Outcome) -> _Outcome:
        self._remembered[question] = (self._clock.monotonic(), outcome)
        self._remembered.move_to_end(question)
        if len(self._remembered) > MOST_REMEMBERED:
            self._remembered.popitem(last=False)
        return outcome

    async def _load(self, externals: Iterable[str]) -> tuple[Paper, ...]:
        found = [await self._papers.by_external(one) for one in externals]
        return tuple({one.key: one for one in found if _shown(one)}.values())


def _shown(paper: Paper | None) -> TypeGuard[Paper]:
    """Whether a paper is here for everybody: a server's own is not."""
    return paper is not None and is_public(paper.source)

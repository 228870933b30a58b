"""What people linked to a paper at Hugging Face: how many models, datasets and spaces.

    a card is shown ─▶ remembered? ─▶ with it
                       └─▶ without ─▶ asked, for a moment ─▶ the card is told again, with it

Rules:

- Nobody waits for it: it is asked for after the answer, and who asked waits `PATIENCE` seconds. An
  answer that comes later is there for the next one.
- For a day it is remembered, that there is nothing too; for a few minutes that it could not be
  asked for. That memory holds `MOST_REMEMBERED` papers and ends with the process.
- Only `MOST_AT_ONCE` papers are asked for at the same time: who looks a title up asks there too.
"""

from __future__ import annotations

import asyncio
from collections import OrderedDict
from typing import TYPE_CHECKING, Final

import structlog

from bot.services.ports import Linked, Linking, SourceFault

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bot.core.papers import Paper
    from bot.services.ports import Clock

PATIENCE: Final = 2.0
MOST_AT_ONCE: Final = 4
MOST_REMEMBERED: Final = 1_000

_DAY, _A_WHILE = 24 * 3_600.0, 600.0
_NOTHING = Linked()

log = structlog.stdlib.get_logger(__name__)


class LinkedItems:
    """Asks the first of the services that can be asked; without one there is nothing."""

    def __init__(self, services: Iterable[object], clock: Clock) -> None:
        self._service = next((one for one in services if isinstance(one, Linking)), None)
        self._clock = clock
        self._remembered: OrderedDict[str, tuple[float, Linked]] = OrderedDict()
        self._under_way: dict[str, asyncio.Task[Linked]] = {}

    def at_once(self, paper: Paper) -> Linked | None:
        """Return what is remembered of a paper; None where nothing is, or there is nothing."""
        external = arxiv_id(paper)
        return None if external is None else self._recall(external) or None

    async def soon(self, paper: Paper, patience: float = PATIENCE) -> Linked | None:
        """Return what is linked to a paper, asked for where that is not remembered. None where
        nothing is linked to it, or it is not told within `patience` seconds.
        """
        external = arxiv_id(paper)
        if self._service is None or external is None:
            return None
        if (known := self._recall(external)) is not None:
            return known or None
        task = self._under_way.get(external)
        if task is None:
            if len(self._under_way) >= MOST_AT_ONCE:
                return None
            task = asyncio.create_task(self._ask(self._service, external))
            self._under_way[external] = task
            task.add_done_callback(lambda _: self._under_way.pop(external, None))
        done, _ = await asyncio.wait({task}, timeout=patience)
        return (task.result() or None) if done and not task.cancelled() else None

    async def close(self) -> None:
        """Give up what is under way."""
        tasks = tuple(self._under_way.values())
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    async def _ask(self, service: Linking, external: str) -> Linked:
        lasts = _DAY
        try:
            linked = await service.linked(external) or _NOTHING
        except SourceFault as error:
            log.info("linked_not_told", paper=external, error=str(error))
            linked, lasts = _NOTHING, _A_WHILE
        except Exception as error:  # a slip in reading it costs a line on a card
            log.exception("linked_not_told", paper=external, error=type(error).__name__)
            linked, lasts = _NOTHING, _A_WHILE
        self._remembered[external] = (self._clock.monotonic() + lasts, linked)
        self._remembered.move_to_end(external)
        while len(self._remembered) > MOST_REMEMBERED:
            self._remembered.popitem(last=False)
        return linked

    def _recall(self, external: str) -> Linked | None:
        until, linked = self._remembered.get(external, (0.0, None))
        return linked if self._clock.monotonic() < until else None


def arxiv_id(paper: Paper) -> str | None:
    """Return the id by which a paper is known there, if it has one: ``arxiv:2305.14314``."""
    return next((one for one in paper.ids if one.startswith("arxiv:") and "/" not in one), None)

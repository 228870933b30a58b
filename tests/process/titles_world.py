"""A database with titles, the index that is kept beside it, and how the two are compared."""

from __future__ import annotations

import asyncio
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

from bot.core.papers import PaperDraft, Signals
from bot.process.title_building import build_and_keep
from bot.process.title_workshop import TitleWorkshop, titles_folder
from bot.services.clock import SystemClock
from bot.services.ports import Progress
from bot.services.titles import Titles
from bot.storage.database import Database
from bot.storage.papers import PaperRows
from bot.storage.title_changes import TitleChanges

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, Sequence
    from pathlib import Path

NOW = datetime(2026, 8, 21, 7, tzinfo=UTC)
DAY = date(2026, 8, 21)
NAMES = ("Ants", "Bees", "Crows", "Drones", "Eels", "Foxes", "Gnats", "Hawks")


def draft(number: int, name: str = "", upvotes: int = 0, *others: int) -> PaperDraft:
    """Make a draft of a paper that has the ids of `others`, too."""
    ids = tuple(f"arxiv:2608.{one:05}" for one in (number, *others))
    title = f"{name or NAMES[number % len(NAMES)]} number{number if not name else 0} in the wild"
    return PaperDraft(ids, title, "arXiv", DAY, signals=Signals(upvotes))


class Watched(TitleWorkshop):
    """Builds in a child process, and counts how often."""

    begun = 0

    def build_beside(self, stamp: str) -> AsyncGenerator[Progress]:
        """Count."""
        self.begun += 1
        return super().build_beside(stamp)


class InOneProcess(Watched):
    """Builds by the same function as the child, in a thread: for tests that build often."""

    async def build_beside(self, stamp: str) -> AsyncGenerator[Progress]:
        """Build, then tell."""
        self.begun += 1
        database = self._kept()
        told: list[Progress] = []

        def tell(version: int, percent: int) -> None:
            told.append(Progress(version, percent))

        await asyncio.to_thread(build_and_keep, database, titles_folder(database), stamp, tell)
        for one in told:
            yield one


@dataclass(slots=True)
class Shelf:
    """A bot's titles, as far as they go: the papers, the index, what makes it."""

    papers: PaperRows
    titles: Titles
    workshop: Watched
    database: Database

    async def store(self, *drafts: PaperDraft) -> None:
        """Store papers and let the index follow, as ingest does."""
        await self.papers.upsert(drafts, NOW)
        await self.titles.follow()

    async def whole(self) -> None:
        """Wait until every title is indexed and nothing is built."""
        async with asyncio.timeout(40):
            await self.titles.settled()
        assert self.titles.progress is None

    async def agrees(self) -> None:
        """Fail unless the index has every title of the database, its votes, and nothing else."""
        rows = await self.papers.titles()
        assert len(self.titles) == len(rows)
        keys: dict[str, set[str]] = {}
        for row in rows:
            keys.setdefault(row.title, set()).add(str(row.key))
        for title, expected in keys.items():
            found = self.titles.search(title, len(rows) + 1)
            assert {one.paper_id for one in found if one.score == 100} == expected, title
        votes = {str(row.key): row.upvotes for row in rows}
        best = [votes[one.paper_id] for one in self.titles.complete("", len(rows) + 1)]
        assert best == sorted(votes.values(), reverse=True)


@asynccontextmanager
async def opened(
    path: Path,
    *,
    few: int = 0,
    again: Sequence[float] = (0.0,),
    workshop: Watched | None = None,
    crash: bool = False,
) -> AsyncGenerator[Shelf]:
    """Open database and titles as a start does; a `crash` ends without a word to either."""
    async with Database.open(path, readers=1) as database:
        workshop = workshop or Watched(path)
        papers = PaperRows(database)
        titles = Titles(
            papers, TitleChanges(database), workshop, SystemClock(), few=few, again=again
        )
        await titles.open()
        try:
            yield Shelf(papers, titles, workshop, database)
        finally:
            if not crash:
                await titles.close()

"""Choosing, measured: the editions of 1,000, 10,000 and 100,000 readers out of 120 papers.

Rules: all readers are due at one instant, each with a query of their own. The papers are the newest
of recorded days where those are at hand, else made up. The tick is the bot's own, on a real
database file. *Choosing* is everything in it but storing: reading who is due and what was shown to
them, parsing, matching, ranking. CPU seconds are those of the whole process, threads included.

A second run on a copy of the file tells how long the event loop was held: somebody who wants it
every millisecond notes how late it comes. Of three runs the shortest counts, for what else the
machine does holds a loop up, too; a piece of work that is too large would do so every time.

Beside it stands the plain way: each reader's query against each paper.
"""

from __future__ import annotations

import asyncio
import gc
import shutil
import tempfile
import time
from collections.abc import AsyncGenerator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from datetime import time as clock_time
from pathlib import Path
from typing import Final

from _subscribers import THURSDAY, Reader, drafts, kind, put_readers, wishes
from _wire import Promises

from bot.core.candidates import hits_of, indexed, prepare
from bot.core.papers import Paper, PaperDraft
from bot.core.query import PaperIndex, parse
from bot.core.schedules import WEEKDAYS, Schedule
from bot.process import logs
from bot.services.ports import Clock, Courier, Plan
from bot.services.publish import Publisher
from bot.services.recent import RecentPapers
from bot.storage.database import Database
from bot.storage.deliveries import DeliveryRows
from bot.storage.papers import PaperRows
from bot.storage.session import Session
from bot.storage.subscriptions import SubscriptionRows

READERS: Final = (1_000, 10_000, 100_000)
PROMISED, PLAIN = 10_000, 1_000
LIMIT: Final = 9
CPU, HELD, TRANSACTION = 2.0, 0.020, 0.050  # seconds
RUNS: Final = 3
NINE: Final = clock_time(9)
NOW: Final = datetime.combine(THURSDAY, NINE, UTC)
BESIDE: Final = 1_080  # papers that nobody wants


class Standing:
    """A clock that stands at `NOW`, but for how long things take."""

    def now(self) -> datetime:
        """Return `NOW`."""
        return NOW

    def monotonic(self) -> float:
        """Return the machine's seconds."""
        return time.monotonic()


class Timed(Database):
    """A database that remembers its longest transaction, from its beginning to its commit."""

    longest = 0.0

    @asynccontextmanager
    async def write(self, *, urgent: bool = True) -> AsyncGenerator[Session]:
        """Give the writer."""
        began = 0.0
        async with super().write(urgent=urgent) as session:
            began = time.perf_counter()
            yield session
        self.longest = max(self.longest, time.perf_counter() - began)


class Storing(DeliveryRows):
    """Deliveries that remember what CPU storing them took."""

    seconds = 0.0

    async def freeze(self, plans: Sequence[Plan], now: datetime) -> list[int | None]:
        """Store plans."""
        began = time.process_time()
        ids = await super().freeze(plans, now)
        self.seconds += time.process_time() - began
        return ids


@dataclass(frozen=True, slots=True)
class Ticked:
    """One tick, in seconds: CPU, of it for storing, the longest hold, the longest transaction."""

    cpu: float
    storing: float
    held: float
    transaction: float

    @property
    def choosing(self) -> float:
        """CPU seconds of everything but storing."""
        return self.cpu - self.storing


def unwanted() -> list[PaperDraft]:
    """Return papers that no query matches."""
    one = PaperDraft(("arxiv:0",), "", "nowhere", THURSDAY)
    return [
        replace(one, ids=(f"arxiv:0000.{number:05}",), title=f"Qx{number} zqy{number % 7}")
        for number in range(BESIDE)
    ]


async def prepared(file: Path, queries: Sequence[str], papers: Sequence[PaperDraft]) -> list[Paper]:
    """Make a database of papers and of readers who are all due; returns its papers."""
    async with Database.open(file) as database:
        rows = PaperRows(database)
        await rows.upsert(papers, NOW)
        await rows.note_health("huggingface", NOW, error=None)
        readers = [Reader(n, n, query) for n, query in enumerate(queries, start=1)]
        await put_readers(database, readers, Schedule("UTC", NINE, WEEKDAYS), LIMIT, NOW)
        return await rows.released_since(date.min)


async def late(most: list[float]) -> None:
    """Note how late one comes who wants the loop every millisecond."""
    while True:
        began = time.perf_counter()
        await asyncio.sleep(0.001)
        most[0] = max(most[0], time.perf_counter() - began - 0.001)


async def tick(file: Path, readers: int, *, watched: bool) -> Ticked:
    """Let the clock ring once on a copy of a database."""
    copy = file.with_suffix(".copy")
    shutil.copy(file, copy)
    clock: Clock = Standing()
    async with Timed.open(copy) as database:
        deliveries, papers = Storing(database), PaperRows(database)
        publisher = Publisher(
            SubscriptionRows(database), deliveries, RecentPapers(papers), NO_COURIER, clock
        )
        gc.collect()
        gc.freeze()  # as the bot does once it has started
        held = [0.0]
        watch = asyncio.create_task(late(held)) if watched else None
        await asyncio.sleep(0.01)
        began = time.process_time()
        made = await publisher.tick()
        cpu = time.process_time() - began
        if watch is not None:
            watch.cancel()
        assert made == readers
        longest = database.longest
    gc.unfreeze()
    copy.unlink()
    return Ticked(cpu, deliveries.seconds, held[0], longest)


class _NoCourier:
    """Nothing is brought out here."""

    def __getattr__(self, name: str) -> object:
        raise AssertionError(f"{name} was asked of a courier that is not there")


NO_COURIER: Final[Courier] = _NoCourier()  # type: ignore[assignment] - see there


def plainly(promises: Promises, wanted: Sequence[str], papers: Sequence[Paper]) -> None:
    """Match each query against each paper, and hold the index to the same."""
    ready = prepare(papers)
    queries = [parse(text) for text in wanted[:PLAIN]]
    began = time.process_time()
    plain = [hits_of(query, ready) for query in queries]
    middle = time.process_time()
    by_index = indexed(ready, papers)
    found = [hits_of(query, by_index) for query in queries]
    ended = time.process_time()
    what = f"matching {PLAIN:,} queries and {len(papers)} papers"
    promises.row(f"{what}, one by one", f"{middle - began:.2f} s of CPU")
    told = f"{ended - middle:.2f} s of CPU, {(middle - began) / (ended - middle):.0f} times faster"
    promises.row("  by the index", told)
    differing = sum(map(lambda one, other: one != other, plain, found))
    promises.row("  hits that differ", str(differing), "0", kept=differing == 0)


def count_matches(queries: Sequence[str], papers: Sequence[Paper]) -> int:
    """Return how many papers all of the queries match, taken together."""
    index = PaperIndex(prepare(papers).folded)
    return sum(len(index.hits(parse(text))) for text in queries)


def tell(promises: Promises, readers: int, ticked: Sequence[Ticked], matches: int) -> None:
    """Print the rows of one size."""
    measured, *watched = ticked
    promised = readers == PROMISED
    promises.row(
        f"choosing for {readers:,} readers",
        f"{measured.choosing:.2f} s of CPU",
        f"< {CPU:g} s" if promised else "",
        kept=not promised or measured.choosing < CPU,
    )
    each = measured.choosing / readers * 1e6
    told = f"{each:.0f} µs a reader, {measured.choosing / matches * 1e6:.0f} µs a match"
    promises.row(f"  {matches:,} matches", told)
    promises.row("  the whole tick, editions stored", f"{measured.cpu:.2f} s of CPU")
    held = min(one.held for one in watched)
    promises.row(
        "  longest hold of the event loop",
        f"{held * 1e3:.0f} ms",
        f"≤ {HELD * 1e3:.0f} ms",
        kept=held <= HELD,
    )
    transaction = min(one.transaction for one in watched)
    promises.row(
        "  longest transaction",
        f"{transaction * 1e3:.0f} ms",
        f"≤ {TRANSACTION * 1e3:.0f} ms",
        kept=transaction <= TRANSACTION,
    )


async def main() -> None:
    """Measure and tell."""
    logs.configure("warning", "json")
    promises, wanted, candidates = Promises(), list(wishes()), drafts()
    with tempfile.TemporaryDirectory() as folder:
        for size in READERS:
            file, queries = Path(folder) / f"{size}.db", wanted[:size]
            papers = await prepared(file, queries, candidates)
            if size == PLAIN:
                promises.row("papers, and what readers want", f"{len(papers)}, {kind()}")
                plainly(promises, wanted, papers)
            runs = 1 if size > PROMISED else RUNS
            ticked = [await tick(file, len(queries), watched=False)]
            ticked += [await tick(file, len(queries), watched=True) for _ in range(runs)]
            tell(promises, len(queries), ticked, count_matches(queries, papers))
            file.unlink()
            if size == PROMISED:
                await prepared(file, queries, [*candidates, *unwanted()])
                more = await tick(file, len(queries), watched=False)
                what = f"  the same with {BESIDE:,} papers more that nobody wants"
                promises.row(what, f"{more.choosing:.2f} s of CPU")
                file.unlink()
    promises.leave()


if __name__ == "__main__":
    asyncio.run(main())

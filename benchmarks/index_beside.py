"""The title index beside a running bot, measured: how long its event loop is held.

Rules: a library of papers stands in a database, the index of their titles is not there. An app is
opened as `paperboy run` opens it; a child process builds the index while a metronome ticks on the
event loop every millisecond and papers are stored as a poll would. The figure is the longest time
between two ticks, less the millisecond, while the index is built, opened, brought up to date and
swapped; then while a start opens the index that is there. A second metronome ticks all the
while in a process that does nothing else: what it is held up by is the machine's doing.

The promise is 20 ms, or what the machine does by itself where that is more. Run it as
``python benchmarks/index_beside.py [papers]``; without a number 200,000, or every title there is
where ``PAPERBOY_BENCH_FULL`` is set.
"""

from __future__ import annotations

import asyncio
import gc
import logging
import os
import resource
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

import structlog
from _library import ALL_TITLES, build
from _wire import Promises, today

from bot.compose import open_app
from bot.config import Database, Settings
from bot.core.papers import PaperDraft, Signals
from bot.process.title_workshop import TitleWorkshop, titles_folder
from bot.services.clock import SystemClock
from bot.services.titles import Titles
from bot.storage.database import Database as StoredPapers
from bot.storage.papers import PaperRows
from bot.storage.title_changes import TitleChanges

USUALLY = 200_000
MOST_MILLISECONDS = 20.0
BUILT, SWAPPED, STARTED = "built beside", "written, opened, swapped", "opened at a start"
ALONE = "--metronome"
WRITTEN = 98  # percent, from which on a child only writes
_TICK = 0.001


@dataclass(slots=True)
class Metronome:
    """Ticks on the event loop, and keeps the longest pause of each part of the piece."""

    part: Callable[[], str]
    longest: dict[str, float] = field(default_factory=dict[str, float])

    async def tick(self) -> None:
        """Tick until cancelled."""
        before = time.perf_counter()
        while True:
            await asyncio.sleep(_TICK)
            now = time.perf_counter()
            pause = (now - before - _TICK) * 1e3
            part = self.part()
            self.longest[part] = max(pause, self.longest.get(part, 0.0))
            before = now


def drafts(turn: int) -> list[PaperDraft]:
    """Make what a poll brings at once: ten new papers, each told of twice."""
    return [
        PaperDraft(
            (f"arxiv:9{turn:04}.{number % 10:05}",),
            f"A study that came meanwhile, number {number} of turn {turn}",
            "benchmark",
            today(),
            signals=Signals(number),
        )
        for number in range(20)
    ]


def resident() -> float:
    """Return this process's resident megabytes."""
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * resource.getpagesize() / 2**20


async def first_start(settings: Settings, metronome: Metronome) -> tuple[float, int]:
    """Let an app find no index; return the seconds until it has one, and the titles of it."""
    began = time.perf_counter()
    async with open_app(settings, sources=(), titles="kept") as app:
        metronome.part = lambda: BUILT if (app.titles.building or 0) < WRITTEN else SWAPPED
        settled = asyncio.ensure_future(app.titles.settled())
        turn = 0
        while not settled.done():
            await app.desk.ingest.store(drafts(turn := turn + 1))
            await asyncio.wait({settled}, timeout=0.5)
        assert app.titles.progress is None
        seconds = time.perf_counter() - began
        metronome.part = str
        return seconds, len(app.titles)


async def second_start(path: Path, metronome: Metronome) -> tuple[float, float]:
    """Let titles find their index; return the seconds until it is in use, and the megabytes."""
    async with StoredPapers.open(path) as database:
        workshop, clock = TitleWorkshop(path), SystemClock()
        titles = Titles(PaperRows(database), TitleChanges(database), workshop, clock)
        gc.collect()
        await asyncio.sleep(0.1)  # the metronome has seen that pause
        before, began = resident(), time.perf_counter()
        metronome.part = lambda: STARTED
        await titles.open()
        await titles.settled()
        seconds, grown = time.perf_counter() - began, resident() - before
        await asyncio.sleep(0.1)
        metronome.part = str
        assert titles.progress is None
        assert titles.complete("a study that came")
        await titles.close()
        return seconds, grown


async def measure(database: Path, promises: Promises) -> None:
    """Print the rows of one database."""
    settings = Settings(database=Database(path=database))
    metronome = Metronome(str)
    ticking = asyncio.create_task(metronome.tick())
    pipe = asyncio.subprocess.PIPE
    other = await asyncio.create_subprocess_exec(
        *(sys.executable, __file__, ALONE), stdin=pipe, stdout=pipe
    )
    seconds, titles = await first_start(settings, metronome)
    again, grown = await second_start(database, metronome)
    ticking.cancel()
    with suppress(asyncio.CancelledError):
        await ticking
    machine = float((await other.communicate(b""))[0])
    most = max(MOST_MILLISECONDS, machine)
    size = sum(file.stat().st_size for file in titles_folder(database).rglob("*"))
    promises.row(f"index of {titles:,} titles, built beside", f"{seconds:.1f} s")
    promises.row("  start with it", f"{again:.2f} s, {grown:.0f} MB")
    promises.row("  its folder", f"{size / 2**20:.0f} MB")
    promises.row("  an event loop with nothing to do, meanwhile", f"{machine:.1f} ms")
    for part in (BUILT, SWAPPED, STARTED):
        held = metronome.longest.get(part, 0.0)
        promises.row(
            f"  event loop held, {part}",
            f"{held:.1f} ms",
            f"≤ {most:.0f} ms",
            kept=held <= most,
        )


async def tick_alone() -> None:
    """Tick until standard input ends, and print the longest pause."""
    metronome = Metronome(str)
    ticking = asyncio.create_task(metronome.tick())
    await asyncio.to_thread(sys.stdin.read)
    ticking.cancel()
    print(metronome.longest[""])


def main(papers: int) -> None:
    """Make a library and measure."""
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.ERROR))
    promises = Promises()
    with tempfile.TemporaryDirectory() as folder:
        database = Path(folder) / "paperboy.db"
        build(database, papers, today())
        asyncio.run(measure(database, promises))
    promises.leave()


if __name__ == "__main__":
    if sys.argv[1:] == [ALONE]:
        asyncio.run(tick_alone())
        sys.exit()
    usually = ALL_TITLES if os.environ.get("PAPERBOY_BENCH_FULL") else USUALLY
    main(int(sys.argv[1]) if sys.argv[1:] else usually)

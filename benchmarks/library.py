"""A library of 1.46 million papers: `/search`, similar papers, and `/paper` over the wire.

Rules: `_library` makes the database once a run, by the real migrations and the storage room's own
functions. Every search of ``search_queries.txt`` is asked for its first page, best first and
newest first, one after the other, with what `/search` reads besides where nothing is found; the
time is from the query to the papers, in milliseconds. Papers evenly over the library are asked for
similar ones, from the paper's key to the list. Then `paperboy run` is a process on that
database against the loopback Discord, and somebody types titles: the time is from the interaction
to the answer. It begins once the title index is there, which may take a while. Where others use
the machine, processor times tell more than the clock's: they stand beside them, without a promise.

Run it as ``python benchmarks/library.py [papers] [folder]``; without papers all real titles where
they are there, else 50,000 made-up ones. A database that is in the folder already is used again,
one that is made there stays.
"""

from __future__ import annotations

import asyncio
import random
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from _library import ALL_TITLES, build, full_size, sample_titles
from _wire import Promises, today
from discord_loopback import Actor, Channel, DiscordServer
from paperboy_peer import event, fresh_paperboy
from papers_site import PapersSite

from bot.core.query import parse
from bot.services.similar import similar
from bot.storage.database import Database
from bot.storage.papers import PaperRows

SEARCHES = Path(__file__).with_name("search_queries.txt")
SMALLER = 50_000
PAGE = 8
SEARCH_LIMIT, TYPING_LIMIT = 100.0, 50.0  # ms, 99 of 100
TYPED, ASKED = 300, 60  # beginnings of titles, whole titles
PRESSED = 200  # papers that are asked for similar ones
READY = 600.0  # seconds for the title index
SEED = 20


@dataclass(frozen=True, slots=True)
class Spent:
    """What one question took, in milliseconds."""

    wall: float
    cpu: float
    what: str = ""
    stopped: bool = False


def p99(values: list[float]) -> float:
    """Return the value that 99 of 100 do not exceed."""
    return sorted(values)[min(int(len(values) * 0.99), len(values) - 1)]


def told(values: list[float]) -> str:
    """Return median, 99th percentile and greatest in words."""
    ordered = sorted(values)
    return f"p50 {ordered[len(ordered) // 2]:.1f}, p99 {p99(values):.1f}, max {ordered[-1]:.1f} ms"


def searches() -> list[str]:
    """Return the published searches. Raises `QuerySyntaxError` where one does not parse."""
    lines = SEARCHES.read_text("utf-8").splitlines()
    found = [line for line in lines if line and not line.startswith("# ")]
    for search in found:
        parse(search)
    return found


async def search_all(papers: PaperRows, sort: str) -> list[Spent]:
    """Ask every search once for its first page."""
    spent: list[Spent] = []
    for search in searches():
        wall, cpu = time.perf_counter(), time.process_time()
        page = await papers.search(parse(search), "best" if sort == "best" else "newest", 0, PAGE)
        if not page.papers:
            await papers.holdings()
        took = time.perf_counter() - wall, time.process_time() - cpu
        spent.append(Spent(took[0] * 1e3, took[1] * 1e3, search, page.stopped))
    return spent


async def measure_searches(database: Path, promises: Promises) -> None:
    """Print the rows of both orders, and their slowest searches beside the table."""
    async with Database.open(database) as opened:
        papers = PaperRows(opened)
        await papers.holdings()  # the bot counts them once, after every change
        for sort in ("newest", "best"):
            spent = await search_all(papers, sort)
            walls = [one.wall for one in spent]
            promises.row(
                f"/search, {sort} first, {len(spent)} searches",
                told(walls),
                f"p99 ≤ {SEARCH_LIMIT:.0f} ms",
                kept=p99(walls) <= SEARCH_LIMIT,
            )
            promises.row("  of which processor time", told([one.cpu for one in spent]))
            stopped = sum(one.stopped for one in spent)
            promises.row("  stopped early, and told so", str(stopped))
            for one in sorted(spent, key=lambda one: -one.wall)[:10]:
                print(f"    {one.wall:6.1f} ms, {one.cpu:6.1f} on the processor: {one.what[:80]}")


async def measure_similar(database: Path, promises: Promises) -> None:
    """Print how long similar papers take, and the slowest beside the table."""
    spent: list[Spent] = []
    shown = 0
    async with Database.open(database) as opened:
        papers = PaperRows(opened)
        last = (await papers.titles())[-1].key
        for key in range(last, 0, -max(1, last // PRESSED)):
            wall, cpu = time.perf_counter(), time.process_time()
            (paper,) = (await papers.get([key])).values()
            shown += len(await similar(papers, paper))
            took = time.perf_counter() - wall, time.process_time() - cpu
            spent.append(Spent(took[0] * 1e3, took[1] * 1e3, paper.title))
    walls = [one.wall for one in spent]
    promises.row(
        f"similar papers, of {len(spent)}",
        told(walls),
        f"p99 ≤ {SEARCH_LIMIT:.0f} ms",
        kept=p99(walls) <= SEARCH_LIMIT,
    )
    promises.row("  of which processor time", told([one.cpu for one in spent]))
    promises.row("  papers shown for each", f"{shown / len(spent):.2f}")
    for one in sorted(spent, key=lambda one: -one.wall)[:5]:
        print(f"    {one.wall:6.1f} ms, {one.cpu:6.1f} on the processor: {one.what[:80]}")


async def ready(person: Actor, channel: Channel, title: str) -> float:
    """Wait until titles are completed; returns the seconds that took."""
    began = time.perf_counter()
    while time.perf_counter() - began < READY:
        if (await person.autocomplete(channel, "paper", "title", title)).choices:
            return time.perf_counter() - began
        await asyncio.sleep(1)
    raise TimeoutError("the title index is not there")


async def over_the_wire(database: Path, promises: Promises) -> None:
    """Type beginnings of titles and ask for whole ones, and print the rows."""
    chance = random.Random(SEED)
    titles = [title for title in sample_titles(database, TYPED + ASKED) if len(title) > 3]
    chance.shuffle(titles)
    typing: list[float] = []
    asking: list[float] = []
    offered = 0
    async with DiscordServer() as server, PapersSite() as site:
        channel = server.add_guild("Reading group").add_text_channel("papers")
        person = server.add_user("Ada")
        async with fresh_paperboy(server, site, database) as bot:
            await event(bot, "clock_started")
            waited = await ready(person, channel, titles[0])
            for title in titles[:TYPED]:
                typed = title[: chance.randint(2, min(40, len(title)))]
                answer = await person.autocomplete(channel, "paper", "title", typed)
                typing.append(answer.elapsed * 1e3)
                offered += bool(answer.choices)
                assert all(0 < len(choice["name"]) <= 100 for choice in answer.choices or [])
            for title in titles[TYPED:]:
                answer = await person.slash(channel, "paper", {"title": title[:1_000]})
                asking.append(answer.elapsed * 1e3)
                assert answer.message.text
            await bot.stop()
    promises.row("start until titles are completed", f"{waited:.1f} s")
    promises.row(
        f"/paper while typing, {len(typing)} beginnings",
        told(typing),
        f"p99 ≤ {TYPING_LIMIT:.0f} ms",
        kept=p99(typing) <= TYPING_LIMIT,
    )
    promises.row("  with something to choose", f"{offered / len(typing):.3f}")
    promises.row(f"/paper, {len(asking)} titles", told(asking))


async def measure(papers: int, folder: Path) -> Promises:
    """Make the database where it is not there yet, and print all rows."""
    promises = Promises()
    database = folder / f"library-{papers}.db"
    if not database.exists():
        made = build(database.with_suffix(".part"), papers, today())
        database.with_suffix(".part").rename(database)
        promises.row(f"a library of {made.papers:,} papers, {made.kind}", f"{made.seconds:.0f} s")
    promises.row("  on disk", f"{database.stat().st_size / 2**20:,.0f} MB")
    await measure_searches(database, promises)
    await measure_similar(database, promises)
    await over_the_wire(database, promises)
    return promises


def main(arguments: list[str]) -> None:
    """Measure in the folder named, or in one that is gone afterwards."""
    papers = int(arguments[0]) if arguments else ALL_TITLES if full_size() else SMALLER
    if len(arguments) > 1:
        promises = asyncio.run(measure(papers, Path(arguments[1])))
    else:
        with tempfile.TemporaryDirectory() as folder:
            promises = asyncio.run(measure(papers, Path(folder)))
    promises.leave()


if __name__ == "__main__":
    main(sys.argv[1:])

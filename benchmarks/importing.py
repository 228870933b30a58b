"""Importing, measured: recorded days through the whole path, in papers a second.

Rules: the path is the one of `paperboy import`: a file is read and parsed, its papers are stored
with their full-text rows in short durable transactions, and the title index learns of them. Then
the same files come once more, and every paper has to be as it was. The ratio is to a plain
`executemany` of the same papers' main columns into one table in one transaction, in the same run:
what SQLite alone would take for rows without ids, full text, index or merging. The days are the
recorded ones where ``shared/data`` stands beside the project, else made up.
"""

from __future__ import annotations

import asyncio
import logging
import sqlite3
import tempfile
import time
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import structlog
from _wire import SHARED_DAYS, Promises, made_days, today

from bot.process.title_workshop import TitleWorkshop
from bot.services.clock import SystemClock
from bot.services.ingest import Ingest
from bot.services.titles import Titles
from bot.sources.huggingface import read_file
from bot.storage.database import Database
from bot.storage.papers import PaperRows
from bot.storage.title_changes import TitleChanges

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.core.papers import PaperDraft

MOST = 12_000  # papers; more tell nothing new
MADE = 8_000


def files_in(folder: Path) -> tuple[str, list[Path]]:
    """Return what kind of days there are, and their files."""
    recorded = sorted(SHARED_DAYS.glob("*.json"))
    if recorded:
        return "recorded", recorded
    return "made-up", made_days(folder, MADE, 30, today())


def plainly(drafts: Sequence[PaperDraft], path: Path) -> float:
    """Return the seconds that plain sqlite3 takes for the drafts' main columns."""
    rows = [
        (one.ids[0], one.title, one.abstract, ", ".join(one.authors), str(one.released))
        for one in drafts
    ]
    began = time.perf_counter()
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE paper (id TEXT, title TEXT, abstract TEXT, authors, day)")
    with connection:
        connection.executemany("INSERT INTO paper VALUES (?, ?, ?, ?, ?)", rows)
    connection.close()
    return time.perf_counter() - began


async def whole_path(ingest: Ingest, files: Sequence[Path]) -> tuple[float, list[int]]:
    """Return the seconds for all files, and how many papers were new, updated, unchanged."""
    counts = [0, 0, 0]
    began = time.perf_counter()
    for file in files:
        stored = await ingest.store(read_file(file).papers)
        for place, more in enumerate((len(stored.new), len(stored.updated), stored.unchanged)):
            counts[place] += more
    return time.perf_counter() - began, counts


async def main() -> None:
    """Import twice and print the rows."""
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.ERROR))
    promises = Promises()
    with tempfile.TemporaryDirectory() as folder:
        kind, files = files_in(Path(folder))
        drafts: list[PaperDraft] = []
        used: list[Path] = []
        began = time.perf_counter()
        for file in files:
            drafts += read_file(file).papers
            used.append(file)
            if len(drafts) >= MOST:
                break
        reading = time.perf_counter() - began
        plain = plainly(drafts, Path(folder) / "plain.db")
        async with Database.open(Path(folder) / "paperboy.db") as opened:
            rows = PaperRows(opened)
            clock = SystemClock()
            titles = Titles(rows, TitleChanges(opened), TitleWorkshop(), clock)
            await titles.open()
            ingest = Ingest(rows, titles, (), clock)
            first, counts = await whole_path(ingest, used)
            before = await rows.released_since(date.min)
            second, again = await whole_path(ingest, used)
            after = await rows.released_since(date.min)
    papers = len(drafts)
    promises.row(f"import of {papers:,} {kind} papers, {len(used)} files", f"{first:.1f} s")
    promises.row("import rate, all new", f"{papers / first:,.0f} papers/s")
    promises.row("import rate, nothing changed", f"{papers / second:,.0f} papers/s")
    promises.row("  of which reading and parsing", f"{papers / reading:,.0f} papers/s")
    promises.row("import / plain executemany", f"{first / plain:,.0f} ×")
    told = f"{again[0]:,} new, {again[1]:,} touched, {again[2]:,} unchanged"
    promises.row("  the second import's counts", told, "0 new", kept=again[0] == 0)
    different = sum(one != other for one, other in zip(before, after, strict=True))
    promises.row("papers other than before it", str(different), "0", kept=different == 0)
    lost = papers - sum(counts)
    promises.row("papers lost by the first", str(lost), "0", kept=lost == 0)
    promises.leave()


if __name__ == "__main__":
    asyncio.run(main())

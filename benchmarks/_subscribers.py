"""Readers to measure with, what each of them wants, and the papers they choose from.

Rules: the wishes are the simulated ones, drawn from what people really ask for, where
``shared/data`` stands beside the project (packed, for which the program ``zstd`` is needed); else
they are made up. No two are alike. A wish that the query language refuses (a keyword of nothing but
signs) is passed over. The papers are the newest of recorded days, else made up, too.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Final

from _paths import ROOT, SHARED_DAYS
from _wire import FIELDS, METHODS, WORKS, made_days

from bot.core.papers import PaperDraft
from bot.core.query import QuerySyntaxError, parse, unparse
from bot.core.schedules import Schedule, format_days
from bot.sources.huggingface import read_file
from bot.storage.database import Database

PACKED: Final = ROOT / ".." / "shared" / "data" / "subscriptions" / "subscribers_100k.jsonl.zst"
PAPERS: Final = 120
DAYS: Final = 8
THURSDAY: Final = date(2026, 8, 13)
"""The last recorded day: with the seven before it, it brought 127 papers."""


@dataclass(frozen=True, slots=True)
class Reader:
    """A reader: Discord's ids of the person and of their direct messages, and what they want."""

    user: int
    channel: int
    query: str


def wishes() -> Iterator[str]:
    """Yield queries in their canonical spelling, 100,000 real ones or as many made-up ones."""
    program = shutil.which("zstd")
    if program is None or not PACKED.is_file():
        yield from map(made_query, range(100_000))
        return
    with subprocess.Popen([program, "-dcq", str(PACKED)], stdout=subprocess.PIPE) as unpacking:
        assert unpacking.stdout is not None
        try:
            for line in unpacking.stdout:
                try:
                    yield unparse(parse(query_of(json.loads(line))))
                except QuerySyntaxError:
                    continue
        finally:
            unpacking.kill()


def kind() -> str:
    """Say what the wishes are."""
    return "real" if PACKED.is_file() and shutil.which("zstd") else "made-up"


def query_of(told: dict[str, list[str] | int]) -> str:
    """Write down what a subscriber wants: any keyword, any category, and votes enough."""
    keywords, categories, least = told["keywords"], told["categories"], told["min_upvotes"]
    assert isinstance(keywords, list)
    assert isinstance(categories, list)
    any_of = " | ".join([*(f'"{one}"' for one in keywords), *(f"category:{c}" for c in categories)])
    return f"({any_of}) upvotes:>={least}" if least else any_of


def made_query(number: int) -> str:
    """Make up a query: a phrase that few papers have, a field, and a word of the reader's own."""
    method, field, work = (
        words[number // 10**place % 10] for place, words in enumerate((METHODS, FIELDS, WORKS))
    )
    return unparse(parse(f'("{method} {work}" | own{number}) {field} | own{number} upvotes:>=40'))


def drafts(last: date = THURSDAY) -> list[PaperDraft]:
    """Return the papers to choose from, the newest as if they had come out on `last`."""
    days = [THURSDAY - timedelta(days=back) for back in range(DAYS)]
    files = [SHARED_DAYS / f"{day}.json" for day in days]
    with tempfile.TemporaryDirectory() as folder:
        if not SHARED_DAYS.is_dir():
            files = made_days(Path(folder), PAPERS, PAPERS // 5, THURSDAY)
        found = [paper for file in files if file.is_file() for paper in read_file(file).papers]
    by = last - THURSDAY
    several = {paper.ids: replace(paper, released=paper.released + by) for paper in found}
    return list(several.values())[:PAPERS]


async def put_readers(
    database: Database, readers: Iterable[Reader], schedule: Schedule, limit: int, due: datetime
) -> None:
    """Put readers into a database, all of them next due at one instant."""
    moment, those = int(due.timestamp()), list(readers)
    at, days = schedule.at.isoformat("minutes"), format_days(schedule.days)
    wish: Sequence[str | int] = (schedule.timezone, at, days, limit, moment, moment)
    async with database.write() as session:
        await session.run_many(
            "INSERT INTO user (id, dm_channel, created) VALUES (?, ?, ?)",
            [(one.user, one.channel, moment) for one in those],
        )
        await session.run_many(
            """INSERT INTO subscription (user, created_by, query, timezone, at, days, most,
                   next_due, created, language, machine_text, silent, notes)
               VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 'en', 1, 1, 'problems')""",
            [(one.user, one.user, one.query, *wish) for one in those],
        )

"""What the benchmarks share: made-up papers, a database full of them, and rows to print.

A row is `what<TAB>figure<TAB>promise`. `Promises` prints them and remembers what was not kept, so
that a script ends with the exit code that `.ci/bench.py` looks at.
"""

from __future__ import annotations

import json
import sys
import tempfile
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import NoReturn

from _paths import SHARED_DAYS

from bot.process.title_workshop import TitleWorkshop
from bot.services.clock import SystemClock
from bot.services.ingest import Ingest
from bot.services.titles import Titles
from bot.sources.huggingface import read_file
from bot.storage.database import Database
from bot.storage.papers import PaperRows
from bot.storage.title_changes import TitleChanges

__all__ = ["FIELDS", "SHARED_DAYS", "Promises", "fill", "made_days", "today"]

PAPERS = 5_000

FIELDS = "vision language robots proteins graphs speech agents diffusion planning retrieval".split()
METHODS = "sparse gentle causal hidden latent modular frugal nested patient curious".split()
WORKS = (
    "attention memory search editing translation control folding routing sampling proofs".split()
)


@dataclass(slots=True)
class Promises:
    """The rows of one script."""

    broken: list[str] = field(default_factory=list[str])

    def row(self, what: str, figure: str, promise: str = "", *, kept: bool = True) -> None:
        """Print a row; one whose promise is not kept says so."""
        if not kept:
            self.broken.append(what)
            promise += ", NOT KEPT"
        print(what, figure, promise, sep="\t", flush=True)

    def leave(self) -> NoReturn:
        """End the script: 0 if all was kept."""
        sys.exit(1 if self.broken else 0)


def today() -> date:
    """Return the day that the process under test lives in."""
    return datetime.now(UTC).date()  # noqa: TID251 - the process under test lives in real time


def made_item(number: int, day: date) -> dict[str, object]:
    """Return an item of Hugging Face's answer, made up; no two have the same title."""
    method, topic, work = (
        words[number // 10**place % 10] for place, words in enumerate((METHODS, FIELDS, WORKS))
    )
    title = f"{method.capitalize()} {work} for {topic}, study {number}"
    return {
        "paper": {
            "id": f"{day:%y%m}.{number % 100_000:05d}",
            "title": title,
            "summary": f"We study {method} {work} for {topic}. " * 20,
            "authors": [{"name": f"Ada {topic.capitalize()}"}, {"name": f"Max Number {number}"}],
            "publishedAt": f"{day}T00:00:00.000Z",
            "submittedOnDailyAt": f"{day}T00:00:00.000Z",
            "upvotes": number * 7 % 100,
        },
        "title": title,
        "publishedAt": f"{day}T00:00:00.000Z",
        "numComments": number % 5,
    }


def made_days(folder: Path, papers: int, papers_a_day: int, last: date) -> list[Path]:
    """Write made-up papers as recorded answers, one file a day back from `last`."""
    files: list[Path] = []
    for back, first in enumerate(range(0, papers, papers_a_day)):
        day = last - timedelta(days=back)
        items = [made_item(n, day) for n in range(first + 1, min(first + papers_a_day, papers) + 1)]
        files.append(folder / f"{day}.json")
        files[-1].write_text(json.dumps(items), "utf-8")
    return files


async def fill(database: Path, last: date | None = None) -> None:
    """Put 5,000 made-up papers into a database, made where there is none; the newest are of the day
    `last`, else of today.
    """
    with tempfile.TemporaryDirectory() as folder:
        files = made_days(Path(folder), PAPERS, 25, last or today())
        async with Database.open(database) as opened:
            rows = PaperRows(opened)
            clock = SystemClock()
            titles = Titles(rows, TitleChanges(opened), TitleWorkshop(), clock)
            ingest = Ingest(rows, titles, (), clock)
            for file in files:
                await ingest.store(read_file(file).papers)
            assert (await rows.holdings()).papers >= PAPERS

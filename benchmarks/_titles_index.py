"""One corpus, measured in a fresh process: the index is built, saved, loaded, asked and added to.

Rules: memory is what this process holds beyond an interpreter with numpy and rapidfuzz, the pages
of mapped files included; what those two take is told beside it. The titles are read a line at a
time and never held, so nothing of them has to be subtracted. Building and adding, which happen
once, are told in CPU time: the machine has other things to do. Loading is the fastest of three,
from a disk cache that is warm.

Run by `titles.py` as ``python _titles_index.py FOLDER SIZE PASSES [resolve]``.
"""

from __future__ import annotations

import gc
import importlib
import os
import random
import sys
import time
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

import psutil
from _titles_data import SEED
from _titles_figures import (
    Asked,
    Measured,
    asked,
    corpus_file,
    index_folder,
    lines_of,
    measured_file,
    queries_file,
    tell,
    write,
)
from _titles_queries import BEGUN, Query, written_queries

if TYPE_CHECKING:
    from bot.core.lookup import Match
    from bot.titles import TitleIndex

LIBRARIES: Final = ("numpy", "rapidfuzz.process", "rapidfuzz.distance")
LOADS: Final = 3
ADDED: Final = 1_000
LIMIT, OFFERED = 10, 25  # how many answers a search and a completion may bring


def resident() -> int:
    """Return this process's resident bytes."""
    gc.collect()
    return psutil.Process().memory_info().rss


def peak() -> int:
    """Return the most that this process ever held, 0 where the system does not tell."""
    status = Path("/proc/self/status")
    lines = status.read_text().splitlines() if status.exists() else []
    return sum(int(line.split()[1]) * 1024 for line in lines if line.startswith("VmHWM"))


def cpu() -> float:
    """Return the CPU seconds of this process and of its children that have ended."""
    return sum(os.times()[:4])


def ids(matches: Sequence[Match]) -> list[str]:
    """Return whose the matches are."""
    return [match.paper_id for match in matches]


def resolved(index: TitleIndex, queries: Sequence[Query], answers: Sequence[Asked]) -> list[Asked]:
    """Note what `resolve` says of each query."""
    from bot.core.lookup import Found  # noqa: PLC0415 - as in main

    noted: list[Asked] = []
    for query, answer in zip(queries, answers, strict=True):
        said = index.resolve(query.text)
        found = ""
        if isinstance(said, Found):
            found = "right" if said.match.paper_id in query.right else "wrong"
        noted.append(replace(answer, found=found))
    return noted


def added(index: TitleIndex, file: Path) -> tuple[list[float], int]:
    """Add titles that are heads and tails of real ones; returns milliseconds and how many are lost.

    Lost is one that the next search for it does not bring in first place, or beside an equal.
    """
    chance = random.Random(SEED)
    pool = [title.split() for _, title in zip(range(ADDED * 4), lines_of(file), strict=False)]
    times: list[float] = []
    lost = 0
    for number in range(ADDED):
        one, other = chance.choice(pool), chance.choice(pool)
        title = " ".join([*one[: len(one) // 2 + 1], *other[len(other) // 2 :], f"n{number}ew"])
        began = time.thread_time()
        index.add(f"new {number}", title)
        times.append((time.thread_time() - began) * 1e3)
        best = index.search(title, 3)
        lost += f"new {number}" not in [one.paper_id for one in best if one.score == best[0].score]
    return times, lost


def main(folder: Path, size: int, passes: int, *, resolving: bool) -> None:
    """Measure and write the figures."""
    bare = resident()
    for library in LIBRARIES:
        importlib.import_module(library)
    bare, libraries = (now := resident()), now - bare
    from bot.titles import TitleIndex  # noqa: PLC0415 - only now, for what it takes belongs to the figure

    tell(f"{size:,} titles: building")
    began, began_wall = cpu(), time.perf_counter()
    index = TitleIndex.build(
        (str(row), title) for row, title in enumerate(lines_of(corpus_file(folder, size)))
    )
    build, build_wall = cpu() - began, time.perf_counter() - began_wall
    assert len(index) == size
    saved = index_folder(folder, size)
    index.save(saved)
    loads: list[float] = []
    for _ in range(LOADS):
        del index
        began = time.perf_counter()
        index = TitleIndex.load(saved)
        loads.append(time.perf_counter() - began)
    loaded, highest = resident() - bare, peak()
    queries = written_queries(queries_file(folder, size))
    unasked = resident()
    whole = [query for query in queries if query.cls not in BEGUN]
    begun = [query for query in queries if query.cls in BEGUN]
    tell(f"{size:,} titles: asking {len(whole):,} + {len(begun):,} queries")

    def search(text: str) -> list[str]:
        return ids(index.search(text, LIMIT))

    def complete(text: str) -> list[str]:
        return ids(index.complete(text, OFFERED))

    for query in queries[:20]:  # what is done once, at the first question, is no question's time
        search(query.text)
        complete(query.text)
    searches, completions = asked(whole, search, passes), asked(begun, complete, passes)
    if resolving:
        searches = resolved(index, whole, searches)
    grown = resident() - unasked
    times, lost = added(index, corpus_file(folder, size))
    write(
        measured_file(folder, size),
        Measured(
            size=size,
            build=build,
            build_wall=build_wall,
            load=min(loads),
            disk=sum(file.stat().st_size for file in saved.rglob("*") if file.is_file()),
            loaded=loaded,
            asked=loaded + grown,
            peak=highest,
            libraries=libraries,
            searches=searches,
            completions=completions,
            adds=times,
            lost=lost,
        ),
    )


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]), resolving="resolve" in sys.argv)

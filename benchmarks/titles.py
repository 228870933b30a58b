"""The title index, measured: right answers, speed, memory, its peers, and hostile texts.

Rules: the titles and queries are the recorded ones where they are at hand, else made up
(`_titles_data.py`, `_titles_queries.py`). Every size is measured in a fresh process, and so are
the peers. Right answers are counted, and speeds promised, among all titles there are; two promises
hold among 3,000,000, of which the rest is made up near to real ones. A query's time is the fastest
of three, in CPU time, for the machine has other things to do. What a hostile text took too long
for, or raised, is told on standard error, as is how far it has come.

Run it as ``python benchmarks/titles.py [part…]``; the parts are `small`, `full`, `huge`, `peers`
and `hostile`, and without a word it is all of them. ``--hostile N`` asks that many hostile texts.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Collection
from pathlib import Path
from typing import Final

from _titles_data import Titles, read_titles, recorded_votes, write_corpus
from _titles_figures import (
    Measured,
    Storm,
    begun_file,
    corpus_file,
    measured,
    peers,
    queries_file,
    storm,
    tell,
    votes_file,
)
from _titles_queries import Query, read_queries, write_queries
from _titles_rows import (
    Table,
    begun_rows,
    huge_rows,
    memory_row,
    peer_rows,
    quality_rows,
    small_rows,
    speed_rows,
    storm_rows,
)
from _wire import Promises

PARTS: Final = ("small", "full", "huge", "peers", "hostile")
SMALL, MIDDLE, HUGE = 10_000, 100_000, 3_000_000
HOSTILE: Final = 100_000
MOST_MEMORY, MOST_MEMORY_HUGE = 300, 600  # MB
PASSES: Final = 3
AT_ONCE: Final = min(4, os.cpu_count() or 1)  # processes for the hostile texts
HERE: Final = Path(__file__).parent


class Bench:
    """A folder with the corpora, and the processes that measure them."""

    def __init__(self, folder: Path, rows: Titles, queries: list[Query]) -> None:
        self._folder = folder
        self._rows = rows
        self._queries = queries
        self._needed = {its for query in queries for its in query.right}
        self.full = len(rows.ids)

    def write(self, sizes: Collection[int]) -> None:
        """Write the corpora of these sizes, and forget the titles."""
        for size in sorted(sizes):
            places = write_corpus(corpus_file(self._folder, size), self._rows, size, self._needed)
            write_queries(queries_file(self._folder, size), self._queries, places)
            if size == self.full:
                votes = recorded_votes()
                by_row = {str(places[its]): votes[its] for its in votes.keys() & places.keys()}
                votes_file(self._folder).write_text(json.dumps(by_row), "utf-8")
        self._rows = Titles(self._rows.kind, [], [])

    def index(self, size: int, passes: int = PASSES, *words: str) -> Measured:
        """Measure the index of a size."""
        self._run("_titles_index.py", size, passes, *words)
        return measured(self._folder, size)

    def begun(self) -> dict[str, dict[str, float]]:
        """Count what the beginnings of titles tell, among all titles."""
        self._run("_titles_begun.py", self.full)
        return json.loads(begun_file(self._folder).read_text("utf-8"))

    def peers(self, table: Table, ours: dict[int, Measured]) -> None:
        """Measure the peers at the sizes that we were measured at."""
        for size in ours:
            self._run("_titles_peers.py", size)
        peer_rows(table, [peer for size in ours for peer in peers(self._folder, size)], ours)

    def hostile(self, count: int) -> list[Storm]:
        """Ask the full index hostile texts, in several processes at once."""
        running = [
            subprocess.Popen(self._command("_titles_storm.py", self.full, count, part, AT_ONCE))
            for part in range(AT_ONCE)
        ]
        codes = [process.wait() for process in running]
        if any(codes):
            sys.exit(f"hostile texts: exit codes {codes}")
        return [storm(self._folder, part) for part in range(AT_ONCE)]

    def _command(self, script: str, *words: object) -> list[str]:
        return [sys.executable, str(HERE / script), str(self._folder), *map(str, words)]

    def _run(self, script: str, *words: object) -> None:
        subprocess.run(self._command(script, *words), check=True)


def measure(bench: Bench, parts: Collection[str], hostile: int, table: Table) -> None:
    """Measure what is asked for, and print the rows."""
    peers_ = {SMALL, MIDDLE} if "peers" in parts else set[int]()
    small = {SMALL} if "small" in parts else set[int]()
    full = {bench.full} if {"full", "hostile"} & set(parts) else set[int]()
    huge = {HUGE} if "huge" in parts else set[int]()
    bench.write({*peers_, *small, *full, *huge})
    if full:
        one = bench.index(bench.full, PASSES, "resolve")
        quality_rows(table, one)
        if "full" in parts:
            begun_rows(table, one, bench.begun())
        speed_rows(table, one)
        memory_row(table, one, MOST_MEMORY)
    if huge:
        one = bench.index(HUGE)
        huge_rows(table, one)
        memory_row(table, one, MOST_MEMORY_HUGE)
    ours = {size: bench.index(size) for size in sorted({*small, *peers_})}
    if small:
        small_rows(table, ours[SMALL])
    if peers_:
        bench.peers(table, ours)
    if "hostile" in parts:
        storms = bench.hostile(hostile)
        storm_rows(table, storms)
        slow = sorted(line for storm_ in storms for line in storm_.slow)
        for line in (*slow[::-1], *(line for storm_ in storms for line in storm_.raised)):
            tell(line)


def main() -> None:
    """Read the command line, the titles and the queries; measure; end with 1 if one is broken."""
    parser = argparse.ArgumentParser(description="Measure the title index.")
    parser.add_argument("parts", nargs="*", metavar="part", help=", ".join(PARTS))
    parser.add_argument("--hostile", type=int, default=HOSTILE, help="how many hostile texts")
    words = parser.parse_args()
    if unknown := set(words.parts) - set(PARTS):
        parser.error(f"no such part: {', '.join(sorted(unknown))}")
    tell("reading titles and queries")
    rows = read_titles()
    queries = read_queries(rows)
    table = Table(Promises())
    table.row("title lookup", f"{len(rows.ids):,} {rows.kind} titles, {len(queries):,} queries")
    with tempfile.TemporaryDirectory() as folder:
        bench = Bench(Path(folder), rows, queries)
        del rows
        measure(bench, words.parts or PARTS, words.hostile, table)
    table.promises.leave()


if __name__ == "__main__":
    main()

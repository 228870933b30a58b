"""Hostile texts against a saved index, in a fresh process: how long each takes, what is slow.

Rules: every text goes to `search`, `complete` and `resolve`, each timed in CPU time, for the
machine has other things to do. What takes longer than half of what is allowed is asked twice more,
and its fastest time counts, unless it is hopeless. A text is told by its kind, its number among
those of the seed, its length and its beginning, so that it can be made again; an error, which none
should raise, with its trace.

Run by `titles.py` as ``python _titles_storm.py FOLDER SIZE COUNT PART PARTS``.
"""

from __future__ import annotations

import sys
import time
import traceback
from collections.abc import Callable
from itertools import islice
from pathlib import Path
from typing import Final

from _paths import ROOT
from _titles_data import SEED
from _titles_figures import Storm, corpus_file, index_folder, lines_of, storm_file, tell, write
from hostile_texts import hostile_texts

from bot.titles import TitleIndex

ALLOWED: Final = 50.0  # milliseconds
DOUBTED, HOPELESS = ALLOWED / 2, ALLOWED * 10
GIVEN: Final = 20_000  # titles that the texts are made from
SHOWN: Final = 60  # characters of a text
OFTEN: Final = 10_000


def timed(ask: Callable[[str], object], text: str) -> float:
    """Return the milliseconds that an answer takes."""
    spent = float("inf")
    for _ in range(3):
        began = time.thread_time()
        ask(text)
        spent = min(spent, (time.thread_time() - began) * 1e3)
        if not DOUBTED < spent < HOPELESS:
            break
    return spent


def main(folder: Path, size: int, count: int, part: int, parts: int) -> None:
    """Ask this part of the texts, and write what came of it."""
    index = TitleIndex.load(index_folder(folder, size))
    titles = list(islice(lines_of(corpus_file(folder, size)), None, None, max(1, size // GIVEN)))
    asks = {"search": index.search, "complete": index.complete, "resolve": index.resolve}
    storm = Storm({name: [] for name in asks}, [], [])
    for number, (kind, text) in enumerate(hostile_texts(count, SEED, titles)):
        if number % OFTEN == 0 and part == 0:
            tell(f"{number:,} of {count:,} hostile texts")
        if number % parts != part:
            continue
        name = f"{kind}, number {number}, {len(text):,} characters, {text[:SHOWN]!a}"
        for method, ask in asks.items():
            try:
                spent = timed(ask, text)
            except Exception:  # noqa: BLE001 - every error is a finding
                trace = traceback.format_exc(limit=-3).replace(str(ROOT), "")
                storm.raised.append(f"{method}: {name}\n{trace}")
                continue
            storm.times[method].append(spent)
            if spent > ALLOWED:
                storm.slow.append(f"{spent:8.1f} ms  {method}: {name}")
    write(storm_file(folder, part), storm)


if __name__ == "__main__":
    main(Path(sys.argv[1]), *map(int, sys.argv[2:]))

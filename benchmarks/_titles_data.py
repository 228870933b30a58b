"""Titles to measure with, and the corpora of every size that are made of them.

Rules: the titles are real ones where ``shared/data`` stands beside the project (packed, for which
the program ``zstd`` is needed) or where ``PAPERBOY_TITLES`` names an unpacked copy; else they are
made up. A smaller corpus holds the titles that are asked for, and of the others as many as fit,
drawn by chance; a larger one holds all, and made-up ones that are hard to tell from them: a title
with a word exchanged, or the head of one with the tail of another. A paper's id is its row, and a
corpus is a file of one title a line, so that whoever measures memory need not hold the titles.
"""

from __future__ import annotations

import json
import os
import random
import shutil
import subprocess
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from _paths import ROOT

SEED: Final = 20
SHARED: Final = ROOT / ".." / "shared" / "data"
MADE: Final = 1_456_069  # as many made-up titles as there are real ones
SYLLABLES: Final = (
    "ba ce di fo gu ha je ki lo mu na pe qui ro su ta ve wi xo yu zar len tor min qua".split()
)
LINKS: Final = "of for with in via under from and".split()
NAMED: Final = 0.2  # share of the made-up titles that have a name before a colon
LONGEST: Final = 300


@dataclass(frozen=True, slots=True)
class Titles:
    """Titles and the ids that they have in the data, row by row; `kind` is “real” or “made-up”."""

    kind: str
    ids: list[str]
    titles: list[str]


def read_titles() -> Titles:
    """Read the real titles, or make up as many."""
    lines = real_lines()
    if lines is None:
        titles = made_titles(MADE, SEED)
        return Titles("made-up", list(map(str, range(MADE))), titles)
    rows = [line.split("\t")[:2] for line in lines]
    return Titles("real", [row[0] for row in rows], [row[1] for row in rows])


def real_lines() -> list[str] | None:
    """Return the lines of the file of real titles; none where it is not at hand."""
    unpacked = os.environ.get("PAPERBOY_TITLES")
    if unpacked:
        return Path(unpacked).read_text("utf-8").rstrip("\n").split("\n")
    packed, program = SHARED / "titles.tsv.zst", shutil.which("zstd")
    if program is None or not packed.is_file():
        return None
    text = subprocess.run([program, "-dcq", packed], capture_output=True, check=True).stdout
    return text.decode().rstrip("\n").split("\n")


def recorded_votes() -> dict[str, float]:
    """Return the votes of papers on the recorded days of Hugging Face, by id; none without them."""
    votes: dict[str, float] = {}
    for day in sorted((SHARED / "hf_daily").glob("*.json")):
        papers = [item.get("paper") or {} for item in json.loads(day.read_text("utf-8"))]
        votes |= {
            f"arxiv:{paper['id']}": float(paper["upvotes"])
            for paper in papers
            if "id" in paper and paper.get("upvotes")
        }
    return votes


def made_titles(count: int, seed: int) -> list[str]:
    """Make titles of words as unevenly common as real ones are; a seed's words are its own."""
    chance = random.Random(seed)
    words = sorted({"".join(chance.choices(SYLLABLES, k=2 + n % 3)) for n in range(40_000)})
    chance.shuffle(words)
    number = len(words)
    titles: list[str] = []
    for _ in range(count):
        chosen = [
            words[int(number * chance.random() ** 3)] for _ in range(4 + chance.getrandbits(3))
        ]
        chosen.insert(2, LINKS[chance.getrandbits(3)])
        if chance.random() < NAMED:
            chosen.insert(0, f"{''.join(chance.choices(SYLLABLES, k=3)).upper()}:")
        titles.append(" ".join(chosen))
    return titles


def write_corpus(file: Path, rows: Titles, size: int, needed: Collection[str]) -> dict[str, int]:
    """Write a corpus of exactly `size` titles and return the row of each of its ids.

    All that are `needed` are in it, unchanged and without a made-up near duplicate.
    """
    there = len(rows.ids)
    chosen: Sequence[int] = range(there)
    if size < there:
        kept = [row for row, its in enumerate(rows.ids) if its in needed]
        chance = random.Random(SEED)
        others = [row for row, its in enumerate(rows.ids) if its not in needed]
        chosen = sorted([*kept, *chance.sample(others, size - len(kept))])
    with file.open("w", encoding="utf-8", newline="\n") as out:
        out.writelines(f"{rows.titles[row]}\n" for row in chosen)
        out.writelines(f"{title}\n" for title in near_titles(rows, size - there, needed))
    return {rows.ids[row]: place for place, row in enumerate(chosen)}


def near_titles(rows: Titles, count: int, needed: Collection[str]) -> Iterator[str]:
    """Yield made-up titles that are near to real ones, none nearest to one that is needed."""
    chance = random.Random(SEED)
    made, there = 0, len(rows.titles)
    while made < count:
        first, second = int(chance.random() * there), int(chance.random() * there)
        # The name before the colon is a paper's own: a second paper of that name is another test.
        words = rows.titles[first].rpartition(": ")[2].split()
        others = rows.titles[second].split()
        if len(words) < 4 or len(others) < 4 or rows.ids[first] in needed:
            continue
        if made % 2:
            words[int(chance.random() * len(words))] = others[int(chance.random() * len(others))]
        else:
            words = words[: len(words) // 2] + others[len(others) // 2 :]
        made += 1
        yield " ".join(words)[:LONGEST]

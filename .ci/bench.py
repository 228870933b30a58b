"""`make bench`: every script of benchmarks/ in turn, then one table of what they said.

A script prints a row as ``what<TAB>figure<TAB>promise`` on standard output, anything else as it
likes, and exits with something other than 0 when a promise is not kept. The promise of such a row
ends with NOT KEPT; the row is shown with ✗ before it. The end tells how long each script took.

Run it as ``python .ci/bench.py [folder]``; files beginning with ``_`` are helpers and are not run.
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).resolve().parents[1]
BROKEN: Final = "NOT KEPT"
STREAMED: Final = (58, 62)
"""The columns of a row that is shown as it comes, when nobody knows how wide the others are."""


@dataclass(frozen=True, slots=True)
class Run:
    """What became of a script."""

    script: str
    rows: list[tuple[str, ...]]
    minutes: float
    code: int


def main(folder: Path) -> int:
    """Run them all; returns 0 if everything was kept."""
    scripts = [one for one in sorted(folder.glob("*.py")) if not one.name.startswith("_")]
    runs = [run(one) for one in scripts]
    print()
    rows = [("measured", "figure", "promise"), *(row for one in runs for row in one.rows)]
    widths = tuple(max(len(row[at]) for row in rows if len(row) > at) for at in range(2))
    for row in rows:
        print(aligned(row, widths))
    print()
    for one in runs:
        print(f"{one.minutes:6.1f} min  {one.script}")
    print(f"{sum(one.minutes for one in runs):6.1f} min  together, on {os.cpu_count()} processors")
    sys.stdout.flush()
    failed = [one for one in runs if one.code]
    for one in failed:
        print(f"not kept: {one.script} (exit code {one.code})", file=sys.stderr)
    return 1 if failed else 0


def run(script: Path) -> Run:
    """Run a script and show what it prints as it comes."""
    name = str(script.relative_to(ROOT) if script.is_relative_to(ROOT) else script)
    print(f"── {name}", flush=True)
    rows: list[tuple[str, ...]] = []
    began = time.monotonic()
    with subprocess.Popen(
        (sys.executable, str(script)),
        cwd=ROOT,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        encoding="utf-8",
        errors="replace",
    ) as process:
        for line in process.stdout or ():
            if "\t" not in line:
                print(line, end="", flush=True)
                continue
            rows.append(tuple(cell.strip() for cell in line.split("\t")))
            print(aligned(rows[-1], STREAMED), flush=True)
    return Run(name, rows, (time.monotonic() - began) / 60, process.returncode)


def aligned(row: tuple[str, ...], widths: tuple[int, ...]) -> str:
    """Return a row with even columns, and ✗ before one whose promise is not kept."""
    mark = "✗" if row[-1].endswith(BROKEN) else " "
    *cells, last = row
    even = [cell.ljust(width) for cell, width in zip(cells, widths, strict=False)]
    return "  ".join((mark, *even, last)).rstrip()


if __name__ == "__main__":
    try:
        sys.exit(main(Path(sys.argv[1]) if sys.argv[1:] else ROOT / "benchmarks"))
    except KeyboardInterrupt:
        sys.exit(130)

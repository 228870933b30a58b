"""The title index, measured: build, memory, speed beside a scan of all titles, and right answers.

Rules: one process, one thread, warm; times are medians; a scan by `process.extract` with WRatio
over the same folded titles is measured in the same run, and speeds are told as ratios to it, since
another machine's milliseconds say little. The titles are real ones where ``shared/data`` stands
beside the project, else made by a seeded generator. Typed queries are titles with one to three
slips, of every fourth one word is left out too.

Run it as ``python benchmarks/titles.py [sizes…]``; without sizes 10,000 and 100,000 titles.
"""

from __future__ import annotations

import random
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

from rapidfuzz import fuzz, process

sys.path.insert(0, str(Path(__file__).parents[1]))

from bot.core.lookup import Found
from bot.titles import TitleIndex
from bot.titles.folding import fold

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

SEED = 20
QUERIES = 200
SCANNED = 12
FEWEST_WORDS = 4
SHARED = Path(__file__).parents[1] / ".." / "shared" / "data" / "titles.tsv.zst"
SYLLABLES = (
    "ba ce di fo gu ha je ki lo mu na pe qui ro su ta ve wi xo yu zar len tor min qua".split()
)
LINKS = "of for with in via under from and".split()


def made_titles(count: int) -> list[str]:
    """Make titles of words as unevenly common as real ones are."""
    random_ = random.Random(SEED)
    words = list(
        {"".join(random_.choices(SYLLABLES, k=random_.randint(2, 4))) for _ in range(40_000)}
    )
    words.sort()
    titles: list[str] = []
    for _ in range(count):
        chosen = [
            words[int(len(words) * random_.random() ** 3)] for _ in range(random_.randint(4, 12))
        ]
        chosen.insert(2, random_.choice(LINKS))
        if random_.random() < 0.2:
            chosen[0] = f"{chosen[0].upper()}:"
        titles.append(" ".join(chosen))
    return titles


def real_titles(count: int) -> list[str]:
    """Read real titles, evenly over the file, or none where it cannot be read."""
    program = shutil.which("zstd")
    if program is None or not SHARED.is_file():
        return []
    text = subprocess.run([program, "-dcq", SHARED], capture_output=True, check=True)
    titles = [line.split("\t")[1] for line in text.stdout.decode().splitlines() if "\t" in line]
    return random.Random(SEED).sample(titles, count) if count <= len(titles) else []


def mistyped(title: str, random_: random.Random) -> str:
    """Type a title as people do: in lower case, with one to three slips, perhaps a word short."""
    words = title.lower().split()
    if random_.random() < 0.25:
        del words[random_.randrange(len(words))]
    text = " ".join(words)
    for _ in range(random_.randint(1, 3)):
        at = random_.randrange(len(text) - 1)
        slip = random_.choice(["swap", "lose", "add"])
        if slip == "swap":
            text = text[:at] + text[at + 1] + text[at] + text[at + 2 :]
        elif slip == "lose":
            text = text[:at] + text[at + 1 :]
        else:
            text = text[:at] + random_.choice("etaoinsr") + text[at:]
    return text


def resident() -> int:
    """Return this process's resident bytes, 0 where the system does not tell."""
    status = Path("/proc/self/status")
    if not status.exists():
        return 0
    line = next(line for line in status.read_text().splitlines() if line.startswith("VmRSS"))
    return int(line.split()[1]) * 1024


def times(ask: Callable[[str], object], queries: Sequence[str]) -> list[float]:
    """Return each query's time in milliseconds, ascending."""
    spent: list[float] = []
    for query in queries:
        start = time.perf_counter()
        ask(query)
        spent.append((time.perf_counter() - start) * 1e3)
    return sorted(spent)


def told(spent: list[float]) -> str:
    """Return the median and the 99th percentile in words."""
    return f"p50 {statistics.median(spent):6.2f} ms, p99 {spent[int(len(spent) * 0.99)]:6.2f} ms"


def measure(titles: list[str], kind: str) -> None:
    """Print the figures of one size."""
    random_ = random.Random(SEED)
    known = random_.sample(
        [title for title in titles if len(title.split()) >= FEWEST_WORDS], QUERIES
    )
    typed = [mistyped(title, random_) for title in known]
    absent = [mistyped(title[::-1], random_) for title in known[: QUERIES // 4]]
    before, start = resident(), time.perf_counter()
    index = TitleIndex.build((str(number), title) for number, title in enumerate(titles))
    built, grown = time.perf_counter() - start, resident() - before
    print(f"\n{len(titles):,} {kind} titles")
    print(f"  build       {built:6.2f} s, {len(titles) / built:,.0f} titles/s")
    print(f"  memory      {grown / len(titles):6.0f} bytes a title, {grown / 2**20:.1f} MiB in all")
    index.search(typed[0])
    index.complete(typed[0][:8])
    searching = times(index.search, typed)
    beginnings = [title[:length] for title in known[:50] for length in (5, 10, 15, 20)]
    completing = times(index.complete, beginnings)
    folded = list(map(fold, titles))

    def scan(query: str) -> object:
        return process.extract(fold(query), folded, scorer=fuzz.WRatio, limit=10)

    scanning = times(scan, typed[:SCANNED])
    scanned = statistics.median(scanning)
    for name, spent in (("search", searching), ("complete", completing)):
        ratio = scanned / statistics.median(spent)
        print(f"  {name:11} {told(spent)}: {ratio:,.0f} times as fast as the scan")
    print(f"  scan        {told(scanning)}")
    adding = times(lambda title: index.add(f"new {title}", f"{title} anew"), typed)
    print(f"  add         {told(adding)}")
    ids = {fold(title): number for number, title in enumerate(titles)}
    rights = [str(ids[fold(title)]) for title in known]
    firsts = [matches[0].paper_id if (matches := index.search(text)) else "" for text in known]
    index = TitleIndex.build((str(number), title) for title, number in ids.items())
    tops = [matches[0].paper_id if (matches := index.search(text)) else "" for text in typed]
    resolved = [index.resolve(text) for text in typed]
    found = [one.match.paper_id if isinstance(one, Found) else "" for one in resolved]
    right = sum(one == want for one, want in zip(found, rights, strict=True))
    wrong = sum(bool(one) for one in found) - right
    false = sum(isinstance(index.resolve(text), Found) for text in absent)
    exact = sum(first == want for first, want in zip(firsts, rights, strict=True))
    first = sum(top == want for top, want in zip(tops, rights, strict=True))
    print(f"  right first {exact / QUERIES:6.3f} exact, {first / QUERIES:.3f} mistyped")
    print(f"  resolve     {right / QUERIES:6.3f} found rightly, {wrong / QUERIES:.3f} wrongly")
    print(f"  not there   {false / len(absent):6.3f} found all the same")
    hits = sum(
        str(ids[fold(title)]) in {match.paper_id for match in index.complete(title[:15])}
        for title in known
    )
    print(f"  complete    {hits / QUERIES:6.3f} have the title among 25 after 15 characters")
    with tempfile.TemporaryDirectory() as folder:
        index.save(Path(folder))
        start = time.perf_counter()
        TitleIndex.load(Path(folder))
        opened = (time.perf_counter() - start) * 1e3
        size = sum(path.stat().st_size for path in Path(folder).rglob("*") if path.is_file())
    print(f"  load        {opened:6.0f} ms from {size / 2**20:.1f} MiB on disk")


def main(sizes: list[int]) -> None:
    """Measure one size here; several in a fresh process each, so that memory can be told."""
    if len(sizes) == 1:
        titles = real_titles(sizes[0])
        measure(titles or made_titles(sizes[0]), "real" if titles else "made")
        return
    for size in sizes:
        subprocess.run([sys.executable, __file__, str(size)], check=True)


if __name__ == "__main__":
    main([int(size) for size in sys.argv[1:]] or [10_000, 100_000])

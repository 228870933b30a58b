"""What is handed from one process of the title benchmark to another: file names and figures."""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any, Final

from _titles_queries import Query

NEVER: Final = 0


@dataclass(frozen=True, slots=True)
class Asked:
    """A query's outcome: the right answer's rank from 1, 0 if it did not come, and milliseconds.

    `found` is what `resolve` said at once: “right”, “wrong” or nothing.
    """

    cls: str
    text: str
    rank: int
    ms: float
    found: str = ""


@dataclass(slots=True)
class Measured:
    """What was measured of one corpus: seconds, bytes, milliseconds; `lost` additions not found."""

    size: int
    build: float
    build_wall: float
    load: float
    disk: int
    loaded: int
    asked: int
    peak: int
    libraries: int
    searches: list[Asked]
    completions: list[Asked]
    adds: list[float]
    lost: int


@dataclass(slots=True)
class Peer:
    """What was measured of a peer at one size; `word` says why nothing was."""

    name: str
    size: int
    word: str = ""
    build: float = 0.0
    searches: list[Asked] = field(default_factory=list[Asked])
    completions: list[Asked] = field(default_factory=list[Asked])


@dataclass(slots=True)
class Storm:
    """What hostile texts did: each call's milliseconds, by method, and what was slow or raised."""

    times: dict[str, list[float]]
    slow: list[str]
    raised: list[str]


def measured(folder: Path, size: int) -> Measured:
    """Read what `_titles_index.py` wrote."""
    one = json.loads(measured_file(folder, size).read_text("utf-8"))
    return Measured(**with_answers(one))


def peers(folder: Path, size: int) -> list[Peer]:
    """Read what `_titles_peers.py` wrote."""
    told_ = json.loads(peers_file(folder, size).read_text("utf-8"))
    return [Peer(**with_answers(one)) for one in told_]


def storm(folder: Path, part: int) -> Storm:
    """Read what `_titles_storm.py` wrote."""
    return Storm(**json.loads(storm_file(folder, part).read_text("utf-8")))


def with_answers(one: dict[str, Any]) -> dict[str, Any]:
    """Return what was written with its answers made whole."""
    answers = {name: [Asked(**its) for its in one[name]] for name in ("searches", "completions")}
    return {**one, **answers}


def write(file: Path, figures: Measured | Storm | Sequence[Peer]) -> None:
    """Write figures as JSON."""
    whole = asdict(figures) if isinstance(figures, Measured | Storm) else list(map(asdict, figures))
    file.write_text(json.dumps(whole), "utf-8")


def corpus_file(folder: Path, size: int) -> Path:
    """Return where a corpus of this size stands, a title a line."""
    return folder / f"titles-{size}.txt"


def queries_file(folder: Path, size: int) -> Path:
    """Return where the queries for it stand."""
    return folder / f"queries-{size}.json"


def index_folder(folder: Path, size: int) -> Path:
    """Return where its index is saved."""
    return folder / f"index-{size}"


def votes_file(folder: Path) -> Path:
    """Return where the votes stand, by row of the full corpus."""
    return folder / "votes.json"


def begun_file(folder: Path) -> Path:
    """Return where stands what beginnings of titles tell."""
    return folder / "begun.json"


def measured_file(folder: Path, size: int) -> Path:
    """Return where the index's figures stand."""
    return folder / f"measured-{size}.json"


def peers_file(folder: Path, size: int) -> Path:
    """Return where the peers' figures stand."""
    return folder / f"peers-{size}.json"


def storm_file(folder: Path, part: int) -> Path:
    """Return where the figures of a part of the hostile texts stand."""
    return folder / f"storm-{part}.json"


def lines_of(file: Path) -> Iterator[str]:
    """Yield a file's lines, without their ends."""
    with file.open(encoding="utf-8", newline="\n") as lines:
        for line in lines:
            yield line[:-1]


def tell(text: str) -> None:
    """Tell how far it has come, on standard error."""
    print(f"   {text}", file=sys.stderr, flush=True)


def asked(
    queries: Sequence[Query], ask: Callable[[str], Sequence[str]], passes: int
) -> list[Asked]:
    """Ask all queries, `passes` times over, for ids, best first.

    Of each query the fastest time counts, in CPU time: the machine has other things to do. Between
    two of its times all others are asked, so that it is no answer just given that comes again.
    """
    fastest = [float("inf")] * len(queries)
    ranks = [NEVER] * len(queries)
    for _ in range(passes):
        for number, query in enumerate(queries):
            began = time.process_time()
            ids = ask(query.text)
            fastest[number] = min(fastest[number], time.process_time() - began)
            ranks[number] = next((at for at, its in enumerate(ids, 1) if its in query.right), NEVER)
    return [
        Asked(query.cls, query.text, rank, spent * 1e3)
        for query, rank, spent in zip(queries, ranks, fastest, strict=True)
    ]


def percentile(times: Sequence[float], share: float) -> float:
    """Return the time that so many percent are not longer than; of none, nothing is longer."""
    ordered = sorted(times)
    return ordered[min(len(ordered) - 1, int(len(ordered) * share / 100))] if ordered else 0.0

"""What can be known of a title from its beginning, and what votes add to it, in a fresh process.

Rules:

- Many titles begin alike, and only 25 can be shown. Where nothing but the titles is known, every
  one of the `n` that begin as somebody has typed is as likely to be meant, so no order of them
  can bring the right one more often than in ``25 / n`` of all cases: that is the most there is to
  reach, and it is counted for the very queries that were asked.
- People do not ask for all papers alike. Where votes are known (`upvotes` of the recorded days of
  Hugging Face), papers are drawn in proportion to them, and the index knows them too.

Run by `titles.py` as ``python _titles_begun.py FOLDER SIZE``.
"""

from __future__ import annotations

import json
import random
import statistics
import sys
from bisect import bisect_left
from collections import defaultdict
from pathlib import Path
from typing import Final

from _titles_data import SEED
from _titles_figures import begun_file, corpus_file, lines_of, queries_file, tell, votes_file
from _titles_queries import written_queries

from bot.titles import TitleIndex
from bot.titles.folding import fold

OFFERED: Final = 25
DRAWN: Final = 500
TYPED: Final = (10, 15, 20)


def most(folder: Path, size: int) -> dict[str, float]:
    """Return for each class of beginnings the share that no order of the titles can exceed."""
    titles = sorted(map(fold, lines_of(corpus_file(folder, size))))
    shares: defaultdict[str, list[float]] = defaultdict(list)
    for query in written_queries(queries_file(folder, size)):
        if query.cls in {f"prefix{typed}" for typed in TYPED}:
            start = fold(query.text)
            alike = bisect_left(titles, start + "\U0010ffff") - bisect_left(titles, start)
            shares[query.cls].append(min(1.0, OFFERED / max(1, alike)))
    return {cls: statistics.mean(share) for cls, share in shares.items()}


def voted(folder: Path, size: int) -> dict[str, float]:
    """Return how often a paper drawn by its votes is offered, by the characters typed."""
    votes: dict[str, float] = json.loads(votes_file(folder).read_text("utf-8"))
    if not votes:
        return {}
    titles = list(lines_of(corpus_file(folder, size)))
    index = TitleIndex.build(
        ((str(row), title) for row, title in enumerate(titles)), popularity=votes
    )
    drawn = random.Random(SEED).choices(list(votes), list(votes.values()), k=DRAWN)
    shares: dict[str, float] = {}
    for typed in TYPED:
        offers = [
            row in [one.paper_id for one in index.complete(titles[int(row)].lower()[:typed])]
            for row in drawn
        ]
        shares[f"prefix{typed}"] = statistics.mean(offers)
    return shares


def main(folder: Path, size: int) -> None:
    """Measure and write the figures."""
    tell(f"{size:,} titles: what their beginnings tell")
    figures = {"most": most(folder, size), "voted": voted(folder, size)}
    begun_file(folder).write_text(json.dumps(figures), "utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))

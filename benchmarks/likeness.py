"""How real similar papers are: whether they share a keyword that nobody showed to the ranking.

Rules: the papers are recorded days of Hugging Face, stored without the keywords that a model gave
them there. Papers drawn by chance are asked for their similar ones, and each of these is right
where both have a keyword that at most one paper in a hundred has: *speculative decoding*, not
*large language models*. Keywords are compared as topics are (`bot/core/topics.py`); a paper without
a rare one is left out, for it can be neither right nor wrong. Beside it stand as many papers by
chance, and what `/search` has first for any word of the title.

Without recorded days there is nothing to measure: made-up papers would only show what made them.
Give a number to look with your own eyes: ``python benchmarks/likeness.py 10`` prints so many lists.
"""

from __future__ import annotations

import asyncio
import random
import sys
import tempfile
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Final

from _paths import SHARED_DAYS
from _wire import Promises

from bot.core.papers import Paper, PaperDraft
from bot.core.query import parse
from bot.core.topics import topic_of
from bot.services.clock import SystemClock
from bot.services.similar import MOST, similar
from bot.sources.huggingface import read_file
from bot.storage.database import Database
from bot.storage.papers import PaperRows
from bot.ui.papers.search_results import any_word

ASKED: Final = 400
RARE: Final = 100  # a keyword counts that at most one paper in so many has
PRECISION: Final = 0.20
TIMES: Final = 15
SEED: Final = 20

Keywords = Mapping[str, frozenset[str]]
"""The rare keywords of papers, by their first external ids."""


def recorded() -> list[PaperDraft]:
    """Return the papers of all recorded days, the oldest first, each once."""
    files = sorted(SHARED_DAYS.glob("*.json"))
    papers = (paper for file in files for paper in read_file(file).papers)
    return list({paper.ids[0]: paper for paper in papers}.values())


def rare_keywords(papers: Iterable[PaperDraft]) -> Keywords:
    """Return the keywords by which two papers are of one kind."""
    topics = {
        paper.ids[0]: frozenset(filter(None, map(topic_of, paper.keywords))) for paper in papers
    }
    common = Counter(topic for told in topics.values() for topic in told)
    most = len(topics) // RARE
    return {
        external: frozenset(topic for topic in told if 1 < common[topic] <= most)
        for external, told in topics.items()
    }


def share(pairs: Iterable[tuple[Paper, Paper]], keywords: Keywords) -> float:
    """Return of how many pairs both have a keyword."""
    right = [bool(keywords[one.ids[0]] & keywords[other.ids[0]]) for one, other in pairs]
    return sum(right) / max(1, len(right))


async def searched(papers: PaperRows, paper: Paper) -> list[Paper]:
    """Return what `/search` has first for any word of a paper's title, but for the paper."""
    query = any_word(paper.title)
    if query is None:
        return []
    found = (await papers.search(parse(query), "best", 0, MOST + 1)).papers
    return [one for one in found if one.key != paper.key][:MOST]


async def measure(folder: Path, looked_at: int) -> Promises:
    """Store, ask and tell."""
    promises, drafts, chance = Promises(), recorded(), random.Random(SEED)
    if not drafts:
        promises.row("similar papers that share a rare keyword", "no recorded days here")
        return promises
    keywords = rare_keywords(drafts)
    async with Database.open(folder / "likeness.db") as database:
        papers = PaperRows(database)
        bare = [replace(paper, keywords=()) for paper in drafts]
        for start in range(0, len(bare), 100):
            await papers.upsert(bare[start : start + 100], SystemClock().now())
        stored = await papers.released_since(drafts[0].released)
        told = [paper for paper in stored if keywords.get(paper.ids[0])]
        asked = chance.sample(told, min(ASKED, len(told)))
        found: list[tuple[Paper, Paper]] = []
        search: list[tuple[Paper, Paper]] = []
        for number, paper in enumerate(asked):
            alike = await similar(papers, paper)
            found += [(paper, one.paper) for one in alike]
            search += [(paper, one) for one in await searched(papers, paper)]
            if number < looked_at:
                print(f"{paper.title} ({paper.year})")
                for one in alike:
                    print(f"    {one.paper.title} ({one.paper.year}): {', '.join(one.words)}")
    known = [(one, other) for one, other in found if keywords.get(other.ids[0])]
    looked_up = [(one, other) for one, other in search if keywords.get(other.ids[0])]
    by_chance = [(one, chance.choice(told)) for one in asked for _ in range(MOST)]
    similar_share, chance_share = share(known, keywords), share(by_chance, keywords)
    promises.row(
        f"similar papers that share a rare keyword, of {len(asked)} among {len(stored):,}",
        f"{similar_share:.1%}",
        f"≥ {PRECISION:.0%}",
        kept=similar_share >= PRECISION,
    )
    promises.row(
        "  papers by chance that do",
        f"{chance_share:.1%}",
        f"{TIMES} times fewer",
        kept=similar_share >= TIMES * chance_share,
    )
    promises.row(
        "  what /search has for any word of the title", f"{share(looked_up, keywords):.1%}"
    )
    promises.row("  similar papers a paper", f"{len(found) / max(1, len(asked)):.2f}")
    return promises


def main(arguments: list[str]) -> None:
    """Measure, and print as many lists as were asked for."""
    with tempfile.TemporaryDirectory() as folder:
        asyncio.run(measure(Path(folder), int(arguments[0]) if arguments else 0)).leave()


if __name__ == "__main__":
    main(sys.argv[1:])

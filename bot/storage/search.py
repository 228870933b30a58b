"""A query over the papers, answered by the full-text index.

    to_fts ─▶ MATCH, newest first (`search_scan`) ─▶ best first (`search_rank`) ─▶ one page

- *newest* is by day of release, then by key, both falling: the order of the index. *best* is by how
  the words stand (`search_rank`) among the newest 20,000 papers found; a query without words has
  no best, and its newest come first.
- `total` is exact up to 1,000. A search that would take too long is stopped and says so.
- The index finds exactly what the query matches (`to_fts`), with one exception: a beginning of more
  words than can be asked for (``a*``). Then papers are judged by `matches`, 2,000 at most.
- Statements are constants; what somebody typed is a parameter.
"""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from bot.core.query import FoldedPaper, beginnings, matches, to_fts
from bot.core.query_match import BORDER, fold_field
from bot.services.ports import SearchPage
from bot.storage.paper_index import key_at, words_beginning
from bot.storage.paper_rows import json_list, read_list, read_paper
from bot.storage.search_rank import ranked
from bot.storage.search_scan import Scan, patience_of, scan

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Sequence

    from bot.core.papers import Paper
    from bot.core.query import Query
    from bot.services.ports import SearchSort
    from bot.storage.session import Session

COUNTED = 1_000
"""Up to here a total is exact."""

_WORDS = 1_000  # that one beginning may stand for
_JUDGED = 2_000  # papers at most
_AT_ONCE = 250  # papers judged before others may run

_TEXTS = """
    SELECT text.rowid AS place, text.title, text.abstract, text.authors, text.keywords,
           paper.source, paper.also, paper.categories, paper.organization, paper.upvotes, paper.code
    FROM paper_text AS text JOIN paper ON paper.key = text.rowid & 0xFFFFFFFF
    WHERE text.rowid IN (SELECT value FROM json_each(?))"""
_PAPERS = "SELECT * FROM paper WHERE key IN (SELECT value FROM json_each(?))"


async def search(  # noqa: PLR0913 - the last is for those who cannot wait
    session: Session,
    query: Query,
    sort: SearchSort,
    offset: int,
    limit: int,
    *,
    patience: float | None = None,
) -> SearchPage:
    """Return one page of a search, read for `patience` seconds, or as the index's size asks."""
    if patience is None:
        patience = await patience_of(session)
    known = {one: await words_beginning(session, one, _WORDS) for one in beginnings(query)}
    compiled = to_fts(query, known)
    if compiled.match is None:
        return SearchPage((), 0)
    most = max(COUNTED, offset + limit) + 1
    if compiled.exact:
        found = await scan(session, compiled.match, most, patience)
    else:
        found = await _judged(session, query, compiled.match, most, patience)
    places, of = found.places, None
    if sort == "best":
        more = compiled.match if compiled.exact and len(places) >= most else None
        places, of = await ranked(session, query, known, places, more, patience / 5)
    papers = await _load(session, places[offset : offset + limit])
    total = len(found.places)
    return SearchPage(papers, min(total, COUNTED), total > COUNTED, of, found.stopped)


async def _judged(session: Session, query: Query, match: str, most: int, patience: float) -> Scan:
    """Judge what was found, the newest first, until enough of it matches."""
    ends = time.monotonic() + patience
    found = await scan(session, match, _JUDGED + 1, patience)
    places: list[int] = []
    for start in range(0, _JUDGED, _AT_ONCE):
        chunk = found.places[start : start + _AT_ONCE]
        rows = await session.rows(_TEXTS, [json_list(chunk)])
        hits = {row["place"] for row in rows if matches(query, _folded(row)) is not None}
        places += [place for place in chunk if place in hits]
        if len(places) >= most or start + _AT_ONCE >= len(found.places):
            return Scan(places, found.stopped)
        if time.monotonic() > ends:
            break
    return Scan(places, stopped=True)


def _folded(row: sqlite3.Row) -> FoldedPaper:
    """Put together what `fold_paper` makes of a paper, its long texts from the index."""
    texts: tuple[str, str, str, str] = (
        row["title"],
        row["keywords"],
        row["authors"],
        row["abstract"],
    )
    return FoldedPaper(
        *texts,
        whole=BORDER.join(texts),
        categories=tuple(category.casefold() for category in read_list(row["categories"])),
        organization=fold_field(row["organization"] or ""),
        sources=fold_field(row["source"], *read_list(row["also"])),
        upvotes=row["upvotes"],
        has_code=row["code"] is not None,
    )


async def _load(session: Session, places: Sequence[int]) -> tuple[Paper, ...]:
    """Load papers in the order of their places as given."""
    keys = [key_at(place) for place in places]
    rows = await session.rows(_PAPERS, [json_list(keys)])
    papers = {row["key"]: read_paper(row) for row in rows}
    return tuple(papers[key] for key in keys)

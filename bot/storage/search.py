"""A query over the papers: SQLite finds what it can, the query itself judges the rest.

    to_fts ─▶ MATCH ─▶ upvotes, code, category in SQL ─▶ what is left: `matches`, row by row

- Withdrawn papers and those merged into others are never found.
- *newest* is by day of release, then by key, both falling. *best* is by bm25 (title 10, abstract
  3, authors 5, keywords 4) among the newest 20,000 papers with the words; a query without words
  has no best, and its newest come first.
- Papers are judged until the page is full and 1,001 are counted: `total` is exact up to 1,000.
- Statements are put together of the constants here only; what somebody typed is a parameter.
"""

from __future__ import annotations

from contextlib import aclosing
from typing import TYPE_CHECKING

from bot.core.query import (
    And,
    Author,
    Category,
    Code,
    FoldedPaper,
    Not,
    Or,
    Phrase,
    Upvotes,
    Word,
    all_of,
    matches,
    to_fts,
)
from bot.core.query_fold import fold
from bot.core.query_match import BORDER
from bot.services.ports import SearchPage
from bot.storage.paper_rows import json_list, read_list, read_paper

if TYPE_CHECKING:
    import sqlite3

    from bot.core.query import Comparison, Query
    from bot.services.ports import SearchSort
    from bot.storage.session import Session, Value

COUNTED = 1_000
"""Up to here a total is exact."""

_CHUNK = 250  # rows judged before others may run

_ALL = " FROM paper WHERE paper.merged_into IS NULL AND paper.withdrawn = 0"
_WITH_WORDS = """
    FROM paper_text JOIN paper ON paper.key = paper_text.rowid
    WHERE paper_text MATCH ? AND paper.merged_into IS NULL AND paper.withdrawn = 0"""
_BEST = """
    FROM (
        SELECT rowid AS found, bm25(paper_text, 10.0, 3.0, 5.0, 4.0) AS distance
        FROM paper_text WHERE paper_text MATCH ? ORDER BY rowid DESC LIMIT 20000
    ) JOIN paper ON paper.key = found
    WHERE paper.merged_into IS NULL AND paper.withdrawn = 0"""
_BY_DAY = " ORDER BY paper.released DESC, paper.key DESC"
_BY_DISTANCE = " ORDER BY distance, paper.key DESC"
_COMPARED: dict[Comparison, str] = {
    ">=": " AND paper.upvotes >= ?",
    ">": " AND paper.upvotes > ?",
    "<=": " AND paper.upvotes <= ?",
    "<": " AND paper.upvotes < ?",
    "=": " AND paper.upvotes = ?",
}
_WITH_CODE = " AND paper.code IS NOT NULL"
_WITHOUT_CODE = " AND paper.code IS NULL"
_IN_CATEGORY = """ AND EXISTS (
    SELECT 1 FROM json_each(paper.categories)
    WHERE value = ? OR substr(value, 1, ?) = ?)"""

_JUDGED = """
    SELECT paper.key, paper.source, paper.categories, paper.organization, paper.upvotes,
           paper.code, text.title, text.abstract, text.authors, text.keywords
    FROM paper JOIN paper_text AS text ON text.rowid = paper.key
    WHERE paper.key IN (SELECT value FROM json_each(?))"""
_JUDGED_BY_FIELDS = """
    SELECT key, source, categories, organization, upvotes, code,
           ' ' AS title, ' ' AS abstract, ' ' AS authors, ' ' AS keywords
    FROM paper WHERE key IN (SELECT value FROM json_each(?))"""


async def search(
    session: Session, query: Query, sort: SearchSort, offset: int, limit: int
) -> SearchPage:
    """Return one page of a search."""
    compiled = to_fts(query)
    condition, parameters, left = _filters(compiled.residual)
    found, order = _ALL, _BY_DAY
    if compiled.match is not None:
        parameters = [compiled.match, *parameters]
        found = _WITH_WORDS
        if sort == "best":
            found, order = _BEST, _BY_DISTANCE
    found += condition
    end = offset + limit
    if left is None:
        rows = await session.rows(
            f"SELECT paper.* {found}{order} LIMIT ? OFFSET ?",
            [*parameters, limit, offset],
        )
        (count,) = await session.rows(
            f"SELECT count(*) AS total FROM (SELECT 1 {found} LIMIT ?)",  # noqa: S608 - likewise
            [*parameters, COUNTED + 1],
        )
        total: int = count["total"]
    else:
        sql = f"SELECT paper.key {found}{order}"
        keys, total = await _judge(session, left, sql, parameters, end)
        rows = await _load(session, keys[offset:end])
    papers = tuple(read_paper(row) for row in rows)
    return SearchPage(papers, min(total, COUNTED), total > COUNTED)


def _filters(residual: Query | None) -> tuple[str, list[Value], Query | None]:
    """Take what SQL can judge out of a residual: its conditions, their parameters, what is left."""
    parts = residual.parts if isinstance(residual, And) else () if residual is None else (residual,)
    condition = ""
    parameters: list[Value] = []
    left: list[Query] = []
    for part in parts:
        match part:
            case Upvotes(op, count):
                condition += _COMPARED[op]
                parameters.append(count)
            case Code(present):
                condition += _WITH_CODE if present else _WITHOUT_CODE
            case Category(name):
                archive = f"{name.casefold()}."
                condition += _IN_CATEGORY
                parameters += [name.casefold(), len(archive), archive]
            case _:
                left.append(part)
    return condition, parameters, all_of(*left) if left else None


async def _judge(
    session: Session, query: Query, sql: str, parameters: list[Value], end: int
) -> tuple[list[int], int]:
    """Judge papers in their order; return the matching keys up to `end` and how many matched."""
    judged_by = _JUDGED if _reads_texts(query) else _JUDGED_BY_FIELDS
    keys: list[int] = []
    total = 0
    async with aclosing(session.stream(sql, parameters, _CHUNK)) as chunks:
        async for chunk in chunks:
            wanted: list[int] = [row["key"] for row in chunk]
            rows = await session.rows(judged_by, [json_list(wanted)])
            judged = {row["key"]: matches(query, _folded(row)) is not None for row in rows}
            hits = [key for key in wanted if judged[key]]
            total += len(hits)
            keys += hits[: max(0, end - len(keys))]
            if total > COUNTED and len(keys) >= end:
                break
    return keys, total


def _reads_texts(query: Query) -> bool:
    match query:
        case Not(of):
            return _reads_texts(of)
        case And(parts) | Or(parts):
            return any(_reads_texts(part) for part in parts)
        case _:
            return isinstance(query, Word | Phrase | Author)


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
        organization=_words(row["organization"]),
        source=_words(row["source"]),
        upvotes=row["upvotes"],
        has_code=row["code"] is not None,
    )


def _words(name: str | None) -> str:
    folded = fold(name or "")
    return f" {folded} " if folded else " "


async def _load(session: Session, keys: list[int]) -> list[sqlite3.Row]:
    """Load papers in the order of their keys as given."""
    rows = await session.rows(
        "SELECT * FROM paper WHERE key IN (SELECT value FROM json_each(?))", [json_list(keys)]
    )
    by_key = {row["key"]: row for row in rows}
    return [by_key[key] for key in keys]

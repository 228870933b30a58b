"""What the core counts over many papers, read without the papers: votes over time, and topics.

Triggers keep `paper_votes` (migration 8), so whatever writes a paper notes its votes.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from bot.core.topics import Tagged
from bot.core.trending import Voted
from bot.core.visibility import is_public
from bot.storage.paper_rows import read_list

if TYPE_CHECKING:
    from bot.storage.session import Session

_VOTED = """
    WITH told AS MATERIALIZED (
        SELECT paper, max(day) AS newest,
               coalesce(max(day) FILTER (WHERE day < :first), min(day)) AS noted
        FROM paper_votes GROUP BY paper
    )
    SELECT paper.key, paper.released, paper.source, told.noted,
           newest.upvotes AS votes, before.upvotes AS before
    FROM told
    JOIN paper ON paper.key = told.paper
    JOIN paper_votes AS newest ON newest.paper = told.paper AND newest.day = told.newest
    JOIN paper_votes AS before ON before.paper = told.paper AND before.day = told.noted
    WHERE paper.withdrawn = 0 AND paper.released >= :oldest
    ORDER BY paper.key"""


async def voted(session: Session, first: date, oldest: date) -> list[Voted]:
    """Return what is known of the votes of papers that came out since `oldest`: now, and when the
    day `first` began. What only one server sees does not count.
    """
    rows = await session.rows(_VOTED, {"first": first.isoformat(), "oldest": oldest.isoformat()})
    return [
        Voted(
            row["key"],
            date.fromisoformat(row["released"]),
            row["votes"],
            row["before"],
            date.fromisoformat(row["noted"]),
        )
        for row in rows
        if is_public(row["source"])
    ]


async def forget_votes(session: Session, before: date) -> int:
    """Forget the votes of days before that one; returns how many rows."""
    return await session.run("DELETE FROM paper_votes WHERE day < ?", [before.isoformat()])


async def tagged(session: Session, since: date) -> list[Tagged]:
    """Return what the papers that came out since that day are about, but for what only one server
    sees.
    """
    rows = await session.rows(
        """SELECT released, source, keywords, categories FROM paper
           WHERE released >= ? AND merged_into IS NULL AND withdrawn = 0""",
        [since.isoformat()],
    )
    return [
        Tagged(
            date.fromisoformat(row["released"]),
            read_list(row["keywords"]),
            read_list(row["categories"]),
        )
        for row in rows
        if is_public(row["source"])
    ]

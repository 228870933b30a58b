"""Summaries that a model wrote of abstracts, for ever, and what each day and month took of them.

A paper's summary is that of the abstract it has: it is found by the abstract's hash, so that one of
an earlier wording is not shown. It follows its paper when that is merged into another.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bot.core.papers import MachineSummary
from bot.storage.instants import to_seconds
from bot.storage.paper_rows import json_list
from bot.storage.spent import SpentRows
from bot.storage.translations import hash_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import datetime

    from bot.core.papers import Paper
    from bot.storage.database import Database
    from bot.storage.session import Session


class SummaryRows:
    """`SummaryStore` on the tables `summary` and `spent`."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self.characters = SpentRows(database, "summary")
        self.papers = SpentRows(database, "summary_papers")

    async def known(self, papers: Iterable[Paper], model: str) -> dict[int, str | None]:
        """Return the summaries of papers' abstracts by key, None where an answer did not count."""
        async with self._database.read() as session:
            return await _known(session, list(papers), model)

    async def keep(self, paper: Paper, text: str | None, model: str, now: datetime) -> None:
        """Keep the summary of a paper's abstract, None for one that does not count. A paper that is
        gone has none.
        """
        async with self._database.write(urgent=False) as session:
            await session.run(
                """INSERT INTO summary (paper, model, original, text, made)
                   SELECT coalesce(merged_into, key), ?, ?, ?, ? FROM paper WHERE key = ?
                   ON CONFLICT DO UPDATE SET text = excluded.text, made = excluded.made""",
                [model, hash_of(paper.abstract), text, to_seconds(now), paper.key],
            )


async def with_summaries(
    session: Session, papers: Sequence[Paper], model: str | None
) -> list[Paper]:
    """Return papers, those without a source's summary with the one that this model wrote of their
    abstract, where there is one. Without a model they stay as they are.
    """
    bare = [paper for paper in papers if paper.summary is None and paper.abstract]
    if model is None or not bare:
        return list(papers)
    known = await _known(session, bare, model)
    own = {key: MachineSummary(text, model, own=True) for key, text in known.items() if text}
    return [replace(one, summary=own[one.key]) if one.key in own else one for one in papers]


async def _known(session: Session, papers: Sequence[Paper], model: str) -> dict[int, str | None]:
    hashes = {paper.key: hash_of(paper.abstract) for paper in papers}
    rows = await session.rows(
        """SELECT named.key AS key, summary.original, summary.text
           FROM paper AS named
           JOIN paper AS same ON same.key = coalesce(named.merged_into, named.key)
                              OR same.merged_into = coalesce(named.merged_into, named.key)
           JOIN summary ON summary.paper = same.key AND summary.model = ?
           WHERE named.key IN (SELECT value FROM json_each(?))
           ORDER BY same.merged_into IS NULL""",
        [model, json_list(list(hashes))],
    )
    return {row["key"]: row["text"] for row in rows if row["original"] == hashes[row["key"]]}

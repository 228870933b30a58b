"""An upsert: a handful of statements for any number of drafts.

    drafts ─▶ known papers by id and by title ─▶ decide in memory (`paper_merge`) ─▶ write changes

- Which papers a draft joins, and whose an id is, is decided in `paper_batch`.
- Counterparts by title are found by the titles' numbers, in one indexed statement a batch.
- A row that stays as it was is not written. Keys count up and are never given twice.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.core.same_work import title_number
from bot.core.visibility import added_number, is_public, own_id
from bot.services.ports import Upserted
from bot.storage.paper_batch import Batch
from bot.storage.paper_index import reindex
from bot.storage.paper_rows import STORE, json_list, paper_values, read_paper

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.core.papers import Paper, PaperDraft
    from bot.storage.session import Session

_BY_TITLE = """
    SELECT * FROM paper
    WHERE title_number IN (SELECT value FROM json_each(?)) AND merged_into IS NULL"""
_FOLLOW = (
    "UPDATE paper SET merged_into = :winner WHERE key = :loser OR merged_into = :loser",
    "UPDATE paper_id SET paper = :winner WHERE paper = :loser",
    # Saved twice: the earlier day and both notes stay.
    """INSERT INTO saved (user, paper, note, saved)
       SELECT user, :winner, note, saved FROM saved WHERE paper = :loser
       ON CONFLICT (user, paper) DO UPDATE SET
           saved = min(saved, excluded.saved),
           note = CASE WHEN excluded.note IN ('', note) THEN note
                       WHEN note = '' THEN excluded.note
                       ELSE note || ' · ' || excluded.note END""",
    "DELETE FROM saved WHERE paper = :loser",
    # Shown twice at one target: no part may give it back.
    """INSERT INTO shown (paper, channel, user, part)
       SELECT :winner, channel, user, part FROM shown WHERE paper = :loser
       ON CONFLICT DO UPDATE SET part = NULL""",
    "DELETE FROM shown WHERE paper = :loser",
)


async def upsert(session: Session, drafts: Sequence[PaperDraft], now: int) -> Upserted:
    """Store the drafts within the session's transaction."""
    batch = await _load(session, drafts)
    for draft in drafts:
        batch.take(draft)
    written = batch.written()
    await _write(session, batch, written, now)
    losers = {loser for _, loser in batch.merges}
    changed = [paper.key for paper in written if paper.key not in losers]
    new = tuple(key for key in changed if key not in batch.before)
    updated = tuple(key for key in changed if key in batch.before)
    unchanged = len((batch.before.keys() & batch.met) - losers) - len(updated)
    return Upserted(new, updated, unchanged, tuple(sorted(losers)))


async def _load(session: Session, drafts: Sequence[PaperDraft]) -> Batch:
    externals = {external for draft in drafts for external in draft.ids}
    found = await session.rows(
        """SELECT external, paper FROM paper_id
           WHERE external IN (SELECT value FROM json_each(?))""",
        [json_list(sorted(externals))],
    )
    by_external: dict[str, int] = {row["external"]: row["paper"] for row in found}
    numbers = {number for draft in drafts if (number := title_number(draft.title)) is not None}
    rows = await session.rows(_BY_TITLE, [json_list(sorted(numbers))])
    before = {row["key"]: read_paper(row) for row in rows}
    rows = await session.rows(
        "SELECT * FROM paper WHERE key IN (SELECT value FROM json_each(?))",
        [json_list(sorted(set(by_external.values()) - before.keys()))],
    )
    # Losers keep their ids in `paper_id` only as the winner's, so what was found are winners.
    before |= {row["key"]: read_paper(row) for row in rows}
    met = set(by_external.values())
    for paper in before.values():
        by_external.update(dict.fromkeys(paper.ids, paper.key))
    last = await session.row("SELECT seq FROM sqlite_sequence WHERE name = 'paper'")
    own_ids = await _own_ids(session, [p for p in before.values() if not is_public(p.source)])
    return Batch(before, by_external, met, 0 if last is None else last["seq"], own_ids)


async def _own_ids(session: Session, papers: Sequence[Paper]) -> dict[int, tuple[str, ...]]:
    """Return the ids by which their servers find papers of added sources, by key; those are absent
    whose source is gone, or whose id another paper has.
    """
    if not papers:
        return {}
    numbers = {paper.key: added_number(paper.source) for paper in papers}
    rows = await session.rows(
        "SELECT id, server FROM added_source WHERE id IN (SELECT value FROM json_each(?))",
        [json_list(sorted({one for one in numbers.values() if one is not None}))],
    )
    servers: dict[int | None, int] = {row["id"]: row["server"] for row in rows}
    own = {
        own_id(servers[numbers[one.key]], one.title, one.authors): one.key
        for one in papers
        if numbers[one.key] in servers
    }
    rows = await session.rows(
        "SELECT external, paper FROM paper_id WHERE external IN (SELECT value FROM json_each(?))",
        [json_list(sorted(own))],
    )
    used = {row["external"] for row in rows if row["paper"] != own[row["external"]]}
    return {key: (external,) for external, key in own.items() if external not in used}


async def _write(session: Session, batch: Batch, written: list[Paper], now: int) -> None:
    await session.run_many(STORE, [paper_values(paper, now) for paper in written])
    await session.run_many(
        "DELETE FROM paper_id WHERE external = ? AND paper = ?",
        [
            (external, paper.key)
            for paper in written
            if (known := batch.before.get(paper.key)) is not None
            for external in known.ids
            if external not in paper.ids
        ],
    )
    await session.run_many(
        "INSERT INTO paper_id (external, paper) VALUES (?, ?) ON CONFLICT DO NOTHING",
        [
            (external, paper.key)
            for paper in written
            for external in paper.ids
            if (known := batch.before.get(paper.key)) is None or external not in known.ids
        ],
    )
    losers = {loser for _, loser in batch.merges}
    touched = losers.union(paper.key for paper in written)
    await reindex(
        session,
        [paper for key, paper in batch.before.items() if key in touched],
        [paper for paper in written if paper.key not in losers],
    )
    for winner, loser in batch.merges:
        for statement in _FOLLOW:
            await session.run(statement, {"winner": winner, "loser": loser})

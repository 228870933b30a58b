"""An upsert: a handful of statements for any number of drafts.

    drafts ─▶ known papers by id and by title ─▶ decide in memory (`paper_merge`) ─▶ write changes

- One external id in common makes a draft the known paper, and so do title and authors
  (`bot/core/same_work.py`). What leads one draft to several papers makes these one: the smallest
  key wins, and ids, saved papers and what was shown follow it.
- What was looked up (`released` is `NEVER`) is a claim of somebody who may be wrong, and a merge is
  for ever: it joins no two papers, and one paper only where the titles may be one work's. Ids that
  lead elsewhere are not taken from it, nor a second one of a kind; a work may have several DOIs.
  What is left without an id is not stored.
- What a server's own source told is a claim that joins by an id alone.
- Counterparts by title are found by the titles' numbers, in one indexed statement a batch.
- A row that stays as it was is not written. Keys count up and are never given twice.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bot.core.same_title import same_title
from bot.core.same_work import same_work, title_number
from bot.core.visibility import is_public
from bot.services.ports import Upserted
from bot.storage.paper_index import reindex
from bot.storage.paper_merge import first_told, is_claim, joined, told_again
from bot.storage.paper_rows import STORE, json_list, paper_values, read_paper

if TYPE_CHECKING:
    from collections.abc import Sequence
    from collections.abc import Set as AbstractSet

    from bot.core.papers import Paper, PaperDraft
    from bot.storage.session import Session

_DOI = "doi:"
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


class _Batch:
    """What is known of the drafts' papers, and what becomes of it."""

    def __init__(
        self, before: dict[int, Paper], by_external: dict[str, int], met: set[int], last: int
    ) -> None:
        self.before = before
        self.papers = dict(before)
        self.by_external = by_external
        self.by_title: dict[int, set[int]] = {}
        self.met = met  # what the drafts lead to
        self.merges: list[tuple[int, int]] = []  # (winner, loser)
        self.last = last
        for paper in before.values():
            self._index(paper)

    def take(self, draft: PaperDraft) -> None:
        """Let one draft's word count."""
        if not draft.ids:
            raise ValueError(f"a draft without an external id: {draft.title!r}")
        if is_claim(draft):
            draft, keys = self._believed(draft)
            if not draft.ids:
                return
        else:
            by_id = {self.by_external[one] for one in draft.ids if one in self.by_external}
            keys = sorted(by_id.union(self._same(draft, by_id)))
        if keys:
            paper = self.papers[keys[0]]
            for loser in keys[1:]:
                paper = joined(paper, self.papers[loser])
                self.merges.append((paper.key, loser))
                self._index(self.papers[loser], gone=True)
            paper = told_again(paper, draft)
        else:
            self.last += 1
            paper = first_told(self.last, draft)
        self.papers[paper.key] = paper
        self.met.update(keys)
        self._index(paper)
        for external in paper.ids:
            self.by_external[external] = paper.key

    def _same(self, draft: PaperDraft, known: AbstractSet[int] = frozenset()) -> list[int]:
        """Return the papers that are the draft's work by title and authors, but for known ones."""
        number = title_number(draft.title)
        alike = self.by_title.get(number, set()) - known if number is not None else ()
        return [key for key in sorted(alike) if same_work(draft, self.papers[key])]

    def _index(self, paper: Paper, *, gone: bool = False) -> None:
        """Let a paper be found by its title, or no more."""
        number = title_number(paper.title)
        if number is not None:
            alike = self.by_title.setdefault(number, set())
            alike.discard(paper.key) if gone else alike.add(paper.key)

    def _believed(self, draft: PaperDraft) -> tuple[PaperDraft, list[int]]:
        """Return a claim with the ids that can be believed, and the paper that it joins."""
        known = {
            external: self.papers[self.by_external[external]]
            for external in draft.ids
            if external in self.by_external
        }
        joins = next((p for p in known.values() if same_title(p.title, draft.title)), None)
        if joins is None and is_public(draft.source):
            same = [self.papers[key] for key in self._same(draft)]
            joins = next((paper for paper in same if is_public(paper.source)), None)
            if joins is not None:
                ids = tuple(one for one in draft.ids if known.get(one, joins) == joins)
                return replace(draft, ids=ids), [joins.key]
        kinds = set[str]() if joins is None else {_kind(external) for external in joins.ids}
        own: list[str] = []
        for external in draft.ids:
            kind = _kind(external)
            if external not in known and (kind == _DOI or kind not in kinds):
                kinds.add(kind)
                own.append(external)
            elif joins is not None and known.get(external) == joins:
                own.append(external)
        return replace(draft, ids=tuple(own)), [] if joins is None else [joins.key]

    def written(self) -> list[Paper]:
        """Give the papers that are new or not as they were, losers too where they are new."""
        return [p for key, p in sorted(self.papers.items()) if p != self.before.get(key)]


def _kind(external: str) -> str:
    """Return an id's namespace; Semantic Scholar has two kinds in one."""
    return _DOI if external.startswith(_DOI) else external.rpartition(":")[0]


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


async def _load(session: Session, drafts: Sequence[PaperDraft]) -> _Batch:
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
    return _Batch(before, by_external, met, 0 if last is None else last["seq"])


async def _write(session: Session, batch: _Batch, written: list[Paper], now: int) -> None:
    await session.run_many(STORE, [paper_values(paper, now) for paper in written])
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

"""The papers people saved. A paper that was merged into another is saved, and removed, as that."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.core.query_fold import fold
from bot.services.ports import SavedPaper
from bot.storage.instants import from_seconds, to_seconds
from bot.storage.paper_rows import read_paper
from bot.storage.people import ensure_user

if TYPE_CHECKING:
    import builtins
    from datetime import datetime

    from bot.storage.database import Database


class LibraryRows:
    """`LibraryStore` on the table `saved`."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def save(self, user_id: int, key: int, now: datetime) -> bool:
        """Save a paper; False where it was saved already, or where there is none of this key."""
        async with self._database.write() as session:
            await ensure_user(session, user_id, now)
            saved = await session.run(
                """INSERT INTO saved (user, paper, saved)
                   SELECT ?, coalesce(merged_into, key), ? FROM paper WHERE key = ?
                   ON CONFLICT DO NOTHING""",
                [user_id, to_seconds(now), key],
            )
        return saved > 0

    async def remove(self, user_id: int, key: int) -> bool:
        """Take a paper out; False where it was not there."""
        async with self._database.write() as session:
            gone = await session.run(
                """DELETE FROM saved WHERE user = ? AND paper IN (
                       SELECT coalesce(merged_into, key) FROM paper WHERE key = ?)""",
                [user_id, key],
            )
        return gone > 0

    async def list(self, user_id: int, find: str | None, limit: int) -> builtins.list[SavedPaper]:
        """Return saved papers, newest first.

        Every word of `find` must stand in title, authors or note, as a part of a word too; case and
        accents do not count.
        """
        words = fold(find or "").split()
        async with self._database.read() as session:
            rows = await session.rows(
                """SELECT paper.*, saved.note AS saved_note, saved.saved AS saved_at
                   FROM saved JOIN paper ON paper.key = saved.paper
                   WHERE saved.user = ? ORDER BY saved.saved DESC, paper.key DESC LIMIT ?""",
                [user_id, -1 if find else limit],
            )
        papers = [
            SavedPaper(read_paper(row), row["saved_note"], from_seconds(row["saved_at"]))
            for row in rows
        ]
        if find is None:
            return papers
        return [one for one in papers if words and _has(one, words)][:limit]


def _has(saved: SavedPaper, words: list[str]) -> bool:
    text = fold(" ".join((saved.paper.title, *saved.paper.authors, saved.note)))
    return all(word in text for word in words)

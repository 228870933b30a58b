"""Panels and searches in progress.

They hang on their person, and are forgotten two days after the last touch.
"""

from __future__ import annotations

import json
from datetime import timedelta
from typing import TYPE_CHECKING

from bot.services.ports import Draft
from bot.storage.instants import to_seconds
from bot.storage.people import ensure_user

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from bot.storage.database import Database

KEPT = timedelta(days=2)


class DraftRows:
    """`DraftStore` on the table `draft`."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def open(self, user_id: int, kind: str, body: Mapping[str, object], now: datetime) -> int:
        """Store a new draft and return its id; forgets drafts older than two days."""
        async with self._database.write() as session:
            await session.run("DELETE FROM draft WHERE touched < ?", [to_seconds(now - KEPT)])
            await ensure_user(session, user_id, now)
            (row,) = await session.rows(
                "INSERT INTO draft (user, kind, body, touched) VALUES (?, ?, ?, ?) RETURNING id",
                [user_id, kind, json.dumps(dict(body)), to_seconds(now)],
            )
        return row["id"]

    async def get(self, draft_id: int) -> Draft | None:
        """Return one, or None."""
        async with self._database.read() as session:
            row = await session.row("SELECT * FROM draft WHERE id = ?", [draft_id])
        if row is None:
            return None
        return Draft(row["id"], row["user"], row["kind"], json.loads(row["body"]))

    async def change(self, draft_id: int, body: Mapping[str, object], now: datetime) -> None:
        """Replace its body."""
        async with self._database.write() as session:
            await session.run(
                "UPDATE draft SET body = ?, touched = ? WHERE id = ?",
                [json.dumps(dict(body)), to_seconds(now), draft_id],
            )

    async def close(self, draft_id: int) -> bool:
        """Forget it; False where it was gone already."""
        async with self._database.write() as session:
            return await session.run("DELETE FROM draft WHERE id = ?", [draft_id]) > 0

"""Misses: what the lookup services do not know, for as long as it is worth remembering.

A question is stored as its hash: what somebody typed can be recognised here, and not be read.
"""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from bot.storage.instants import to_seconds
from bot.storage.paper_rows import json_list, read_list

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from bot.storage.database import Database

MOST = 10_000
"""Misses that are remembered; of more the oldest go."""

_KEEP = """
    INSERT INTO lookup_miss (question, asked, at) VALUES (?, ?, ?)
    ON CONFLICT DO UPDATE SET asked = excluded.asked, at = excluded.at"""
_TOO_MANY = """
    DELETE FROM lookup_miss WHERE question IN (
        SELECT question FROM lookup_miss ORDER BY at DESC, question LIMIT -1 OFFSET ?)"""


class MissRows:
    """`MissStore` on the table `lookup_miss`."""

    def __init__(self, database: Database, most: int = MOST) -> None:
        self._database = database
        self._most = most

    async def known(self, question: str, since: datetime, now: datetime) -> tuple[str, ...]:
        """Return the services that answered a question with nothing after `since`, in the order in
        which they did; none where it was not asked, or by a clock that was ahead of `now`.
        """
        async with self._database.read() as session:
            row = await session.row(
                "SELECT asked FROM lookup_miss WHERE question = ? AND at > ? AND at <= ?",
                [_hash(question), to_seconds(since), to_seconds(now)],
            )
        return () if row is None else read_list(row["asked"])

    async def keep(self, question: str, asked: Sequence[str], now: datetime) -> None:
        """Remember that these services answered a question with nothing."""
        async with self._database.write() as session:
            await session.run(_KEEP, [_hash(question), json_list(asked), to_seconds(now)])
            await session.run(_TOO_MANY, [self._most])

    async def forget(self, before: datetime) -> int:
        """Forget what was answered until that instant; returns how many questions."""
        async with self._database.write(urgent=False) as session:
            return await session.run("DELETE FROM lookup_miss WHERE at <= ?", [to_seconds(before)])


def _hash(question: str) -> str:
    return hashlib.blake2b(question.encode("utf-8", "replace"), digest_size=16).hexdigest()

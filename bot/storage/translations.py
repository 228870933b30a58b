"""Translations, for ever, and the characters of each month.

A paper's translations follow it when it is merged into another: its old key still leads to them.
"""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING

from bot.storage.instants import to_seconds

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence
    from datetime import datetime

    from bot.services.ports.translation import Text
    from bot.storage.database import Database


class TranslationRows:
    """`TranslationStore` on the tables `translation` and `translation_month`."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def known(
        self, texts: Collection[Text], language: str, provider: str
    ) -> dict[Text, str | None]:
        """Return the translations that there are; None where one cannot be relied on."""
        asked = list(dict.fromkeys(texts))
        named = json.dumps([[at, key, _hash(text)] for at, (key, text) in enumerate(asked)])
        async with self._database.read() as session:
            rows = await session.rows(
                """SELECT json_extract(asked.value, '$[0]') AS at, translation.text
                   FROM json_each(?) AS asked
                   JOIN paper AS named ON named.key = json_extract(asked.value, '$[1]')
                   JOIN paper AS same ON same.key = coalesce(named.merged_into, named.key)
                                      OR same.merged_into = coalesce(named.merged_into, named.key)
                   JOIN translation ON translation.paper = same.key
                    AND translation.language = ? AND translation.provider = ?
                    AND translation.original = json_extract(asked.value, '$[2]')
                   ORDER BY same.merged_into IS NULL""",
                [named, language, provider],
            )
        return {asked[row["at"]]: row["text"] for row in rows}

    async def keep(
        self, told: Mapping[Text, str | None], language: str, provider: str, now: datetime
    ) -> None:
        """Keep what was told, None for what cannot be relied on. A paper that is gone has none."""
        rows = [
            (language, provider, _hash(text), translated, to_seconds(now), key)
            for (key, text), translated in told.items()
        ]
        async with self._database.write(urgent=False) as session:
            await session.run_many(
                """INSERT INTO translation (paper, language, provider, original, text, made)
                   SELECT coalesce(merged_into, key), ?, ?, ?, ?, ? FROM paper WHERE key = ?
                   ON CONFLICT DO UPDATE SET text = excluded.text, made = excluded.made""",
                rows,
            )

    async def reserve(self, month: str, costs: Sequence[int], budget: int) -> int:
        """Count as many of the first costs as the month's budget has room for; returns how many."""
        async with self._database.write() as session:
            await session.run(
                "INSERT INTO translation_month (month, used) VALUES (?, 0) ON CONFLICT DO NOTHING",
                [month],
            )
            row = await session.row("SELECT used FROM translation_month WHERE month = ?", [month])
            used = 0 if row is None else int(row["used"])
            fitting = 0
            for cost in costs:
                if used + cost > budget:
                    break
                used, fitting = used + cost, fitting + 1
            await session.run(
                "UPDATE translation_month SET used = ? WHERE month = ?", [used, month]
            )
        return fitting

    async def give_back(self, month: str, characters: int) -> None:
        """Count characters of a month no longer."""
        async with self._database.write() as session:
            await session.run(
                "UPDATE translation_month SET used = max(0, used - ?) WHERE month = ?",
                [characters, month],
            )

    async def used(self, month: str) -> int:
        """Return how many characters a month took."""
        async with self._database.read() as session:
            row = await session.row("SELECT used FROM translation_month WHERE month = ?", [month])
        return 0 if row is None else row["used"]


def _hash(text: str) -> str:
    return hashlib.blake2b(text.encode("utf-8", "replace"), digest_size=16).hexdigest()

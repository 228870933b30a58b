"""Translations, for ever, and the characters of each month.

A paper's translations follow it when it is merged into another: its old key still leads to them.
"""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING

from bot.storage.instants import to_seconds
from bot.storage.spent import SpentRows

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping
    from datetime import datetime

    from bot.services.ports.translation import Text
    from bot.storage.database import Database


class TranslationRows(SpentRows):
    """`TranslationStore` on the tables `translation` and `spent`."""

    def __init__(self, database: Database) -> None:
        super().__init__(database, "translation")

    async def known(
        self, texts: Collection[Text], language: str, provider: str
    ) -> dict[Text, str | None]:
        """Return the translations that there are; None where one cannot be relied on."""
        asked = list(dict.fromkeys(texts))
        named = json.dumps([[at, key, hash_of(text)] for at, (key, text) in enumerate(asked)])
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
            (language, provider, hash_of(text), translated, to_seconds(now), key)
            for (key, text), translated in told.items()
        ]
        async with self._database.write(urgent=False) as session:
            await session.run_many(
                """INSERT INTO translation (paper, language, provider, original, text, made)
                   SELECT coalesce(merged_into, key), ?, ?, ?, ?, ? FROM paper WHERE key = ?
                   ON CONFLICT DO UPDATE SET text = excluded.text, made = excluded.made""",
                rows,
            )


def hash_of(text: str) -> str:
    """Return what a text is known by: a changed one is another one."""
    return hashlib.blake2b(text.encode("utf-8", "replace"), digest_size=16).hexdigest()

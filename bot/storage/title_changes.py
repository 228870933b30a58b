"""What changed of the titles, numbered, so that an index of them can tell what it lacks.

- Every change of a title, of its votes, or of whether the paper is there at all has a number,
  greater than every number before it. The database counts by itself (triggers), in the transaction
  of the change. Of one paper only the last change is kept. The papers' *version* is the last
  number.
- A *stamp* is a text that nobody else has, noted with the version that an index of that stamp had
  seen at least. It is noted after that version was reached, so a copy of the database that knows
  the stamp has all that the index has, and numbers everything since. A copy of earlier, another
  database, and one that went another way since do not know it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.services.ports import TitleChange

if TYPE_CHECKING:
    from bot.storage.database import Database


class TitleChanges:
    """`TitleHistory` on the tables `title_change` and `title_stamp`."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def version(self) -> int:
        """Return the number of the last change; 0 before the first."""
        return await self._number("SELECT coalesce(max(version), 0) FROM title_change")

    async def last_key(self) -> int:
        """Return the greatest key of a paper; 0 where there is none."""
        return await self._number("SELECT coalesce(max(key), 0) FROM paper")

    async def since(self, version: int, limit: int) -> list[TitleChange]:
        """Return what changed after `version`, each paper once, in the order of the numbers."""
        async with self._database.read() as session:
            rows = await session.rows(
                """SELECT title_change.version, title_change.paper, paper.upvotes,
                          CASE WHEN paper.merged_into IS NULL
                                    AND paper.source NOT LIKE 'added:%'
                               THEN paper.title END AS title
                   FROM title_change LEFT JOIN paper ON paper.key = title_change.paper
                   WHERE title_change.version > ? ORDER BY title_change.version LIMIT ?""",
                [version, limit],
            )
        return [
            TitleChange(row["version"], row["paper"], row["title"], row["upvotes"] or 0)
            for row in rows
        ]

    async def count_since(self, version: int, most: int) -> int:
        """Return how many papers changed after `version`; `most` where there are more."""
        return await self._number(
            """SELECT count(*) FROM (SELECT 1 FROM title_change WHERE version > ? LIMIT ?)""",
            version,
            most,
        )

    async def stamped(self, stamp: str) -> int | None:
        """Return the version that was noted for a stamp; None for one that is not known."""
        async with self._database.read() as session:
            row = await session.row("SELECT version FROM title_stamp WHERE stamp = ?", [stamp])
        return None if row is None else row["version"]

    async def note(self, stamp: str, version: int) -> None:
        """Note a stamp for an index that has seen `version`, which was reached already."""
        async with self._database.write() as session:
            await session.run(
                "INSERT INTO title_stamp (stamp, version) VALUES (?, ?)", [stamp, version]
            )

    async def _number(self, sql: str, *parameters: int) -> int:
        async with self._database.read() as session:
            (row,) = await session.rows(sql, parameters)
        return int(row[0])

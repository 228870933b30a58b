"""A few values that the installation remembers of itself, by name."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bot.storage.database import Database


class SettingRows:
    """`SettingStore` on the table `setting`."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def get(self, name: str) -> str | None:
        """Return a value, or None."""
        async with self._database.read() as session:
            row = await session.row("SELECT value FROM setting WHERE name = ?", [name])
        return None if row is None else row["value"]

    async def set(self, name: str, value: str) -> None:
        """Remember a value."""
        async with self._database.write() as session:
            await session.run(
                """INSERT INTO setting (name, value) VALUES (?, ?)
                   ON CONFLICT (name) DO UPDATE SET value = excluded.value""",
                [name, value],
            )

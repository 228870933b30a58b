"""What was spent of something that costs, in each period: one row of the table `spent` each."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.storage.database import Database


class SpentRows:
    """`BudgetStore` for one thing, `what` being its name in the table."""

    def __init__(self, database: Database, what: str) -> None:
        self._database = database
        self._what = what

    async def reserve(self, period: str, costs: Sequence[int], budget: int) -> int:
        """Count as many of the first costs as the period's budget has room for, in one transaction;
        returns how many.
        """
        async with self._database.write() as session:
            await session.run(
                "INSERT INTO spent (what, period, used) VALUES (?, ?, 0) ON CONFLICT DO NOTHING",
                [self._what, period],
            )
            row = await session.row(
                "SELECT used FROM spent WHERE what = ? AND period = ?", [self._what, period]
            )
            used = 0 if row is None else int(row["used"])
            fitting = 0
            for cost in costs:
                if used + cost > budget:
                    break
                used, fitting = used + cost, fitting + 1
            await session.run(
                "UPDATE spent SET used = ? WHERE what = ? AND period = ?",
                [used, self._what, period],
            )
        return fitting

    async def give_back(self, period: str, spent: int) -> None:
        """Count so much of a period no longer."""
        async with self._database.write() as session:
            await session.run(
                "UPDATE spent SET used = max(0, used - ?) WHERE what = ? AND period = ?",
                [spent, self._what, period],
            )

    async def used(self, period: str) -> int:
        """Return how much a period took."""
        async with self._database.read() as session:
            row = await session.row(
                "SELECT used FROM spent WHERE what = ? AND period = ?", [self._what, period]
            )
        return 0 if row is None else row["used"]

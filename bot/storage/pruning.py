"""Pruning: deliveries that nobody asks for any more are forgotten.

Kept are those made since an instant, each subscription's last few (what status tells), the last
that had papers (what `/digest now again` repeats, and whose votes the next one compares with), and
whatever is still on its way. What was shown at a target hangs on its paper and stays.

A page of deliveries is one short transaction, so that nobody who writes waits for long.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.storage.instants import to_seconds
from bot.storage.paper_rows import json_list

if TYPE_CHECKING:
    from datetime import datetime

    from bot.storage.database import Database

_PAGE = 500
_IN_ORDER = "SELECT id, made FROM delivery WHERE id > ? ORDER BY id LIMIT ?"
NOT_NEEDED = """
    SELECT old.id FROM json_each(?) AS named JOIN delivery AS old ON old.id = named.value
    WHERE old.id < (SELECT id FROM delivery WHERE subscription = old.subscription
                    ORDER BY id DESC LIMIT 1 OFFSET ?)
      AND old.id IS NOT (SELECT id FROM delivery WHERE subscription = old.subscription
                         AND papers > 0 ORDER BY id DESC LIMIT 1)
      AND NOT EXISTS (SELECT 1 FROM part WHERE part.delivery = old.id
                      AND part.state IN ('planned', 'sending'))"""
"""The parameters are a JSON array of deliveries' ids, and how many last ones are kept less one."""


async def prune(database: Database, before: datetime, keep: int) -> int:
    """Forget finished deliveries made before that instant, but for each subscription's `keep` (≥ 1)
    last ones and the last that had papers; returns how many.
    """
    pruned, last = 0, 0
    while True:
        async with database.read() as session:
            page = await session.rows(_IN_ORDER, [last, _PAGE])
            old = [row["id"] for row in page if row["made"] < to_seconds(before)]
            found = await session.rows(NOT_NEEDED, [json_list(old), keep - 1])
        if not old:  # ids and instants rise together
            return pruned
        last = page[-1]["id"]
        async with database.write() as session:
            pruned += await session.run(
                "DELETE FROM delivery WHERE id IN (SELECT value FROM json_each(?))",
                [json_list([row["id"] for row in found])],
            )

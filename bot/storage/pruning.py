"""Pruning: deliveries and papers that nobody asks for any more are forgotten.

Kept are those made since an instant, each subscription's last few (what status tells), the last
that had papers (what `/digest now again` repeats, and whose votes the next one compares with), and
whatever is still on its way. What was shown at a target hangs on its paper and stays.

Of papers those go that only an added source told of and to which nothing refers any more;
everybody's stay. What an edition that is kept says of one counts as well.

A page of deliveries or papers is one short transaction, so that nobody who writes waits for long.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.core.papers import NEVER
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


_PAPERS_AT_ONCE = 100  # a transaction, lest it holds the writer for long
_ALONE = """
    source LIKE 'added:%' AND merged_into IS NULL
    AND NOT EXISTS (SELECT 1 FROM added_entry WHERE added_entry.paper = paper.key)
    AND NOT EXISTS (SELECT 1 FROM saved WHERE saved.paper = paper.key)
    AND NOT EXISTS (SELECT 1 FROM shown WHERE shown.paper = paper.key)
    AND NOT EXISTS (SELECT 1 FROM paper AS loser WHERE loser.merged_into = paper.key)"""
_UNREAD = f"SELECT key FROM paper WHERE released = ? AND key > ? AND {_ALONE} ORDER BY key LIMIT ?"  # noqa: S608 - constants
_FORGET = f"DELETE FROM paper WHERE key IN (SELECT value FROM json_each(?)) AND {_ALONE}"  # noqa: S608 - constants
_REFERRED = """
    SELECT DISTINCT
           coalesce(json_extract(one.value, '$.key'), json_extract(one.value, '$[0]')) AS key
    FROM (SELECT id, edition FROM delivery WHERE id > ? AND id <= ? AND papers > 0) AS told,
         json_each(json_array('$.chosen', '$.more', '$.left_out')) AS list,
         json_each(told.edition, list.value) AS one"""


async def forget_unread(database: Database) -> int:
    """Delete the papers that only added sources told of and to which nothing refers: no entry,
    nobody's library, nothing shown, no edition that is kept; returns how many.
    """
    gone, last = 0, 0
    referred: frozenset[int] | None = None
    while True:
        async with database.read() as session:
            page = await session.rows(_UNREAD, [NEVER.isoformat(), last, _PAPERS_AT_ONCE])
        if not page:
            return gone
        last = page[-1]["key"]
        if referred is None:
            referred = await _in_editions(database)
        keys = [row["key"] for row in page if row["key"] not in referred]
        async with database.write(urgent=False) as session:
            gone += await session.run(_FORGET, [json_list(keys)])


async def _in_editions(database: Database) -> frozenset[int]:
    """Return the keys that editions have which are kept, a page of deliveries a statement."""
    found: set[int] = set()
    last = 0
    while True:
        async with database.read() as session:
            page = await session.rows(_IN_ORDER, [last, _PAGE])
            if not page:
                return frozenset(found)
            rows = await session.rows(_REFERRED, [last, page[-1]["id"]])
        last = page[-1]["id"]
        found.update(row["key"] for row in rows)


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

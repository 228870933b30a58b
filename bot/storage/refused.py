"""Parts that were refused, planned again once their place is mended."""

from __future__ import annotations

from typing import TYPE_CHECKING

import structlog

from bot.core.editions import Edition
from bot.storage.editions_json import read_edition
from bot.storage.errors import StorageError
from bot.storage.instants import to_seconds
from bot.storage.paper_rows import json_list

if TYPE_CHECKING:
    from datetime import datetime

    from bot.storage.session import Session

log = structlog.stdlib.get_logger(__name__)


async def retry_refused(
    session: Session, subscription_id: int, since: datetime, now: datetime
) -> int:
    """Plan them again; see `DeliveryRows.retry_refused`."""
    planned = 0
    rows = await session.rows(
        """SELECT part.id, delivery.edition, subscription.channel, subscription.user
           FROM part
           JOIN delivery ON delivery.id = part.delivery
           JOIN subscription ON subscription.id = delivery.subscription
           WHERE subscription.id = ? AND part.state = 'refused' AND delivery.made >= ?
           ORDER BY part.id""",
        [subscription_id, to_seconds(since)],
    )
    for row in rows:
        try:
            edition = read_edition(row["edition"])
        except (StorageError, ValueError):
            log.exception("part_unreadable", part=row["id"], subscription=subscription_id)
            continue
        keys = [c.key for c in edition.chosen] if isinstance(edition, Edition) else []
        taken = await session.row(
            """SELECT 1 FROM shown WHERE (channel = ? OR user = ?)
               AND paper IN (SELECT value FROM json_each(?)) LIMIT 1""",
            [row["channel"], row["user"], json_list(keys)],
        )
        if taken is not None:
            continue
        await session.run_many(
            "INSERT INTO shown (paper, channel, user, part) VALUES (?, ?, ?, ?)",
            [(key, row["channel"], row["user"], row["id"]) for key in keys],
        )
        await session.run(
            """UPDATE part SET state = 'planned', ready = ?, attempted = NULL, detail = ''
               WHERE id = ?""",
            [to_seconds(now), row["id"]],
        )
        planned += 1
    await session.run(
        """UPDATE part SET ready = ? WHERE ready > ? AND state IN ('planned', 'sending')
           AND delivery IN (SELECT id FROM delivery WHERE subscription = ?)""",
        [to_seconds(now), to_seconds(now), subscription_id],
    )
    return planned

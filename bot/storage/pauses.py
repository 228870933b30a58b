"""Pauses in the table `subscription`: how they begin and end, and what somebody was told.

`alerted` holds what was told last, until something arrives. A pause by hand is replaced by no
other, and what comes of itself ends only the pause that it saw.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.core.subscriptions import Paused, PauseReason, Undelivered
from bot.storage.instants import to_seconds

if TYPE_CHECKING:
    from datetime import datetime

    from bot.core.subscriptions import Trouble
    from bot.storage.session import Session

_TO_BE_TOLD = "(channel IS NOT NULL AND pause_reason <> 'asked')"  # readers see it at a command
UNTOLD = f"""WHERE pause_reason IS NOT NULL AND {_TO_BE_TOLD}
             AND alerted <> rtrim(pause_reason || ' ' || pause_detail)
             ORDER BY subscription.id"""
"""Which digests stopped and nobody was told, oldest first."""


async def pause(session: Session, subscription_id: int, paused: Paused) -> bool:
    """Stop one; see `SubscriptionRows.pause`."""
    news_text, asked = _news(paused), paused.reason is PauseReason.ASKED
    changed = await session.run(
        """UPDATE subscription SET pause_reason = ?, pause_since = ?, pause_detail = ?
           WHERE id = ? AND (? OR coalesce(pause_reason, '') <> 'asked')""",
        [paused.reason, to_seconds(paused.since), paused.detail, subscription_id, asked],
    )
    if not changed:
        return False
    news = await session.run(
        f"""UPDATE subscription SET missed_from = NULL, missed_until = NULL,
                alerted = CASE WHEN {_TO_BE_TOLD} THEN alerted ELSE ? END
            WHERE id = ? AND alerted <> ?""",  # noqa: S608 - a condition of this file
        [news_text, subscription_id, news_text],
    )
    return news > 0


async def is_news(session: Session, subscription_id: int, trouble: Undelivered) -> bool:
    """Say whether somebody is to be told; see `SubscriptionRows.is_news`."""
    too_late = trouble.cause == "too_late"
    row = await session.row(
        """SELECT 1 FROM subscription WHERE id = ? AND pause_reason IS NULL
           AND CASE WHEN ? THEN alerted = '' ELSE alerted <> ? END""",
        [subscription_id, too_late, _news(trouble)],
    )
    return row is not None


async def told(session: Session, subscription_id: int, trouble: Trouble) -> None:
    """Note what was told; see `SubscriptionRows.told`."""
    paused = trouble if isinstance(trouble, Paused) else None
    await session.run(
        """UPDATE subscription SET alerted = :told
           WHERE id = :id AND pause_reason IS :reason AND pause_since IS :since""",
        {
            "told": _news(trouble),
            "id": subscription_id,
            "reason": paused and paused.reason,
            "since": paused and to_seconds(paused.since),
        },
    )


async def resume(
    session: Session,
    subscription_id: int,
    next_due: datetime,
    now: datetime,
    seen: Paused | None,
) -> bool:
    """Let one run again; see `SubscriptionRows.resume`."""
    resumed = await session.run(
        """UPDATE subscription SET
               missed_from = coalesce(missed_from, pause_since), missed_until = :now,
               alerted = CASE pause_reason WHEN 'asked' THEN '' ELSE alerted END,
               pause_reason = NULL, pause_since = NULL, pause_detail = '',
               next_due = :next_due
           WHERE id = :id AND pause_reason IS NOT NULL AND (
               :reason IS NULL OR (pause_reason = :reason AND pause_since = :since))""",
        {
            "next_due": to_seconds(next_due),
            "now": to_seconds(now),
            "id": subscription_id,
            "reason": seen and seen.reason,
            "since": seen and to_seconds(seen.since),
        },
    )
    return resumed > 0


def _news(trouble: Trouble) -> str:
    """Return what `alerted` holds once that was told."""
    if isinstance(trouble, Undelivered):
        return f"undelivered {trouble.cause}"
    return f"{trouble.reason} {trouble.detail}".rstrip()

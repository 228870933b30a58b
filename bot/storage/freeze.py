"""Freezing: planned editions become deliveries, all of a batch in one transaction.

A plan whose subscription is gone, or whose occurrence was delivered before, is passed over. The
schedule moves only from where the plan saw it: a person who changed it meanwhile is not overruled.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from bot.core.deliveries import PartState
from bot.core.editions import Edition, EmptyEdition
from bot.core.subscriptions import ChannelTarget, UserTarget
from bot.storage.editions_json import write_edition
from bot.storage.instants import to_seconds
from bot.storage.paper_rows import json_list

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from bot.services.ports import Plan
    from bot.storage.session import Session, Value


async def freeze(session: Session, plans: Sequence[Plan], now: datetime) -> list[int | None]:
    """Store the plans within the session's transaction; the delivery's id per plan, or None."""
    passed_over = await _delivered(session, plans)
    known = await _known(session, plans)
    delivery = await _last(session, "delivery")
    part = await _last(session, "part")
    ids: list[int | None] = []
    deliveries: list[tuple[Value, ...]] = []
    parts: list[tuple[Value, ...]] = []
    reserved: list[tuple[Value, ...]] = []
    made: list[tuple[Value, ...]] = []
    for plan in plans:
        subscription = plan.subscription
        occurrence = (subscription.id, plan.occurrence)
        if subscription.id not in known or occurrence in passed_over:
            ids.append(None)
            continue
        passed_over.add(occurrence)
        delivery += 1
        ids.append(delivery)
        papers = len(plan.edition.chosen) if isinstance(plan.edition, Edition) else 0
        edition = write_edition(plan.edition)
        deliveries.append((delivery, *occurrence, to_seconds(now), edition, papers))
        if not _was_skipped(plan):
            made.append((to_seconds(plan.edition.made), subscription.id))
        channel, user = _where(plan)
        for one in plan.parts:
            part += 1
            parts.append(
                (part, delivery, one.number, one.nonce, PartState.PLANNED, to_seconds(now))
            )
            reserved += [(channel, user, part, key) for key in one.reserves]
    await session.run_many(
        """INSERT INTO delivery (id, subscription, occurrence, made, edition, papers)
           VALUES (?, ?, ?, ?, ?, ?)""",
        deliveries,
    )
    await session.run_many(
        "INSERT INTO part (id, delivery, number, nonce, state, ready) VALUES (?, ?, ?, ?, ?, ?)",
        parts,
    )
    await session.run_many(
        """INSERT OR IGNORE INTO shown (paper, channel, user, part)
           SELECT coalesce(merged_into, key), ?, ?, ? FROM paper WHERE key = ?""",
        reserved,
    )
    await session.run_many("UPDATE subscription SET last_edition = ? WHERE id = ?", made)
    await session.run_many(
        "UPDATE subscription SET next_due = ? WHERE id = ? AND next_due = ?",
        [
            (
                to_seconds(plan.next_due),
                plan.subscription.id,
                to_seconds(plan.subscription.next_due),
            )
            for plan in plans
            if plan.next_due is not None
        ],
    )
    return ids


def _was_skipped(plan: Plan) -> bool:
    edition = plan.edition
    return isinstance(edition, EmptyEdition) and edition.passed_over


def _where(plan: Plan) -> tuple[int | None, int | None]:
    match plan.subscription.target:
        case ChannelTarget(channel_id=channel):
            return channel, None
        case UserTarget(user_id=user):
            return None, user


async def _known(session: Session, plans: Sequence[Plan]) -> set[int]:
    rows = await session.rows(
        "SELECT id FROM subscription WHERE id IN (SELECT value FROM json_each(?))",
        [json_list([plan.subscription.id for plan in plans])],
    )
    return {row["id"] for row in rows}


async def _delivered(session: Session, plans: Sequence[Plan]) -> set[tuple[int, str]]:
    asked = [(plan.subscription.id, plan.occurrence) for plan in plans]
    rows = await session.rows(
        """SELECT delivery.subscription, delivery.occurrence FROM json_each(?) AS asked
           JOIN delivery ON delivery.subscription = json_extract(asked.value, '$[0]')
                        AND delivery.occurrence = json_extract(asked.value, '$[1]')""",
        [json.dumps(asked)],
    )
    return {(row["subscription"], row["occurrence"]) for row in rows}


async def _last(session: Session, table: str) -> int:
    row = await session.row("SELECT seq FROM sqlite_sequence WHERE name = ?", [table])
    return 0 if row is None else row["seq"]

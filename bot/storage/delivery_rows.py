"""Rows of the tables `delivery` and `part`, read."""

from __future__ import annotations

from typing import TYPE_CHECKING

import structlog

from bot.core.deliveries import Parcel, PartState
from bot.services.ports import DeliveryReport
from bot.storage.editions_json import read_edition
from bot.storage.errors import StorageError
from bot.storage.instants import from_seconds, from_seconds_or_none
from bot.storage.paper_rows import json_list
from bot.storage.subscription_rows import read_subscription

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Sequence

    from bot.storage.session import Session

log = structlog.stdlib.get_logger(__name__)

_ADVANCE = (
    PartState.PLANNED,
    PartState.SENDING,
    PartState.UNSURE,
    PartState.EXPIRED,
    PartState.REFUSED,
    PartState.SENT,
)
"""The states from the least to the most advanced."""


def read_parcels(rows: Sequence[sqlite3.Row]) -> tuple[list[Parcel], list[int]]:
    """Read what was found; the second list names the parts that cannot be read."""
    parcels: list[Parcel] = []
    unreadable: list[int] = []
    for row in rows:
        try:
            parcels.append(_parcel(row))
        except (StorageError, ValueError):
            log.exception(
                "part_unreadable",
                part=row["part_id"],
                subscription=row["id"],
                occurrence=row["occurrence"],
            )
            unreadable.append(row["part_id"])
    return parcels, unreadable


def _parcel(row: sqlite3.Row) -> Parcel:
    return Parcel(
        part_id=row["part_id"],
        delivery_id=row["delivery_id"],
        occurrence=row["occurrence"],
        number=row["number"],
        nonce=row["nonce"],
        state=PartState(row["state"]),
        attempted=from_seconds_or_none(row["attempted"]),
        created=from_seconds(row["made"]),
        attempts=row["attempts"],
        subscription=read_subscription(row),
        edition=read_edition(row["edition"]),
    )


async def read_reports(session: Session, deliveries: Sequence[sqlite3.Row]) -> list[DeliveryReport]:
    """Read deliveries with their parts."""
    found: list[int] = [row["id"] for row in deliveries]
    parts = await session.rows(
        """SELECT id, delivery, state, message, detail FROM part
           WHERE delivery IN (SELECT value FROM json_each(?)) ORDER BY number""",
        [json_list(found)],
    )
    return [
        _report(row, [part for part in parts if part["delivery"] == row["id"]])
        for row in deliveries
    ]


def _report(delivery: sqlite3.Row, parts: Sequence[sqlite3.Row]) -> DeliveryReport:
    least = min(parts, key=lambda part: _ADVANCE.index(PartState(part["state"])), default=None)
    return DeliveryReport(
        id=delivery["id"],
        occurrence=delivery["occurrence"],
        made=from_seconds(delivery["made"]),
        edition=read_edition(delivery["edition"]),
        state=None if least is None else PartState(least["state"]),
        message_id=parts[0]["message"] if parts else None,
        detail="" if least is None else least["detail"],
        part_id=None if least is None else least["id"],
    )

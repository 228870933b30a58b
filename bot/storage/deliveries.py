"""Editions, frozen, and their parts on the way.

    freeze ─▶ planned ─▶ claim ─▶ sending ─▶ record ─▶ sent · refused · unsure · expired
                 ▲                   ▲          │
                 └───────────────────┴──────────┘  again, not before …

- ``(subscription, occurrence)`` is stored once, ever. An edition, its parts, the papers they
  reserve and the next instant of the schedule commit together.
- A claimed part has no `ready`: nobody claims it again before it was recorded, or reopened after
  a start.
- A part that was refused or expired gives its papers back; one that may have arrived does not.
- However many plans, parcels or outcomes: a handful of statements. What people do goes ahead of
  them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import structlog

from bot.core.deliveries import Parcel, PartState
from bot.core.subscriptions import ChannelTarget, UserTarget
from bot.storage.choosing import last_editions, shown_each
from bot.storage.delivery_rows import read_parcels, read_reports
from bot.storage.editions_json import read_edition
from bot.storage.freeze import freeze
from bot.storage.instants import to_seconds, to_seconds_up
from bot.storage.paper_rows import json_list
from bot.storage.pruning import prune
from bot.storage.refused import retry_refused
from bot.storage.subscription_rows import read_subscription

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence
    from datetime import datetime

    from bot.core.editions import AnyEdition
    from bot.core.subscriptions import Subscription, Target
    from bot.services.ports import DeliveryReport, Plan
    from bot.storage.database import Database
    from bot.storage.session import Value

log = structlog.stdlib.get_logger(__name__)

_OPEN = frozenset({PartState.PLANNED, PartState.SENDING})
_GIVES_BACK = frozenset({PartState.REFUSED, PartState.EXPIRED})


class DeliveryRows:
    """`DeliveryStore` on the tables `delivery`, `part` and `shown`."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def freeze(self, plans: Sequence[Plan], now: datetime) -> list[int | None]:
        """Store editions with their parts, reserve their papers and move `next_due`.

        Returns the delivery's id per plan, None where that occurrence was delivered before or the
        subscription is gone. `next_due` moves unless somebody moved it since the plan was made.
        """
        async with self._database.write(urgent=False) as session:
            return await freeze(session, plans, now)

    async def claim(
        self,
        now: datetime,
        most: int,
        *,
        delivery: int | None = None,
        attempted: datetime | None = None,
    ) -> list[Parcel]:
        """Take open parts that are ready, longest ready first, and mark them `sending`, attempted
        at `attempted`, else `now`.

        A parcel's `state`, `attempted` and `attempts` are those from before this claim. A part
        whose edition or subscription cannot be read expires and costs the others nothing.
        """
        async with self._database.write(urgent=delivery is not None) as session:
            rows = await session.rows(
                """SELECT part.id AS part_id, part.number, part.nonce, part.state, part.attempted,
                          part.attempts, delivery.id AS delivery_id, delivery.occurrence,
                          delivery.made, delivery.edition, subscription.*, user.dm_channel
                   FROM part
                   JOIN delivery ON delivery.id = part.delivery
                   JOIN subscription ON subscription.id = delivery.subscription
                   LEFT JOIN user ON user.id = subscription.user
                   WHERE part.state IN ('planned', 'sending') AND part.ready <= ?
                     AND (subscription.pause_reason IS NULL
                          OR delivery.occurrence LIKE 'manual:%')
                     AND (? IS NULL OR delivery.id = ?)
                   ORDER BY part.ready, part.id LIMIT ?""",
                [to_seconds(now), delivery, delivery, most],
            )
            parcels, unreadable = read_parcels(rows)
            claimed = [parcel.part_id for parcel in parcels]
            await session.run(
                """UPDATE part SET state = 'expired', ready = NULL, detail = 'unreadable'
                   WHERE id IN (SELECT value FROM json_each(?))""",
                [json_list(unreadable)],
            )
            await session.run(
                """UPDATE part SET state = 'sending', attempted = coalesce(attempted, ?),
                       attempts = attempts + 1, ready = NULL
                   WHERE id IN (SELECT value FROM json_each(?))""",
                [to_seconds(attempted or now), json_list(claimed)],
            )
            return parcels

    async def record(
        self, outcomes: Sequence[tuple[int, PartState, datetime | None, int | None, str]]
    ) -> None:
        """Store what became of parts: (part id, state, ready again at, message id, detail).

        An open state without an instant is ready at once. `REFUSED` and `EXPIRED` give their
        reserved papers back.
        """
        async with self._database.write(urgent=False) as session:
            await session.run_many(
                """UPDATE part SET state = ?, ready = ?, message = coalesce(?, message), detail = ?,
                       attempted = CASE WHEN ? = 'planned' THEN NULL ELSE attempted END
                   WHERE id = ?""",
                [
                    (state, _ready(state, again), message, detail, state, part)
                    for part, state, again, message, detail in outcomes
                ],
            )
            await session.run_many(
                "DELETE FROM shown WHERE part = ?",
                [(part,) for part, state, *_ in outcomes if state in _GIVES_BACK],
            )
            arrived = [part for part, state, *_ in outcomes if state is PartState.SENT]
            await session.run(  # whatever was wrong is not: the next time it is news
                """UPDATE subscription SET alerted = ''
                   WHERE alerted <> '' AND pause_reason IS NULL AND id IN (
                       SELECT delivery.subscription FROM part
                       JOIN delivery ON delivery.id = part.delivery
                       WHERE part.id IN (SELECT value FROM json_each(?)))""",
                [json_list(arrived)],
            )

    async def reopen(self) -> int:
        """After a start: make every `sending` part ready at once; returns how many."""
        async with self._database.write() as session:
            return await session.run("UPDATE part SET ready = 0 WHERE state = 'sending'")

    async def reopen_lost(self, held: Collection[int]) -> int:
        """Make ready what is `sending` and held by nobody (`held` are the parts that are); what is
        to be tried again later waits on. Returns how many.
        """
        async with self._database.write(urgent=False) as session:
            return await session.run(
                """UPDATE part SET ready = 0 WHERE state = 'sending' AND ready IS NULL
                   AND id NOT IN (SELECT value FROM json_each(?))""",
                [json_list(list(held))],
            )

    async def resend(self, part_id: int, now: datetime) -> bool:
        """Let an `unsure` part be sent once more; False where it is not `unsure` (any more).

        It is `sending` from `now` on: not given up for its age, and with the nonce that it had, so
        that Discord still drops it if it is there after all.
        """
        async with self._database.write() as session:
            changed = await session.run(
                """UPDATE part SET state = 'sending', ready = 0, attempted = ?, attempts = 1,
                       detail = ''
                   WHERE id = ? AND state = 'unsure'""",
                [to_seconds(now), part_id],
            )
        return changed > 0

    async def retry_refused(self, subscription_id: int, since: datetime, now: datetime) -> int:
        """Plan again what was refused lately; reserve its papers again, unless one was shown.

        What is to be tried later anyway is ready now. What cannot be read stays as it is.
        """
        async with self._database.write() as session:
            return await retry_refused(session, subscription_id, since, now)

    async def edition_of_part(self, part_id: int) -> tuple[Subscription, int, AnyEdition] | None:
        """Return a part's subscription, delivery id and edition; None once it is gone."""
        async with self._database.read() as session:
            row = await session.row(
                """SELECT delivery.id AS delivery_id, delivery.edition, subscription.*,
                          user.dm_channel
                   FROM part
                   JOIN delivery ON delivery.id = part.delivery
                   JOIN subscription ON subscription.id = delivery.subscription
                   LEFT JOIN user ON user.id = subscription.user
                   WHERE part.id = ?""",
                [part_id],
            )
        if row is None:
            return None
        return read_subscription(row), row["delivery_id"], read_edition(row["edition"])

    async def shown(self, target: Target, keys: Collection[int] | None = None) -> frozenset[int]:
        """Return which of the keys this target was shown or is about to be shown; None: of all."""
        match target:
            case ChannelTarget(channel_id=place):
                sql = "SELECT paper FROM shown WHERE channel = ?"
            case UserTarget(user_id=place):
                sql = "SELECT paper FROM shown WHERE user = ?"
        values: list[Value] = [place]
        if keys is not None:
            sql += " AND paper IN (SELECT value FROM json_each(?))"
            values.append(json_list(list(keys)))
        async with self._database.read() as session:
            return frozenset(row["paper"] for row in await session.rows(sql, values))

    async def last_edition(self, subscription_id: int) -> AnyEdition | None:
        """Return the newest edition that had papers."""
        async with self._database.read() as session:
            row = await session.row(
                """SELECT edition FROM delivery WHERE subscription = ? AND papers > 0
                   ORDER BY id DESC LIMIT 1""",
                [subscription_id],
            )
        return None if row is None else read_edition(row["edition"])

    async def shown_each(
        self, asked: Sequence[tuple[Target, Collection[int]]]
    ) -> list[frozenset[int]]:
        """Return for each target which of its keys it was shown or is about to be shown."""
        async with self._database.read() as session:
            return await shown_each(session, asked)

    async def last_editions(self, subscriptions: Collection[int]) -> Mapping[int, AnyEdition]:
        """Return the newest edition that had papers of each that has one that can be read."""
        async with self._database.read() as session:
            return await last_editions(session, subscriptions)

    async def reports(self, subscription_id: int, limit: int) -> list[DeliveryReport]:
        """Return its deliveries, newest first. `detail` is that of the part that `state` is of."""
        async with self._database.read() as session:
            deliveries = await session.rows(
                "SELECT * FROM delivery WHERE subscription = ? ORDER BY id DESC LIMIT ?",
                [subscription_id, limit],
            )
            return await read_reports(session, deliveries)

    async def report(self, subscription_id: int, occurrence: str) -> DeliveryReport | None:
        """Return one delivery by its name; None where it is not there (any more)."""
        async with self._database.read() as session:
            deliveries = await session.rows(
                "SELECT * FROM delivery WHERE subscription = ? AND occurrence = ?",
                [subscription_id, occurrence],
            )
            found = await read_reports(session, deliveries)
        return found[0] if found else None

    async def prune(self, before: datetime, keep: int) -> int:
        """Forget finished deliveries made before that instant, but for each subscription's `keep`
        last ones and the last that had papers; returns how many. What was shown stays remembered.
        """
        return await prune(self._database, before, keep)

    async def open_parts(self) -> int:
        """Return how many parts are on their way."""
        async with self._database.read() as session:
            (row,) = await session.rows(
                "SELECT count(*) AS open FROM part WHERE state IN ('planned', 'sending')"
            )
        return row["open"]


def _ready(state: PartState, again: datetime | None) -> Value:
    if state not in _OPEN:
        return None
    return 0 if again is None else to_seconds_up(again)

"""Subscriptions of channels and of readers, in one table."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import structlog

from bot.core.subscriptions import (
    ChannelTarget,
    Paused,
    Subscription,
    Undelivered,
    UserTarget,
    Wish,
)
from bot.storage import pauses
from bot.storage.instants import to_seconds
from bot.storage.paper_rows import json_list
from bot.storage.people import ensure_user
from bot.storage.subscription_rows import read_all, read_subscription, wish_values

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from bot.core.subscriptions import Target, Trouble
    from bot.services.ports import Preferences
    from bot.storage.database import Database
    from bot.storage.session import Value

_FOUND = """SELECT subscription.*, user.dm_channel FROM subscription
            LEFT JOIN user ON user.id = subscription.user"""
DUE = f"""{_FOUND} WHERE pause_reason IS NULL AND next_due <= ?
          ORDER BY next_due, subscription.id LIMIT ?"""
"""What is due: the parameters are an instant in seconds and the most to be found."""

_LOOK_AGAIN = timedelta(hours=1)

log = structlog.stdlib.get_logger(__name__)


class SubscriptionRows:
    """`SubscriptionStore` on the table `subscription`."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def create(
        self, target: Target, wish: Wish, next_due: datetime, created_by: int, now: datetime
    ) -> Subscription:
        """Store a new subscription."""
        server = channel = user = None
        match target:
            case ChannelTarget():
                server, channel = target.guild_id, target.channel_id
            case UserTarget():
                user = target.user_id
        values = {
            **wish_values(wish),
            "server": server,
            "channel": channel,
            "user": user,
            "created_by": created_by,
            "next_due": to_seconds(next_due),
            "now": to_seconds(now),
        }
        async with self._database.write() as session:
            await ensure_user(session, created_by, now)
            if isinstance(target, UserTarget):
                await ensure_user(session, target.user_id, now)
                await session.run(
                    "UPDATE user SET dm_channel = coalesce(?, dm_channel) WHERE id = ?",
                    [target.dm_channel_id, target.user_id],
                )
            (new,) = await session.rows(
                """INSERT INTO subscription (
                       server, channel, user, created_by, query, timezone, at, days, most,
                       language, machine_text, silent, notes, alerts, next_due, created
                   ) VALUES (
                       :server, :channel, :user, :created_by, :query, :timezone, :at, :days, :most,
                       :language, :machine_text, :silent, :notes, :alerts, :next_due, :now
                   ) RETURNING id""",
                values,
            )
            (row,) = await session.rows(f"{_FOUND} WHERE subscription.id = ?", [new["id"]])
        return read_subscription(row)

    async def get(self, subscription_id: int) -> Subscription | None:
        """Return one, or None."""
        found = await self._find("WHERE subscription.id = ?", [subscription_id])
        return found[0] if found else None

    async def of_server(self, guild_id: int) -> list[Subscription]:
        """Return a server's digests, oldest first."""
        return await self._find("WHERE server = ? ORDER BY subscription.id", [guild_id])

    async def of_user(self, user_id: int) -> list[Subscription]:
        """Return a reader's subscriptions, oldest first."""
        return await self._find("WHERE user = ? ORDER BY subscription.id", [user_id])

    async def all_channels(self) -> list[Subscription]:
        """Return every channel's digests, oldest first."""
        return await self._find("WHERE channel IS NOT NULL ORDER BY subscription.id")

    async def due(self, now: datetime, limit: int) -> list[Subscription]:
        """Return running subscriptions whose `next_due` has come, longest overdue first."""
        async with self._database.read() as session:
            rows = await session.rows(DUE, [to_seconds(now), limit])
        found, unreadable = read_all(rows)
        for subscription in unreadable:  # somebody reads the log; meanwhile it stands in no way
            await self.postpone(subscription, now + _LOOK_AGAIN)
        return found

    async def count_due(self, now: datetime) -> int:
        """Return how many running subscriptions are due."""
        async with self._database.read() as session:
            (row,) = await session.rows(
                """SELECT count(*) AS due FROM subscription
                   WHERE pause_reason IS NULL AND next_due <= ?""",
                [to_seconds(now)],
            )
        return row["due"]

    async def change(self, subscription_id: int, wish: Wish, next_due: datetime | None) -> None:
        """Replace the wish and plan the next instant; None: that stays."""
        await self._update(
            """UPDATE subscription SET
                   query = :query, timezone = :timezone, at = :at, days = :days, most = :most,
                   language = :language, machine_text = :machine_text, silent = :silent,
                   notes = :notes, alerts = :alerts, next_due = coalesce(:next_due, next_due)
               WHERE id = :id""",
            {
                **wish_values(wish),
                "next_due": None if next_due is None else to_seconds(next_due),
                "id": subscription_id,
            },
        )

    async def move(self, subscription_id: int, target: ChannelTarget) -> None:
        """Let it go to another channel of its server."""
        await self._update(
            """UPDATE subscription SET channel = :channel, alerted = ''
               WHERE id = :id AND server = :server""",
            {
                "channel": target.channel_id,
                "server": target.guild_id,
                "id": subscription_id,
            },
        )

    async def follow_user(self, user_id: int, chosen: Preferences) -> int:
        """Give a reader's subscriptions the language and machine text that are chosen."""
        return await self._follow("user", user_id, chosen)

    async def follow_server(self, guild_id: int, chosen: Preferences) -> int:
        """Give a server's digests the language and machine text that are chosen."""
        return await self._follow("server", guild_id, chosen)

    async def _follow(self, owner: str, owner_id: int, chosen: Preferences) -> int:
        async with self._database.write() as session:
            return await session.run(
                f"""UPDATE subscription SET language = coalesce(?, language),
                        machine_text = coalesce(?, machine_text)
                    WHERE {owner} = ?""",  # noqa: S608 - a column's name, from the two methods above
                [chosen.language, chosen.machine_text, owner_id],
            )

    async def pause(self, subscription_id: int, paused: Paused) -> bool:
        """Stop it, with its reason. Returns True where that is news: something arrived since the
        same was wrong, or it never was.

        Where somebody has to be told of it, it stays news until `told`. A pause by hand is not
        replaced by any other.
        """
        async with self._database.write() as session:
            return await pauses.pause(session, subscription_id, paused)

    async def is_news(self, subscription_id: int, trouble: Undelivered) -> bool:
        """Say whether somebody is to be told of an edition that did not arrive."""
        async with self._database.read() as session:
            return await pauses.is_news(session, subscription_id, trouble)

    async def told(self, subscription_id: int, trouble: Trouble) -> None:
        """Note that somebody was told why it stopped, or what did not arrive. A pause that ended
        meanwhile is not noted: where the same is wrong later, that is news.
        """
        async with self._database.write() as session:
            await pauses.told(session, subscription_id, trouble)

    async def untold(self) -> list[Subscription]:
        """Return the digests that stopped and nobody was told, oldest first."""
        return await self._find(pauses.UNTOLD)

    async def resume(
        self, subscription_id: int, next_due: datetime, now: datetime, seen: Paused | None = None
    ) -> bool:
        """Let it run again from `next_due` on, and remember the pause, from the first of those that
        nothing arrived between, as `missed`; one that is not paused stays as it is, and so does one
        that was paused anew since its pause was `seen`. Returns whether it runs again.
        """
        async with self._database.write() as session:
            return await pauses.resume(session, subscription_id, next_due, now, seen)

    async def note_gone(self, gone: Sequence[int], there: Sequence[int], now: datetime) -> None:
        """Note of digests that somebody paused that their server is gone, unless that was noted
        before, and of others that it is there.
        """
        async with self._database.write() as session:
            await session.run(
                """UPDATE subscription SET gone_since = coalesce(gone_since, ?)
                   WHERE id IN (SELECT value FROM json_each(?))""",
                [to_seconds(now), json_list(gone)],
            )
            await session.run(
                """UPDATE subscription SET gone_since = NULL
                   WHERE gone_since IS NOT NULL AND id IN (SELECT value FROM json_each(?))""",
                [json_list(there)],
            )

    async def gone_since(self, before: datetime) -> list[int]:
        """Return those whose place has been gone since before that instant, paused by hand or
        not.
        """
        async with self._database.read() as session:
            rows = await session.rows(
                """SELECT id FROM subscription
                   WHERE (pause_reason = 'channel_gone' AND pause_since < :before)
                      OR (pause_reason = 'asked' AND gone_since < :before)
                   ORDER BY id""",
                {"before": to_seconds(before)},
            )
        return [row["id"] for row in rows]

    async def postpone(self, subscription_id: int, next_due: datetime) -> None:
        """Move `next_due` without an edition."""
        await self._update(
            "UPDATE subscription SET next_due = :next_due WHERE id = :id",
            {"next_due": to_seconds(next_due), "id": subscription_id},
        )

    async def remove(self, subscription_id: int) -> bool:
        """Delete it and its deliveries.

        What was shown at its target stays remembered; what was only planned there is free again.
        """
        async with self._database.write() as session:
            await session.run(
                """DELETE FROM shown WHERE part IN (
                       SELECT part.id FROM part JOIN delivery ON delivery.id = part.delivery
                       WHERE delivery.subscription = ? AND part.state = 'planned')""",
                [subscription_id],
            )
            gone = await session.run("DELETE FROM subscription WHERE id = ?", [subscription_id])
        return gone > 0

    async def count(self) -> tuple[int, int]:
        """Return how many run: (channels, readers)."""
        async with self._database.read() as session:
            (row,) = await session.rows(
                """SELECT count(channel) AS channels, count(user) AS readers
                   FROM subscription WHERE pause_reason IS NULL"""
            )
        return row["channels"], row["readers"]

    async def _find(self, where: str, parameters: Sequence[Value] = ()) -> list[Subscription]:
        async with self._database.read() as session:
            rows = await session.rows(f"{_FOUND} {where}", parameters)
        return read_all(rows)[0]

    async def _update(self, sql: str, values: dict[str, Value]) -> int:
        async with self._database.write() as session:
            return await session.run(sql, values)

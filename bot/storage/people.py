"""People and servers: what they chose, and what is kept about a person.

A person's row is made when there is something to remember. Everything personal hangs on it
(``ON DELETE CASCADE``), so forgetting somebody is one statement. A digest that they set up for a
server is the server's: it stays, without their id.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from bot.services.ports import Preferences
from bot.storage.instants import from_seconds, to_seconds

if TYPE_CHECKING:
    import sqlite3
    from datetime import datetime

    from bot.storage.database import Database
    from bot.storage.session import Session

_INSTANTS = frozenset(
    {"created", "next_due", "last_edition", "pause_since", "made", "attempted", "saved", "touched"}
    | {"missed_from", "missed_until", "added"}
)
_DISCORD_IDS = frozenset({"id", "user", "dm_channel", "server", "channel", "alerts", "message"})
_JSON = frozenset({"body", "edition", "parts", "paper_ids"})

_EXPORTS = {
    "subscriptions": """
        SELECT id AS number, query, timezone, at, days, most AS "limit", language, machine_text,
               silent, notes, next_due, last_edition, pause_reason, pause_since, pause_detail,
               alerted, missed_from, missed_until, created
        FROM subscription WHERE user = ? ORDER BY id""",
    "digests_set_up": """
        SELECT id AS number, server, channel, query, timezone, at, days, most AS "limit",
               language, machine_text, silent, notes, alerts, next_due, last_edition,
               pause_reason, pause_since, pause_detail, alerted, missed_from, missed_until,
               created
        FROM subscription WHERE created_by = ? AND user IS NULL ORDER BY id""",
    "sources_added": """
        SELECT id AS number, server, name, kind, address, file, added
        FROM added_source WHERE added_by = ? ORDER BY id""",
    "deliveries": """
        SELECT delivery.subscription AS subscription_number, occurrence, made, edition, (
                   SELECT json_group_array(json_object(
                       'number', number, 'state', state, 'message', CAST(message AS TEXT),
                       'detail', detail, 'attempts', attempts))
                   FROM part WHERE part.delivery = delivery.id
               ) AS parts
        FROM delivery JOIN subscription ON subscription.id = delivery.subscription
        WHERE subscription.user = ? ORDER BY delivery.id""",
    "library": """
        SELECT paper.title, paper.ids AS paper_ids, saved.note, saved.saved
        FROM saved JOIN paper ON paper.key = saved.paper
        WHERE saved.user = ? ORDER BY saved.saved, paper.key""",
    "drafts": "SELECT kind, body, touched FROM draft WHERE user = ? ORDER BY id",
}


async def ensure_user(session: Session, user_id: int, now: datetime) -> None:
    """Make a person's row where there is none."""
    await session.run(
        "INSERT INTO user (id, created) VALUES (?, ?) ON CONFLICT DO NOTHING",
        [user_id, to_seconds(now)],
    )


class PeopleRows:
    """`PeopleStore` on the tables `user` and `server`."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def preferences(self, user_id: int) -> Preferences:
        """Return what the person chose."""
        async with self._database.read() as session:
            row = await session.row("SELECT * FROM user WHERE id = ?", [user_id])
        if row is None:
            return Preferences()
        return Preferences(row["language"], row["timezone"], _flag(row["machine_text"]))

    async def set_preferences(self, user_id: int, chosen: Preferences, now: datetime) -> None:
        """Remember what is not None in `chosen`; the rest stays."""
        async with self._database.write() as session:
            await session.run(
                """INSERT INTO user (id, language, timezone, machine_text, created)
                   VALUES (?, ?, ?, ?, ?)
                   ON CONFLICT (id) DO UPDATE SET
                       language = coalesce(excluded.language, language),
                       timezone = coalesce(excluded.timezone, timezone),
                       machine_text = coalesce(excluded.machine_text, machine_text)""",
                [user_id, chosen.language, chosen.timezone, chosen.machine_text, to_seconds(now)],
            )

    async def server_preferences(self, guild_id: int) -> Preferences:
        """Return what the server chose (`timezone` is always None)."""
        async with self._database.read() as session:
            row = await session.row("SELECT * FROM server WHERE id = ?", [guild_id])
        if row is None:
            return Preferences()
        return Preferences(row["language"], None, _flag(row["machine_text"]))

    async def set_server_preferences(self, guild_id: int, chosen: Preferences) -> None:
        """Remember what is not None in `chosen`."""
        async with self._database.write() as session:
            await session.run(
                """INSERT INTO server (id, language, machine_text) VALUES (?, ?, ?)
                   ON CONFLICT (id) DO UPDATE SET
                       language = coalesce(excluded.language, language),
                       machine_text = coalesce(excluded.machine_text, machine_text)""",
                [guild_id, chosen.language, chosen.machine_text],
            )

    async def set_dm_channel(self, user_id: int, channel_id: int, now: datetime) -> None:
        """Remember the id of the person's DM channel."""
        async with self._database.write() as session:
            await session.run(
                """INSERT INTO user (id, dm_channel, created) VALUES (?, ?, ?)
                   ON CONFLICT (id) DO UPDATE SET dm_channel = excluded.dm_channel""",
                [user_id, channel_id, to_seconds(now)],
            )

    async def dm_channel(self, user_id: int) -> int | None:
        """Return the id of the person's DM channel, once it was opened."""
        async with self._database.read() as session:
            row = await session.row("SELECT dm_channel FROM user WHERE id = ?", [user_id])
        return None if row is None else row["dm_channel"]

    async def export(self, user_id: int) -> dict[str, object]:
        """Return everything that is kept about the person, as JSON values.

        Discord's ids are text, as in Discord's own API, and instants ISO 8601. `user` is None where
        nothing is kept.
        """
        async with self._database.read() as session:
            user = await session.row("SELECT * FROM user WHERE id = ?", [user_id])
            kept: dict[str, object] = {"user": None if user is None else _told(user)}
            for name, sql in _EXPORTS.items():
                kept[name] = [_told(row) for row in await session.rows(sql, [user_id])]
            shown = await session.rows(
                "SELECT paper FROM shown WHERE user = ? ORDER BY paper", [user_id]
            )
        keys: list[int] = [row["paper"] for row in shown]
        return {**kept, "shown": {"count": len(keys), "papers": keys}}

    async def delete(self, user_id: int) -> bool:
        """Forget the person: their row and all that hangs on it. False: nothing was kept."""
        async with self._database.write() as session:
            return await session.run("DELETE FROM user WHERE id = ?", [user_id]) > 0


def _flag(stored: int | None) -> bool | None:
    return None if stored is None else bool(stored)


def _told(row: sqlite3.Row) -> dict[str, object]:
    return {name: _json_value(name, row[name]) for name in row.keys()}  # noqa: SIM118 - a Row iterates over values


def _json_value(name: str, value: Any) -> object:
    if value is None:
        return None
    if name in _INSTANTS:
        return from_seconds(value).isoformat()
    if name in _DISCORD_IDS:
        return str(value)
    return json.loads(value) if name in _JSON else value

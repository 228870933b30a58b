"""The sources that servers' administrators added, and their entries.

An entry hangs on the paper that its ids lead to; a paper that was merged into another is browsed
as that one. What a source tells of a paper besides (its day, its venue, its place) stands in the
entry, so that two lists can tell of one work each in its own way.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from bot.core.papers import NEVER
from bot.core.query_fold import fold
from bot.core.visibility import source_name
from bot.services.ports import AddedSource, KnownHere, OwnNews, Publications
from bot.storage.added_rows import entry_values, read_news, read_publication, read_source
from bot.storage.instants import to_seconds
from bot.storage.paper_rows import json_list, read_list, read_paper
from bot.storage.people import ensure_user
from bot.storage.pruning import forget_unread

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import datetime

    from bot.core.papers import Paper
    from bot.services.ports import AddedKind, Entry
    from bot.storage.database import Database
    from bot.storage.session import Session, Value

REMEMBERED = timedelta(days=90)
"""How long an entry that a source tells no more is remembered."""

MOST_ENTRIES = 5_000
"""Entries that are remembered of one source, those that were told last."""

_CHUNK = 100  # entries a transaction, so that the writer is never held for long
_MOST_IDS = 20
_SOURCE = """
    SELECT added_source.*, (SELECT count(*) FROM added_entry
                            WHERE source = added_source.id AND place IS NOT NULL) AS entries
    FROM added_source"""
# A paper of a source that was removed is its server's where another source of it tells of it, too.
_KNOWN = """
    SELECT paper_id.external, paper.*,
           paper.source NOT LIKE 'added:%' OR coalesce(
               (SELECT server = :server FROM added_source
                WHERE id = CAST(substr(paper.source, 7) AS INTEGER)),
               EXISTS (SELECT 1 FROM added_entry JOIN added_source
                       ON added_source.id = added_entry.source
                       WHERE added_entry.paper = paper.key AND added_source.server = :server)
           ) AS here
    FROM paper_id JOIN paper ON paper.key = paper_id.paper
    WHERE paper_id.external IN (SELECT value FROM json_each(:ids))"""
_PUT = """
    INSERT INTO added_entry (source, paper, place, ids, published, dated, venue, news, seen)
    VALUES (:source, :paper, :place, :ids, :published, :dated, :venue, :news, :seen)
    ON CONFLICT (source, paper) DO UPDATE SET
        place = excluded.place, ids = excluded.ids, published = excluded.published,
        dated = excluded.dated, venue = excluded.venue, seen = excluded.seen"""
_NOT_TOLD = """
    UPDATE added_entry SET place = NULL WHERE source = ? AND place IS NOT NULL
    AND paper NOT IN (SELECT value FROM json_each(?))"""
_LONG_GONE = "DELETE FROM added_entry WHERE source = ? AND place IS NULL AND seen < ?"
_TOO_MANY = """
    DELETE FROM added_entry WHERE source = ? AND paper IN (
        SELECT paper FROM added_entry WHERE source = ?
        ORDER BY seen DESC, place LIMIT -1 OFFSET ?)"""
_LISTED = """
    FROM added_entry WHERE source = :source AND place IS NOT NULL
    AND (:year IS NULL OR CAST(substr(published, 1, 4) AS INTEGER) = :year)"""


class AddedSourceRows:
    """`AddedSourceStore` on the tables `added_source` and `added_entry`."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._changes = 0

    @property
    def changes(self) -> int:
        """A number that is another one after every change that was made through this object."""
        return self._changes

    async def add(  # noqa: PLR0913 - what a source is
        self,
        server: int,
        name: str,
        kind: AddedKind,
        *,
        address: str | None,
        file: str | None,
        by: int,
        now: datetime,
    ) -> AddedSource | None:
        """Store a source without entries; None where its name is taken on the server."""
        async with self._database.write() as session:
            await ensure_user(session, by, now)
            row = await session.row(
                """INSERT INTO added_source
                       (server, name, folded, kind, address, file, added_by, added, checked)
                   VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                   ON CONFLICT (server, folded) DO NOTHING RETURNING id""",
                [
                    server,
                    name,
                    fold(name) or name,
                    kind,
                    address,
                    file,
                    by,
                    to_seconds(now),
                    to_seconds(now),
                ],
            )
        self._changes += 1
        return None if row is None else await self.get(row["id"])

    async def of_server(self, server: int) -> list[AddedSource]:
        """Return a server's sources, by name."""
        return await self._sources(" WHERE server = ? ORDER BY folded", server)

    async def get(self, source_id: int) -> AddedSource | None:
        """Return one, or None."""
        found = await self._sources(" WHERE id = ?", source_id)
        return found[0] if found else None

    async def waiting(self, before: datetime, limit: int) -> list[AddedSource]:
        """Return sources with an address that were not read since `before`, longest first."""
        where = " WHERE address IS NOT NULL AND gone IS NULL AND checked <= ? ORDER BY checked, id"
        return await self._sources(where + " LIMIT ?", to_seconds(before), limit)

    async def failing(self) -> list[AddedSource]:
        """Return every source whose last reading failed."""
        return await self._sources(" WHERE error IS NOT NULL ORDER BY id")

    async def remove(self, source_id: int) -> bool:
        """Delete it and its entries; False where it was gone. Papers stay."""
        async with self._database.write() as session:
            gone = await session.run("DELETE FROM added_source WHERE id = ?", [source_id])
        self._changes += 1
        return gone > 0

    async def note(
        self, source_id: int, now: datetime, error: str | None, told: str | None = None
    ) -> None:
        """Record that it was read well (`error` None) and what it `told`, or why it was not."""
        async with self._database.write(urgent=False) as session:
            await session.run(
                """UPDATE added_source SET checked = :now, error = :error,
                       told = coalesce(:told, told),
                       last_ok = CASE WHEN :error IS NULL THEN :now ELSE last_ok END
                   WHERE id = :id""",
                {"now": to_seconds(now), "error": error, "told": told, "id": source_id},
            )

    async def known(self, server: int, external: Sequence[str]) -> KnownHere:
        """Return what a server may know of these external ids."""
        found: dict[str, Paper] = {}
        taken: set[str] = set()
        for start in range(0, len(external), _CHUNK):
            async with self._database.read() as session:
                rows = await session.rows(
                    _KNOWN,
                    {"server": server, "ids": json_list(external[start : start + _CHUNK])},
                )
            taken.update(row["external"] for row in rows)
            found |= {row["external"]: read_paper(row) for row in rows if row["here"]}
        return KnownHere(found, frozenset(taken))

    async def stored_since(self, source_id: int, instant: datetime) -> int:
        """Return how many papers that only this source told of were stored since an instant."""
        async with self._database.read() as session:
            (row,) = await session.rows(
                """SELECT count(*) AS n FROM paper
                   WHERE released = ? AND source = ? AND first_seen >= ?""",
                [NEVER.isoformat(), source_name(source_id), to_seconds(instant)],
            )
        return row["n"]

    async def forget_papers(self) -> int:
        """Delete the papers that only added sources told of and to which nothing refers."""
        return await forget_unread(self._database)

    async def told_before(self, source_id: int) -> frozenset[str]:
        """Return every id under which the source ever named an entry."""
        named = await self._named(source_id)
        return frozenset(one for ids in named.values() for one in ids)

    async def put(
        self, source: AddedSource, entries: Sequence[Entry], news: frozenset[str], now: datetime
    ) -> None:
        """Store what a source tells now. Entries whose `paper` is in `news` are new on this day.

        A bibliography's entries that are not told any more are browsed no more; a feed's stay.
        """
        listed: set[int] = set()
        before = await self._named(source.id)
        for start in range(0, len(entries), _CHUNK):
            chunk = entries[start : start + _CHUNK]
            async with self._database.write(urgent=False) as session:
                keys = await _keys(session, [entry.paper for entry in chunk])
                rows: list[dict[str, Value]] = []
                for place, entry in enumerate(chunk, start=start):
                    key = keys.get(entry.paper)
                    if key is None or key in listed:  # of two entries of one paper the first
                        continue
                    listed.add(key)
                    ids = tuple(dict.fromkeys((*entry.ids, *before.get(key, ()))))[:_MOST_IDS]
                    new = now.date() if entry.paper in news else None
                    rows.append(
                        entry_values(source.id, key, place, replace(entry, ids=ids), new, now)
                    )
                await session.run_many(_PUT, rows)
        async with self._database.write(urgent=False) as session:
            if source.kind == "bibliography":
                await session.run(_NOT_TOLD, [source.id, json_list(sorted(listed))])
            await session.run(_LONG_GONE, [source.id, to_seconds(now - REMEMBERED)])
            await session.run(_TOO_MANY, [source.id, source.id, MOST_ENTRIES])
        self._changes += 1

    async def publications(
        self, source_id: int, year: int | None, offset: int, limit: int
    ) -> Publications:
        """Return a page of what a source tells, of one year or of all."""
        asked = {"source": source_id, "year": year, "offset": offset, "limit": limit}
        async with self._database.read() as session:
            (count,) = await session.rows(f"SELECT count(*) AS n {_LISTED}", asked)
            years = await session.rows(
                """SELECT CAST(substr(published, 1, 4) AS INTEGER) AS year, count(*) AS n
                   FROM added_entry
                   WHERE source = ? AND place IS NOT NULL AND published IS NOT NULL
                   GROUP BY year ORDER BY year DESC""",
                [source_id],
            )
            rows = await session.rows(
                f"""SELECT paper.*, page.day, page.exact, page.told_venue FROM (
                        SELECT paper AS entry, place, published AS day, dated AS exact,
                               venue AS told_venue {_LISTED}
                        ORDER BY substr(published, 1, 4) DESC, published DESC, place
                        LIMIT :limit OFFSET :offset
                    ) AS page
                    JOIN paper AS told ON told.key = page.entry
                    JOIN paper ON paper.key = coalesce(told.merged_into, told.key)
                    ORDER BY substr(page.day, 1, 4) DESC, page.day DESC, page.place""",  # noqa: S608 - constants
                asked,
            )
        found = tuple(map(read_publication, rows))
        return Publications(found, count["n"], tuple((row["year"], row["n"]) for row in years))

    async def news_since(self, day: date) -> Mapping[int, Sequence[OwnNews]]:
        """Return what is news on `day` or later, by server, the newest first."""
        async with self._database.read() as session:
            rows = await session.rows(
                """SELECT paper.*, added_source.server, added_source.name AS told_by,
                          added_entry.news, added_source.id AS told_id
                   FROM added_entry JOIN added_source ON added_source.id = added_entry.source
                   JOIN paper AS told ON told.key = added_entry.paper
                   JOIN paper ON paper.key = coalesce(told.merged_into, told.key)
                   WHERE added_entry.news >= ? AND added_source.gone IS NULL
                   ORDER BY added_entry.news DESC, paper.key""",
                [day.isoformat()],
            )
        found: defaultdict[int, list[OwnNews]] = defaultdict(list)
        for row in rows:
            found[row["server"]].append(read_news(row))
        return found

    async def servers(self) -> list[int]:
        """Return the servers that have a source."""
        async with self._database.read() as session:
            rows = await session.rows("SELECT DISTINCT server FROM added_source ORDER BY server")
        return [row["server"] for row in rows]

    async def gone(self, server: int, since: datetime | None) -> None:
        """Note that the bot is not in a server any more since an instant (the first one noted
        stays), or that it is.
        """
        instant = None if since is None else to_seconds(since)
        async with self._database.write(urgent=False) as session:
            await session.run(
                """UPDATE added_source SET gone = CASE WHEN ?2 IS NULL THEN NULL
                                                      ELSE coalesce(gone, ?2) END
                   WHERE server = ?1 AND (gone IS NULL) = (?2 IS NOT NULL)""",
                [server, instant],
            )
        self._changes += 1

    async def forget(self, before: datetime) -> int:
        """Delete the sources of servers gone since before an instant; returns how many."""
        async with self._database.write(urgent=False) as session:
            return await session.run(
                "DELETE FROM added_source WHERE gone < ?", [to_seconds(before)]
            )

    async def _named(self, source_id: int) -> dict[int, tuple[str, ...]]:
        """Return the ids under which a source named its entries, by paper."""
        async with self._database.read() as session:
            rows = await session.rows(
                "SELECT paper, ids FROM added_entry WHERE source = ?", [source_id]
            )
        return {row["paper"]: read_list(row["ids"]) for row in rows}

    async def _sources(self, where: str, *parameters: int) -> list[AddedSource]:
        async with self._database.read() as session:
            rows = await session.rows(_SOURCE + where, parameters)
        return [read_source(row) for row in rows]


async def _keys(session: Session, external: Sequence[str]) -> dict[str, int]:
    rows = await session.rows(
        """SELECT external, paper FROM paper_id
           WHERE external IN (SELECT value FROM json_each(?))""",
        [json_list(external)],
    )
    return {row["external"]: row["paper"] for row in rows}

"""The sources that were added, and which of their papers are news; `added_entries` has the rest."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from typing import TYPE_CHECKING

from bot.core.papers import NEVER
from bot.core.query_fold import fold
from bot.core.visibility import EVERYBODY, source_name
from bot.services.ports import AddedSource, OwnNews
from bot.storage import added_entries
from bot.storage.added_rows import read_news, read_source
from bot.storage.instants import to_seconds
from bot.storage.people import ensure_user
from bot.storage.pruning import forget_unread

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import datetime

    from bot.services.ports import AddedKind, Entry, EntryBefore, KnownHere, Publications
    from bot.storage.database import Database

_SOURCE = """
    SELECT added_source.*, (SELECT count(*) FROM added_entry
                            WHERE source = added_source.id AND place IS NOT NULL) AS entries
    FROM added_source"""
_TOLD_SINCE = """
    WITH asked (key) AS (
        SELECT key FROM paper WHERE released >= :day AND merged_into IS NULL
        UNION
        SELECT coalesce(told.merged_into, told.key)
        FROM added_entry JOIN paper AS told ON told.key = added_entry.paper
        WHERE added_entry.news >= :day
    ), named (key, entry) AS (
        SELECT key, key FROM asked
        UNION ALL
        SELECT asked.key, loser.key FROM asked JOIN paper AS loser ON loser.merged_into = asked.key
    )
    SELECT DISTINCT added_source.server, named.key, added_source.name
    FROM named CROSS JOIN added_entry ON added_entry.paper = named.entry
    JOIN added_source ON added_source.id = added_entry.source
    WHERE added_source.gone IS NULL AND added_source.server <> :public
    ORDER BY added_source.server, named.key, added_source.folded"""


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
        by: int | None,
        now: datetime,
    ) -> AddedSource | None:
        """Store a source without entries, `by` a person or by nobody; None where its name is taken
        on the server.
        """
        async with self._database.write() as session:
            if by is not None:
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
        """Return every source of a server whose last reading failed."""
        return await self._sources(
            " WHERE error IS NOT NULL AND server <> ? ORDER BY id", EVERYBODY
        )

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
        return await added_entries.known(self._database, server, external)

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

    async def told_before(self, source_id: int) -> Sequence[EntryBefore]:
        """Return every entry that the source ever told, as far as it is remembered."""
        return tuple((await added_entries.named(self._database, source_id)).values())

    async def begin_again(self, source_id: int, place: str | None = None) -> None:
        """Let the next reading be history, as the first one was, until one is noted to have gone
        well; `place` is where a list of `EVERYBODY`'s stands from now on.
        """
        async with self._database.write(urgent=False) as session:
            await session.run(
                """UPDATE added_source SET last_ok = NULL, told = NULL, file = coalesce(?, file)
                   WHERE id = ?""",
                [place, source_id],
            )

    async def put(
        self,
        source: AddedSource,
        entries: Sequence[Entry],
        news: frozenset[str],
        now: datetime,
        *,
        whole: bool = True,
    ) -> None:
        """Store what a source tells now. Entries whose `paper` is in `news` are new on this day.

        A bibliography's entries that are not told any more are browsed no more; a feed's stay, and
        so do those of one that is not `whole`.
        """
        await added_entries.put(self._database, source, entries, news, now, whole=whole)
        self._changes += 1

    async def publications(
        self, source_id: int, year: int | None, offset: int, limit: int
    ) -> Publications:
        """Return a page of what a source tells, of one year or of all."""
        return await added_entries.publications(self._database, source_id, year, offset, limit)

    async def news_since(self, day: date) -> Mapping[int, Sequence[OwnNews]]:
        """Return what is news on `day` or later, by server, the newest first. What is everybody's
        is no server's.
        """
        async with self._database.read() as session:
            rows = await session.rows(
                """SELECT paper.*, added_source.server, added_source.name AS told_by,
                          added_entry.news, added_source.id AS told_id
                   FROM added_entry JOIN added_source ON added_source.id = added_entry.source
                   JOIN paper AS told ON told.key = added_entry.paper
                   JOIN paper ON paper.key = coalesce(told.merged_into, told.key)
                   WHERE added_entry.news >= ? AND added_source.gone IS NULL
                         AND added_source.server <> ?
                   ORDER BY added_entry.news DESC, paper.key""",
                [day.isoformat(), EVERYBODY],
            )
        found: defaultdict[int, list[OwnNews]] = defaultdict(list)
        for row in rows:
            found[row["server"]].append(read_news(row))
        return found

    async def told_since(self, day: date) -> Mapping[int, Mapping[int, Sequence[str]]]:
        """Return the names of a server's sources that tell of papers which were brought out, or are
        news, on `day` or later: by server and key. What is everybody's is no server's.
        """
        async with self._database.read() as session:
            rows = await session.rows(_TOLD_SINCE, {"day": day.isoformat(), "public": EVERYBODY})
        found: defaultdict[int, defaultdict[int, list[str]]] = defaultdict(
            lambda: defaultdict(list)
        )
        for row in rows:
            found[row["server"]][row["key"]].append(row["name"])
        return found

    async def servers(self) -> list[int]:
        """Return the servers that have a source; everybody is none."""
        async with self._database.read() as session:
            rows = await session.rows(
                "SELECT DISTINCT server FROM added_source WHERE server <> ? ORDER BY server",
                [EVERYBODY],
            )
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

    async def _sources(self, where: str, *parameters: int) -> list[AddedSource]:
        async with self._database.read() as session:
            rows = await session.rows(_SOURCE + where, parameters)
        return [read_source(row) for row in rows]

"""The entries of added sources: what each tells, browsed by year.

An entry hangs on the paper that its ids lead to; a paper that was merged into another is browsed
as that one. What a source tells of a paper besides (its day, its venue, its place) stands in the
entry, so that two lists can tell of one work each in its own way.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from bot.services.ports import EntryBefore, KnownHere, Publications
from bot.storage.added_rows import entry_values, read_publication
from bot.storage.instants import to_seconds
from bot.storage.paper_rows import json_list, read_list, read_paper

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from bot.core.papers import Paper
    from bot.services.ports import AddedSource, Entry
    from bot.storage.database import Database
    from bot.storage.session import Session, Value

REMEMBERED = timedelta(days=90)
"""How long an entry that a source tells no more is remembered."""

MOST_ENTRIES = 5_000
"""Entries that are remembered of one source, those that were told last."""

_CHUNK = 100  # entries a transaction, so that the writer is never held for long
_MOST_IDS = 20
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


async def known(database: Database, server: int, external: Sequence[str]) -> KnownHere:
    """Return what a server may know of these external ids."""
    found: dict[str, Paper] = {}
    taken: set[str] = set()
    for start in range(0, len(external), _CHUNK):
        async with database.read() as session:
            rows = await session.rows(
                _KNOWN,
                {"server": server, "ids": json_list(external[start : start + _CHUNK])},
            )
        taken.update(row["external"] for row in rows)
        found |= {row["external"]: read_paper(row) for row in rows if row["here"]}
    return KnownHere(found, frozenset(taken))


async def named(database: Database, source_id: int) -> dict[int, EntryBefore]:
    """Return the entries of a source, by paper."""
    async with database.read() as session:
        rows = await session.rows(
            "SELECT paper, ids, place FROM added_entry WHERE source = ?", [source_id]
        )
    return {
        row["paper"]: EntryBefore(read_list(row["ids"]), row["place"] is not None) for row in rows
    }


async def put(  # noqa: PLR0913 - what is told, by whom and when
    database: Database,
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
    listed: set[int] = set()
    before = await named(database, source.id)
    for start in range(0, len(entries), _CHUNK):
        chunk = entries[start : start + _CHUNK]
        async with database.write(urgent=False) as session:
            keys = await _keys(session, [entry.paper for entry in chunk])
            rows: list[dict[str, Value]] = []
            for place, entry in enumerate(chunk, start=start):
                key = keys.get(entry.paper)
                if key is None or key in listed:  # of two entries of one paper the first
                    continue
                listed.add(key)
                earlier = before[key].ids if key in before else ()
                ids = tuple(dict.fromkeys((*entry.ids, *earlier)))[:_MOST_IDS]
                new = now.date() if entry.paper in news else None
                rows.append(entry_values(source.id, key, place, replace(entry, ids=ids), new, now))
            await session.run_many(_PUT, rows)
    async with database.write(urgent=False) as session:
        if source.kind == "bibliography" and whole:
            await session.run(_NOT_TOLD, [source.id, json_list(sorted(listed))])
        await session.run(_LONG_GONE, [source.id, to_seconds(now - REMEMBERED)])
        await session.run(_TOO_MANY, [source.id, source.id, MOST_ENTRIES])


async def publications(
    database: Database, source_id: int, year: int | None, offset: int, limit: int
) -> Publications:
    """Return a page of what a source tells, of one year or of all."""
    asked = {"source": source_id, "year": year, "offset": offset, "limit": limit}
    async with database.read() as session:
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


async def _keys(session: Session, external: Sequence[str]) -> dict[str, int]:
    rows = await session.rows(
        """SELECT external, paper FROM paper_id
           WHERE external IN (SELECT value FROM json_each(?))""",
        [json_list(external)],
    )
    return {row["external"]: row["paper"] for row in rows}

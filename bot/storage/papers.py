"""The papers, and how the sources that bring them are doing.

A key or an external id of a paper that was merged into another leads to the winner, always in one
step: a merge moves the ids and whatever pointed to the loser.
"""

from __future__ import annotations

from collections import Counter
from datetime import date
from typing import TYPE_CHECKING

from bot.core.papers import NEVER
from bot.core.query_fold import fold
from bot.services.ports import Holdings, PaperLabel, SourceHealth, TitleRow
from bot.storage.instants import from_seconds_or_none, to_seconds
from bot.storage.paper_index import key_at
from bot.storage.paper_rows import json_list, read_label, read_list, read_paper
from bot.storage.paper_upsert import upsert
from bot.storage.search import search
from bot.storage.search_like import neighbours
from bot.storage.search_names import places_of_authors
from bot.storage.summaries import with_summaries
from bot.storage.votes import forget_votes, tagged, voted

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence
    from datetime import datetime

    from bot.core.likeness import Texts
    from bot.core.papers import Paper, PaperDraft
    from bot.core.query import Query
    from bot.core.topics import Tagged
    from bot.core.trending import Voted
    from bot.services.ports import Neighbours, SearchPage, SearchSort, Trouble, Upserted
    from bot.storage.database import Database

_RECENT = 400
"""In how many papers, the newest first, an author's name is looked for."""

_HOLDINGS = """
    SELECT (SELECT count(*) FROM paper WHERE released > :never)
           - (SELECT count(*) FROM paper WHERE merged_into IS NOT NULL AND +released > :never)
           AS papers,
           (SELECT released FROM paper WHERE merged_into IS NULL AND released > :never
            ORDER BY released LIMIT 1) AS oldest,
           (SELECT released FROM paper WHERE merged_into IS NULL AND released > :never
            ORDER BY released DESC LIMIT 1) AS newest"""


class PaperRows:
    """`PaperStore` on the tables `paper`, `paper_id`, `paper_text` and `source_health`.

    Papers by their keys or external ids have the summaries that the model `summarised_by` wrote,
    where no source told one.
    """

    def __init__(self, database: Database, summarised_by: str | None = None) -> None:
        self._database = database
        self._summarised_by = summarised_by
        self._changes = 0
        self._held: tuple[int, Holdings] | None = None  # counted after so many changes

    @property
    def changes(self) -> int:
        """A number that is another one after every change that was made through this object."""
        return self._changes

    async def upsert(self, drafts: Sequence[PaperDraft], now: datetime) -> Upserted:
        """Store what a source told, as `paper_merge` decides.

        Interactions write first; a caller with thousands of drafts gives them in chunks of about
        100. A draft without an external id is a `ValueError`, and nothing is stored.
        """
        async with self._database.write(urgent=False) as session:
            done = await upsert(session, drafts, to_seconds(now))
        if done.new or done.updated or done.merged:
            self._changes += 1
        return done

    async def get(self, keys: Iterable[int]) -> dict[int, Paper]:
        """Return the papers by the keys asked for; unknown ones are absent."""
        async with self._database.read() as session:
            rows = await session.rows(
                """SELECT asked.key AS asked, paper.*
                   FROM paper AS asked
                   JOIN paper ON paper.key = coalesce(asked.merged_into, asked.key)
                   WHERE asked.key IN (SELECT value FROM json_each(?))""",
                [json_list(list(keys))],
            )
            papers = [read_paper(row) for row in rows]
            papers = await with_summaries(session, papers, self._summarised_by)
        return {row["asked"]: paper for row, paper in zip(rows, papers, strict=True)}

    async def labels(self, keys: Iterable[int]) -> dict[int, PaperLabel]:
        """Return what names the papers by the keys asked for; unknown ones are absent."""
        async with self._database.read() as session:
            rows = await session.rows(
                """SELECT asked.key AS asked, paper.key, paper.title,
                          json_extract(paper.authors, '$[0]') AS author,
                          coalesce(paper.published, paper.released) AS day
                   FROM paper AS asked
                   JOIN paper ON paper.key = coalesce(asked.merged_into, asked.key)
                   WHERE asked.key IN (SELECT value FROM json_each(?))""",
                [json_list(list(keys))],
            )
        return {row["asked"]: read_label(row) for row in rows}

    async def by_external(self, external: str) -> Paper | None:
        """Return the paper with this external id."""
        async with self._database.read() as session:
            row = await session.row(
                """SELECT paper.* FROM paper_id JOIN paper ON paper.key = paper_id.paper
                   WHERE paper_id.external = ?""",
                [external],
            )
            found = [] if row is None else [read_paper(row)]
            found = await with_summaries(session, found, self._summarised_by)
        return next(iter(found), None)

    async def released_since(self, day: date) -> list[Paper]:
        """Return the papers brought out on `day` or later, newest day first, then by key."""
        async with self._database.read() as session:
            rows = await session.rows(
                """SELECT * FROM paper WHERE released >= ? AND merged_into IS NULL
                   ORDER BY released DESC, key""",
                [day.isoformat()],
            )
        return [read_paper(row) for row in rows]

    async def voted(self, first: date, oldest: date) -> list[Voted]:
        """Return the votes of public papers that came out since `oldest`: the newest ones, and
        those of when the day `first` began.
        """
        async with self._database.read() as session:
            return await voted(session, first, oldest)

    async def forget_votes(self, before: date) -> int:
        """Forget the votes of days before that one; returns how many."""
        async with self._database.write(urgent=False) as session:
            return await forget_votes(session, before)

    async def tagged_since(self, day: date) -> list[Tagged]:
        """Return what the public papers that came out on `day` or later are about."""
        async with self._database.read() as session:
            return await tagged(session, day)

    async def newest_day(self, but: Collection[str] = ()) -> date | None:
        """Return the newest day on which a paper was brought out, `but` by these sources."""
        async with self._database.read() as session:
            row = await session.row(
                """SELECT released FROM paper WHERE merged_into IS NULL AND released > ?
                   AND source NOT IN (SELECT value FROM json_each(?))
                   ORDER BY released DESC LIMIT 1""",
                [NEVER.isoformat(), json_list(sorted(but))],
            )
        return None if row is None else date.fromisoformat(row["released"])

    async def search(self, query: Query, sort: SearchSort, offset: int, limit: int) -> SearchPage:
        """Run a query over title, abstract, authors and keywords."""
        async with self._database.read() as session:
            return await search(session, query, sort, max(0, offset), max(0, limit))

    async def neighbours(self, asked: Texts, key: int, day: date) -> Neighbours:
        """Return the papers that have most in common with these texts of the paper `key`."""
        async with self._database.read() as session:
            return await neighbours(session, asked, key, day)

    async def authors(self, prefix: str, limit: int) -> list[str]:
        """Return author names of recent papers in which a word starts with `prefix`.

        Several words must stand side by side. Names of most papers come first, then the newest;
        nothing typed gives every name.
        """
        typed = fold(prefix)
        async with self._database.read() as session:
            places = await places_of_authors(session, typed, _RECENT)
            rows = await session.rows(
                """SELECT authors FROM json_each(?) AS found JOIN paper ON paper.key = found.value
                   ORDER BY found.key""",
                [json_list([key_at(place) for place in places])],
            )
        names = Counter(
            name
            for row in rows
            for name in read_list(row["authors"])
            if f" {typed}" in f" {fold(name)}"
        )
        return [name for name, _ in names.most_common(limit)]

    async def titles(self) -> list[TitleRow]:
        """Return every title that is everybody's, in the order of the keys."""
        async with self._database.read() as session:
            rows = await session.rows(
                """SELECT key, title, upvotes FROM paper
                   WHERE merged_into IS NULL AND source NOT LIKE 'added:%' ORDER BY key"""
            )
        return [TitleRow(row["key"], row["title"], row["upvotes"]) for row in rows]

    async def holdings(self) -> Holdings:
        """Say what sources brought out; what was looked up one by one does not count."""
        changes = self._changes
        if self._held is None or self._held[0] != changes:
            async with self._database.read() as session:
                (row,) = await session.rows(_HOLDINGS, {"never": NEVER.isoformat()})
            found = Holdings(row["papers"], _day(row["oldest"]), _day(row["newest"]))
            self._held = (changes, found)
        return self._held[1]

    async def health(self) -> list[SourceHealth]:
        """Say how every source is doing, by name."""
        async with self._database.read() as session:
            rows = await session.rows("SELECT * FROM source_health ORDER BY source")
        return [
            SourceHealth(
                row["source"],
                from_seconds_or_none(row["last_ok"]),
                from_seconds_or_none(row["last_error"]),
                row["error"],
                from_seconds_or_none(row["backfilled"]),
                row["trouble"],
            )
            for row in rows
        ]

    async def note_health(
        self,
        source: str,
        now: datetime,
        *,
        error: str | None,
        trouble: Trouble = "unreachable",
        backfilled: bool = False,
    ) -> None:
        """Record a source's good answer (`error` None), or its fault and which `trouble` it is.

        A good answer takes back the words of the last fault, not its instant. `backfilled` stays
        the first instant noted.
        """
        instant = to_seconds(now)
        async with self._database.write() as session:
            await session.run(
                """INSERT INTO source_health
                       (source, last_ok, last_error, error, trouble, backfilled)
                   VALUES (?, ?, ?, ?, ?, ?)
                   ON CONFLICT (source) DO UPDATE SET
                       last_ok = coalesce(excluded.last_ok, last_ok),
                       last_error = coalesce(excluded.last_error, last_error),
                       error = excluded.error,
                       trouble = excluded.trouble,
                       backfilled = coalesce(backfilled, excluded.backfilled)""",
                [
                    source,
                    instant if error is None else None,
                    None if error is None else instant,
                    error,
                    None if error is None else trouble,
                    instant if backfilled else None,
                ],
            )

    async def forget_health(self, source: str) -> None:
        """Forget how a source was doing that is not asked any more."""
        async with self._database.write() as session:
            await session.run("DELETE FROM source_health WHERE source = ?", [source])


def _day(text: str | None) -> date | None:
    return None if text is None else date.fromisoformat(text)

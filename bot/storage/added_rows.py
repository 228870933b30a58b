"""Added sources and their entries as rows, and back."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, cast

from bot.core.visibility import is_public, source_name
from bot.services.ports import AddedSource, OwnNews, Publication
from bot.storage.instants import from_seconds, from_seconds_or_none, to_seconds
from bot.storage.paper_rows import json_list, read_paper

if TYPE_CHECKING:
    import sqlite3
    from datetime import datetime

    from bot.core.papers import Dated
    from bot.services.ports import Entry
    from bot.storage.session import Value


def entry_values(  # noqa: PLR0913, PLR0917 - a row
    source: int, key: int, place: int, entry: Entry, news: date | None, now: datetime
) -> dict[str, Value]:
    """Take an entry apart; `news` is the day it is new on, None for history."""
    return {
        "source": source,
        "paper": key,
        "place": place,
        "ids": json_list(entry.ids),
        "published": None if entry.published is None else entry.published.isoformat(),
        "dated": entry.dated,
        "venue": entry.venue,
        "news": None if news is None else news.isoformat(),
        "seen": to_seconds(now),
    }


def read_source(row: sqlite3.Row) -> AddedSource:
    """Put a source together from its row and its count of `entries`."""
    return AddedSource(
        id=row["id"],
        server=row["server"],
        name=row["name"],
        kind=row["kind"],
        address=row["address"],
        file=row["file"],
        added=from_seconds(row["added"]),
        entries=row["entries"],
        checked=from_seconds(row["checked"]),
        last_ok=from_seconds_or_none(row["last_ok"]),
        error=row["error"],
        told=row["told"],
    )


def read_publication(row: sqlite3.Row) -> Publication:
    """Put an entry together from its paper's columns and `day`, `exact` and `told_venue`."""
    exact = cast("Dated", row["exact"])
    return Publication(read_paper(row), _day(row["day"]), exact, row["told_venue"])


def read_news(row: sqlite3.Row) -> OwnNews:
    """Put news together from the paper's columns and `told_id`, `told_by` and `news`."""
    paper = read_paper(row)
    public = sorted(filter(is_public, {paper.source, *paper.also}))
    paper = replace(
        paper,
        source=source_name(row["told_id"]),
        released=date.fromisoformat(row["news"]),
        also=tuple(public),
    )
    return OwnNews(paper, row["told_by"])


def _day(text: str | None) -> date | None:
    return None if text is None else date.fromisoformat(text)

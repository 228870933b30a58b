"""A paper as a row of the table `paper`, and back.

Lists are JSON arrays of text, days ISO dates.
"""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING

from bot.core.papers import Links, MachineSummary, Paper, Signals
from bot.core.same_work import title_number
from bot.services.ports import PaperLabel

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Sequence

    from bot.storage.session import Value

STORE = """
    INSERT INTO paper (
        key, ids, title, authors, abstract, published, released, source, categories, keywords,
        organization, summary, summary_model, page, pdf, code, project, thumbnail,
        upvotes, comments, stars, withdrawn, venue, dated, origins, also,
        title_number, first_seen, updated
    ) VALUES (
        :key, :ids, :title, :authors, :abstract, :published, :released, :source, :categories,
        :keywords, :organization, :summary, :summary_model, :page, :pdf, :code, :project,
        :thumbnail, :upvotes, :comments, :stars, :withdrawn, :venue, :dated, :origins,
        :also, :title_number, :now, :now
    ) ON CONFLICT (key) DO UPDATE SET
        ids = excluded.ids, title = excluded.title, authors = excluded.authors,
        abstract = excluded.abstract, published = excluded.published,
        released = excluded.released, source = excluded.source,
        categories = excluded.categories, keywords = excluded.keywords,
        organization = excluded.organization, summary = excluded.summary,
        summary_model = excluded.summary_model, page = excluded.page, pdf = excluded.pdf,
        code = excluded.code, project = excluded.project, thumbnail = excluded.thumbnail,
        upvotes = excluded.upvotes, comments = excluded.comments, stars = excluded.stars,
        withdrawn = excluded.withdrawn, venue = excluded.venue, dated = excluded.dated,
        origins = excluded.origins, also = excluded.also,
        title_number = excluded.title_number,
        updated = excluded.updated
"""
"""Writes a paper that `paper_values` took apart, a new one or a changed one."""


def paper_values(paper: Paper, now: int) -> dict[str, Value]:
    """Take a paper apart for `STORE`; `now` in seconds."""
    summary = paper.summary
    return {
        "key": paper.key,
        "ids": json_list(paper.ids),
        "title": paper.title,
        "authors": json_list(paper.authors),
        "abstract": paper.abstract,
        "published": None if paper.published is None else paper.published.isoformat(),
        "released": paper.released.isoformat(),
        "source": paper.source,
        "categories": json_list(paper.categories),
        "keywords": json_list(paper.keywords),
        "organization": paper.organization,
        "summary": None if summary is None else summary.text,
        "summary_model": None if summary is None else summary.model,
        "page": paper.links.page,
        "pdf": paper.links.pdf,
        "code": paper.links.code,
        "project": paper.links.project,
        "thumbnail": paper.links.thumbnail,
        "upvotes": paper.signals.upvotes,
        "comments": paper.signals.comments,
        "stars": paper.signals.stars,
        "withdrawn": int(paper.withdrawn),
        "venue": paper.venue,
        "dated": paper.dated,
        "origins": _json_object(paper.origins) if paper.origins else None,
        "also": json_list(paper.also),
        "title_number": title_number(paper.title),
        "now": now,
    }


def read_paper(row: sqlite3.Row) -> Paper:
    """Put a paper together from a row with all columns of `paper`."""
    return Paper(
        key=row["key"],
        ids=read_list(row["ids"]),
        title=row["title"],
        source=row["source"],
        released=date.fromisoformat(row["released"]),
        authors=read_list(row["authors"]),
        abstract=row["abstract"],
        published=None if row["published"] is None else date.fromisoformat(row["published"]),
        categories=read_list(row["categories"]),
        keywords=read_list(row["keywords"]),
        organization=row["organization"],
        summary=(
            None if row["summary"] is None else MachineSummary(row["summary"], row["summary_model"])
        ),
        links=Links(row["page"], row["pdf"], row["code"], row["project"], row["thumbnail"]),
        signals=Signals(row["upvotes"], row["comments"], row["stars"]),
        withdrawn=bool(row["withdrawn"]),
        venue=row["venue"],
        dated=row["dated"],
        origins=() if row["origins"] is None else tuple(json.loads(row["origins"]).items()),
        also=() if row["also"] == "[]" else read_list(row["also"]),
    )


def read_label(row: sqlite3.Row) -> PaperLabel:
    """Put a label together from a row of `key`, `title`, `author` (the first) and `day`."""
    authors = () if row["author"] is None else (row["author"],)
    return PaperLabel(row["key"], row["title"], authors, date.fromisoformat(row["day"]).year)


def json_list(texts: Sequence[str] | Sequence[int]) -> str:
    """Write a list as JSON, letters as they are."""
    return json.dumps(texts, ensure_ascii=False, separators=(",", ":"))


def _json_object(pairs: Iterable[tuple[str, str]]) -> str:
    return json.dumps(dict(pairs), ensure_ascii=False, separators=(",", ":"))


def read_list(text: str) -> tuple[str, ...]:
    """Read a JSON array of text."""
    return tuple(json.loads(text))

"""The full-text index: which row a paper has in `paper_text`, and how rows are kept.

- A row's place (its rowid) is the paper's day, then its key: so the index is in the order in which
  papers are found, newest last, and a search for the newest ends where its page is full.
- Papers that are withdrawn, merged into others, or a server's own (`bot/core/visibility.py`) have
  no row. What is no word stands in the row as a mark (`bot/core/query_marks.py`), so votes that
  change write the row anew.
- Rows are written in the order of their places: SQLite starts a new piece of index for every row
  that lies before the last one.
- `paper_word` holds every word of the index. Words are added and never taken out; one that no paper
  has any more finds nothing.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from bot.core.query import fts_row
from bot.core.query_match import BORDER, fold_field, marks
from bot.core.visibility import is_public
from bot.storage.paper_rows import read_list

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bot.core.papers import Paper
    from bot.storage.session import Session

_KEY_BITS = 32

_REMOVE = "DELETE FROM paper_text WHERE rowid = ?"
ADD = """INSERT INTO paper_text (rowid, title, abstract, authors, keywords, marks)
         VALUES (?, ?, ?, ?, ?, ?)"""
_ADD_WORD = "INSERT INTO paper_word (word) VALUES (?) ON CONFLICT DO NOTHING"

_BEGINNING = "SELECT word FROM paper_word WHERE word >= ? AND word < ? LIMIT ?"

Row = tuple[int, str, str, str, str, str]


def place(day: date, key: int = 0) -> int:
    """Return the place of a paper; of no key, the one before all papers of the day."""
    return (day.toordinal() << _KEY_BITS) + key


def day_at(place: int) -> date:
    """Return the day of a place."""
    return date.fromordinal(place >> _KEY_BITS)


def key_at(place: int) -> int:
    """Return the key of the paper at a place."""
    return place & ((1 << _KEY_BITS) - 1)


async def words_beginning(session: Session, begun: str, most: int) -> tuple[str, ...] | None:
    """Return the words of the index that begin so, None where there are more than `most`."""
    rows = await session.rows(_BEGINNING, [begun, f"{begun}\U0010ffff", most + 1])
    return None if len(rows) > most else tuple(row["word"] for row in rows)


def index_row(paper: Paper) -> Row:
    """Return what `ADD` writes of a paper."""
    return (place(paper.released, paper.key), *fts_row(paper))


def words_of(rows: Iterable[Row]) -> set[str]:
    """Return every word and mark of rows."""
    return {word for row in rows for text in row[1:] for word in text.split()} - {BORDER}


def marks_of_columns(  # noqa: PLR0913, PLR0917 - columns, as SQLite gives them
    authors: str,
    categories: str,
    organization: str | None,
    source: str,
    upvotes: int,
    code: str | None,
    also: str = "[]",
) -> str:
    """Return the marks of a paper from columns of its row; `authors` are the index's, folded, and
    `also` was no column once.
    """
    return marks(
        authors,
        read_list(categories),
        fold_field(organization or ""),
        fold_field(source, *read_list(also)),
        upvotes,
        has_code=code is not None,
    )


async def reindex(session: Session, before: Iterable[Paper], now: Iterable[Paper]) -> None:
    """Bring the index from what papers were to what they are; one that is in `before` only goes."""
    old = {paper.key: paper for paper in before if _has_row(paper)}
    new = {paper.key: paper for paper in now if _has_row(paper)}
    told = {key: _told(paper) for key, paper in old.items()}
    come = [paper for key, paper in new.items() if _told(paper) != told.get(key)]
    staying = new.keys() - {paper.key for paper in come}
    gone = [place(paper.released, key) for key, paper in old.items() if key not in staying]
    rows = sorted(map(index_row, come))
    await session.run_many(_REMOVE, [(at,) for at in sorted(gone)])
    await session.run_many(ADD, rows)
    await session.run_many(_ADD_WORD, [(word,) for word in sorted(words_of(rows))])


def _has_row(paper: Paper) -> bool:
    return not paper.withdrawn and is_public(paper.source)


def _told(paper: Paper) -> object:
    """Give all that a paper's row is made of."""
    return (
        paper.title,
        paper.abstract,
        paper.authors,
        paper.keywords,
        paper.categories,
        paper.organization,
        paper.source,
        paper.also,
        paper.signals.upvotes,
        paper.has_code,
        paper.released,
    )

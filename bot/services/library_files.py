"""A library as a file: BibTeX, CSV for a spreadsheet, or JSON for a program.

CSV is UTF-8 with a byte order mark (spreadsheets guess wrong without), and a cell that a
spreadsheet would run as a formula begins with an apostrophe. In JSON, days are ISO 8601.
"""

from __future__ import annotations

import csv
import json
from collections.abc import Sequence
from dataclasses import dataclass
from io import StringIO
from typing import TYPE_CHECKING, Literal, cast

if TYPE_CHECKING:
    from bot.services.ports import SavedPaper

LibraryFormat = Literal["bibtex", "csv", "json"]

_NAMES: dict[LibraryFormat, str] = {
    "bibtex": "library.bib",
    "csv": "library.csv",
    "json": "library.json",
}
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_COLUMNS = ("title", "authors", "year", "published", "ids", "page", "pdf", "code", "note", "saved")


@dataclass(frozen=True, slots=True)
class LibraryFile:
    """A file to hand over."""

    name: str
    content: bytes


def as_format(name: str) -> LibraryFormat:
    """Return a format by its name; BibTeX for any other."""
    return name if name in _NAMES else "bibtex"


def library_file(saved: Sequence[SavedPaper], wanted: LibraryFormat) -> LibraryFile:
    """Return saved papers as a file, in their order; a long one takes seconds, so in a thread."""
    match wanted:
        case "bibtex":
            from bot.services.bibliography import bibtex  # noqa: PLC0415 - seldom needed

            content = bibtex(one.paper for one in saved).encode()
        case "csv":
            content = _csv(saved).encode("utf-8-sig")
        case "json":
            content = _json(saved).encode()
    return LibraryFile(_NAMES[wanted], content)


def _csv(saved: Sequence[SavedPaper]) -> str:
    text = StringIO()
    table = csv.writer(text)
    table.writerow(_COLUMNS)
    for row in map(_row, saved):
        table.writerow([_cell(row[column]) for column in _COLUMNS])
    return text.getvalue()


def _cell(value: object) -> str:
    text = (
        "; ".join(map(str, cast("tuple[object, ...]", value)))
        if isinstance(value, tuple)
        else ("" if value is None else str(value))
    )
    return f"'{text}" if text.startswith(_FORMULA) else text


def _json(saved: Sequence[SavedPaper]) -> str:
    rows = [{**_row(one), "abstract": one.paper.abstract} for one in saved]
    return json.dumps(rows, ensure_ascii=False, indent=2)


def _row(saved: SavedPaper) -> dict[str, object]:
    paper = saved.paper
    return {
        "title": paper.title,
        "authors": paper.authors,
        "year": paper.year,
        "published": paper.published.isoformat() if paper.published is not None else None,
        "ids": paper.ids,
        "page": paper.links.page,
        "pdf": paper.links.pdf,
        "code": paper.links.code,
        "note": saved.note,
        "saved": saved.saved.isoformat(),
    }

"""CSL-JSON: what Zotero, Pandoc and Crossref write, a list of items or one item.

Rules everything here obeys (source: the Citation Style Language's schema, csl-data.json):

- A day is ``issued``: ``date-parts`` of one to three numbers (of a span the first), or ``raw``,
  ``literal`` and ``season`` text. Numbers may be written as text.
- A name has ``family`` and ``given`` with ``non-dropping-particle`` and ``suffix``, or is
  ``literal``.
- What is no object is no item, and is told; a field of the wrong type is absent.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.core.ids import find_id
from bot.services.ports import ItemFault, UnfitSourceError
from bot.sources.publications import (
    INVALID_DATE,
    INVALID_ID,
    MOST_ENTRIES,
    Work,
    day_in,
    day_of_parts,
)
from bot.sources.text import clean
from bot.sources.values import is_list, is_object, objects_of, text_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from bot.core.papers import Dated

_NAME = ("given", "dropping-particle", "non-dropping-particle", "family", "suffix")
_MARKS = frozenset({"type", "title", "author", "issued", "container-title", "DOI", "citation-key"})
_FEW = 2  # of those an object has, so that it is an item and not any object


def is_csl(data: object) -> bool:
    """Whether JSON looks like CSL-JSON: a list with an object that has an item's fields, or one."""
    items = _items(data)
    return any(len(_MARKS & one.keys()) >= _FEW for one in objects_of(items[:100]))


def read_csl(
    data: object, source: str
) -> tuple[tuple[tuple[str, Work], ...], tuple[ItemFault, ...]]:
    """The works, each with its id, and the faults. Raises `UnfitSourceError`: too_many."""
    items = _items(data)
    if len(items) > MOST_ENTRIES:
        raise UnfitSourceError(source, "too_many", f"{len(items)} entries")
    works: list[tuple[str, Work]] = []
    faults: list[ItemFault] = []
    for place, item in enumerate(items, start=1):
        if is_object(item):
            works.append((_key(item, place), _work(item)))
        else:
            faults.append(ItemFault(f"no. {place}", "is no object"))
    return tuple(works), tuple(faults)


def _items(data: object) -> list[object]:
    if is_object(data):
        inner = data.get("items")
        return inner if is_list(inner) else [data]
    return data if is_list(data) else []


def _key(item: dict[str, object], place: int) -> str:
    return clean(_named(item), 60) or f"no. {place}"


def _named(item: dict[str, object]) -> str:
    key = item.get("citation-key") or item.get("id")
    return str(key) if isinstance(key, str | int) else ""


def _work(item: dict[str, object]) -> Work:
    address, issued = text_of(item, "URL"), item.get("issued")
    when, doi = _when(issued), text_of(item, "DOI")
    return Work(
        title=text_of(item, "title"),
        authors=tuple(_name(one) for one in objects_of(item.get("author"))),
        ids=tuple(filter(None, [doi, address])),
        mentions=tuple(
            text for name in ("number", "note", "archive_location") if (text := text_of(item, name))
        ),
        when=when,
        venue=text_of(item, "container-title") or text_of(item, "event-title"),
        abstract=text_of(item, "abstract"),
        keywords=tuple(text_of(item, "keyword").split(","))[:50],
        page=address,
        key=_named(item),
        odd=tuple(_odd(issued, when[0], doi)),
    )


def _odd(issued: object, day: date | None, doi: str) -> Iterator[str]:
    """What is wrong with an item's day or DOI. An empty `issued` tells none."""
    told = any(issued.values()) if is_object(issued) else issued
    if day is None and told:
        yield INVALID_DATE
    if doi.strip() and find_id(doi) is None:
        yield INVALID_ID


def _name(person: dict[str, object]) -> str:
    told = " ".join(filter(None, (text_of(person, part) for part in _NAME)))
    return text_of(person, "literal") or told


def _when(issued: object) -> tuple[date | None, Dated]:
    if not is_object(issued):
        return day_in(issued) if isinstance(issued, str) else (None, "day")
    parts = issued.get("date-parts")
    first = parts[0] if is_list(parts) and parts else None
    numbers = [_number(one) for one in first[:3]] if is_list(first) else []
    if numbers and numbers[0]:
        year, month, day = (*numbers, 0, 0)[:3]
        return day_of_parts(year, month, day if month else 0)
    return day_in(text_of(issued, "raw") or text_of(issued, "literal"))


def _number(value: object) -> int:
    """A number of a day, 0 for what is none."""
    if isinstance(value, str) and value.isascii() and value.isdecimal():
        return int(value[:6])
    return value if isinstance(value, int) and not isinstance(value, bool) and value > 0 else 0

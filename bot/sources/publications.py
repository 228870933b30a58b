"""From what a list of publications says of one work to a draft; every format speaks through here.

Rules everything here obeys:

- A work needs a title; nothing else. Without a year it is undated, without an id it gets one of its
  title and first author, the same at every reading (`core.visibility.own_id`).
- Ids stand in fields of their own and in addresses; whatever `find_id` understands counts.
- Where only a year or a month is told, the day is its first and `dated` says so.
- A fault names its entry and costs that entry only.
- `source` and `released` are left open (empty, `NEVER`): who reads the list knows them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from itertools import islice
from typing import TYPE_CHECKING

from bot.core.id_pages import page_of
from bot.core.ids import arxiv_links, find_id, find_ids
from bot.core.papers import NEVER, Links, PaperDraft
from bot.core.visibility import own_id
from bot.sources.text import clean_abstract, clean_name, clean_title
from bot.sources.values import is_withdrawn, web_address
from bot.sources.venues import venue_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bot.core.papers import Dated

MOST_ENTRIES = 5_000
"""Entries of one list; a longer one is refused, for which of them would be left out is chance."""

LONGEST_TITLE = 2_000
"""Characters, with their markup; a longer title is none that anybody gave."""

INVALID_DATE, INVALID_ID = "the date is none", "the id is none"
"""What readers say of a date or an id that is written there and is none."""

_MOST_AUTHORS = 1_000
_YEAR = re.compile(r"(?<![0-9])(1[5-9][0-9]{2}|20[0-9]{2})(?![0-9])")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = re.compile(rf"(?<![a-z])({'|'.join(_MONTHS)})[a-z]*", re.IGNORECASE)
_DAY = re.compile(r"(?<![0-9])(3[01]|[12][0-9]|0?[1-9])(?![0-9])")
_ISO = re.compile(r"(?<![0-9])(1[5-9][0-9]{2}|20[0-9]{2})-([0-9]{2})(?:-([0-9]{2}))?(?![0-9])")
_TAG = re.compile(r"</?[A-Za-z][\w:-]{0,20}(?:\s[^<>]{0,200})?/?>")


class NoTitleError(ValueError):
    """An entry without a title."""


@dataclass(frozen=True, slots=True)
class Work:
    """What a list says of one work, its text as it stands there.

    `ids` are texts that are an id or the address of one, `mentions` texts that may contain one.
    `key` is what the list itself calls it: a BibTeX key, a page's anchor. `odd` says what is wrong
    with it and does not keep it from being a work, each one line.
    """

    title: str
    authors: tuple[str, ...] = ()
    ids: tuple[str, ...] = ()
    mentions: tuple[str, ...] = ()
    when: tuple[date | None, Dated] = (None, "day")
    venue: str = ""
    abstract: str = ""
    keywords: tuple[str, ...] = ()
    page: str = ""
    pdf: str = ""
    code: str = ""
    key: str = ""
    odd: tuple[str, ...] = ()


def oddities(work: Work) -> tuple[str, ...]:
    """What is wrong with a work that counts all the same."""
    too_long = len(work.title) > LONGEST_TITLE
    return (*work.odd, *(("the title is too long, and cut",) if too_long else ()))


def draft_of(work: Work) -> PaperDraft:
    """The draft. Raises `NoTitleError`."""
    title = clean_title(_TAG.sub("", work.title[:10_000]))
    if not any(letter.isalnum() for letter in title):
        raise NoTitleError("no title")
    authors = names(work.authors)
    told = [one for raw in work.ids if (one := find_id(raw)) is not None]
    told += [one for raw in work.mentions for one in find_ids(raw[:2_000])]
    ids = tuple(dict.fromkeys(one for one in told if one.isprintable())) or (
        own_id(0, title, authors),
    )
    arxiv = next((links for one in ids if (links := arxiv_links(one)) is not None), None)
    abstract = clean_abstract(work.abstract)
    published, dated = work.when
    return PaperDraft(
        ids=ids,
        title=title,
        source="",
        released=NEVER,
        authors=authors,
        abstract=abstract,
        published=published,
        keywords=names(work.keywords),
        links=Links(
            page=page_of(ids[0]) or web_address(work.page),
            pdf=arxiv.pdf if arxiv is not None else web_address(work.pdf),
            code=web_address(work.code),
        ),
        withdrawn=is_withdrawn(title),
        venue=venue_of(work.venue),
        dated=dated,
    )


def names(raw: Iterable[str]) -> tuple[str, ...]:
    """Names cleaned, each once, without those that show nothing."""
    cleaned = (clean_name(one) for one in raw)
    return tuple(dict.fromkeys(islice(filter(None, cleaned), _MOST_AUTHORS)))


def day_in(text: str) -> tuple[date | None, Dated]:
    """The day that a text tells, as exactly as it does: “2017-06-12”, “12 June 2017”, “Mar 2025”,
    “ICML, 2017”. The last year in it counts; without one there is no day.
    """
    text = text[:500]
    if (iso := _ISO.search(text)) is not None and (
        found := day_of_parts(int(iso[1]), int(iso[2]), int(iso[3] or 0))
    )[0] is not None:
        return found
    years = list(_YEAR.finditer(text))
    if not years:
        return None, "day"
    year = years[-1]
    around = (
        f"{text[max(0, year.start() - 30) : year.start()]} {text[year.end() : year.end() + 15]}"
    )
    month = _MONTH.search(around)
    if month is None:
        return day_of_parts(int(year[1]))
    day = day_number_in(around[: month.start()][-4:] + " " + around[month.end() :][:6])
    return day_of_parts(int(year[1]), _MONTHS.index(month[1].lower()) + 1, day)


def day_of_parts(year: int, month: int = 0, day: int = 0) -> tuple[date | None, Dated]:
    """The day of a year, a month and a day of it, 0 where they are not told; what cannot be is not
    told either.
    """
    try:
        if month and day:
            return date(year, month, day), "day"
        if month:
            return date(year, month, 1), "month"
        return date(year, 1, 1), "year"
    except (ValueError, OverflowError):
        if day:
            return day_of_parts(year, month)
        return day_of_parts(year) if month else (None, "day")


def day_number_in(text: str) -> int:
    """The first number in a text that a day of a month can have; 0 without one."""
    found = _DAY.search(text)
    return int(found[1]) if found is not None else 0


def month_of(text: str) -> int:
    """The number of a month by its number or the beginning of its English name; 0 for no month."""
    text = text.strip()
    if text.isascii() and text.isdecimal() and len(text) <= 2:  # noqa: PLR2004 - a month has two digits
        return int(text) if 1 <= int(text) <= len(_MONTHS) else 0
    found = _MONTH.search(text)
    return _MONTHS.index(found[1].lower()) + 1 if found is not None else 0

"""From the entries of a feed to drafts; it runs in the reading child.

Rules everything here obeys:

- An entry is a paper by the ids that it tells of itself: a DOI or an arXiv id in its identifiers,
  its PRISM or Dublin Core fields or its own address (Atom's ``alternate``). What it merely links to
  is another's: a blog that tells of two papers is neither. Without an id it is ``feed:`` and a hash
  of what the feed tells its entries apart by.
- Its day is the one it is dated, and `released` is that day, today at the latest. Without one
  `published` is None and `released` is today: whoever stores it knows when it was first seen.
- One bad entry never costs the others; what is left out or mended is a `Remark`.
"""

from __future__ import annotations

import hashlib
import re
from datetime import date, timedelta
from itertools import islice
from typing import TYPE_CHECKING, Final, Literal

from bot.core.id_pages import page_of
from bot.core.ids import arxiv_links, find_id, find_ids
from bot.core.papers import Links, PaperDraft
from bot.sources.reading_forms import Reading, Remark
from bot.sources.text import clean_headed_abstract, clean_name, clean_title
from bot.sources.values import day_of, is_withdrawn, web_address

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from bot.sources.feed_reading import Document, Entry

Cause = Literal["not_an_object", "no_title", "no_id", "duplicate", "title_too_long", "invalid_date"]
"""What is odd about an entry. The first four leave it out; a title that is too long is cut, and an
invalid date is none.
"""

LONGEST_TITLE: Final = 2_000
"""Characters; a longer title is none that anybody gave."""

MOST_AUTHORS: Final = 1_000
"""Names of one entry; more are neither shown nor counted."""

_MOST_KEYWORDS = 50
_AHEAD = timedelta(days=400)  # journals date issues ahead; nobody does further
_OLDEST = date(1700, 1, 1)
_INITIALS = re.compile(r"(?:[^\W\d_]\.?[ -]?){1,4}")
_AND = re.compile(r";| (?:and|&) ")
_DOI_BEHIND = re.compile(r"\bdoi:\s*(10\.\S+)$", re.IGNORECASE)


def page_of_feed(document: Document, source: str, today: date) -> Reading:
    """The drafts of what was read."""
    papers: dict[str, PaperDraft] = {}
    remarks: list[Remark] = []
    for index, entry in enumerate(document.entries):
        if entry is None:
            remarks.append(Remark(index, f"no. {index + 1}", "not_an_object"))
            continue
        shown = clean_name(entry.key or entry.title)
        draft = _draft(entry, source, today)
        if not isinstance(draft, PaperDraft):
            remarks.append(Remark(index, shown, draft))
        elif draft.ids[0] in papers:
            remarks.append(Remark(index, shown, "duplicate"))
        else:
            papers[draft.ids[0]] = draft
            remarks += [Remark(index, shown, one) for one in _mended(entry)]
    title = clean_title(document.title)
    return Reading(tuple(papers.values()), tuple(remarks), title, document.broken)


def _mended(entry: Entry) -> Iterable[Cause]:
    if len(entry.title) > LONGEST_TITLE:
        yield "title_too_long"
    if entry.dated and day_of(entry.day) is None:
        yield "invalid_date"


def _draft(entry: Entry, source: str, today: date) -> PaperDraft | Cause:
    title = clean_title(entry.title[:LONGEST_TITLE])
    if not title:
        return "no_title"
    ids = _ids(entry)
    if not ids:
        return "no_id"
    day = day_of(entry.day)
    if day is not None and not _OLDEST <= day <= today + _AHEAD:
        day = None
    abstract = clean_headed_abstract(entry.summary)
    links = arxiv_links(ids[0])
    return PaperDraft(
        ids=ids,
        title=title,
        source=source,
        released=min(day or today, today),
        authors=authors_of(entry.authors),
        abstract=abstract,
        published=day,
        keywords=_names(entry.tags[:_MOST_KEYWORDS]),
        links=Links(
            page=page_of(ids[0]) or web_address(entry.link), pdf=links.pdf if links else None
        ),
        withdrawn=is_withdrawn(title) or is_withdrawn(abstract),
        venue=clean_name(entry.venue) or None,
    )


def _ids(entry: Entry) -> tuple[str, ...]:
    """Every id of a paper among what identifies the entry, else one of the feed's own."""
    found = dict.fromkeys(one for raw in entry.ids for one in _found(raw))
    if found:
        return tuple(one for one in found if one.isprintable())[:8]
    key = entry.key or entry.link
    if not key:
        return ()
    return ("feed:" + hashlib.sha256(key.encode(errors="replace")).hexdigest()[:32],)


def _found(raw: str) -> tuple[str, ...]:
    if (whole := find_id(raw)) is not None:
        return (whole,)
    if raw.startswith("oai:"):  # oai:arXiv.org:2508.13426v1
        return tuple(filter(None, (find_id("arxiv:" + raw.rpartition(":")[2]),)))
    behind = _DOI_BEHIND.search(raw)
    return find_ids(behind[1])[:1] if behind is not None else ()


def authors_of(told: Iterable[str]) -> tuple[str, ...]:
    """Names, one by one, of what may be a list in one line: “A B, C D”, “Smith, J., Doe, A.”."""
    return _names(islice(_each(told), MOST_AUTHORS))


def _each(told: Iterable[str]) -> Iterator[str]:
    for line in told:
        for part in _AND.split(" ".join(line.split())):
            yield from _by_comma(part)


def _by_comma(line: str) -> list[str]:
    parts = [part.strip() for part in line.split(",") if part.strip()]
    firsts, lasts = parts[1::2], parts[::2]
    paired = len(firsts) == len(lasts) and bool(firsts)
    if paired and all(_INITIALS.fullmatch(first) for first in firsts):
        return [f"{first} {last}" for first, last in zip(firsts, lasts, strict=True)]
    if paired and len(parts) == 2 and " " not in parts[0]:  # noqa: PLR2004 - last name, first name
        return [f"{parts[1]} {parts[0]}"]
    return parts


def _names(told: Iterable[str]) -> tuple[str, ...]:
    cleaned = (clean_name(one) for one in told)
    return tuple(dict.fromkeys(one for one in cleaned if one))

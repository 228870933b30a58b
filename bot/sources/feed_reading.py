"""A feed, from bytes to entries: RSS, RDF and Atom with feedparser, JSON Feed 1.x by itself.

Rules everything here obeys:

- It runs in a child process (`reading_child`), for what it reads may be made to keep it
  busy for hours: a few kilobytes of the right nonsense take feedparser seconds, and grow with the
  square.
- Everything is text, as it stands in the feed, markup of HTML taken out, and bounded: at most
  `MOST_ENTRIES` entries of at most `LONGEST_TITLE` and `LONGEST_SUMMARY` characters.
- An encoding that is declared wrongly, a feed that is not well-formed, one that is cut: what can be
  read is, and `broken` says in a line what was wrong. Only what is no feed at all is a `Fault`.
- Of a JSON Feed that breaks off the items before the break are read. An item that is no object is
  None among the entries.
- Entities of a document's own stand for nothing but plain letters: they cannot grow.
"""

from __future__ import annotations

import io
import json
import re
from dataclasses import dataclass, field
from itertools import islice
from typing import TYPE_CHECKING, Any, Final, cast

from bot.sources.ampersands import with_ampersands
from bot.sources.cut_json import entries_before_cut
from bot.sources.html_text import plain_text
from bot.sources.values import is_list, is_object, objects_of, text_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bot.sources.errors import Reason

MOST_ENTRIES: Final = 500
LONGEST_TITLE: Final = 12_000
LONGEST_SUMMARY: Final = 100_000
_LONGEST_LINE = 2_000
_MOST_LINES = 1_000  # authors, ids or tags of an entry
_JSON_FEED = b"jsonfeed.org/version/1"
_A_SUMMARY = 80  # characters from which on a summary is one; below, the content says more
_GROWING = re.compile(rb"<!ENTITY[^>]{0,2000}?&(?!#)")
_START = 4_096
_CUT = ("no element found", "unclosed")
_ENDS = re.compile(rb"</\s*(?:rss|feed|rdf:RDF)\s*>", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry as it stands in the feed. `ids` are texts that may be or contain one of a paper,
    `key` what the feed tells it apart by; `day` is an ISO 8601 instant, `dated` whatever it wrote.
    """

    key: str = ""
    link: str = ""
    ids: list[str] = field(default_factory=list[str])
    title: str = ""
    summary: str = ""
    authors: list[str] = field(default_factory=list[str])
    day: str = ""
    dated: str = ""
    tags: list[str] = field(default_factory=list[str])
    venue: str = ""


@dataclass(frozen=True, slots=True)
class Document:
    """What a feed holds. `more` counts the entries behind the last one that is read. `broken`
    begins with the word “truncated” where the feed ends too early.
    """

    title: str
    entries: list[Entry | None]
    broken: str = ""
    more: int = 0


@dataclass(frozen=True, slots=True)
class Fault:
    """No feed, or nothing of one."""

    reason: Reason
    detail: str = ""


def read(body: bytes, content_type: str, address: str) -> Document | Fault:
    """What `body` holds, which came from `address` declared as `content_type`."""
    start = body[:_START].removeprefix(b"\xef\xbb\xbf").lstrip()
    if not start:
        return Fault("empty")
    if start[:1] == b"{":
        return _json_feed(body)
    return _xml_feed(body, content_type, address)


def _xml_feed(body: bytes, content_type: str, address: str) -> Document | Fault:
    import feedparser  # noqa: PLC0415  # pyright: ignore[reportMissingTypeStubs] - the child's

    parse = cast("Any", feedparser).parse  # it has no types
    mended = with_ampersands(body)
    # As a stream: bytes or text might be taken for the name of a file.
    parsed = parse(
        io.BytesIO(mended),
        response_headers={"content-type": _as_xml(content_type), "content-location": address},
        resolve_relative_uris=True,
        sanitize_html=False,
    )
    fault = parsed.get("bozo_exception") if parsed.get("bozo") else None
    broken = "" if fault is None else f"{type(fault).__name__}: {fault}"[:200]
    if any(one in broken for one in _CUT) and not _ENDS.search(body[-_START:]):
        broken = f"truncated: {broken}"
    if _GROWING.search(body[: 64 * 1024]) is not None:
        broken = "declares entities that stand for others"
    if not parsed.get("entries") and (not parsed.get("version") or fault is not None):
        return Fault(_reason(body, broken), broken)
    entries = parsed["entries"]
    telling = _tells(parsed, fault) or "entities" in broken
    if not telling and mended != body:
        broken, telling = "has bare ampersands", True
    return Document(
        title=plain_text(str(parsed["feed"].get("title", "")))[:_LONGEST_LINE],
        entries=[_entry(one) for one in entries[:MOST_ENTRIES]],
        broken=broken if telling else "",
        more=max(0, len(entries) - MOST_ENTRIES),
    )


def _as_xml(content_type: str) -> str:
    """A type that is XML, with the encoding that was declared; many come as HTML or text."""
    charset = re.search(r"charset\s*=\s*[\"']?([\w.:-]{1,40})", content_type, re.IGNORECASE)
    return "application/xml" + (f"; charset={charset[1]}" if charset else "")


def _tells(parsed: Any, fault: object) -> bool:
    """Whether what is wrong is worth a line: not that an encoding was misdeclared."""
    return bool(parsed.get("bozo")) and type(fault).__name__ != "CharacterEncodingOverride"


def _reason(body: bytes, broken: str) -> Reason:
    start = body[:_START].lower()
    if b"<html" in start or b"<!doctype html" in start:
        return "html"
    feed = any(one in start for one in (b"<rss", b"<feed", b"<rdf:rdf"))
    cut = any(one in broken for one in (*_CUT, "not well-formed"))
    return "truncated" if feed and cut else "wrong_shape"


def _entry(one: Any) -> Entry:
    content = next((str(part.get("value", "")) for part in one.get("content", ())), "")
    link = str(one.get("link", ""))
    key = str(one.get("id", "")) or link
    named = ("prism_doi", "dc_identifier", "arxiv_doi", "doi", "prism_url", "feedburner_origlink")
    published = "published" if one.get("published") else "updated"
    return Entry(
        key=key[:_LONGEST_LINE],
        link=link[:_LONGEST_LINE],
        ids=_lines([*(str(one.get(name, "")) for name in named), key, link]),
        title=_text(str(one.get("title", "")), LONGEST_TITLE),
        summary=_summary(str(one.get("summary", "")), content),
        authors=_lines(_authors(one)),
        day=_instant(one.get(f"{published}_parsed")),
        dated=str(one.get(published, ""))[:200],
        tags=_lines(str(tag.get("term") or "") for tag in one.get("tags", ())),
        venue=_text(str(one.get("prism_publicationname", "")), _LONGEST_LINE),
    )


def _authors(one: Any) -> list[str]:
    listed = [str(author.get("name", "")) for author in one.get("authors", ())]
    return [name for name in listed if name] or [str(one.get("author", ""))]


def _instant(told: Any) -> str:
    """A time.struct_time in UTC, as feedparser reads every form there is."""
    if told is None:
        return ""
    year, month, day, hour, minute = told[:5]
    return f"{year:04d}-{month:02d}-{day:02d}T{hour:02d}:{minute:02d}:00+00:00"


def _json_feed(body: bytes) -> Document | Fault:
    """https://www.jsonfeed.org/version/1.1/ and version 1, whose authors are one."""
    broken = ""
    try:
        told: object = json.loads(body.decode("utf-8-sig", errors="replace"))
    except (ValueError, RecursionError) as error:
        cut = isinstance(error, json.JSONDecodeError) and not body.rstrip().endswith(b"}")
        if not (whole := entries_before_cut(body)) or _JSON_FEED not in body[:_START]:
            return Fault("truncated" if cut else "not_json", str(error)[:200])
        told = {"version": _JSON_FEED.decode(), "items": whole}
        broken = f"truncated: {error}"[:200]
    if not is_object(told) or _JSON_FEED.decode() not in text_of(told, "version"):
        return Fault("wrong_shape", "no JSON Feed")
    listed = told.get("items")
    items = listed if is_list(listed) else []
    return Document(
        title=_text(text_of(told, "title"), _LONGEST_LINE),
        entries=[
            _json_entry(one, told) if is_object(one) else None for one in items[:MOST_ENTRIES]
        ],
        broken=broken,
        more=max(0, len(items) - MOST_ENTRIES),
    )


def _json_entry(one: dict[str, object], feed: dict[str, object]) -> Entry:
    raw = one.get("id")
    numbered = isinstance(raw, int | float) and not isinstance(raw, bool)
    link = text_of(one, "url") or text_of(one, "external_url")
    key = (str(raw) if numbered else text_of(one, "id")) or link
    content = text_of(one, "content_html") or text_of(one, "content_text")
    dated = text_of(one, "date_published") or text_of(one, "date_modified")
    authors = objects_of(one.get("authors")) or objects_of([one.get("author")])
    authors = authors or objects_of(feed.get("authors")) or objects_of([feed.get("author")])
    tags = one.get("tags")
    return Entry(
        key=key[:_LONGEST_LINE],
        link=link[:_LONGEST_LINE],
        ids=_lines([key, link, text_of(one, "doi")]),
        title=_text(text_of(one, "title"), LONGEST_TITLE),
        summary=_summary(text_of(one, "summary"), content),
        authors=_lines(text_of(author, "name") for author in authors),
        day=dated[:200],
        dated=dated[:200],
        tags=_lines(tag for tag in (tags if is_list(tags) else ()) if isinstance(tag, str)),
    )


def _summary(summary: str, content: str) -> str:
    short = _text(summary, LONGEST_SUMMARY)
    return short if len(short) >= _A_SUMMARY or not content else _text(content, LONGEST_SUMMARY)


def _text(markup: str, longest: int) -> str:
    return " ".join(plain_text(markup).split())[:longest]


def _lines(told: Iterable[str]) -> list[str]:
    lines = (" ".join(one[:_LONGEST_LINE].split()) for one in told)
    return list(dict.fromkeys(islice(filter(None, lines), _MOST_LINES)))

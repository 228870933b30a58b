"""XML from arXiv, read with the standard library: its feeds have one shape, whoever serves them.

feedparser reads every feed there is, and needs a process of its own for that. expat bounds what
entities can do, and a document that declares any is refused anyway; one that only names its type
(``<!DOCTYPE rss>``) is read.

Of a list that breaks off the items before the break are whole, and `finished_of` has them. Answers
that are counted (pages of the query API) or are about one paper have to be whole: `xml_of`.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, Any, cast

import structlog

from bot.sources.errors import SourceAnswerInvalid, shown_address

if TYPE_CHECKING:
    from collections.abc import Iterator
    from xml.etree.ElementTree import Element

    from bot.sources.answers import Answer
    from bot.sources.errors import Reason

CATEGORY = re.compile(r"[a-z-]{2,12}(?:\.[a-z-]{2,12})?", re.IGNORECASE)
"""A category or an archive of arXiv: ``cs.CL``, ``math-ph``."""

_CUT = ("no element found", "unclosed token", "unclosed CDATA", "partial character")
_ITEMS = ("item", "{http://www.w3.org/2005/Atom}entry")

_log: Any = structlog.get_logger(__name__)


def xml_of(answer: Answer) -> Element:
    """The root of a whole document.

    Raises SourceAnswerInvalid: empty, html, truncated, wrong_shape.
    """
    root, fault = _read(answer)
    if root is None or fault is not None:
        raise fault or SourceAnswerInvalid(answer.source, answer.address, "truncated")
    return root


def finished_of(answer: Answer) -> Element:
    """The root of a document that may break off: with the items that were finished until then, and
    a line in the log. Raises as `xml_of` where none was.
    """
    root, fault = _read(answer)
    items = 0 if root is None else sum(1 for one in root.iter() if one.tag in _ITEMS)
    if root is None or (fault is not None and not items):
        raise fault or SourceAnswerInvalid(answer.source, answer.address, "truncated")
    if fault is not None:
        _log.warning(
            "feed_broken",
            source=answer.source,
            address=shown_address(answer.address),
            error=f"{fault.reason}: {fault.detail}"[:200],
            items=items,
        )
    return root


def begun_of(answer: Answer) -> Element | None:
    """The root of what came of a document that breaks off; None where not even that came."""
    try:
        return _read(answer)[0]
    except SourceAnswerInvalid:
        return None


def _read(answer: Answer) -> tuple[Element | None, SourceAnswerInvalid | None]:
    """The root without an item that is not finished, and what is wrong with the document."""
    import xml.etree.ElementTree as ET  # noqa: PLC0415 - only who asks arXiv needs it

    start = answer.body[:1_000].removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    if not start:
        raise SourceAnswerInvalid(answer.source, answer.address, "empty")
    if start.startswith((b"<!doctype html", b"<html")):
        raise SourceAnswerInvalid(answer.source, answer.address, "html")
    if b"<!ENTITY" in answer.body.replace(b"\0", b""):  # in UTF-16, too
        detail = "declares entities"
        raise SourceAnswerInvalid(answer.source, answer.address, "wrong_shape", detail)
    root: Element | None = None
    opened: list[Element] = []
    parser: ET.XMLPullParser[Element] = ET.XMLPullParser(
        ("start", "end")
    )  # no entities, bounded in size
    try:
        parser.feed(answer.body)
        for event, element in cast("Iterator[tuple[str, Element]]", parser.read_events()):
            if event == "end":
                opened.pop()
            else:
                root = element if root is None else root
                opened.append(element)
        parser.close()
    except (ET.ParseError, ValueError, LookupError) as error:
        for parent, child in pairwise(opened):
            if child.tag in _ITEMS:
                parent.remove(child)
        reason: Reason = "truncated" if str(error).startswith(_CUT) else "wrong_shape"
        fault = SourceAnswerInvalid(answer.source, answer.address, reason, str(error))
        fault.__cause__ = error
        return root, fault
    return root, None

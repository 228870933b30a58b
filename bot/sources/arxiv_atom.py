"""XML from arXiv, read with the standard library: its feeds have one shape, whoever serves them.

feedparser reads every feed there is, and needs a process of its own for that. expat bounds what
entities can do, and a document that declares any is refused anyway.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.sources.errors import SourceAnswerInvalid

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

    from bot.sources.answers import Answer
    from bot.sources.errors import Reason

CATEGORY = re.compile(r"[a-z-]{2,12}(?:\.[a-z-]{2,12})?", re.IGNORECASE)
"""A category or an archive of arXiv: ``cs.CL``, ``math-ph``."""

_CUT = ("no element found", "unclosed token", "unclosed CDATA")


def xml_of(answer: Answer) -> Element:
    """The root of a document. Raises SourceAnswerInvalid: empty, html, truncated, wrong_shape."""
    import xml.etree.ElementTree as ET  # noqa: PLC0415 - only who asks arXiv needs it

    start = answer.body[:1_000].removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    if not start:
        raise SourceAnswerInvalid(answer.source, answer.address, "empty")
    if start.startswith((b"<!doctype html", b"<html")):
        raise SourceAnswerInvalid(answer.source, answer.address, "html")
    if b"<!DOCTYPE" in answer.body or b"<!ENTITY" in answer.body:
        detail = "declares entities"
        raise SourceAnswerInvalid(answer.source, answer.address, "wrong_shape", detail)
    try:
        return ET.fromstring(answer.body)  # noqa: S314 - no entities, bounded in size
    except (ET.ParseError, ValueError, LookupError) as error:
        reason: Reason = "truncated" if str(error).startswith(_CUT) else "wrong_shape"
        raise SourceAnswerInvalid(answer.source, answer.address, reason, str(error)) from error

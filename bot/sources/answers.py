"""An answer of a source, and the one way to read JSON from it.

An answer is a whole body of bounded size. What is no JSON is told apart, because it means different
things: HTML is a maintenance page or a proxy, nothing is an outage, half a document a cut line.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass

from bot.sources.errors import Reason, SourceAnswerInvalid

_FIRST_TAG = re.compile(rb"<(?:!DOCTYPE\s+)?([A-Za-z_][\w:.-]{0,80})", re.IGNORECASE)
_OF_PAGES = frozenset(
    b"html head body title h1 h2 h3 h4 h5 h6 div p center script style meta link table a b br hr "
    b"pre span img form iframe font main section nav header footer ul ol article svg"
    b" noscript".split()
)
_CUT_ESCAPE = re.compile(r"\\(?:u[0-9a-fA-F]{0,4})?\Z")
_CUT_WORD = re.compile(r"t(?:ru?)?|f(?:a(?:ls?)?)?|n(?:ul?)?|-|\.|(?:\.[0-9]+)?[eE][+-]?")


@dataclass(frozen=True, slots=True)
class Answer:
    """A complete answer with a status of 2xx, or 304 to a conditional request.

    `address` is the final one, after redirects. `next_page` is the absolute address of the
    ``Link: <…>; rel="next"`` header. The names of `headers` are lower-case.
    """

    source: str
    address: str
    status: int
    headers: dict[str, str]
    body: bytes
    next_page: str | None = None

    def json(self) -> object:
        """The body as JSON.

        Raises SourceAnswerInvalid: html, empty, truncated or not_json.
        """
        return parse_json(self.body, source=self.source, address=self.address)


def parse_json(body: bytes, *, source: str, address: str) -> object:
    """`body` as JSON in UTF-8.

    Raises SourceAnswerInvalid: html, empty, truncated or not_json.
    """
    start = body[:200].removeprefix(b"\xef\xbb\xbf").lstrip()
    if not start:
        raise SourceAnswerInvalid(source, address, "empty")
    if start.startswith(b"<"):
        if is_other_xml(body):
            raise SourceAnswerInvalid(source, address, "not_json", "it is XML")
        raise SourceAnswerInvalid(source, address, "html")
    text = ""
    try:
        text = body.decode("utf-8-sig").strip(" \t\r\n")
        return json.loads(text)
    except json.JSONDecodeError as error:
        raise SourceAnswerInvalid(source, address, _fault(text, error), str(error)) from error
    except UnicodeDecodeError as error:
        cut = start[:1] in b"[{" and error.end == len(body) and "end of data" in error.reason
        reason: Reason = "truncated" if cut else "not_json"
        raise SourceAnswerInvalid(source, address, reason, error.reason) from error
    except (ValueError, RecursionError) as error:
        # A number of thousands of digits, lists inside lists without end.
        raise SourceAnswerInvalid(source, address, "not_json", str(error)[:200]) from error


def is_other_xml(body: bytes) -> bool:
    """Whether what begins with a tag is XML of another kind than a page: a feed, a sitemap."""
    start = body[:5_000].removeprefix(b"\xef\xbb\xbf").lstrip()
    while start.startswith((b"<?", b"<!--")):
        _, end, start = start.partition(b"?>" if start.startswith(b"<?") else b"-->")
        start = start.lstrip() if end else b""
    first = _FIRST_TAG.match(start)
    return first is not None and first[1].lower() not in _OF_PAGES


def _fault(text: str, error: json.JSONDecodeError) -> Reason:
    """Truncated where a document began well and the text ends inside it."""
    inside_string = error.msg.startswith("Unterminated") or _CUT_ESCAPE.search(text) is not None
    cut = error.pos >= len(text) or inside_string or _CUT_WORD.fullmatch(text, error.pos)
    return "truncated" if text.startswith(("[", "{")) and cut else "not_json"

"""Ampersands that stand for themselves in XML (``AT&T``), written as XML wants them.

Many feeds forget it. A strict parser gives up at the first of them, and what is read then takes
``&T`` for the beginning of an entity.

Rules everything here obeys: what is an entity or a character's number (with its semicolon) stays,
and so does all of a CDATA section, which is literal; each byte is read once or twice, whatever it
is.
"""

from __future__ import annotations

import re

_BARE = re.compile(
    rb"&(?!#[0-9]{1,7};|#[xX][0-9a-fA-F]{1,6};|[A-Za-z_:][A-Za-z0-9._:-]{0,40};)", re.ASCII
)
_LITERAL, _LITERAL_ENDS = b"<![CDATA[", b"]]>"


def with_ampersands(body: bytes) -> bytes:
    """The document with every bare ampersand as ``&amp;``; one of UTF-16 as it is."""
    if b"\0" in body[:64]:
        return body
    parts: list[bytes] = []
    at = 0
    while at < len(body):
        literal = body.find(_LITERAL, at)
        literal = len(body) if literal < 0 else literal
        parts.append(_BARE.sub(b"&amp;", body[at:literal]))
        end = body.find(_LITERAL_ENDS, literal)
        at = len(body) if end < 0 else end
        parts.append(body[literal:at])
    return b"".join(parts)

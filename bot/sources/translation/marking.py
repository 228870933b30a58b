"""Texts with protected parts, as the markup that translators keep apart from words, and back.

A protected part becomes an element with its number. What comes back is read leniently, for a
translator may write markup anew: other attributes, other spacing, letters not escaped any more.
What can be read of it decides what is verified, and nothing else is taken for an element.
"""

from __future__ import annotations

import re
from html import escape, unescape
from typing import TYPE_CHECKING

from bot.core.protecting import Piece

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from bot.core.protecting import Pieces

_PART = 2_000  # letters of a protected part: a passage has not so many
_LONGEST = 20_000  # letters of an answer that is looked through; no passage has so many


def marked(pieces: Iterable[Piece], tag: str, attributes: str = "") -> str:
    """Write a text: letters escaped as in XML, protected parts as elements of this name."""
    return "".join(_written(piece, tag, attributes) for piece in pieces)


def read(text: str, tag: str) -> Pieces:
    """Read a text; an element without a number is none, and its letters are words."""
    return tuple(piece for piece in _read(text, tag) if piece.text)


def _written(piece: Piece, tag: str, attributes: str) -> str:
    text = escape(piece.text, quote=False)
    if piece.number is None:
        return text
    return f'<{tag} id="{piece.number}"{attributes}>{text}</{tag}>'


def _read(text: str, tag: str) -> Iterator[Piece]:
    opened = rf"<{tag}\b[^<>]*?\bid\s*=\s*[\"'](\d{{1,6}})[\"'][^<>]*>"
    inside = rf"((?:(?!<{tag}\b).){{0,{_PART}}}?)"  # up to the next one: no text is read twice
    element = re.compile(rf"{opened}{inside}</{tag}\s*>", re.DOTALL)
    text = text[:_LONGEST]
    at = 0
    for match in element.finditer(text):
        yield Piece(unescape(text[at : match.start()]))
        yield Piece(unescape(match[2]), int(match[1]))
        at = match.end()
    yield Piece(unescape(text[at:]))

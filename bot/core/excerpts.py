"""What fits of a text: one line of it, its beginning, its first sentences.

Lengths are counted in characters. What is shown of a paper is cut here, before it is escaped for
Discord or sent to a translator, so that both speak of the very same text.
"""

from __future__ import annotations

import re
import unicodedata

_BREAKS = frozenset("\r\n\t\v\f\u0085\u2028\u2029")
_INVISIBLE = frozenset({"Cc", "Cf", "Cs"})
_END = re.compile("[.!?\u3002\uff01\uff1f](?=\\s|$)")


def one_line(text: str) -> str:
    """Return text on one line, without control, direction and other invisible characters."""
    visible = "".join(
        " " if character in _BREAKS else character
        for character in text
        if character in _BREAKS or unicodedata.category(character) not in _INVISIBLE
    )
    return " ".join(visible.split())


def cut(text: str, most: int) -> str:
    """Return at most `most` characters, at a word's end where that loses little, ending in “…”."""
    if len(text) <= most:
        return text
    short = text[: most - 1]
    at = short.rfind(" ")
    return (short[:at] if at > most * 2 // 3 else short).rstrip(" ,.;:–-") + "…"


def first_sentences(text: str, most: int) -> str:
    """Return the first sentences that fit in `most` characters, at least a cut first one."""
    line = one_line(text)
    if len(line) <= most:
        return line
    ends = [match.end() for match in _END.finditer(line[:most])]
    if ends and ends[-1] > most // 3:
        return line[: ends[-1]]
    return cut(line, most)

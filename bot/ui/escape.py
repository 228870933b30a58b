"""Text from outside, made harmless for Discord.

A title can then neither ping, nor break out of its link, nor start a heading, a list, a quote or
a code block, nor forge a card with line breaks or direction marks. Lengths are counted after
escaping, in the characters Discord counts.
"""

from __future__ import annotations

import re
import unicodedata
from itertools import accumulate

_ALWAYS = frozenset("\\*_~`|[]<@")
_BREAKS = frozenset("\r\n\t\v\f\u0085\u2028\u2029")
_INVISIBLE = frozenset({"Cc", "Cf", "Cs"})
_AT_START = re.compile(r"[-+#>]|\d+(?=\.(?:\s|$))")  # a list, a heading, small print, a quote
_EMOJI = re.compile(r":\w+:")
_WEB = re.compile(r"https?://[^\s<>()\[\]\"'`|\\]+", re.IGNORECASE)
_END = re.compile("[.!?\u3002\uff01\uff1f](?=\\s|$)")
_LONGEST_ADDRESS = 512  # Discord's limit for a link button
_FLAT_BRACKETS = re.compile(r"[^\[\]]*(?:\[[^\[\]]*\][^\[\]]*)*")


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


def plain(text: str, most: int) -> str:
    """Return text from outside as one harmless line of at most `most` characters, backslashes
    counted.
    """
    line = one_line(text)[: most + 1]
    pieces = _pieces(line)
    if sum(map(len, pieces)) <= most:
        return "".join(pieces)
    lengths = accumulate(map(len, pieces))
    room = sum(length <= most for length in lengths)
    return "".join(_pieces(cut(line, room))) if room else "…"


def _pieces(line: str) -> list[str]:
    """Return the characters of a line, each behind a backslash where it could do anything."""
    at_start = _AT_START.match(line)
    first = at_start.end() - (not line[0].isdigit()) if at_start is not None else -1
    return [
        f"\\{character}"
        if character in _ALWAYS or index == first or _matters(line, index)
        else character
        for index, character in enumerate(line)
    ]


def _matters(line: str, index: int) -> bool:
    """Say whether a colon can do anything where it stands: an emoji's, or a web address's."""
    return line[index] == ":" and (
        line.startswith("://", index) or _EMOJI.match(line, index) is not None
    )


def is_web(address: str | None) -> bool:
    """Say whether Discord takes this as the address of a link."""
    if address is None or len(address) > _LONGEST_ADDRESS:
        return False
    return _WEB.fullmatch(address) is not None


def link(text: str, address: str | None, most: int) -> str:
    """Return a masked link, or the harmless text alone where the address is no plain web address.

    Discord's reading of a link's text does not heed backslashes: brackets in it must come in flat
    pairs, and an address in it would undo the mask. Neither does anything after a zero-width space.
    """
    line = one_line(text)
    if _FLAT_BRACKETS.fullmatch(cut(line, most)) is None:
        line = line.replace("[", "(").replace("]", ")")
    shown = plain(line, most) or "…"
    if _FLAT_BRACKETS.fullmatch(shown) is None:  # cut within a pair
        shown = plain(line.replace("[", "(").replace("]", ")"), most)
    if address is None or not is_web(address):
        return shown
    safe = shown.replace("\\://", ":\u200b//").replace("\\](", "\\]\u200b(")
    return f"[{safe}]({address})"


def first_sentences(text: str, most: int) -> str:
    """Return the first sentences that fit in `most` characters, at least a cut first one."""
    line = one_line(text)
    if len(line) <= most:
        return line
    ends = [match.end() for match in _END.finditer(line[:most])]
    if ends and ends[-1] > most // 3:
        return line[: ends[-1]]
    return cut(line, most)

"""Text from outside, made harmless for Discord.

A title can then neither ping, nor break out of its link, nor start a heading, a list, a quote or
a code block, nor forge a card with line breaks or direction marks. Lengths are counted after
escaping, in the characters Discord counts.
"""

from __future__ import annotations

import re
from itertools import accumulate

from bot.core.excerpts import cut, one_line

_ALWAYS = frozenset("\\*_~`|[]<@")
_AT_START = re.compile(r"[-+#>]|\d+(?=\.(?:\s|$))")  # a list, a heading, small print, a quote
_EMOJI = re.compile(r":\w+:")
_WEB = re.compile(r"https?://[^\s<>()\[\]\"'`|\\]+", re.IGNORECASE)
_LONGEST_ADDRESS = 512  # Discord's limit for a link button
_FLAT_BRACKETS = re.compile(r"[^\[\]]*(?:\[[^\[\]]*\][^\[\]]*)*")


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

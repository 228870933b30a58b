"""The text of a piece of HTML, as feeds have it in titles and summaries.

Rules everything here obeys: a tag is a tag by its name only, so “a < b and c > d” stays as it is;
where a block begins or ends there is a space; scripts, styles and comments are no text; each letter
is looked at once or twice, whatever it is. Entities are left to `text.clean`.
"""

from __future__ import annotations

import re

LONGEST = 200_000
"""Characters of HTML that are looked at."""

_INLINE = (
    "a abbr b bdi bdo big cite code data dfn del em font i ins kbd mark math mi mn mo mrow msub "
    "msup msubsup mtext q s samp small span strong sub sup time tt u var wbr img"
)
_BLOCK = (
    "address article aside blockquote body br dd div dl dt figcaption figure footer form h1 h2 h3 "
    "h4 h5 h6 head header hr html iframe li link main meta nav ol p pre sec section table tbody td "
    "th thead title tr ul video audio source"
)
_UNSEEN = "script style template noscript svg"
_SPACED = frozenset(_BLOCK.split())
_SKIPPED = frozenset(_UNSEEN.split())
_TAG = re.compile(
    r"<!--|<(/?)((?:jats:|mml:)?(?:" + "|".join(f"{_INLINE} {_BLOCK} {_UNSEEN}".split()) + r"))"
    r"(?=[\s/>])[^<>]*>",
    re.IGNORECASE,
)


def plain_text(markup: str) -> str:
    """The text, with entities and white space as they stand."""
    parts: list[str] = []
    at, markup = 0, markup[:LONGEST]
    while (tag := _TAG.search(markup, at)) is not None:
        parts.append(markup[at : tag.start()])
        name = (tag[2] or "").lower().rpartition(":")[2]
        if tag.group() == "<!--":
            at = _after(markup, "-->", tag.end())
        elif name in _SKIPPED and not tag[1]:
            at = _after(markup, f"</{name}>", tag.end())
        else:
            parts.append(" " if name in _SPACED else "")
            at = tag.end()
    parts.append(markup[at:])
    return "".join(parts)


def _after(markup: str, end: str, start: int) -> int:
    """Where what ends there goes on; the end of all where it never ends."""
    found = markup.find(end, start)
    return len(markup) if found < 0 else found + len(end)

"""Text from outside, cleaned once, at the door.

Rules everything here obeys:

- What leaves is one line in NFC: no control, zero-width or bidirectional character, no private or
  surrogate code point, no invisible filler, one space between words, none at the ends.
- HTML entities and LaTeX become Unicode; plain text that merely contains ``% $ # & _ ~`` survives.
- Letters are those that were meant, words that a line's end parted are whole (`sources.letters`).
- Lengths are bounded before the work, not only after: a hostile megabyte costs as much as a page.
- Nothing here knows Markdown or Discord: escaping is for whoever shows the text.
"""

from __future__ import annotations

import html
import re
import unicodedata

from bot.sources.latex import latex_to_unicode
from bot.sources.letters import meant

LONGEST_TITLE = 600
LONGEST_ABSTRACT = 20_000
LONGEST_NAME = 200

_MARKUP_GROWS = 4
"""Raw text may be this many times as long as what it becomes."""

_LEADING_WORD = re.compile(r"^(?:abstract|summary)\b[:.\s]*", re.IGNORECASE)
_PLAIN = re.compile(r"[ -~\t\r\n]*")
_LATEX = re.compile(r"[\\$&{}~]|--|``")
_ENTITY = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
_UNUSUAL = re.compile(r"[^ -~]")
_MOST_MARKS = 8  # of scripts that need several
_STACKED_MARKS = re.compile(
    "([\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]{3})"
    "[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]+"
)
# Letters and marks that show nothing: Hangul fillers, the grapheme joiner, Khmer's inherent vowels,
# the empty Braille cell.
_INVISIBLE = frozenset("\u115f\u1160\u3164\uffa0\u034f\u17b4\u17b5\u2800")
_DROPPED = frozenset({"Cc", "Cf", "Cs", "Co"})


def clean_title(raw: str) -> str:
    """A title of at most 600 characters, a longer one cut with “…”; empty if nothing is visible."""
    return clean(raw, LONGEST_TITLE)


def clean_abstract(raw: str) -> str:
    """An abstract of at most 20,000 characters, in one paragraph."""
    return clean(raw, LONGEST_ABSTRACT)


def clean_headed_abstract(raw: str) -> str:
    """An abstract without the word “Abstract” that publishers begin it with."""
    return _LEADING_WORD.sub("", clean_abstract(raw))


def clean_name(raw: str) -> str:
    """The name of a person, an organisation or a keyword, of at most 200 characters."""
    return clean(raw, LONGEST_NAME)


def clean(raw: str, limit: int) -> str:
    """`raw` in the form this module promises, at most `limit` ≥ 1 characters."""
    text = meant(raw[: limit * _MARKUP_GROWS])
    if _PLAIN.fullmatch(text) is None or _LATEX.search(text) is not None:
        text = _visible(_ENTITY.sub(lambda match: html.unescape(match.group()), text))
        text = _visible(latex_to_unicode(text))
        text = unicodedata.normalize("NFC", _unstacked(text))
    text = " ".join(text.split())
    return text if len(text) <= limit else text[: limit - 1].rstrip() + "…"


def _unstacked(text: str) -> str:
    """Without marks that pile up on one letter. Whatever their script, a long run of them would
    cost time by its square to be put in order.
    """
    if text.isascii():
        return text
    run, kept = 0, list[str]()
    for letter in _STACKED_MARKS.sub(r"\1", text):
        run = run + 1 if unicodedata.combining(letter) else 0
        if run <= _MOST_MARKS:
            kept.append(letter)
    return "".join(kept)


def _visible(text: str) -> str:
    return _UNUSUAL.sub(lambda match: _seen(match.group()), text)


def _seen(letter: str) -> str:
    """A character as it may stay: itself, a space, or nothing."""
    if letter.isspace():
        return " "
    if letter in _INVISIBLE or unicodedata.category(letter) in _DROPPED:
        return ""
    return letter

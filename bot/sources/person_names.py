"""Names of people in a line of text, told from words that are none.

Rules everything here obeys:

- Commas, semicolons, “and” and “&” stand between names; “Doe, J., Roe, J.” is two of them.
- A name is one to six words that begin with a capital (or have none, as in Chinese), or are the
  likes of “van”; without digits but for a footnote's.
- A line is one of names where every part of it is one, and one in two has two words.
"""

from __future__ import annotations

import re

_LONGEST_LINE, _LONGEST_NAME, _MOST_WORDS = 20_000, 60, 6
_BETWEEN = re.compile(r" ?(?:;|, ?and |, ?& ?|,|&|\band\b|\bund\b|\bet\b(?! al)) ?")
_ASIDE = re.compile(r"\(?(?<![0-9])(?:19|20)[0-9]{2}[a-z]?\)?|\[[^\]]{0,20}\]|^\s*[0-9]{1,3}[.)]\s")
_ET_AL = re.compile(r",? ?(?:et al\.?|and others)[\s.,:]*$", re.IGNORECASE)
_EDGES = ' .,:;*\u2020\u2021\u00a7\u00b6\u201c"\u00ab|\u2013\u2014-'
_FOOTNOTE = re.compile(r"(?<=[^\W\d_])[0-9]{1,2}$")
_INITIALS = re.compile(r"(?:[A-Z]\.?[ -]?){1,4}")
_PARTICLES = frozenset(
    "van von de der den del della di da das dos du la le el al bin ibn ter ten zu af av y e".split()
)
_OF_VENUES = frozenset(
    "journal proceedings proc conference workshop symposium transactions letters review reviews "
    "nature science university institute press thesis dissertation report abstract department "
    "international annual paper poster slides video code talk".split()
)
_WORD = re.compile("[^\\W\\d_](?:[^\\W\\d_]|['\u2019.\\-\u2010])*")


def split_names(text: str) -> tuple[str, ...]:
    """The names of a text that is known to be of names."""
    told = _ET_AL.sub("", _ASIDE.sub(" ", text[:_LONGEST_LINE])).strip(_EDGES)
    return tuple(_turned(_parts(told)))


def names_in(text: str) -> tuple[str, ...]:
    """The names that a text is made of; none where anything in it is no name."""
    if len(text) > _LONGEST_LINE:
        return ()
    names = split_names(text)
    whole = sum(" " in name or not name.isascii() for name in names)
    return names if names and all(map(_is_name, names)) and 2 * whole >= len(names) else ()


def leading_names(text: str) -> tuple[str, ...]:
    """The names that a text begins with."""
    names: list[str] = []
    for part in _parts(text[:1_000]):
        if not _is_name(part):
            break
        names.append(part)
    return tuple(names)


def _parts(text: str) -> list[str]:
    parts = (_FOOTNOTE.sub("", part.strip(_EDGES)).strip(_EDGES) for part in _BETWEEN.split(text))
    return [part for part in parts if part and not part.isdecimal()]


def _turned(parts: list[str]) -> list[str]:
    """“Doe”, “J.” as one reads it, where every other part is initials."""
    firsts, lasts = parts[1::2], parts[::2]
    if firsts and len(firsts) == len(lasts) and all(map(_INITIALS.fullmatch, firsts)):
        return [f"{first}. {last}" for first, last in zip(firsts, lasts, strict=True)]
    return parts


def _is_name(text: str) -> bool:
    words = text.split()
    if not 1 <= len(words) <= _MOST_WORDS or len(text) > _LONGEST_NAME:
        return False
    named = [word for word in words if word.lower() not in _PARTICLES]
    if not named or not all(map(_is_name_word, named)):
        return False
    return any(len(one.strip(".")) > 1 or not one.isascii() for one in named)  # not initials alone


def _is_name_word(word: str) -> bool:
    fits = _WORD.fullmatch(word) is not None and not word[:1].islower()
    return fits and word.lower() not in _OF_VENUES

"""Whether two names may be one person's, as bibliographies write names.

- A name is a bag of words: order does not count (`Wang Yang`), nor commas, particles, `Jr.`, the
  numbers by which DBLP tells namesakes apart. Accents and case are folded as everywhere, and `ö`,
  `o` and `oe` are one letter.
- One word of two letters or more, the last of one of the names, is the same in both; every other
  word of the name that has fewer is met by a word of the other: the same, or its initial, also
  where initials run together (`HV Jagadish`).
- A name of one word is only itself. `et al.` and `4 more authors` are nobody.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from bot.core.query_fold import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

MOST = 40
"""How many names of a list are compared: the first ones."""

_NOBODY = re.compile(
    r"(?:and\s+)?(?:et\.?\s*al|others|\d+\s+(?:more\s+)?authors?)\W*", re.IGNORECASE
)
_PARTICLES = frozenset("da de del della den der di dos du el jr la le sr ten ter van von".split())
_GLUED = re.compile(r"[A-Z]{2,3}")
_UMLAUT = re.compile(r"(?<=[aou])e")


def somebody(names: Iterable[str]) -> tuple[str, ...]:
    """Return the first names of a list that are somebody's."""
    return tuple(name for name in names if words_of_name(name))[:MOST]


def in_common(ones: Sequence[str], others: Sequence[str]) -> int:
    """Count the names of the shorter list that may be somebody's of the longer, each once."""
    shorter, longer = sorted((ones, others), key=len)
    left = list(longer)
    met = 0
    for name in shorter:
        found = next((other for other in left if same_name(name, other)), None)
        if found is not None:
            left.remove(found)
            met += 1
    return met


def same_name(one: str, other: str) -> bool:
    """Whether two names may be one person's."""
    fewer, more = sorted((words_of_name(one), words_of_name(other)), key=len)
    if not fewer:
        return False
    if "".join(fewer) == "".join(more):
        return True
    return any(
        _rest_is_met(_without(fewer, word), _without(more, word))
        for word in {fewer[-1], more[-1]} & set(fewer) & set(more)
        if len(word) > 1 and len(fewer) > 1
    ) or _begun_alike(fewer, more)


@lru_cache(maxsize=4_096)
def words_of_name(name: str) -> tuple[str, ...]:
    """Return a name's words as they are compared, initials as one letter; none of nobody."""
    if _NOBODY.fullmatch(name.strip()) is not None:
        return ()
    raw = name.split()
    spread = (
        " ".join(word) if len(raw) > 1 and not name.isupper() and _GLUED.fullmatch(word) else word
        for word in raw
    )
    folded = [
        _UMLAUT.sub("", word) for word in fold(" ".join(spread)).split() if not word.isdecimal()
    ]
    return tuple(word for word in folded if word not in _PARTICLES) or tuple(folded)


def _begun_alike(fewer: Sequence[str], more: Sequence[str]) -> bool:
    """Whether both begin with the family name, and one has only initials behind it."""
    rests = fewer[1:], more[1:]
    return (
        len(fewer[0]) > 1
        and fewer[0] == more[0]
        and len(fewer) > 1
        and any(all(len(word) == 1 for word in rest) for rest in rests)
        and _rest_is_met(*rests)
    )


def _without(words: Sequence[str], word: str) -> list[str]:
    left = list(words)
    left.remove(word)
    return left


def _rest_is_met(fewer: Sequence[str], more: Sequence[str]) -> bool:
    left = list(more)
    for word in sorted(fewer, key=len, reverse=True):
        met = next((other for other in left if other == word), None) or next(
            (other for other in left if _initial(word, other)), None
        )
        if met is None:
            return False
        left.remove(met)
    return True


def _initial(one: str, other: str) -> bool:
    return min(len(one), len(other)) == 1 and one[0] == other[0]

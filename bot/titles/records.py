"""One indexed title, as both shelves of the index and its files hold it.

Rules: words are folded; the head is counted in words; what follows from the words (aliases) is
derived here and never stored.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final
from zlib import crc32

from bot.titles.folding import fold, head_length

_LITTLE_WORDS: Final = frozenset("a an the of for and in on to with from by via at as is".split())
_INITIALS: Final = range(3, 8)
_MOST_FOR_INITIALS: Final = 10
_HEAD_LIMIT: Final = 40


@dataclass(frozen=True, slots=True)
class Record:
    """A title as it is matched. `arrival` counts additions: of two records the larger is newer."""

    paper_id: str
    words: tuple[str, ...]
    head: int
    popularity: float
    arrival: int

    @property
    def text(self) -> str:
        """The folded title."""
        return " ".join(self.words)


def record(paper_id: str, title: str, popularity: float, arrival: int) -> Record:
    """Fold a title into its record."""
    return Record(paper_id, tuple(fold(title).split()), head_length(title), popularity, arrival)


def initials(words: tuple[str, ...]) -> frozenset[str]:
    """Return the initials of a title of a few words, with its little words and without."""
    if len(words) > _MOST_FOR_INITIALS:
        return frozenset()
    every = "".join([word[0] for word in words])
    main = "".join([word[0] for word in words if word not in _LITTLE_WORDS])
    return frozenset(name for name in (every, main) if len(name) in _INITIALS)


def aliases(words: tuple[str, ...], head: int) -> set[int]:
    """Return the keys of the names a title goes by: its head, written in one, and its initials."""
    keys: set[int] = set()
    if head and len(name := "".join(words[:head])) <= _HEAD_LIMIT:
        keys.add(alias_key(name))
    for name in initials(words):
        keys.add(alias_key(name))
    return keys


def alias_key(name: str) -> int:
    """Return the key of a name without spaces. Keys may collide: scoring has the last word."""
    return crc32(name.encode("utf-8", "replace"))

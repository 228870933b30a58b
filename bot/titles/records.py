"""One indexed title, as both shelves of the index and its files hold it.

Rules: words are folded; the head is counted in words; what follows from the words (aliases) is
derived here and never stored.
"""

from __future__ import annotations

from typing import Final, NamedTuple
from zlib import crc32

from bot.titles import initials
from bot.titles.folding import fold_words, head_end

_HEAD_LIMIT: Final = 40
_LONGEST_NAME: Final = 60


class Record(NamedTuple):
    """A title as it is matched; a tuple, because a build makes millions.

    `arrival` counts additions: of two records the larger is newer. `spelling` is its name's.
    """

    paper_id: str
    words: tuple[str, ...]
    head: int
    spelling: int
    popularity: float
    arrival: int

    @property
    def text(self) -> str:
        """The folded title."""
        return " ".join(self.words)


def record(paper_id: str, title: str, popularity: float, arrival: int) -> Record:
    """Fold a title into its record."""
    end = head_end(title)
    words = fold_words(title)
    head = len(fold_words(title[:end])) if end else 0
    name = title[:end] if head else title
    return Record(paper_id, words, head, spelling(name), popularity, arrival)


def spelling(name: str) -> int:
    """Return 32 bits that tell how a name is written: 16 with letter case and 16 without.

    ``LoRA``, ``LORA`` and ``LoRA+`` fold to one word, and are three names. 0 for a long text.
    """
    if len(name) > _LONGEST_NAME or len(plain := "".join(name.split())) > _HEAD_LIMIT:
        return 0
    cased = crc32(plain.encode("utf-8", "replace")) & 0xFFFF
    return cased << 16 | crc32(plain.casefold().encode("utf-8", "replace")) & 0xFFFF


def aliases(words: tuple[str, ...], head: int) -> set[int]:
    """Return the keys of the names a title goes by: its head, written in one, and its initials."""
    keys = {initials.key(name) for name in initials.initials(words)}
    if (name := head_key(words, head)) is not None:
        keys.add(name)
    return keys


def head_key(words: tuple[str, ...], head: int) -> int | None:
    """Return the key of a title's head, None where it has none that could be a name."""
    name = "".join(words[:head])
    return alias_key(name) if 0 < len(name) <= _HEAD_LIMIT else None


def alias_key(name: str) -> int:
    """Return the key of a name without spaces. Keys may collide: scoring has the last word."""
    return crc32(name.encode("utf-8", "replace"))


def alias_keys(name: str) -> tuple[int, int]:
    """Return the keys under which titles stand that go by a name."""
    return alias_key(name), initials.key(name)

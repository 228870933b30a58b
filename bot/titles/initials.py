"""Titles by their initials: *Trust Region Policy Optimization* is known as TRPO.

Rules: initials are of the words of a title of `FEWEST` to `MOST` words, with its little words and
without them; three to seven letters are a name. Keys are 32-bit hashes and may collide: scoring,
which spells the initials out, has the last word.
"""

from __future__ import annotations

from typing import Final

import numpy as np
from numpy.typing import NDArray

LENGTHS: Final = range(3, 8)
MOST_WORDS: Final = 10
LITTLE_WORDS: Final = frozenset("a an the of for and in on to with from by via at as is".split())
_BASE: Final = 0x9E37_79B9_7F4A_7C15
_MASK: Final = (1 << 64) - 1

U32 = NDArray[np.uint32]


def initials(words: tuple[str, ...]) -> frozenset[str]:
    """Return the initials of a title, with its little words and without; none for a long one."""
    if len(words) > MOST_WORDS:
        return frozenset()
    every = "".join([word[0] for word in words])
    main = "".join([word[0] for word in words if word not in LITTLE_WORDS])
    return frozenset(name for name in (every, main) if len(name) in LENGTHS)


def key(name: str) -> int:
    """Return the key under which titles with these initials stand."""
    hashed = 0
    for letter in name:
        hashed = (hashed * _BASE + ord(letter)) & _MASK
    return hashed >> 32


def keys(vocabulary: list[str], words: U32, offsets: U32) -> tuple[U32, U32]:
    """Return for all titles at once the keys of their initials, and beside each its row.

    `words` numbers the vocabulary; a row's are ``words[offsets[row]:offsets[row + 1]]``.
    """
    letters = np.fromiter((ord(word[0]) for word in vocabulary), np.uint64, len(vocabulary))
    little = np.fromiter((word in LITTLE_WORDS for word in vocabulary), np.bool_, len(vocabulary))
    lengths = np.diff(offsets)
    rows = np.flatnonzero((lengths >= LENGTHS[0]) & (lengths <= MOST_WORDS))
    every, main = np.zeros(len(rows), np.uint64), np.zeros(len(rows), np.uint64)
    count, main_count = lengths[rows], np.zeros(len(rows), np.uint32)
    firsts = offsets[rows].astype(np.int64)
    for place in range(MOST_WORDS):
        here = place < count
        word = words[np.where(here, firsts + place, 0)] if len(words) else words
        letter, bears = letters[word], here & ~little[word]
        every = np.where(here, every * np.uint64(_BASE) + letter, every)
        main = np.where(bears, main * np.uint64(_BASE) + letter, main)
        main_count += bears
    named = [
        (every, count <= LENGTHS[-1]),
        (main, (main_count != count) & (main_count >= LENGTHS[0]) & (main_count <= LENGTHS[-1])),
    ]
    return (
        np.concatenate(
            [(hashed[good] >> np.uint64(32)).astype(np.uint32) for hashed, good in named]
        ),
        np.concatenate([rows[good].astype(np.uint32) for _, good in named]),
    )

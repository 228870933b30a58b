"""Words one slip of the finger apart, found without comparing a word with all others.

Rule: two words are near if they are equal after at most one letter is left out of each. That
covers one letter wrong, missing, too many, or two neighbours swapped; the caller measures what
it gets. Keys are 32-bit hashes of the words with a letter left out; they may collide, which the
measuring mends. Words shorter than `SHORTEST` or longer than `LONGEST` are never near to another.
"""

from __future__ import annotations

from typing import Final

import numpy as np
from numpy.typing import NDArray

from bot.titles.stretches import distinct

SHORTEST: Final = 4
LONGEST: Final = 24
_CHUNK: Final = 4_096
_BASE: Final = 0x9E37_79B9_7F4A_7C15
_INVERSE: Final = pow(_BASE, -1, 1 << 64)
_POWERS: Final = np.array([pow(_BASE, power, 1 << 64) for power in range(LONGEST + 1)], np.uint64)


def keys_of(word: str) -> NDArray[np.uint32]:
    """Return the keys of one word: itself, and itself without each of its letters."""
    if not SHORTEST <= len(word) <= LONGEST:
        return np.empty(0, np.uint32)
    codes = _codes([word])
    return distinct(_keys(codes).ravel())


def near_table(words: list[str]) -> tuple[NDArray[np.uint32], NDArray[np.uint32]]:
    """Return sorted keys and, beside each, the place in `words` of the word that has it."""
    lengths = np.fromiter(map(len, words), np.int64, len(words))
    places = np.flatnonzero((lengths >= SHORTEST) & (lengths <= LONGEST)).astype(np.uint32)
    pairs: list[NDArray[np.uint64]] = []
    for first in range(0, len(places), _CHUNK):
        part = places[first : first + _CHUNK]
        keys = _keys(_codes([words[place] for place in part.tolist()]))
        pair = (keys.astype(np.uint64) << np.uint64(32)) | part[:, None].astype(np.uint64)
        # column d leaves out letter d; past a word's end there is nothing to leave out
        valid = np.arange(-1, LONGEST)[None, :] < lengths[part][:, None]
        pairs.append(pair[valid])
    table = np.concatenate([*pairs, np.empty(0, np.uint64)])
    table.sort()
    table = table[np.diff(table, prepend=np.uint64(0)) > 0]
    return (table >> np.uint64(32)).astype(np.uint32), table.astype(np.uint32)


def _codes(words: list[str]) -> NDArray[np.uint64]:
    fixed = np.array(words, dtype=f"<U{LONGEST}")
    return fixed.view(np.uint32).reshape(len(words), LONGEST).astype(np.uint64)


def _keys(codes: NDArray[np.uint64]) -> NDArray[np.uint32]:
    """Hash every row whole (column 0) and without letter d (column d + 1).

    A polynomial hash lets a letter go in one step: what stood behind it moves one place forward,
    which is a multiplication with the base's inverse.
    """
    terms = codes * _POWERS[None, :LONGEST]
    until = np.zeros((len(codes), LONGEST + 1), np.uint64)
    np.cumsum(terms, axis=1, out=until[:, 1:])
    whole = until[:, -1:]
    without = until[:, :-1] + (whole - until[:, 1:]) * np.uint64(_INVERSE)
    return _mix(np.concatenate([whole, without], axis=1))


def _mix(hashes: NDArray[np.uint64]) -> NDArray[np.uint32]:
    mixed = hashes ^ (hashes >> np.uint64(29))
    mixed = mixed * np.uint64(0xBF58_476D_1CE4_E5B9)
    return (mixed >> np.uint64(32)).astype(np.uint32)

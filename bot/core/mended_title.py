"""Whether a title is another one with a misprint mended, as whoever keeps a list mends it.

It says nothing of two works: *Qwen2* and *Qwen3* are one letter apart. It is asked of an entry that
is not there any more and one that stands there instead.
"""

from __future__ import annotations

from bot.core.query_fold import fold
from bot.core.same_title import same_title
from bot.core.same_work import title_key

_SLIPS = 2
"""Words that may be other ones."""

_LETTERS = 2
"""Letters, side by side, in which such a word may differ."""

_SHORTEST = 4
"""Letters of a word in which a slip can be told from another word."""


def mended_title(one: str, other: str) -> bool:
    """True where the titles are the same (`same_title`), but for versions and spaces, or have the
    same words save up to two, each of which differs in one or two letters behind its first one. A
    word with a digit is no other one's misprint.
    """
    if same_title(one, other):
        return True
    key = title_key(one)
    if key and key == title_key(other):
        return True
    mine, others = fold(one).split(), fold(other).split()
    if len(mine) != len(others):
        return False
    odd = [pair for pair in zip(mine, others, strict=True) if pair[0] != pair[1]]
    return len(odd) <= min(_SLIPS, len(mine) - 1) and all(_slip(*pair) for pair in odd)


def _slip(one: str, other: str) -> bool:
    """Whether two different words differ as by a slip of the pen."""
    if not (one.isalpha() and other.isalpha()) or max(len(one), len(other)) < _SHORTEST:
        return False
    begun = _in_common(one, other)
    ended = _in_common(one[begun:][::-1], other[begun:][::-1])
    return begun > 0 and max(len(one), len(other)) - begun - ended <= _LETTERS


def _in_common(one: str, other: str) -> int:
    """Return how many letters two texts begin with alike."""
    return next(
        (at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b),
        min(len(one), len(other)),
    )

"""What was meant by a beginning that no title has, if a finger slipped once.

Rules: one letter wrong, missing, too many, or two neighbours swapped, a space counting as a letter.
Only words that titles have are brought, so nearly all that could be meant fall away at once. Of the
words that one may be meant for the `LIKELIEST` are tried. A word still being typed is mended
if it has `SHORTEST_BEGUN` letters or more; long texts, and such with a long word, are left alone.
"""

from __future__ import annotations

from string import ascii_lowercase
from typing import TYPE_CHECKING, Final

from rapidfuzz.distance import OSA

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bot.titles.terms import Shelf

SHORTEST_BEGUN: Final = 3
SHORTEST_NEAR: Final = 4
LONGEST: Final = 24
MOST_WORDS: Final = 8
LIKELIEST: Final = 3

#: whole words, and the beginning of one more, which may be empty
Begun = tuple[tuple[str, ...], str]


def beginnings(shelves: Sequence[Shelf], words: Sequence[str], unfinished: str) -> Iterator[Begun]:
    """Bring beginnings one slip away from this one, the likelier first; some of no title.

    The text is the beginning of no title, so the slip is where it ceases to be one, or just before.
    """
    whole = tuple(words)
    parts = [*whole, unfinished] if unfinished else [*whole]
    if len(parts) > MOST_WORDS or max(map(len, parts)) > LONGEST:
        return
    unknown = [at for at, word in enumerate(whole) if not _count(shelves, word)]
    ends = unknown[0] if unknown else _ends(shelves, whole)
    if len(unknown) <= 1:
        for at in range(max(0, ends - (not unknown)), min(ends + 1, len(whole))):
            for other in _instead(shelves, whole[at], rare=at in unknown):
                yield (*whole[:at], other, *whole[at + 1 :]), unfinished
    if not unknown and unfinished and ends == len(whole):
        for other in _begun_instead(shelves, unfinished):
            yield whole, other
    for at in range(max(0, ends - 1), min(ends + 1, len(parts))):
        for changed in _spaced(parts, at):
            begun = changed.pop() if unfinished else ""
            known = all(changed) and all(_count(shelves, word) for word in changed)
            if known and (not begun or _begins(shelves, begun)):
                yield tuple(changed), begun


def _instead(shelves: Sequence[Shelf], word: str, *, rare: bool) -> list[str]:
    """Return words one slip away, the commonest first."""
    if len(word) >= SHORTEST_NEAR:
        near = {
            other
            for shelf in shelves
            for other in shelf.near(word)
            if OSA.distance(word, other, score_cutoff=1) == 1
        }
    else:
        near = {other for other in _edits(word) if rare and _count(shelves, other)}
    return sorted(near, key=lambda other: -_count(shelves, other))[:LIKELIEST]


def _begun_instead(shelves: Sequence[Shelf], unfinished: str) -> list[str]:
    """Return beginnings of words one slip away, the longest first."""
    if len(unfinished) < SHORTEST_BEGUN:
        return []
    known = 0
    while known < len(unfinished) and _begins(shelves, unfinished[: known + 1]):
        known += 1
    # a slip behind the first letter that fits no word would leave that one as it is
    found = [other for other in _edits(unfinished, known + 1) if _begins(shelves, other)]
    return sorted(found, key=lambda other: (-len(other), other))


def _spaced(parts: Sequence[str], at: int) -> Iterator[list[str]]:
    """Bring the parts with a space at one of them missing, too many, or in a letter's place."""
    before, part, after = parts[:at], parts[at], parts[at + 1 :]
    if after:
        following, *rest = after
        yield [*before, part + following, *rest]
        yield [*before, part + following[0], following[1:], *rest]
        yield [*before, part[:-1], part[-1] + following, *rest]
        for letter in ascii_lowercase:
            yield [*before, part + letter + following, *rest]
    for cut in range(1, len(part)):
        yield [*before, part[:cut], part[cut:], *after]
        yield [*before, part[:cut], part[cut + 1 :], *after]


def _edits(word: str, until: int | None = None) -> set[str]:
    """Return all texts one slip away from a short one, a slip among its first letters."""
    cuts = [(word[:at], word[at:]) for at in range(len(word) + 1)][:until]
    found = {left + right[1:] for left, right in cuts if right}
    found |= {left + right[1] + right[0] + right[2:] for left, right in cuts if len(right) > 1}
    for letter in ascii_lowercase:
        found |= {left + letter + right for left, right in cuts}
        found |= {left + letter + right[1:] for left, right in cuts if right}
    return found - {word, ""}


def _ends(shelves: Sequence[Shelf], whole: Sequence[str]) -> int:
    """Return how many of the words some title starts with."""
    ends = len(whole)
    while ends and not any(shelf.starting([*whole[:ends]], "", 1) for shelf in shelves):
        ends -= 1
    return ends


def _begins(shelves: Sequence[Shelf], beginning: str) -> bool:
    return any(shelf.beginning(beginning, 1) for shelf in shelves)


def _count(shelves: Sequence[Shelf], word: str) -> int:
    return sum([shelf.count(word) for shelf in shelves])

"""What a paper is besides its words, written as words that nobody can type.

The full-text index holds them in a column of their own. A mark begins with a character of Unicode's
private use, which folding takes out of every text, so a word never finds a mark nor a mark a word.

- ``everything`` marks every paper: what negation takes away from.
- Authors, organisation and sources are marked word by word, so that names stay phrases.
- A category is marked with every archive that holds it (``cs.CL``: ``cs.cl`` and ``cs``), in
  hexadecimal, since a category is no word.
- Upvotes are marked by the binary number and its beginnings (13: ``1101``, ``110_``, ``11__``,
  ``1___``): at most 30 marks, and any lower bound is a choice of at most 31.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

EVERYTHING: Final = "\ue001"
AUTHOR: Final = "\ue002"
ORGANIZATION: Final = "\ue003"
SOURCE: Final = "\ue004"
CODE: Final = "\ue005"
_CATEGORY: Final = "\ue006"
_UPVOTES: Final = "\ue007"

_DIGITS = 30
_MOST = 2**_DIGITS - 1  # what is beyond is marked as this


def marked(sign: str, folded: str, border: str) -> str:
    """Mark every word of a folded text; a `border` stays one."""
    return " ".join(word if word == border else sign + word for word in folded.split())


def category_marks(category: str) -> Iterator[str]:
    """Give the marks of a category in lower case: its own and one for every archive around it."""
    yield category_mark(category)
    for at, char in enumerate(category):
        if char == ".":
            yield category_mark(category[:at])


def category_mark(name: str) -> str:
    """Give the mark by which a category or an archive is found."""
    return _CATEGORY + name.encode("utf-8", "surrogatepass").hex()


def upvote_marks(upvotes: int) -> Iterator[str]:
    """Give the marks of a number of upvotes; there are none of 0."""
    count = min(upvotes, _MOST)
    return (_begun(count >> digits, digits) for digits in range(max(count, 0).bit_length()))


def at_least(count: int) -> Iterator[str]:
    """Give the marks of which every number from `count` (1 or more) on has at least one."""
    yield exactly(count)
    length = count.bit_length()
    for digits in range(length):
        if not count >> digits & 1:
            yield _begun(count >> digits | 1, digits)
    for digits in range(length, _DIGITS):
        yield _begun(1, digits)


def exactly(count: int) -> str:
    """Give the mark that only `count` (1 or more) has."""
    return _begun(count, 0)


def _begun(beginning: int, digits: int) -> str:
    """Give the mark of all numbers with this beginning and so many binary digits after it."""
    return f"{_UPVOTES}{digits:x}x{beginning:x}"


def joined(marks: Iterable[str]) -> str:
    """Put marks that stand alone side by side."""
    return " ".join(dict.fromkeys(marks))

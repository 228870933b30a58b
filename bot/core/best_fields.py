"""Of two sources' words about one work the better ones.

The first one's count (they are the newest), and the other's stand in where those are missing or
plainly poorer:

- an abstract that ends in dots, or is the beginning of the other one;
- authors of whom some are left out or written with initials, where the other list names all of them
  in full;
- a day of which only the year or the month is known;
- a venue in abbreviations (“Phys. Rev. Lett. 130, 1”), where the other writes words.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.core.same_names import in_common, somebody, words_of_name

if TYPE_CHECKING:
    from datetime import date

    from bot.core.papers import Dated

_ABBREVIATED = re.compile(r"[^\W\d_]\.[\s\w]")
_DOTS = ("…", "...")
_EXACT: dict[Dated, int] = {"year": 0, "month": 1, "day": 2}


def better_abstract(first: str, other: str) -> str:
    """Return the abstract that is not cut short; the first where both are whole."""
    if len(other) <= len(first) or other.endswith(_DOTS):
        return first
    cut = first.endswith(_DOTS) or other.startswith(first.rstrip(" ."))
    return other if cut else first


def better_authors(first: tuple[str, ...], other: tuple[str, ...]) -> tuple[str, ...]:
    """Return the list that names more in full: all of the first list, and better."""
    known, others = somebody(first), somebody(other)
    poorer = (len(known), _spelled(known)) < (len(others), _spelled(others))
    everybody = poorer and in_common(known, others) == len(known)
    return other if everybody else first


def better_day(
    first: date | None, dated: Dated, other: date | None, other_dated: Dated
) -> tuple[date | None, Dated]:
    """Return the day that is known more exactly, the first where both are."""
    if first is None or (other is not None and _EXACT[other_dated] > _EXACT[dated]):
        return other, other_dated
    return first, dated


def better_venue(first: str | None, other: str | None) -> str | None:
    """Return the venue that is written out; the first where both are, or neither."""
    if not first or not other:
        return first or other
    poorer = _ABBREVIATED.search(first) is not None and _ABBREVIATED.search(other) is None
    return other if poorer else first


def _spelled(names: tuple[str, ...]) -> int:
    """Count the names without initials in place of given names."""
    return sum(sum(len(word) > 1 for word in words_of_name(name)) > 1 for name in names)

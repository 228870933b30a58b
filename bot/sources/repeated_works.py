"""Works in a page without marks for machines: entries that are made alike, one beside the other.

    page ─▶ what may be an entry ─▶ groups of those made alike ─▶ cited ─▶ the group with most works

Rules everything here obeys:

- Made alike are elements of one tag and first class whose ancestors are so, too: the items of the
  lists under three years are one group. Brothers are judged together: more than half of them have
  to be works, or of list items more than half of those that link to a DOI or to a known house.
- A work is what has a title, and enough speaks for it (`citations`): an id does, and so do names
  and a year. What stands under “Publications” needs less, what stands under “Talks” or “Blog”, in a
  menu, a footer or among comments is none. Paragraphs need more than a link, and no sentence is an
  entry: nothing is made of prose.
- Two works at least, or one list item or row that has an id, or a line each for title, names, year.
- Each element is looked at a bounded number of times, whatever the page: an entry is small, and
  holds at most `_TALLEST` others.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING, Final

from bot.sources.citations import AN_ID, YEAR, cited, names_a_work

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from bot.sources.citations import Cited
    from bot.sources.html_tree import Element
    from bot.sources.publications import Work

_ENTRIES = frozenset({"li", "tr", "dd", "p", "div", "article", "section"})
_ROWS: Final = frozenset({"li", "tr", "dd"})
_ENOUGH, _ENOUGH_OF_TEXT = 3, 4
_TALLEST, _MOST_INNER = 6, 300
_SHORTEST, _LONGEST = 20, 8_000  # characters, those of an abstract with them
_YEARS_ABOVE = frozenset({"th", "dt", "p", "div", "summary", "caption", "strong", "b"})
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_APART = frozenset({"nav", "footer", "aside", "header", "menu", "select", "noscript"})
_APART_BY_CLASS = re.compile(
    r"(?:nav(?:bar|igation)?|menu|side-?bar|comment(?:s|list)?|footer|breadcrumbs?|widget"
    r"|pagination|repl(?:y|ies)|tweets?|related)(?:$|[-_0-9])"
)
_OF_WORKS = re.compile(
    r"publi[ck]|paper|preprint|bibliograph|theses|thesis|journal|proceedings|ver\u00f6ffentlich"
    r"|veroffentlich|\u8bba\u6587|\u8ad6\u6587|\ub17c\ubb38",
    re.IGNORECASE,
)
_OF_OTHERS = re.compile(
    r"\W*(?:(?:recent|latest|selected|invited|our|my|past|upcoming|other|all|leave an?)\s+){0,3}"
    r"(?:talks?|teaching|courses?|presentations?|service|awards?|honou?rs|news|events?|people"
    r"|members|team|students|alumni|grants|funding|press|media|blog|posts?|archives?|comments?"
    r"|replies|contact|menu|links|seminars?)\b",
    re.IGNORECASE,
)
_UNTOLD = re.compile(r"[0-9]+|(?:odd|even|first|last|active)$")


@dataclass(slots=True)
class _Place:
    """An element in the order of reading. `path` is the same for those made alike; `inner`,
    `length` and `tall` count the elements, the characters and the levels of entries in it.
    """

    element: Element
    parent: int
    path: int
    apart: bool
    year: str = ""
    topic: int = 0
    inner: int = 0
    length: int = 0
    tall: int = 0


@dataclass(slots=True)
class _Headings:
    """The headings above a place: the one of a level ends those of it and below. `year` is the one
    that was told last; `topic` is 1 where the nearest heading that says so is of works, -1 where it
    is of other things, else 0. A page's title may be one of works.
    """

    _told: list[tuple[int, int]]
    year: str = ""
    topic: int = 0

    def take(self, one: Element, *, in_row: bool) -> None:
        """Take an element into account that stands above what comes."""
        if one.tag in _HEADINGS or one.tag == "title":
            level = 0 if one.tag == "title" else int(one.tag[1])
            text = one.text()[:300]
            topic = 1 if _OF_WORKS.search(text) else -1 if _OF_OTHERS.match(text) and level else 0
            self._told = [(deep, told) for deep, told in self._told if deep < level]
            self._told.append((level, topic))
            self.topic = next((told for _, told in reversed(self._told) if told), 0)
            year = YEAR.search(text) if level else None
            self.year = year[0] if year is not None else ""
        elif one.tag in _YEARS_ABOVE and not in_row and _is_year(one):
            self.year = one.text().strip()


def repeated_works(page: Element, address: str = "") -> list[Work]:
    """The works of the group that has most, in the order of reading; none where none is sure."""
    groups: dict[int, dict[int, list[_Place]]] = {}
    for place in _places(page):
        if place.element.tag in _ENTRIES and not place.apart and _may_be_one(place):
            groups.setdefault(place.path, {}).setdefault(place.parent, []).append(place)
    best: list[Work] = []
    for families in groups.values():
        works = _works_of(families.values(), address)
        best = works if len(works) > len(best) else best
    return best


def _may_be_one(place: _Place) -> bool:
    """Whether it is an entry by its size; a row that links to a work may be short."""
    if place.tall > _TALLEST or place.inner > _MOST_INNER or place.length > _LONGEST:
        return False
    if place.length >= _SHORTEST:
        return True
    return place.element.tag in _ROWS and names_a_work(place.element)


# ── the page ──────────────────────────────────────────────────────────────────────────────────


def _places(page: Element) -> list[_Place]:
    """Every element, in the order of reading."""
    paths: dict[tuple[int, str, str], int] = {}
    headings = _Headings([])
    found: list[_Place] = [_Place(page, 0, 0, apart=False)]
    waiting = [(child, 0) for child in _inside(page)]
    while waiting:
        one, parent = waiting.pop()
        above = found[parent]
        path = paths.setdefault((above.path, one.tag, _mark(one)), len(paths) + 1)
        headings.take(one, in_row=above.element.tag in {"td", "tr", "li"})
        apart = above.apart or _is_apart(one)
        waiting += [(child, len(found)) for child in _inside(one)]
        found.append(_Place(one, parent, path, apart, headings.year, headings.topic))
    for place in reversed(found[1:]):
        above, one = found[place.parent], place.element
        place.tall += one.tag in _ENTRIES
        place.length += sum(len(child) for child in one.children if isinstance(child, str))
        above.inner += place.inner + 1
        above.length += place.length
        above.tall = max(above.tall, place.tall)
    return found


def _inside(one: Element) -> Iterator[Element]:
    return (child for child in reversed(one.children) if not isinstance(child, str))


def _mark(one: Element) -> str:
    """What an element of its kind is told apart by: its first class, without numbers."""
    return "" if one.tag in _ROWS else _UNTOLD.sub("", next(iter(one.classes), ""))


def _is_apart(one: Element) -> bool:
    if one.tag in {"body", "html"}:
        return False
    named = [*one.classes, one.attributes.get("id", "").lower()]
    return one.tag in _APART or any(map(_APART_BY_CLASS.match, named))


def _is_year(one: Element) -> bool:
    """Whether a year is all that stands there, perhaps in bold."""
    if len(one.children) > 3:  # noqa: PLR2004 - something between spaces
        return False
    parts: list[str] = []
    for child in one.children:
        inner = [child] if isinstance(child, str) else child.children
        if len(inner) > 1:
            return False
        parts += (text if isinstance(text, str) else "-" for text in inner)
    return YEAR.fullmatch("".join(parts).strip()) is not None


# ── the works ─────────────────────────────────────────────────────────────────────────────────


def _works_of(families: Iterable[list[_Place]], address: str) -> list[Work]:
    """The works among entries that are made alike, each list having one parent."""
    sure: list[list[Cited]] = []
    rows = alone = False
    for brothers in families:
        told = [(_cited(one, address), names_a_work(one.element, address)) for one in brothers]
        works = [one for one, _ in told if one is not None]
        rows = brothers[0].element.tag in _ROWS
        alone = not sure and len(brothers) == 1
        if 2 * len(works) <= len(brothers):
            works = [one for one in works if one.linked] if rows else []
            if 2 * len(works) <= sum(links for _, links in told) or len(works) < 2:  # noqa: PLR2004 - a list
                continue
        if len(brothers) > 1 or not any(one.bare for one in works) or brothers[0].topic:
            sure.append(works)
    works = list(chain.from_iterable(sure))
    if len(works) == 1:
        only = works[0]
        if not (rows and alone and (only.linked or only.rowed)):
            return []
    return [one.work for one in works]


def _cited(place: _Place, address: str) -> Cited | None:
    """What a place tells, where enough speaks for a work."""
    if place.topic < 0 or any(_is_above(one) for one in place.element.walk()):
        return None
    told = cited(place.element, address, place.year)
    if told is None:
        return None
    evidence = told.evidence + max(0, place.topic)
    if place.element.tag in _ROWS and told.linked:
        return told
    enough = _ENOUGH_OF_TEXT if told.evidence >= AN_ID and told.linked else _ENOUGH
    return told if evidence >= enough and not told.flows else None


def _is_above(one: Element) -> bool:
    """Whether it is the heading of entries: what holds it is none of them."""
    return one.tag in _HEADINGS and YEAR.fullmatch(one.text()) is not None

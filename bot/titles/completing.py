"""What a text that is being typed may become.

Rules: first the papers that go by this name, then the titles that start with it, the most popular
first, then the shortest; if none does, those that start as it would without one slip (`mending`);
then titles that have these very words inside (`phrases`); and, if there is much room, titles that
have some of them or words that look like them, by likeness; those far less like it than the best
are left out. The last word is unfinished unless a space stands behind it. Nothing typed yet brings
the most popular titles.
"""

from __future__ import annotations

import heapq
from dataclasses import dataclass
from itertools import chain, islice
from typing import TYPE_CHECKING, Final

from rapidfuzz import fuzz

from bot.titles.asking import Asker
from bot.titles.folding import MAX_LENGTH, fold
from bot.titles.known import titles_named
from bot.titles.mending import beginnings
from bot.titles.terms import Effort

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bot.titles.records import Record
    from bot.titles.terms import Candidate, Shelves

TYPING: Final = Effort(postings=50_000, weighed=260, kept=34)
SURE: Final = 70.0
RELATED: Final = 0.55
EXACTLY: Final = 100.0
STARTS: Final = 99.0
NAMED: Final = 98.0
HOLDS: Final = 97.0
MENDED: Final = 96.0
ENOUGH: Final = 4
TRIED: Final = 24

Scored = tuple["Record", float]


@dataclass(frozen=True, slots=True)
class Typed:
    """What has been typed so far: as it is, folded, and its words, the last perhaps unfinished."""

    text: str
    query: str
    whole: list[str]
    unfinished: str

    @classmethod
    def of(cls, text: str) -> Typed:
        """Take a text apart."""
        query = fold(text)
        words = query.split()
        ended = not words or text[:MAX_LENGTH][-1:].isspace()
        return cls(text, query, *((words, "") if ended else (words[:-1], words[-1])))


def completions(shelves: Shelves, text: str, limit: int) -> list[Scored]:
    """Return at most `limit` titles that the text may become, with scores, best first."""
    typed = Typed.of(text)
    if not typed.query:
        best = chain.from_iterable(shelf.best(limit) for shelf in shelves.both)
        order = heapq.nsmallest(limit, best, key=lambda one: (-one.popularity, -one.arrival))
        return [(one, 0.0) for one in order]
    found: dict[str, Scored] = {}
    for one in _starting(shelves, typed, limit):
        found[one.paper_id] = one, EXACTLY if one.text == typed.query else STARTS
    if len(found) < limit:
        _add(found, _named(shelves, typed), NAMED)
        _add(found, _holding(shelves, typed, limit), HOLDS)
    mended = [] if found else _mended(shelves, typed, limit)
    _add(found, mended, MENDED)
    if len(found) < min(ENOUGH, limit) and not mended:
        for one, score in _alike(shelves, typed, lost=not found):
            found.setdefault(one.paper_id, (one, score))
    ranked = sorted(found.values(), key=lambda item: -item[1])
    least = RELATED * ranked[0][1] if ranked else 0.0
    return [item for item in ranked[:limit] if item[1] >= least]


def _add(found: dict[str, Scored], records: Iterable[Record], score: float) -> None:
    for one in records:
        found.setdefault(one.paper_id, (one, score))


def _starting(shelves: Shelves, typed: Typed, limit: int) -> list[Record]:
    """Return titles that are the text, go by it or start with it, best first."""
    famous = titles_named(typed.text)
    titles = (typed.query.split(), *(title.split() for title in famous))
    found = [one for title in titles for shelf in shelves.both for one in shelf.exact(title, limit)]
    for shelf in shelves.both:
        found += shelf.starting(typed.whole, typed.unfinished, limit)
    return sorted(
        {one.paper_id: one for one in found}.values(),
        key=lambda one: (one.text != typed.query, one.text not in famous, *_precedence(one)),
    )


def _precedence(one: Record) -> tuple[float, int]:
    """Return what sorts titles that nothing else tells apart."""
    return -one.popularity, len(one.text)


def _mended(shelves: Shelves, typed: Typed, limit: int) -> list[Record]:
    """Return titles that start with the text but for one slip, the most popular first."""
    found: list[Record] = []
    for words, begun in islice(beginnings(shelves.both, typed.whole, typed.unfinished), TRIED):
        for shelf in shelves.both:
            found += shelf.starting([*words], begun, limit)
    return sorted(found, key=_precedence)


def _named(shelves: Shelves, typed: Typed) -> list[Record]:
    """Return titles that go by the text as a name."""
    name = typed.query.replace(" ", "")
    return [one for shelf in shelves.both for one in shelf.named(name)]


def _holding(shelves: Shelves, typed: Typed, limit: int) -> list[Record]:
    """Return titles that have the words one after another, the most popular first."""
    found: list[Record] = []
    for shelf in shelves.both:
        found += shelf.holding(typed.whole, typed.unfinished, limit)
    return sorted(found, key=_precedence)


def _alike(shelves: Shelves, typed: Typed, *, lost: bool) -> list[Scored]:
    """Return titles that have some of the words, or such as look like them, best first.

    Every word is doubted only where little is like the text, or nothing else was found: `lost`.
    """
    asker = Asker(shelves.both, shelves.size)
    found: dict[str, Scored] = {}
    for wide in (True,) if lost else (False, True):
        asked = asker.ask(typed.whole, unfinished=typed.unfinished, wide=wide)
        for shelf in shelves.both:
            for one in shelf.candidates(asked, TYPING):
                score = _merit(typed.query, one)
                old = found.get(one.record.paper_id)
                if old is None or score > old[1]:
                    found[one.record.paper_id] = (one.record, score)
        if any(score > SURE for _, score in found.values()):
            break
    return sorted(found.values(), key=lambda item: (-round(item[1]), *_precedence(item[0])))


def _merit(query: str, one: Candidate) -> float:
    """Return 0–98: how like its beginning or a stretch of it the query is, and the words it has."""
    begun = fuzz.ratio(query, one.record.text[: len(query) + 1])
    inside = fuzz.partial_ratio(query, one.record.text)
    return 0.45 * max(begun, inside - 4) + 0.1 * begun + 43 * one.asked

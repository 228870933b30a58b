"""What a text that is being typed may become.

Rules: first the papers that go by this name, then the titles that start with it, the most popular
first, then the shortest; then, if there is room, titles that have its words inside or a slip away,
by likeness; those far less like it than the best are left out. The last word is unfinished unless
a space stands behind it. Nothing typed yet brings the most popular titles.
"""

from __future__ import annotations

import heapq
from itertools import chain
from typing import TYPE_CHECKING, Final

from rapidfuzz import fuzz

from bot.titles.asking import Asker
from bot.titles.folding import MAX_LENGTH, fold
from bot.titles.known import titles_named
from bot.titles.terms import Effort

if TYPE_CHECKING:
    from bot.titles.records import Record
    from bot.titles.terms import Candidate, Shelves

TYPING: Final = Effort(postings=50_000, weighed=260, kept=34)
SURE: Final = 70.0
RELATED: Final = 0.55
EXACTLY: Final = 100.0
STARTS: Final = 99.0
NAMED: Final = 98.0


def completions(shelves: Shelves, typed: str, limit: int) -> list[tuple[Record, float]]:
    """Return at most `limit` titles that the text may become, with scores, best first."""
    query = fold(typed)
    if not query:
        best = chain.from_iterable(shelf.best(limit) for shelf in shelves.both)
        order = heapq.nsmallest(limit, best, key=lambda one: (-one.popularity, -one.arrival))
        return [(one, 0.0) for one in order]
    words = query.split()
    ended = typed[:MAX_LENGTH][-1:].isspace()
    whole, unfinished = (words, "") if ended else (words[:-1], words[-1])
    famous = titles_named(typed)
    known = [title.split() for title in famous]
    starting = [
        *chain.from_iterable(
            shelf.exact(title, limit) for title in (words, *known) for shelf in shelves.both
        ),
        *chain.from_iterable(shelf.starting(whole, unfinished, limit) for shelf in shelves.both),
    ]
    starting.sort(key=lambda one: _precedence(one, query, famous))
    starting = list({one.paper_id: one for one in starting}.values())
    ranked = [(one, EXACTLY if one.text == query else STARTS) for one in starting[:limit]]
    if len(ranked) < limit:
        seen = {one.paper_id for one, _ in ranked}
        inside = _inside(shelves, query, whole, unfinished)
        ranked += [item for item in inside if item[0].paper_id not in seen]
    least = RELATED * max((score for _, score in ranked), default=0.0)
    return [item for item in ranked[:limit] if item[1] >= least]


def _precedence(one: Record, query: str, famous: frozenset[str]) -> tuple[bool, bool, float, int]:
    """Return what sorts titles that start as somebody has typed, or go by it."""
    return one.text != query, one.text not in famous, -one.popularity, len(one.text)


def _inside(
    shelves: Shelves, query: str, whole: list[str], unfinished: str
) -> list[tuple[Record, float]]:
    """Return titles that have the words inside, or almost, best first."""
    asker = Asker(shelves.both, shelves.size)
    found: dict[str, tuple[Record, float]] = {}
    for wide in (False, True):
        asked = asker.ask(whole, unfinished=unfinished, wide=wide)
        for shelf in shelves.both:
            for one in shelf.candidates(asked, TYPING):
                score = _merit(query, one)
                old = found.get(one.record.paper_id)
                if old is None or score > old[1]:
                    found[one.record.paper_id] = (one.record, score)
        if any(score > SURE for _, score in found.values()):
            break
    for shelf in shelves.both:
        for one in shelf.named(query.replace(" ", "")):
            found[one.paper_id] = (one, NAMED)
    ranked = list(found.values())
    ranked.sort(key=lambda item: (-round(item[1]), -item[0].popularity, len(item[0].text)))
    return ranked


def _merit(query: str, one: Candidate) -> float:
    """Return 0–98: how like its beginning or a stretch of it the query is, and the words it has."""
    begun = fuzz.ratio(query, one.record.text[: len(query) + 1])
    inside = fuzz.partial_ratio(query, one.record.text)
    return 0.45 * max(begun, inside - 4) + 0.1 * begun + 43 * one.asked

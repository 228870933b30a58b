"""The best of what a search found, by how its words stand in the papers.

- A paper's score is BM25F over its fields: a word in the title weighs 10, in the authors 5, in the
  keywords 4, in the abstract 3, less in a long title or abstract, and the more the rarer the word
  is among the newest papers. Fields, ``*`` and negations weigh nothing.
- Weighing reads texts. So of many papers only some are weighed: the newest, and the newest that
  have in their title what was asked for. They come first; the others follow, the newest first.

SQLite's own `bm25` counts every word's papers anew for every search: 60 ms a common word at 1.4
million papers.
"""

from __future__ import annotations

import asyncio
import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.core.query import And, Everything, Or, Phrase, Word, to_fts
from bot.core.query_fold import fold_term
from bot.storage.paper_rows import json_list
from bot.storage.search_scan import scan

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator, Mapping, Sequence

    from bot.core.query import Query
    from bot.storage.session import Session, Value

RANKED = 20_000
"""Among so many, the newest, the best are chosen."""
WEIGHED = 300
"""So many of the newest papers are weighed, and as many with the words in their titles."""

_WEIGHINGS = 3_000  # papers times terms, of one of many
_SAMPLE = 5_000  # of how many newest papers it is counted which have a word

_SATURATION = 4.0
_WEIGHTS = {"title": 10.0, "authors": 5.0, "keywords": 4.0, "abstract": 3.0}
_LENGTH_COUNTS = {"title": 0.5, "authors": 0.0, "keywords": 0.0, "abstract": 0.5}

_TEXTS = """
    SELECT rowid AS place, title, authors, keywords, abstract FROM paper_text
    WHERE rowid IN (SELECT value FROM json_each(?))"""
_OLDER = """
    SELECT rowid AS place FROM paper_text
    WHERE paper_text MATCH ? AND rowid < ? ORDER BY rowid DESC LIMIT 1 OFFSET ?"""
_HAVING = """(
    SELECT count(*) FROM (
        SELECT 1 FROM paper_text WHERE paper_text MATCH ? AND rowid >= ? LIMIT ?))"""
_SAMPLED_FROM = """
    SELECT rowid AS place FROM paper_text WHERE paper_text MATCH ?
    ORDER BY rowid DESC LIMIT 1 OFFSET ?"""


@dataclass(frozen=True, slots=True)
class _Term:
    """What to look for in a folded field, and how rare it is."""

    needle: str
    rarity: float


async def ranked(  # noqa: PLR0913, PLR0917 - what was found, and what it was found by
    session: Session,
    query: Query,
    known: Mapping[str, Sequence[str] | None],
    places: Sequence[int],
    match: str | None,
    patience: float,
) -> tuple[list[int], int | None]:
    """Return places with the best first, and among how many the best are: None for all there are.

    `places` are those found, newest first; `match` finds the older ones, None where there are none
    or none to be had. Nothing that is looked up takes longer than `patience` seconds.
    """
    terms = tuple(dict.fromkeys(_terms(query)))
    if not terms or len(places) < 2:  # noqa: PLR2004 - one is in order
        return list(places), None
    most = min(WEIGHED, _WEIGHINGS // len(terms))
    weighed = dict.fromkeys(places[:most])
    of, back_to = None, places[-1]
    if match is not None:
        of, back_to = await _reach(session, match, places, patience)
    titled = to_fts(query, known, column="title").match
    if len(places) > most and titled is not None:
        found = await scan(session, titled, most, patience, back_to=back_to)
        certain = match is not None or set(places).issuperset(found.places)
        among = found.places if certain else set(places).intersection(found.places)
        weighed.update(dict.fromkeys(among))
    texts = await session.rows(_TEXTS, [json_list(list(weighed))])
    rare = await _rarities(session, [term for _, term in terms], patience)
    wanted = [_Term(needle, rarity) for (needle, _), rarity in zip(terms, rare, strict=True)]
    scores = await asyncio.to_thread(_scores, wanted, texts)
    first = sorted(weighed, key=lambda place: (-scores[place], -place))
    return [*first, *(place for place in places if place not in weighed)], of


async def _reach(
    session: Session, match: str, places: Sequence[int], patience: float
) -> tuple[int | None, int]:
    """Say among how many papers the best are, None for all, and how far back that is."""
    more = RANKED - len(places)
    if more <= 0:
        return len(places), places[-1]
    rows, finished = await session.rows_within(patience, _OLDER, [match, places[-1], more - 1])
    if rows:
        return RANKED, rows[0]["place"]
    return (None, 0) if finished else (len(places), places[-1])


def _terms(query: Query) -> Iterator[tuple[str, Query]]:
    """Give what is asked for in words, each with what to look for in a folded field."""
    match query:
        case And(parts) | Or(parts):
            for part in parts:
                yield from _terms(part)
        case Word(text, prefix) if folded := fold_term(text):
            yield (f" {folded}" if prefix else f" {folded} "), query
        case Phrase(words) if folded := fold_term(" ".join(words)):
            yield f" {folded} ", query
        case _:
            pass


async def _rarities(session: Session, terms: Sequence[Query], patience: float) -> list[float]:
    """Return the weights of terms: BM25's, counted among the newest papers; alike where counting
    takes too long. A beginning of words counts as a common word.
    """
    row = await session.row(_SAMPLED_FROM, [to_fts(Everything()).match, _SAMPLE])
    start = 0 if row is None else row["place"]
    counted = [term for term in terms if not (isinstance(term, Word) and term.prefix)]
    parameters: list[Value] = []
    for term in counted:
        parameters += [to_fts(term).match, start, _SAMPLE]
    having: dict[Query, int] = {}
    if counted:
        sql = f"SELECT {', '.join([_HAVING] * len(counted))}"
        rows, finished = await session.rows_within(patience, sql, parameters)
        having = dict(zip(counted, rows[0], strict=True)) if finished else dict.fromkeys(counted, 0)
    return [_rarity(having[term]) if term in having else 1.0 for term in terms]


def _rarity(having: int) -> float:
    return math.log(1 + (_SAMPLE - having + 0.5) / (having + 0.5))


def _scores(terms: Sequence[_Term], texts: Sequence[sqlite3.Row]) -> dict[int, float]:
    usual = {field: 1 + sum(len(row[field]) for row in texts) / len(texts) for field in _WEIGHTS}
    return {row["place"]: _score(terms, row, usual) for row in texts}


def _score(terms: Sequence[_Term], row: sqlite3.Row, usual: Mapping[str, float]) -> float:
    weights = {
        field: weight / (1 + _LENGTH_COUNTS[field] * (len(row[field]) / usual[field] - 1))
        for field, weight in _WEIGHTS.items()
    }
    score = 0.0
    for term in terms:
        found = sum(row[field].count(term.needle) * weight for field, weight in weights.items())
        score += term.rarity * found / (_SATURATION + found)
    return score

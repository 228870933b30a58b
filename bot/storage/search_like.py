"""Papers that have words in common with one, found in the full-text index in bounded steps.

    how rare is each term? ─▶ the telling ones, rarest first ─▶ who has most of them ─▶ their texts

- How rare a term is, is counted among the newest papers, and no further than to common. One that
  nobody else has costs nothing.
- Of each term are read the papers that have it and came out nearest to the one that is asked about,
  as many before as after. Reading ends where the budget is spent: so what is rare is found whatever
  its age, what is common among the papers of the same time.
- So the work has an upper bound that does not grow with the library, and nothing has to be stopped.
- The index has everybody's papers alone, none withdrawn or merged (`paper_index`).
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from bot.core.likeness import COUNTED, Candidate, forms, promising, rarity, telling, terms_of
from bot.core.query import Everything, to_fts
from bot.services.ports import Neighbours
from bot.storage.paper_index import key_at, place
from bot.storage.paper_rows import json_list

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from bot.core.likeness import Texts
    from bot.storage.session import Session

BUDGET = 10_000
"""Places that are read of the index at most, but for those of the last term."""
NEAREST = 1_000
"""Places of one term, before the paper and after it."""
COMPARED = 80
"""Papers whose texts are read."""

_SAMPLE = 2_000  # of how many newest papers it is counted which have a term
_COMMON = 400  # of them, and it is counted no further
_FEWEST = 500  # as of so many it is counted in a smaller library, where every other word is common

_SAMPLED_FROM = """
    SELECT rowid AS place FROM paper_text WHERE paper_text MATCH ?
    ORDER BY rowid DESC LIMIT 1 OFFSET ?"""
_SAMPLED = "SELECT count(*) AS papers FROM paper_text WHERE paper_text MATCH ? AND rowid >= ?"
_HAVING = """
    SELECT (SELECT count(*) FROM (
                SELECT 1 FROM paper_text
                WHERE paper_text MATCH asked.value AND rowid >= :start LIMIT :common)) AS papers
    FROM json_each(:matches) AS asked ORDER BY asked.key"""
_NEAR = """
    SELECT (SELECT json_group_array(place) FROM (
                SELECT rowid AS place FROM paper_text
                WHERE paper_text MATCH :match AND rowid <= :at ORDER BY rowid DESC LIMIT :most)
           ) AS before,
           (SELECT json_group_array(place) FROM (
                SELECT rowid AS place FROM paper_text
                WHERE paper_text MATCH :match AND rowid > :at ORDER BY rowid LIMIT :most)
           ) AS after"""
_TEXTS = """
    SELECT rowid AS place, title, keywords, authors, abstract FROM paper_text
    WHERE rowid IN (SELECT value FROM json_each(?))"""


async def neighbours(session: Session, asked: Texts, key: int, day: date) -> Neighbours:
    """Return the papers that have most of the asked one's telling terms, those that have most of
    them first, and how rare the asked one's terms are. `day` is the one it came out on.
    """
    weights = terms_of(asked)
    rarities = await _rarities(session, list(weights)[:COUNTED])
    at = place(day, key)
    spent = 0
    found: list[tuple[float, list[int]]] = []
    for term in telling(weights, rarities):
        if spent >= BUDGET:
            break
        near = {"match": _match(term), "at": at, "most": NEAREST}
        (row,) = await session.rows(_NEAR, near)
        places: list[int] = json.loads(row["before"]) + json.loads(row["after"])
        found.append((weights[term] * rarities[term], places))
        spent += len(places)
    best = [one for one in promising(found, COMPARED + 1) if key_at(one) != key]
    rows = await session.rows(_TEXTS, [json_list(best)])
    texts = {
        row["place"]: Candidate(
            key_at(row["place"]), row["title"], row["keywords"], row["authors"], row["abstract"]
        )
        for row in rows
    }
    return Neighbours(tuple(texts[one] for one in best), rarities)


async def _rarities(session: Session, terms: Iterable[str]) -> dict[str, float]:
    """Return how rare terms are among the newest papers."""
    everything = to_fts(Everything()).match
    first = await session.row(_SAMPLED_FROM, [everything, _SAMPLE - 1])
    start = 0 if first is None else first["place"]
    of = _SAMPLE
    if first is None:
        (row,) = await session.rows(_SAMPLED, [everything, start])
        of = row["papers"]
    matches = {term: _match(term) for term in terms}
    asked = {"start": start, "common": _COMMON, "matches": json_list(list(matches.values()))}
    rows = await session.rows(_HAVING, asked)
    return {
        term: rarity(row["papers"], max(of, _FEWEST))
        for term, row in zip(matches, rows, strict=True)
    }


def _match(term: str) -> str:
    """Return what finds a term: folded words, which are letters and digits."""
    return " OR ".join(f'"{form}"' for form in forms(term))

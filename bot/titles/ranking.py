"""From a query to titles in order: candidates, scores, and what outranks the model.

Rules: the title itself is 100; a title that stands whole between the stops of a citation is
`CITED`; everything else is what the model says. Of equal scores, or nearly, the more popular title
stands first, then the shorter one.
"""

from __future__ import annotations

import math
from itertools import accumulate
from typing import TYPE_CHECKING, Final

from bot.titles import scoring
from bot.titles.asking import Asker
from bot.titles.folding import fold, parts, without_chatter
from bot.titles.terms import Candidate

if TYPE_CHECKING:
    from bot.titles.records import Record
    from bot.titles.terms import Shelves

COMPARED: Final = 48
SURE: Final = 50.0
STARTING: Final = 8
CITED: Final = 99.0
EXACTLY: Final = 100.0
LEAST: Final = 1e-6
RESPELLED: Final = 0.98


def ranked(shelves: Shelves, text: str) -> list[tuple[Record, float]]:
    """Return candidates with their scores, best first; a second, wider look if none is sure.

    A text without anything to look for has none.
    """
    query = fold(text)
    if not query:
        return []
    core = without_chatter(text)
    cited = _cited(shelves, text)
    answers = _look(shelves, query, core, cited, wide=False)
    if not answers or answers[0][1] < SURE:
        answers = _look(shelves, query, core, cited, wide=True)
    return answers


def _look(
    shelves: Shelves, query: str, core: str, cited: dict[str, Record], *, wide: bool
) -> list[tuple[Record, float]]:
    found = candidates(shelves, query, core, wide=wide)
    points = scoring.scores(core, found).tolist()
    answers = [
        (one.record, _point(one.record.text, query, max(score, _respelled(core, one))))
        for one, score in zip(found, points, strict=True)
        if one.record.paper_id not in cited
    ]
    answers += [(one, _point(one.text, query, CITED)) for one in cited.values()]
    return _ordered(answers)


def _ordered(answers: list[tuple[Record, float]]) -> list[tuple[Record, float]]:
    """Put the best first, by level, then popularity. No score is above one before it."""
    answers.sort(
        key=lambda item: (
            -_level(item[1]),
            -item[0].popularity,
            -item[1],
            len(item[0].text),
        )
    )
    lowest = accumulate((score for _, score in answers), min)
    return [(one, score) for (one, _), score in zip(answers, lowest, strict=True)]


def _level(score: float) -> float:
    """Return the score's log odds in quarters: what lies within one is as sure."""
    if score >= EXACTLY:
        return math.inf
    odds = max(score, LEAST) / (EXACTLY - score)
    return round(4 * math.log(odds))


def candidates(shelves: Shelves, query: str, core: str, *, wide: bool) -> list[Candidate]:
    """Return what words, names and beginnings bring. `core` is `query` without chatter."""
    asked = Asker(shelves.both, shelves.size).ask(core.split(), wide=wide)
    found: dict[str, Candidate] = {}
    for shelf in shelves.both:
        for one in shelf.candidates(asked.terms, asked.total, COMPARED):
            found[one.record.paper_id] = one
    names = {query.replace(" ", ""), core.replace(" ", "")}
    for shelf in shelves.both:
        for name in names:
            for one in shelf.named(name):
                _offer(found, Candidate(one, *_share_of_name(one, name)))
        for one in shelf.starting(query.split(), "", STARTING):
            _offer(found, Candidate(one, 1.0, len(query) / len(one.text)))
        for one in shelf.exact(query.split(), STARTING):
            _offer(found, Candidate(one, 1.0, 1.0))
    return list(found.values())


def _cited(shelves: Shelves, text: str) -> dict[str, Record]:
    """Return the papers whose titles stand whole between the text's stops, by id."""
    cited: dict[str, Record] = {}
    for part in parts(text):
        for shelf in shelves.both:
            for one in shelf.exact(part.split(), STARTING):
                cited[one.paper_id] = one
    return cited


def other_part(text: str, record: Record, score: float) -> bool:
    """Tell whether an uncertain answer is another part or version of what was asked.

    It is if both have a number that the other has not.
    """
    asked, told = scoring.numbers(fold(text).split()), scoring.numbers(record.words)
    return score < CITED and bool(asked - told) and bool(told - asked)


def _offer(found: dict[str, Candidate], one: Candidate) -> None:
    """Add a candidate, or what is better about it if it is there."""
    old = found.get(one.record.paper_id)
    if old is not None:
        one = Candidate(one.record, max(one.asked, old.asked), max(one.told, old.told))
    found[one.record.paper_id] = one


def _share_of_name(one: Record, name: str) -> tuple[float, float]:
    """Return what a query that is a title's name asks and tells of it; initials say nothing."""
    head = one.words[: one.head]
    if "".join(head) != name:
        return 0.0, 0.0
    return 1.0, len(" ".join(head)) / len(one.text)


def _respelled(core: str, one: Candidate) -> float:
    """Score a name that the title parts otherwise (unet, U-Net) as if it were asked as written."""
    name = " ".join(one.record.words[: one.record.head])
    if name == core or name.replace(" ", "") != core.replace(" ", ""):
        return 0.0
    return RESPELLED * float(scoring.scores(name, [one])[0])


def _point(text: str, query: str, score: float) -> float:
    """Return 100 for what was asked, word for word; what is left of the question is worth less."""
    return EXACTLY if text == query else min(score, scoring.CEILING)

"""From a query to titles in order: candidates, their chances, and what outranks the model.

Rules: the title itself is 100. Everything else is the chance that it is meant: all titles of one
query compete with each other and with “none of these”, so that two that are as likely have half
the chance each. How often a title is asked for grows with its popularity: votes speak for a title,
by their logarithm. A name in `known` is at least as good as odds of seven to one. Of equal scores
the more popular title stands first, then the shorter one.
"""

from __future__ import annotations

import math
from dataclasses import replace
from typing import TYPE_CHECKING, Final

import numpy as np
from numpy.typing import NDArray

from bot.titles.asking import MOST_WORDS, Asker
from bot.titles.folding import as_written, fold, fold_words, parts, without_chatter
from bot.titles.initials import LITTLE_WORDS
from bot.titles.known import titles_named
from bot.titles.model import fitted
from bot.titles.scoring import Wanted, features, numbers
from bot.titles.terms import Effort

if TYPE_CHECKING:
    from bot.titles.records import Record
    from bot.titles.terms import Candidate, Shelves

SEARCHING: Final = Effort(postings=70_000, weighed=400, kept=26)
EXACTLY: Final = 100.0
CEILING: Final = 99.9
FITTED_SIZE: Final = 1_456_069
BY_SIZE: Final = 0.25
AT_MOST_BY_SIZE: Final = 1.5
BY_VOTES: Final = 0.4
KNOWN: Final = 2.0


def ranked(shelves: Shelves, text: str) -> list[tuple[Record, float]]:
    """Return candidates with their scores, 0–100, best first.

    A text without anything to look for has none.
    """
    wanted, found = gathered(shelves, text)
    if wanted is None or not found:
        return []
    logits = fitted().logits(features(wanted, found))
    known = np.array([one.record.text in wanted.known for one in found])
    logits = np.where(known, np.maximum(logits, KNOWN), logits)
    chances = CEILING * _chances(logits, found, shelves.size)
    exact = {wanted.text, fold(text)}
    answers = [
        (one.record, EXACTLY if one.record.text in exact else chance)
        for one, chance in zip(found, chances.tolist(), strict=True)
    ]
    answers.sort(key=lambda item: (-item[1], -item[0].popularity, len(item[0].text)))
    return answers


def gathered(shelves: Shelves, text: str) -> tuple[Wanted | None, list[Candidate]]:
    """Return a query as it is compared, and what words, names and beginnings bring."""
    query = fold(text)
    if not query:
        return None, []
    core = without_chatter(text)
    words = core.split()
    asker = Asker(shelves.both, shelves.size)
    names = frozenset((query.replace(" ", ""), core.replace(" ", "")))
    titles = [query, core, *parts(text)]
    written = as_written(text)
    known = titles_named(text) | titles_named(written)
    titles += known
    asked = replace(
        asker.ask(words),
        names=names,
        starts=(tuple(words),),
        titles=tuple(tuple(title.split()) for title in dict.fromkeys(titles)),
    )
    found = [one for shelf in shelves.both for one in shelf.candidates(asked, SEARCHING)]
    weights = {word: asker.weight(word) for word in words[:MOST_WORDS]}
    scale = math.log(FITTED_SIZE + 1) / math.log(shelves.size + 1) if shelves.size else 1.0
    return Wanted(core, written, asked.total, weights, scale, known), found


def doubtful(text: str, record: Record) -> bool:
    """Tell whether an answer that is not the title itself cannot be believed.

    It cannot if it is another part or version of what was asked: both have a number that the other
    has not. Nor can any if nothing but little words was asked.
    """
    words = fold_words(text)
    asked, told = numbers(words), numbers(record.words)
    return LITTLE_WORDS.issuperset(words) or (bool(asked - told) and bool(told - asked))


def _chances(logits: NDArray[np.float32], found: list[Candidate], size: int) -> NDArray[np.float64]:
    """Return each title's chance to be the one meant.

    The model's chances hold for the number of titles it was fitted on. Among fewer, likeness by
    chance is rarer, so “none of these” is less likely.
    """
    none = -min(BY_SIZE * math.log(FITTED_SIZE / max(size, 1)), AT_MOST_BY_SIZE)
    votes = np.array([one.record.popularity for one in found])
    levels = logits + BY_VOTES * np.log1p(np.maximum(votes, 0))
    top = max(float(levels.max()), none)
    odds = np.exp(levels - top)
    return odds / (odds.sum() + math.exp(none - top))

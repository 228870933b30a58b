"""How sure it is that a query means a title: features, and a linear model over them.

Rules: every feature is 0–1 and compares folded texts; the model's answer is a probability, shown
as a score of 0–100. The title itself is exactly 100 and nothing else is: the model ends at
`CEILING`. Popularity is no feature; it decides between equal scores, in `index`.

The weights in `model` were fitted by logistic regression on pairs of real, misremembered or
mistyped queries and the candidates that the index brought for them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np
from numpy.typing import NDArray
from rapidfuzz import fuzz, process

from bot.titles.model import BIAS, WEIGHTS
from bot.titles.records import initials

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from bot.titles.terms import Candidate

CEILING: Final = 99.9
SHORT: Final = 20
SHORTEST_NAME: Final = 3
LONGEST_INITIALS: Final = 7
_Rows = NDArray[np.float32]


def scores(query: str, candidates: Sequence[Candidate]) -> NDArray[np.float64]:
    """Return for each candidate how sure it is that the query means it, 0–100."""
    if not candidates:
        return np.empty(0)
    z = features(query, candidates) @ np.asarray(WEIGHTS) + BIAS
    chances = CEILING / (1 + np.exp(-z))
    exact = np.fromiter((one.record.text == query for one in candidates), np.bool_)
    return np.where(exact, 100.0, chances)


def features(query: str, candidates: Sequence[Candidate]) -> _Rows:
    """Compare a query with each candidate; a row a candidate, a column a feature."""
    texts = [one.record.text for one in candidates]
    joined = query.replace(" ", "")
    asked = np.fromiter((one.asked for one in candidates), np.float32)
    told = np.fromiter((one.told for one in candidates), np.float32)
    ratio = _compare(query, texts, fuzz.ratio)
    sort = _compare(query, texts, fuzz.token_sort_ratio)
    same_set = _compare(query, texts, fuzz.token_set_ratio)
    part = _compare(query, texts, fuzz.partial_ratio)
    best = np.maximum(ratio, sort)
    lengths = np.fromiter(map(len, texts), np.float32)
    by_length = np.minimum(len(query) / lengths, lengths / len(query))
    longer = (lengths < len(query)).astype(np.float32)
    heads = [" ".join(one.record.words[: one.record.head]) for one in candidates]
    head = np.fromiter((_head(query, joined, name) for name in heads), np.float32)
    tail = np.fromiter((_rest(query, one) for one in candidates), np.float32)
    padded = f" {query} "
    head_in = _flags(len(name) >= SHORTEST_NAME and f" {name} " in padded for name in heads)
    phrase = _flags(padded in f" {text} " for text in texts)
    whole = _flags(f" {text} " in padded for text in texts)
    start = _flags(text.startswith(query) for text in texts)
    callable_so = " " not in query and len(query) <= LONGEST_INITIALS
    named = _flags(callable_so and joined in initials(one.record.words) for one in candidates)
    own = numbers(query.split())
    other = _flags(own != numbers(one.record.words) for one in candidates)
    short = np.float32(len(query) <= SHORT)
    long = 1 - short
    columns = [
        ratio, sort, same_set, part, asked, told,
        best**4, asked * told, asked**4, told**4, part * longer, part * longer * told,
        head, head**4, tail, tail**4, head_in, phrase, whole, start, named, by_length, other,
        whole * told * longer,
        short * np.ones_like(ratio), short * head, short * head**4, short * phrase,
        short * head_in, short * best, short * asked, short * named,
        long * asked**4, long * told, long * best**4, long * best**16, long * start,
        best**16, other * best**4,
    ]  # fmt: skip
    return np.stack(columns, axis=1)


def _compare(query: str, texts: list[str], scorer: Callable[..., float]) -> _Rows:
    return process.cdist([query], texts, scorer=scorer, dtype=np.float32)[0] / np.float32(100)


def _flags(values: Iterable[bool]) -> _Rows:
    return np.fromiter(values, np.float32)


def _head(query: str, joined: str, name: str) -> float:
    """Return how like a title's name the query is, 1 if only spaces differ."""
    if not name:
        return 0.0
    if name.replace(" ", "") == joined:
        return 1.0
    return min(0.97, fuzz.ratio(query, name) / 100)


def _rest(query: str, one: Candidate) -> float:
    """Return how like the query is what stands behind the title's name."""
    if not one.record.head:
        return 0.0
    return fuzz.ratio(query, " ".join(one.record.words[one.record.head :])) / 100


_NUMERALS: Final = frozenset("i ii iii iv v vi vii viii ix x 1 2 3 4 5 6 7 8 9 10".split())


def numbers(words: Iterable[str]) -> set[str]:
    """Return the numbers of a text: parts and versions that look alike are different papers."""
    return {word for word in words if word in _NUMERALS or word.isdecimal()}

"""How sure it is that a query means a title: features, and a small model over them.

Rules: every feature is 0–1 and compares folded texts; the model's answer for a title is a logit,
and all of one query's titles compete with each other and with “none of these”, whose logit is 0.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np
from numpy.typing import NDArray
from rapidfuzz import fuzz, process
from rapidfuzz.distance import LCSseq

from bot.titles.initials import initials
from bot.titles.records import spelling
from bot.titles.shorthand import canonical

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from bot.titles.terms import Candidate

SHORT: Final = 20
STEM: Final = 6
SHORTEST_NAME: Final = 3
LONGEST_INITIALS: Final = 7
_Rows = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Wanted:
    """A query as it is compared.

    `text` is folded and without chatter, `written` without chatter alone. `weights` are its
    words', `total` is theirs together; times `scale` a weight is what it were among as many titles
    as the model was fitted on. `known` are the folded titles that go by this name.
    """

    text: str
    written: str
    total: float
    weights: dict[str, float]
    scale: float
    known: frozenset[str]


#: the columns of `features`, in their order
FEATURES: Final = (
    "name", "rest", "name in query", "query in title", "title in query", "starts so", "initials",
    "number only asked", "number only told", "words asked", "words told", "order asked",
    "order told", "first word", "last word", "known by it", "spelled so", "marked so", "has name",
    "is name", "is joined", "word count", "is title", "stems asked", "stems told",
    "stems missing", "first letters",
    "ratio", "sorted ratio", "set ratio", "partial ratio", "beginning", "canonical ratio", "asked",
    "told", "best^4", "best^16", "asked*told", "asked^4", "told^4", "partial of longer",
    "partial told of longer", "name^4", "length", "asked missing", "told missing", "asked total",
    "told total", "query words", "query length", "short", "short name", "short in title",
    "name is known", "set ratio of longer",
)  # fmt: skip


def features(wanted: Wanted, candidates: Sequence[Candidate]) -> _Rows:
    """Compare a query with each candidate; a row a candidate, a column a feature (`FEATURES`)."""
    query = wanted.text
    texts = [one.record.text for one in candidates]
    short_words = canonical(query.split())
    short_titles = [canonical(one.record.words) for one in candidates]
    words = _by_words(wanted, candidates, texts, short_words, short_titles)
    name = words[:, 0]
    asked = np.array([one.asked for one in candidates], np.float32)
    told = np.array([one.told for one in candidates], np.float32)
    total = wanted.total * wanted.scale
    mass = np.array([one.mass * wanted.scale for one in candidates], np.float32)
    ratio = _compare(query, texts, fuzz.ratio)
    sort = _compare(query, texts, fuzz.token_sort_ratio)
    same_set = _compare(query, texts, fuzz.token_set_ratio)
    part = _compare(query, texts, fuzz.partial_ratio)
    begun = _compare(query, [text[: len(query)] for text in texts], fuzz.ratio)
    alike = _compare(" ".join(short_words), [" ".join(one) for one in short_titles], fuzz.ratio)
    best = np.maximum(np.maximum(ratio, sort), alike)
    lengths = np.array([len(text) for text in texts], np.float32)
    longer = (lengths < len(query)).astype(np.float32)
    same = np.ones_like(ratio)
    short = np.float32(len(query) <= SHORT)
    columns = [
        ratio, sort, same_set, part, begun, alike, asked, told,
        best**4, best**16, asked * told, asked**4, told**4, part * longer, part * longer * told,
        name**4, np.minimum(len(query) / lengths, lengths / len(query)),
        np.minimum((1 - asked) * total / 30, 1), np.minimum((1 - told) * mass / 60, 1),
        same * (min(total, 80) / 80), np.minimum(mass / 80, 1),
        same * (min(len(short_words), 16) / 16), same * (min(len(query), 60) / 60),
        same * short, short * name, short * words[:, 3],
        same * bool(wanted.known), same_set * longer,
    ]  # fmt: skip
    return np.concatenate([words, np.stack(columns, axis=1).astype(np.float32)], axis=1)


def _by_words(
    wanted: Wanted,
    candidates: Sequence[Candidate],
    texts: list[str],
    short_words: list[str],
    short_titles: list[list[str]],
) -> _Rows:
    """Return the features that look at words: the first 27."""
    query = wanted.text
    words = query.split()
    joined = query.replace(" ", "")
    padded = f" {query} "
    own_spelling = spelling(wanted.written)
    own_numbers = numbers(words)
    callable_so = " " not in query and len(query) <= LONGEST_INITIALS
    asked_set = set(short_words)
    firsts = "".join([word[0] for word in words])
    stems: dict[str, float] = {}
    for word, weight in wanted.weights.items():
        stems[word[:STEM]] = stems.get(word[:STEM], 0.0) + weight
    stems_total = sum(stems.values()) or 1.0
    rows: list[tuple[float, ...]] = []
    for candidate, text, short in zip(candidates, texts, short_titles, strict=True):
        one = candidate.record
        name = " ".join(one.words[: one.head]) if one.head else ""
        shared = len(asked_set.intersection(short))
        in_order = LCSseq.similarity(short_words, short)
        named = _named(query, joined, name)
        is_name = named == 1.0
        apart = own_spelling ^ one.spelling
        told_numbers = numbers(one.words)
        its_stems = {word[:STEM] for word in one.words}
        stems_shared = sum([stems.get(stem, 0.0) for stem in its_stems])
        rows.append(
            (
                named,
                fuzz.ratio(query, text[len(name) + 1 :]) / 100 if name else 0.0,
                len(name) >= SHORTEST_NAME and f" {name} " in padded,
                padded in f" {text} ",
                f" {text} " in padded,
                text.startswith(query),
                callable_so and joined in initials(one.words),
                bool(own_numbers - told_numbers),
                bool(told_numbers - own_numbers),
                shared / len(asked_set),
                shared / len(set(short)),
                in_order / len(short_words),
                in_order / len(short),
                short[0] == short_words[0],
                short[-1] == short_words[-1],
                text in wanted.known,
                is_name and own_spelling != 0 and apart >> 16 == 0,
                is_name and apart & 0xFFFF == 0,
                bool(name),
                is_name,
                text.replace(" ", "") == joined,
                min(len(short), 20) / 20,
                text == query,
                stems_shared / stems_total,
                len(its_stems & stems.keys()) / len(its_stems),
                min((stems_total - stems_shared) * wanted.scale / 30, 1.0),
                LCSseq.similarity(firsts, "".join([word[0] for word in one.words])) / len(firsts),
            )
        )
    return np.array(rows, np.float32)


def _compare(query: str, texts: list[str], scorer: Callable[..., float]) -> _Rows:
    return process.cdist([query], texts, scorer=scorer, dtype=np.float32)[0] / np.float32(100)


def _named(query: str, joined: str, name: str) -> float:
    """Return how like a title's name the query is, 1 if only spaces differ."""
    if not name:
        return 0.0
    if name.replace(" ", "") == joined:
        return 1.0
    return min(0.97, fuzz.ratio(query, name) / 100)


_NUMERALS: Final = frozenset(
    "i ii iii iv v vi vii viii ix x xi xii xiii xiv xv xvi xvii xviii xix xx "
    "xxi xxii xxiii xxiv xxv xxvi xxvii xxviii xxix xxx".split()
)


def numbers(words: Iterable[str]) -> set[str]:
    """Return the numbers of a text: parts and versions that look alike are different papers."""
    return {word for word in words if word in _NUMERALS or word.isdecimal()}

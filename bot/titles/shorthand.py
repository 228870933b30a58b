"""Abbreviations of the field: how a text reads when they are written short, and words singular.

Rules: a canonical text is folded words, each without its plural's s, and each long form in
``shorthands.tsv`` (*large language models*) replaced by its short one (*llm*). Two ways of writing
one title so become alike; nothing is answered from a canonical text alone.
"""

from __future__ import annotations

from functools import cache, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

SHORTHANDS: Final = Path(__file__).with_name("shorthands.tsv")
_SHORTEST_PLURAL: Final = 4
_REMEMBERED: Final = 5_000


@cache
def _pairs() -> tuple[tuple[str, tuple[str, ...]], ...]:
    pairs: list[tuple[str, tuple[str, ...]]] = []
    for line in SHORTHANDS.read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            short, *longs = line.split("\t")
            pairs += [(short, tuple(long.split())) for long in longs]
    return tuple(pairs)


@cache
def _by_first_word() -> dict[str, list[tuple[tuple[str, ...], str]]]:
    """Return (long form in the singular, short form) by the long form's first word."""
    table: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for short, long in _pairs():
        key = tuple(map(singular, long))
        table.setdefault(key[0], []).append((key, short))
    for forms in table.values():
        forms.sort(key=lambda form: -len(form[0]))
    return table


@cache
def _by_short() -> dict[str, list[tuple[str, ...]]]:
    table: dict[str, list[tuple[str, ...]]] = {}
    for short, long in _pairs():
        table.setdefault(short, []).append(long)
    return table


@lru_cache(_REMEMBERED)
def singular(word: str) -> str:
    """Take a plural's s away, roughly; the same for every way of writing one word is enough."""
    if len(word) < _SHORTEST_PLURAL or word[-1] != "s" or word[-2] in "su":
        return word
    if word.endswith("ies"):
        return word[:-3] + "y"
    return word[:-1]


def canonical(words: Sequence[str]) -> list[str]:
    """Return the words in the singular, long forms replaced by short ones."""
    single = [singular(word) for word in words]
    starts = _by_first_word()
    if starts.keys().isdisjoint(single):
        return single
    short: list[str] = []
    at = 0
    while at < len(single):
        for form, name in starts.get(single[at], ()):
            if tuple(single[at : at + len(form)]) == form:
                short.append(name)
                at += len(form)
                break
        else:
            short.append(single[at])
            at += 1
    return short


def expansions(words: Iterable[str]) -> list[tuple[str, tuple[str, ...]]]:
    """Return (word, long form) for every word that is a short form."""
    table = _by_short()
    return [
        (word, long) for word in words if (name := singular(word)) in table for long in table[name]
    ]


def contractions(words: Sequence[str]) -> list[tuple[tuple[str, ...], str]]:
    """Return (words as they stand, short form) for every long form among the words."""
    single = [singular(word) for word in words]
    starts = _by_first_word()
    return [
        (tuple(words[at : at + len(form)]), name)
        for at, first in enumerate(single)
        for form, name in starts.get(first, ())
        if tuple(single[at : at + len(form)]) == form
    ]

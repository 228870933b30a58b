"""A query as SQLite FTS5 reads it, as pure text.

- The index has the columns `FTS_COLUMNS`, the tokenizer ``unicode61 remove_diacritics 2`` and the
  rows of `fts_row`. Then `match` finds exactly the papers that `matches` would take: what is no
  word of a paper stands in the index as a mark (`query_marks`).
- Every word stands in double quotes and holds letters, digits and marks only, so nobody's text can
  be syntax.
- FTS5 puts the papers of all words with a beginning together before it gives the first, for
  seconds where they are many. So whoever knows the words of the index says which ones a beginning
  stands for. Of a beginning of too many words nothing is asked of FTS5: `match` finds more papers
  than the query takes then, and is not `exact`.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from bot.core.query_fold import fold_term
from bot.core.query_marks import (
    AUTHOR,
    CODE,
    EVERYTHING,
    ORGANIZATION,
    SOURCE,
    at_least,
    category_mark,
    exactly,
    marked,
)
from bot.core.query_match import BORDER
from bot.core.query_terms import (
    And,
    Author,
    Category,
    Code,
    Everything,
    Not,
    Or,
    Organization,
    Phrase,
    Upvotes,
    Word,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from bot.core.query_terms import Comparison, Query, Term


@dataclass(frozen=True, slots=True)
class FtsQuery:
    """How to find a query's papers.

    `match` is the right side of ``MATCH``, None where nothing can match. All papers that the query
    takes are among those found; where it is `exact`, no other.
    """

    match: str | None
    exact: bool


@dataclass(frozen=True, slots=True)
class _Found:
    """The papers that an expression finds, or all `but` those; of None, no paper or all of them."""

    text: str | None = None
    but: bool = False

    def opposite(self) -> _Found:
        return replace(self, but=not self.but)

    def expression(self) -> str | None:
        everything = f'"{EVERYTHING}"'
        if not self.but:
            return self.text
        return everything if self.text is None else f"({everything} NOT {self.text})"


_NOTHING = _Found()
_ALL = _Found(but=True)


def beginnings(query: Query) -> tuple[str, ...]:
    """List the folded beginnings of words that a query asks for, each once."""
    return tuple(dict.fromkeys(_beginnings(query)))


def _beginnings(query: Query) -> Iterator[str]:
    match query:
        case Not(of):
            yield from _beginnings(of)
        case And(parts) | Or(parts):
            for part in parts:
                yield from _beginnings(part)
        case Word(text, prefix=True) if folded := fold_term(text):
            yield folded.rpartition(" ")[2]
        case _:
            pass


def to_fts(
    query: Query, known: Mapping[str, Sequence[str] | None] | None = None, *, column: str = ""
) -> FtsQuery:
    """Compile a query; `known` are the words of the index by their beginnings, None: too many.

    A beginning that is not there is left to FTS5. With a `column` the words asked for must stand
    in it; those refused may stand nowhere, as ever.
    """
    widest, narrowest = _Compiler({} if known is None else known, column).bounds(query)
    return FtsQuery(widest.expression(), widest == narrowest)


class _Compiler:
    """One compilation: what finds all that a query takes, and what finds nothing else."""

    def __init__(self, known: Mapping[str, Sequence[str] | None], column: str) -> None:
        self._known = known
        self._column = column

    def bounds(self, query: Query) -> tuple[_Found, _Found]:
        match query:
            case Not(of):
                widest, narrowest = _Compiler(self._known, "").bounds(of)
                return narrowest.opposite(), widest.opposite()
            case And(parts):
                both = [self.bounds(part) for part in parts]
                return _all_of(w for w, _ in both), _all_of(n for _, n in both)
            case Or(parts):
                both = [self.bounds(part) for part in parts]
                return _any_of(w for w, _ in both), _any_of(n for _, n in both)
            case Word(text, prefix=True) if folded := fold_term(text):
                return self._begun(folded)
            case Word() | Phrase():
                found = self._in_column(_leaf(query))
            case _:
                found = _leaf(query)
        return found, found

    def _in_column(self, found: _Found) -> _Found:
        if not self._column or found.text is None:
            return found
        return _Found(f"{self._column} : {found.text}")

    def _begun(self, folded: str) -> tuple[_Found, _Found]:
        before, space, begun = folded.rpartition(" ")
        words = self._known.get(begun, ())
        if words is None:
            return (self._in_column(_phrase(before)) if before else _ALL), _NOTHING
        found = self._in_column(
            _any_of(_phrase(f"{before}{space}{word}") for word in words)
            if begun in self._known
            else _Found(f'"{folded}" *')
        )
        return found, found


def _leaf(term: Term) -> _Found:
    match term:
        case Everything():
            return _ALL
        case Word(text):
            return _phrase(fold_term(text))
        case Phrase(words):
            return _phrase(fold_term(" ".join(words)))
        case Category(name):
            return _phrase(category_mark(name.casefold()))
        case Code(present):
            return _phrase(CODE) if present else _phrase(CODE).opposite()
        case Upvotes(op, count):
            return _upvotes(op, count)
        case Author(name):
            return _phrase(marked(AUTHOR, fold_term(name), BORDER))
        case Organization(name):
            return _phrase(marked(ORGANIZATION, fold_term(name), BORDER))
        case _:
            return _phrase(marked(SOURCE, fold_term(term.name), BORDER))


def _upvotes(op: Comparison, count: int) -> _Found:
    match op:
        case ">=":
            return _at_least(count)
        case ">":
            return _at_least(count + 1)
        case "<":
            return _at_least(count).opposite()
        case "<=":
            return _at_least(count + 1).opposite()
        case _:
            return _phrase(exactly(count)) if count else _at_least(1).opposite()


def _at_least(count: int) -> _Found:
    return _any_of(map(_phrase, at_least(count))) if count else _ALL


def _phrase(words: str) -> _Found:
    return _Found(f'"{words}"') if words else _NOTHING


def _all_of(parts: Iterable[_Found]) -> _Found:
    several = dict.fromkeys(parts)
    if _NOTHING in several:
        return _NOTHING
    wanted = [part.text for part in several if part.text is not None and not part.but]
    refused = [part.text for part in several if part.text is not None and part.but]
    if not wanted:
        return _Found(_joining(" OR ", refused), but=True) if refused else _ALL
    found = _joining(" AND ", wanted)
    return _Found(f"({found} NOT {_joining(' OR ', refused)})" if refused else found)


def _any_of(parts: Iterable[_Found]) -> _Found:
    return _all_of(part.opposite() for part in parts).opposite()


def _joining(operator: str, expressions: list[str]) -> str:
    return expressions[0] if len(expressions) == 1 else f"({operator.join(expressions)})"

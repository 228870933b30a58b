"""A query as SQLite FTS5 reads it, as pure text; what FTS5 cannot say is left over.

- The index has the columns `FTS_COLUMNS`, the tokenizer ``unicode61 remove_diacritics 2`` and the
  rows of `fts_row`. Then `match` finds every paper that `matches` would take, and with `residual`
  checked on what it found, no other.
- Every word stands in double quotes and holds letters and digits only, so nobody's text can be
  syntax.
- FTS5's NOT needs something to take away from: a lone ``-a``, or ``a | -b``, is a scan.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.core.query_fold import fold_term
from bot.core.query_terms import And, Author, Everything, Not, Or, Phrase, Word, all_of

if TYPE_CHECKING:
    from bot.core.query_terms import Query


@dataclass(frozen=True, slots=True)
class FtsQuery:
    """How to find a query's papers.

    `match` is the right side of ``MATCH``, None where all papers must be looked at; `residual` is
    what must hold besides, None where nothing.
    """

    match: str | None
    residual: Query | None


def to_fts(query: Query) -> FtsQuery:
    """Compile a query: as much of it as FTS5 can do into `match`, the rest into `residual`."""
    match query:
        case Everything():
            return FtsQuery(None, None)
        case Word(text, prefix):
            return _leaf(query, text, suffix=" *" if prefix else "")
        case Phrase(words):
            return _leaf(query, " ".join(words))
        case Author(name):
            return _leaf(query, name, column="authors : ")
        case And(parts):
            return _all(parts)
        case Or(parts):
            return _any(query, parts)
        case _:
            return FtsQuery(None, query)


def _leaf(query: Query, text: str, *, column: str = "", suffix: str = "") -> FtsQuery:
    folded = fold_term(text)
    if not folded:
        return FtsQuery(None, query)
    return FtsQuery(f'{column}"{folded}"{suffix}', None)


def _all(parts: tuple[Query, ...]) -> FtsQuery:
    wanted: list[str] = []
    refused: list[tuple[Query, str]] = []
    left: list[Query] = []
    for part in parts:
        denied = to_fts(part.of) if isinstance(part, Not) else None
        if denied and denied.match and not denied.residual:
            refused.append((part, denied.match))
            continue
        compiled = to_fts(part)
        if compiled.match:
            wanted.append(compiled.match)
        if compiled.residual:
            left.append(compiled.residual)
    if not wanted:
        return FtsQuery(None, _joined([*left, *(part for part, _ in refused)]))
    expression = _joining(" AND ", wanted)
    if refused:
        expression = f"({expression}) NOT ({_joining(' OR ', [text for _, text in refused])})"
    return FtsQuery(expression, _joined(left))


def _any(query: Query, parts: tuple[Query, ...]) -> FtsQuery:
    compiled = [to_fts(part) for part in parts]
    expressions = [part.match for part in compiled if part.match]
    if len(expressions) < len(parts):
        return FtsQuery(None, query)
    exact = not any(part.residual for part in compiled)
    return FtsQuery(_joining(" OR ", expressions), None if exact else query)


def _joined(parts: list[Query]) -> Query | None:
    return all_of(*parts) if parts else None


def _joining(operator: str, expressions: list[str]) -> str:
    return expressions[0] if len(expressions) == 1 else f"({operator.join(expressions)})"

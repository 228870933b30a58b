"""The query language: text in, query out, or the place of the first fault.

::

    query  = and { ("|" | "OR" | ",") and }
    and    = not { ["AND"] not }
    not    = { "-" | "NOT" } (term | "(" query ")")
    term   = "*" | word ["*"] | '"' words '"' | field ":" value

- Side by side means *and*, which binds more tightly than *or*. Operators are upper-case names.
- A comma that joins nothing (the first, the last, a second one) is passed over.
- A text is bounded in length, terms and nesting; what is over a bound is a `QuerySyntaxError`
  with its own code, and nothing else is ever raised.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.core.query_error import fault
from bot.core.query_lex import tokenize
from bot.core.query_terms import (
    MAX_DEPTH,
    MAX_LENGTH,
    Query,
    all_of,
    any_of,
    negate,
    unparse,
)

if TYPE_CHECKING:
    from bot.core.query_lex import Token


def parse(text: str) -> Query:
    """Read a query, in normal form. Raises `QuerySyntaxError`, also for a text without a term."""
    if len(text) > MAX_LENGTH:
        raise fault(text, MAX_LENGTH, "shorter_text")
    query = _Parser(text).whole()
    # No spelling is three times as long as its text: of ``cat:x,`` comes ``category:x | ``.
    if 3 * len(text) > MAX_LENGTH and len(unparse(query)) > MAX_LENGTH:
        raise fault(text, len(text), "shorter_text")
    return query


class _Parser:
    """One descent through the tokens of one text; recursion is as deep as parentheses are."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.tokens = tokenize(text)
        self.at = 0

    @property
    def token(self) -> Token:
        return self.tokens[self.at]

    def accept(self, *kinds: str) -> bool:
        """Step over the token if it is one of `kinds`."""
        if self.token.kind not in kinds:
            return False
        self.at += 1
        return True

    def whole(self) -> Query:
        query = self.either(0)
        if self.token.kind != "end":
            raise fault(self.text, self.token.position, "end")
        return query

    def either(self, depth: int) -> Query:
        while self.accept("comma"):
            pass
        parts = [self.both(depth)]
        while self.accept("comma", "or"):
            idle = self.tokens[self.at - 1].kind == "comma"
            if not (idle and self.token.kind in {"comma", "or", "close", "end"}):
                parts.append(self.both(depth))
        return parts[0] if len(parts) == 1 else any_of(*parts)

    def both(self, depth: int) -> Query:
        parts = [self.one(depth)]
        while self.accept("and") or self.token.kind in {"term", "not", "open"}:
            parts.append(self.one(depth))
        return parts[0] if len(parts) == 1 else all_of(*parts)

    def one(self, depth: int) -> Query:
        negations = 0
        while self.accept("not"):
            negations += 1
        query = self.group(depth) if self.token.kind == "open" else self.term()
        return negate(query) if negations % 2 else query

    def term(self) -> Query:
        token = self.token
        if token.term is None:
            raise fault(self.text, token.position, "term")
        self.at += 1
        return token.term

    def group(self, depth: int) -> Query:
        opening = self.token.position
        if depth == MAX_DEPTH:
            raise fault(self.text, opening, "less_nesting")
        self.at += 1
        query = self.either(depth + 1)
        if not self.accept("close"):
            raise fault(self.text, opening, "closing_parenthesis")
        return query

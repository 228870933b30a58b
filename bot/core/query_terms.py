"""What somebody is interested in: the query as a tree, and the tree as text.

- A query in normal form nests no `And` in an `And`, no `Or` in an `Or`, no `Not` in a `Not`; both
  have two parts at least, and an `And` holds no `Everything`. `parse`, `all_of`, `any_of` and
  `negate` give normal form only.
- Terms keep the words as somebody wrote them; folding is the matter of matching.
- ``parse(unparse(query)) == query`` for whatever `parse` gave.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

MAX_LENGTH = 500
"""Characters in a query's text, also as `unparse` writes it, so that a stored query reads back."""
MAX_TERMS = 64
MAX_DEPTH = 16
"""Parentheses within parentheses."""
MAX_COUNT = 999_999_999
"""The greatest number a comparison takes."""

Comparison = Literal[">=", ">", "<=", "<", "="]
OPERATORS = frozenset({"AND", "OR", "NOT"})
STRUCTURE = frozenset('()|,"')
"""Characters that end a word wherever they stand."""


@dataclass(frozen=True, slots=True)
class Everything:
    """``*``: any paper."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word of title, abstract, authors or keywords; with `prefix`, whatever begins with it.

    What folding parts (``fine-tuning``) must stand there in that order, side by side.
    """

    text: str
    prefix: bool = False


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words side by side, in this order."""

    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Author:
    """One author whose name has these words side by side."""

    name: str


@dataclass(frozen=True, slots=True)
class Category:
    """A category (``cs.CL``), or an archive (``cs``) with all that is in it, in any case."""

    name: str


@dataclass(frozen=True, slots=True)
class Organization:
    """An organisation whose name has these words side by side."""

    name: str


@dataclass(frozen=True, slots=True)
class Source:
    """A source whose name has these words side by side."""

    name: str


@dataclass(frozen=True, slots=True)
class Upvotes:
    """Upvotes compared with `count`, 0 to `MAX_COUNT`."""

    op: Comparison
    count: int


@dataclass(frozen=True, slots=True)
class Code:
    """Whether the paper links to code."""

    present: bool


@dataclass(frozen=True, slots=True)
class Not:
    """Whatever `of` does not match."""

    of: Query


@dataclass(frozen=True, slots=True)
class And:
    """Whatever all parts match."""

    parts: tuple[Query, ...]


@dataclass(frozen=True, slots=True)
class Or:
    """Whatever at least one part matches."""

    parts: tuple[Query, ...]


Field = Author | Category | Organization | Source
Term = Everything | Word | Phrase | Field | Upvotes | Code
Query = Term | Not | And | Or


def all_of(*parts: Query) -> Query:
    """Join `parts` in normal form: nothing to join is `Everything`, one part is itself."""
    flat = [
        inner
        for part in parts
        for inner in (part.parts if isinstance(part, And) else (part,))
        if not isinstance(inner, Everything)
    ]
    if not flat:
        return Everything()
    return flat[0] if len(flat) == 1 else And(tuple(flat))


def any_of(first: Query, *others: Query) -> Query:
    """Give the choice between the parts in normal form; one part is itself."""
    flat = [
        inner
        for part in (first, *others)
        for inner in (part.parts if isinstance(part, Or) else (part,))
    ]
    return flat[0] if len(flat) == 1 else Or(tuple(flat))


def negate(query: Query) -> Query:
    """Give the opposite; the opposite of a `Not` is what it denies."""
    return query.of if isinstance(query, Not) else Not(query)


def is_everything(query: Query) -> bool:
    """Tell whether the query is ``*`` and so asks for nothing in particular."""
    return isinstance(query, Everything)


def term_text(term: Term) -> str:
    """Show a term to the person who wrote it: as in the query, a phrase without its quotes."""
    return " ".join(term.words) if isinstance(term, Phrase) else unparse(term)


def positive_terms(query: Query) -> tuple[str, ...]:
    """List what the query asks for, each once, in order, as `term_text` shows it.

    What stands under a negation is left out, and so is ``*``.
    """
    match query:
        case Everything() | Not():
            return ()
        case And(parts) | Or(parts):
            return tuple(dict.fromkeys(text for part in parts for text in positive_terms(part)))
        case _:
            return (term_text(query),)


def unparse(query: Query) -> str:
    """Write the query in its canonical spelling, ready to be stored, shown and parsed again."""
    match query:
        case Not(of):
            return f"-({unparse(of)})" if isinstance(of, And | Or) else f"-{unparse(of)}"
        case And(parts):
            return " ".join(
                f"({unparse(part)})" if isinstance(part, Or) else unparse(part) for part in parts
            )
        case Or(parts):
            return " | ".join(unparse(part) for part in parts)
        case Author(name):
            return _field("author", name)
        case Category(name):
            return _field("category", name)
        case Organization(name):
            return _field("org", name)
        case Source(name):
            return _field("source", name)
        case _:
            return _unparse_term(query)


def _unparse_term(term: Everything | Word | Phrase | Upvotes | Code) -> str:
    match term:
        case Everything():
            return "*"
        case Word(word, prefix):
            text = _quoted(word) if _needs_quotes(word, prefix=prefix) else word
            return f"{text}*" if prefix else text
        case Phrase(words):
            return _quoted(" ".join(words))
        case Upvotes(op, count):
            return f"upvotes:{op}{count}"
        case _:
            return "code:yes" if term.present else "code:no"


def _field(field: str, value: str) -> str:
    return f"{field}:{_quoted(value) if _needs_quotes(value, prefix=True) else value}"


def _needs_quotes(text: str, *, prefix: bool) -> bool:
    """Tell whether bare `text` would be read as something else; a `prefix` is no operator."""
    return (not prefix and text in OPERATORS) or any(
        char in STRUCTURE or char.isspace() for char in text
    )


def _quoted(text: str) -> str:
    return '"' + text.replace('"', " ") + '"'

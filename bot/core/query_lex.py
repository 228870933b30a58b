"""A query's text as tokens; every token knows its place in the text that somebody typed.

- Typographic quotes and dashes, full-width forms and control characters are replaced one for one
  before anything is read, so a place in the plain text is the place in the original.
- What has no letter and no digit is punctuation and is passed over, except ``*`` by itself.
- A word begins at its first letter or digit; of what follows its last one only ``+`` and ``#``
  stay (``C++``, ``C#``).
- `name:value` is a field where `name` is alphabetic and a value follows directly. A colon before
  a space, a digit's colon (``12:30``) and an address (``https://…``) are punctuation.
- The first fault ends the reading with a `QuerySyntaxError`.
"""

from __future__ import annotations

import re
import unicodedata
from difflib import get_close_matches
from typing import TYPE_CHECKING, Final, Literal, NamedTuple, NoReturn

from bot.core.query_error import fault
from bot.core.query_fold import is_accent, is_letter
from bot.core.query_terms import (
    MAX_COUNT,
    MAX_TERMS,
    OPERATORS,
    STRUCTURE,
    Author,
    Category,
    Code,
    Comparison,
    Everything,
    Organization,
    Phrase,
    Source,
    Term,
    Upvotes,
    Word,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.core.query_error import ExpectedCode

KNOWN_FIELDS: Final = ("author", "category", "org", "source", "upvotes", "code")

_ALIASES = {
    **{name: name for name in KNOWN_FIELDS},
    "authors": "author",
    "cat": "category",
    "categories": "category",
    "organization": "org",
    "organisation": "org",
    "sources": "source",
    "upvote": "upvotes",
    "votes": "upvotes",
}
_YES_OR_NO = {"yes": True, "y": True, "true": True, "no": False, "n": False, "false": False}
_COMPARISONS: dict[str | None, Comparison] = {
    None: ">=",
    ">=": ">=",
    "=>": ">=",
    "≥": ">=",
    "<=": "<=",
    "=<": "<=",
    "≤": "<=",
    ">": ">",
    "<": "<",
    "=": "=",
}
_PLAIN = {
    **dict.fromkeys("“”„‟«»〝〞", '"'),
    **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212", "-"),
    "、": ",",
}
_RUN = re.compile(f"[^{re.escape(''.join(STRUCTURE))} ]*")
_SIMPLY_QUOTED = re.compile(r'"([A-Za-z0-9 ]*)"')
_FIELD = re.compile(r"([A-Za-z]+)(?::|(?=[<>=≤≥]))")
_UPVOTES = re.compile(
    r"(>=|=>|≥|<=|=<|≤|>|<|=)?\s*(\d{1,3}(?:,\d{3})+|\d+)\+?(?=[\s()|,\"]|$)", re.ASCII
)


class Token(NamedTuple):
    """A piece of the text: a `term`, or what joins terms. The last token is always ``end``."""

    kind: Literal["term", "and", "or", "comma", "not", "open", "close", "end"]
    position: int
    term: Term | None = None


_SIGNS: dict[str, Literal["or", "comma", "open", "close"]] = {
    "|": "or",
    ",": "comma",
    "(": "open",
    ")": "close",
}
_WORDS: dict[str, Literal["and", "or", "not"]] = {"AND": "and", "OR": "or", "NOT": "not"}


def tokenize(text: str) -> tuple[Token, ...]:
    """Read all of `text`, `MAX_TERMS` terms at most. Raises `QuerySyntaxError`."""
    return tuple(_Lexer(text).tokens())


def _plain(char: str) -> str:
    if "\uff01" <= char <= "\uff5e":
        char = chr(ord(char) - 0xFEE0)
    if char.isspace() or unicodedata.category(char) in {"Cc", "Cf", "Cs"}:
        return " "
    return _PLAIN.get(char, char)


class _Plain(dict[int, str]):
    """A table for `str.translate`, one character for one, filled as characters are met."""

    def __missing__(self, point: int) -> str:
        self[point] = plain = _plain(chr(point))
        return plain


_PLAINLY = _Plain()


def _trim(run: str) -> str:
    if run.isascii() and run.isalnum():  # as most are
        return run
    start = next((at for at, char in enumerate(run) if is_letter(char)), len(run))
    end = len(run)
    while end > start and not (run[end - 1] in "+#" or _belongs(run[end - 1])):
        end -= 1
    return run[start:end]


def _belongs(char: str) -> bool:
    return is_letter(char) or is_accent(char)


def _words(text: str) -> tuple[str, ...]:
    return tuple(word for word in map(_trim, text.split()) if word)


class _Lexer:
    """One reading of one text; `at` moves forward only."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.plain = text.translate(_PLAINLY)
        self.at = 0

    def tokens(self) -> Iterator[Token]:
        count = 0
        while self.at < len(self.plain):
            if self.peek() == " ":
                self.at += 1
                continue
            for token in self.read():
                count += token.kind == "term"
                if count > MAX_TERMS:
                    self.fail(token.position, "fewer_terms")
                yield token
        yield Token("end", len(self.plain))

    def fail(
        self, position: int, *expected: ExpectedCode, suggestion: str | None = None
    ) -> NoReturn:
        raise fault(self.text, position, *expected, suggestion=suggestion)

    def read(self) -> tuple[Token, ...]:
        """Read what stands here: no token (punctuation), one, or a ``not`` and its term."""
        start = self.at
        char = self.plain[start]
        if char in _SIGNS:
            self.at += 2 if self.plain.startswith("||", start) else 1
            return (Token(_SIGNS[char], start),)
        if char != "-":
            token = self.operand()
            return (token,) if token else ()
        while self.peek() == "-":
            self.at += 1
        negation = Token("not", start)
        if self.peek() == "(":
            return (negation,)
        token = self.operand()
        return (negation, token) if token else ()

    def peek(self) -> str:
        return self.plain[self.at : self.at + 1]

    def operand(self) -> Token | None:
        """Read a term or an operator's name; None for punctuation."""
        start = self.at
        if self.peek() == '"':
            words = self.quoted()
            return Token("term", start, Phrase(words)) if words else None
        run = self.run()
        if run and not run.strip("*"):
            return Token("term", start, Everything())
        word = _trim(run)
        if not word:
            return None
        start += run.index(word)
        term = self.field(start)
        if term:
            return Token("term", start, term)
        if word in OPERATORS and not self.starred(run, word):
            return Token(_WORDS[word], start)
        return Token("term", start, Word(word, self.starred(run, word)))

    def run(self) -> str:
        """Take what stands here up to a space or a sign, perhaps nothing."""
        start = self.at
        found = _RUN.match(self.plain, start)
        assert found is not None  # noqa: S101 - it may be empty
        self.at = found.end()
        return found[0]

    @staticmethod
    def starred(run: str, word: str) -> bool:
        """Tell whether a star directly follows `word` at the end of `run`."""
        rest = run[run.index(word) + len(word) :]
        return bool(rest) and not rest.strip("*")

    def quoted(self) -> tuple[str, ...]:
        start = self.at
        if found := _SIMPLY_QUOTED.match(self.plain, start):  # as most are
            self.at = found.end()
            return tuple(found[1].split())
        end = self.plain.find('"', start + 1)
        if end < 0:
            self.fail(start, "closing_quote")
        self.at = end + 1
        return _words(self.plain[start + 1 : end])

    def field(self, start: int) -> Term | None:
        """Read a field and its value at `start`; None, nothing moved, where there is no field."""
        found = _FIELD.match(self.plain, start)
        if not found:
            return None
        name, after = _ALIASES.get(found[1].lower()), self.plain[found.end() : found.end() + 1]
        if name != "upvotes" and not found[0].endswith(":"):
            return None
        if after.isspace():
            return None
        if name is None:
            if not (after and (is_letter(after) or after in '"<>=≤≥')):
                return None
            near = get_close_matches(found[1].lower(), _ALIASES, n=1)
            suggestion = _ALIASES[near[0]] if near else None
            self.fail(start, "known_field", suggestion=suggestion)
        self.at = found.end()
        return self.value(name)

    def value(self, name: str) -> Term:
        match name:
            case "upvotes":
                return self.upvotes()
            case "code":
                return self.code()
            case "author":
                return Author(self.name())
            case "category":
                return Category(self.name())
            case "org":
                return Organization(self.name())
            case _:
                return Source(self.name())

    def name(self) -> str:
        start = self.at
        if self.peek() == '"':
            name = " ".join(self.quoted())
        else:
            run = self.run()
            name = _trim(run)
            if name and self.starred(run, name):
                self.fail(start, "field_value")
        if not name:
            self.fail(start, "field_value")
        return name

    def code(self) -> Code:
        start = self.at
        value = self.quoted() if self.peek() == '"' else _words(self.run())
        present = _YES_OR_NO.get(" ".join(value).lower())
        if present is None:
            self.fail(start, "yes_or_no")
        return Code(present)

    def upvotes(self) -> Upvotes:
        found = _UPVOTES.match(self.plain, self.at)
        count = int(found[2].replace(",", "")) if found else MAX_COUNT + 1
        if not found or count > MAX_COUNT:
            self.fail(self.at, "number")
        self.at = found.end()
        return Upvotes(_COMPARISONS[found[1]], count)

"""As much PromQL as alerts and dashboards here use, read to find out which series they are about.

    expression := term (operator [on|ignoring (labels)] term)*
    term       := number | aggregation | function(expression, …) | selector | (expression)
    selector   := name [{label="…", …}] [[5m]]

It knows the words of the language, so that a misspelt function or a bracket too few is a fault.
Where `promtool` is installed, it has the last word.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

_TOKEN = re.compile(
    r"""\s*(?:
        (?P<string>"(?:[^"\\]|\\.)*")
      | (?P<range>\[(?:(?:\d+[smhdw])+|\$__rate_interval|\$__range)\])
      | (?P<number>\+?Inf\b|\d+(?:\.\d+)?)
      | (?P<word>[a-zA-Z_:][a-zA-Z0-9_:]*)
      | (?P<operator>==|!=|>=|<=|=~|!~|[-+*/%^<>=])
      | (?P<mark>[(){},])
    )""",
    re.VERBOSE,
)
_AGGREGATIONS = frozenset({"sum", "min", "max", "avg", "count"})
_RANGED = frozenset({"changes", "increase", "min_over_time", "rate"})
_FUNCTIONS = _RANGED | {"histogram_quantile", "time"}
_OPERATORS = frozenset("== != >= <= > < + - * / and or unless".split())


@dataclass(frozen=True, slots=True)
class Selector:
    """A name, and the labels that it asks for."""

    name: str
    labels: frozenset[str]
    ranged: bool


@dataclass(slots=True)
class Query:
    """What an expression is about: its selectors, and the labels it groups by, with the selectors
    that have to have them.
    """

    selectors: list[Selector] = field(default_factory=list[Selector])
    grouped: list[tuple[str, list[Selector]]] = field(
        default_factory=list[tuple[str, list[Selector]]]
    )


def query_of(expression: str) -> Query:
    """Read an expression. Raises `ValueError` for what is none."""
    reader = _Reader(expression)
    reader.expression()
    if reader.tokens:
        raise ValueError(f"{reader.tokens[0][1]!r} follows the end of {expression!r}")
    return reader.query


class _Reader:
    def __init__(self, expression: str) -> None:
        self.query = Query()
        self.tokens = list(_tokens(expression))[::-1]

    def expression(self) -> None:
        self._term()
        while self._peek() in _OPERATORS:
            self._take()
            if self._peek() in {"on", "ignoring"}:
                self._take()
                self._labels()
            self._term()

    def _term(self) -> None:
        kind, text = self._take()
        if kind == "number":
            return
        if text == "(":
            self.expression()
            self._expect(")")
        elif kind == "word" and text in _AGGREGATIONS:
            self._aggregation()
        elif kind == "word" and text in _FUNCTIONS:
            self._call(text)
        elif kind == "word":
            self._selector(text)
        else:
            raise ValueError(f"{text!r} is no term")

    def _aggregation(self) -> None:
        labels: list[str] = []
        if self._peek() == "by":
            self._take()
            labels = self._labels()
        before = len(self.query.selectors)
        self._expect("(")
        self.expression()
        self._expect(")")
        self.query.grouped += [(label, self.query.selectors[before:]) for label in labels]

    def _call(self, function: str) -> None:
        self._expect("(")
        before = len(self.query.selectors)
        while self._peek() != ")":
            self.expression()
            if self._peek() == ",":
                self._take()
        self._expect(")")
        for selector in self.query.selectors[before:] if function in _RANGED else ():
            if not selector.ranged:
                raise ValueError(f"{function} takes a range of {selector.name}")

    def _selector(self, name: str) -> None:
        labels: set[str] = set()
        if self._peek() == "{":
            self._take()
            while self._peek() != "}":
                labels.add(self._take_a("word"))
                if self._take_a("operator") not in {"=", "!=", "=~", "!~"}:
                    raise ValueError(f"no matcher in {name}")
                self._take_a("string")
                if self._peek() == ",":
                    self._take()
            self._take()
        ranged = bool(self.tokens) and self.tokens[-1][0] == "range"
        if ranged:
            self._take()
        self.query.selectors.append(Selector(name, frozenset(labels), ranged))

    def _labels(self) -> list[str]:
        labels: list[str] = []
        self._expect("(")
        while self._peek() != ")":
            labels.append(self._take_a("word"))
            if self._peek() == ",":
                self._take()
        self._take()
        return labels

    def _peek(self) -> str:
        return self.tokens[-1][1] if self.tokens else ""

    def _expect(self, text: str) -> None:
        if (found := self._take()[1]) != text:
            raise ValueError(f"{found!r} where {text!r} should be")

    def _take(self) -> tuple[str, str]:
        if not self.tokens:
            raise ValueError("it ends too early")
        return self.tokens.pop()

    def _take_a(self, kind: str) -> str:
        found, text = self._take()
        if found != kind:
            raise ValueError(f"{text!r} is no {kind}")
        return text


def _tokens(expression: str) -> list[tuple[str, str]]:
    tokens: list[tuple[str, str]] = []
    place, text = 0, expression.strip()
    while place < len(text):
        if (found := _TOKEN.match(text, place)) is None:
            raise ValueError(f"{text[place : place + 20]!r} cannot be read")
        tokens.append((str(found.lastgroup), found.group().strip()))
        place = found.end()
    return tokens

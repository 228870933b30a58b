"""What stands in a field of a BibTeX entry: a text, or people.

bibtexparser's own steps copy everything and know nothing of concatenation, so it is read here.

- ``@string`` and the macros of months are put in, ``#`` joins, braces and quotes are taken off.
  What is put in is bounded, for a macro of macros doubles with every line.
- Braces that only keep capitals go; those that belong to LaTeX stay for who reads that.
- ``and others`` is nobody; a name in braces is one name; ``von Last, Jr, First`` is turned round.

Whatever a field holds, each of its characters is looked at a bounded number of times.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from bot.services.ports import UnfitSourceError

if TYPE_CHECKING:
    from collections.abc import Iterator

_LONGEST_VALUE = 100_000  # characters
_MOST_PUT_IN = 8 * 1024 * 1024  # characters of macros and of what entries lend, in one file
_BARE = re.compile(r"[^\s#{}\",]+")
_ENCLOSING = re.compile(r'(?<!\\)[{}"]')
_BRACE = re.compile(r"(?<!\\)[{}]")
_KEPT = re.compile(r"(?<![^\s(\[-])\{([^{}\\$]*)\}")
_FORMULA = re.compile(r"(?<!\\)\$\s?([^$]{1,300}?)\s?(?<!\\)\$")
_NOBODY = frozenset({"", "others", "et al", "et al.", "et. al."})
_PART_OF_NAME = re.compile(r"(family|given|prefix|suffix)\s?=\s?\"?([^,\"{}]{1,100})")
_AND = re.compile(r"[{}]| and ", re.IGNORECASE)
_COMMA = re.compile(r"[{},]")


@dataclass(slots=True)
class Macros:
    """What a file's macros stand for, and how much was put in so far."""

    source: str
    texts: dict[str, str] = field(default_factory=dict[str, str])
    put: int = 0

    def put_in(self, characters: int) -> None:
        """So many more characters. Raises `UnfitSourceError`: too_large."""
        self.put += characters
        if self.put > _MOST_PUT_IN:
            raise UnfitSourceError(self.source, "too_large", "its macros grow without end")


def value_of(raw: str, macros: Macros) -> str:
    """What a field's text says: its parts, joined by ``#``, without what encloses them; a long one
    is cut. Raises `UnfitSourceError`: too_large, where macros make it long.
    """
    parts: list[str] = []
    at = put = 0
    while at < len(raw):
        if raw[at] in '{"':
            end = _end(raw, at)
            parts.append(raw[at + 1 : end])
            at = end + 1
        elif (word := _BARE.match(raw, at)) is not None:
            text = macros.texts.get(word[0].lower())
            if text is not None:
                put += len(text)
                macros.put_in(len(text))
            parts.append(word[0] if text is None else text)
            at = word.end()
        else:
            at += 1
        if put > _LONGEST_VALUE:
            raise UnfitSourceError(macros.source, "too_large", "a macro grows without end")
    return "".join(parts)[:_LONGEST_VALUE]


def _end(raw: str, start: int) -> int:
    """Where the brace or the quote that opens at `start` is closed; the end where it is not."""
    quoted, depth = raw[start] == '"', 0
    for mark in _ENCLOSING.finditer(raw, start + quoted):
        if mark[0] == "{":
            depth += 1
        elif mark[0] == "}":
            depth -= 1
            if depth == 0 and not quoted:
                return mark.start()
        elif quoted and depth == 0:
            return mark.start()
    return len(raw)


def plain_latex(value: str) -> str:
    """A value as LaTeX that only says what it means: without the braces that keep capitals, and
    without the spaces inside a formula's dollars, which elsewhere speak against a formula.
    """
    value = _KEPT.sub(r"\1", peeled(value))
    return _FORMULA.sub(r"$\1$", value) if value.count("$") % 2 == 0 else value


def peeled(value: str) -> str:
    """A value without the braces that enclose the whole of it; each brace is looked at once."""
    ends: dict[int, int] = {}
    waiting: list[int] = []
    for brace in _BRACE.finditer(value):
        if brace[0] == "{":
            waiting.append(brace.start())
        elif waiting:
            ends[waiting.pop()] = brace.start()
    start, end = 0, len(value)
    while start < end and ends.get(start) == end - 1:
        start, end = start + 1, end - 1
        while start < end and value[start].isspace():
            start += 1
        while start < end and value[end - 1].isspace():
            end -= 1
    return value[start:end]


def people_in(people: str) -> Iterator[str]:
    """The people of a field, each as one reads them."""
    for name in _outside(_AND, " ".join(people.split())):
        if name.lower().strip(" {}") not in _NOBODY:
            yield _name(name)


def _name(name: str) -> str:
    if name.startswith("{") and _end(name, 0) == len(name) - 1:
        return name[1:-1]  # a corporation, or a group
    told = dict(_PART_OF_NAME.findall(name))
    if "family" in told:
        order = ("given", "prefix", "family", "suffix")
        return " ".join(told[part] for part in order if told.get(part))
    last, *others = [part.strip() for part in _outside(_COMMA, name)]
    if not others:
        return last
    return " ".join(filter(None, [others[-1], last, *others[:-1]]))


def _outside(separator: re.Pattern[str], text: str) -> list[str]:
    """A text cut where the separator stands outside all braces."""
    parts: list[str] = []
    start = depth = 0
    for mark in separator.finditer(text):
        if mark[0] in "{}":
            depth = max(0, depth + (1 if mark[0] == "{" else -1))
        elif depth == 0:
            parts.append(text[start : mark.start()])
            start = mark.end()
    return [*parts, text[start:]]

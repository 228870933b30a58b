"""Figures: which numbers a text tells, however they are written.

    “Twenty-one of 1.5 million, x² and ⅞” ─▶ 21 · 1500000 (and 1.5) · 2 · 7 · 8

- “1,000” is 1000, “2.0” is 2; what has several points, as versions have, stays as it is.
- English words count below a thousand (“eight hundred twenty-one”), and a scale multiplies what
  stands before it, in words or in digits (“7 billion”, “7B”). “One” by itself is mostly no figure.
- A digit of any script is that digit; a fraction, a power, an encircled and a Roman one stand apart
  from what is beside them.

However long or hostile a text is, each character of it is looked at a few times.
"""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

_POINT = "\u3002"  # an ideographic full stop, which parts the names of sites as a point does
_PART = re.compile(r"([0-9]+(?:[.,][0-9]+)*)([kmbt](?![^\W_]))?|([^\W\d_]+)")
_THOUSANDS = re.compile(r",(?=[0-9]{3}(?:[^0-9]|$))")
_JOINTS = frozenset({" ", "-"})
_LONGEST_LETTER = 4  # characters that one stands for; a phrase in one stands for its beginning
_LONGEST = 15  # characters of a number in digits that a scale multiplies

_WORDS: Final = {
    word: number
    for number, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
        "fifteen sixteen seventeen eighteen nineteen".split()
    )
} | {
    word: number * 10
    for number, word in enumerate(
        "twenty thirty forty fifty sixty seventy eighty ninety".split(), start=2
    )
}
_HUNDRED: Final = 100
_POWERS: Final = {
    word + plural: power
    for word, power in (
        ("hundred", 2),
        ("thousand", 3),
        ("million", 6),
        ("billion", 9),
        ("trillion", 12),
    )
    for plural in ("", "s")
} | {"k": 3, "m": 6, "b": 9, "t": 12}


def levelled(text: str) -> str:
    """Return a text as it is compared: without case, and with the plain letters, digits and points
    that others stand for (full-width ones, styled ones, those of another script). A number that is
    one character is set between “^”.
    """
    table = {ord(one): _plain(one) for one in set(text) if not one.isascii()}
    return text.translate(table).casefold()


def figures(text: str) -> set[str]:
    """Return the numbers that a levelled text claims: of “7 billion” that one alone."""
    return {whole for _, whole in _read(text) if whole}


def known_figures(text: str) -> set[str]:
    """Return the numbers that stand in a levelled text: of “7 billion” the 7 as well."""
    return {number for both in _read(text) for number in both if number}


def _plain(character: str) -> str:
    digit = unicodedata.decimal(character, None)
    if digit is not None:
        return str(digit)
    # One by one: in a text the marks would be sorted, in a time that grows with their square.
    plain = unicodedata.normalize("NFKC", character).replace(_POINT, ".")[:_LONGEST_LETTER]
    if any(one.isdecimal() for one in plain):
        return f"^{plain}^"
    number = unicodedata.numeric(character, None)
    return plain if number is None else f"^{Decimal(number):f}^"


def _read(text: str) -> Iterator[tuple[str, str]]:
    """Yield each number as it stands, and as a scale behind it makes it; a lone “one” claims none.
    A number in words is an int until it ends, one in digits is text.
    """
    last: int | str = ""
    end = 0
    for part in _PART.finditer(text):
        digits, letter, word = part.groups()
        joined = last if text[end : part.start()] in _JOINTS else ""
        end = part.end()
        if digits is None and isinstance(joined, int) and (grown := _grown(joined, word)):
            last = grown
        elif digits is None and joined != "" and word in _POWERS:
            yield _shown(last), _scaled(last, _POWERS[word])
            last = ""
        else:
            yield _shown(last), "" if last == 1 else _shown(last)
            last = _begun(word)
        if digits is not None:
            *before, last = _THOUSANDS.sub("", digits).split(",")
            for one in before:
                yield _shown(one), _shown(one)
        if letter is not None:
            yield _shown(last), _scaled(last, _POWERS[letter])
            last = ""
    yield _shown(last), "" if last == 1 else _shown(last)


def _begun(word: str | None) -> int | str:
    """Return the number that a word begins; nothing where it is none."""
    if word in _WORDS:
        return _WORDS[word]
    return (
        "" if word is None or len(word) == 1 or word not in _POWERS else _scaled(1, _POWERS[word])
    )


def _grown(spelt: int, word: str) -> int | None:
    """Return a number in words with the next word; None where that is not a part of it."""
    if word in {"hundred", "hundreds"}:
        return spelt * _HUNDRED if 0 < spelt < _HUNDRED else None
    added = _WORDS.get(word, 0)
    unit = spelt % _HUNDRED >= _WORDS["twenty"] and spelt % 10 == 0 and added < _WORDS["ten"]
    return spelt + added if added and (unit or (spelt and spelt % _HUNDRED == 0)) else None


def _scaled(number: int | str, power: int) -> str:
    text = str(number)
    if len(text) > _LONGEST or text.count(".") > 1:
        return _shown(text)
    return _shown(f"{Decimal(text).scaleb(power):f}")


def _shown(number: int | str) -> str:
    text = str(number)
    whole, point, rest = text.partition(".")
    if not whole or "." in rest:
        return text
    whole, rest = whole.lstrip("0") or "0", rest.rstrip("0")
    return f"{whole}{point}{rest}" if rest else whole

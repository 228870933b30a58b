"""Summaries that a model writes of an abstract: which papers want one, and which answers count.

An abstract is text from outside, and a model may do what it says. So an answer counts only where it
looks like what was asked for, and says nothing that the abstract does not:

- one paragraph of at most `LONGEST` characters, shorter than the abstract, and whole sentences;
- every number in it is in the abstract (“1,000” is 1000, “2.0” is 2, “three” is 3);
- every link, address of mail, name of a site and mention in it is in the abstract, and there is no
  markup;
- most of its longer words are in the abstract, as far as their first letters tell.

Where an answer does not count, the abstract's first sentences stand. What counts is shown as any
text from outside is.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from bot.core.excerpts import one_line
from bot.core.passages import TextKind, brief

if TYPE_CHECKING:
    from bot.core.papers import Paper

LONGEST: Final = 440
"""Characters of a summary that counts: what a card has room for."""

_FEWEST_LETTERS = 20
_ENDS = re.compile(r"[.!?][\"'”’)\]]*$")
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_THOUSANDS = re.compile(r",(?=\d{3}(?:\D|$))")
_COUNTS = {
    word: Decimal(number)
    for number, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve".split()
    )
}
_ADDRESS = re.compile(
    r"\b[a-z][a-z0-9+.-]*://\S+"  # with a scheme, whatever it is
    r"|[\w.+-]*@[\w.-]+"  # mail, a mention
    r"|\b(?:[a-z0-9-]+\.)+[a-z]{2,}\b(?:/\S*)?",  # a site's name, and what is there
    re.IGNORECASE,
)
_MARKUP = re.compile(r"<[@#:/!a-z]|\]\(|[*_`#|~]{2,}|^[#>*-]\s|```", re.IGNORECASE)
_LONG_WORD = re.compile(r"[^\W\d_]{5,}")
_STEM = 5  # letters by which words are compared: “learns” is in “learning”
_SHARE = 0.5  # of the longer words that has to be in the abstract


def wants_summary(paper: Paper) -> bool:
    """Whether an edition would show the first sentences of a paper's abstract, for want of a
    summary. A short abstract is shown whole, and needs none.
    """
    passage = brief(paper, machine_text=True)
    return passage is not None and passage.kind is TextKind.OPENING


def accepted(abstract: str, answer: str) -> str | None:
    """Return what a model answered, on one line, where it counts; None where it does not."""
    told, source = one_line(answer), one_line(abstract)
    if "\n" in answer.strip() or not _FEWEST_LETTERS <= len(told) <= min(LONGEST, len(source)):
        return None
    if _ENDS.search(told) is None or _MARKUP.search(told) is not None:
        return None
    if not _addresses(told) <= _addresses(source) or not _numbers(told) <= _known_numbers(source):
        return None
    return told if _is_about(told, source) else None


def _addresses(text: str) -> set[str]:
    return {match.group().rstrip(".,;:!?)\"'").casefold() for match in _ADDRESS.finditer(text)}


def _numbers(text: str) -> set[Decimal | str]:
    """Return the numbers of a text; what has several points, as versions have, stays as it is."""
    parts = [
        part
        for match in _NUMBER.finditer(text)
        for part in _THOUSANDS.sub("", match.group()).split(",")
    ]
    return {part if part.count(".") > 1 else Decimal(part) for part in parts}


def _known_numbers(source: str) -> set[Decimal | str]:
    words = re.findall(r"[a-z]+", source.casefold())
    return _numbers(source) | {_COUNTS[word] for word in words if word in _COUNTS}


def _is_about(told: str, source: str) -> bool:
    words = [word.casefold()[:_STEM] for word in _LONG_WORD.findall(told)]
    stems = {word.casefold()[:_STEM] for word in _LONG_WORD.findall(source)}
    return bool(words) and sum(word in stems for word in words) >= _SHARE * len(words)

"""Summaries that a model writes of an abstract: which papers want one, and which answers count.

An abstract is text from outside, and a model may do what it says. So an answer counts only where it
looks like what was asked for, and says nothing that the abstract does not:

- one paragraph of at most `LONGEST` characters, shorter than the abstract, and whole sentences;
- every number in it is in the abstract, however either writes it (`core.figures`);
- every link, address of mail, name of a site and mention in it is in the abstract, letter by letter
  and as a word of its own, and there is no markup;
- most of its longer words are in the abstract, as far as their first letters tell.

Where an answer does not count, the abstract's first sentences stand. What counts is shown as any
text from outside is.
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, Final

from bot.core.excerpts import one_line
from bot.core.figures import figures, known_figures, levelled
from bot.core.passages import TextKind, brief

if TYPE_CHECKING:
    from bot.core.papers import Paper

LONGEST: Final = 440
"""Characters of a summary that counts: what a card has room for."""

MOST_READ: Final = 4_000
"""Characters of an abstract that the model is given, and that its answer may be of."""

_FEWEST_LETTERS = 20
_ENDS = re.compile(r"[.!?][\"'”’)\]]*$")
_ADDRESS = re.compile(
    r"://|@"  # with a scheme, whatever it is; mail, a mention
    # The name of a site in letters of any script, and no “e.g.”
    r"|[^\s.,;:!?\"'()\[\]{}/]\.[^\W\d_][^\s.,;:!?\"'()\[\]{}/-]",
)
_AROUND = ".,;:!?()[]{}<>/\"'“”‘’„«»…"
_MARKUP = re.compile(
    r"<[@#:/!a-z]|\]\(|[*_`#|~]{2,}|^(?:[#>*-]|-#|[0-9]{1,3}[.)])\s", re.IGNORECASE
)
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
    told, source = one_line(answer), one_line(abstract)[:MOST_READ]
    if "\n" in answer.strip() or not _FEWEST_LETTERS <= len(told) <= min(LONGEST, len(source)):
        return None
    if _ENDS.search(told) is None or _MARKUP.search(told) is not None:
        return None
    claimed, known = levelled(unicodedata.normalize("NFC", told)), levelled(source)
    if not _addresses(claimed) <= _tokens(known) or not figures(claimed) <= known_figures(known):
        return None
    return told if _is_about(claimed, known) else None


def _tokens(text: str) -> set[str]:
    return {token.strip(_AROUND) for token in text.split()}


def _addresses(text: str) -> set[str]:
    return {token for token in _tokens(text) if _ADDRESS.search(token) is not None}


def _is_about(told: str, source: str) -> bool:
    words = [word[:_STEM] for word in _LONG_WORD.findall(told)]
    stems = {word[:_STEM] for word in _LONG_WORD.findall(source)}
    return bool(words) and sum(word in stems for word in words) >= _SHARE * len(words)

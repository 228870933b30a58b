"""What two papers have in common, in words that a reader takes for topics.

Papers are alike by all their words (`likeness`). Of those that made it so are told

- none that is weak (`weak_words`);
- first what stands in the titles or keywords of both, then of one, then the rest, each as it was
  given: those that did most first;
- two of them, or one that both papers have in title or keywords, for any two papers share a word;
- as they are mostly written in both papers. A capital at the beginning of a title's words or of a
  sentence is the place's and not the word's: *agents*, but *LoRA*, *GANs*, and *Gaussian* where
  it stands so within a sentence.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from operator import itemgetter
from typing import TYPE_CHECKING

from bot.core.likeness import singular
from bot.core.query_fold import fold
from bot.core.weak_words import is_weak

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from bot.core.likeness import Texts
    from bot.core.papers import Paper

TOLD = 3
"""So many words are told at most."""

_PIECE = re.compile(r"[^\W_]+")
_ENDS = re.compile(r"[.!?:]")  # a sentence's end, between two words


def topical(
    terms: Iterable[str], one: Texts, other: Texts, *, alone: bool = True
) -> tuple[str, ...]:
    """Return the terms that are told of those that two papers share, the best first. Where they
    are all that is told (`alone`), a single one has to stand in the titles or keywords of both.
    """
    heads = _head(one), _head(other)
    strong = [(sum(term in head for head in heads), term) for term in terms if not is_weak(term)]
    strong.sort(key=itemgetter(0), reverse=True)
    if alone and len(strong) == 1 and strong[0][0] < len(heads):
        return ()
    return tuple(term for _, term in strong[:TOLD])


def _head(paper: Texts) -> set[str]:
    return {singular(word) for word in f"{paper.title} {paper.keywords}".split()}


def as_mostly_written(terms: Iterable[str], papers: Sequence[Paper]) -> tuple[str, ...]:
    """Return folded terms as these papers mostly write them; as they are where they do not."""
    forms: defaultdict[str, Counter[str]] = defaultdict(Counter)
    wanted = tuple(terms)
    for paper in papers:
        _count(paper.abstract, forms)
    for paper in papers:
        for text in (paper.title, *paper.keywords):
            _count(text, forms, running=False)
    return tuple(
        max(forms[term], key=forms[term].__getitem__) if term in forms else term for term in wanted
    )


def _count(text: str, forms: dict[str, Counter[str]], *, running: bool = True) -> None:
    """Count how the words of a text are written; in `running` text a capital within a sentence is
    the word's own.
    """
    end = 0
    for match in _PIECE.finditer(text):
        word = match[0]
        placed = not running or end == 0 or _ENDS.search(text, end, match.start()) is not None
        if placed and word[1:] == word[1:].lower():
            word = word.lower()
        forms[singular(fold(match[0]))][word] += 1
        end = match.end()

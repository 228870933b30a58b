"""Whether a paper is what a query asks for, and how well.

- Words are looked for in title, keywords, authors and abstract, folded, whole; a phrase never
  reaches from one author, keyword or field into the next.
- The score says how well the words hit, from 0 to 1: the title most, the abstract least, a little
  more for a hit in a second field. Of all words asked for the mean counts; of alternatives the
  best, and each further one that hits adds. Fields, ``*`` and negations filter and weigh nothing:
  a query of nothing else scores `NEUTRAL`.
- A paper is of every source that ever told of it, not only of the one that brought it out last.
- A paper is folded once and meets many queries.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.core.papers import Paper
from bot.core.query_fold import fold, fold_term
from bot.core.query_marks import (
    AUTHOR,
    CODE,
    EVERYTHING,
    ORGANIZATION,
    SOURCE,
    category_marks,
    joined,
    marked,
    upvote_marks,
)
from bot.core.query_terms import (
    And,
    Author,
    Category,
    Code,
    Everything,
    Not,
    Or,
    Organization,
    Phrase,
    Upvotes,
    Word,
    term_text,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from bot.core.query_terms import Comparison, Field, Query

NEUTRAL = 0.5
"""The score of a paper that passed every filter of a query without words."""
BORDER = "\ue000"
"""Stands between authors, keywords and fields as a word that nobody writes."""

FTS_COLUMNS = ("title", "abstract", "authors", "keywords", "marks")

_TITLE, _KEYWORDS, _AUTHORS, _ABSTRACT = 0.9, 0.7, 0.7, 0.5
_SECOND_FIELD = 0.1
_FURTHER_ALTERNATIVES = 0.5


@dataclass(frozen=True, slots=True)
class Hit:
    """A paper matches: `score` is 0–1, `terms` are those that hit, as they were written."""

    score: float
    terms: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FoldedPaper:
    """A paper as queries meet it: texts folded, with a space before and after every word."""

    title: str
    keywords: str
    authors: str
    abstract: str
    whole: str
    categories: tuple[str, ...]
    organization: str
    sources: str
    upvotes: int
    has_code: bool


@dataclass(frozen=True, slots=True)
class Judgement:
    """A match so far; `score` is None where nothing that weighs has been met."""

    score: float | None
    terms: tuple[str, ...]


PASSED = Judgement(None, ())
"""A match by something that is not asked for."""


def fold_paper(paper: Paper) -> FoldedPaper:
    """Prepare a paper for many queries."""
    title, abstract = _folded((paper.title,)), _folded((paper.abstract,))
    authors, keywords = _folded(paper.authors), _folded(paper.keywords)
    return FoldedPaper(
        title=title,
        keywords=keywords,
        authors=authors,
        abstract=abstract,
        whole=BORDER.join((title, keywords, authors, abstract)),
        categories=tuple(category.casefold() for category in paper.categories),
        organization=fold_field(paper.organization or ""),
        sources=fold_field(paper.source, *paper.also),
        upvotes=paper.signals.upvotes,
        has_code=paper.has_code,
    )


def matches(query: Query, paper: Paper | FoldedPaper) -> Hit | None:
    """Judge one paper; None where it is not what the query asks for."""
    judged = _judge(query, fold_paper(paper) if isinstance(paper, Paper) else paper)
    return None if judged is None else hit_of(judged)


def hit_of(judged: Judgement) -> Hit:
    """Give the final judgement of a paper."""
    score = NEUTRAL if judged.score is None else judged.score
    return Hit(score, tuple(dict.fromkeys(judged.terms)))


def fts_row(paper: Paper | FoldedPaper) -> tuple[str, str, str, str, str]:
    """Give what the full-text index holds of a paper, in the order of `FTS_COLUMNS`."""
    folded = fold_paper(paper) if isinstance(paper, Paper) else paper
    return (
        folded.title,
        folded.abstract,
        folded.authors,
        folded.keywords,
        marks(
            folded.authors,
            folded.categories,
            folded.organization,
            folded.sources,
            folded.upvotes,
            has_code=folded.has_code,
        ),
    )


def marks(  # noqa: PLR0913 - each is a kind of mark
    authors: str,
    categories: Iterable[str],
    organization: str,
    sources: str,
    upvotes: int,
    *,
    has_code: bool,
) -> str:
    """Give the marks of a paper; authors, organisation and sources as `FoldedPaper` has them."""
    alone = [mark for category in categories for mark in category_marks(category.casefold())]
    alone += upvote_marks(upvotes)
    if has_code:
        alone.append(CODE)
    names = ((AUTHOR, authors), (ORGANIZATION, organization), (SOURCE, sources))
    runs = [marked(sign, folded, BORDER) for sign, folded in names if folded != " "]
    return f" {BORDER} ".join([EVERYTHING, *filter(None, [joined(alone)]), *runs])


def fold_field(*texts: str) -> str:
    """Fold texts as `FoldedPaper` has them: a space before and after every word."""
    return _folded(texts)


def _folded(texts: Iterable[str]) -> str:
    words = f" {BORDER} ".join(folded for text in texts if (folded := fold(text)))
    return f" {words} " if words else " "


def _judge(query: Query, paper: FoldedPaper) -> Judgement | None:
    match query:
        case Everything():
            return PASSED
        case Word() | Phrase():
            score = weigh(needle(query), paper)
            return Judgement(score, (term_text(query),)) if score else None
        case Not(of):
            return None if _judge(of, paper) else PASSED
        case And(parts):
            return _judge_all(parts, paper)
        case Or(parts):
            judged = [found for part in parts if (found := _judge(part, paper))]
            return any_judged(judged, len(parts)) if judged else None
        case Upvotes(op, count):
            passed = _compare(paper.upvotes, op, count)
        case Code(present):
            passed = paper.has_code is present
        case _:
            passed = _passes(query, paper)
    return Judgement(None, (term_text(query),)) if passed else None


def _judge_all(parts: tuple[Query, ...], paper: FoldedPaper) -> Judgement | None:
    judged: list[Judgement] = []
    for part in parts:
        found = _judge(part, paper)
        if found is None:
            return None
        judged.append(found)
    return all_judged(judged)


def all_judged(judged: Sequence[Judgement]) -> Judgement:
    """Judge what matches all parts, by the judgements of all."""
    scores = [found.score for found in judged if found.score is not None]
    return Judgement(sum(scores) / len(scores) if scores else None, _terms(judged))


def any_judged(judged: Sequence[Judgement], of: int) -> Judgement:
    """Judge what matches these parts, one at least, `of` so many (2 or more)."""
    if len(judged) == 1:  # as most often: it counts as it is
        return judged[0]
    if all(found.score is None for found in judged):
        return Judgement(None, _terms(judged))
    best = max(NEUTRAL if found.score is None else found.score for found in judged)
    further = (len(judged) - 1) / (of - 1)
    return Judgement(best + (1 - best) * further * _FURTHER_ALTERNATIVES, _terms(judged))


def _terms(judged: Iterable[Judgement]) -> tuple[str, ...]:
    return tuple(term for found in judged for term in found.terms)


def needle(term: Word | Phrase) -> str:
    """Give what to look for in a folded text; for a term without words, what is in none."""
    if isinstance(term, Phrase):
        return _needle(" ".join(term.words))
    return _needle(term.text, prefix=term.prefix)


def _needle(text: str, *, prefix: bool = False) -> str:
    folded = fold_term(text)
    return f" {folded}" if prefix and folded else f" {folded} "


def weigh(needle: str, paper: FoldedPaper) -> float:
    """Score the fields that hold the needle; 0 where none does."""
    if needle not in paper.whole:
        return 0
    weights = [
        weight
        for weight, text in (
            (_TITLE, paper.title),
            (_KEYWORDS, paper.keywords),
            (_AUTHORS, paper.authors),
            (_ABSTRACT, paper.abstract),
        )
        if needle in text
    ]
    return max(weights) + (_SECOND_FIELD if len(weights) > 1 else 0)


def _passes(field: Field, paper: FoldedPaper) -> bool:
    match field:
        case Category(name):
            wanted = name.casefold()
            return any(
                category == wanted or category.startswith(f"{wanted}.")
                for category in paper.categories
            )
        case Author(name):
            return _needle(name) in paper.authors
        case Organization(name):
            return _needle(name) in paper.organization
        case _:
            return _needle(field.name) in paper.sources


def _compare(number: int, op: Comparison, count: int) -> bool:
    match op:
        case ">=":
            return number >= count
        case ">":
            return number > count
        case "<=":
            return number <= count
        case "<":
            return number < count
        case _:
            return number == count

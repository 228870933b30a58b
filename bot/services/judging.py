"""Judging: whether what a lookup service tells is what was asked for.

Rules:

- A service always has something to tell. To an id, only a paper that tells this id counts.
- To a title, the judge is the one of `/paper` itself: the answers, and nothing else, are put into a
  title index, which is asked what the text means. What it says counts where it is `BELIEVED_FROM`
  percent likely; of several that could be meant, all of them together. How often that is right,
  `benchmarks/judging.py` tells.
- Services know a preprint and its article as two papers; here they are one, with the ids of both,
  where all that is told speaks for it: the title, and one long enough to be no other's, the first
  author, the years. Else they are two, and whoever asked can choose.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from bot.core.lookup import Ambiguous, Found, NotFound
from bot.core.papers import PaperDraft
from bot.core.query_fold import fold
from bot.services.ports import TitleRow

if TYPE_CHECKING:
    from bot.services.ports import TitleShelf

BELIEVED_FROM: Final = 85.0
"""The likelihood from which an answer is what was asked for.

Among a handful of answers a title looks likelier than among all: 85 there is about what 60, from
which a title is found, is here, so what is stored is found the next time.
"""

SURE_FROM: Final = 97.0
"""The likelihood from which nobody else need be asked."""

_THE_ONE = 100.0
_OFFERED = 5
_POSSIBLE = 10.0  # of several: one less likely than that is not worth storing
_TELLING = 4  # words of a title, from which on hardly two works of one author share it
_YEARS = 2  # between a preprint and its article

Judge = Callable[[Iterable[TitleRow]], "TitleShelf"]
"""Makes a title index of a few titles."""


@dataclass(frozen=True, slots=True)
class Believed:
    """Papers that are what was asked for, the likeliest first, and its likelihood in percent; no
    paper and 0 where nothing was believed.
    """

    papers: tuple[PaperDraft, ...] = ()
    score: float = 0.0


def judged_by_id(external: str, told: PaperDraft) -> Believed:
    """Judge what was told of an external id."""
    return Believed((told,), _THE_ONE) if external in told.ids else Believed()


def judged_by_title(text: str, told: Iterable[PaperDraft], judge: Judge) -> Believed:
    """Judge what was told to a title: one paper, or up to five that could be meant."""
    drafts = _works(told)
    match judge(TitleRow(n, one.title, 0) for n, one in enumerate(drafts)).resolve(text):
        case Found(match=match):
            matches = (match,)
        case Ambiguous(matches=matches):
            pass
        case NotFound():
            return Believed()
    likely = [one for one in matches if one.score >= _POSSIBLE][:_OFFERED]
    together = min(sum(one.score for one in likely), _THE_ONE)
    if together < BELIEVED_FROM:
        return Believed()
    return Believed(tuple(drafts[int(one.paper_id)] for one in likely), together)


def _works(told: Iterable[PaperDraft]) -> list[PaperDraft]:
    """Put together what is one work: the first one's word counts, with the ids of all."""
    works: list[list[PaperDraft]] = []
    for draft in told:
        for known in works:
            if all(_one_work(one, draft) for one in known):
                known.append(draft)
                break
        else:
            works.append([draft])
    return [
        replace(work[0], ids=tuple(dict.fromkeys(one for draft in work for one in draft.ids)))
        for work in works
    ]


def _one_work(one: PaperDraft, other: PaperDraft) -> bool:
    title = fold(one.title)
    if title != fold(other.title) or len(title.split()) < _TELLING:
        return False
    years = [draft.published.year for draft in (one, other) if draft.published is not None]
    if max(years, default=0) - min(years, default=0) > _YEARS:
        return False
    return bool(one.authors and other.authors) and _one_name(one.authors[0], other.authors[0])


def _one_name(one: str, other: str) -> bool:
    """True for equal names, and for one that shortens what stands before the other's surname."""
    mine, others = fold(one).split(), fold(other).split()
    if len(mine) < 2 or len(others) < 2:  # noqa: PLR2004 - a surname and what stands before it
        return mine == others
    shortened = mine[0].startswith(others[0]) or others[0].startswith(mine[0])
    return mine[-1] == others[-1] and shortened

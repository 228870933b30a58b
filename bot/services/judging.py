"""Judging: whether what a lookup service tells is what was asked for.

Rules:

- A service always has something to tell. To an id, only a paper that tells this id counts.
- To a title, the judge is the one of `/paper` itself: the answers, and nothing else, are put into a
  title index, which is asked what the text means. What it says counts where it is `BELIEVED_FROM`
  percent likely; of several that could be meant, all of them together. How often that is right,
  `benchmarks/judging.py` tells.
- Services know a preprint and its article as two papers; here they are one, with the ids of both.
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
    """Put together what is one work: the same title, and the first author of the same name.

    The first one's word counts, with the ids of all.
    """
    works: list[PaperDraft] = []
    for draft in told:
        for at, known in enumerate(works):
            if fold(known.title) == fold(draft.title) and _one_author(known, draft):
                works[at] = replace(known, ids=tuple(dict.fromkeys((*known.ids, *draft.ids))))
                break
        else:
            works.append(draft)
    return works


def _one_author(one: PaperDraft, other: PaperDraft) -> bool:
    names = [fold(draft.authors[0]).split()[-1:] for draft in (one, other) if draft.authors]
    return len(names) < 2 or names[0] == names[1]  # noqa: PLR2004 - where one does not say

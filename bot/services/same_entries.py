"""Which entries of a list are ones that it told before, however they are named now.

    by an id of theirs ─▶ by the list's own name for one that is gone ─▶ by the title of one that is

- An id says it where one entry has it now, and one had it before.
- Names of a list's own (BibTeX keys, anchors) are given anew now and then, and titles are those of
  other works: so either says it only of an entry that is told no more in the same reading, that
  has no id against it, and whose words fit.
- They stand among an entry's ids, and are no paper's (`key_id`).
"""

from __future__ import annotations

import hashlib
from collections import Counter
from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING

from bot.core.mended_title import mended_title
from bot.core.same_names import in_common, somebody
from bot.core.same_work import YEARS, ids_contradict, title_key

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from bot.core.papers import Paper, PaperDraft
    from bot.services.ports import EntryBefore

MOST_MENDED = 50
"""New entries, and entries that are gone, whose titles are held against each other: nobody mends
more at once.
"""

_KEY = "key:"


@dataclass(frozen=True, slots=True)
class ByIds:
    """What ids say: which entry before each one is (`same`, by their places), which ones are not
    known by any id (`unmet`), and which are not told any more (`gone`).
    """

    same: Mapping[int, int]
    unmet: tuple[int, ...]
    gone: tuple[int, ...]


def key_id(key: str) -> str:
    """Return what stands for a list's own name of an entry; empty without one."""
    digest = hashlib.sha256(key.encode("utf-8", "surrogatepass")).hexdigest()
    return _KEY + digest[:20] if key else ""


def paper_ids(ids: Iterable[str]) -> tuple[str, ...]:
    """Return the ids of an entry that are a paper's as well."""
    return tuple(one for one in ids if not one.startswith(_KEY))


def by_ids(named: Sequence[Sequence[str]], before: Sequence[EntryBefore]) -> ByIds:
    """Say what the ids by which entries go now have in common with those that they had."""
    known = [paper_ids(one.ids) for one in before]
    had = Counter(chain.from_iterable(known))
    has = Counter(chain.from_iterable(map(set, named)))
    whose = {one: at for at, ids in enumerate(known) for one in ids if had[one] == 1}
    found: dict[int, int] = {}
    for at, ids in enumerate(named):
        same = {whose[one] for one in ids if one in whose and has[one] == 1}
        if len(same) == 1:
            found[at] = same.pop()
    twice = Counter(found.values())
    return ByIds(
        {at: former for at, former in found.items() if twice[former] == 1},
        tuple(at for at, ids in enumerate(named) if not any(one in had for one in ids)),
        tuple(at for at, ids in enumerate(known) if not any(one in has for one in ids)),
    )


def by_words(
    drafts: Sequence[PaperDraft],
    keys: Sequence[str],
    before: Sequence[EntryBefore],
    told: ByIds,
    papers: Mapping[str, Paper],
) -> dict[int, int]:
    """Say which of the entries that no id tells are ones that are gone, by their places. `papers`
    are those that the ids of these lead to.
    """
    gone = {at: _paper_of(before[at].ids, papers) for at in told.gone}
    known = {at: paper for at, paper in gone.items() if paper is not None}
    whose = _once((one, at) for at in known for one in before[at].ids if one.startswith(_KEY))
    called = _once((key_id(keys[at]), at) for at in told.unmet if keys[at])
    found: dict[int, int] = {}
    for key, at in called.items():
        former = whose.get(key)
        if former is not None and _one_name(drafts[at], known[former], keys[at]):
            found[at] = former
            del known[former]
    unmet = [at for at in told.unmet if at not in found]
    known = {at: paper for at, paper in known.items() if before[at].there}
    if max(len(unmet), len(known)) > MOST_MENDED:
        return found
    for fits in (_one_title, _one_misprint):
        for at in unmet:
            same = [former for former, paper in known.items() if fits(drafts[at], paper)]
            if at not in found and len(same) == 1:
                found[at] = same[0]
                del known[same[0]]
    return found


def _paper_of(ids: Sequence[str], papers: Mapping[str, Paper]) -> Paper | None:
    return next((papers[one] for one in paper_ids(ids) if one in papers), None)


def _once(pairs: Iterable[tuple[str, int]]) -> dict[str, int]:
    """Return whose a name is, of the names that only one has."""
    named = list(pairs)
    count = Counter(name for name, _ in named)
    return {name: at for name, at in named if count[name] == 1}


def _one_name(draft: PaperDraft, paper: Paper, key: str) -> bool:
    """Whether an entry of a paper's name is that one, perhaps with another title: a name that is a
    number counts for less, for numbers move on with every new entry.
    """
    if ids_contradict(draft.ids, paper.ids):
        return False
    if mended_title(draft.title, paper.title):
        return True
    return not key.isdecimal() and _near(draft, paper)


def _one_title(draft: PaperDraft, paper: Paper) -> bool:
    """Whether an entry has a paper's very title, and nothing against being it."""
    key = title_key(draft.title)
    return bool(key) and key == title_key(paper.title) and not ids_contradict(draft.ids, paper.ids)


def _one_misprint(draft: PaperDraft, paper: Paper) -> bool:
    """Whether an entry has a paper's title but for a misprint, and people in common."""
    return (
        mended_title(draft.title, paper.title)
        and not ids_contradict(draft.ids, paper.ids)
        and (not draft.authors or not paper.authors or _near(draft, paper))
    )


def _near(draft: PaperDraft, paper: Paper) -> bool:
    """Whether they have somebody in common and the years are near."""
    one, other = draft.published, paper.published
    years = 0 if one is None or other is None else abs(one.year - other.year)
    shared = in_common(somebody(draft.authors), somebody(paper.authors))
    return years <= YEARS and shared > 0

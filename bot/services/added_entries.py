"""Which paper an entry of an added source is: one that is known, or one of its own."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bot.core.same_title import same_title
from bot.core.visibility import is_public, own_id

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from bot.core.papers import Paper, PaperDraft


def placed(draft: PaperDraft, known: Mapping[str, Paper]) -> tuple[str, PaperDraft | None]:
    """Say which id leads to an entry's paper, and what is to be stored of it: nothing where a
    public source knows the work.
    """
    same = [one for one in draft.ids if one in known and same_title(known[one].title, draft.title)]
    if same:
        whole = all(is_public(known[one].source) for one in same)
        return same[0], None if whole else replace(draft, ids=_believed(draft.ids, same, known))
    fresh = tuple(one for one in draft.ids if one not in known)
    if not fresh:  # its ids are another work's: a slip of whoever wrote the list
        fresh = (own_id(draft.title, draft.authors),)
    return fresh[0], replace(draft, ids=fresh)


def _believed(
    ids: Sequence[str], same: Sequence[str], known: Mapping[str, Paper]
) -> tuple[str, ...]:
    return tuple(one for one in ids if one in same or one not in known)

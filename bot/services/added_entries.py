"""Which paper an entry of an added source is: one that its server knows, or one of its own.

    public by one of its ids ─▶ that one · the server's own ─▶ that one · else ─▶ a new one

- A title has to fit as well as an id: somebody's list may be wrong.
- What other servers told is not known here. An id that is such a paper's is left to it, and the
  entry goes by its server's own id (`core.visibility.own_id`) until a public source tells of it.
- An entry of `EVERYBODY`'s list is told in public. What only a server told holds no id against it.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bot.core.same_title import same_title
from bot.core.visibility import EVERYBODY, is_own_id, is_public, own_id

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bot.core.papers import PaperDraft
    from bot.services.ports import KnownHere


def apart(server: int, drafts: Iterable[PaperDraft]) -> list[PaperDraft]:
    """Return a list's entries without ids by which one of another title stands above already; one
    that is left without any goes by its title.
    """
    named: dict[str, str] = {}
    found: list[PaperDraft] = []
    for draft in drafts:
        ids = [one for one in draft.ids if same_title(named.get(one, draft.title), draft.title)]
        named |= {one: draft.title for one in ids if one not in named}
        own = own_id(server, draft.title, draft.authors)
        found.append(draft if len(ids) == len(draft.ids) else replace(draft, ids=(*ids,) or (own,)))
    return found


def asked_for(server: int, draft: PaperDraft) -> tuple[str, ...]:
    """Return the ids that may lead to an entry's paper."""
    return (*draft.ids, own_id(server, draft.title, draft.authors))


def placed(
    server: int, draft: PaperDraft, known: KnownHere, own: frozenset[str] = frozenset()
) -> tuple[str, PaperDraft | None]:
    """Say which id leads to an entry's paper, and what is to be stored of it: nothing where a
    server's list tells what a public source knows. `known` are the papers of `asked_for`, `own` the
    ids that lead to the list's own papers, whatever it calls them now.
    """
    papers = known.papers
    asked = asked_for(server, draft)
    same = [
        one
        for one in asked
        if one in papers and (one in own or same_title(papers[one].title, draft.title))
    ]
    if server == EVERYBODY:
        named = (*same, *(one for one in draft.ids if one not in papers))
        ids = tuple(dict.fromkeys(named)) or asked[-1:]
        return ids[0], replace(draft, ids=ids)
    public = next((one for one in same if is_public(papers[one].source)), None)
    if public is not None:
        return public, None
    fresh = [one for one in draft.ids if one not in known.taken and not is_own_id(one)]
    if same:
        mine = [one for one in same if papers[one].key == papers[same[0]].key]
        return same[0], replace(draft, ids=tuple(dict.fromkeys((*mine, *fresh))))
    # Without any its ids are another work's: a slip of whoever wrote the list, or another server's.
    ids = tuple(fresh) or asked[-1:]
    return ids[0], replace(draft, ids=ids)

"""The entries of a reading: which of them the list told before, and which paper each one is.

What takes long is decided here without acting, so that it can be done beside the event loop.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from itertools import chain
from typing import TYPE_CHECKING

from bot.core.papers import NEVER
from bot.core.visibility import EVERYBODY, source_name
from bot.services.added_entries import apart, asked_for, placed
from bot.services.ports import Entry
from bot.services.same_entries import by_ids, by_words, key_id, paper_ids

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.core.papers import Paper, PaperDraft
    from bot.services.ports import AddedSource, EntryBefore, KnownHere, Told
    from bot.services.same_entries import ByIds


@dataclass(frozen=True, slots=True)
class PlacedEntry:
    """An entry: the id that leads to its paper, the paper where it is known, what is to be stored
    of it, and whether the list never told of it before (`new`).
    """

    entry: Entry
    paper: Paper | None
    told_anew: PaperDraft | None
    new: bool

    @property
    def leads(self) -> str:
        """The id that leads to its paper."""
        return self.entry.paper


@dataclass(frozen=True, slots=True)
class Names:
    """The entries of a reading, what the list calls each, the ids that each goes by, and what these
    say of entries before. Of one that is not `whole` nothing is known to be gone.
    """

    drafts: tuple[PaperDraft, ...]
    keys: tuple[str, ...]
    ids: tuple[tuple[str, ...], ...]
    told: ByIds
    whole: bool

    @classmethod
    def of(cls, source: AddedSource, told: Told, before: Sequence[EntryBefore]) -> Names:
        """Look at what was told."""
        drafts = tuple(apart(source.server, told.papers))
        ids = tuple(asked_for(source.server, draft) for draft in drafts)
        whole = told.kind == "bibliography" and not told.broken
        return cls(drafts, told.keys or ("",) * len(drafts), ids, by_ids(ids, before), whole)

    def asked(self, before: Sequence[EntryBefore]) -> tuple[str, ...]:
        """The ids whose papers have to be known."""
        gone = self.told.gone if self.told.unmet and self.whole else ()
        former = (before[at].ids for at in (*self.told.same.values(), *gone))
        return tuple(dict.fromkeys(chain(*self.ids, paper_ids(chain.from_iterable(former)))))

    def placed(
        self, source: AddedSource, before: Sequence[EntryBefore], known: KnownHere
    ) -> list[PlacedEntry]:
        """Say what each entry is."""
        named = Counter(chain.from_iterable(self.ids))
        ever = {one for entry in before for one in paper_ids(entry.ids)}
        own = {one for one in ever if named[one] == 1 and _is_own(one, known, source)}
        same = dict(self.told.same)
        if self.whole:
            same |= by_words(self.drafts, self.keys, before, self.told, known.papers)
        found: list[PlacedEntry] = []
        for at, told in enumerate(self.drafts):
            draft = told
            if at in same:
                mine = [one for one in before[same[at]].ids if _is_own(one, known, source)]
                own.update(mine)
                if not any(_is_own(one, known, source) for one in self.ids[at]):
                    draft = replace(told, ids=tuple(dict.fromkeys((*told.ids, *mine))))
            leads, told_anew = placed(source.server, draft, known, frozenset(own))
            paper = known.papers.get(leads)
            names = dict.fromkeys((*draft.ids, leads, key_id(self.keys[at])))
            entry = Entry(
                tuple(filter(None, names)), leads, draft.published, draft.dated, draft.venue
            )
            ids = (*paper_ids(entry.ids), *(paper.ids if paper is not None else ()))
            new = at not in same and ever.isdisjoint(ids)
            if told_anew is not None:
                mended = at in same and paper is not None and paper.source == called(source)
                told_anew = _signed(told_anew, source, paper, mended=mended)
            found.append(PlacedEntry(entry, paper, told_anew, new))
        return found


def called(source: AddedSource) -> str:
    """What a source is called in the log, and in what its papers say."""
    return source.name if source.server == EVERYBODY else source_name(source.id)


def _is_own(external: str, known: KnownHere, source: AddedSource) -> bool:
    """Whether an id leads to the list's own paper: a title that it mends is no other work's."""
    paper = known.papers.get(external)
    return paper is not None and paper.source == called(source)


def _signed(
    draft: PaperDraft, source: AddedSource, paper: Paper | None, *, mended: bool
) -> PaperDraft:
    """Say whose word a draft is, and when it was brought out, if it was. Its own word of then may
    be mended; anybody else's only lacks something.
    """
    own = paper is not None and paper.source == called(source)
    released = paper.released if own and paper is not None else NEVER
    return replace(draft, source=called(source), released=released, corrects=mended)

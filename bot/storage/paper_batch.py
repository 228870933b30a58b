"""What becomes of the drafts of one upsert and of the papers that they meet, decided in memory.

- One external id in common makes a draft the known paper, and so do title and authors
  (`bot/core/same_work.py`). What leads one draft to several papers makes these one: the smallest
  key wins, and ids, saved papers and what was shown follow it.
- What was looked up (`released` is `NEVER`) is a claim of somebody who may be wrong, and a merge is
  for ever: it joins no two papers, and one paper only where the titles may be one work's. Ids that
  lead elsewhere are not taken from it, nor a second one of a kind; a work may have several DOIs.
  What is left without an id is not stored. What a list corrects is its own paper, whatever it
  calls it now.
- What a server's own source told is a claim that joins by an id alone. It holds no id against a
  public source: that one's ids go to the public paper, and the server's own is left with its
  `own_id`. So is it where the two are one work: none of its other ids says anything of the public
  paper.
- Papers whose ids contradict are never joined, whatever a draft says, nor does a draft give a paper
  two such ids. A feed's entry may be about several papers: of these it joins those of its title.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bot.core.same_title import same_title
from bot.core.same_work import (
    ids_contradict,
    same_work,
    title_key,
    title_number,
    without_contradiction,
)
from bot.core.visibility import is_own_id, is_public, own_id
from bot.storage.paper_merge import first_told, is_claim, joined, told_again

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet

    from bot.core.papers import Paper, PaperDraft

_DOI = "doi:"
_ONE_EACH = frozenset({"arxiv", "acl"})  # a work may have several DOIs
_OF_PAPERS = frozenset({"huggingface", "arxiv"})  # what they tell of has its own title


class Batch:
    """What is known of the drafts' papers, and what becomes of it."""

    def __init__(
        self,
        before: dict[int, Paper],
        by_external: dict[str, int],
        met: set[int],
        last: int,
        own_ids: dict[int, tuple[str, ...]],
    ) -> None:
        self.before = before
        self.own_ids = own_ids  # of papers of added sources, by key
        self.papers = dict(before)
        self.by_external = by_external
        self.by_title: dict[int, set[int]] = {}
        self.met = met  # what the drafts lead to
        self.merges: list[tuple[int, int]] = []  # (winner, loser)
        self.last = last
        for paper in before.values():
            self._index(paper)

    def take(self, draft: PaperDraft) -> None:
        """Let one draft's word count."""
        if not draft.ids:
            raise ValueError(f"a draft without an external id: {draft.title!r}")
        if is_claim(draft):
            draft, keys = self._believed(draft)
        else:
            draft, keys = self._told(draft)
        if not draft.ids:
            return
        if is_public(draft.source):
            self._take_over(draft.ids, keys)
        if keys:
            paper = self.papers[keys[0]]
            for loser in keys[1:]:
                paper = joined(paper, self.papers[loser])
                self.merges.append((paper.key, loser))
                self._index(self.papers[loser], gone=True)
            paper = told_again(paper, draft)
        else:
            self.last += 1
            paper = first_told(self.last, draft)
        self.papers[paper.key] = paper
        self.met.update(keys)
        self._index(paper)
        for external in paper.ids:
            self.by_external[external] = paper.key

    def _told(self, draft: PaperDraft) -> tuple[PaperDraft, list[int]]:
        """Return a public source's draft with the ids that are its work's, and the papers that it
        joins: of contradicting ones the first, one of its own title before others.
        """
        draft = replace(draft, ids=without_contradiction(draft.ids))
        by_id = {self.by_external[one] for one in draft.ids if one in self.by_external}
        strangers = {
            key
            for key in by_id
            if not is_public(self.papers[key].source) and not _alike(draft, self.papers[key])
        }
        found = sorted((by_id - strangers).union(self._same(draft, by_id)))
        found.sort(key=lambda key: not _alike(draft, self.papers[key]))
        keys: list[int] = []
        for key in found:
            paper = self.papers[key]
            public = is_public(paper.source)
            others = [self.papers[one] for one in keys if is_public(self.papers[one].source)]
            if public and any(ids_contradict(paper.ids, other.ids) for other in others):
                continue
            if len(found) > 1 and draft.source not in _OF_PAPERS and not _alike(draft, paper):
                continue
            keys.append(key)
        left = set(found).difference(keys)
        single = {_kind(one): one for key in keys for one in self._public_ids(key)}
        ids = tuple(
            one
            for one in draft.ids
            if self.by_external.get(one) not in left
            and (
                self.by_external.get(one) in keys
                or _kind(one) not in _ONE_EACH
                or single.get(_kind(one), one) == one
            )
        )
        return replace(draft, ids=ids), sorted(keys)

    def _public_ids(self, key: int) -> tuple[str, ...]:
        paper = self.papers[key]
        return paper.ids if is_public(paper.source) else ()

    def _take_over(self, ids: tuple[str, ...], keys: list[int]) -> None:
        """Let a server's own papers have no id of a public draft; those that it joins (`keys`) have
        but the one by which their server finds them.
        """
        held = {self.by_external[one] for one in ids if one in self.by_external}
        for key in held.union(keys):
            paper = self.papers[key]
            if is_public(paper.source):
                continue
            if key in keys:
                own = [one for one in paper.ids if is_own_id(one)]
                left = tuple(dict.fromkeys((*own, *self.own_ids.get(key, ()))))
            else:
                free = tuple(one for one in paper.ids if one not in ids)
                left = free or self.own_ids.get(key) or _last_id(paper)
            for external in paper.ids:
                if external not in left and self.by_external.get(external) == key:
                    del self.by_external[external]
            self.by_external.update(dict.fromkeys(left, key))
            self.papers[key] = replace(paper, ids=left)
            self.met.add(key)

    def _same(self, draft: PaperDraft, known: AbstractSet[int] = frozenset()) -> list[int]:
        """Return the papers that are the draft's work by title and authors, but for known ones."""
        number = title_number(draft.title)
        alike = self.by_title.get(number, set()) - known if number is not None else ()
        return [key for key in sorted(alike) if same_work(draft, self.papers[key])]

    def _index(self, paper: Paper, *, gone: bool = False) -> None:
        """Let a paper be found by its title, or no more."""
        number = title_number(paper.title)
        if number is not None:
            alike = self.by_title.setdefault(number, set())
            alike.discard(paper.key) if gone else alike.add(paper.key)

    def _believed(self, draft: PaperDraft) -> tuple[PaperDraft, list[int]]:
        """Return a claim with the ids that can be believed, and the paper that it joins."""
        known = {
            external: self.papers[self.by_external[external]]
            for external in draft.ids
            if external in self.by_external
        }
        fits = [
            paper
            for paper in known.values()
            if same_title(paper.title, draft.title)
            or (draft.corrects and paper.source == draft.source)
        ]
        fits.sort(key=lambda paper: not is_public(paper.source))
        joins = next(iter(fits), None)
        if is_public(draft.source):  # a server's own paper holds no id against it
            known = {
                external: paper
                for external, paper in known.items()
                if is_public(paper.source) or paper == joins
            }
        if joins is None and is_public(draft.source):
            same = [self.papers[key] for key in self._same(draft)]
            joins = next((paper for paper in same if is_public(paper.source)), None)
            if joins is not None:
                ids = tuple(one for one in draft.ids if known.get(one, joins) == joins)
                return replace(draft, ids=ids), [joins.key]
        kinds = set[str]() if joins is None else {_kind(external) for external in joins.ids}
        own: list[str] = []
        for external in draft.ids:
            kind = _kind(external)
            if external not in known and (kind == _DOI or kind not in kinds):
                kinds.add(kind)
                own.append(external)
            elif joins is not None and known.get(external) == joins:
                own.append(external)
        return replace(draft, ids=tuple(own)), [] if joins is None else [joins.key]

    def written(self) -> list[Paper]:
        """Give the papers that are new or not as they were, losers too where they are new."""
        return [p for key, p in sorted(self.papers.items()) if p != self.before.get(key)]


def _last_id(paper: Paper) -> tuple[str, ...]:
    """Return an id that no other paper has, for one that is left without any."""
    return (own_id(-paper.key, paper.title, paper.authors),)


def _alike(draft: PaperDraft, paper: Paper) -> bool:
    """Whether the titles may be one work's."""
    key = title_key(draft.title)
    return same_title(draft.title, paper.title) or (bool(key) and key == title_key(paper.title))


def _kind(external: str) -> str:
    """Return an id's namespace; Semantic Scholar has two kinds in one."""
    return _DOI if external.startswith(_DOI) else external.rpartition(":")[0]

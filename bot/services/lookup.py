"""Lookup: from what a person typed to a paper, or to an honest "not here".

An autocomplete choice carries the paper's key, so choosing never guesses again. An id or an
address is looked up as one; anything else is a title, however badly remembered. Of a title that is
here to the letter nobody doubts what is meant; of any other one it may be a paper that is not here.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from bot.core.ids import find_id
from bot.core.lookup import Ambiguous, Found, Match, NotFound
from bot.core.query import parse
from bot.core.visibility import is_public
from bot.services.ports import PaperLabel

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bot.core.lookup import Resolution
    from bot.core.papers import Paper
    from bot.services.ports import (
        Holdings,
        PaperStore,
        SearchPage,
        SearchSort,
        TitleFinder,
        Trouble,
    )

CHOICE = "paper:"
"""What an autocomplete choice's value starts with; the key follows."""

PAGE = 8
"""Papers on one page of search results."""

_OFFERED = 5
_NEAREST_FROM = 0.03  # a score is a likelihood in percent; a title below this is no help
_BEGUN_FROM = 60.0  # of titles that the text may be the beginning of or a word from, likewise
_LONGEST_TITLE = 1_000
_THE_TITLE = 100.0  # the score of the title itself


@dataclass(frozen=True, slots=True)
class Asked:
    """Who was asked for what is not here: who told nothing that is surely it, who could not be
    asked, and why.
    """

    unknown: tuple[str, ...] = ()
    failed: tuple[tuple[str, Trouble], ...] = ()


@dataclass(frozen=True, slots=True)
class ByTitle:
    """The title that papers here were found by, whether it is theirs to the letter, and who else
    was asked for it, None where nobody was.
    """

    typed: str
    exact: bool
    asked: Asked | None = None

    @property
    def all_asked(self) -> bool:
        """Whether everybody else was asked, so that nobody need be again."""
        return self.asked is not None and not self.asked.failed


@dataclass(frozen=True, slots=True)
class OnePaper:
    """Exactly one. `by` says how it was found here; None by an id, by a choice, and elsewhere."""

    paper: Paper
    by: ByTitle | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class SeveralPapers:
    """One of these, best first; 2 to 5. `by` says how they were found here; None elsewhere."""

    papers: tuple[Paper, ...]
    by: ByTitle | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class NoPaper:
    """Not here. `nearest` may help, `external` is the id that was understood, if it was one;
    `asked` says who else was asked, None where nobody was.

    Before all titles are indexed a title may be here all the same: `indexed` is how many percent of
    them are, while they are being indexed; `unindexed` says that they are not and nothing goes on.
    """

    typed: str
    nearest: tuple[Paper, ...]
    holdings: Holdings
    external: str | None = None
    asked: Asked | None = None
    indexed: int | None = None
    unindexed: bool = False


Answer = OnePaper | SeveralPapers | NoPaper


class Lookup:
    """Finds papers."""

    def __init__(self, papers: PaperStore, titles: TitleFinder) -> None:
        self._papers = papers
        self._titles = titles

    async def resolve(self, typed: str) -> Answer:
        """Say which paper is meant. Any text is fine, an empty one and a very long one too."""
        text = typed.strip()[:_LONGEST_TITLE]
        if (chosen := await self._chosen(text)) is not None:
            return OnePaper(chosen)
        if (external := find_id(text)) is not None:
            paper = await self._public(external)
            if paper is not None:
                return OnePaper(paper)
            return NoPaper(text, (), await self._papers.holdings(), external)
        resolution = self._titles.resolve(text)
        by = ByTitle(text, _to_the_letter(resolution))
        if self._titles.progress is not None and not by.exact:
            near = await self._load(_matches(resolution)[:_OFFERED])
            held, done = await self._papers.holdings(), self._titles.building
            return NoPaper(text, near, held, indexed=done, unindexed=done is None)
        match resolution:
            case Found(match=match):
                found = await self._load([match])
            case Ambiguous(matches=matches):
                found = await self._load(matches[:_OFFERED])
            case NotFound(nearest=nearest):
                close = [match for match in nearest if match.score >= _NEAREST_FROM]
                if not close:
                    begun = self._titles.complete(text, _OFFERED)
                    close = [match for match in begun if match.score >= _BEGUN_FROM]
                near = await self._load(close[:_OFFERED])
                return NoPaper(text, near, await self._papers.holdings())
        if not found:  # the index knew a paper that storage has lost meanwhile
            return NoPaper(text, (), await self._papers.holdings())
        return OnePaper(found[0], by) if len(found) == 1 else SeveralPapers(found, by)

    async def another(self, typed: str) -> NoPaper:
        """Return what to ask for elsewhere where none of the papers with such a title is meant."""
        return NoPaper(typed.strip()[:_LONGEST_TITLE], (), await self._papers.holdings())

    async def missing(self, answer: Answer) -> NoPaper | None:
        """Return what to ask for elsewhere before anything is shown; None where it is here.

        Of several like titles none may be the one, and a paper that has it be elsewhere.
        """
        match answer:
            case SeveralPapers(by=ByTitle(typed=typed, exact=False)):
                return await self.another(typed)
            case NoPaper():
                return answer
            case _:
                return None

    async def weighed(self, here: Answer, told: Answer) -> Answer:
        """Return what is meant now that elsewhere has told its answer to what was `missing`.

        What was told is here from then on, and counts among all the titles that are.
        """
        if not isinstance(here, SeveralPapers) or here.by is None:
            return told
        if isinstance(told, NoPaper):
            return replace(here, by=replace(here.by, asked=told.asked))
        again = await self.resolve(here.by.typed)
        if isinstance(again, NoPaper) or again.by is None:
            return told
        return replace(again, by=replace(again.by, asked=Asked()))

    async def complete(self, typed: str, limit: int = 25) -> tuple[PaperLabel, ...]:
        """Return what the typed text may become, best first; a choice becomes its paper.

        An id that is not here becomes nothing: what is typed is then looked up as it is. A space
        behind the text counts, for it ends a word.
        """
        text = typed.lstrip()[:_LONGEST_TITLE]
        if (chosen := await self._chosen(text.rstrip())) is not None:
            return (PaperLabel.of(chosen),)
        if (external := find_id(text)) is not None:
            paper = await self._public(external)
            return () if paper is None else (PaperLabel.of(paper),)
        wanted = [int(match.paper_id) for match in self._titles.complete(text, limit)]
        known = await self._papers.labels(wanted)
        return tuple({known[key].key: known[key] for key in wanted if key in known}.values())

    async def get(self, key: int) -> Paper | None:
        """Return a paper by its key; a merged key leads to the winner."""
        return (await self._papers.get([key])).get(key)

    async def several(self, keys: Iterable[int]) -> tuple[Paper, ...]:
        """Return papers in the order of their keys as given, each once; unknown ones are left out.

        Two keys of which one was merged into the other lead to the same paper.
        """
        wanted = list(keys)
        known = await self._papers.get(wanted)
        found = {known[key].key: known[key] for key in wanted if key in known}
        return tuple(found.values())

    async def search(self, query: str, sort: SearchSort, page: int) -> SearchPage:
        """Return page `page` (from 0) of a search. Raises `QuerySyntaxError`."""
        return await self._papers.search(parse(query), sort, page * PAGE, PAGE)

    async def authors(self, prefix: str) -> list[str]:
        """Return names for autocompletion."""
        return await self._papers.authors(prefix, 25)

    async def _chosen(self, text: str) -> Paper | None:
        key = text.removeprefix(CHOICE)
        if key == text or not (key.isascii() and key.isdecimal() and len(key) < 19):  # noqa: PLR2004 - the digits of a 64-bit key
            return None
        paper = await self.get(int(key))
        return paper if paper is not None and is_public(paper.source) else None

    async def _public(self, external: str) -> Paper | None:
        """Return the paper with this id; a server's own is not here."""
        paper = await self._papers.by_external(external)
        return paper if paper is not None and is_public(paper.source) else None

    async def _load(self, matches: Iterable[Match]) -> tuple[Paper, ...]:
        return await self.several(int(match.paper_id) for match in matches)


def _matches(resolution: Resolution) -> tuple[Match, ...]:
    match resolution:
        case Found(match=match):
            return (match,)
        case Ambiguous(matches=matches):
            return matches
        case NotFound(nearest=nearest):
            return tuple(match for match in nearest if match.score >= _NEAREST_FROM)


def _to_the_letter(resolution: Resolution) -> bool:
    """Tell whether the text is a title itself, which no title that is yet to come can better."""
    matches = _matches(resolution)
    return bool(matches) and matches[0].score >= _THE_TITLE

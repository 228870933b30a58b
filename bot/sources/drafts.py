"""From what a lookup service tells of one paper to a draft: every service speaks through here.

Rules everything here obeys:

- A draft has every id that was told, each in its normal form, once, the best known first; the id
  decides which page and which PDF it links to. Without an id, a title or a day it is none: a paper
  that cannot be named, shown or dated helps nobody.
- Where only a year is told, the day is its first, and the draft says so (`dated`).
- Text is cleaned as everywhere; markup that publishers leave in titles and abstracts is taken out.
- Nobody brought the paper out by telling of it: `released` is `NEVER`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.core.id_pages import page_of
from bot.core.ids import arxiv_links, find_id
from bot.core.papers import NEVER, Links, MachineSummary, PaperDraft
from bot.sources.text import clean_headed_abstract, clean_name, clean_title
from bot.sources.values import is_withdrawn, web_address
from bot.sources.venues import venue_of

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from bot.core.papers import Dated

MOST_ANSWERS = 10
"""How many papers of one answer are looked at; what was asked for stands further up."""

_MOST_AUTHORS = 1_000
_LONGEST_RAW = 100_000  # characters of a text, with its markup
_KNOWN_BEST = ("arxiv", "acl", "doi", "openreview", "s2", "openalex")
_MARKUP = re.compile(
    r"</?((?:jats|mml):[\w-]+|i|b|u|em|strong|su[bp]|scp|tt|p|br|sec|title|italic|bold"
    r"|inline-formula|span)(?:\s[^<>=]{0,60}=[^<>]{0,300})?\s{0,3}/?>",
    re.IGNORECASE,
)
_BLOCKS = frozenset({"p", "br", "sec", "title", "list", "list-item"})


@dataclass(frozen=True, slots=True)
class Told:
    """What an answer tells of a paper, as it stands there. `ids` are in any form that is an id."""

    ids: Iterable[str]
    title: str
    published: date | None
    authors: Iterable[str] = ()
    abstract: str = ""
    categories: tuple[str, ...] = ()
    keywords: Iterable[str] = ()
    summary: MachineSummary | None = None
    pdf: str | None = None
    withdrawn: bool = False
    dated: Dated = "day"
    venue: str = ""


def draft_of(source: str, told: Told) -> PaperDraft | None:
    """The draft, or None where too little is told."""
    found = [one for raw in told.ids if (one := find_id(raw)) is not None]
    ids = tuple(sorted(dict.fromkeys(one for one in found if one.isprintable()), key=_rank))
    title = clean_title(_without_markup(told.title))
    if not ids or not title or told.published is None:
        return None
    abstract = clean_headed_abstract(_without_markup(told.abstract))
    arxiv = arxiv_links(ids[0])
    return PaperDraft(
        ids=ids,
        title=title,
        source=source,
        released=NEVER,
        authors=_names(told.authors),
        abstract=abstract,
        published=told.published,
        categories=told.categories,
        keywords=_names(told.keywords),
        summary=told.summary,
        links=Links(page=page_of(ids[0]), pdf=arxiv.pdf if arxiv else web_address(told.pdf)),
        withdrawn=told.withdrawn or is_withdrawn(title) or is_withdrawn(abstract),
        venue=venue_of(_without_markup(told.venue)),
        dated=told.dated,
    )


def drafts_of(source: str, told: Iterable[Told]) -> tuple[PaperDraft, ...]:
    """The drafts of an answer, in its order, at most `MOST_ANSWERS`."""
    drafts = (draft_of(source, one) for one in told)
    return tuple(one for one in drafts if one is not None)[:MOST_ANSWERS]


def asked_words(text: str) -> str:
    """What is asked for, as words with one space between them: no service's query language."""
    return " ".join(re.findall(r"[^\W_]+(?:['’.][^\W_]+)*", text))


def _without_markup(raw: str) -> str:
    """Take tags out; where one begins or ends a block, a space stands for it."""

    def space(tag: re.Match[str]) -> str:
        return " " if tag[1].lower().rpartition(":")[2] in _BLOCKS else ""

    return _MARKUP.sub(space, raw[:_LONGEST_RAW])


def _names(raw: Iterable[str]) -> tuple[str, ...]:
    names = (clean_name(_without_markup(one)) for one in raw)
    return tuple(dict.fromkeys(name for name in names if name))[:_MOST_AUTHORS]


def _rank(external: str) -> int:
    return _KNOWN_BEST.index(external.partition(":")[0])

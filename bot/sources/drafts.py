"""From what a lookup service tells of one paper to a draft: every service speaks through here.

Rules everything here obeys:

- A draft has every id that was told, each in its normal form, once, the best known first; the id
  decides which page and which PDF it links to. Without an id, a title or a day it is none: a paper
  that cannot be named, shown or dated helps nobody. That is one line in the log.
- Where only a year is told, the day is its first, and the draft says so (`dated`).
- Text is cleaned as everywhere; markup that publishers leave in titles and abstracts is taken out.
- Nobody brought the paper out by telling of it: `released` is `NEVER`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING, Any, Literal

import structlog

from bot.core.id_pages import page_of
from bot.core.ids import arxiv_links, find_id
from bot.core.papers import NEVER, Links, MachineSummary, PaperDraft
from bot.sources.text import clean_headed_abstract, clean_name, clean_title
from bot.sources.values import is_object, is_withdrawn, web_address
from bot.sources.venues import venue_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from bot.core.papers import Dated

MOST_ANSWERS = 10
"""How many papers of one answer are looked at; what was asked for stands further up."""

LONGEST_TITLE = 2_000
"""Characters; a longer title is none that anybody gave, and cut."""

Cause = Literal["not_an_object", "no_id", "no_title", "no_date"]
"""Why an item of an answer is no paper."""

_MOST_AUTHORS = 1_000
_LONGEST_ITEM = 200
_LONGEST_RAW = 100_000  # characters of a text, with its markup
_KNOWN_BEST = ("arxiv", "acl", "doi", "openreview", "s2", "openalex")
_MARKUP = re.compile(
    r"</?((?:jats|mml):[\w-]+|i|b|u|em|strong|su[bp]|scp|tt|p|br|sec|title|italic|bold"
    r"|inline-formula|span)(?:\s[^<>=]{0,60}=[^<>]{0,300})?\s{0,3}/?>",
    re.IGNORECASE,
)
_log: Any = structlog.get_logger(__name__)
_BLOCKS = frozenset({"p", "br", "sec", "title", "list", "list-item"})


@dataclass(frozen=True, slots=True)
class Told:
    """What an answer tells of a paper, as it stands there. `ids` are in any form that is an id."""

    ids: Sequence[str]
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
    ids, title = _ids(told), clean_title(_without_markup(told.title))
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


def taken(source: str, told: Told, index: int = 0) -> PaperDraft | None:
    """The draft of what stands at a place of an answer. Where there is none, or its title is cut, a
    line in the log says why.
    """
    draft = draft_of(source, told)
    if draft is None:
        ids = _ids(told)
        titled = bool(clean_title(_without_markup(told.title)))
        reason: Cause = "no_id" if not ids else "no_date" if titled else "no_title"
        left_out(source, index, next(iter(ids), told.title), reason)
    elif len(told.title) > LONGEST_TITLE:
        shown = draft.ids[0]
        _log.warning("item_mended", source=source, index=index, item=shown, reason="title_too_long")
    return draft


def left_out(source: str, index: int, item: str, reason: Cause) -> None:
    """Say in the log that an item of an answer is none."""
    shown = clean_name(item[:_LONGEST_ITEM]) or f"no. {index + 1}"
    _log.warning("item_rejected", source=source, index=index, item=shown, reason=reason)


def objects_in(source: str, items: Iterable[object]) -> list[dict[str, object]]:
    """The objects of a list; a line in the log for everything else in it."""
    found: list[dict[str, object]] = []
    for index, one in enumerate(items):
        if is_object(one):
            found.append(one)
        else:
            left_out(source, index, f"no. {index + 1}", "not_an_object")
    return found


def drafts_of(source: str, told: Iterable[Told]) -> tuple[PaperDraft, ...]:
    """The drafts of an answer, in its order, at most `MOST_ANSWERS`."""
    drafts = (taken(source, one, index) for index, one in enumerate(told))
    return tuple(islice((one for one in drafts if one is not None), MOST_ANSWERS))


def _ids(told: Told) -> tuple[str, ...]:
    found = [one for raw in told.ids if (one := find_id(raw)) is not None]
    return tuple(sorted(dict.fromkeys(one for one in found if one.isprintable()), key=_rank))


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

"""Searches: what `/search` shows, a page at a time.

What a search is lives in a draft, whose id is in every control of its pages; so turning pages works
after a restart too. A page's number is in the control itself.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, cast

from bot.core.pages import Cost
from bot.core.query import MAX_LENGTH, QuerySyntaxError, parse, unparse
from bot.services.lookup import PAGE
from bot.ui.controls import Control, button
from bot.ui.escape import plain
from bot.ui.messages import NOTICE_COLOUR, Layout
from bot.ui.pager import pager
from bot.ui.papers.holdings import holdings_words
from bot.ui.papers.results import add_papers

if TYPE_CHECKING:
    from bot.services.ports import Draft, SearchPage, SearchSort
    from bot.ui.desk import Desk, Reader
    from bot.ui.i18n import Words

_SHOWN = 300
_BELOW = Cost(5, 0)  # the last row: pages, order, subscribe
_MOST_WORDS = 24
_TELLING = 4  # letters; shorter words are in every abstract
_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class Search:
    """A search in progress: a query that parses, an order, and how it came about.

    `words_of` is the text of a title that was not found, `widened` says that no paper has all its
    words, so that any of them counts.
    """

    KIND: ClassVar[str] = "search"

    query: str
    sort: SearchSort
    words_of: str = ""
    widened: bool = False

    @classmethod
    def of(cls, draft: Draft) -> Search:
        """Read a search from its draft."""
        body = draft.body
        return cls(
            str(body["query"]),
            as_sort(str(body.get("sort"))),
            str(body.get("words_of", "")),
            bool(body.get("widened", False)),
        )

    def _body(self) -> Mapping[str, object]:
        return {
            "query": self.query,
            "sort": self.sort,
            "words_of": self.words_of,
            "widened": self.widened,
        }

    async def keep(self, desk: Desk, user_id: int) -> int:
        """Store it as a new draft of a person; returns the draft's id."""
        return await desk.drafts.open(user_id, self.KIND, self._body(), desk.clock.now())

    async def change(self, desk: Desk, draft_id: int) -> None:
        """Store it in place of what the draft was; that counts as a touch."""
        await desk.drafts.change(draft_id, self._body(), desk.clock.now())


def every_word(text: str) -> str | None:
    """Return a query for all the words of a text; None where it has none."""
    return _query_of(text, " ")


def any_word(text: str) -> str | None:
    """Return a query for any of the longer words of a text; None where it has no word."""
    return _query_of(text, " | ", shortest=_TELLING)


def _query_of(text: str, between: str, *, shortest: int = 1) -> str | None:
    """Put a text's words together so that nothing in it is read as the query language."""
    words = (word.casefold() for word in _WORD.findall(text))
    found = [word for word in dict.fromkeys(words) if _is_word(word)]
    telling = [word for word in found if len(word) >= shortest] or found
    query = ""
    for word in telling[:_MOST_WORDS]:
        longer = f"{query}{between}{word}" if query else word
        if len(longer) > MAX_LENGTH:
            break
        query = longer
    return query or None


def _is_word(text: str) -> bool:
    """Say whether searching finds anything in it: not every letter of every script is indexed."""
    try:
        parse(text)
    except QuerySyntaxError:
        return False
    return True


async def results(desk: Desk, reader: Reader, search: Search, draft_id: int, page: int) -> Layout:
    """Return page `page` (from 0) of a search, the last one where there are not so many."""
    found = await desk.lookup.search(search.query, search.sort, max(page, 0))
    last = max(0, -(-found.total // PAGE) - 1)
    if not found.papers and found.total:
        page = last
        found = await desk.lookup.search(search.query, search.sort, page)
    if not found.papers:
        holdings = holdings_words(await desk.ingest.holdings(), reader.words)
        return nothing_page(search, draft_id, holdings, reader.words, stopped=found.stopped)
    return results_page(search, draft_id, found, max(page, 0), reader.words)


def results_page(
    search: Search, draft_id: int, found: SearchPage, page: int, words: Words
) -> Layout:
    """Return a page of results with its controls."""
    pages = -(-found.total // PAGE)
    message = Layout()
    message.text(_head(search, words))
    more = found.capped or found.stopped
    count = words(
        "search-count", count=found.total + more, total=found.total, plus="+" if more else ""
    )
    order = words(f"search-sorted-{search.sort}")
    if found.ranked is not None:
        order = words("search-sorted-best-of", newest=found.ranked)
    of = words("page-of", page=page + 1, of=pages)
    small = ["-# " + " · ".join([count, order, *([of] if pages > 1 else [])])]
    if found.stopped:
        small.append("-# " + words("search-stopped"))
    message.text("\n".join(small))
    add_papers(message, found.papers, words, first=page * PAGE + 1, below=_BELOW)
    other = "newest" if search.sort == "best" else "best"
    message.row(
        *pager("search", draft_id, number=page, of=pages, words=words),
        button("search_sort", draft_id, other, label=words(f"button-sort-{other}")),
        _subscribe(draft_id, words),
    )
    return message


def nothing_page(
    search: Search, draft_id: int, holdings: str, words: Words, *, stopped: bool = False
) -> Layout:
    """Return that nothing matches or was found in time, what is indexed, and what could help."""
    message = Layout(colour=NOTICE_COLOUR)
    nothing = words("search-stopped") if stopped else words("search-nothing")
    message.text("\n".join([_head(search, words), nothing, holdings]))
    message.text("-# " + words("search-nothing-hint"))
    message.row(_subscribe(draft_id, words))
    return message


def _head(search: Search, words: Words) -> str:
    if search.widened:
        return words("search-widened", typed=plain(search.words_of, _SHOWN))
    return words("search-title", query=plain(unparse(parse(search.query)), _SHOWN))


def _subscribe(draft_id: int, words: Words) -> Control:
    return button("subscribe_query", draft_id, label=words("button-subscribe-query"), emoji="✉️")


def as_sort(value: str) -> SearchSort:
    """Return an order by its name; *best* for any other."""
    return cast("SearchSort", value) if value in {"best", "newest"} else "best"

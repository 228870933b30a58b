"""A person's library as pages, eight papers each, with a menu to take papers out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.core.pages import Cost
from bot.ui.controls import Choice, Control, button, select
from bot.ui.escape import plain
from bot.ui.messages import Layout, Notice
from bot.ui.pager import pager
from bot.ui.papers.cards import choice_name
from bot.ui.papers.results import add_papers

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.core.papers import Paper
    from bot.services.ports import SavedPaper
    from bot.ui.i18n import Words

_PAGE = 8
_BELOW = Cost(6, 0)  # the menu, the last row
_SHOWN = 100
ALL = 0
"""In place of a draft's id: the whole library, nothing looked for."""


def library_page(  # noqa: PLR0913 - what a page shows
    saved: Sequence[SavedPaper],
    words: Words,
    *,
    find: str,
    draft_id: int,
    page: int,
    removed: Paper | None = None,
) -> Layout:
    """Return page `page` (from 0) or the nearest there is; `removed` can be put back from it."""
    undo: list[Control] = []
    if removed is not None:
        undo.append(button("library_undo", draft_id, page, removed.key, label=words("button-undo")))
    gone = words("library-removed", title=plain(removed.title, _SHOWN)) if removed else ""
    if not saved:
        nothing = (
            words("library-none-found", find=plain(find, _SHOWN))
            if find
            else words("library-empty")
        )
        return Notice(f"{gone}\n{nothing}".strip(), undo)
    pages = -(-len(saved) // _PAGE)
    page = max(0, min(page, pages - 1))
    shown = [one.paper for one in saved[page * _PAGE : (page + 1) * _PAGE]]
    message = Layout()
    title = (
        words("library-title-find", find=plain(find, _SHOWN)) if find else words("library-title")
    )
    count = words("library-count", count=len(saved))
    of = [words("page-of", page=page + 1, of=pages)] if pages > 1 else []
    message.text(f"### {title}\n-# {' · '.join([count, *of])}")
    if gone:
        message.text(gone)
    add_papers(message, shown, words, first=page * _PAGE + 1, below=_BELOW)
    choices = [Choice(choice_name(paper), str(paper.key)) for paper in shown]
    message.row(
        select(
            "library_remove", draft_id, page, placeholder=words("library-remove"), choices=choices
        )
    )
    message.row(*pager("library", draft_id, number=page, of=pages, words=words), *undo)
    return message

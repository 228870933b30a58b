"""What the controls under a library do.

`library` turns pages · `library_remove` takes a paper out · `library_undo` puts it back.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.ui.failures import ToldError
from bot.ui.messages import redraw
from bot.ui.own_drafts import own_draft
from bot.ui.papers.library_view import ALL, library_page

if TYPE_CHECKING:
    from bot.core.papers import Paper
    from bot.ui.controls import Handler, Press

KIND = "library"
"""The kind of draft that keeps what is looked for."""


async def turn(press: Press) -> None:
    """Show another page."""
    await _show(press, press.number(1))


async def remove(press: Press) -> None:
    """Take the chosen paper out, with a way back."""
    key = press.values[0] if press.values else ""
    paper = await press.desk.lookup.get(int(key)) if key.isdecimal() else None
    if paper is None:
        raise ToldError("paper-gone")
    await press.desk.library.remove(press.reader.user_id, paper.key)
    await _show(press, press.number(1), removed=paper)


async def undo(press: Press) -> None:
    """Put a paper back."""
    if await press.desk.library.save(press.reader.user_id, press.number(2)) is None:
        raise ToldError("paper-gone")
    await _show(press, press.number(1))


async def _show(press: Press, page: int, *, removed: Paper | None = None) -> None:
    draft_id, find = press.number(0), ""
    if draft_id != ALL:
        find = str((await own_draft(press, KIND, "library-gone")).body["find"])
    saved = await press.desk.library.list(press.reader.user_id, find)
    await redraw(
        press.interaction,
        library_page(
            saved, press.reader.words, find=find, draft_id=draft_id, page=page, removed=removed
        ),
    )


HANDLERS: dict[str, Handler] = {
    "library": turn,
    "library_remove": remove,
    "library_undo": undo,
}

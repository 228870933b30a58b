"""What the buttons under the question about deleting everything do.

`privacy_delete` forgets who pressed it, whoever was asked · `privacy_keep` leaves all as it is.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.ui.messages import Notice, redraw
from bot.ui.people.privacy_view import deleted_card

if TYPE_CHECKING:
    from bot.ui.controls import Handler, Press


async def delete(press: Press) -> None:
    """Delete everything that is kept about the person."""
    people, user_id = press.desk.people, press.reader.user_id
    kept = await people.export(user_id)
    gone = await people.forget(user_id)
    words = press.reader.words
    card = deleted_card(kept, words) if gone else Notice(words("privacy-nothing-kept"))
    await redraw(press.interaction, card)


async def keep(press: Press) -> None:
    """Say that nothing was deleted."""
    await redraw(press.interaction, Notice(press.reader.words("privacy-kept")))


HANDLERS: dict[str, Handler] = {"privacy_delete": delete, "privacy_keep": keep}

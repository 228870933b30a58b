"""Drafts belong to who began them: a search's buttons work for its owner only.

A draft is kept two days after the last touch; a control that outlives it says so.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.ui.failures import ToldError

if TYPE_CHECKING:
    from bot.services.ports import Draft
    from bot.ui.controls import Press


async def own_draft(press: Press, kind: str, gone: str) -> Draft:
    """Return the draft that a control's first argument names.

    Raises `ToldError`: `gone` where it is forgotten or of another kind, `draft-not-yours` where
    somebody else began it.
    """
    draft = await press.desk.drafts.get(press.number(0))
    if draft is None or draft.kind != kind:
        raise ToldError(gone)
    if draft.user_id != press.reader.user_id:
        raise ToldError("draft-not-yours")
    return draft

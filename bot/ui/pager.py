"""The buttons that turn pages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.ui.controls import Control, button

if TYPE_CHECKING:
    from bot.ui.i18n import Words


def pager(action: str, *arguments: int, number: int, of: int, words: Words) -> list[Control]:
    """Return the buttons that turn pages; none where there is one page."""
    if of == 1:
        return []
    return [
        button(action, *arguments, number - 1, label=words("button-back"), disabled=number == 0),
        button(
            action, *arguments, number + 1, label=words("button-next"), disabled=number == of - 1
        ),
    ]

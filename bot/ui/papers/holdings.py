"""What is indexed, in words: said wherever a lookup or a search finds nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bot.services.ports import Holdings
    from bot.ui.i18n import Words


def holdings_words(holdings: Holdings, words: Words) -> str:
    """Return “1,234 papers from 22 Jul 2026 to 21 Aug 2026”, or that they are being fetched."""
    if not holdings.papers or holdings.oldest is None or holdings.newest is None:
        return words("indexed-nothing")
    return words(
        "indexed",
        count=holdings.papers,
        oldest=words.full_day(holdings.oldest),
        newest=words.full_day(holdings.newest),
    )

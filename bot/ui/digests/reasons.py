"""Why a paper was chosen, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.ui.escape import plain

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.core.editions import Reason
    from bot.ui.i18n import Words

_TERMS_TOLD = 4


def because(reasons: Sequence[Reason], words: Words) -> str:
    """Return all reasons of one paper, in one line."""
    return words("why-because", reasons=" · ".join(_reason(r, words) for r in reasons))


def _reason(reason: Reason, words: Words) -> str:
    key = "reason-" + reason.code.value.replace("_", "-")
    terms = words.listed(plain(term, 40) for term in reason.params[:_TERMS_TOLD])
    if len(reason.params) > _TERMS_TOLD:
        terms += f" +{len(reason.params) - _TERMS_TOLD}"
    a, b = (*reason.params, "", "")[:2]
    count = int(a) if a.isdecimal() else 0
    return words(key, terms=terms, a=a, b=b, count=count)

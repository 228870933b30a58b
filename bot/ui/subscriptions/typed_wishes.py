"""From a form's lines to a wish: what is right is taken, what is wrong is told by its field."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from bot.core.query import QuerySyntaxError
from bot.core.schedules import ScheduleError
from bot.core.subscriptions import MOST_PAPERS
from bot.core.wishes import Typed, WishError, apply
from bot.core.zones import UnknownZoneError
from bot.ui.failures import ToldError
from bot.ui.forms import whole_number
from bot.ui.subscriptions.typed_days import in_english

if TYPE_CHECKING:
    from bot.core.subscriptions import Wish
    from bot.core.wishes import WishFault
    from bot.ui.forms import Faults, Typing
    from bot.ui.i18n import Words

_KEYS = {field: f"form-{field}" for field in ("query", "timezone", "time", "days")}


@dataclass(frozen=True, slots=True)
class Reading:
    """A wish with everything that was understood, and the faults of the rest."""

    wish: Wish
    faults: Faults


def read(typed: Typed, base: Wish) -> Reading:
    """Return `base` with what was typed, as far as it is understood."""
    try:
        return Reading(apply(typed, base), ())
    except WishError as error:
        faults = [(_field(fault), fault) for fault in error.faults]
    understood = typed
    for field, _ in faults:
        understood = _without(understood, field)
    return Reading(apply(understood, base), [(_KEYS[field], fault) for field, fault in faults])


def read_form(lines: Typing, base: Wish, words: Words) -> Reading:
    """Return `base` with a form's lines, days in the language of `words` or in English; a line that
    is empty, or not there, changes nothing.
    """
    limit, fault = None, None
    if written := lines.get("form-limit", "").strip():
        try:
            limit = whole_number(written, 1, MOST_PAPERS)
        except ToldError as error:
            fault = error
    typed = Typed(
        query=lines.get("form-query", "").strip() or None,
        timezone=lines.get("form-timezone", "").strip() or None,
        time=lines.get("form-time", "").strip() or None,
        days=lines.get("form-days", "").strip() or None,
        limit=limit,
    )
    reading = read(in_english(typed, words), base)
    if fault is None:
        return reading
    return Reading(reading.wish, [*reading.faults, ("form-limit", fault)])


def _field(fault: WishFault) -> str:
    match fault:
        case QuerySyntaxError():
            return "query"
        case UnknownZoneError():
            return "timezone"
        case ScheduleError(code=code):
            return "time" if code.startswith("time") else "days"


def _without(typed: Typed, field: str) -> Typed:
    match field:
        case "query":
            return replace(typed, query=None)
        case "timezone":
            return replace(typed, timezone=None)
        case "time":
            return replace(typed, time=None)
        case _:
            return replace(typed, days=None)

"""A reader's panel in progress: the wish so far, kept in a draft so that it outlives a restart.

A draft belongs to the person who opened it and to nobody else. Saving the wish uses it up.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import time
from typing import TYPE_CHECKING, cast

from bot.core.schedules import Schedule, format_days, parse_days
from bot.core.subscriptions import Wish
from bot.core.wishes import default_wish
from bot.core.zones import zones_for_locale
from bot.ui.failures import ToldError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bot.ui.controls import Press
    from bot.ui.desk import Reader

_KIND = "wish"
_ANY_ZONE = "UTC"  # where the locale says nothing


@dataclass(frozen=True, slots=True)
class WishDraft:
    """A wish in progress. `subscription` is the one being changed (None: a new one), `chosen` says
    that the person named the zone, `guessed` that it comes from their language, `typed` what stood
    in a form that did not pass.
    """

    wish: Wish
    subscription: int | None = None
    chosen: bool = False
    guessed: bool = False
    typed: Mapping[str, str] = field(default_factory=dict[str, str])


def first_wish(reader: Reader) -> tuple[Wish, bool]:
    """Return the wish of somebody who said nothing yet, and whether its zone is a guess."""
    likely = (*zones_for_locale(reader.locale), _ANY_ZONE)[0]
    wish = default_wish(reader.timezone or likely, reader.words.language)
    return replace(wish, machine_text=reader.machine_text), reader.timezone is None


async def open_draft(press: Press, draft: WishDraft) -> int:
    """Store a new draft and return its id."""
    now = press.desk.clock.now()
    return await press.desk.drafts.open(press.reader.user_id, _KIND, _body(draft), now)


async def draft_of(press: Press) -> WishDraft:
    """Return the draft that a control names. Raises `ToldError` where it is gone or another's."""
    known = await press.desk.drafts.get(press.number(0))
    if known is None or known.kind != _KIND or known.user_id != press.reader.user_id:
        raise ToldError("subscribe-gone")
    return _read(known.body)


async def keep_draft(press: Press, draft: WishDraft) -> None:
    """Store what a draft became."""
    await press.desk.drafts.change(press.number(0), _body(draft), press.desk.clock.now())


def _body(draft: WishDraft) -> dict[str, object]:
    wish, schedule = draft.wish, draft.wish.schedule
    return {
        "query": wish.query,
        "timezone": schedule.timezone,
        "at": f"{schedule.at:%H:%M}",
        "days": format_days(schedule.days),
        "limit": wish.limit,
        "language": wish.language,
        "machine_text": wish.machine_text,
        "subscription": draft.subscription,
        "chosen": draft.chosen,
        "guessed": draft.guessed,
        "typed": dict(draft.typed),
    }


def _read(body: Mapping[str, object]) -> WishDraft:
    at = time.fromisoformat(str(body["at"]))
    schedule = Schedule(str(body["timezone"]), at, parse_days(str(body["days"])))
    wish = Wish(
        str(body["query"]),
        schedule,
        int(cast("int", body["limit"])),
        str(body["language"]),
        machine_text=bool(body["machine_text"]),
    )
    number = body["subscription"]
    return WishDraft(
        wish,
        None if number is None else int(cast("int", number)),
        bool(body["chosen"]),
        bool(body["guessed"]),
        cast("Mapping[str, str]", body["typed"]),
    )

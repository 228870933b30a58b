"""The panel of a wish in the making: what, when, preview, subscribe.

What a form got right is kept in the draft even where something else in it was wrong; the form opens
again with everything that was typed.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from bot.core.query import QuerySyntaxError, parse
from bot.core.schedules import format_days
from bot.core.subscriptions import Subscription, UserTarget, Wish
from bot.core.wishes import Interests, interests_of, query_of
from bot.ui.controls import button
from bot.ui.digests.previews import preview
from bot.ui.failures import ToldError
from bot.ui.forms import Blank, fault_words, show, whole_number
from bot.ui.link import reach
from bot.ui.messages import Layout, Notice, answer, redraw
from bot.ui.subscriptions.own_subscriptions import own, panel_of
from bot.ui.subscriptions.panel_subscription import draft_panel, try_again_button
from bot.ui.subscriptions.typed_wishes import read_form
from bot.ui.subscriptions.wish_drafts import WishDraft, draft_of, keep_draft, open_draft

if TYPE_CHECKING:
    from bot.services.subscribe import Subscribed
    from bot.ui.controls import Handler, Press
    from bot.ui.forms import Faults, Typing

_WHAT, _WHEN = "wish_what", "wish_when"
_LINE_MOST = 500  # as long as a query may be: whatever one holds stands there entire
_MOST_VOTES = 100_000
_BETWEEN_NAMES = re.compile(r"[,;\uff0c\u3001\uff1b]")


async def open_panel(press: Press, draft: WishDraft, *, in_place: bool = False) -> None:
    """Open a new panel; `in_place` of the message that was pressed on."""
    number = await open_draft(press, draft)
    panel = await _panel(press, number, draft)
    await (redraw if in_place else answer)(press.interaction, panel)


async def _panel(press: Press, number: int, draft: WishDraft) -> Layout:
    run = await press.desk.subscriptions.dry_run(
        draft.wish.query, UserTarget(press.interaction.user.id)
    )
    return draft_panel(number, draft, run, press.desk.clock.now(), press.reader.words)


async def _what(press: Press) -> None:
    draft = await draft_of(press)
    interests = interests_of(draft.wish.query)
    present = {
        "form-topics": (interests.topics, _LINE_MOST),
        "form-authors": (", ".join(interests.authors), _LINE_MOST),
        "form-votes": (str(interests.least_upvotes or ""), 10),
    }
    await show(press, "form-what-title", _blanks(draft, present), _what_done)


async def _what_done(press: Press, typed: Typing) -> None:
    draft = await draft_of(press)
    faults: list[tuple[str, Exception]] = []
    known = interests_of(draft.wish.query)
    votes = known.least_upvotes
    try:
        votes = whole_number(typed["form-votes"].strip() or "0", 0, _MOST_VOTES)
    except ToldError as fault:
        faults.append(("form-votes", fault))
    authors = tuple(_BETWEEN_NAMES.split(typed["form-authors"]))
    topics = typed["form-topics"]
    try:
        parse(topics.strip() or "*")
    except QuerySyntaxError as fault:
        faults.append(("form-topics", fault))
        topics = known.topics
    try:
        query = query_of(Interests(topics, authors, votes))
    except QuerySyntaxError as fault:  # what is right alone may be too long together
        faults.append(("form-authors", fault))
        query = draft.wish.query
    await _take(press, replace(draft, wish=replace(draft.wish, query=query)), typed, faults, _WHAT)


async def _when(press: Press) -> None:
    draft = await draft_of(press)
    schedule = draft.wish.schedule
    present = {
        "form-time": (f"{schedule.at:%H:%M}", 40),
        "form-timezone": (schedule.timezone, 100),
        "form-days": (format_days(schedule.days), 100),
        "form-limit": (str(draft.wish.limit), 10),
    }
    await show(press, "form-when-title", _blanks(draft, present), _when_done)


async def _when_done(press: Press, typed: Typing) -> None:
    draft = await draft_of(press)
    reading = read_form(typed, draft.wish, press.reader.words)
    taken = replace(draft, wish=reading.wish)
    if not any(key == "form-timezone" for key, _ in reading.faults):
        # Who sends the form off with a guessed zone in it has read the zone, and it stands.
        moved = reading.wish.schedule.timezone != draft.wish.schedule.timezone
        taken = replace(taken, chosen=draft.chosen or draft.guessed or moved, guessed=False)
    await _take(press, taken, typed, reading.faults, _WHEN)


def _blanks(draft: WishDraft, present: dict[str, tuple[str, int]]) -> list[Blank]:
    return [Blank(key, draft.typed.get(key, value), most) for key, (value, most) in present.items()]


async def _take(press: Press, draft: WishDraft, typed: Typing, faults: Faults, action: str) -> None:
    """Keep what a form brought and show it; what was wrong is told beside it."""
    draft = replace(draft, typed=typed if faults else {})
    await keep_draft(press, draft)
    await redraw(press.interaction, await _panel(press, press.number(0), draft))
    if faults:
        words = press.reader.words
        again = button(action, press.number(0), label=words("form-try-again"))
        await answer(press.interaction, Notice(fault_words(faults, words), [again]))


async def _preview(press: Press) -> None:
    draft = await draft_of(press)
    user, now = press.reader.user_id, press.desk.clock.now()
    await preview(press, Subscription(0, UserTarget(user), draft.wish, now, user, now))


async def _go(press: Press) -> None:
    """Subscribe, or save the changes.

    The draft is used up before that, so of two presses one goes on; where it fails the panel is
    there again, with a draft of its own.
    """
    draft = await draft_of(press)
    await press.interaction.response.defer()
    if not await press.desk.drafts.close(press.number(0)):
        raise ToldError("subscribe-gone")
    try:
        done = await _done(press, draft)
    except Exception:
        number = await open_draft(press, draft)
        await redraw(press.interaction, await _panel(press, number, draft))
        raise
    user, words = press.reader.user_id, press.reader.words
    if isinstance(done, Subscription):
        await redraw(press.interaction, await panel_of(press, done, words("subscribe-changed")))
        return
    if draft.chosen:
        zone = draft.wish.schedule.timezone
        await press.desk.people.choose(user, language=None, timezone=zone, ai=None)
    if done.reachable:
        panel = await panel_of(press, done.subscription, words("subscribe-done"))
        await redraw(press.interaction, panel)
        return
    reach.said(press)
    closed = Notice(words("subscribe-closed"), [try_again_button(words)])
    await redraw(press.interaction, closed)


async def _done(press: Press, draft: WishDraft) -> Subscription | Subscribed:
    """Do what the panel is for. Raises `ToldError`, `TooManySubscriptionsError`."""
    subscriptions = press.desk.subscriptions
    if draft.subscription is None:
        return await subscriptions.subscribe(press.reader.user_id, draft.wish)
    known = await own(press, draft.subscription)
    return await subscriptions.change(known, _changed(known.wish, draft.wish))


def _changed(present: Wish, wanted: Wish) -> Wish:
    """Return what there is with what the panel changes."""
    return replace(present, query=wanted.query, schedule=wanted.schedule, limit=wanted.limit)


async def _cancel(press: Press) -> None:
    draft = await draft_of(press)
    await press.desk.drafts.close(press.number(0))
    key = "subscribe-cancelled-new" if draft.subscription is None else "subscribe-cancelled"
    await redraw(press.interaction, Notice(press.reader.words(key)))


HANDLERS: dict[str, Handler] = {
    _WHAT: _what,
    _WHEN: _when,
    "wish_preview": _preview,
    "wish_go": _go,
    "wish_cancel": _cancel,
}

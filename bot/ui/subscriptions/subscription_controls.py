"""What can be done to a reader's own subscriptions, by a command or by a button.

A subscription is found by its owner only: to anybody else it is *not there*. The DM is opened by
what the person does here (subscribing, **Try again**); where it is closed, that is said there and
then.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bot.core.subscriptions import PauseReason, Subscription
from bot.core.wishes import Typed, apply
from bot.ui.autocomplete import ALL
from bot.ui.digests.previews import preview
from bot.ui.failures import ToldError
from bot.ui.link import reach
from bot.ui.messages import Layout, Notice, answer, redraw
from bot.ui.own_drafts import own_draft
from bot.ui.papers.missed import missed_page
from bot.ui.subscriptions import wish_controls
from bot.ui.subscriptions.own_subscriptions import known, own, panel_of
from bot.ui.subscriptions.panel_subscription import (
    deletion_question,
    deletion_question_all,
    subscriptions_list,
    try_again_button,
    unsubscribed_notice,
    zone_hint,
)
from bot.ui.subscriptions.typed_days import in_english
from bot.ui.subscriptions.wish_controls import open_panel
from bot.ui.subscriptions.wish_drafts import WishDraft, first_wish

if TYPE_CHECKING:
    from bot.ui.controls import Handler, Press


async def subscribe(press: Press, typed: Typed) -> None:
    """Subscribe to what the options say; what they leave out is remembered or usual.

    Without any option open the panel. Raises `WishError`, `TooManySubscriptionsError`.
    """
    base, guessed = first_wish(press.reader)
    if typed == Typed():
        await open_panel(press, WishDraft(base, guessed=guessed))
        return
    wish = apply(in_english(typed, press.reader.words), base)
    await press.interaction.response.defer(ephemeral=True, thinking=True)
    user = press.reader.user_id
    done = await press.desk.subscriptions.subscribe(user, wish)
    if typed.timezone is not None:
        zone = wish.schedule.timezone
        await press.desk.people.choose(user, language=None, timezone=zone, ai=None)
    words = press.reader.words
    if not done.reachable:
        reach.said(press)
        closed = Notice(words("subscribe-closed"), [try_again_button(words)])
        await answer(press.interaction, closed)
        return
    news = words("subscribe-done")
    if guessed and typed.timezone is None:
        news += "\n" + zone_hint(wish.schedule.timezone, words)
    await answer(press.interaction, await panel_of(press, done.subscription, news))


async def list_all(press: Press) -> None:
    """Show the reader's subscriptions; one alone is shown with its buttons at once."""
    reach.said(press)  # the list tells what is stopped, and why
    await answer(press.interaction, await _overview(press))


async def ask_deletion(press: Press, chosen: str) -> None:
    """Ask whether one subscription, or with `ALL` all of them, is really to go."""
    present = await press.desk.subscriptions.of_user(press.reader.user_id)
    if not present:
        raise ToldError("subscriptions-none")
    if chosen.strip().casefold() == ALL:
        question = deletion_question_all(len(present), press.reader.words)
        await answer(press.interaction, question)
        return
    for subscription in present:
        if chosen.strip() == str(subscription.id):
            await answer(press.interaction, deletion_question(subscription, press.reader.words))
            return
    raise ToldError("subscription-which")


async def _list(press: Press) -> None:
    await redraw(press.interaction, await _overview(press, one_alone=False))


async def _pick(press: Press) -> None:
    chosen = press.values[0] if press.values else ""
    if not chosen.isdecimal():
        raise ToldError("subscription-gone")
    await redraw(press.interaction, await panel_of(press, await own(press, int(chosen))))


async def _show(press: Press) -> None:
    await redraw(press.interaction, await panel_of(press, await _pressed(press)))


async def _edit(press: Press) -> None:
    subscription = await _pressed(press)
    await open_panel(press, WishDraft(subscription.wish, subscription.id), in_place=True)


async def _pause(press: Press) -> None:
    paused = await press.desk.subscriptions.pause(await _pressed(press))
    await redraw(press.interaction, await panel_of(press, paused))


async def _resume(press: Press) -> None:
    resumed = await press.desk.subscriptions.resume(await _pressed(press))
    await redraw(press.interaction, await panel_of(press, resumed))


async def _preview(press: Press) -> None:
    await preview(press, await _pressed(press))


async def _delete(press: Press) -> None:
    question = deletion_question(await _pressed(press), press.reader.words)
    await redraw(press.interaction, question)


async def _delete_sure(press: Press) -> None:
    await press.desk.subscriptions.remove(await _pressed(press))
    await redraw(press.interaction, Notice(press.reader.words("subscription-deleted", count=1)))


async def _delete_all(press: Press) -> None:
    present = await press.desk.subscriptions.of_user(press.reader.user_id)
    for subscription in present:
        await press.desk.subscriptions.remove(subscription)
    text = press.reader.words("subscription-deleted", count=len(present))
    await redraw(press.interaction, Notice(text))


async def _unsubscribe(press: Press) -> None:
    """Stop what a direct message came from; pressing twice does it once."""
    subscription = await _pressed(press)
    if subscription.paused is None or subscription.paused.reason is not PauseReason.ASKED:
        subscription = await press.desk.subscriptions.pause(subscription)
    await answer(press.interaction, unsubscribed_notice(subscription, press.reader.words))


async def _resubscribe(press: Press) -> None:
    subscription = await _pressed(press)
    if subscription.paused is not None:
        subscription = await press.desk.subscriptions.resume(subscription)
    news = press.reader.words("unsubscribe-undone")
    await redraw(press.interaction, await panel_of(press, subscription, news))


async def _missed(press: Press) -> None:
    await answer(press.interaction, await _missed_page(press, 0))


async def _turn_missed(press: Press) -> None:
    await redraw(press.interaction, await _missed_page(press, press.number(0)))


async def _missed_page(press: Press, number: int) -> Layout:
    """Return what all the reader's subscriptions missed."""
    mine = await press.desk.subscriptions.of_user(press.reader.user_id)
    papers = await press.desk.subscriptions.missed(mine)
    return missed_page(papers, press, number, "missed_page")


async def _mine(press: Press) -> None:
    """Open the panel, filled in with what the digest in the channel is about.

    Under a digest that was removed it is the panel that `/subscribe` opens.
    """
    found = await press.desk.deliveries.edition_of_part(press.number(0))
    base, guessed = first_wish(press.reader)
    if found is None:
        await open_panel(press, WishDraft(base, guessed=guessed))
        return
    shown = found[0].wish
    wish = replace(base, query=shown.query, schedule=shown.schedule, limit=shown.limit)
    await open_panel(press, WishDraft(wish))


async def _pressed(press: Press) -> Subscription:
    return await own(press, press.number(0))


async def _overview(press: Press, *, one_alone: bool = True) -> Layout:
    present = await press.desk.subscriptions.of_user(press.reader.user_id)
    if one_alone and len(present) == 1:
        return await panel_of(press, present[0])
    shown = [await known(press, subscription) for subscription in present]
    return subscriptions_list(shown, press.desk.clock.now(), press.reader.words)


async def _subscribe_query(press: Press) -> None:
    """Open the panel for what a search was looking for."""
    search = await own_draft(press, "search", "search-gone")
    base, guessed = first_wish(press.reader)
    wish = apply(Typed(query=str(search.body["query"])), base)
    await open_panel(press, WishDraft(wish, guessed=guessed))


HANDLERS: dict[str, Handler] = {
    "sub_list": _list,
    "sub_pick": _pick,
    "sub_panel": _show,
    "sub_edit": _edit,
    "sub_pause": _pause,
    "sub_resume": _resume,
    "sub_preview": _preview,
    "sub_delete": _delete,
    "sub_delete_sure": _delete_sure,
    "sub_delete_all": _delete_all,
    "unsubscribe": _unsubscribe,
    "resubscribe": _resubscribe,
    "missed": _missed,
    "missed_page": _turn_missed,
    "mine": _mine,
    "subscribe_query": _subscribe_query,
    **wish_controls.HANDLERS,
    **reach.HANDLERS,
}

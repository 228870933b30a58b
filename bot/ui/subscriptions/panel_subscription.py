"""The panels of a reader's subscriptions: one in the making, one there is, and the list of all.

They are private and hold no state: a panel in the making carries its draft's id, all others the
subscription's. Queries are what people typed, so they are escaped wherever they are shown.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import discord

from bot.core.deliveries import PartState
from bot.core.editions import Edition, EmptyEdition
from bot.core.pages import Cost, fit
from bot.core.subscriptions import PauseReason
from bot.ui.autocomplete import subscription_name
from bot.ui.controls import Choice, button, select
from bot.ui.digests.digest import empty_cause
from bot.ui.escape import plain
from bot.ui.messages import MOST_CHARACTERS, MOST_COMPONENTS, NOTICE_COLOUR, Layout, Notice
from bot.ui.subscriptions.schedule_words import (
    dry_run_words,
    next_words,
    paused_words,
    query_words,
    schedule_words,
    stamp,
)

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from bot.core.subscriptions import Subscription
    from bot.services.ports import DeliveryReport
    from bot.services.subscribe import DryRun
    from bot.ui.controls import Control
    from bot.ui.i18n import Words
    from bot.ui.subscriptions.wish_drafts import WishDraft

_SHOWN, _SHORT = 200, 80
_ROOM = Cost(MOST_COMPONENTS - 6, MOST_CHARACTERS - 400)


@dataclass(frozen=True, slots=True)
class Known:
    """A subscription with its last delivery, None before the first."""

    subscription: Subscription
    last: DeliveryReport | None


def draft_panel(number: int, draft: WishDraft, run: DryRun, now: datetime, words: Words) -> Layout:
    """Return the panel of a wish in the making, with what it would have brought."""
    wish = draft.wish
    editing = draft.subscription is not None
    panel = Layout()
    panel.text(f"### {words('subscribe-title-edit' if editing else 'subscribe-title')}")
    lines = [
        words("subscribe-what", query=query_words(wish.query, words, _SHOWN)),
        words("subscribe-when", when=schedule_words(wish.schedule, words)),
        words("subscribe-most", limit=words("limit-line", count=wish.limit)),
        next_words(wish.schedule, now, words),
        dry_run_words(run, words),
    ]
    if draft.guessed:
        lines.append(
            "-# " + words("subscribe-zone-guessed", zone=plain(wish.schedule.timezone, 60))
        )
    panel.text("\n".join(lines))
    go = "button-save-changes" if editing else "button-subscribe"
    panel.row(
        button("wish_what", number, label=words("button-what"), emoji="🔎"),
        button("wish_when", number, label=words("button-when"), emoji="🕘"),
        button("wish_go", number, label=words(go), style=discord.ButtonStyle.success),
        button("wish_preview", number, label=words("button-preview"), emoji="👀"),
        button("wish_cancel", number, label=words("button-cancel")),
    )
    return panel


def subscription_panel(known: Known, run: DryRun, now: datetime, words: Words, news: str) -> Layout:
    """Return the panel of a subscription that there is; `news` is its first line, "" for none."""
    subscription = known.subscription
    wish, number = subscription.wish, subscription.id
    panel = Layout()
    title = words("subscription-title", query=query_words(wish.query, words, _SHOWN))
    panel.text("\n".join(filter(None, [news, f"### {title}"])))
    limit = words("limit-line", count=wish.limit)
    lines = [f"{schedule_words(wish.schedule, words)} · {limit}", *_state(known, now, words)]
    lines.append(dry_run_words(run, words))
    panel.text("\n".join(lines))
    panel.row(
        button("sub_edit", number, label=words("button-edit"), emoji="✏️"),
        _pause_or_resume(subscription, words),
        button("sub_preview", number, label=words("button-preview"), emoji="👀"),
        button(
            "sub_delete", number, label=words("button-delete"), style=discord.ButtonStyle.danger
        ),
        button("sub_list", label=words("button-all-subscriptions")),
    )
    return panel


def _pause_or_resume(subscription: Subscription, words: Words) -> Control:
    paused = subscription.paused
    if paused is None:
        return button("sub_pause", subscription.id, label=words("button-pause"), emoji="⏸️")
    if paused.reason is PauseReason.DM_CLOSED:
        return try_again_button(words)
    style = discord.ButtonStyle.success
    return button("sub_resume", subscription.id, label=words("button-resume"), style=style)


def try_again_button(words: Words) -> Control:
    """Return the button that opens a closed DM once more."""
    style = discord.ButtonStyle.success
    return button("dm_try_again", label=words("button-try-again"), style=style)


def _state(known: Known, now: datetime, words: Words) -> list[str]:
    """Return when the next one comes, or why none does; and what became of the last one."""
    subscription = known.subscription
    if subscription.paused is None:
        first = next_words(subscription.wish.schedule, now, words)
    else:
        first = paused_words(subscription.paused, words)
    return [first, words("subscription-last", what=_last(known.last, words))]


def _last(report: DeliveryReport | None, words: Words) -> str:
    if report is None:
        return words("subscription-last-none")
    at = stamp(report.made, "f")
    match report.edition:
        case EmptyEdition() as edition:
            return words("subscription-last-empty", at=at, cause=empty_cause(edition, words))
        case Edition() as edition:
            what = words("status-papers", count=len(edition.chosen))
    if report.state in {None, PartState.SENT}:
        return words("subscription-last-sent", at=at, what=what)
    return words(f"status-{report.state}", at=at, what=what, link="", detail="")


def subscriptions_list(present: Sequence[Known], now: datetime, words: Words) -> Layout:
    """Return all subscriptions of a reader, as many in full as fit, and a menu of all."""
    if not present:
        return Notice(words("subscriptions-none"))
    panel = Layout()
    blocks = [_block(known, now, words) for known in present]
    shown = fit([Cost(1, len(block) + 1) for block in blocks], _ROOM)
    panel.text(f"### {words('subscriptions-title')}")
    for block in blocks[:shown]:
        panel.text(block)
    if shown < len(blocks):
        panel.text("-# " + words("subscriptions-more", count=len(blocks) - shown))
    options = [
        Choice(subscription_name(known.subscription, words), str(known.subscription.id))
        for known in present
    ]
    panel.row(select("sub_pick", placeholder=words("subscriptions-pick"), choices=options))
    return panel


def _block(known: Known, now: datetime, words: Words) -> str:
    wish = known.subscription.wish
    lines = [f"**{query_words(wish.query, words, _SHORT)}**", schedule_words(wish.schedule, words)]
    return "\n".join([*lines, *_state(known, now, words)])


def deletion_question(subscription: Subscription, words: Words) -> Layout:
    """Return the question whether one is really to go."""
    sure = button(
        "sub_delete_sure",
        subscription.id,
        label=words("button-delete-sure"),
        style=discord.ButtonStyle.danger,
    )
    keep = button("sub_panel", subscription.id, label=words("button-keep"))
    query = query_words(subscription.wish.query, words, _SHOWN)
    return Notice(words("subscription-delete-sure", query=query), [sure, keep])


def deletion_question_all(count: int, words: Words) -> Layout:
    """Return the question whether all are really to go."""
    sure = button(
        "sub_delete_all",
        label=words("button-delete-all-sure"),
        style=discord.ButtonStyle.danger,
    )
    keep = button("sub_list", label=words("button-keep"))
    return Notice(words("subscription-delete-all-sure", count=count), [sure, keep])


def unsubscribed_notice(subscription: Subscription, words: Words) -> Layout:
    """Return what the button in a direct message did, and how to take it back."""
    notice = Layout(colour=NOTICE_COLOUR)
    query = query_words(subscription.wish.query, words, _SHORT)
    notice.text(words("unsubscribed", query=query))
    notice.row(button("resubscribe", subscription.id, label=words("button-undo")))
    return notice


def zone_hint(zone: str, words: Words) -> str:
    """Return that a zone is a guess, where nobody named one."""
    return "-# " + words("subscribe-zone-guessed-command", zone=plain(zone, 60))

"""The panel of a server's digest: what comes, when next, and whether it can be posted there.

Everything that a panel says is read anew when it is drawn; it holds no state of its own. Its
controls carry the subscription's id.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import discord

from bot.core.subscriptions import ChannelTarget, Notes
from bot.ui.controls import button
from bot.ui.escape import plain
from bot.ui.messages import NOTICE_COLOUR, Layout, Notice
from bot.ui.subscriptions.schedule_words import (
    dry_run_words,
    next_words,
    paused_words,
    permission_words,
    query_words,
    schedule_words,
)

if TYPE_CHECKING:
    from datetime import datetime

    from bot.core.subscriptions import Subscription, Wish
    from bot.services.subscribe import DryRun
    from bot.ui.controls import Control
    from bot.ui.i18n import Words

_SOURCES = 5
_NOTES = {
    Notes.PROBLEMS: "digest-panel-notes-problems",
    Notes.ALL: "digest-panel-notes-all",
    Notes.NONE: "digest-panel-notes-none",
}


@dataclass(frozen=True, slots=True)
class DigestView:
    """A digest as its panel shows it. `missing` are the permissions it lacks, None where its
    channel is not to be seen; `alerts_missing` the same for where its alerts go; `run` what its
    query would have brought; `news` a first line; `sources` the names of what the server added.
    """

    subscription: Subscription
    missing: tuple[str, ...] | None
    alerts_missing: tuple[str, ...] | None
    run: DryRun
    now: datetime
    news: str = ""
    sources: tuple[str, ...] = ()


def digest_panel(view: DigestView, words: Words) -> Layout:
    """Return the panel, with everything that can be done to the digest."""
    subscription, wish = view.subscription, view.subscription.wish
    panel = Layout()
    title = f"### {words('digest-panel-title', channel=mention(subscription))}"
    panel.text("\n".join(filter(None, [words(view.news) if view.news else "", title])))
    what = [query_words(wish.query, words), words("limit-line", count=wish.limit)]
    lines = [" · ".join(what), schedule_words(wish.schedule, words)]
    if subscription.paused is None:
        lines.append(next_words(wish.schedule, view.now, words))
    else:
        lines.append(paused_words(subscription.paused, words))
    lines.append(dry_run_words(view.run, words))
    if view.sources:
        names = words.listed(plain(name, 40) for name in view.sources[:_SOURCES])
        rest = f" +{len(view.sources) - _SOURCES}" if len(view.sources) > _SOURCES else ""
        lines.append(words("digest-panel-sources", names=names + rest))
    panel.text("\n".join(lines))
    panel.line()
    told = [_access(view, words), alerts_words(subscription, view.alerts_missing, words)]
    panel.text("\n".join([*filter(None, told), "-# " + _manner(wish, words)]))
    panel.row(*_controls(subscription, words))
    if wish.alerts_channel_id is not None:
        panel.row(
            button("digest_no_alerts", subscription.id, label=words("button-no-alerts-channel"))
        )
    return panel


def mention(subscription: Subscription) -> str:
    """Return the channel as Discord shows it."""
    target = subscription.target
    return f"<#{target.channel_id}>" if isinstance(target, ChannelTarget) else ""


def _access(view: DigestView, words: Words) -> str:
    if view.missing is None:
        return words("digest-panel-gone")
    if not view.missing:
        return words("digest-panel-may-post")
    key = "digest-panel-unseen" if "view-channel" in view.missing else "digest-panel-missing"
    missing = permission_words(view.missing, words)
    return words(key, missing=missing, channel=mention(view.subscription))


def alerts_words(subscription: Subscription, missing: tuple[str, ...] | None, words: Words) -> str:
    """Return what keeps alerts from their channel, as a sentence; nothing where they get there."""
    alerts = subscription.wish.alerts_channel_id
    if alerts is None or missing == ():
        return ""
    if missing is None:
        return words("digest-alerts-gone", channel=f"<#{alerts}>")
    lacking = permission_words(missing, words)
    return words("digest-alerts-missing", missing=lacking, channel=f"<#{alerts}>")


def _manner(wish: Wish, words: Words) -> str:
    parts = [
        words("digest-panel-silent" if wish.silent else "digest-panel-normal"),
        words(_NOTES[wish.notes]),
        words("digest-panel-ai" if wish.machine_text else "digest-panel-no-ai"),
    ]
    if wish.alerts_channel_id is not None:
        parts.append(words("digest-panel-alerts", channel=f"<#{wish.alerts_channel_id}>"))
    return " · ".join(parts)


def _controls(subscription: Subscription, words: Words) -> list[Control]:
    number = subscription.id
    controls = [
        button("digest_preview", number, label=words("button-preview"), emoji="👀"),
        button("digest_now", number, label=words("button-post-now"), emoji="📣"),
        button("digest_edit", number, label=words("button-edit"), emoji="✏️"),
    ]
    if subscription.paused is None:
        controls.append(button("digest_pause", number, label=words("button-pause"), emoji="⏸️"))
    else:
        style = discord.ButtonStyle.success
        controls.append(button("digest_resume", number, label=words("button-resume"), style=style))
    controls.append(
        button(
            "digest_remove",
            number,
            label=words("button-remove"),
            style=discord.ButtonStyle.danger,
        )
    )
    return controls


def removal_question(subscription: Subscription, words: Words) -> Layout:
    """Return the question whether the digest is really to go."""
    number = subscription.id
    sure = button(
        "digest_remove_sure",
        number,
        label=words("button-remove-sure"),
        style=discord.ButtonStyle.danger,
    )
    keep = button("digest_panel", number, label=words("button-keep"))
    return Notice(words("digest-remove-sure", channel=mention(subscription)), [sure, keep])


@dataclass(frozen=True, slots=True)
class Posted:
    """What posting at once came to: how many papers in which message (None: not there yet),
    whether Discord refused it, how many papers are `left`, and whether it was the last `again`.
    """

    papers: int
    link: str | None
    refused: bool
    left: int
    again: bool


def posted_notice(posted: Posted, subscription: Subscription, words: Words) -> Layout:
    """Return, for whoever asked, what was posted for all and what that leaves for the next time."""
    channel = mention(subscription)
    if posted.refused:
        return Notice(words("digest-now-refused", channel=channel))
    if posted.link is None:
        return Notice(words("digest-now-on-its-way", channel=channel))
    text = words("digest-now-posted", channel=channel, count=posted.papers, link=posted.link)
    left = words("digest-now-again-left" if posted.again else "digest-now-left", left=posted.left)
    return Notice(f"{text}\n{left}")


def resent_notice(
    subscription: Subscription, words: Words, *, count: int, link: str | None, refused: bool
) -> str:
    """Return, for whoever sent a part again, what became of it."""
    channel = mention(subscription)
    if refused:
        return words("digest-now-refused", channel=channel)
    if link is None:
        return words("digest-now-on-its-way", channel=channel)
    return words("digest-resent", channel=channel, count=count, link=link)


def nothing_notice(subscription: Subscription, cause: str, words: Words, *, again: bool) -> Layout:
    """Return why nothing was posted; `again` offers the last digest once more."""
    notice = Layout(colour=NOTICE_COLOUR)
    notice.text(words("digest-now-nothing", channel=mention(subscription), cause=cause))
    if again:
        repeat = button("digest_again", subscription.id, label=words("button-post-again"))
        notice.row(repeat)
    return notice

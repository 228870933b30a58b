"""What can be done to a server's digest, by a command or by a button on its panel.

A digest is found only from its own server: an id of another one is *not known here*. A panel is
private, so whoever presses its buttons is who was shown it by `/digest`, which the server's own
settings guard; a button on any message that others see asks for Manage Server.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bot.core.deliveries import PartState
from bot.core.editions import AnyEdition, Edition, EmptyEdition
from bot.core.schedules import format_days
from bot.core.subscriptions import ChannelTarget, Subscription
from bot.ui.digests.digest import empty_cause
from bot.ui.digests.panel_digest import (
    DigestView,
    Posted,
    digest_panel,
    mention,
    nothing_notice,
    posted_notice,
    removal_question,
)
from bot.ui.digests.previews import preview
from bot.ui.failures import ToldError
from bot.ui.forms import Blank, show, tell_faults, typed_before
from bot.ui.messages import Layout, Notice, answer, redraw
from bot.ui.papers.missed import missed_buttons, missed_page
from bot.ui.permissions import missing_permissions, missing_to_alert, to_post
from bot.ui.subscriptions.schedule_words import permission_words
from bot.ui.subscriptions.typed_wishes import read_form

if TYPE_CHECKING:
    from bot.services.ports import DeliveryReport
    from bot.ui.controls import Handler, Press
    from bot.ui.forms import Typing

_EDIT = "digest_edit"
_QUERY_MOST = 500


async def digest_of(press: Press, chosen: str | None) -> Subscription:
    """Return the digest a person chose, or the server's only one.

    Raises `ToldError` where there is none, or several and none was chosen, or not this one.
    """
    present = await press.desk.subscriptions.of_server(press.interaction.guild_id or 0)
    if chosen is None:
        if not present:
            raise ToldError("digest-none")
        if len(present) > 1:
            raise ToldError("digest-which", count=len(present))
        return present[0]
    for subscription in present:
        if chosen.strip() == str(subscription.id):
            return subscription
    raise ToldError("digest-not-found" if present else "digest-none")


async def panel_of(press: Press, subscription: Subscription, news: str = "") -> Layout:
    """Return a digest's panel as things stand now."""
    sources = await press.desk.added.of_server(press.interaction.guild_id or 0)
    view = DigestView(
        subscription,
        _missing(press, subscription),
        alerts_missing(press, subscription),
        await press.desk.subscriptions.dry_run(subscription.wish.query, subscription.target),
        press.desk.clock.now(),
        news,
        tuple(source.name for source in sources),
    )
    panel = digest_panel(view, press.reader.words)
    panel.row(*await missed_buttons(press, [subscription], "digest_missed", subscription.id))
    return panel


def alerts_missing(press: Press, subscription: Subscription) -> tuple[str, ...] | None:
    """Return what is missing where a digest's alerts go; nothing where they go to a person."""
    target, alerts = subscription.target, subscription.wish.alerts_channel_id
    if alerts is None or not isinstance(target, ChannelTarget):
        return ()
    return missing_to_alert(press.interaction.client, target.guild_id, alerts)


def must_be_postable(press: Press, subscription: Subscription) -> None:
    """Raise `ToldError` where Discord would take no message, with what is missing there."""
    missing = _missing(press, subscription)
    if missing is None:
        raise ToldError("digest-now-gone")
    if barred := to_post(missing):
        named = permission_words(barred, press.reader.words)
        raise ToldError("digest-now-missing", missing=named, channel=mention(subscription))


async def post_now(press: Press, subscription: Subscription, *, again: bool = False) -> None:
    """Post at once, for everybody; say privately what was posted and what that leaves."""
    interaction, words = press.interaction, press.reader.words
    must_be_postable(press, subscription)
    await interaction.response.defer(ephemeral=True, thinking=True)
    done = await press.desk.publisher.now(subscription, interaction.id, again=again)
    if isinstance(done.edition, EmptyEdition):
        earlier = await press.desk.deliveries.last_edition(subscription.id)
        cause = empty_cause(done.edition, words)
        notice = nothing_notice(subscription, cause, words, again=earlier is not None)
        await answer(interaction, notice)
        return
    if done.delivery_id is not None:
        await press.desk.publisher.bring(done.delivery_id)
    report = await press.desk.publisher.report(subscription, interaction.id)
    if report is None:
        raise ToldError("digest-was-removed")
    posted = Posted(
        _papers(done.edition),
        link_of(subscription, report),
        report.state is PartState.REFUSED,
        done.left,
        again,
    )
    await answer(interaction, posted_notice(posted, subscription, words))


def link_of(subscription: Subscription, report: DeliveryReport) -> str | None:
    """Return the address of a delivered message; None where it is not there."""
    if report.message_id is None:
        return None
    match subscription.target:
        case ChannelTarget(guild_id=guild, channel_id=channel):
            return f"https://discord.com/channels/{guild}/{channel}/{report.message_id}"
        case _:
            return None


async def ask_removal(press: Press, subscription: Subscription) -> None:
    """Ask whether the digest is really to go."""
    await answer(press.interaction, removal_question(subscription, press.reader.words))


async def _open_panel(press: Press) -> None:
    await redraw(press.interaction, await panel_of(press, await _pressed(press)))


async def _preview(press: Press) -> None:
    await preview(press, await _pressed(press))


async def _now(press: Press) -> None:
    await post_now(press, await _pressed(press))


async def _again(press: Press) -> None:
    await post_now(press, await _pressed(press), again=True)


async def _edit(press: Press) -> None:
    subscription = await _pressed(press)
    wish = subscription.wish
    before = await typed_before(press)
    present = {
        "form-query": wish.query,
        "form-time": f"{wish.schedule.at:%H:%M}",
        "form-timezone": wish.schedule.timezone,
        "form-days": format_days(wish.schedule.days),
        "form-limit": str(wish.limit),
    }
    blanks = [
        Blank(key, before.get(key, value), _QUERY_MOST if key == "form-query" else 100)
        for key, value in present.items()
    ]
    await show(press, "form-digest-title", blanks, _edited)


async def _edited(press: Press, typed: Typing) -> None:
    """Take a filled-in form: all of it or, where something is wrong, nothing."""
    subscription = await _pressed(press)
    reading = read_form(typed, subscription.wish, press.reader.words)
    if reading.faults:
        await tell_faults(press, _EDIT, typed, reading.faults)
        return
    changed = await press.desk.subscriptions.change(subscription, reading.wish)
    await redraw(press.interaction, await panel_of(press, changed, "digest-panel-changed"))


async def _pause(press: Press) -> None:
    paused = await press.desk.subscriptions.pause(await _pressed(press))
    await redraw(press.interaction, await panel_of(press, paused))


async def _resume(press: Press) -> None:
    resumed = await press.desk.subscriptions.resume(await _pressed(press))
    await redraw(press.interaction, await panel_of(press, resumed))


async def _missed(press: Press) -> None:
    await answer(press.interaction, await _missed_page(press, 0))


async def _turn_missed(press: Press) -> None:
    await redraw(press.interaction, await _missed_page(press, press.number(1)))


async def _missed_page(press: Press, number: int) -> Layout:
    """Return what the digest missed while it was stopped."""
    subscription = await _pressed(press)
    papers = await press.desk.subscriptions.missed([subscription])
    return missed_page(papers, press, number, "digest_missed_page", subscription.id)


async def _remove(press: Press) -> None:
    await redraw(press.interaction, removal_question(await _pressed(press), press.reader.words))


async def _remove_sure(press: Press) -> None:
    subscription = await _pressed(press)
    await press.desk.subscriptions.remove(subscription)
    gone = press.reader.words("digest-removed", channel=mention(subscription))
    await redraw(press.interaction, Notice(gone))


async def _no_alerts(press: Press) -> None:
    """Let alerts go to whoever set the digest up; Discord's options cannot be set to nothing."""
    known = await _pressed(press)
    wish = replace(known.wish, alerts_channel_id=None)
    changed = await press.desk.subscriptions.change(known, wish)
    await redraw(press.interaction, await panel_of(press, changed, "digest-panel-changed"))


async def _pressed(press: Press) -> Subscription:
    """Return the digest whose button was pressed, if the person may do anything to it."""
    return of_this_server(press, await press.desk.subscriptions.get(press.number(0)))


def of_this_server(press: Press, subscription: Subscription | None) -> Subscription:
    """Return a digest that is pressed on, if it is this server's and the person may do that.

    Raises `ToldError`: `digest-was-removed`, `digest-not-found`, `failure-not-allowed`.
    """
    interaction = press.interaction
    message = interaction.message
    shown_to_them = message is not None and message.flags.ephemeral
    if not shown_to_them and not interaction.permissions.manage_guild:
        raise ToldError("failure-not-allowed")
    if subscription is None:
        raise ToldError("digest-was-removed")
    if (
        not isinstance(subscription.target, ChannelTarget)
        or subscription.target.guild_id != interaction.guild_id
    ):
        raise ToldError("digest-not-found")
    return subscription


def _missing(press: Press, subscription: Subscription) -> tuple[str, ...] | None:
    target = subscription.target
    assert isinstance(target, ChannelTarget)  # noqa: S101 - only servers' digests come here
    return missing_permissions(press.interaction.client, target.guild_id, target.channel_id)


def _papers(edition: AnyEdition) -> int:
    return len(edition.chosen) if isinstance(edition, Edition) else 0


HANDLERS: dict[str, Handler] = {
    "digest_panel": _open_panel,
    "digest_preview": _preview,
    "digest_now": _now,
    "digest_again": _again,
    _EDIT: _edit,
    "digest_pause": _pause,
    "digest_resume": _resume,
    "digest_missed": _missed,
    "digest_missed_page": _turn_missed,
    "digest_no_alerts": _no_alerts,
    "digest_remove": _remove,
    "digest_remove_sure": _remove_sure,
}

"""The status of a server's digests: what came, what comes next, what is wrong, what is indexed.

Every digest's block fits where it is counted to fit; what does not is on the next page. What is
wrong with a source is told by its kind: its error may name an address that is nobody's business
but the operator's.
"""

from __future__ import annotations

import math
import re
from typing import TYPE_CHECKING

from bot.core.deliveries import PartState
from bot.core.editions import Edition, EmptyEdition
from bot.core.pages import Cost, page
from bot.core.subscriptions import ChannelTarget
from bot.ui.digests.digest import empty_cause
from bot.ui.digests.digest_controls import alerts_missing, link_of
from bot.ui.digests.panel_digest import alerts_words, mention
from bot.ui.digests.sending_again import HANDLERS as SENDING_AGAIN
from bot.ui.digests.sending_again import again_buttons
from bot.ui.escape import plain
from bot.ui.failures import ToldError
from bot.ui.messages import MOST_CHARACTERS, MOST_COMPONENTS, Layout, answer, redraw
from bot.ui.pager import pager
from bot.ui.papers.missed import missed_buttons
from bot.ui.permissions import ALL_NEEDED, missing_permissions
from bot.ui.subscriptions.schedule_words import (
    blocked_key,
    next_words,
    paused_words,
    permission_words,
    query_words,
    schedule_short,
    stamp,
)

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from bot.core.subscriptions import Subscription
    from bot.services.ports import DeliveryReport, SourceHealth
    from bot.ui.controls import Handler, Press
    from bot.ui.i18n import Words

_TOLD = 10  # deliveries of each digest
_ROOM = Cost(MOST_COMPONENTS - 8, MOST_CHARACTERS - 900)
_QUERY = 60
_LONGEST_BLOCK = 1_800
_MOST_SOURCES = 5
_CODE = re.compile(r"(?P<name>[a-z_]*) ?(?P<numbers>[0-9 ]{0,20})")
_CODES = frozenset(
    "broke channel_gone connection_lost discord_error discord_refused dm_brake dm_closed invalid "
    "missing_permission no_connection put_back rate_limited too_late unreadable".split()
)
"""What a part's detail says, besides the numbers of Discord and the names of permissions."""


async def show(press: Press, chosen: Subscription | None) -> None:
    """Answer with the status of one digest, or of all on the server."""
    present = [chosen] if chosen else await _digests(press)
    await answer(press.interaction, await _status(press, present, 0))


async def _turn(press: Press) -> None:
    await redraw(press.interaction, await _status(press, await _digests(press), press.number(0)))


async def _digests(press: Press) -> list[Subscription]:
    present = await press.desk.subscriptions.of_server(press.interaction.guild_id or 0)
    if not present:
        raise ToldError("digest-none")
    return present


async def _status(press: Press, present: Sequence[Subscription], number: int) -> Layout:
    words = press.reader.words
    reports = [await press.desk.subscriptions.reports(s, _TOLD) for s in present]
    blocks = [
        _block(press, subscription, deliveries)
        for subscription, deliveries in zip(present, reports, strict=True)
    ]
    again = [
        [
            *again_buttons(deliveries, subscription, words),
            *await missed_buttons(press, [subscription], "digest_missed", subscription.id),
        ]
        for subscription, deliveries in zip(present, reports, strict=True)
    ]
    costs = [
        Cost(1 + len(buttons) + math.ceil(len(buttons) / 5), len(block) + 1)
        for block, buttons in zip(blocks, again, strict=True)
    ]
    at = page(costs, _ROOM, number)
    message = Layout()
    message.text(f"### {words('status-title')}")
    for index in range(at.start, at.end):
        message.text(blocks[index])
        message.rows(again[index])
    message.row(*pager("digest_status", number=at.number, of=at.of, words=words))
    message.line()
    message.text(await _indexed(press))
    return message


def _block(press: Press, subscription: Subscription, deliveries: Sequence[DeliveryReport]) -> str:
    words, wish = press.reader.words, subscription.wish
    parts = [mention(subscription), schedule_short(wish.schedule, words)]
    parts.append(query_words(wish.query, words, _QUERY))
    lines = [f"**{' · '.join(parts)}**"]
    missing = _missing(press, subscription)
    if subscription.paused is not None:
        lines.append(paused_words(subscription.paused, words))
    else:
        lines.append(next_words(wish.schedule, press.desk.clock.now(), words))
    if missing is None:
        lines.append(words("digest-panel-gone"))
    elif missing:
        named = permission_words(missing, words)
        lines.append(words("digest-panel-missing", missing=named, channel=mention(subscription)))
    alerts = alerts_words(subscription, alerts_missing(press, subscription), words)
    if alerts:
        lines.append(alerts)
    told = [delivery_words(report, subscription, words) for report in deliveries]
    room = _LONGEST_BLOCK - sum(len(line) + 1 for line in lines)
    for line in told or [words("status-none-yet")]:
        room -= len(line) + 4
        if room < 0:
            break
        lines.append(f"-# {line}")
    return "\n".join(lines)


def _missing(press: Press, subscription: Subscription) -> tuple[str, ...] | None:
    target = subscription.target
    if not isinstance(target, ChannelTarget):
        return ()
    return missing_permissions(press.interaction.client, target.guild_id, target.channel_id)


def delivery_words(report: DeliveryReport, subscription: Subscription, words: Words) -> str:
    """Return what became of one delivery, as a line; a link to it where it is in a channel."""
    edition = report.edition
    at = stamp(told_of(report), "f")
    match edition:
        case EmptyEdition():
            what = empty_cause(edition, words)
        case Edition():
            what = words("status-papers", count=len(edition.chosen))
    if report.state is None:
        return words("status-quiet", at=at, what=what)
    link = link_of(subscription, report) or ""
    if report.state is PartState.SENT and not link:
        return words("status-arrived", at=at, what=what)
    detail = _detail(report, words)
    key = f"status-{report.state.value}"
    if report.state is PartState.UNSURE and report.detail == "put_back":
        key = "status-unsure-put-back"  # its channel may well be read back
    return words(key, at=at, what=what, link=link, detail=detail)


def told_of(report: DeliveryReport) -> datetime:
    """Return the instant to name: when it was made; where it was passed over, when it was due."""
    edition = report.edition
    passed_over = isinstance(edition, EmptyEdition) and edition.passed_over
    return edition.made if passed_over else report.made


def _detail(report: DeliveryReport, words: Words) -> str:
    """Return what Discord said: permissions by their names, a code with its numbers in words.

    A detail of another version is none of these and left out: it is nothing that people read.
    """
    names = report.detail.split(", ")
    if all(name in ALL_NEEDED for name in names):
        return words("detail-after", detail=permission_words(names, words))
    if blocked := blocked_key(report.detail):
        return words("detail-after", detail=words(f"detail-{blocked}"))
    match = _CODE.fullmatch(report.detail)
    name = "" if match is None else match["name"] or (match["numbers"] and "discord_error")
    if match is None or name not in _CODES:
        return ""
    detail = words("detail-" + name.replace("_", "-"), status=match["numbers"] or "?")
    return words("detail-after", detail=detail)


async def _indexed(press: Press) -> str:
    words = press.reader.words
    holdings = await press.desk.papers.holdings()
    oldest = words.full_day(holdings.oldest) if holdings.oldest else ""
    newest = words.full_day(holdings.newest) if holdings.newest else ""
    lines = [words("status-indexed", count=holdings.papers, oldest=oldest, newest=newest)]
    healths = sorted(await press.desk.papers.health(), key=lambda one: one.error is None)
    lines += [_health(health, words) for health in healths[:_MOST_SOURCES]]
    return "\n".join(f"-# {line}" for line in lines)


def _health(health: SourceHealth, words: Words) -> str:
    source = plain(health.source, 40)
    if health.source == "huggingface":
        source = words("source-huggingface")
    elif health.source == "arxiv":
        source = words("service-arxiv")
    failed, answered = health.last_error, health.last_ok
    if failed is not None and health.trouble is not None:  # a good answer takes it back
        why = words(f"trouble-{health.trouble}")
        return words("status-source-error", source=source, when=stamp(failed, "R"), why=why)
    if answered is None:
        return words("status-source-new", source=source)
    return words("status-source-ok", source=source, when=stamp(answered, "R"))


HANDLERS: dict[str, Handler] = {"digest_status": _turn, **SENDING_AGAIN}

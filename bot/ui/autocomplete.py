"""What is offered while somebody types an option.

A choice's name is at most 100 characters, as is its value, and there are at most 25 (Discord's
limits). Where the text typed is not understood, the choice says why and carries the text as it is,
so that nothing typed is lost.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, cast
from zoneinfo import ZoneInfo

from discord.app_commands import Choice

from bot.core.query import QuerySyntaxError, parse, unparse
from bot.core.schedules import (
    DAILY,
    TUE_SAT,
    WEEKDAYS,
    ScheduleError,
    format_days,
    parse_days,
    parse_time,
    weekly,
)
from bot.core.subscriptions import ChannelTarget, Target, UserTarget
from bot.core.zones import suggest_zones, zones_for_locale
from bot.ui.controls import Host, Press, press_of
from bot.ui.escape import cut, one_line
from bot.ui.failures import explain
from bot.ui.forgiving import forgiving
from bot.ui.i18n import languages, own_name
from bot.ui.subscriptions.schedule_words import days_words, schedule_short
from bot.ui.subscriptions.typed_days import english_days

if TYPE_CHECKING:
    from datetime import datetime

    import discord

    from bot.core.subscriptions import Subscription
    from bot.ui.i18n import Words

ALL = "all"
"""The value of the choice that stands for every subscription of a reader."""

_MOST = 25
_LONGEST = 100
_QUERY_SHOWN = 60
_TIMES = ("07:00", "08:00", "09:00", "12:00", "17:00", "18:00", "21:00")
_HALF_A_DAY = 12

Choices = list[Choice[str]]


@forgiving
async def zones(interaction: discord.Interaction, typed: str) -> Choices:
    """Offer time zones with their present time: the remembered one and the locale's first."""
    press = await _typing(interaction)
    mine = (press.reader.timezone,) if press.reader.timezone else ()
    now = press.desk.clock.now()
    first = (*mine, *zones_for_locale(press.reader.locale))
    return [
        _choice(press.reader.words("choice-zone", zone=name, time=_reading(now, name)), name)
        for name in suggest_zones(typed, first, _MOST)
    ]


def _reading(now: datetime, zone: str) -> str:
    return f"{now.astimezone(ZoneInfo(zone)):%H:%M}"


@forgiving
async def days(interaction: discord.Interaction, typed: str) -> Choices:
    """Offer Daily, Weekdays, Tue–Sat, Weekly on Monday; or the days typed so far."""
    words = (await _typing(interaction)).reader.words
    offered = [DAILY, WEEKDAYS, TUE_SAT, weekly(0)]
    if not typed.strip():
        return [_days(chosen, words) for chosen in offered]
    try:
        return [_days(parse_days(english_days(typed, words)), words)]
    except ScheduleError as fault:
        begun = typed.strip().casefold()
        like = [c for c in (_days(o, words) for o in offered) if begun in c.name.casefold()]
        return like or _fault(fault, typed, words)


def _days(chosen: frozenset[int], words: Words) -> Choice[str]:
    name = days_words(chosen, words)
    return _choice(name[:1].upper() + name[1:], format_days(chosen))


@forgiving
async def times(interaction: discord.Interaction, typed: str) -> Choices:
    """Offer times of day: usual ones, or the one typed, half an hour and half a day on."""
    if not typed.strip():
        return [_choice(text, text) for text in _TIMES]
    try:
        at = parse_time(typed)
    except ScheduleError as fault:
        return _fault(fault, typed, (await _typing(interaction)).reader.words)
    offered = [at]
    if at.minute == 0:
        offered.append(at.replace(minute=30))
    offered.append(at.replace(hour=(at.hour + _HALF_A_DAY) % (2 * _HALF_A_DAY)))
    return [_choice(f"{one:%H:%M}", f"{one:%H:%M}") for one in offered]


@forgiving
async def queries(interaction: discord.Interaction, typed: str) -> Choices:
    """Say how the query typed so far is understood and what it would have brought a reader."""
    return await _understood(interaction, typed, UserTarget(interaction.user.id))


@forgiving
async def server_queries(interaction: discord.Interaction, typed: str) -> Choices:
    """Say the same of what it would have brought a digest of this server."""
    target = ChannelTarget(interaction.guild_id or 0, interaction.channel_id or 0)
    return await _understood(interaction, typed, target)


async def _understood(interaction: discord.Interaction, typed: str, target: Target) -> Choices:
    press = await _typing(interaction)
    words = press.reader.words
    text = typed.strip() or "*"
    if len(text) > _LONGEST:  # no choice can carry it; what is typed is taken as it is
        return []
    try:
        query = unparse(parse(text))
        run = await press.desk.subscriptions.dry_run(text, target)
    except QuerySyntaxError as fault:
        return _fault(fault, typed, words)
    shown = words("query-everything") if query == "*" else cut(query, _QUERY_SHOWN)
    return [_choice(words("choice-query", query=shown, count=run.papers), text)]


@forgiving
async def digests(interaction: discord.Interaction, typed: str) -> Choices:
    """Offer the server's digests: “#papers · daily 09:00 · diffusion”."""
    press = await _typing(interaction)
    present = await press.desk.subscriptions.of_server(interaction.guild_id or 0)
    choices = [
        _choice(_digest_name(interaction, one, press.reader.words), str(one.id)) for one in present
    ]
    return _like(choices, typed)


def _digest_name(interaction: discord.Interaction, subscription: Subscription, words: Words) -> str:
    target, guild = subscription.target, interaction.guild
    channel = None
    if isinstance(target, ChannelTarget) and guild is not None:
        channel = guild.get_channel_or_thread(target.channel_id)
    name = channel.name if channel is not None else words("channel-unknown")
    return words(
        "choice-digest",
        channel=cut(one_line(name), 30),
        schedule=schedule_short(subscription.wish.schedule, words),
        query=_query_name(subscription, words),
    )


@forgiving
async def subscriptions(interaction: discord.Interaction, typed: str) -> Choices:
    """Offer the reader's subscriptions, and all of them at once."""
    press = await _typing(interaction)
    words = press.reader.words
    present = await press.desk.subscriptions.of_user(press.reader.user_id)
    choices = [_choice(subscription_name(one, words), str(one.id)) for one in present]
    if len(present) > 1:
        choices.insert(0, _choice(words("choice-all-subscriptions"), ALL))
    return _like(choices, typed)


def subscription_name(subscription: Subscription, words: Words) -> str:
    """Return a subscription's name in a choice or a menu, which show no markdown."""
    when = schedule_short(subscription.wish.schedule, words)
    return words("choice-subscription", query=_query_name(subscription, words), schedule=when)


def _query_name(subscription: Subscription, words: Words) -> str:
    query = subscription.wish.query
    return words("query-everything") if query == "*" else cut(one_line(query), 40)


def language_choices() -> Choices:
    """Return the languages there are, each by its own name."""
    return [_choice(own_name(code), code) for code in languages()]


def _like(choices: Choices, typed: str) -> Choices:
    wanted = typed.strip().casefold()
    return [choice for choice in choices if wanted in choice.name.casefold()][:_MOST]


def _fault(fault: Exception, typed: str, words: Words) -> Choices:
    why = (explain(fault, words) or words("failure-invalid")).partition("\n")[0]
    carried = typed.strip()
    if not carried or len(carried) > _LONGEST:
        return []
    return [_choice(words("choice-fault", why=one_line(why).replace("`", "")), carried)]


def _choice(name: str, value: str) -> Choice[str]:
    return Choice(name=cut(name, _LONGEST), value=value)


async def _typing(interaction: discord.Interaction) -> Press:
    return await press_of(interaction, cast("Host", interaction.client).desk)

"""`paperboy check`: everything that can be known before anybody waits for a digest.

The configuration, the database, the sources that servers added and that cannot be read, the lists
of publications and the feeds that the configuration names, the models and the LibreTranslate that
it names (they are asked what they have, and nothing that costs), the token, the intents, and for
every digest whether the bot may post in its channel and where its alerts go; then the address that
invites the bot with exactly what it needs. Each finding is a line with a mark; nothing is changed
(an older database is not brought up to date either), nothing is sent.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

import aiohttp
import discord
import discord.http

from bot.core.holidays import COVERED_UNTIL, runs_out
from bot.core.subscriptions import ChannelTarget
from bot.errands.counted import counted
from bot.errands.feeds_check import feeds, libretranslate
from bot.errands.models import models
from bot.process.title_workshop import TitleWorkshop
from bot.services.clock import SystemClock
from bot.services.ports import SourceFault, TitlesFault
from bot.services.titles import FEW
from bot.sources.errors import shown_address
from bot.storage.added_sources import AddedSourceRows
from bot.storage.database import Database
from bot.storage.errors import DatabaseTooOld, StorageError
from bot.storage.ledger import LedgerRows
from bot.storage.subscriptions import SubscriptionRows
from bot.storage.title_changes import TitleChanges
from bot.ui.i18n import words_in
from bot.ui.link.connection import in_short
from bot.ui.permissions import lacking, to_post

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from bot.config import Settings
    from bot.core.subscriptions import Subscription
    from bot.services.ports import AddedSource

Mark = Literal["ok", "warning", "fault", "info"]

_MANY = 1_000  # changes that are counted


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at. A `fault` keeps the bot from working."""

    mark: Mark
    what: str
    told: str


def invite_url(application_id: int) -> str:
    """Return the address that adds the bot to a server with the permissions it needs."""
    wanted = discord.Permissions(
        view_channel=True,
        send_messages=True,
        send_messages_in_threads=True,
        read_message_history=True,
        attach_files=True,  # a weekly digest's picture; it comes without where that is missing
    )
    scopes = ("bot", "applications.commands")
    return discord.utils.oauth_url(application_id, permissions=wanted, scopes=scopes)


async def look(settings: Settings) -> AsyncIterator[Finding]:
    """Yield the findings, in the order in which they matter."""
    digests: list[Subscription] = []
    failing: list[AddedSource] = []
    titles: Finding | None = None
    put_back: Finding | None = None
    if not settings.database.path.exists():
        yield Finding("info", "database", f"{settings.database.path} will be made by the first run")
    else:
        try:
            async with Database.look(settings.database.path) as database:
                digests = await SubscriptionRows(database).all_channels()
                failing = await AddedSourceRows(database).failing()
                titles = await _titles(database)
                put_back = await _put_back(database)
        except DatabaseTooOld as error:
            yield Finding("warning", "database", f"{error}; its digests were not looked at")
        except StorageError as error:
            yield Finding("fault", "database", str(error))
        else:
            count = counted(len(digests), "server digest")
            yield Finding("ok", "database", f"{settings.database.path}, {count}")
            for finding in (put_back, titles):
                if finding is not None:
                    yield finding
            for source in failing:
                yield Finding("warning", f"source {source.name}", _failing(source))
    async for finding in _publications(settings):
        yield finding
    async for finding in _asked(settings):
        yield finding
    yield _holidays(SystemClock().now().date())
    yield Finding(
        "info",
        "encryption",
        "is the volume that holds the database encrypted? Discord's terms ask for it",
    )
    if settings.token is None:
        yield Finding("fault", "token", "there is none: set DISCORD_TOKEN or discord.token_file")
        return
    async for finding in _online(settings, settings.token.get_secret_value(), digests):
        yield finding


def _failing(source: AddedSource) -> str:
    """Say where a source that a server added is, since when it cannot be read, and why."""
    since = (source.last_ok or source.added).date()
    address = shown_address(source.address or "")
    return f"of server {source.server}, {address}, not read since {since}: {source.error}"


async def _publications(settings: Settings) -> AsyncIterator[Finding]:
    """Read every list of publications that is named, as the bot would, and keep nothing of it."""
    if not (places := settings.publication_places):
        return
    from bot.sources.http import Limits, PoliteClient  # noqa: PLC0415 - seldom needed
    from bot.sources.listed import publication_lists  # noqa: PLC0415 - as above

    async with PoliteClient(user_agent=settings.user_agent, limits=Limits(attempts=1)) as client:
        for one in publication_lists(client, places):
            try:
                told = await one.read()
            except SourceFault as fault:
                yield Finding("warning", "publications", _with_place(str(fault), places[one.name]))
                continue
            faults = [] if told is None else [one for one in told.faults if not one.mended]
            count = 0 if told is None else len(told.papers)
            entries = f"{one.name}: {counted(count, 'entry', 'entries')}"
            if faults:
                first = f"the first is {faults[0].item}: {faults[0].why}"
                entries = f"{entries}, and {len(faults)} that cannot be read; {first}"
            told_there = _with_place(entries, places[one.name])
            yield Finding("warning" if faults else "ok", "publications", told_there)


def _with_place(told: str, place: str | Path) -> str:
    """Add where a list stands, as the words of a source's fault do that name it already."""
    where = shown_address(place) if isinstance(place, str) else str(place)
    return told if where in told else f"{told} ({where})"


async def _asked(settings: Settings) -> AsyncIterator[Finding]:
    """Ask what else is named, and costs nothing to ask."""
    for asked in (feeds(settings), models(settings), libretranslate(settings)):
        async for seen in asked:
            yield Finding("ok" if seen.well else "warning", seen.section, seen.told)


def _holidays(today: date) -> Finding:
    """Look whether the list of arXiv's holidays still covers the days to come."""
    told = f"arXiv's are known until {COVERED_UNTIL}"
    if runs_out(today):
        remedy = "after that only the yearly ones are assumed; a newer Paperboy knows more"
        return Finding("warning", "holidays", f"{told}; {remedy}")
    return Finding("ok", "holidays", told)


async def _put_back(database: Database) -> Finding | None:
    """Look whether it is an older copy that the next start will have to be careful with."""
    back = await LedgerRows(database).put_back()
    if back is None:
        return None
    of = "" if back.made is None else f" of {back.made:%d %b %Y, %H:%M} UTC"
    remedy = "the next start skips what is due, for it may have been sent since, and goes on"
    return Finding("warning", "database", f"it is a copy{of} that was put back: {remedy}")


async def _titles(database: Database) -> Finding | None:
    """Look at the title index that is kept; few papers need none."""
    changes = TitleChanges(database)
    try:
        kept = await asyncio.to_thread(TitleWorkshop(database.path).load)
    except TitlesFault as fault:
        return Finding("warning", "titles", f"{fault}; the next run does that")
    version = None if kept is None else await changes.stamped(kept.stamp)
    if kept is not None and version is not None:
        behind = await changes.count_since(version, _MANY + 1)
        more = f"more than {_MANY:,} changes" if behind > _MANY else counted(behind, "change")
        return Finding("ok", "titles", f"{len(kept):,} indexed, {more} since")
    if await changes.last_key() <= FEW:
        return None
    return Finding("info", "titles", "not indexed yet: the next run does it, or `paperboy index`")


async def _online(
    settings: Settings, token: str, digests: list[Subscription]
) -> AsyncIterator[Finding]:
    discord.http.Route.BASE = settings.discord.api_url
    # It warns of voice and of intents that nobody needs here, between the findings.
    logging.getLogger("discord").setLevel(logging.ERROR)
    client = discord.Client(intents=discord.Intents.none())
    try:
        async with client:
            try:
                await client.login(token)
                info = await client.application_info()
            except discord.LoginFailure:
                told = "Discord does not accept it; reset it in the developer portal"
                yield Finding("fault", "token", told)
                return
            user = client.user.name if client.user else "?"
            yield Finding("ok", "token", f"{user}, application {info.id}")
            yield _intents(info.flags)
            for digest in digests:
                for finding in await _places(client, digest):
                    yield finding
            yield Finding("info", "invite", invite_url(info.id))
    except (discord.DiscordException, aiohttp.ClientError, OSError) as error:
        told = f"{settings.discord.api_url} cannot be asked: {in_short(error)}"
        yield Finding("fault", "discord", told)


def _intents(flags: discord.ApplicationFlags) -> Finding:
    """Say which privileged intents are switched on in the portal; Paperboy asks for none."""
    switched_on = {
        "Presence": flags.gateway_presence or flags.gateway_presence_limited,
        "Server Members": flags.gateway_guild_members or flags.gateway_guild_members_limited,
        "Message Content": flags.gateway_message_content or flags.gateway_message_content_limited,
    }
    needless = [name for name, on in switched_on.items() if on]
    if needless:
        told = f"{', '.join(needless)} can be switched off in the portal: only Guilds is used"
        return Finding("info", "intents", told)
    return Finding("ok", "intents", "none of the privileged ones is switched on, none is needed")


async def _places(client: discord.Client, digest: Subscription) -> list[Finding]:
    """Look at a digest's channel, and at the one for its alerts."""
    target, alerts = digest.target, digest.wish.alerts_channel_id
    assert isinstance(target, ChannelTarget)  # noqa: S101 - only channels were asked for
    what = f"digest {digest.id}"
    found = [await _place(client, target, what)]
    if alerts is not None and alerts != target.channel_id:
        place = ChannelTarget(target.guild_id, alerts)
        found.append(await _place(client, place, f"{what}, alerts", alerts=True))
    return found


async def _place(
    client: discord.Client, target: ChannelTarget, what: str, *, alerts: bool = False
) -> Finding:
    """Look at one channel or thread. Alerts that cannot be told there go to a person instead."""
    bad: Mark = "warning" if alerts else "fault"
    try:
        guild = await client.fetch_guild(target.guild_id, with_counts=False)
        channel = place = await guild.fetch_channel(target.channel_id)
        if isinstance(channel, discord.Thread):  # its parent's overwrites are its own
            place = await guild.fetch_channel(channel.parent_id)
        me = await guild.fetch_member(client.user.id if client.user else 0)
    except (discord.NotFound, discord.Forbidden):
        return Finding(bad, what, f"channel {target.channel_id} is gone or cannot be seen")
    except discord.DiscordException as error:
        return Finding(bad, what, f"channel {target.channel_id} could not be looked at: {error}")
    assert not isinstance(place, discord.Thread)  # noqa: S101 - a thread's parent is none
    missing = lacking(place, me, in_thread=channel is not place)
    if alerts:
        missing = to_post(missing)
    if missing:
        words = words_in("en")
        names = ", ".join(words(f"permission-{name}") for name in missing)
        return Finding(bad, what, f"#{channel.name} in {guild.name}: missing {names}")
    return Finding("ok", what, f"#{channel.name} in {guild.name}: may post")

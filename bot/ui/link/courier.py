"""The courier: brings parts to Discord and tells honestly what became of them.

What Discord answers becomes an outcome here and nowhere else. *Refused* is Discord's "never" (or
not until somebody mends something): 403 and 404 with their codes. *Failed* is everything that may
work later: 5xx, rate limits, a broken connection; the part keeps its nonce, and Discord drops a
repeat of it for some minutes.

All sends take from one bucket below Discord's 50 requests a second for a bot; interactions are
exempt from that limit and do not pass here.
"""

from __future__ import annotations

import asyncio
from dataclasses import replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

import aiohttp
import discord
import structlog

from bot.core.deliveries import (
    Failed,
    Missing,
    Outcome,
    Parcel,
    ReadBack,
    Refused,
    Sent,
    Unreadable,
    nonce,
)
from bot.core.editions import AnyEdition, Edition
from bot.core.passages import texts_in_edition
from bot.core.schedules import PUNCTUAL
from bot.core.subscriptions import ChannelTarget, Paused, Subscription, UserTarget
from bot.ui.desk import words_of
from bot.ui.digests.digest import Issue, digest
from bot.ui.digests.topics_chart import chart_of
from bot.ui.i18n import words_in
from bot.ui.link.brake import Brake
from bot.ui.link.outcomes import to_channel, to_reader, was_deleted
from bot.ui.link.pace import Pace
from bot.ui.messages import Notice
from bot.ui.permissions import may_attach, missing_permissions
from bot.ui.subscriptions.schedule_words import permission_words, stop_key

if TYPE_CHECKING:
    from bot.core.papers import Paper
    from bot.services.ports import Clock, Opened, PaperStore, PeopleStore
    from bot.services.translate import Translations
    from bot.ui.link.client import PaperboyClient

log = structlog.stdlib.get_logger(__name__)

_READ_BACK = 1_000  # messages read to find a part again; behind them nobody knows
_SLACK = timedelta(seconds=30)  # for what Discord's clock was when it was last heard
_FORBIDDEN, _NOT_FOUND = 403, 404


class DiscordCourier:
    """Sends through a discord.py client."""

    def __init__(  # noqa: PLR0913 - where everything is, and how fast it may go
        self,
        client: PaperboyClient,
        papers: PaperStore,
        people: PeopleStore,
        clock: Clock,
        translations: Translations | None = None,
        *,
        per_second: float = 45.0,
    ) -> None:
        self._client = client
        self._papers = papers
        self._people = people
        self._clock = clock
        self._translations = translations
        self._budget = Pace(clock, per_second)
        # Two messages are in the making, one of them in line: a second's worth, made at once, would
        # hold up interactions.
        self._making = asyncio.Semaphore(2)
        self._brake = Brake(clock)
        self._opening = asyncio.Lock()

    async def send(self, parcel: Parcel) -> Outcome:
        """Send one part with its nonce."""
        subscription = parcel.subscription
        edition = parcel.edition
        if self._clock.now() - parcel.created > PUNCTUAL:  # made in time, and held up since
            edition = replace(edition, late=True)
        channel_id = await self._channel_id(subscription) or await self._opened(subscription)
        if not isinstance(channel_id, int):
            return channel_id
        async with self._making:
            await self._client.courtesy.give_way()
            chart = await chart_of(edition) if self._may_attach(subscription) else None
            issue = await self.issue(edition, subscription, parcel.part_id)
            message = digest(issue, charted=chart is not None)
            await self._budget.turn()
        try:
            sent = await self._channel(channel_id).send(
                view=message,
                files=[] if chart is None else [chart],
                nonce=parcel.nonce,
                silent=subscription.wish.silent,
                allowed_mentions=discord.AllowedMentions.none(),
            )
        except (discord.HTTPException, aiohttp.ClientError, OSError) as error:
            if was_deleted(error):
                return Sent(None)
            outcome = await self._outcome(error, subscription)
            self._brake.heed(outcome)
            return outcome
        return Sent(sent.id)

    async def issue(self, edition: AnyEdition, subscription: Subscription, part_id: int) -> Issue:
        """Return an edition with everything that its message needs. What was translated before it
        was made is shown so; nobody is asked for more now.
        """
        papers = await papers_of(edition, self._papers)
        translated = None
        if self._translations is not None and subscription.wish.machine_text:
            texts = texts_in_edition(edition, papers)
            translated = await self._translations.known(texts, subscription.wish.language)
        return Issue(edition, subscription, papers, part_id, self._clock.now(), translated)

    def ahead(self) -> timedelta:
        """Return how far Discord's clock is ahead of ours, as far as it has told."""
        return self._client.discord_time.ahead(self._clock.now())

    async def find(self, parcel: Parcel, since: datetime) -> ReadBack:
        """Look for the part by its button among the messages from `since` on."""
        channel_id = await self._channel_id(parcel.subscription)
        if channel_id is None:  # it is remembered before anything is sent there
            return Missing()
        mark, read = f":{parcel.part_id}", 0
        try:
            history = self._channel(channel_id).history(
                after=since - _SLACK, limit=_READ_BACK, oldest_first=True
            )
            async for message in history:
                read += 1
                if self._is_mine(message) and _carries(message, mark):
                    return Sent(message.id)
        except discord.HTTPException as error:
            if error.status in {_FORBIDDEN, _NOT_FOUND}:
                return Unreadable()
            return Failed(f"discord_error {error.status}")
        except (aiohttp.ClientError, OSError):
            return Failed("connection_lost")
        if read >= _READ_BACK or not self._may_read_back(parcel.subscription):
            return Unreadable()
        return Missing()

    def _may_attach(self, subscription: Subscription) -> bool:
        """Say whether a picture may be sent along; Discord refuses the whole message where not."""
        target = subscription.target
        if not isinstance(target, ChannelTarget):
            return True
        return may_attach(self._client, target.guild_id, target.channel_id)

    def _may_read_back(self, subscription: Subscription) -> bool:
        """Say whether a part not seen is not there: without Read Message History Discord answers
        with no messages, not with a fault.
        """
        target = subscription.target
        if not isinstance(target, ChannelTarget):
            return True
        missing = missing_permissions(self._client, target.guild_id, target.channel_id)
        return missing is not None and "read-message-history" not in missing

    async def open_dm(self, user_id: int, language: str) -> Opened:
        """Open a reader's DM and say hello there: only a message shows whether it is open."""
        if (braked := self._brake.left()) is not None:
            return braked
        try:
            async with self._budget:
                channel = await self._client.create_dm(discord.Object(user_id))
            async with self._budget:
                await channel.send(view=Notice(words_in(language)("dm-hello")))
        except (discord.HTTPException, aiohttp.ClientError, OSError) as error:
            log.info("dm_not_opened", user=user_id, error=str(error))
            outcome = to_reader(error)
            self._brake.heed(outcome)
            return outcome if isinstance(outcome, Failed) else None
        return channel.id

    async def _opened(self, subscription: Subscription) -> int | Failed | Refused:
        """Open the DM of a reader whose channel is not known yet, and remember it; one after the
        other, so that the first word of Discord's against it stops the next.
        """
        assert isinstance(subscription.target, UserTarget)  # noqa: S101 - a channel's id is known
        user_id = subscription.target.user_id
        async with self._opening:
            if (braked := self._brake.left()) is not None:
                return braked
            try:
                async with self._budget:
                    channel = await self._client.create_dm(discord.Object(user_id))
            except (discord.HTTPException, aiohttp.ClientError, OSError) as error:
                outcome = _not_opened(error)
                self._brake.heed(outcome)
                return outcome
        await self._people.set_dm_channel(user_id, channel.id, self._clock.now())
        return channel.id

    async def may_post(self, subscription: Subscription) -> bool:
        """Say whether a channel's digest lacks nothing there."""
        return isinstance(subscription.target, ChannelTarget) and self._missing(subscription) == ()

    async def is_gone(self, subscription: Subscription) -> bool:
        """Say whether the bot is not in a digest's server (any more); False while Discord has not
        told yet in which it is.

        A channel that is not known here may be a thread in the archive, which a message opens.
        """
        target = subscription.target
        return (
            isinstance(target, ChannelTarget)
            and self._client.is_ready()
            and self._client.get_guild(target.guild_id) is None
        )

    async def alert(self, subscription: Subscription, paused: Paused) -> None:
        """Tell the alerts channel why a digest stopped; without one, or where it refuses, whoever
        set the digest up. The same pause told again within minutes is dropped by Discord.
        """
        words = words_of(subscription)
        target = subscription.target
        assert isinstance(target, ChannelTarget)  # noqa: S101 - readers are told at their next command
        key = "alert-" + stop_key(paused)
        lacking = permission_words([n for n in paused.detail.split(", ") if n], words)
        text = words(key, channel=f"<#{target.channel_id}>", detail=lacking)
        since = int(paused.since.timestamp())  # as it is stored
        once = subscription.id, f"{paused.reason}:{since}"
        alerts, person = subscription.wish.alerts_channel_id, subscription.created_by
        try:
            if alerts is not None:
                await self._channel(alerts).send(view=Notice(text), nonce=nonce(*once, 1))
                return
        except (discord.HTTPException, aiohttp.ClientError, OSError) as error:
            log.warning("alerts_channel_refused", subscription=subscription.id, error=str(error))
            text += "\n" + words("alert-channel-refused", channel=f"<#{alerts}>")
        try:
            if person is not None:
                dm = await self._client.create_dm(discord.Object(person))
                await dm.send(view=Notice(text), nonce=nonce(*once, 2))
        except (discord.HTTPException, aiohttp.ClientError, OSError) as error:
            log.warning("alert_not_told", subscription=subscription.id, error=str(error))

    async def _channel_id(self, subscription: Subscription) -> int | None:
        match subscription.target:
            case ChannelTarget(channel_id=channel_id):
                return channel_id
            case UserTarget(user_id=user_id, dm_channel_id=channel_id):
                return channel_id or await self._people.dm_channel(user_id)

    def _channel(self, channel_id: int) -> discord.PartialMessageable:
        return self._client.get_partial_messageable(channel_id)

    def _is_mine(self, message: discord.Message) -> bool:
        return self._client.user is not None and message.author.id == self._client.user.id

    async def _outcome(self, error: Exception, subscription: Subscription) -> Failed | Refused:
        if not isinstance(subscription.target, ChannelTarget):
            return to_reader(error)
        missing = ", ".join(self._missing(subscription) or ())
        return to_channel(error, missing, gone=await self.is_gone(subscription))

    def _missing(self, subscription: Subscription) -> tuple[str, ...] | None:
        """Return what the target's channel lacks, None where it is not there; nothing for DMs."""
        target = subscription.target
        if not isinstance(target, ChannelTarget):
            return ()
        return missing_permissions(self._client, target.guild_id, target.channel_id)


def _not_opened(error: Exception) -> Failed | Refused:
    """Nothing was sent where the DM could not even be opened."""
    outcome = to_reader(error)
    return replace(outcome, maybe_sent=False) if isinstance(outcome, Failed) else outcome


async def papers_of(edition: AnyEdition, papers: PaperStore) -> dict[int, Paper]:
    """Return the papers of an edition by the keys that it names."""
    if not isinstance(edition, Edition):
        return {}
    return await papers.get([*(c.key for c in edition.chosen), *(m.key for m in edition.more)])


def _carries(message: discord.Message, mark: str) -> bool:
    """Say whether a message has the button that every part has, with this part's id."""
    wanted = f"v1:why{mark}"
    pending: list[object] = list(message.components)
    while pending:
        component = pending.pop()
        if getattr(component, "custom_id", None) == wanted:
            return True
        pending += getattr(component, "children", None) or ()
    return False

"""The courier: brings parts to Discord and tells honestly what became of them.

What Discord answers becomes an outcome here and nowhere else. *Refused* is Discord's "never" (or
not until somebody mends something): 403 and 404 with their codes. *Failed* is everything that may
work later: 5xx, rate limits, a broken connection; the part keeps its nonce, and Discord drops a
repeat of it for some minutes.

All requests take their turn in one pace below Discord's 50 a second for a bot; interactions are
exempt from that limit and do not pass here. Direct messages are opened far more slowly, unless
somebody asked for it. Where Discord, or Cloudflare before it, shuts everybody out, nobody knocks
again before it is time.
"""

from __future__ import annotations

import asyncio
from dataclasses import replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

import discord
import structlog

from bot.core import deliveries
from bot.core.deliveries import (
    Failed,
    Missing,
    Outcome,
    Parcel,
    ReadBack,
    Refused,
    Sent,
    nonce_left,
)
from bot.core.editions import AnyEdition, Edition
from bot.core.passages import texts_in_edition
from bot.core.schedules import PUNCTUAL
from bot.core.subscriptions import ChannelTarget, Subscription, Trouble, UserTarget
from bot.ui.digests.digest import Issue, digest
from bot.ui.digests.topics_chart import chart_of
from bot.ui.i18n import words_in
from bot.ui.link.alerting import alert
from bot.ui.link.attempt import Attempt, watched
from bot.ui.link.gate import Gate
from bot.ui.link.outcomes import (
    FAULTS,
    kept_open,
    to_channel,
    to_reader,
    was_deleted,
)
from bot.ui.link.pace import HeldError
from bot.ui.link.read_back import find, unseen
from bot.ui.messages import Notice
from bot.ui.permissions import may_attach, missing_permissions

if TYPE_CHECKING:
    from bot.core.papers import Paper
    from bot.services.ports import Clock, Opened, PaperStore, PeopleStore
    from bot.services.translate import Translations
    from bot.ui.link.client import PaperboyClient

log = structlog.stdlib.get_logger(__name__)


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
        self._gate = Gate(clock, per_second)
        # Two messages are in the making, one of them in line: a second's worth, made at once, would
        # hold up interactions.
        self._making = asyncio.Semaphore(2)
        self._opening = asyncio.Lock()

    async def send(self, parcel: Parcel) -> Outcome:
        """Send one part with its nonce."""
        subscription = parcel.subscription
        edition = parcel.edition
        if self._clock.now() - parcel.created > PUNCTUAL:  # made in time, and held up since
            edition = replace(edition, late=True)
        try:
            self._gate.pace.pass_on()  # else a message would be made for nothing
        except HeldError as error:
            return await self._outcome(error, subscription)
        channel_id = await self._channel_id(subscription) or await self._opened(subscription)
        if not isinstance(channel_id, int):
            return channel_id
        with watched(self._attempt(parcel)) as attempt:
            try:
                async with self._making:
                    await self._client.courtesy.give_way()
                    chart = await chart_of(edition) if self._may_attach(subscription) else None
                    issue = await self.issue(edition, subscription, parcel.part_id)
                    message = digest(issue, charted=chart is not None)
                    await self._gate.pace.turn()
                sent = await self._channel(channel_id).send(
                    view=message,
                    files=[] if chart is None else [chart],
                    nonce=parcel.nonce,
                    silent=subscription.wish.silent,
                    allowed_mentions=discord.AllowedMentions.none(),
                )
            except FAULTS as error:
                if was_deleted(error):
                    return Sent(None)
                outcome = await self._outcome(error, subscription)
                self._gate.heed(error, outcome, attempt)
                return kept_open(outcome) if attempt.in_doubt else outcome
        return Sent(sent.id)

    def _attempt(self, parcel: Parcel) -> Attempt:
        """Return what is known before the first request: a part attempted before is in doubt."""
        if parcel.attempted is None:
            return Attempt(deliveries.NONCE_HOLDS.total_seconds(), in_doubt=False)
        left = nonce_left(parcel.attempted, self._clock.now(), self.ahead())
        return Attempt(left.total_seconds(), in_doubt=True)

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
        found = await find(self._client, self._gate, channel_id, parcel.part_id, since)
        return found or unseen(self._client, parcel.subscription)

    def _may_attach(self, subscription: Subscription) -> bool:
        """Say whether a picture may be sent along; Discord refuses the whole message where not."""
        target = subscription.target
        if not isinstance(target, ChannelTarget):
            return True
        return may_attach(self._client, target.guild_id, target.channel_id)

    async def open_dm(self, user_id: int, language: str) -> Opened:
        """Open a reader's DM and say hello there: only a message shows whether it is open. They
        asked for it, and do not wait behind others.
        """
        if (braked := self._gate.brake.left()) is not None:
            return braked
        try:
            async with self._gate.pace:
                channel = await self._client.create_dm(discord.Object(user_id))
            async with self._gate.pace:
                await channel.send(view=Notice(words_in(language)("dm-hello")))
        except FAULTS as error:
            log.info("dm_not_opened", user=user_id, error=str(error))
            outcome = to_reader(error)
            self._gate.heed(error, outcome)
            return outcome if isinstance(outcome, Failed) else None
        return channel.id

    async def _opened(self, subscription: Subscription) -> int | Failed | Refused:
        """Open the DM of a reader whose channel is not known yet, and remember it; one after the
        other, so that the first word of Discord's against it stops the next.
        """
        assert isinstance(subscription.target, UserTarget)  # noqa: S101 - a channel's id is known
        user_id = subscription.target.user_id
        async with self._opening:
            if (braked := self._gate.brake.left()) is not None:
                return braked
            if (later := self._gate.openings.wait(user_id)) > 0:
                return Failed("dm_opened_later", later, maybe_sent=False)
            try:
                async with self._gate.pace:
                    channel = await self._client.create_dm(discord.Object(user_id))
            except FAULTS as error:
                outcome = _not_opened(error)
                self._gate.heed(error, outcome)
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

    async def alert(self, subscription: Subscription, trouble: Trouble) -> bool:
        """Tell the alerts channel what a digest's trouble is, else whoever set it up."""
        return await alert(self._client, self._people, self._gate, subscription, trouble)

    async def _channel_id(self, subscription: Subscription) -> int | None:
        match subscription.target:
            case ChannelTarget(channel_id=channel_id):
                return channel_id
            case UserTarget(user_id=user_id, dm_channel_id=channel_id):
                return channel_id or await self._people.dm_channel(user_id)

    def _channel(self, channel_id: int) -> discord.PartialMessageable:
        return self._client.get_partial_messageable(channel_id)

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

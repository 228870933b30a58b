"""Mending: what stopped by itself goes on by itself, and what is gone is let go in the end.

What somebody paused stays as they left it: a pause ends here only as it was seen, and by nothing
that came of itself is a pause by hand replaced.
"""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import structlog

from bot.core.schedules import CATCH_UP, next_occurrence
from bot.core.subscriptions import ChannelTarget, Paused, PauseReason, Subscription
from bot.services.alerts import tell, tell_the_rest

if TYPE_CHECKING:
    from bot.services.ports import Clock, Courier, DeliveryStore, SubscriptionStore

log = structlog.stdlib.get_logger(__name__)

RETIRED_KEPT = timedelta(days=30)
"""How long a digest whose channel or server is gone waits for its return."""
REPORTED = timedelta(days=30)
"""Deliveries younger than this are remembered, however many they are."""
LAST_REPORTED = 10
"""So many of a subscription's last deliveries are remembered, however old they are."""


class Mending:
    """Looks after the places of subscriptions."""

    def __init__(
        self,
        subscriptions: SubscriptionStore,
        deliveries: DeliveryStore,
        courier: Courier,
        clock: Clock,
    ) -> None:
        self._subscriptions = subscriptions
        self._deliveries = deliveries
        self._courier = courier
        self._clock = clock

    async def go_on(self, subscription: Subscription) -> bool:
        """Let a subscription whose place was mended run again, and bring what was refused within
        the hours in which a missed edition is still delivered. False where its pause is not the one
        that was seen any more: somebody may have paused it meanwhile.
        """
        now = self._clock.now()
        # In this order: what is planned again waits for the end of the pause, whoever dies between.
        await self._deliveries.retry_refused(subscription.id, now - CATCH_UP, now)
        due = next_occurrence(subscription.wish.schedule, now)
        if not await self._subscriptions.resume(subscription.id, due, now, subscription.paused):
            return False
        # What was refused and not stored yet; `Dispatch` brings what is stored from now on.
        await self._deliveries.retry_refused(subscription.id, now - CATCH_UP, now)
        return True

    async def mend(self, guild_id: int | None = None) -> int:
        """Let digests run again whose place was mended, in one server or everywhere; retire those
        whose server is gone. Returns how many run again. What somebody paused stays paused; that
        its server is gone is noted, for then nobody is there to remove it.
        """
        digests = (
            await self._subscriptions.all_channels()
            if guild_id is None
            else await self._subscriptions.of_server(guild_id)
        )
        mended = 0
        gone: list[int] = []
        there: list[int] = []
        for digest in digests:
            try:
                if not _asked(digest):
                    mended += await self._mend(digest)
                elif await self._courier.is_gone(digest):
                    gone.append(digest.id)
                elif guild_id is not None or await self._courier.may_post(digest):
                    there.append(digest.id)  # Discord said so; else it may not have told yet
            except Exception:  # what is wrong with one is no trouble of the others
                log.exception("digest_not_mended", subscription=digest.id)
        if gone or there:
            await self._subscriptions.note_gone(gone, there, self._clock.now())
        if guild_id is None:
            await tell_the_rest(self._courier, self._subscriptions)
        return mended

    async def _mend(self, digest: Subscription) -> bool:
        """Let one run again, or retire it; say whether it runs again."""
        if digest.paused is not None and await self._courier.may_post(digest):
            if not await self.go_on(digest):
                return False
            log.info("digest_mended", subscription=digest.id)
            return True
        if await self._courier.is_gone(digest):
            await self._retire(digest)
        return False

    async def channel_deleted(self, guild_id: int, channel_id: int) -> None:
        """Retire the digests of a channel or thread that is no more."""
        for digest in await self._subscriptions.of_server(guild_id):
            target = digest.target
            here = isinstance(target, ChannelTarget) and target.channel_id == channel_id
            if here and not _asked(digest):
                await self._retire(digest)

    async def _retire(self, digest: Subscription) -> None:
        """Stop a digest whose channel or server is gone, and tell whoever can be told."""
        if digest.paused is not None and digest.paused.reason is PauseReason.CHANNEL_GONE:
            return
        gone = Paused(PauseReason.CHANNEL_GONE, self._clock.now())
        log.warning("digest_retired", subscription=digest.id)
        if await self._subscriptions.pause(digest.id, gone):
            await tell(digest, gone, self._courier, self._subscriptions)

    async def tidy(self) -> None:
        """Delete digests whose place has been gone for `RETIRED_KEPT`; forget old deliveries."""
        now = self._clock.now()
        for retired in await self._subscriptions.gone_since(now - RETIRED_KEPT):
            digest = await self._subscriptions.get(retired)
            if digest is None or (_asked(digest) and not await self._courier.is_gone(digest)):
                continue
            await self._subscriptions.remove(retired)
            log.info("digest_deleted", subscription=retired, cause="gone")
        forgotten = await self._deliveries.prune(now - REPORTED, LAST_REPORTED)
        log.info("tidied", deliveries=forgotten)


def _asked(subscription: Subscription) -> bool:
    """Say whether somebody paused it by hand."""
    return subscription.paused is not None and subscription.paused.reason is PauseReason.ASKED

"""One part on its way: the next step, what Discord made of it, who has to know.

    next step ─▶ courier ─▶ what to record
                    └─▶ refused: the subscription stops, or somebody is told what did not arrive

Nothing is stored here but pauses. Whatever breaks, or takes too long, is a failed part.
"""

from __future__ import annotations

import asyncio
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING

import structlog

from bot.core.deliveries import (
    Failed,
    GiveUp,
    LookFirst,
    Missing,
    Outcome,
    Parcel,
    PartState,
    Refusal,
    Refused,
    Send,
    Sent,
    Unreadable,
    next_step,
    retry_at,
)
from bot.core.subscriptions import ChannelTarget, Paused, PauseReason, Undelivered
from bot.services.alerts import Teller
from bot.services.cancelled import is_cancelled

if TYPE_CHECKING:
    from bot.services.ports import Clock, Courier, SubscriptionStore
    from bot.services.ports.observer import Observer

log = structlog.stdlib.get_logger(__name__)

_PATIENCE = 300.0  # seconds for a part; whatever it waits for, its place is needed

_PAUSES = {
    Refusal.MISSING_PERMISSION: PauseReason.MISSING_PERMISSION,
    Refusal.CHANNEL_GONE: PauseReason.CHANNEL_GONE,
    Refusal.DM_CLOSED: PauseReason.DM_CLOSED,
}

Record = tuple[int, PartState, "datetime | None", "int | None", str]
"""What to store of a part: its id, state, when it is ready again, its message's id, a detail."""


class Carrier:
    """Carries one part after the other a step further; many at once."""

    def __init__(
        self,
        subscriptions: SubscriptionStore,
        courier: Courier,
        clock: Clock,
        observer: Observer,
        teller: Teller,
    ) -> None:
        self._subscriptions = subscriptions
        self._courier = courier
        self._clock = clock
        self._observer = observer
        self._teller = teller
        self._pausing = asyncio.Lock()
        self.refused: dict[int, int] = {}
        """By part: the subscription whose place refused it."""

    async def carry(self, parcel: Parcel) -> Record:
        """Take the next step. Whatever breaks, or takes too long, is tried again later."""
        failed, patience = Failed("connection_lost"), asyncio.timeout(_PATIENCE)
        try:
            async with patience:
                return await self._step(parcel)
        except asyncio.CancelledError:
            if is_cancelled():
                raise
            log.exception("part_broke")  # whatever was waited for was cancelled, not the part
        except Exception as error:
            if isinstance(error, TimeoutError) and patience.expired():
                log.warning("part_slow", seconds=_PATIENCE)
            else:
                log.exception("part_broke")
                failed = Failed("broke")
        now = self._clock.now()
        self._observer.part(parcel, failed, now)
        return self._again(parcel, failed, now)

    async def _step(self, parcel: Parcel) -> Record:
        match next_step(parcel, self._clock.now(), self._courier.ahead()):
            case GiveUp():
                return await self._expire(parcel)
            case LookFirst(since=since, still_useful=still_useful):
                return await self._look_first(parcel, since, still_useful=still_useful)
            case Send():
                open_yet = parcel.state is PartState.SENDING
                outcome = await self._courier.send(parcel)
                return await self._settle(parcel, outcome, open_yet=open_yet)

    async def _look_first(self, parcel: Parcel, since: datetime, *, still_useful: bool) -> Record:
        match await self._courier.find(parcel, since):
            case Missing() if still_useful:
                unsent = replace(parcel, attempted=None)
                return await self._settle(parcel, await self._courier.send(unsent))
            case Missing():
                return await self._expire(parcel)
            case Unreadable():
                _log_part("part_unsure", parcel)
                self._observer.part(parcel, PartState.UNSURE, self._clock.now())
                return (parcel.part_id, PartState.UNSURE, None, None, "")
            case found:
                return await self._settle(parcel, found)

    async def _settle(self, parcel: Parcel, outcome: Outcome, *, open_yet: bool = False) -> Record:
        """Return what to record. With `open_yet` an earlier attempt may be there, whatever became
        of this one: it is looked for once the place is mended.
        """
        now = self._clock.now()
        self._observer.part(parcel, outcome, now)
        match outcome:
            case Sent(message_id=message_id):
                _log_part("part_sent", parcel, message=message_id)
                return (parcel.part_id, PartState.SENT, None, message_id, "")
            case Refused(reason=reason, detail=detail, maybe_sent=maybe_sent):
                _log_part("part_refused", parcel, reason=reason.value, detail=detail)
                if reason in _PAUSES:
                    await self._pause(parcel, _PAUSES[reason], detail, now)
                    self.refused[parcel.part_id] = parcel.subscription.id
                elif not maybe_sent:  # our message was at fault, not the place
                    await self._undelivered(parcel, detail, now)
                if maybe_sent or (open_yet and reason in _PAUSES):
                    return self._again(parcel, Failed(detail or reason.value), now)
                return (parcel.part_id, PartState.REFUSED, None, None, detail or reason.value)
            case Failed():
                return self._again(parcel, outcome, now)

    async def _expire(self, parcel: Parcel) -> Record:
        now = self._clock.now()
        _log_part("part_expired", parcel)
        self._observer.part(parcel, PartState.EXPIRED, now)
        missed = parcel.subscription.missed
        if parcel.attempts and (missed is None or missed.until < parcel.created):
            await self._undelivered(parcel, "too_late", now)
        return (parcel.part_id, PartState.EXPIRED, None, None, "too_late")

    @staticmethod
    def _again(parcel: Parcel, failed: Failed, now: datetime) -> Record:
        again = retry_at(failed, parcel.attempts, now)
        _log_part("part_failed", parcel, cause=failed.cause, retry=again.isoformat())
        # What may have been stored stays `sending`, with its nonce, and is looked for later.
        never_sent = parcel.state is PartState.PLANNED and not failed.maybe_sent
        state = PartState.PLANNED if never_sent else PartState.SENDING
        return (parcel.part_id, state, again, None, failed.cause)

    async def _pause(self, parcel: Parcel, reason: PauseReason, detail: str, now: datetime) -> None:
        """Stop a subscription whose place refuses, and tell somebody who can mend it; once, also
        where it seems mended every time and refuses again.
        """
        paused = Paused(reason, now, detail)
        async with self._pausing:  # several parts of one subscription are refused at once
            present = await self._subscriptions.get(parcel.subscription.id)
            if present is None or present.paused is not None:
                return
            news = await self._subscriptions.pause(present.id, paused)
        if news and isinstance(present.target, ChannelTarget):
            self._teller.tell(present, paused)

    async def _undelivered(self, parcel: Parcel, cause: str, now: datetime) -> None:
        """Tell somebody that an edition did not arrive, once until one does; nothing stops."""
        digest, trouble = parcel.subscription, Undelivered(now, cause)
        if not isinstance(digest.target, ChannelTarget):
            return
        if await self._subscriptions.is_news(digest.id, trouble):
            self._teller.tell(digest, trouble)


def _log_part(event: str, parcel: Parcel, **more: object) -> None:
    level = log.info if event == "part_sent" else log.warning
    level(
        event,
        subscription=parcel.subscription.id,
        occurrence=parcel.occurrence,
        part=parcel.part_id,
        **more,
    )

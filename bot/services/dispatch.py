"""Dispatch: frozen parts to the courier, and what became of them back into the database.

    claim parts ─▶ next step ─▶ courier ─▶ record outcomes

It works beside the tick: a thousand editions take a while to make, and longer to bring out.

What is planned is sent, what may have been sent is looked for first. One part that goes wrong in
any way costs the others nothing: its fault is logged and it is tried again like any failed part.
"""

from __future__ import annotations

import asyncio
from contextlib import suppress
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
from bot.core.schedules import CATCH_UP
from bot.core.subscriptions import ChannelTarget, Paused, PauseReason
from bot.services.alerts import tell
from bot.services.ports.observer import NOBODY, Observer

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.services.ports import Clock, Courier, DeliveryStore, SubscriptionStore

log = structlog.stdlib.get_logger(__name__)

_CLAIM = 45  # parts a transaction: about a second of Discord's budget
_RECORD_SECONDS = 0.5

_PAUSES = {
    Refusal.MISSING_PERMISSION: PauseReason.MISSING_PERMISSION,
    Refusal.CHANNEL_GONE: PauseReason.CHANNEL_GONE,
    Refusal.DM_CLOSED: PauseReason.DM_CLOSED,
}

Record = tuple[int, PartState, "datetime | None", "int | None", str]


class Dispatch:
    """Brings out what was frozen."""

    def __init__(
        self,
        subscriptions: SubscriptionStore,
        deliveries: DeliveryStore,
        courier: Courier,
        clock: Clock,
        observer: Observer = NOBODY,
    ) -> None:
        self._subscriptions = subscriptions
        self._deliveries = deliveries
        self._courier = courier
        self._clock = clock
        self._observer = observer
        self._draining = asyncio.Lock()
        self._pausing = asyncio.Lock()
        self._refused: dict[int, int] = {}  # by part: the subscription whose place refused it
        self._stopping = False
        self._woken = asyncio.Event()

    async def recover(self) -> int:
        """After a start: take up what the last process left unfinished."""
        return await self._deliveries.reopen()

    def stop(self) -> None:
        """Claim nothing more; what is in flight ends and is recorded."""
        self._stopping = True
        self._woken.set()

    def wake(self) -> None:
        """Say that something is ready."""
        self._woken.set()

    async def work(self, every: float) -> None:
        """Bring out what is ready until `stop`: when woken, else a look every `every` seconds."""
        while not self._stopping:
            self._woken.clear()
            try:
                await self.drain()
            except Exception:  # a full disk now must not keep the next hour's digests back
                log.exception("drain_failed")
            with suppress(TimeoutError):
                await asyncio.wait_for(self._woken.wait(), every)

    async def drain(self) -> int:
        """Bring out everything that is ready now; returns how many parts were sent.

        New parts are claimed while others are still on their way, so that one slow place holds
        nobody up; outcomes are stored in groups of about half a second.
        """
        async with self._draining:
            return await self._bring_all(None)

    async def resend(self, part_id: int) -> bool:
        """Let an unsure part be sent once more; False where it is not unsure (any more)."""
        now = self._clock.now() + self._courier.ahead()
        return await self._deliveries.resend(part_id, now)

    async def bring(self, delivery_id: int) -> int:
        """Bring out one delivery at once, past everything that waits; returns the parts sent."""
        return await self._bring_all(delivery_id)

    async def _bring_all(self, delivery_id: int | None) -> int:
        sent = 0
        on_the_way: set[asyncio.Task[Record]] = set()
        try:
            while True:
                if not self._stopping and len(on_the_way) < _CLAIM:
                    now = self._clock.now()
                    parcels = await self._deliveries.claim(
                        now, _CLAIM, delivery=delivery_id, attempted=now + self._courier.ahead()
                    )
                    on_the_way |= {asyncio.ensure_future(self._bring(p)) for p in parcels}
                if not on_the_way:
                    return sent
                done, on_the_way = await asyncio.wait(on_the_way, timeout=_RECORD_SECONDS)
                records = [task.result() for task in done]
                if records:
                    await self._deliveries.record(records)
                    await self._retry_mended(records)
                sent += sum(state is PartState.SENT for _, state, *_ in records)
        finally:  # patience has run out: what is not recorded is looked for at the next start
            for task in on_the_way:
                task.cancel()
            await asyncio.gather(*on_the_way, return_exceptions=True)

    async def _bring(self, parcel: Parcel) -> Record:
        # A task of its own: whatever is logged on the way, by whomever, says what it is about.
        structlog.contextvars.bind_contextvars(
            subscription=parcel.subscription.id,
            occurrence=parcel.occurrence,
            delivery=parcel.delivery_id,
            part=parcel.part_id,
        )
        try:
            return await self._step(parcel)
        except Exception:
            log.exception("part_broke")
            now, failed = self._clock.now(), Failed("broke")
            self._observer.part(parcel, failed, now)
            return self._again(parcel, failed, now)

    async def _step(self, parcel: Parcel) -> Record:
        match next_step(parcel, self._clock.now(), self._courier.ahead()):
            case GiveUp():
                _log_part("part_expired", parcel)
                self._observer.part(parcel, PartState.EXPIRED, self._clock.now())
                return (parcel.part_id, PartState.EXPIRED, None, None, "too_late")
            case LookFirst(since=since, still_useful=still_useful):
                return await self._look_first(parcel, since, still_useful=still_useful)
            case Send():
                open_yet = parcel.state is PartState.SENDING
                outcome = await self._courier.send(parcel)
                return await self._settle(parcel, outcome, open_yet=open_yet)

    async def _look_first(self, parcel: Parcel, since: datetime, *, still_useful: bool) -> Record:
        match await self._courier.find(parcel, since):
            case Missing() if still_useful:
                return await self._settle(parcel, await self._courier.send(parcel))
            case Missing():
                _log_part("part_expired", parcel)
                self._observer.part(parcel, PartState.EXPIRED, self._clock.now())
                return (parcel.part_id, PartState.EXPIRED, None, None, "too_late")
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
            case Refused(reason=reason, detail=detail):
                _log_part("part_refused", parcel, reason=reason.value, detail=detail)
                if reason in _PAUSES:
                    self._refused[parcel.part_id] = parcel.subscription.id
                await self._pause(parcel, reason, detail, now)
                if open_yet and reason in _PAUSES:
                    return self._again(parcel, Failed(detail or reason.value), now)
                return (parcel.part_id, PartState.REFUSED, None, None, detail or reason.value)
            case Failed():
                return self._again(parcel, outcome, now)

    async def _retry_mended(self, records: Sequence[Record]) -> None:
        """Bring what was refused where the place was mended before that was recorded: whoever
        mended it found nothing to bring.
        """
        refused = {self._refused.pop(part) for part, *_ in records if part in self._refused}
        for subscription in refused:
            present = await self._subscriptions.get(subscription)
            if present is not None and present.paused is None:
                now = self._clock.now()
                await self._deliveries.retry_refused(subscription, now - CATCH_UP, now)

    @staticmethod
    def _again(parcel: Parcel, failed: Failed, now: datetime) -> Record:
        again = retry_at(failed, parcel.attempts, now)
        _log_part("part_failed", parcel, cause=failed.cause, retry=again.isoformat())
        # What may have been stored stays `sending`, with its nonce, and is looked for later.
        never_sent = parcel.state is PartState.PLANNED and not failed.maybe_sent
        state = PartState.PLANNED if never_sent else PartState.SENDING
        return (parcel.part_id, state, again, None, failed.cause)

    async def _pause(self, parcel: Parcel, refusal: Refusal, detail: str, now: datetime) -> None:
        """Stop a subscription whose place refuses, and tell somebody who can mend it; once, also
        where it seems mended every time and refuses again.
        """
        reason = _PAUSES.get(refusal)
        if reason is None:  # our message was at fault, not the place
            return
        paused = Paused(reason, now, detail)
        async with self._pausing:  # several parts of one subscription are refused at once
            present = await self._subscriptions.get(parcel.subscription.id)
            if present is None or present.paused is not None:
                return
            news = await self._subscriptions.pause(present.id, paused)
        if news and isinstance(present.target, ChannelTarget):
            await tell(present, paused, self._courier, self._subscriptions)


def _log_part(event: str, parcel: Parcel, **more: object) -> None:
    level = log.info if event == "part_sent" else log.warning
    level(
        event,
        subscription=parcel.subscription.id,
        occurrence=parcel.occurrence,
        part=parcel.part_id,
        **more,
    )

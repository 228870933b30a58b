"""Dispatch: frozen parts to the courier, and what became of them back into the database.

    claim parts ─▶ next step ─▶ courier ─▶ record outcomes

It works beside the tick: a thousand editions take a while to make, and longer to bring out.

What is planned is sent, what may have been sent is looked for first. One part that goes wrong in
any way costs the others nothing: its fault is logged and it is tried again like any failed part.
An outcome that cannot be stored is kept and stored at the next look: as long as the process lives,
every part that is `sending` is on its way, waits for its instant, or has its outcome kept here.
"""

from __future__ import annotations

import asyncio
from contextlib import suppress
from typing import TYPE_CHECKING

import structlog

from bot.core.deliveries import PartState
from bot.core.schedules import CATCH_UP
from bot.services.alerts import Teller
from bot.services.cancelled import is_cancelled
from bot.services.carrying import Carrier, Record
from bot.services.ports.observer import NOBODY, Observer

if TYPE_CHECKING:
    from bot.core.deliveries import Parcel
    from bot.services.ports import Clock, Courier, DeliveryStore, SubscriptionStore

log = structlog.stdlib.get_logger(__name__)

_CLAIM = 45  # parts a transaction: about a second of Discord's budget
_RECORD_SECONDS = 0.5


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
        self._teller = Teller(courier, subscriptions)
        self._carrier = Carrier(subscriptions, courier, clock, observer, self._teller)
        self._draining = asyncio.Lock()
        self._claiming = asyncio.Lock()
        self._storing = asyncio.Lock()
        self._on_the_way: dict[int, asyncio.Task[Record]] = {}  # by part
        self._carried: set[asyncio.Task[Record]] = set()  # of those, what `drain` brings
        self._outcomes: dict[int, Record] = {}  # by part: what is not stored yet
        self._lost = False  # whether a claim broke: nobody knows whether it was stored
        self._look_again: set[int] = set()  # subscriptions whose place may have been mended since
        self._stopping = False
        self._woken = asyncio.Event()
        self._came_round = clock.monotonic()

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

    def quiet(self) -> float:
        """Return the seconds since the database was last asked what is ready."""
        return self._clock.monotonic() - self._came_round

    async def work(self, every: float) -> None:
        """Bring out what is ready until `stop`: when woken, else a look every `every` seconds.

        Nothing but its own cancellation ends it: a full disk now must not keep the next hour's
        digests back. What is in flight then goes on, and is stored at the next look.
        """
        try:
            while not self._stopping:
                self._woken.clear()
                await self._look()
                with suppress(TimeoutError):
                    await asyncio.wait_for(self._woken.wait(), every)
            await self._end()
        finally:  # patience has run out: what is not recorded is looked for at the next start
            left = tuple(self._on_the_way.values())
            for task in left:
                task.cancel()
            self._teller.give_up()
            await asyncio.gather(*left, return_exceptions=True)

    async def _look(self) -> None:
        try:
            async with self._draining:
                await self._bring_all(None, self._carried)
        except asyncio.CancelledError:
            if is_cancelled():
                raise
            log.exception("drain_failed")
        except Exception:
            log.exception("drain_failed")

    async def _end(self) -> None:
        """Let what is in flight end, and store it."""
        while self._on_the_way:
            await asyncio.wait(tuple(self._on_the_way.values()))
        try:
            await self._store()
        except Exception:
            log.exception("drain_failed")
        await self._teller.settle()

    async def drain(self) -> int:
        """Bring out everything that is ready now, and tell what has to be told; returns how many
        parts were sent.

        New parts are claimed while others are still on their way, so that one slow place holds
        nobody up; outcomes are stored in groups of about half a second.
        """
        async with self._draining:
            sent = await self._bring_all(None, self._carried)
            while await self._teller.settle():  # and what was mended meanwhile
                sent += await self._bring_all(None, self._carried)
        return sent

    async def resend(self, part_id: int) -> bool:
        """Let an unsure part be sent once more; False where it is not unsure (any more)."""
        now = self._clock.now() + self._courier.ahead()
        return await self._deliveries.resend(part_id, now)

    async def bring(self, delivery_id: int) -> int:
        """Bring out one delivery at once, past everything that waits; returns the parts sent."""
        return await self._bring_all(delivery_id, set())

    async def _bring_all(self, delivery_id: int | None, carried: set[asyncio.Task[Record]]) -> int:
        """Bring out what is ready, and `carried`, which an earlier look had begun."""
        sent = 0
        while True:
            await self._store()
            if not self._stopping and len(carried) < _CLAIM:
                carried |= await self._claim(delivery_id)
            if delivery_id is None:
                self._came_round = self._clock.monotonic()
            if not carried:
                return sent
            done, _ = await asyncio.wait(carried, timeout=_RECORD_SECONDS)
            carried -= done
            sent += sum(one.result()[1] is PartState.SENT for one in done if not one.cancelled())

    async def _claim(self, delivery_id: int | None) -> set[asyncio.Task[Record]]:
        async with self._claiming:
            if self._lost:
                held = {*self._on_the_way, *self._outcomes}
                log.warning("parts_reopened", parts=await self._deliveries.reopen_lost(held))
                self._lost = False
            now = self._clock.now()
            ahead = self._courier.ahead()
            try:
                parcels = await self._deliveries.claim(
                    now, _CLAIM, delivery=delivery_id, attempted=now + ahead
                )
            except BaseException:
                self._lost = True
                raise
            begun = {one.part_id: asyncio.create_task(self._bring(one)) for one in parcels}
            self._on_the_way |= begun
            return set(begun.values())

    async def _store(self) -> None:
        """Store what became of parts, of this look and of earlier ones that could not."""
        async with self._storing:
            if self._outcomes:
                records = [*self._outcomes.values()]
                await self._deliveries.record(records)
                for part, *_ in records:
                    del self._outcomes[part]
                    if (subscription := self._carrier.refused.pop(part, None)) is not None:
                        self._look_again.add(subscription)
            await self._retry_mended()

    async def _bring(self, parcel: Parcel) -> Record:
        # A task of its own: whatever is logged on the way, by whomever, says what it is about.
        structlog.contextvars.bind_contextvars(
            subscription=parcel.subscription.id,
            occurrence=parcel.occurrence,
            delivery=parcel.delivery_id,
            part=parcel.part_id,
        )
        try:
            record = await self._carrier.carry(parcel)
            self._outcomes[parcel.part_id] = record
            return record
        finally:
            self._on_the_way.pop(parcel.part_id, None)

    async def _retry_mended(self) -> None:
        """Bring what was refused where the place was mended before that was recorded: whoever
        mended it found nothing to bring.
        """
        for subscription in tuple(self._look_again):
            present = await self._subscriptions.get(subscription)
            if present is not None and present.paused is None:
                now = self._clock.now()
                await self._deliveries.retry_refused(subscription, now - CATCH_UP, now)
            self._look_again.discard(subscription)

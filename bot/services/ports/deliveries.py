"""Editions, frozen, and their parts on the way; and who brings them."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Protocol

from bot.core.deliveries import Failed, Outcome, Parcel, PartState, ReadBack
from bot.core.editions import AnyEdition
from bot.core.subscriptions import Subscription, Target, Trouble


@dataclass(frozen=True, slots=True)
class PartPlan:
    """One part to be sent: its number from 1, its nonce, the keys it reserves at its target."""

    number: int
    nonce: str
    reserves: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Plan:
    """An edition to be frozen. `next_due` is None where the schedule is not to move (manual)."""

    subscription: Subscription
    occurrence: str
    edition: AnyEdition
    parts: tuple[PartPlan, ...]
    next_due: datetime | None


@dataclass(frozen=True, slots=True)
class DeliveryReport:
    """One delivery as status tells it. `state`, `detail` and `part_id` are those of its least
    advanced part; None (`detail` empty) where the edition has no parts. `message_id` is the first
    part's.
    """

    id: int
    occurrence: str
    made: datetime
    edition: AnyEdition
    state: PartState | None
    message_id: int | None
    detail: str
    part_id: int | None = None


class DeliveryStore(Protocol):
    """Editions, frozen, and their parts on the way."""

    async def freeze(self, plans: Sequence[Plan], now: datetime) -> list[int | None]:
        """Store editions with their parts, reserve their papers and move `next_due`: one
        transaction. Returns the delivery's id per plan, None where that occurrence was delivered
        before (nothing changes then, but `next_due` moves).
        """
        ...

    async def claim(
        self,
        now: datetime,
        most: int,
        *,
        delivery: int | None = None,
        attempted: datetime | None = None,
    ) -> list[Parcel]:
        """Take open parts that are ready (of one delivery, where it is named), mark them `sending`
        at `attempted`, else `now` (committed before this returns), and return them with the state
        they had before.

        A part's first attempt is kept. What is paused stays, but for what somebody asked for by
        hand.
        """
        ...

    async def record(
        self, outcomes: Sequence[tuple[int, PartState, datetime | None, int | None, str]]
    ) -> None:
        """Store what became of parts: (part id, state, ready again at, message id, detail).
        `REFUSED` and `EXPIRED` give their reserved papers back.
        """
        ...

    async def resend(self, part_id: int, now: datetime) -> bool:
        """Let an `unsure` part be sent once more, because somebody saw that it is not there: it is
        looked for from `now` (Discord's time) on only. False where it is not `unsure` (any more).
        """
        ...

    async def reopen(self) -> int:
        """After a start: make every `sending` part ready at once; returns how many."""
        ...

    async def reopen_lost(self, held: Collection[int]) -> int:
        """Make ready at once what is `sending` with nobody to bring it; `held` are the parts that
        somebody brings. Returns how many.
        """
        ...

    async def retry_refused(self, subscription_id: int, since: datetime, now: datetime) -> int:
        """Plan again what was refused for editions made at `since` or later, and reserve their
        papers once more; returns how many parts. An edition of which a paper was shown meanwhile
        is let go. What waits to be tried again waits no longer.
        """
        ...

    async def edition_of_part(self, part_id: int) -> tuple[Subscription, int, AnyEdition] | None:
        """Return a part's subscription, delivery id and edition; None once it is gone."""
        ...

    async def shown(self, target: Target, keys: Collection[int] | None = None) -> frozenset[int]:
        """Return which of the keys this target was shown or is about to be shown; None: of all."""
        ...

    async def shown_each(
        self, asked: Sequence[tuple[Target, Collection[int]]]
    ) -> list[frozenset[int]]:
        """Return for each target what `shown` would of its keys, with one read for all."""
        ...

    async def last_edition(self, subscription_id: int) -> AnyEdition | None:
        """Return the newest edition that had papers."""
        ...

    async def last_editions(self, subscriptions: Collection[int]) -> Mapping[int, AnyEdition]:
        """Return the newest edition that had papers of each that has one; what cannot be read is
        none.
        """
        ...

    async def reports(self, subscription_id: int, limit: int) -> list[DeliveryReport]:
        """Return its deliveries, newest first."""
        ...

    async def report(self, subscription_id: int, occurrence: str) -> DeliveryReport | None:
        """Return one delivery by its name; None where it is not there (any more)."""
        ...

    async def prune(self, before: datetime, keep: int) -> int:
        """Forget finished deliveries made before that instant, but for each subscription's `keep`
        last ones and the last that had papers; returns how many. What was shown stays remembered.
        """
        ...

    async def open_parts(self) -> int:
        """Return how many parts are on their way."""
        ...


Opened = int | None | Failed
"""A DM's channel id; None: it is closed; `Failed`: Discord could not be asked just now."""


class Courier(Protocol):
    """Who brings parts to Discord."""

    async def send(self, parcel: Parcel) -> Outcome:
        """Send one part with its nonce. Never raises for what Discord answers."""
        ...

    def ahead(self) -> timedelta:
        """Return how far Discord's clock is ahead of ours, nothing where that is not known."""
        ...

    async def find(self, parcel: Parcel, since: datetime) -> ReadBack:
        """Look for the part among the channel's messages from `since` (Discord's time) on."""
        ...

    async def open_dm(self, user_id: int, language: str) -> Opened:
        """Open a reader's DM and say so there, for only a message shows whether it is open.

        Returns its channel id, None where Discord refuses.
        """
        ...

    async def may_post(self, subscription: Subscription) -> bool:
        """Say whether a channel's digest could be posted now, as far as Discord has told us."""
        ...

    async def is_gone(self, subscription: Subscription) -> bool:
        """Say whether the bot is not in its server (any more); False while that is not known."""
        ...

    async def alert(self, subscription: Subscription, trouble: Trouble) -> bool:
        """Tell somebody who can mend it what a digest's trouble is. Returns whether that is
        settled: they were told, or cannot be told at all; False where it may work later.
        """
        ...

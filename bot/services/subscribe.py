"""Subscriptions: set up, change, pause, resume, remove; and what a wish would bring.

Channels' digests and readers' direct messages go through the same functions; only the target
differs. A new schedule counts from now on: an occurrence whose time has passed today comes
tomorrow.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from bot.core.deliveries import Failed
from bot.core.query import matches, parse
from bot.core.schedules import next_occurrence
from bot.core.subscriptions import (
    MOST_PER_TARGET,
    ChannelTarget,
    Paused,
    PauseReason,
    Subscription,
    Target,
    UserTarget,
    Wish,
)
from bot.services.mending import LAST_REPORTED, Mending
from bot.services.missed import missed_papers
from bot.services.ports import Preferences

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.core.papers import Paper
    from bot.services.ports import (
        Clock,
        Courier,
        DeliveryReport,
        DeliveryStore,
        PeopleStore,
        SubscriptionStore,
    )
    from bot.services.recent import RecentPapers

DRY_RUN_DAYS = 30


class TooManySubscriptionsError(Exception):
    """The target has as many subscriptions as a menu can show."""

    def __init__(self, most: int) -> None:
        super().__init__(f"at most {most} subscriptions here")
        self.most = most


@dataclass(frozen=True, slots=True)
class DryRun:
    """What a query would have brought in the last 30 days.

    `papers` in all, on `days` days that had any paper at all, the busiest with `busiest`.
    """

    papers: int
    days: int
    busiest: int

    @property
    def a_day(self) -> float:
        """The mean over days on which anything came out; 0 where none did."""
        return self.papers / self.days if self.days else 0.0


@dataclass(frozen=True, slots=True)
class Subscribed:
    """A subscription was made. `reachable` is False where the reader's DM is closed; where Discord
    could not be asked just now, the first delivery will show.
    """

    subscription: Subscription
    reachable: bool


class Subscriptions:
    """Everything that people do to subscriptions."""

    def __init__(  # noqa: PLR0913, PLR0917 - one argument a port, wired in one place
        self,
        subscriptions: SubscriptionStore,
        deliveries: DeliveryStore,
        recent: RecentPapers,
        people: PeopleStore,
        courier: Courier,
        clock: Clock,
    ) -> None:
        self._subscriptions = subscriptions
        self._deliveries = deliveries
        self._recent = recent
        self._people = people
        self._courier = courier
        self._clock = clock
        self._mending = Mending(subscriptions, deliveries, courier, clock)

    async def set_up(self, target: ChannelTarget, wish: Wish, created_by: int) -> Subscription:
        """Set up a channel's digest. Raises `TooManySubscriptionsError`."""
        await self._room_for(await self._subscriptions.of_server(target.guild_id))
        return await self._create(target, wish, created_by)

    async def subscribe(self, user_id: int, wish: Wish) -> Subscribed:
        """Subscribe a reader and open their DM: it is their action that opens it.

        A DM that is closed pauses the new subscription with that reason; `try_again` mends it.
        Raises `TooManySubscriptionsError`.
        """
        await self._room_for(await self._subscriptions.of_user(user_id))
        subscription = await self._create(UserTarget(user_id), wish, user_id)
        if await self._open_dm(user_id, wish.language) is not False:
            return Subscribed(await self._again(subscription), reachable=True)
        paused = Paused(PauseReason.DM_CLOSED, self._clock.now())
        await self._subscriptions.pause(subscription.id, paused)
        return Subscribed(await self._again(subscription), reachable=False)

    async def try_again(self, user_id: int, language: str) -> bool:
        """Open the reader's DM once more; resumes what was paused because it was closed."""
        if await self._open_dm(user_id, language) is not True:
            return False
        for subscription in await self._subscriptions.of_user(user_id):
            if subscription.paused and subscription.paused.reason is PauseReason.DM_CLOSED:
                await self._mending.go_on(subscription)
        return True

    async def change(self, subscription: Subscription, wish: Wish) -> Subscription:
        """Replace what was wished; where the schedule changes the next edition is planned anew.

        Otherwise it stays planned as it was: one that is due at this very moment still comes.
        """
        present = await self._again(subscription)
        moved = wish.schedule != present.wish.schedule
        due = next_occurrence(wish.schedule, self._clock.now()) if moved else None
        await self._subscriptions.change(subscription.id, wish, due)
        return await self._again(subscription)

    async def move(self, subscription: Subscription, target: ChannelTarget) -> Subscription:
        """Let a digest go to another channel of its server; what its old channel stopped, runs."""
        await self._subscriptions.move(subscription.id, target)
        if (seen := subscription.paused) is not None and seen.reason is not PauseReason.ASKED:
            now = self._clock.now()
            due = next_occurrence(subscription.wish.schedule, now)
            await self._subscriptions.resume(subscription.id, due, now, seen)
        return await self._again(subscription)

    async def pause(self, subscription: Subscription) -> Subscription:
        """Stop it because somebody asked."""
        paused = Paused(PauseReason.ASKED, self._clock.now())
        await self._subscriptions.pause(subscription.id, paused)
        return await self._again(subscription)

    async def resume(self, subscription: Subscription) -> Subscription:
        """Let it run again from its next time on; one that runs stays as it is planned."""
        now = self._clock.now()
        due = next_occurrence(subscription.wish.schedule, now)
        await self._subscriptions.resume(subscription.id, due, now)
        return await self._again(subscription)

    async def mend(self, guild_id: int | None = None) -> int:
        """Let digests run again whose place was mended; see `Mending.mend`."""
        return await self._mending.mend(guild_id)

    async def channel_deleted(self, guild_id: int, channel_id: int) -> None:
        """Retire the digests of a channel or thread that is no more."""
        await self._mending.channel_deleted(guild_id, channel_id)

    async def tidy(self) -> None:
        """Delete and forget what is long over; see `Mending.tidy`."""
        await self._mending.tidy()

    async def remove(self, subscription: Subscription) -> bool:
        """Delete it."""
        return await self._subscriptions.remove(subscription.id)

    async def get(self, subscription_id: int) -> Subscription | None:
        """Return one, or None where it is gone."""
        return await self._subscriptions.get(subscription_id)

    async def of_server(self, guild_id: int) -> list[Subscription]:
        """Return a server's digests, oldest first."""
        return await self._subscriptions.of_server(guild_id)

    async def of_user(self, user_id: int) -> list[Subscription]:
        """Return a reader's subscriptions, oldest first."""
        return await self._subscriptions.of_user(user_id)

    async def unreachable(self, user_id: int) -> list[Subscription]:
        """Return the reader's subscriptions that stopped because their DM is closed."""
        return [
            subscription
            for subscription in await self._subscriptions.of_user(user_id)
            if subscription.paused and subscription.paused.reason is PauseReason.DM_CLOSED
        ]

    async def follow_reader(self, user_id: int, *, language: str | None, ai: bool | None) -> int:
        """Let a reader's subscriptions follow what they chose (None: as it is); returns how many
        they have.
        """
        return await self._subscriptions.follow_user(user_id, Preferences(language, None, ai))

    async def follow_server(self, guild_id: int, *, language: str | None, ai: bool | None) -> int:
        """Let a server's digests follow what it chose (None: as it is); returns how many it has."""
        return await self._subscriptions.follow_server(guild_id, Preferences(language, None, ai))

    async def reports(
        self, subscription: Subscription, limit: int = LAST_REPORTED
    ) -> list[DeliveryReport]:
        """Return its last deliveries, newest first."""
        return await self._deliveries.reports(subscription.id, limit)

    async def missed(self, subscriptions: Sequence[Subscription]) -> list[Paper]:
        """Return what these subscriptions of one target missed during their last pauses."""
        return await missed_papers(subscriptions, self._recent, self._deliveries, self._clock.now())

    async def dry_run(self, query_text: str, target: Target) -> DryRun:
        """Count what a query would have brought this target in the last 30 days, the news of its
        server's own sources among it. Raises `QuerySyntaxError`.
        """
        query = parse(query_text)
        now = self._clock.now()
        first = now.date() - timedelta(days=DRY_RUN_DAYS - 1)
        recent = await self._recent.here(await self._recent.since(first, now), target, first)
        known = [
            (paper, folded)
            for paper, folded in zip(recent.papers, recent.prepared.folded, strict=True)
            if not paper.withdrawn
        ]
        hits = Counter(paper.released for paper, folded in known if matches(query, folded))
        days = len({paper.released for paper, _ in known})
        return DryRun(hits.total(), days, max(hits.values(), default=0))

    async def _create(self, target: Target, wish: Wish, created_by: int) -> Subscription:
        now = self._clock.now()
        due = next_occurrence(wish.schedule, now)
        return await self._subscriptions.create(target, wish, due, created_by, now)

    async def _open_dm(self, user_id: int, language: str) -> bool | None:
        """Return whether the DM is open; None where Discord could not be asked just now."""
        channel = await self._courier.open_dm(user_id, language)
        if channel is None:
            return False
        if isinstance(channel, Failed):
            return None
        await self._people.set_dm_channel(user_id, channel, self._clock.now())
        return True

    async def _again(self, subscription: Subscription) -> Subscription:
        return await self._subscriptions.get(subscription.id) or subscription

    @staticmethod
    async def _room_for(present: list[Subscription]) -> None:
        if len(present) >= MOST_PER_TARGET:
            raise TooManySubscriptionsError(MOST_PER_TARGET)

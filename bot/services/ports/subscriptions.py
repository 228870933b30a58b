"""Subscriptions of channels and of readers, in one table."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from bot.core.subscriptions import (
    ChannelTarget,
    Paused,
    Subscription,
    Target,
    Trouble,
    Undelivered,
    Wish,
)
from bot.services.ports.people import Preferences


class SubscriptionStore(Protocol):
    """Subscriptions of channels and of readers, in one table."""

    async def create(
        self, target: Target, wish: Wish, next_due: datetime, created_by: int, now: datetime
    ) -> Subscription:
        """Store a new subscription."""
        ...

    async def get(self, subscription_id: int) -> Subscription | None:
        """Return one, or None."""
        ...

    async def of_server(self, guild_id: int) -> list[Subscription]:
        """Return a server's digests, oldest first."""
        ...

    async def of_user(self, user_id: int) -> list[Subscription]:
        """Return a reader's subscriptions, oldest first."""
        ...

    async def all_channels(self) -> list[Subscription]:
        """Return every channel's digests, for `paperboy check`."""
        ...

    async def change(self, subscription_id: int, wish: Wish, next_due: datetime | None) -> None:
        """Replace the wish and plan the next instant; None: that stays."""
        ...

    async def move(self, subscription_id: int, target: ChannelTarget) -> None:
        """Let it go to another channel of its server."""
        ...

    async def follow_user(self, user_id: int, chosen: Preferences) -> int:
        """Give a reader's subscriptions the language and the machine text that are chosen (not
        None); returns how many they have.
        """
        ...

    async def follow_server(self, guild_id: int, chosen: Preferences) -> int:
        """Give a server's digests the language and the machine text that are chosen (not None);
        returns how many it has.
        """
        ...

    async def pause(self, subscription_id: int, paused: Paused) -> bool:
        """Stop it, with its reason. Returns True where that is news: something arrived since the
        same was wrong, or it never was. A digest's stays news until `told`. What somebody paused
        stays as they left it, whatever else is wrong.
        """
        ...

    async def is_news(self, subscription_id: int, trouble: Undelivered) -> bool:
        """Say whether somebody is to be told: it runs, and something arrived since it was told the
        same; since it was told anything, where the edition came too late.
        """
        ...

    async def told(self, subscription_id: int, trouble: Trouble) -> None:
        """Note that somebody was told what is wrong, if that is still so."""
        ...

    async def untold(self) -> list[Subscription]:
        """Return the digests that stopped, not because somebody asked, and nobody was told yet."""
        ...

    async def resume(
        self, subscription_id: int, next_due: datetime, now: datetime, seen: Paused | None = None
    ) -> bool:
        """Let it run again from `next_due` on, and remember the pause, from the first of those that
        nothing arrived between, as `missed`; one that is not paused stays as it is, and so does one
        whose pause is not the one that was `seen`. Returns whether it runs again.
        """
        ...

    async def note_gone(self, gone: Sequence[int], there: Sequence[int], now: datetime) -> None:
        """Note of digests that somebody paused that their server is gone, unless that was noted
        before, and of others that it is there.
        """
        ...

    async def gone_since(self, before: datetime) -> list[int]:
        """Return those whose place has been gone since before that instant, paused by hand or
        not.
        """
        ...

    async def remove(self, subscription_id: int) -> bool:
        """Delete it and its deliveries. What was shown at its target stays remembered."""
        ...

    async def due(self, now: datetime, limit: int) -> list[Subscription]:
        """Return running subscriptions whose `next_due` has come, longest overdue first."""
        ...

    async def count_due(self, now: datetime) -> int:
        """Return how many running subscriptions are due."""
        ...

    async def postpone(self, subscription_id: int, next_due: datetime) -> None:
        """Move `next_due` without an edition (what was slept through too long)."""
        ...

    async def count(self) -> tuple[int, int]:
        """Return how many run: (channels, readers)."""
        ...

"""The whole bot, wired, and what can be done with it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.services.ports.observer import NOBODY, Observer
from bot.services.restored import take_up
from bot.services.trending import forget_votes
from bot.storage.ledger import LedgerRows
from bot.storage.subscriptions import SubscriptionRows

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from bot.config import Settings
    from bot.services.listed import Listed
    from bot.services.titles import Titles
    from bot.storage.database import Database
    from bot.ui.desk import Desk
    from bot.ui.link.client import PaperboyClient


@dataclass(slots=True)
class App:
    """The whole bot, wired. What is due is a question to the database, so every step can be taken
    at any time, by anybody, again.
    """

    settings: Settings
    client: PaperboyClient
    desk: Desk
    database: Database
    titles: Titles
    listed: Listed
    ahead: Callable[[], Awaitable[None]]
    observer: Observer = NOBODY
    ticked: float = 0.0

    async def tick(self) -> int:
        """Make the editions that are due, and begin what takes long for those that come next;
        returns how many were made.
        """
        made = await self.desk.publisher.tick()
        self.ticked = self.desk.clock.monotonic()
        self.observer.ticked()
        await self.ahead()
        return made

    async def drain(self) -> int:
        """Bring out what is ready; returns how many parts were sent."""
        return await self.desk.publisher.drain()

    async def take_up(self) -> bool:
        """Before anything is sent: look whether the database is an older copy that was put back,
        and let go what it would send again; returns whether it was. Only for who holds its lock.
        """
        ledger, rows = LedgerRows(self.database), SubscriptionRows(self.database)
        now = self.desk.clock.now()
        return await take_up(ledger, rows, self.desk.deliveries, now, self.observer)

    async def note(self) -> None:
        """Note beside the database how far its ledger is. Only for who holds its lock."""
        await LedgerRows(self.database).note(self.desk.clock.now())

    async def poll(self) -> None:
        """Fetch new papers and votes."""
        await self.desk.ingest.poll()
        await self.listed.poll()

    async def poll_added(self) -> None:
        """Read what servers added; a job of its own, for any of it may be slow."""
        await self.desk.added.poll()

    async def tidy(self) -> None:
        """Forget what nobody asks for any more."""
        await self.desk.subscriptions.tidy()
        await self.desk.added.tidy(self._has_left)
        await forget_votes(self.desk.papers, self.desk.clock)
        await self.desk.elsewhere.tidy()

    async def _has_left(self, server: int) -> bool:
        """Say whether the bot is not in a server (any more); False until Discord told in which."""
        return self.client.is_ready() and self.client.get_guild(server) is None

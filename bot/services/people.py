"""People: what they chose to be remembered, what is kept about them, and forgetting it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.core.zones import resolve_zone
from bot.services.ports import Preferences

if TYPE_CHECKING:
    from bot.services.ports import Clock, PeopleStore


class People:
    """Preferences and privacy."""

    def __init__(self, people: PeopleStore, clock: Clock) -> None:
        self._people = people
        self._clock = clock

    async def preferences(self, user_id: int) -> Preferences:
        """Return what the person chose."""
        return await self._people.preferences(user_id)

    async def choose(
        self, user_id: int, *, language: str | None, timezone: str | None, ai: bool | None
    ) -> Preferences:
        """Remember what is given and return everything chosen. Raises `UnknownZoneError`."""
        zone = None if timezone is None else resolve_zone(timezone)
        chosen = Preferences(language, zone, ai)
        await self._people.set_preferences(user_id, chosen, self._clock.now())
        return await self._people.preferences(user_id)

    async def server_preferences(self, guild_id: int) -> Preferences:
        """Return what the server chose."""
        return await self._people.server_preferences(guild_id)

    async def choose_for_server(
        self, guild_id: int, *, language: str | None, ai: bool | None
    ) -> Preferences:
        """Remember a server's choice and return everything it chose."""
        await self._people.set_server_preferences(guild_id, Preferences(language, None, ai))
        return await self._people.server_preferences(guild_id)

    async def export(self, user_id: int) -> dict[str, object]:
        """Return everything that is kept about the person, as JSON values."""
        return await self._people.export(user_id)

    async def forget(self, user_id: int) -> bool:
        """Delete everything about the person; False where nothing was kept."""
        return await self._people.delete(user_id)

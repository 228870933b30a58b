"""People's rows, and what they are in the middle of or saved. Everything personal hangs on them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from bot.core.papers import Paper


@dataclass(frozen=True, slots=True)
class Preferences:
    """What a person or a server chose to be remembered; None is not chosen."""

    language: str | None = None
    timezone: str | None = None
    machine_text: bool | None = None


class PeopleStore(Protocol):
    """People's rows. Everything personal hangs on them."""

    async def preferences(self, user_id: int) -> Preferences:
        """Return what the person chose."""
        ...

    async def set_preferences(self, user_id: int, chosen: Preferences, now: datetime) -> None:
        """Remember what is not None in `chosen`; the rest stays."""
        ...

    async def server_preferences(self, guild_id: int) -> Preferences:
        """Return what the server chose (`timezone` is always None)."""
        ...

    async def set_server_preferences(self, guild_id: int, chosen: Preferences) -> None:
        """Remember what is not None in `chosen`."""
        ...

    async def set_dm_channel(self, user_id: int, channel_id: int, now: datetime) -> None:
        """Remember the id of the person's DM channel."""
        ...

    async def dm_channel(self, user_id: int) -> int | None:
        """Return the id of the person's DM channel, once it was opened."""
        ...

    async def export(self, user_id: int) -> dict[str, object]:
        """Return everything that is kept about the person, as JSON values."""
        ...

    async def delete(self, user_id: int) -> bool:
        """Forget the person: their row and all that hangs on it. False: nothing was kept."""
        ...


@dataclass(frozen=True, slots=True)
class SavedPaper:
    """A paper in somebody's library."""

    paper: Paper
    note: str
    saved: datetime


class LibraryStore(Protocol):
    """The papers people saved."""

    async def save(self, user_id: int, key: int, now: datetime) -> bool:
        """Save a paper; False where it was saved already."""
        ...

    async def remove(self, user_id: int, key: int) -> bool:
        """Take a paper out; False where it was not there."""
        ...

    async def list(self, user_id: int, find: str | None, limit: int) -> list[SavedPaper]:
        """Return saved papers, newest first; `find` is looked for in title, authors and note."""
        ...


@dataclass(frozen=True, slots=True)
class Draft:
    """What a person is in the middle of. `body` is JSON values."""

    id: int
    user_id: int
    kind: str
    body: Mapping[str, object]


class DraftStore(Protocol):
    """Panels and searches in progress; kept two days after the last touch."""

    async def open(self, user_id: int, kind: str, body: Mapping[str, object], now: datetime) -> int:
        """Store a new draft and return its id; forgets drafts older than two days."""
        ...

    async def get(self, draft_id: int) -> Draft | None:
        """Return one, or None."""
        ...

    async def change(self, draft_id: int, body: Mapping[str, object], now: datetime) -> None:
        """Replace its body."""
        ...

    async def close(self, draft_id: int) -> bool:
        """Forget it; False where it was gone already, so one of two that close it goes on."""
        ...

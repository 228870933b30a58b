"""One process a database: an errand that may create, migrate or write holds it like a running bot.

A newer version's errand beside an older bot would otherwise change the file under it.
"""

from __future__ import annotations

from contextlib import ExitStack, asynccontextmanager
from typing import TYPE_CHECKING

from bot.services.clock import SystemClock
from bot.storage.errors import AlreadyRunning, StorageError
from bot.storage.lock import hold

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator

    from bot.config import Settings


class HeldError(StorageError):
    """Another process holds the database; says which one, and what to do instead."""


@asynccontextmanager
async def alone(settings: Settings, instead: str) -> AsyncGenerator[None]:
    """Hold the database for the block, without waiting. Raises `HeldError`, `DatabaseUnusable`."""
    with ExitStack() as stack:
        try:
            stack.enter_context(hold(settings.database.path, SystemClock().now()))
        except AlreadyRunning as error:
            raise HeldError(f"{error}; {instead}") from error
        yield

"""Waiting for something to become true, woken by changes and never by a timer.

Whoever changes the server's state calls `changed()`; whoever waits states a condition that is
looked at after each change. The timeout only bounds a failure.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import TypeVar

T = TypeVar("T")


class Signals:
    """One meeting point for all waiters of a server."""

    def __init__(self) -> None:
        self._waiting: list[asyncio.Event] = []

    def changed(self) -> None:
        """Let every waiter look again."""
        for event in self._waiting:
            event.set()

    async def until(
        self,
        condition: Callable[[], T | None],
        timeout: float,  # noqa: ASYNC109 - it names the failure
        what: str,
    ) -> T:
        """Return the condition's first true value.

        Raises TimeoutError saying `what` was awaited once `timeout` seconds have passed.
        """
        event = asyncio.Event()
        self._waiting.append(event)
        try:
            async with asyncio.timeout(timeout):
                while True:
                    event.clear()
                    value = condition()
                    if value:
                        return value
                    await event.wait()
        except TimeoutError:
            raise TimeoutError(f"waited {timeout:g} s for {what}") from None
        finally:
            self._waiting.remove(event)

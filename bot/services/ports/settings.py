"""What the installation remembers of itself."""

from __future__ import annotations

from typing import Protocol


class SettingStore(Protocol):
    """A few values that the installation remembers of itself."""

    async def get(self, name: str) -> str | None:
        """Return a value, or None."""
        ...

    async def set(self, name: str, value: str) -> None:
        """Remember a value."""
        ...

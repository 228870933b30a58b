"""How many, in English: what errands print counts like people do."""

from __future__ import annotations


def counted(count: int, one: str, several: str = "") -> str:
    """Return ``1 file``, ``1,200 files``; `several` is the plural where it is more than an s."""
    return f"{count:,} {one if count == 1 else several or one + 's'}"

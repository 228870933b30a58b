"""What can go wrong with the index's folder, told with the path and the remedy.

The index is a cache: whatever is wrong with its folder, the papers are elsewhere and the
remedy is to build it anew.

    TitleIndexError
    └── IndexFolderError    the folder is absent, damaged, foreign, or of another version
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


class TitleIndexError(Exception):
    """Any failure of the title index."""


class IndexFolderError(TitleIndexError):
    """`path` holds no index that can be used; `reason` says why, `remedy` what mends it."""

    def __init__(self, path: Path, reason: str, remedy: str) -> None:
        super().__init__(f"{path}: {reason}; {remedy}")
        self.path = path
        self.reason = reason
        self.remedy = remedy

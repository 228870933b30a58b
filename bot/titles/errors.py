"""What can go wrong with the index: its folder, told with path and remedy, or its size.

The index is a cache: whatever is wrong with its folder, the papers are elsewhere and the
remedy is to build it anew.

    TitleIndexError
    ├── IndexFolderError    the folder is absent, damaged, foreign, or of another version
    └── TooManyWordsError   the titles have more than 2**24 distinct words
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


class TooManyWordsError(TitleIndexError):
    """The titles have more distinct words than can be numbered: hardly titles of papers."""

    def __init__(self, words: int) -> None:
        super().__init__(f"{words:,} distinct words in the titles; at most 2**24 can be indexed")

"""The fuzzy title index: any paper by its half-remembered title.

Rules of the room: it imports the core only, knows titles and ids and nothing of papers, and its
files are a cache that can be built anew at any time.
"""

from __future__ import annotations

from bot.titles.errors import IndexFolderError, TitleIndexError
from bot.titles.index import TitleIndex

__all__ = ["IndexFolderError", "TitleIndex", "TitleIndexError"]

"""All titles as they are at one moment, read one after the other beside a running bot.

A plain connection that only reads, for a process of its own: nothing else is loaded, and a million
titles pass through without standing in a list.
"""

from __future__ import annotations

import contextlib
import sqlite3
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.services.ports import TitleRow
from bot.storage.errors import StatementError
from bot.storage.migrate import BUSY_SECONDS

if TYPE_CHECKING:
    from collections.abc import Generator, Iterator
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class TitleSnapshot:
    """The papers' version at the moment, the greatest key, and the titles by key, once."""

    version: int
    last_key: int
    titles: Iterator[TitleRow]


@contextlib.contextmanager
def title_snapshot(path: Path) -> Generator[TitleSnapshot]:
    """Open a database of this version that is there. Raises `StatementError`."""
    address = f"{path.absolute().as_uri()}?mode=ro"
    try:
        with contextlib.closing(
            sqlite3.connect(address, BUSY_SECONDS, isolation_level=None, uri=True)
        ) as file:
            file.execute("BEGIN")
            (version,) = file.execute(
                "SELECT coalesce(max(version), 0) FROM title_change"
            ).fetchone()
            (last,) = file.execute("SELECT coalesce(max(key), 0) FROM paper").fetchone()
            rows = file.execute(
                """SELECT key, title, upvotes FROM paper
                   WHERE merged_into IS NULL AND source NOT LIKE 'added:%' ORDER BY key"""
            )
            yield TitleSnapshot(version, last, (TitleRow(*row) for row in rows))
    except sqlite3.Error as error:
        raise StatementError(path, str(error)) from error

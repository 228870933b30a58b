"""Copies of a database that is in use, made by SQLite's own online backup.

A copy is one whole file (no write-ahead log beside it), checked before it gets its name, and as
private as its original. Until then it is called ``….partial``; a failure leaves nothing.

A copy carries a mark, with when it was made. So whoever opens it as the database knows that it was
put back (`ledger`).

Copies made before a migration are forgotten after `KEPT_DAYS`, for that is what people are told of
their data. Their age is the file system's, so it is measured against the machine's own clock: the
one place in this room where that is read.
"""

from __future__ import annotations

import contextlib
import glob
import logging
import os
import shutil
import sqlite3
import time
from typing import TYPE_CHECKING

from bot.storage.errors import BackupError

if TYPE_CHECKING:
    from pathlib import Path

log = logging.getLogger(__name__)

MARK = "copied"
"""The setting in a copy that says when it was made, in whole seconds since 1970."""

KEPT_DAYS = 30
"""How long a copy made before a migration stays."""


def before_migration(database: Path, version: int) -> Path:
    """Return what a copy made before migrating to `version` is called."""
    return database.with_name(f"{database.name}.before-{version}")


def forget_old_copies(database: Path) -> None:
    """Delete the copies made before migrations of this database that are older than `KEPT_DAYS`.

    One that cannot be deleted is logged, for somebody has to do it by hand.
    """
    oldest = time.time() - KEPT_DAYS * 86_400  # noqa: TID251 - see the module's docstring
    for copy in database.parent.glob(f"{glob.escape(database.name)}.before-*"):
        try:
            if copy.stat().st_mtime < oldest:
                copy.unlink()
                log.info("copy_forgotten", extra={"file": str(copy)})
        except OSError as error:
            log.warning("copy_not_forgotten", extra={"file": str(copy), "error": str(error)})


def copy_database(source: Path, target: Path, *, replace: bool = False) -> None:
    """Copy the database at `source` to `target`. Raises `BackupError`.

    An existing `target` is an error, or replaced where `replace` says so.
    """
    if not replace and (target.exists() or target.is_symlink()):
        raise BackupError(target, "it exists already", "name a file that does not exist")
    partial = target.with_name(f"{target.name}.partial")
    try:
        partial.unlink(missing_ok=True)
        os.close(os.open(partial, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
        shutil.copymode(source, partial)
        _copy(source, partial)
        partial.replace(target)
    except (OSError, sqlite3.Error) as error:
        with contextlib.suppress(OSError):
            partial.unlink(missing_ok=True)
        raise BackupError(target, str(error), "see that its folder exists and has room") from error


def _copy(source: Path, target: Path) -> None:
    with (
        contextlib.closing(sqlite3.connect(source)) as original,
        contextlib.closing(sqlite3.connect(target, isolation_level=None)) as copy,
    ):
        original.backup(copy)
        copy.execute("PRAGMA journal_mode = DELETE")
        _mark(copy)
        (verdict,) = copy.execute("PRAGMA integrity_check(1)").fetchone()
        if verdict != "ok":
            raise sqlite3.DatabaseError(f"the copy is damaged: {verdict}")


def _mark(copy: sqlite3.Connection) -> None:
    """Mark a copy as one; a file that has no settings is none of ours to put back."""
    if copy.execute("SELECT 1 FROM sqlite_schema WHERE name = 'setting'").fetchone() is None:
        return
    made = int(time.time())  # noqa: TID251 - see the module's docstring
    copy.execute(
        """INSERT INTO setting (name, value) VALUES (?, ?)
           ON CONFLICT (name) DO UPDATE SET value = excluded.value""",
        [MARK, str(made)],
    )

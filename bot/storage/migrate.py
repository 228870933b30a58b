"""From whatever file is there to a database of the current version, or to the error that says why.

- A step is a file ``NNN_name.sql``; its number is the version that it leads to. Steps count up
  from 1 without a gap and are never changed once released.
- A step and its version commit together, in one transaction: a kill leaves the old version or the
  new one, nothing between.
- An existing database is copied first (``paperboy.db.before-2``), a new one has nothing to lose.
  Copies of long ago are deleted at every start.
- A step may call `paper_marks`, which makes a paper's marks for the full-text index, and
  `paper_title_number`, which makes a title's number.
- The file is Paperboy's own where its `application_id` says so, or where it is empty.
"""

from __future__ import annotations

import contextlib
import re
import sqlite3
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from bot.storage.copies import before_migration, copy_database, forget_old_copies
from bot.storage.errors import DatabaseTooNew, DatabaseUnusable, MigrationError, NotADatabase

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

APPLICATION_ID = 0x50617065
"""Marks a database as Paperboy's: the letters ``Pape``."""

BUSY_SECONDS = 10.0
"""How long another process may hold the file before a statement fails."""

FOLDER = Path(__file__).with_name("migrations")

_FILE = re.compile(r"(?P<number>\d{3})_(?P<name>\w+)\.sql")


@dataclass(frozen=True, slots=True)
class Step:
    """One migration: the version it leads to, its name, its statements."""

    version: int
    name: str
    script: str


def load_steps(folder: Path = FOLDER) -> tuple[Step, ...]:
    """Read the steps of a folder, in order. A gap in the numbers is a `ValueError`."""
    found = sorted(
        (
            Step(int(match["number"]), match["name"], file.read_text("utf-8"))
            for file in folder.iterdir()
            if (match := _FILE.fullmatch(file.name))
        ),
        key=lambda step: step.version,
    )
    if [step.version for step in found] != list(range(1, len(found) + 1)):
        raise ValueError(f"{folder}: the steps do not count up from 1")
    return tuple(found)


def prepare(path: Path, steps: Sequence[Step]) -> None:
    """Create the database or bring it to the newest version. Raises a `DatabaseFileError`."""
    try:
        if path.is_dir():
            raise DatabaseUnusable(path, "it is a folder", "name a file in `database.path`")
        path.parent.mkdir(parents=True, exist_ok=True)
        with contextlib.closing(sqlite3.connect(path, BUSY_SECONDS, isolation_level=None)) as file:
            _check_kind(file, path)
            _bring_up(file, path, steps)
        forget_old_copies(path)
    except (OSError, sqlite3.OperationalError) as error:
        remedy = "see that the folder exists, is on a local disk and may be written to"
        raise DatabaseUnusable(path, str(error), remedy) from error
    except sqlite3.DatabaseError as error:
        remedy = "name another file in `database.path`, or put a backup in its place"
        raise NotADatabase(path, str(error), remedy) from error


def examine(path: Path, steps: Sequence[Step]) -> int:
    """Return the version of a database that is there, and change nothing.

    Raises `DatabaseUnusable`, `NotADatabase` or `DatabaseTooNew`.
    """
    try:
        address = f"{path.absolute().as_uri()}?mode=rw"  # what is not there is not made
        with contextlib.closing(sqlite3.connect(address, BUSY_SECONDS, uri=True)) as file:
            _check_kind(file, path)
            version = _number(file, "PRAGMA user_version")
    except (OSError, sqlite3.OperationalError) as error:
        remedy = "see that the file is there and may be read, and its folder written to"
        raise DatabaseUnusable(path, str(error), remedy) from error
    except sqlite3.DatabaseError as error:
        remedy = "name another file in `database.path`, or put a backup in its place"
        raise NotADatabase(path, str(error), remedy) from error
    if version > len(steps):
        raise DatabaseTooNew(path, version, len(steps))
    return version


def _check_kind(file: sqlite3.Connection, path: Path) -> None:
    application = _number(file, "PRAGMA application_id")
    empty = not _number(file, "SELECT count(*) FROM sqlite_schema")
    if application != APPLICATION_ID and not (empty and application == 0):
        raise NotADatabase(
            path,
            "it is another program's database",
            "name another file in `database.path`; this one was not touched",
        )


def _bring_up(file: sqlite3.Connection, path: Path, steps: Sequence[Step]) -> None:
    version = _number(file, "PRAGMA user_version")
    if version > len(steps):
        raise DatabaseTooNew(path, version, len(steps))
    (mode,) = file.execute("PRAGMA journal_mode = WAL").fetchone()
    if mode != "wal":
        raise DatabaseUnusable(
            path, f"its disk allows no write-ahead log, only {mode}", "put it on a local disk"
        )
    file.execute("PRAGMA synchronous = FULL")
    if 0 < version < len(steps):
        copy_database(path, before_migration(path, len(steps)), replace=True)
    for step in steps[version:]:
        _take(file, path, step)


def _take(file: sqlite3.Connection, path: Path, step: Step) -> None:
    """Run one step in one transaction. Foreign keys are off, so that tables may be rebuilt."""
    from bot.core.same_work import title_number  # noqa: PLC0415 - most starts have no step to take
    from bot.storage.paper_index import marks_of_columns  # noqa: PLC0415 - as above

    file.create_function("paper_marks", -1, marks_of_columns, deterministic=True)
    file.create_function("paper_title_number", 1, title_number, deterministic=True)
    file.execute("BEGIN EXCLUSIVE")
    try:
        if _number(file, "PRAGMA user_version") >= step.version:  # another process was quicker
            file.execute("ROLLBACK")
            return
        file.set_authorizer(_no_transactions)
        for statement in statements(step.script):
            file.execute(statement)
        file.set_authorizer(None)
        if (broken := file.execute("PRAGMA foreign_key_check").fetchone()) is not None:
            raise sqlite3.IntegrityError(f"a row of {broken[0]} points to nothing in {broken[2]}")
        file.execute(f"PRAGMA application_id = {APPLICATION_ID:d}")
        file.execute(f"PRAGMA user_version = {step.version:d}")
        file.execute("COMMIT")
    except sqlite3.Error as error:
        file.set_authorizer(None)
        if file.in_transaction:
            file.execute("ROLLBACK")
        raise MigrationError(path, step.version, step.name, str(error)) from error


def _no_transactions(action: int, *_about: str | None) -> int:
    """Keep a step from committing half of itself."""
    return sqlite3.SQLITE_DENY if action == sqlite3.SQLITE_TRANSACTION else sqlite3.SQLITE_OK


def statements(script: str) -> Iterator[str]:
    """Split a script into its statements; a semicolon in a trigger, text or comment splits none."""
    begun = ""
    for piece in re.split("(?<=;)", script):
        begun += piece
        if sqlite3.complete_statement(begun):
            yield begun.strip()
            begun = ""
    if begun.strip():
        yield begun.strip()


def _number(file: sqlite3.Connection, question: str) -> int:
    return int(file.execute(question).fetchone()[0])

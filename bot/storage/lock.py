"""One process a database: an operating system's lock on ``<database>.lock``.

The lock ends with its process, however that ends. Its file stays; what is written in it only
says who holds the lock, and is believed only while the lock is held.
"""

from __future__ import annotations

import json
import os
import socket
import sys
from contextlib import contextmanager
from datetime import datetime
from typing import TYPE_CHECKING

from bot.storage.errors import AlreadyRunning, DatabaseUnusable
from bot.storage.holder import Holder

if TYPE_CHECKING:
    from collections.abc import Generator
    from pathlib import Path

_LONGEST = 4_096  # bytes read of what a holder wrote

if sys.platform == "win32":
    import msvcrt

    _FAR = 1 << 20  # a locked byte cannot be read by others, so one behind the text is locked

    def _take(descriptor: int) -> None:
        os.lseek(descriptor, _FAR, os.SEEK_SET)
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        os.lseek(descriptor, 0, os.SEEK_SET)
else:
    import fcntl

    def _take(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)


def lock_file(database: Path) -> Path:
    """Name the file whose lock stands for the database."""
    return database.with_name(f"{database.name}.lock")


@contextmanager
def hold(database: Path, now: datetime) -> Generator[Holder]:
    """Hold the database for the block, without waiting. Raises `AlreadyRunning`.

    Where the lock file cannot be made at all, `DatabaseUnusable`.
    """
    path = lock_file(database)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        descriptor = os.open(path, os.O_RDWR | os.O_CREAT, 0o644)
    except OSError as error:
        remedy = "see that the folder exists and may be written to"
        raise DatabaseUnusable(database, str(error), remedy) from error
    try:
        try:
            _take(descriptor)
        except OSError as error:
            raise AlreadyRunning(database, _read(descriptor)) from error
        holder = Holder(os.getpid(), socket.gethostname(), now)
        _write(descriptor, holder)
        yield holder
        os.ftruncate(descriptor, 0)
    finally:
        os.close(descriptor)


def _write(descriptor: int, holder: Holder) -> None:
    said = {"pid": holder.pid, "host": holder.host, "started": holder.started.isoformat()}
    os.ftruncate(descriptor, 0)
    os.write(descriptor, json.dumps(said).encode())


def _read(descriptor: int) -> Holder | None:
    """Read who holds the lock; None where that was not (or not yet) written."""
    try:
        said = json.loads(os.read(descriptor, _LONGEST))
        return Holder(int(said["pid"]), str(said["host"]), datetime.fromisoformat(said["started"]))
    except (OSError, ValueError, KeyError, TypeError):
        return None

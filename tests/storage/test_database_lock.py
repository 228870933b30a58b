"""One process a database, and the second is told who the first is."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest
from storage_samples import NOW

from bot.storage.errors import AlreadyRunning, DatabaseUnusable
from bot.storage.holder import Holder
from bot.storage.lock import hold, lock_file

VICTIM = Path(__file__).with_name("storage_victim.py")


def test_second_process_is_told_who_holds_it(tmp_path: Path) -> None:
    """While the lock is held nobody else gets it; the answer names process, host and start."""
    path = tmp_path / "paperboy.db"
    with (
        hold(path, NOW) as mine,
        pytest.raises(AlreadyRunning, match=r"since 2026-08-21 07:00 UTC") as raised,
        hold(path, NOW),
    ):
        pass
    assert raised.value.holder == mine == Holder(os.getpid(), socket.gethostname(), NOW)
    assert f"process {os.getpid()}" in str(raised.value)


def test_lock_is_free_afterwards(tmp_path: Path) -> None:
    """A lock can be taken again once its block ended, also by an error."""
    path = tmp_path / "new" / "paperboy.db"
    with pytest.raises(LookupError), hold(path, NOW):
        raise LookupError
    with hold(path, NOW):
        pass


def test_killed_process_holds_nothing(tmp_path: Path) -> None:
    """What a killed process wrote in the lock file keeps nobody out."""
    path = tmp_path / "paperboy.db"
    words = [sys.executable, str(VICTIM), "holding", str(path)]
    assert subprocess.run(words, cwd=VICTIM.parents[2], check=False).returncode == -9
    assert b'"pid"' in lock_file(path).read_bytes()
    with hold(path, NOW) as mine:
        assert mine.pid == os.getpid()


@pytest.mark.parametrize("said", [b"", b"{", b"[]", b'{"pid": 1}', b"\xff\xfe", b'{"pid": []}'])
def test_unreadable_holder_is_another_process(tmp_path: Path, said: bytes) -> None:
    """Where the holder wrote nothing of use, the lock still holds."""
    path = tmp_path / "paperboy.db"
    with hold(path, NOW):
        lock_file(path).write_bytes(said)
        with (
            pytest.raises(AlreadyRunning, match="in use by another process") as raised,
            hold(path, NOW),
        ):
            pass
    assert raised.value.holder is None


def test_lock_file_that_cannot_be_made(tmp_path: Path) -> None:
    """Where the lock file cannot be made, that is said with a remedy."""
    (tmp_path / "data").touch()
    with (
        pytest.raises(DatabaseUnusable, match="see that the folder"),
        hold(tmp_path / "data" / "a", NOW),
    ):
        pass

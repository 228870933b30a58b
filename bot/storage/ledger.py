"""How far the ledger of deliveries has come: what tells the database from an older copy of it.

A copy that is put back does not know what was sent after it was made. It is known by either of

- the mark that every copy of `copies` carries;
- a note beside the database, ``<database>.ledger``: the database's identity and a number that
  grew with it. A database with that identity and a smaller number is an older one. A database that
  was never given an identity, though the note is there, is older still.

The number is committed first, and noted then: the note is never ahead of the database it was made
of, whenever a process dies. A note that cannot be read or written stops nothing. A folder that is
put back as a whole has the note of its day, and is not known.
"""

from __future__ import annotations

import asyncio
import json
import logging
import os
import secrets
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from bot.core.schedules import CATCH_UP
from bot.services.ports.ledger import PutBack
from bot.storage.copies import MARK
from bot.storage.instants import from_seconds, to_seconds

if TYPE_CHECKING:
    from pathlib import Path

    from bot.storage.database import Database
    from bot.storage.session import Session

log = logging.getLogger(__name__)

_SETTING = "ledger"
_LONGEST = 1_000  # bytes read of a note
_LEAP = 10_000_000
"""Ids given since the copy was made stand on buttons; those given from now on begin behind them."""
_ON_BUTTONS = ("paper", "subscription", "delivery", "part", "draft")


def note_file(database: Path) -> Path:
    """Name the file that remembers how far the database was."""
    return database.with_name(f"{database.name}.ledger")


@dataclass(frozen=True, slots=True)
class _Reached:
    identity: str
    number: int
    at: datetime

    def text(self) -> str:
        said = {"database": self.identity, "reached": self.number, "at": self.at.isoformat()}
        return json.dumps(said)


class LedgerRows:
    """`Ledger` on the table `setting` and the note beside the database."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._note = note_file(database.path)
        self._silent = False

    async def put_back(self) -> PutBack | None:
        """Say whether this database is an older copy; changes nothing."""
        noted = await asyncio.to_thread(_read_note, self._note)  # first: it only lags behind
        async with self._database.read() as session:
            mark = await _setting(session, MARK)
            here = _read(await _setting(session, _SETTING))
            used = await session.row("SELECT 1 FROM subscription LIMIT 1")
        if mark is not None:
            return PutBack(from_seconds(int(mark)) if mark.isdecimal() else None)
        if noted is None or used is None:
            return None
        if here is None:
            return PutBack(None)
        older = here.identity == noted.identity and here.number < noted.number
        return PutBack(here.at) if older else None

    async def go_on(self, now: datetime, *, put_back: bool) -> int:
        """Begin from here. Parts of a copy that were planned may have arrived since, and those that
        were refused may have been tried again: neither is sent by itself any more, and what they
        show stays shown.
        """
        noted = await asyncio.to_thread(_read_note, self._note)
        async with self._database.write() as session:
            let_go = await _let_go(session, now) if put_back else 0
            await session.run("DELETE FROM setting WHERE name = ?", [MARK])
            reached = await _advance(session, now, noted)
        await self._write_note(reached)
        return let_go

    async def note(self, now: datetime) -> None:
        """Note how far the ledger is: one commit, one small file."""
        async with self._database.write() as session:
            reached = await _advance(session, now, None)
        await self._write_note(reached)

    async def _write_note(self, reached: _Reached) -> None:
        try:
            await asyncio.to_thread(_write, self._note, reached.text())
        except OSError as error:
            if not self._silent:  # once is enough: it is tried every minute
                log.warning("ledger_not_noted", extra={"error": str(error)})
            self._silent = True


async def _let_go(session: Session, now: datetime) -> int:
    unsure = await session.run(
        """UPDATE part SET state = 'unsure', ready = NULL, detail = 'put_back'
           WHERE state = 'planned'"""
    )
    await session.run(
        """UPDATE part SET state = 'expired', detail = 'put_back'
           WHERE state = 'refused'
             AND delivery IN (SELECT id FROM delivery WHERE made >= ?)""",
        [to_seconds(now - CATCH_UP)],  # what is older is not tried again anyway
    )
    for table in _ON_BUTTONS:
        last = await session.row("SELECT seq FROM sqlite_sequence WHERE name = ?", [table])
        if last is None:
            await session.run("INSERT INTO sqlite_sequence (name, seq) VALUES (?, 0)", [table])
        await session.run("UPDATE sqlite_sequence SET seq = seq + ? WHERE name = ?", [_LEAP, table])
    return unsure


async def _advance(session: Session, now: datetime, noted: _Reached | None) -> _Reached:
    """Let the number grow, beyond what was noted of this very database."""
    here = _read(await _setting(session, _SETTING))
    if here is None:
        here = noted or _Reached(secrets.token_hex(8), 0, now)
    number = here.number
    if noted is not None and noted.identity == here.identity:
        number = max(number, noted.number)
    reached = _Reached(here.identity, number + 1, now)
    await session.run(
        """INSERT INTO setting (name, value) VALUES (?, ?)
           ON CONFLICT (name) DO UPDATE SET value = excluded.value""",
        [_SETTING, reached.text()],
    )
    return reached


async def _setting(session: Session, name: str) -> str | None:
    row = await session.row("SELECT value FROM setting WHERE name = ?", [name])
    return None if row is None else row["value"]


def _read(text: str | None) -> _Reached | None:
    try:
        said = json.loads(text or "")
        return _Reached(
            str(said["database"]), int(said["reached"]), datetime.fromisoformat(said["at"])
        )
    except (ValueError, KeyError, TypeError):
        return None


def _read_note(note: Path) -> _Reached | None:
    try:
        with note.open("rb") as file:
            return _read(file.read(_LONGEST).decode())
    except FileNotFoundError:
        return None
    except (OSError, ValueError) as error:
        log.warning("ledger_note_unreadable", extra={"file": str(note), "error": str(error)})
        return None


def _write(note: Path, text: str) -> None:
    """Replace the note at once; what a power cut takes of it only makes it older."""
    new = note.with_name(f"{note.name}.partial")
    descriptor = os.open(new, os.O_CREAT | os.O_TRUNC | os.O_WRONLY, 0o644)
    try:
        os.write(descriptor, text.encode())
    finally:
        os.close(descriptor)
    new.replace(note)

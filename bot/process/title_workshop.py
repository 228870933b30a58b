"""Where title indexes are made: here and now, or by a child process beside the bot.

    bot ── stdin, open while the bot lives ──▶ title_child ── stdout, a line per percent ──▶ bot
                                                    └──▶ paperboy.titles/ beside paperboy.db

The index is kept in a folder beside the database. Only who holds the database's lock writes there,
by itself or by its child; the child ends with the bot, however that ends.
"""

from __future__ import annotations

import asyncio
import contextlib
import json
import os
import signal
import sys
from typing import TYPE_CHECKING

from bot.process.title_building import build
from bot.services.ports import Progress, TitlesFault
from bot.titles import TitleIndex
from bot.titles.errors import TitleIndexError

if TYPE_CHECKING:
    from asyncio.subprocess import Process
    from collections.abc import AsyncGenerator, Iterable, Sequence
    from pathlib import Path

    from bot.services.ports import TitleRow, TitleShelf

CHILD = (sys.executable, "-m", "bot.process.title_child")
"""The program that builds; it is given the database, the folder and the stamp."""

_LAST_WORDS = 1_000  # characters told of what a child wrote before it failed
_SECRET = "DISCORD_TOKEN"  # noqa: S105 - a variable's name
_PATIENCE = 2.0  # seconds that a child which is told to end may take


def titles_folder(database: Path) -> Path:
    """Return where the index of a database's titles is kept: ``paperboy.titles`` beside it."""
    return database.with_name(f"{database.stem}.titles")


class TitleWorkshop:
    """The port of this name. Without a `database` it builds, and keeps nothing."""

    def __init__(self, database: Path | None = None, *, child: Sequence[str] = CHILD) -> None:
        self._database = database
        self._child = tuple(child)

    @property
    def keeps(self) -> bool:
        """Whether an index is kept beside a database."""
        return self._database is not None

    def build(self, rows: Iterable[TitleRow]) -> TitleIndex:
        """Build an index here and now."""
        return build(rows)

    def load(self) -> TitleIndex | None:
        """Open the one that is kept, memory-mapped; None where there is none."""
        folder = titles_folder(self._kept())
        if not folder.exists():
            return None
        try:
            return TitleIndex.load(folder)
        except (TitleIndexError, OSError) as error:
            raise TitlesFault(str(error)) from error

    def save(self, shelf: TitleShelf, stamp: str) -> None:
        """Keep an index that was made here, whole or not at all."""
        assert isinstance(shelf, TitleIndex)  # noqa: S101 - there are no others
        try:
            shelf.save(titles_folder(self._kept()), stamp=stamp)
        except (TitleIndexError, OSError) as error:
            raise TitlesFault(str(error)) from error

    async def build_beside(self, stamp: str) -> AsyncGenerator[Progress]:
        """Let a child build and keep an index of all papers; tell how far it is."""
        database = self._kept()
        places = (str(database.absolute()), str(titles_folder(database).absolute()))
        pipe = asyncio.subprocess.PIPE
        try:
            child = await asyncio.create_subprocess_exec(
                *(*self._child, *places, stamp),
                stdin=pipe,
                stdout=pipe,
                stderr=pipe,
                env={name: value for name, value in os.environ.items() if name != _SECRET},
            )
        except OSError as error:
            raise TitlesFault(f"no process could be started: {error}") from error
        assert child.stdout is not None  # noqa: S101 - it is a pipe
        words = asyncio.create_task(_last_words(child))
        try:
            async for line in child.stdout:
                yield _progress(line)
            code = await child.wait()
            if code != 0:
                raise TitlesFault(f"the process that builds it {_ended(code)}: {await words}")
        finally:
            await _end(child)
            await asyncio.gather(words, return_exceptions=True)

    def _kept(self) -> Path:
        assert self._database is not None  # noqa: S101 - nobody asks where nothing is kept
        return self._database


def _progress(line: bytes) -> Progress:
    try:
        told = json.loads(line)
        return Progress(int(told["version"]), int(told["percent"]))
    except (ValueError, KeyError, TypeError) as error:
        raise TitlesFault(f"the process that builds it said {line[:200]!r}") from error


async def _last_words(child: Process) -> str:
    """Read what a child complains of, and return the end of it."""
    assert child.stderr is not None  # noqa: S101 - it is a pipe
    words = ""
    while chunk := await child.stderr.read(1 << 16):
        words = (words + chunk.decode("utf-8", "replace"))[-_LAST_WORDS:]
    return words.strip() or "it said nothing"


def _ended(code: int) -> str:
    if code > 0:
        return f"ended with {code}"
    with contextlib.suppress(ValueError):
        return f"was ended by {signal.Signals(-code).name}"
    return f"was ended by signal {-code}"


async def _end(child: Process) -> None:
    """End a child that still runs, and let go of it."""
    if child.returncode is None:
        with contextlib.suppress(ProcessLookupError):
            child.terminate()
        try:
            async with asyncio.timeout(_PATIENCE):
                await child.wait()
        except TimeoutError:
            child.kill()
            await child.wait()
    if child.stdin is not None:
        child.stdin.close()

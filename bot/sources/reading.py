"""Lists from strangers are read by a process of their own, which may be killed.

    bot ── a line of JSON (the `Order`), then the bytes ──▶ reading_child
    bot ◀── lines of JSON (`reading_forms`) ──────────────────────┘

Feeds, bibliographies and publications pages: a few kilobytes made for it keep any parser and many
a pattern busy for hours, or let text grow without end. A thread could neither be stopped nor keep
the rest of the bot from waiting, so nothing of theirs is parsed in the bot's own process.

Rules everything here obeys:

- One child at a time, for one list, and none between: nothing of it is loaded by the bot itself.
- It has `SECONDS_OF_WORK` of processor time, 90 s in all, and `MEMORY`; what it says is at most
  `MOST_SAID` bytes. What needs more is refused as too large.
- It is told nothing but the list: its environment has no secrets.
- What it says is taken line by line, and everybody else has a turn between two lines.
"""

from __future__ import annotations

import asyncio
import contextlib
import json
import os
import sys
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Final, Literal

from bot.sources.reading_forms import FormError, Gathering, Reading, Refusal

if TYPE_CHECKING:
    from asyncio.subprocess import Process
    from collections.abc import Sequence

CHILD: Final = (sys.executable, "-m", "bot.sources.reading_child")
"""The program that reads."""

SECONDS_OF_WORK: Final = {"feed": 10, "bibliography": 30}
"""Processor time, in seconds. A feed is 500 entries at most, a bibliography ten times as many."""

MOST_BYTES: Final = 8 * 1024 * 1024
"""Of a bibliography; a larger one is refused before it is read."""

MEMORY: Final = 512 * 1024 * 1024
MOST_SAID: Final = 16 * 1024 * 1024
_LONGEST_LINE = 1024 * 1024
_PIECE = 64 * 1024
_SECONDS = 90.0
_TOLD = ("PATH", "SYSTEMROOT", "LANG", "LC_ALL")
_TOLD_OF = ("PYTHON", "COV")  # where Python finds modules; what measures coverage


@dataclass(frozen=True, slots=True)
class Order:
    """What is to be read: whose it is, where it stood, its Content-Type, and today (ISO, UTC)."""

    what: Literal["feed", "bibliography"]
    source: str
    address: str = ""
    content_type: str = ""
    today: str = ""


class UnreadableError(Exception):
    """Nothing was read. `reason` is a word of the reader's, or too_large or wrong_shape."""

    def __init__(self, reason: str, detail: str = "") -> None:
        super().__init__(f"{reason}: {detail}")
        self.reason = reason
        self.detail = detail


class Reader:
    """Reads lists, one after the other, beside the bot."""

    def __init__(self, child: Sequence[str] = CHILD, *, patience: float = _SECONDS) -> None:
        self._child = tuple(child)
        self._patience = patience
        self._turn = asyncio.Lock()

    async def read(self, order: Order, body: bytes) -> Reading:
        """What a list holds. Raises UnreadableError."""
        async with self._turn:
            outcome = await self._ask(json.dumps(asdict(order)).encode() + b"\n", body)
        if isinstance(outcome, Refusal):
            raise UnreadableError(outcome.reason, outcome.detail)
        return outcome

    async def _ask(self, head: bytes, body: bytes) -> Reading | Refusal:
        pipe = asyncio.subprocess.PIPE
        child = await asyncio.create_subprocess_exec(
            *self._child,
            stdin=pipe,
            stdout=pipe,
            stderr=asyncio.subprocess.DEVNULL,
            env=_told(),
            limit=_LONGEST_LINE,
        )
        try:
            async with asyncio.timeout(self._patience):
                return await _outcome(child, head, body)
        except TimeoutError as error:
            raise UnreadableError("too_large", f"not read within {self._patience:.0f} s") from error
        finally:
            await _end(child)


async def _outcome(child: Process, head: bytes, body: bytes) -> Reading | Refusal:
    """Tell the child what to read, and gather what it says."""
    told, said = child.stdin, child.stdout
    if told is None or said is None:  # both are pipes
        raise UnreadableError("wrong_shape", "could not be read")
    # A child that dies early has read nothing more; what it said tells why.
    with contextlib.suppress(ConnectionError):
        told.write(head)
        for at in range(0, len(body), _PIECE):
            told.write(body[at : at + _PIECE])
            await told.drain()
    told.close()
    gathering, size = Gathering(), 0
    try:
        while line := await said.readline():
            size += len(line)
            if size > MOST_SAID:
                raise UnreadableError("too_large", f"more than {MOST_SAID} bytes were read of it")
            gathering.take(line)
            await asyncio.sleep(0)
        return gathering.outcome()
    except ValueError as error:  # a FormError, or a line without end
        if not isinstance(error, FormError):
            raise UnreadableError("too_large", "an entry is too long") from error
        if await child.wait() < 0:  # a signal: it reached a limit
            raise UnreadableError("too_large", "it takes too long to read") from error
        raise UnreadableError("wrong_shape", "could not be read") from error


async def _end(child: Process) -> None:
    """See to it that nothing is left of the child."""
    if child.returncode is None:
        with contextlib.suppress(ProcessLookupError):
            child.kill()
        # Nobody is told that it has ended before its pipe is empty.
        while child.stdout is not None and await child.stdout.read(_PIECE):
            pass
        await child.wait()


def _told() -> dict[str, str]:
    return {
        name: value
        for name, value in os.environ.items()
        if name in _TOLD or name.startswith(_TOLD_OF)
    }

"""Feeds are read by a process of their own, which may be killed: its memory and time are bounded.

    bot ── a line of JSON, then the feed ──▶ feed_child ── JSON: a Document or a Fault ──▶ bot

Rules everything here obeys:

- One child at a time, for one feed, and none between: nothing of it is loaded by the bot itself.
- It has 10 s of processor time, 20 s in all, and 512 MiB. What needs more is no feed.
- It is told nothing but the feed: its environment has no secrets.
"""

from __future__ import annotations

import asyncio
import contextlib
import json
import os
import sys
from dataclasses import asdict
from typing import TYPE_CHECKING, Final

from bot.sources.errors import SourceAnswerInvalid
from bot.sources.feed_reading import Document, Entry, Fault, read

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.sources.answers import Answer

CHILD: Final = (sys.executable, "-m", "bot.sources.feed_child")
"""The program that reads."""

_SECONDS_OF_WORK, _SECONDS = 10, 20.0
_MEMORY = 512 * 1024 * 1024
_TOLD = ("PATH", "SYSTEMROOT", "LANG", "LC_ALL")
_TOLD_OF = ("PYTHON", "COV")  # where Python finds modules; what measures coverage


class FeedReader:
    """Reads feeds, one after the other, beside the bot."""

    def __init__(self, child: Sequence[str] = CHILD, *, patience: float = _SECONDS) -> None:
        self._child = tuple(child)
        self._patience = patience
        self._turn = asyncio.Lock()

    async def read(self, answer: Answer) -> Document:
        """What an answer holds. Raises SourceAnswerInvalid: html, empty, truncated, wrong_shape or
        not_json.
        """
        head = {
            "type": answer.headers.get("content-type", ""),
            "address": answer.address,
        }
        told = json.dumps(head).encode() + b"\n" + answer.body
        async with self._turn:
            said = await self._ask(told, answer)
        try:
            outcome = _outcome(said)
        except (ValueError, KeyError, TypeError) as error:
            raise SourceAnswerInvalid(
                answer.source, answer.address, "wrong_shape", "could not be read"
            ) from error
        if isinstance(outcome, Fault):
            raise SourceAnswerInvalid(answer.source, answer.address, outcome.reason, outcome.detail)
        return outcome

    async def _ask(self, told: bytes, answer: Answer) -> bytes:
        pipe = asyncio.subprocess.PIPE
        child = await asyncio.create_subprocess_exec(
            *self._child, stdin=pipe, stdout=pipe, stderr=asyncio.subprocess.DEVNULL, env=_told()
        )
        try:
            async with asyncio.timeout(self._patience):
                said, _ = await child.communicate(told)
        except TimeoutError as error:
            detail = f"not read within {self._patience:.0f} s"
            raise SourceAnswerInvalid(
                answer.source, answer.address, "wrong_shape", detail
            ) from error
        finally:
            if child.returncode is None:
                with contextlib.suppress(ProcessLookupError):
                    child.kill()
                await child.wait()
        return said


def _told() -> dict[str, str]:
    return {
        name: value
        for name, value in os.environ.items()
        if name in _TOLD or name.startswith(_TOLD_OF)
    }


def _outcome(said: bytes) -> Document | Fault:
    told = json.loads(said)
    if "reason" in told:
        return Fault(**told)
    entries = [Entry(**one) for one in told["entries"]]
    return Document(told["title"], entries, told["broken"], told["more"])


def _limit() -> None:
    """Bound this process, where the system can."""
    with contextlib.suppress(ImportError, ValueError, OSError):
        import resource  # noqa: PLC0415 - not everywhere

        resource.setrlimit(resource.RLIMIT_CPU, (_SECONDS_OF_WORK, _SECONDS_OF_WORK + 1))
        resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))


def main() -> None:
    """Read what comes in, say what it holds."""
    _limit()
    head, _, body = sys.stdin.buffer.read().partition(b"\n")
    told = json.loads(head)
    outcome = read(body, told["type"], told["address"])
    sys.stdout.write(json.dumps(asdict(outcome)))


if __name__ == "__main__":
    main()

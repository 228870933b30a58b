"""Processes of Paperboy that are forked from one that has loaded the program already.

Each is a process of its own, from reading its settings on: its event loop, its sockets, its lock
and its files, and it dies as any other. Only the loading is saved, which is most of a start; so a
test can afford two starts a crash point, and a benchmark thousands of kills.
"""

from __future__ import annotations

import asyncio
import json
import os
import signal
import sys
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType
from typing import Self

CRASHING = Path(__file__).with_name("crashing_paperboy.py")
PATIENCE = 30.0


@dataclass(slots=True, eq=False)
class Fork:
    """One of the processes; leaving the block stops it with SIGTERM, with SIGKILL if it stays."""

    pid: int
    log: Path
    end: asyncio.Future[int] = field(repr=False)

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if not self.end.done():
            try:
                await self.stop()
            except TimeoutError:
                self.send(signal.SIGKILL)
                await self.ended()
        if error is not None:
            error.add_note("the bot wrote:\n" + "\n".join(self.said.splitlines()[-40:]))

    @property
    def said(self) -> str:
        """What it wrote so far."""
        return self.log.read_text(encoding="utf-8") if self.log.exists() else ""

    def send(self, number: int) -> None:
        """Send it a signal, if it lives."""
        if not self.end.done():
            os.kill(self.pid, number)

    async def stop(self) -> int:
        """Send SIGTERM and wait for the end; returns the exit code."""
        self.send(signal.SIGTERM)
        return await self.ended()

    async def ended(self) -> int:
        """Wait until it ends; returns the exit code."""
        async with asyncio.timeout(PATIENCE):
            return await asyncio.shield(self.end)


class Forks:
    """Starts processes; leaving the block ends the one that they are forked from."""

    def __init__(self) -> None:
        self._process: asyncio.subprocess.Process | None = None
        self._reading: asyncio.Task[None] | None = None
        self._started: asyncio.Queue[int] = asyncio.Queue()
        self._ends: dict[int, asyncio.Future[int]] = {}
        self._ordering = asyncio.Lock()

    async def __aenter__(self) -> Self:
        pipe = asyncio.subprocess.PIPE
        # A process that is killed tells no coverage, and one that is measured starts slowly.
        around = {k: v for k, v in os.environ.items() if not k.startswith("COVERAGE_")}
        around["PYTHONPATH"] = str(CRASHING.parents[2])
        self._process = await asyncio.create_subprocess_exec(
            sys.executable, str(CRASHING), stdin=pipe, stdout=pipe, env=around
        )
        self._reading = asyncio.create_task(self._read())
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        assert self._process is not None
        assert self._process.stdin is not None
        assert self._reading is not None
        self._process.stdin.close()
        await self._process.wait()
        await self._reading

    async def start(self, environment: dict[str, str], log: Path) -> Fork:
        """Start `paperboy run`; what it says is added to `log`."""
        assert self._process is not None
        assert self._process.stdin is not None
        order = json.dumps({"environment": environment, "log": str(log)}) + "\n"
        async with self._ordering, asyncio.timeout(PATIENCE):
            self._process.stdin.write(order.encode())
            pid = await self._started.get()
        return Fork(pid, log, self._ends[pid])

    async def _read(self) -> None:
        assert self._process is not None
        assert self._process.stdout is not None
        async for line in self._process.stdout:
            told = json.loads(line)
            if "started" in told:
                end: asyncio.Future[int] = asyncio.get_running_loop().create_future()
                self._ends[told["started"]] = end
                self._started.put_nowait(told["started"])
            else:
                self._ends.pop(told["ended"]).set_result(told["code"])

"""Processes that are forked from a Python that has loaded Paperboy: see `fork_server.py`.

Each is a process of its own, from reading its settings on: its event loop, its sockets, its lock
and its files, and it dies as any other. Only the loading is saved, which is most of a start; so a
test can afford as many starts as it needs, and a benchmark thousands of kills. What begins and ends
a process (loading, exit codes, signals during the start) is held by processes that are not forked.
"""

from __future__ import annotations

import asyncio
import json
import os
import signal
import socket
import struct
import subprocess
import sys
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import Self

from discord_loopback import BotProcess

SERVER = Path(__file__).with_name("fork_server.py")
LENGTH = struct.Struct("!I")
_Reading = tuple[asyncio.StreamReader, asyncio.ReadTransport]


class Fork:
    """One of the processes, as `asyncio.subprocess.Process` is one."""

    def __init__(
        self,
        pid: int,
        told: _Reading,
        out: asyncio.StreamReader,
        error: asyncio.StreamReader,
    ) -> None:
        self.pid = pid
        self.stdout = out
        self.stderr = error
        self._end = asyncio.create_task(_last_number(told))

    @property
    def returncode(self) -> int | None:
        """The exit code, -9 after SIGKILL; None while it lives."""
        return self._end.result() if self._end.done() else None

    async def wait(self) -> int:
        """Wait until it ends; returns the exit code."""
        return await asyncio.shield(self._end)

    def send_signal(self, signal: int) -> None:
        """Send it a signal, if it lives."""
        if not self._end.done():
            with suppress(ProcessLookupError):
                os.kill(self.pid, signal)

    def kill(self) -> None:
        """Send SIGKILL."""
        self.send_signal(signal.SIGKILL)


class Forks:
    """Starts processes; the one that they are forked from begins with the first, and goes when the
    block is left, or with `end`.
    """

    def __init__(self) -> None:
        self._server: subprocess.Popen[bytes] | None = None
        self._orders: socket.socket | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.end()

    def python(self, *arguments: str, environment: Mapping[str, str]) -> BotProcess:
        """Return what `BotProcess.python` returns: a script or `-m module`, not started yet."""
        return BotProcess(arguments, environment, self.start)

    async def start(self, arguments: Sequence[str], environment: Mapping[str, str]) -> Fork:
        """Start one with all of these arguments and this whole environment."""
        order = {
            "arguments": [*arguments],
            "environment": {**environment},
            "folder": str(Path.cwd()),
        }
        text = json.dumps(order).encode()
        pipes = [os.pipe() for _ in range(3)]
        written = [there for _, there in pipes]
        orders = self._orders or self._begin()
        socket.send_fds(orders, [LENGTH.pack(len(text))], written)
        orders.sendall(text)
        for there in written:
            os.close(there)
        (out, _), (error, _), told = [await _reading(here) for here, _ in pipes]
        return Fork(await _number(told[0]), told, out, error)

    def end(self) -> None:
        """End it, and what was forked from it."""
        if self._orders is not None and self._server is not None:
            self._orders.close()
            self._server.wait()
        self._orders = self._server = None

    def _begin(self) -> socket.socket:
        here, there = socket.socketpair()
        with there:
            self._server = subprocess.Popen(
                (sys.executable, str(SERVER), str(there.fileno())),
                stdin=subprocess.DEVNULL,
                pass_fds=(there.fileno(),),
            )
        self._orders = here
        return here


FORKS = Forks()
"""Those of this test process."""


async def _reading(descriptor: int) -> _Reading:
    reader = asyncio.StreamReader()
    transport, _ = await asyncio.get_running_loop().connect_read_pipe(
        lambda: asyncio.StreamReaderProtocol(reader), os.fdopen(descriptor, "rb", 0)
    )
    return reader, transport


async def _number(reader: asyncio.StreamReader) -> int:
    line = await reader.readline()
    if not line:
        raise RuntimeError("the process that others are forked from is gone")
    return int(line)


async def _last_number(told: _Reading) -> int:
    reader, transport = told
    try:
        return await _number(reader)
    finally:
        transport.close()

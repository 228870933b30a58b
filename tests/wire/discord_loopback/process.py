"""A bot as its own process: started with an environment, read line by line, stopped by a signal.

What it prints is kept; a test waits for a line instead of for time to pass.
"""

from __future__ import annotations

import asyncio
import os
import signal
import sys
from collections.abc import Awaitable, Callable, Mapping, Sequence
from types import TracebackType
from typing import Protocol, Self

from .signals import Signals

START_TIMEOUT, STOP_TIMEOUT = 20.0, 10.0


class Child(Protocol):
    """A running process, `asyncio.subprocess.Process` or what is like it."""

    @property
    def pid(self) -> int:
        """Its number."""
        ...

    @property
    def returncode(self) -> int | None:
        """Its exit code, the negative signal that ended it; None while it lives."""
        ...

    @property
    def stdout(self) -> asyncio.StreamReader | None:
        """What it prints."""
        ...

    @property
    def stderr(self) -> asyncio.StreamReader | None:
        """What it complains of."""
        ...

    def send_signal(self, signal: int) -> None:
        """Send it a signal, if it lives."""
        ...

    def kill(self) -> None:
        """Send SIGKILL."""
        ...

    async def wait(self) -> int:
        """Wait until it ends; returns the exit code."""
        ...


Starting = Callable[[Sequence[str], Mapping[str, str]], Awaitable[Child]]
"""Starts a process with these arguments and this whole environment."""


async def spawn(arguments: Sequence[str], environment: Mapping[str, str]) -> Child:
    """Start a program, the first of the arguments."""
    pipe = asyncio.subprocess.PIPE
    return await asyncio.create_subprocess_exec(
        *arguments, stdin=asyncio.subprocess.DEVNULL, stdout=pipe, stderr=pipe, env=environment
    )


class BotProcess:
    """A child process; leaving the block stops it with SIGTERM, and with SIGKILL if it stays."""

    def __init__(
        self,
        arguments: Sequence[str],
        environment: Mapping[str, str],
        starting: Starting = spawn,
    ) -> None:
        self._arguments = tuple(arguments)
        self._environment = {**os.environ, **environment}
        self._starting = starting
        self._process: Child | None = None
        self._readers: list[asyncio.Task[None]] = []
        self._signals = Signals()
        self.lines: list[str] = []
        """Standard output so far."""
        self.errors: list[str] = []
        """Standard error so far."""

    @classmethod
    def python(cls, *arguments: str, environment: Mapping[str, str]) -> Self:
        """Run a script or `-m module` with the interpreter that runs the test."""
        return cls((sys.executable, *arguments), environment)

    async def __aenter__(self) -> Self:
        self._process = await self._starting(self._arguments, self._environment)
        for stream, lines in (
            (self._process.stdout, self.lines),
            (self._process.stderr, self.errors),
        ):
            assert stream is not None
            self._readers.append(asyncio.create_task(self._read(stream, lines)))
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self.running:
            await self.stop()
        await asyncio.gather(*self._readers)
        if error is not None and self.errors:
            error.add_note("the bot wrote:\n" + "\n".join(self.errors[-40:]))

    @property
    def running(self) -> bool:
        """Whether it has not ended."""
        return self._process is not None and self._process.returncode is None

    @property
    def pid(self) -> int:
        """The process id."""
        return self._started().pid

    def send(self, number: int) -> None:
        """Send it a signal, if it lives."""
        if self.running:
            self._started().send_signal(number)

    async def stop(self, with_signal: int = signal.SIGTERM) -> int:
        """Send a signal and wait for the end; returns the exit code, -9 if it had to be killed."""
        process = self._started()
        process.send_signal(with_signal)
        try:
            async with asyncio.timeout(STOP_TIMEOUT):
                return await process.wait()
        except TimeoutError:
            process.kill()
            return await process.wait()

    async def ended(self, timeout: float = START_TIMEOUT) -> int:  # noqa: ASYNC109 - it names the failure
        """Wait until it ends by itself; returns the exit code."""
        try:
            async with asyncio.timeout(timeout):
                return await self._started().wait()
        except TimeoutError:
            raise TimeoutError(f"{self._arguments!r} did not end in {timeout:g} s") from None

    async def line(self, containing: str, timeout: float = START_TIMEOUT) -> str:  # noqa: ASYNC109 - it names the failure
        """Wait for a line that contains this text, on either stream, and return it."""

        def found() -> str | None:
            written = (*self.lines, *self.errors)
            return next((line for line in written if containing in line), None)

        return await self._signals.until(found, timeout, f"a line with {containing!r}")

    async def _read(self, stream: asyncio.StreamReader, lines: list[str]) -> None:
        async for line in stream:
            lines.append(line.decode(errors="replace").rstrip("\n"))
            self._signals.changed()

    def _started(self) -> Child:
        if self._process is None:
            raise RuntimeError("the process is not started")
        return self._process

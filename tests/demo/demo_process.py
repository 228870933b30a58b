"""`paperboy demo`: as a process, as a person starts it; or here and now, where only what it says is
looked at, for a process takes a second to load it. And the files it may be given.
"""

from __future__ import annotations

import asyncio
import os
import re
import signal
import sys
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from typer.testing import CliRunner

from bot.cli import app

RECORDED = Path(__file__).parents[2] / ".." / "shared" / "data"
_ADDRESS = re.compile(r"http://127\.0\.0\.1:\d+/")
_PATIENCE = 60.0


@dataclass(frozen=True, slots=True)
class Ended:
    """What a process left behind: its exit code, what it printed, what it complained of."""

    code: int
    out: str
    err: str


@dataclass(frozen=True, slots=True)
class Running:
    """A demo that is up: its address, and its end by a signal."""

    address: str
    process: asyncio.subprocess.Process

    async def stop(self, number: signal.Signals = signal.SIGTERM) -> Ended:
        """Send the signal and wait for the end; more than three seconds are a fault."""
        self.process.send_signal(number)
        async with asyncio.timeout(3):
            out, err = await self.process.communicate()
        return Ended(self.process.returncode or 0, out.decode(), err.decode())


def _environment(changed: Mapping[str, str]) -> dict[str, str]:
    return {**os.environ, "COLUMNS": "100", "PYTHONUTF8": "1", **changed}


async def _start(*arguments: str | Path, **changed: str) -> asyncio.subprocess.Process:
    return await asyncio.create_subprocess_exec(
        sys.executable,
        *("-m", "bot", "demo", *map(str, arguments)),
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
        env=_environment(changed),
    )


async def demo(*arguments: str | Path, **changed: str) -> Ended:
    """Run `paperboy demo` to its end; `changed` are variables of its environment."""
    process = await _start(*arguments, **changed)
    try:
        async with asyncio.timeout(_PATIENCE):
            out, err = await process.communicate()
    finally:
        if process.returncode is None:
            process.kill()
    return Ended(process.returncode or 0, out.decode(), err.decode())


def demo_here(*arguments: str | Path) -> Ended:
    """Run the command in this process; an exception that it does not answer is raised."""
    told = ["demo", *map(str, arguments)]
    ended = CliRunner().invoke(app, told, catch_exceptions=False)
    return Ended(ended.exit_code, ended.stdout, ended.stderr)


@asynccontextmanager
async def staying_up(*arguments: str | Path) -> AsyncIterator[Running]:
    """Start a demo on a free port, wait until it says its address, and end it."""
    process = await _start("--port", "0", *arguments)
    assert process.stdout is not None
    try:
        async with asyncio.timeout(_PATIENCE):
            while (found := _ADDRESS.search((await process.stdout.readline()).decode())) is None:
                assert not process.stdout.at_eof(), "the demo ended before it was up"
        yield Running(found[0], process)
    finally:
        if process.returncode is None:
            process.kill()
            await process.communicate()

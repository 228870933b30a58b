"""A Python that has loaded Paperboy, and becomes another one for each order: `fork_server.py FD`.

What it is asked for is what one asks of Python on a command line: `-m MODULE …`, `-c CODE …` or a
script. It comes over the socket that has this number: four bytes of length, then that much JSON
(`arguments`, `environment`, `folder`), and three descriptors beside the first byte. Two become the
new process's standard output and error; the third is told its number, a line, and its exit code,
another one. When the socket ends the processes are killed, and this one ends.

Rules: before it forks it does what every start does, with the program's own functions, nothing of
which is changed, and holds no thread, no socket and no file of the program's. A new process has the
order's environment and nothing of this one's.
"""

from __future__ import annotations

import asyncio
import gc
import json
import os
import runpy
import select
import signal
import socket
import struct
import sys
import tempfile
import threading
from collections.abc import Callable
from contextlib import AbstractAsyncContextManager, suppress
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn, TypedDict

from bot.config import Settings
from bot.errands import run
from bot.process.lean import without

if TYPE_CHECKING:
    from bot.compose import App

LENGTH = struct.Struct("!I")
LATER = ("anyio._backends._asyncio", "bot.cli", "bot.errands.check", "bot.services.alarm")
"""What is loaded late in a start, by the first request that is sent, or by an errand."""


class Order(TypedDict):
    """What is asked for."""

    arguments: list[str]
    environment: dict[str, str]
    folder: str


async def furnish(open_app: Callable[..., AbstractAsyncContextManager[App]]) -> None:
    """Build the whole bot around an empty database, and put the commands into every language."""
    from bot.ui.link.translator import Translator  # noqa: PLC0415 - once all is loaded as a run does
    from cogs import FACTORIES  # noqa: PLC0415 - likewise

    with tempfile.TemporaryDirectory() as folder:
        settings = Settings.model_validate({"database": {"path": Path(folder) / "paperboy.db"}})
        async with open_app(settings, titles="none") as app:
            for factory in FACTORIES:
                await app.client.add_cog(factory(app.client))
            for command in app.client.tree.get_commands():
                await command.get_translated_payload(app.client.tree, Translator())


def prepare() -> None:
    """Do what every start does."""
    with without("rich"):  # as a run loads it
        import_module("structlog")
    open_app = run.load()
    for name in LATER:
        import_module(name)
    asyncio.run(furnish(open_app))
    for thread in threading.enumerate():
        if thread is not threading.current_thread():
            thread.join()
    gc.collect()
    gc.freeze()  # what is loaded stays; no fork has to look through it


def serve(orders: socket.socket) -> None:
    """Fork for every order until there are no more."""
    told: dict[int, int] = {}
    woken, wake = os.pipe()
    os.set_blocking(wake, False)
    signal.set_wakeup_fd(wake)
    signal.signal(signal.SIGCHLD, lambda *_: None)
    while True:
        ready, _, _ = select.select([orders, woken], [], [])
        if woken in ready:
            os.read(woken, 4096)
            reap(told)
        if orders not in ready:
            continue
        head, descriptors, _, _ = socket.recv_fds(
            orders, LENGTH.size, 3, socket.MSG_WAITALL | socket.MSG_CMSG_CLOEXEC
        )
        if not head:
            break
        (length,) = LENGTH.unpack(head)
        text = orders.recv(length, socket.MSG_WAITALL)
        out, error, tell = descriptors
        pid = os.fork()
        if pid == 0:
            signal.set_wakeup_fd(-1)
            signal.signal(signal.SIGCHLD, signal.SIG_DFL)
            orders.close()
            for number in (woken, wake, tell, *told.values()):
                os.close(number)
            become(json.loads(text), out, error)
        told[pid] = tell
        os.close(out)
        os.close(error)
        say(tell, pid)
    for pid in told:
        os.kill(pid, signal.SIGKILL)


def reap(told: dict[int, int]) -> None:
    """Tell of every process that has ended."""
    with suppress(ChildProcessError):
        while True:
            pid, status = os.waitpid(-1, os.WNOHANG)
            if pid == 0:
                return
            tell = told.pop(pid)
            say(tell, os.waitstatus_to_exitcode(status))
            os.close(tell)


def say(descriptor: int, number: int) -> None:
    """Write a line; who does not listen any more needs none."""
    with suppress(BrokenPipeError):
        os.write(descriptor, f"{number}\n".encode())


def become(order: Order, out: int, error: int) -> NoReturn:
    """Be the process that was asked for."""
    for here, there in ((os.open(os.devnull, os.O_RDONLY), 0), (out, 1), (error, 2)):
        os.dup2(here, there)
        os.close(here)
    os.environ.clear()
    os.environ.update(order["environment"])
    os.chdir(order["folder"])
    match order["arguments"]:
        case ["-m", module, *rest]:
            sys.argv = [module, *rest]
            runpy.run_module(module, run_name="__main__", alter_sys=True)
        case ["-c", code, *rest]:
            sys.argv = ["-c", *rest]
            exec(code, {"__name__": "__main__"})  # noqa: S102 - as Python's own -c
        case [script, *rest]:
            sys.argv = [script, *rest]
            sys.path.insert(0, str(Path(script).parent))
            runpy.run_path(script, run_name="__main__")
        case _:
            raise ValueError("there is nothing to run")
    sys.exit(0)


if __name__ == "__main__":
    prepare()
    with socket.socket(fileno=int(sys.argv[1])) as told_here:
        serve(told_here)

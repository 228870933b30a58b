"""The child process that builds the title index: ``DATABASE FOLDER STAMP``.

It reads the database and writes nothing but the folder, with whatever time the machine has left. A
line of JSON on standard output tells of each percent: ``{"version": 812, "percent": 40}``. It ends
with the process that started it: when its standard input ends.
"""

from __future__ import annotations

import contextlib
import json
import os
import signal
import sys
from pathlib import Path
from threading import Thread

from bot.process.title_building import build_and_keep
from bot.storage.errors import StorageError
from bot.titles.errors import TitleIndexError

_NICE = 10
_FIRST_TO_GO = "800"  # of 1000: what the kernel ends rather than the bot when memory runs out


def main(database: str, folder: str, stamp: str) -> int:
    """Build and keep; returns the exit code."""
    Thread(target=_end_with_the_bot, daemon=True).start()
    _stand_back()
    try:
        build_and_keep(Path(database), Path(folder), stamp, _tell)
    except (StorageError, TitleIndexError, OSError) as error:
        sys.stderr.write(f"{error}\n")
        return 1
    except MemoryError:
        sys.stderr.write("not enough memory\n")
        return 1
    return 0


def _tell(version: int, percent: int) -> None:
    sys.stdout.write(json.dumps({"version": version, "percent": percent}) + "\n")
    sys.stdout.flush()


def _end_with_the_bot() -> None:
    with contextlib.suppress(OSError, ValueError):
        while os.read(0, 1):
            pass
    os._exit(3)


def _stand_back() -> None:
    """Leave time and memory to the bot, and Ctrl-C, which reaches both, to its clean end."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if hasattr(os, "nice"):
        os.nice(_NICE)
    with contextlib.suppress(OSError):  # Linux alone has it
        Path("/proc/self/oom_score_adj").write_text(_FIRST_TO_GO, "ascii")


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))

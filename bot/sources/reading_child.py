"""The program that reads lists from strangers, one each time it is started (`reading`).

It bounds its own memory and processor time, reads an order and the bytes from its standard input,
and says on its standard output what they hold. What it does not survive, its parent tells.
"""

from __future__ import annotations

import contextlib
import json
import sys
from datetime import date
from typing import TYPE_CHECKING

from bot.services.ports import UnfitSourceError
from bot.sources.reading import MEMORY, SECONDS_OF_WORK, Order
from bot.sources.reading_forms import Reading, Refusal, Remark, lines_of

if TYPE_CHECKING:
    from typing import BinaryIO


def outcome_of(order: Order, body: bytes) -> Reading | Refusal:
    """What the bytes hold. Raises MemoryError, and whatever a parser does that meets a fault of
    its own.
    """
    if order.what == "bibliography":
        from bot.sources.bibliography_reading import parse_bibliography  # noqa: PLC0415 - one of two

        try:
            told = parse_bibliography(body, order.source, order.address)
        except UnfitSourceError as error:
            return Refusal(error.why, error.detail)
        remarks = tuple(
            Remark(at, one.item, one.why, one.mended) for at, one in enumerate(told.faults)
        )
        return Reading(told.papers, remarks, told.title, told.broken, told.keys)
    from bot.sources.feed_drafts import page_of_feed  # noqa: PLC0415 - one of two
    from bot.sources.feed_reading import Fault, read  # noqa: PLC0415

    document = read(body, order.content_type, order.address)
    if isinstance(document, Fault):
        return Refusal(document.reason, document.detail)
    return page_of_feed(document, order.source, date.fromisoformat(order.today))


def limit(seconds: int) -> None:
    """Bound this process, where the system can: seconds of processor time, and `MEMORY`."""
    with contextlib.suppress(ImportError, ValueError, OSError):
        import resource  # noqa: PLC0415 - not everywhere

        resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + 1))
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))


def main(told: BinaryIO, said: BinaryIO) -> None:
    """Read what comes in, say what it holds."""
    order = Order(**json.loads(told.readline()))
    limit(SECONDS_OF_WORK[order.what])
    try:
        outcome = outcome_of(order, told.read())
    except MemoryError:
        outcome = Refusal("too_large", "it takes too much memory to read")
    said.writelines(line.encode(errors="replace") + b"\n" for line in lines_of(outcome))


if __name__ == "__main__":
    main(sys.stdin.buffer, sys.stdout.buffer)

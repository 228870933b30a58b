"""Logs: structured lines, one event each, to standard error; the token is never in them.

The libraries' own records (discord.py's among them) go the same way. In a terminal people read a
coloured line, elsewhere a machine reads one JSON object a line.
"""

from __future__ import annotations

import logging
import sys
from typing import TYPE_CHECKING, Literal

import structlog

if TYPE_CHECKING:
    from structlog.typing import EventDict, Processor

_HIDDEN = "[token]"


def configure(
    level: str, form: Literal["auto", "json", "console"], secrets: tuple[str, ...] = ()
) -> None:
    """Set logging up for the process. What is in `secrets` is replaced wherever it appears."""
    as_json = form == "json" or (form == "auto" and not sys.stderr.isatty())
    shared: list[Processor] = [
        structlog.contextvars.merge_contextvars,
        structlog.stdlib.add_logger_name,
        structlog.stdlib.add_log_level,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
    ]
    last: Processor = (
        structlog.processors.JSONRenderer(default=str)
        if as_json
        else structlog.dev.ConsoleRenderer(
            colors=sys.stderr.isatty(),
            # Not rich's: it shows local variables, and breaks a secret over two lines.
            exception_formatter=structlog.dev.plain_traceback,
        )
    )
    tail: list[Processor] = [structlog.stdlib.ProcessorFormatter.remove_processors_meta]
    if as_json:
        tail.append(structlog.processors.format_exc_info)
    structlog.configure(
        processors=[*shared, structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.stdlib.BoundLogger,
        cache_logger_on_first_use=False,
    )
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            foreign_pre_chain=shared, processors=[*tail, _rendered(last, secrets)]
        )
    )
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(level.upper())
    for chatty in ("httpx", "httpcore", "apscheduler", "aiosqlite", "asyncio"):
        logging.getLogger(chatty).setLevel(max(logging.WARNING, root.level))
    if root.level >= logging.INFO:  # discord.py tells of every reconnect; that much is wanted
        logging.getLogger("discord").setLevel(max(logging.INFO, root.level))


def _rendered(last: Processor, secrets: tuple[str, ...]) -> Processor:
    """Render a line, and take every secret out of the finished text."""
    hidden = tuple(secret for secret in secrets if secret)

    def render(logger: object, name: str, event: EventDict) -> str:
        text = str(last(logger, name, event))
        for secret in hidden:
            text = text.replace(secret, _HIDDEN)
        return text

    return render

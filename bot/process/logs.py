"""Logs: structured lines, one event each, to standard error; the token is never in them.

The libraries' own records (discord.py's among them) go the same way. In a terminal people read a
coloured line, elsewhere a machine reads one JSON object a line.
"""

from __future__ import annotations

import logging
import sys
from datetime import UTC, datetime
from logging.handlers import MemoryHandler
from typing import TYPE_CHECKING, Literal

from bot.process.lean import without

if TYPE_CHECKING:
    from structlog.typing import EventDict, Processor

Form = Literal["auto", "json", "console"]

_HIDDEN = "[token]"
_WAITING = 100  # lines


def configure(level: str, form: Form, secrets: tuple[str, ...] = ()) -> None:
    """Set logging up for the process. What is in `secrets` is replaced wherever it appears."""
    _set_levels(level)
    logging.getLogger().handlers[:] = [_handler(form, secrets)]


def configure_later(level: str, form: Form, secrets: tuple[str, ...] = ()) -> None:
    """Set logging up, but load what renders the lines only with the first warning, with `settle`,
    or at the end of the process; until then lines wait, and keep the time they were written at.
    """
    _set_levels(level)
    target = _Rendering(form, secrets)
    waiting = MemoryHandler(_WAITING, flushLevel=logging.WARNING, target=target)
    logging.getLogger().handlers[:] = [waiting]


def settle() -> None:
    """Write what waits, and let nothing wait any more."""
    root = logging.getLogger()
    for handler in root.handlers:
        if isinstance(handler, MemoryHandler) and isinstance(handler.target, _Rendering):
            target = handler.target
            handler.close()  # writes what waits
            root.handlers[:] = [target.real]


class _Rendering(logging.Handler):
    """Makes the real handler when it is needed."""

    def __init__(self, form: Form, secrets: tuple[str, ...]) -> None:
        super().__init__()
        self._form: Form = form
        self._secrets = secrets
        self._real: logging.Handler | None = None

    @property
    def real(self) -> logging.Handler:
        """The handler that writes."""
        if self._real is None:
            self._real = _handler(self._form, self._secrets)
        return self._real

    def emit(self, record: logging.LogRecord) -> None:
        """Write a line."""
        self.real.handle(record)


def _handler(form: Form, secrets: tuple[str, ...]) -> logging.Handler:
    # Without rich, whose tracebacks show local variables and break a secret over two lines.
    with without("rich"):
        import structlog  # noqa: PLC0415 - a fifth of the time that a start takes

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
            foreign_pre_chain=[structlog.stdlib.ExtraAdder(), *shared[:-1], _written_at],
            processors=[*tail, _rendered(last, secrets)],
        )
    )
    return handler


def _set_levels(level: str) -> None:
    root = logging.getLogger()
    root.setLevel(level.upper())
    for chatty in ("httpx", "httpcore", "apscheduler", "aiosqlite", "asyncio"):
        logging.getLogger(chatty).setLevel(max(logging.WARNING, root.level))
    if root.level >= logging.INFO:  # discord.py tells of every reconnect; that much is wanted
        logging.getLogger("discord").setLevel(max(logging.INFO, root.level))


def _written_at(_logger: object, _name: str, event: EventDict) -> EventDict:
    """Give a library's line the time it was written at; it may have waited."""
    moment = datetime.fromtimestamp(event["_record"].created, UTC)
    event["timestamp"] = moment.isoformat().replace("+00:00", "Z")
    return event


def _rendered(last: Processor, secrets: tuple[str, ...]) -> Processor:
    """Render a line, and take every secret out of the finished text."""
    hidden = tuple(secret for secret in secrets if secret)

    def render(logger: object, name: str, event: EventDict) -> str:
        text = str(last(logger, name, event))
        for secret in hidden:
            text = text.replace(secret, _HIDDEN)
        return text

    return render

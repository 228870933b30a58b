"""/healthz: whether Paperboy lives, for a supervisor; and beside it /metrics, how it fares.

200 while the gateway is connected, the database answers, the clock ticks and somebody looks for
what is to be sent; 503 and what is wrong otherwise. Each check has its own line in the answer; so
has what is worth a note and no fault. A check that does not come to an end is a fault, too: a
supervisor must not have to wait for it.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from aiohttp import web

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator

Check = Callable[[], Awaitable[str | None]]
"""Returns None when all is well, else what is wrong."""

Note = Callable[[], str | None]
"""Returns what is good to know and no fault, None when there is nothing."""

Faults = Mapping[str, str | None]
"""What each check returned."""


@dataclass(frozen=True, slots=True)
class Page:
    """One more page: what it is served as, and what makes it of the checks' faults."""

    content_type: str
    write: Callable[[Faults], Awaitable[bytes]]


_NO_NOTES: Final[Mapping[str, Note]] = MappingProxyType({})
_PATIENCE = 3.0  # seconds; the image's own health check waits four


@asynccontextmanager
async def serve(  # noqa: PLR0913 - where, and what is told there
    host: str,
    port: int,
    checks: Mapping[str, Check],
    notes: Mapping[str, Note] = _NO_NOTES,
    metrics: Page | None = None,
    *,
    patience: float = _PATIENCE,
) -> AsyncGenerator[int]:
    """Serve `/healthz`, and `/metrics` where there are any; yields the port (0 takes a free one).

    A check that takes longer than `patience` seconds is a fault.
    """
    asking = _Asking(checks, patience)

    async def healthz(_request: web.Request) -> web.Response:
        faults = await asking.faults()
        healthy = not any(faults.values())
        body: dict[str, object] = {
            "healthy": healthy,
            "checks": {name: fault or "ok" for name, fault in faults.items()},
        }
        if noted := {name: told for name, note in notes.items() if (told := note()) is not None}:
            body["notes"] = noted
        return web.json_response(body, status=200 if healthy else 503)

    app = web.Application()
    app.router.add_get("/healthz", healthz)
    if metrics is not None:
        page = metrics

        async def written(_request: web.Request) -> web.Response:
            body = await page.write(await asking.faults())
            return web.Response(body=body, headers={"Content-Type": page.content_type})

        app.router.add_get("/metrics", written)
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    try:
        await web.TCPSite(runner, host, port).start()
        yield int(runner.addresses[0][1])
    finally:
        await runner.cleanup()
        await asking.close()


class _Asking:
    """Runs the checks, all at once and none beside itself: one that hangs is not asked again."""

    def __init__(self, checks: Mapping[str, Check], patience: float) -> None:
        self._checks = checks
        self._patience = patience
        self._running: dict[str, asyncio.Task[str | None]] = {}

    async def faults(self) -> Faults:
        """Return what is wrong, by check."""
        for name, check in self._checks.items():
            if name not in self._running:
                self._running[name] = task = asyncio.create_task(_run(check))
                task.add_done_callback(lambda _done, name=name: self._running.pop(name))
        asked = dict(self._running)
        if asked:
            await asyncio.wait(asked.values(), timeout=self._patience)
        late = f"no answer within {self._patience:g} s"
        return {name: task.result() if task.done() else late for name, task in asked.items()}

    async def close(self) -> None:
        """End what still runs."""
        running = tuple(self._running.values())
        for task in running:
            task.cancel()
        await asyncio.gather(*running, return_exceptions=True)


async def _run(check: Check) -> str | None:
    try:
        return await check()
    except Exception as error:  # a check that fails in any way is the answer  # noqa: BLE001
        return f"{type(error).__name__}: {error}"

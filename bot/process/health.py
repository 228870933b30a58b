"""/healthz: whether Paperboy lives, for a supervisor.

200 while the gateway is connected, the database answers and the clock ticks; 503 and what is wrong
otherwise. Each check has its own line in the answer; so has what is worth a note and no fault.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from contextlib import asynccontextmanager
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from aiohttp import web

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator

Check = Callable[[], Awaitable[str | None]]
"""Returns None when all is well, else what is wrong."""

Note = Callable[[], str | None]
"""Returns what is good to know and no fault, None when there is nothing."""

_NO_NOTES: Final[Mapping[str, Note]] = MappingProxyType({})


@asynccontextmanager
async def serve(
    host: str, port: int, checks: Mapping[str, Check], notes: Mapping[str, Note] = _NO_NOTES
) -> AsyncGenerator[int]:
    """Serve `/healthz` and yield the port (a port of 0 takes a free one)."""

    async def healthz(_request: web.Request) -> web.Response:
        faults = {name: await _run(check) for name, check in checks.items()}
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
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    try:
        await web.TCPSite(runner, host, port).start()
        yield int(runner.addresses[0][1])
    finally:
        await runner.cleanup()


async def _run(check: Check) -> str | None:
    try:
        return await check()
    except Exception as error:  # a check that fails in any way is the answer  # noqa: BLE001
        return f"{type(error).__name__}: {error}"

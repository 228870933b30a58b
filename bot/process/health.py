"""/healthz: whether Paperboy lives, for a supervisor.

200 while the gateway is connected, the database answers and the clock ticks; 503 and what is wrong
otherwise. Each check has its own line in the answer.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

from aiohttp import web

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator

Check = Callable[[], Awaitable[str | None]]
"""Returns None when all is well, else what is wrong."""


@asynccontextmanager
async def serve(host: str, port: int, checks: Mapping[str, Check]) -> AsyncGenerator[int]:
    """Serve `/healthz` and yield the port (a port of 0 takes a free one)."""

    async def healthz(_request: web.Request) -> web.Response:
        faults = {name: await _run(check) for name, check in checks.items()}
        healthy = not any(faults.values())
        body = {"healthy": healthy, "checks": {n: fault or "ok" for n, fault in faults.items()}}
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

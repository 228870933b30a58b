"""Whose limit an answer 429 is about, told by real answers over loopback."""

from __future__ import annotations

import aiohttp
import pytest
from aiohttp import web

from bot.services.ports.observer import LimitScope, Nobody
from bot.ui.link.traffic import Traffic

GOOGLE = {"Via": "1.1 google"}


class Heard(Nobody):
    """Remembers whose limits were met."""

    def __init__(self) -> None:
        self.scopes: list[LimitScope] = []

    def rate_limited(self, scope: LimitScope) -> None:
        """Remember it."""
        self.scopes.append(scope)


async def asked(traffic: Traffic, status: int, headers: dict[str, str]) -> None:
    """Ask something that answers this, watched."""

    async def answer(_request: web.Request) -> web.Response:
        return web.Response(status=status, headers=headers)

    app = web.Application()
    app.router.add_get("/", answer)
    runner = web.AppRunner(app)
    await runner.setup()
    try:
        await web.TCPSite(runner, "127.0.0.1", 0).start()
        url = f"http://127.0.0.1:{runner.addresses[0][1]}/"
        async with (
            aiohttp.ClientSession(trace_configs=[traffic.trace]) as session,
            session.get(url),
        ):
            pass
    finally:
        await runner.cleanup()


@pytest.mark.parametrize(
    ("status", "headers", "told"),
    [
        (429, GOOGLE | {"X-RateLimit-Scope": "user"}, ["user"]),
        (429, GOOGLE | {"X-RateLimit-Scope": "shared"}, ["shared"]),
        (429, GOOGLE | {"X-RateLimit-Scope": "global", "X-RateLimit-Global": "true"}, ["global"]),
        (429, GOOGLE | {"X-RateLimit-Global": "true"}, ["global"]),
        (429, GOOGLE | {"X-RateLimit-Scope": "<script>"}, ["user"]),
        (429, GOOGLE, ["user"]),
        (429, {}, ["cloudflare"]),
        (200, GOOGLE | {"X-RateLimit-Scope": "user"}, []),
        (503, {}, []),
    ],
)
async def test_an_answer_429_says_whose_limit_was_met(
    status: int, headers: dict[str, str], told: list[str]
) -> None:
    """An unknown scope is the bot's own limit; without Discord's way stamp it is Cloudflare's."""
    traffic, heard = Traffic(), Heard()
    traffic.observer = heard
    await asked(traffic, status, headers)
    assert heard.scopes == told


async def test_without_an_observer_nothing_is_told() -> None:
    """The same answers pass unseen."""
    traffic = Traffic()
    await asked(traffic, 429, {})

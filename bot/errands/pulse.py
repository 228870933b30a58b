"""The pulse of a running bot: what `/healthz` checks and what `/metrics` reads of it.

The database is tried as the bot uses it: a commit, and a read of what it is to send. A disk that is
full or has become read-only is a fault that no reading shows.
"""

from __future__ import annotations

import logging
from contextlib import AbstractAsyncContextManager
from typing import TYPE_CHECKING

from bot.process import health
from bot.process.metrics import CONTENT_TYPE, Metrics, Readings

if TYPE_CHECKING:
    from bot.compose import App

TICK_DEAD = 90.0
"""Seconds without a tick after which the clock is dead; a start may take 60."""

DISPATCH_DEAD = 180.0
"""Seconds without a look for what is ready to be sent, after which nobody looks any more."""

_PULSE = "pulse"  # the setting that is written, again and again

log = logging.getLogger(__name__)


def serve(app: App, metrics: Metrics) -> AbstractAsyncContextManager[int]:
    """Serve both pages where the settings say; yields the port."""
    told = app.settings.health
    assert told.port is not None  # noqa: S101 - without one, nobody asks for this

    async def write(faults: health.Faults) -> bytes:
        return await metrics.page(await _readings(app, faults))

    page = health.Page(CONTENT_TYPE, write)
    return health.serve(told.host, told.port, _checks(app), _notes(app), page)


def _checks(app: App) -> dict[str, health.Check]:
    async def gateway() -> str | None:
        return app.client.gateway_fault(app.desk.clock.monotonic())

    async def database() -> str | None:
        await app.client.furniture.settings.set(_PULSE, app.desk.clock.now().isoformat())
        await app.desk.publisher.queue()
        return None

    async def tick() -> str | None:
        quiet = _tick_age(app)
        return None if quiet < TICK_DEAD else f"no tick for {quiet:.0f} s"

    async def dispatch() -> str | None:
        quiet = app.desk.publisher.quiet()
        return None if quiet < DISPATCH_DEAD else f"nothing looked for for {quiet:.0f} s"

    return {"gateway": gateway, "database": database, "tick": tick, "dispatch": dispatch}


def _notes(app: App) -> dict[str, health.Note]:
    def titles() -> str | None:
        percent = app.titles.building
        if percent is None:
            return None if app.titles.progress is None else "not indexed; see the log"
        return f"being indexed, {percent} %"

    return {"titles": titles}


async def _readings(app: App, faults: health.Faults) -> Readings:
    """Read what the page tells; of a database that does not answer nothing is asked."""
    tick_age, titles = _tick_age(app), len(app.titles)
    if faults["database"] is None:
        try:
            due, parts = await app.desk.publisher.queue()
            sources = await _source_ages(app)
        except Exception:  # the page must tell of the rest
            log.exception("metrics_not_read")
        else:
            return Readings(faults, tick_age, titles, due, parts, sources)
    return Readings(faults, tick_age, titles)


async def _source_ages(app: App) -> dict[str, float | None]:
    now = app.desk.clock.now()
    return {
        one.source: None if one.last_ok is None else max(0.0, (now - one.last_ok).total_seconds())
        for one in await app.desk.papers.health()
    }


def _tick_age(app: App) -> float:
    return app.desk.clock.monotonic() - app.ticked

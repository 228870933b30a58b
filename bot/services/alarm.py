"""The alarm clock: APScheduler wakes the publisher and the pollers; what is due is a query.

APScheduler is imported here and nowhere else. Every job coalesces, has no misfire limit (the
library's default of one second would drop ticks silently) and never runs beside itself.
`shutdown()` cancels a running coroutine whatever `wait` says, so `stop` first lets it end.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import suppress

import structlog
from apscheduler.schedulers.asyncio import AsyncIOScheduler  # pyright: ignore[reportMissingTypeStubs] - the library has none

from bot.services.cancelled import is_cancelled
from bot.services.clock import SystemClock

log = structlog.stdlib.get_logger(__name__)

Job = Callable[[], Awaitable[object]]


class Alarm:
    """Calls jobs at intervals until it is stopped."""

    def __init__(self) -> None:
        self._scheduler = AsyncIOScheduler(timezone="UTC")
        self._running: set[asyncio.Task[object]] = set()
        self._stopping = False
        self._stopped = asyncio.Event()

    def every(self, seconds: float, name: str, job: Job, *, at_once: bool = False) -> None:
        """Call `job` every `seconds`, for the first time after that long, or `at_once`."""
        added = self._scheduler.add_job(  # pyright: ignore[reportUnknownMemberType] - see above
            self._run,
            "interval",
            args=(name, job),
            seconds=seconds,
            id=name,
            coalesce=True,
            misfire_grace_time=None,
            max_instances=1,
        )
        if at_once:
            added.modify(next_run_time=SystemClock().now())  # pyright: ignore[reportUnknownMemberType] - see above

    def now(self, name: str, job: Job) -> None:
        """Call `job` once, as soon as the clock has started; it may last as long as the clock."""
        self._scheduler.add_job(  # pyright: ignore[reportUnknownMemberType] - see above
            self._run, args=(name, job), id=name, misfire_grace_time=None
        )

    def keep(self, name: str, job: Job, pause: float) -> None:
        """Call `job` as `now` does, and again `pause` seconds after it ended, however it ended."""

        async def kept() -> None:
            while not self._stopping:
                try:
                    await job()
                except asyncio.CancelledError:
                    if is_cancelled():
                        raise
                    log.exception("job_failed", job=name)
                except Exception:
                    log.exception("job_failed", job=name)
                with suppress(TimeoutError):
                    await asyncio.wait_for(self._stopped.wait(), pause)

        self.now(name, kept)

    async def _run(self, name: str, job: Job) -> None:
        if self._stopping:
            return
        task: asyncio.Task[object] = asyncio.ensure_future(_awaited(job))
        self._running.add(task)
        try:
            await asyncio.shield(task)
        except asyncio.CancelledError:
            raise
        except Exception:  # one failed tick must not silence the clock
            log.exception("job_failed", job=name)
        finally:
            self._running.discard(task)

    def start(self) -> None:
        """Start ringing."""
        self._scheduler.start()  # pyright: ignore[reportUnknownMemberType] - see above

    async def stop(self, patience: float) -> None:
        """Ring no more, and give what runs `patience` seconds to end; then it is cancelled."""
        self._stopping = True
        self._stopped.set()
        if self._running:
            _, slow = await asyncio.wait(tuple(self._running), timeout=patience)
            for task in slow:
                task.cancel()
            await asyncio.gather(*slow, return_exceptions=True)
        if self._scheduler.running:
            self._scheduler.shutdown(wait=False)  # pyright: ignore[reportUnknownMemberType] - see above


async def _awaited(job: Job) -> object:
    return await job()

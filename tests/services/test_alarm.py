"""The alarm clock: it rings on, whatever a job does, and lets what runs end."""

from __future__ import annotations

import asyncio

from bot.services.alarm import Alarm

OFTEN = 0.01


async def test_a_job_rings_again_and_again() -> None:
    """At its interval, until stopped."""
    third, count = asyncio.Event(), 0

    async def job() -> None:
        nonlocal count
        count += 1
        if count == 3:
            third.set()

    alarm = Alarm()
    alarm.every(OFTEN, "job", job)
    alarm.start()
    await third.wait()
    await alarm.stop(1)
    assert count >= 3


async def test_a_job_that_raises_silences_neither_itself_nor_others() -> None:
    """One failed tick is a line in the log."""
    twice, other, count = asyncio.Event(), asyncio.Event(), 0

    async def broken() -> None:
        nonlocal count
        count += 1
        if count == 2:
            twice.set()
        raise ValueError("a bug")

    async def sound() -> None:
        other.set()

    alarm = Alarm()
    alarm.every(OFTEN, "broken", broken)
    alarm.every(OFTEN, "sound", sound)
    alarm.start()
    await twice.wait()
    await other.wait()
    await alarm.stop(1)


async def test_stop_waits_for_what_runs() -> None:
    """A job in the middle of its work ends it."""
    begun, go, ended = asyncio.Event(), asyncio.Event(), asyncio.Event()

    async def job() -> None:
        begun.set()
        await go.wait()
        ended.set()

    alarm = Alarm()
    alarm.every(OFTEN, "job", job)
    alarm.start()
    await begun.wait()
    stopping = asyncio.create_task(alarm.stop(30))
    go.set()
    await stopping
    assert ended.is_set()


async def test_a_job_never_runs_beside_itself() -> None:
    """Rings that come while it works are one ring afterwards."""
    begun, go = asyncio.Event(), asyncio.Event()
    other, running, most, rings = asyncio.Event(), 0, 0, 0

    async def slow() -> None:
        nonlocal running, most
        running += 1
        most = max(most, running)
        begun.set()
        await go.wait()
        running -= 1

    async def beat() -> None:
        nonlocal rings
        rings += 1
        if rings == 5:
            other.set()

    alarm = Alarm()
    alarm.every(OFTEN, "slow", slow)
    alarm.every(OFTEN, "beat", beat)
    alarm.start()
    await begun.wait()
    await other.wait()
    go.set()
    await alarm.stop(1)
    assert most == 1


async def test_patience_ends() -> None:
    """What does not come to its end is cancelled, and may still clean up."""
    begun, cleaned = asyncio.Event(), asyncio.Event()

    async def endless() -> None:
        begun.set()
        try:
            await asyncio.Event().wait()
        finally:
            cleaned.set()

    alarm = Alarm()
    alarm.every(OFTEN, "endless", endless)
    alarm.start()
    await begun.wait()
    await alarm.stop(0)
    assert cleaned.is_set()


async def test_nothing_begins_after_stop() -> None:
    """A ring that was under way when it stopped does nothing."""
    alarm, called = Alarm(), False

    async def job() -> None:
        nonlocal called
        called = True

    await alarm.stop(1)
    alarm.every(OFTEN, "job", job)
    alarm.start()
    other, rung = Alarm(), asyncio.Event()

    async def ring() -> None:
        rung.set()

    other.every(3 * OFTEN, "ring", ring)
    other.start()
    await rung.wait()
    await other.stop(1)
    await alarm.stop(1)
    assert not called


async def test_an_alarm_that_never_started_stops() -> None:
    """A start that failed half way cleans up like any other."""
    await Alarm().stop(0)


async def test_a_job_may_ring_at_once_and_then_at_its_interval() -> None:
    """Never beside itself."""
    begun, alarm = asyncio.Event(), Alarm()

    async def job() -> None:
        begun.set()

    alarm.every(3_600, "job", job, at_once=True)
    alarm.start()
    await begun.wait()
    await alarm.stop(1)


async def test_a_kept_job_begins_again_however_it_ends() -> None:
    """By a fault, by a stray cancellation, or by itself; not once the clock stops."""
    ends = [ValueError("a bug"), asyncio.CancelledError(), None]
    again, alarm = asyncio.Event(), Alarm()

    async def job() -> None:
        if not ends:
            again.set()
            await asyncio.Event().wait()
        if (end := ends.pop(0)) is not None:
            raise end

    alarm.keep("job", job, OFTEN)
    alarm.start()
    async with asyncio.timeout(10):
        await again.wait()
    await alarm.stop(0)


async def test_a_kept_job_that_ended_is_not_waited_for() -> None:
    """A stop ends the pause before the next call."""
    ended, alarm = asyncio.Event(), Alarm()

    async def job() -> None:
        ended.set()

    alarm.keep("job", job, 3_600)
    alarm.start()
    await ended.wait()
    async with asyncio.timeout(10):
        await alarm.stop(60)

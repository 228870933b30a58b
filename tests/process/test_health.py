"""/healthz over real HTTP: 200 while all is well, 503 and what is wrong otherwise."""

from __future__ import annotations

import asyncio
import json

import aiohttp

from bot.process import health


async def asked_of(port: int, path: str = "/healthz") -> tuple[int, dict[str, object]]:
    """Ask on loopback."""
    async with (
        aiohttp.ClientSession() as session,
        session.get(f"http://127.0.0.1:{port}{path}") as answer,
    ):
        return answer.status, await answer.json() if answer.status != 404 else {}


async def well() -> str | None:
    """Find nothing wrong."""
    return None


async def ill() -> str | None:
    """Find something."""
    return "no tick for 99 s"


async def broken() -> str | None:
    """Fail to find out."""
    raise OSError("disk gone")


async def test_all_is_well() -> None:
    """Each check has its line."""
    async with health.serve("127.0.0.1", 0, {"gateway": well, "tick": well}) as port:
        assert await asked_of(port) == (
            200,
            {"healthy": True, "checks": {"gateway": "ok", "tick": "ok"}},
        )


async def test_one_fault_makes_it_ill() -> None:
    """A check that fails to check is a fault, too; the others still answer."""
    checks = {"gateway": well, "tick": ill, "database": broken}
    async with health.serve("127.0.0.1", 0, checks) as port:
        status, body = await asked_of(port)
    assert status == 503
    assert body == {
        "healthy": False,
        "checks": {
            "gateway": "ok",
            "tick": "no tick for 99 s",
            "database": "OSError: disk gone",
        },
    }


async def test_what_is_no_fault_is_a_note() -> None:
    """It makes nobody ill, and what there is nothing to say of is not there."""
    notes = {"titles": lambda: "being indexed, 40 %", "nothing": lambda: None}
    async with health.serve("127.0.0.1", 0, {"tick": well}, notes) as port:
        assert await asked_of(port) == (
            200,
            {
                "healthy": True,
                "checks": {"tick": "ok"},
                "notes": {"titles": "being indexed, 40 %"},
            },
        )


async def test_there_is_no_other_page() -> None:
    """Nothing else is told."""
    async with health.serve("127.0.0.1", 0, {}) as port:
        assert (await asked_of(port, "/"))[0] == 404


async def test_it_ends_with_its_block() -> None:
    """The port is free again."""
    async with health.serve("127.0.0.1", 0, {"gateway": well}) as port:
        pass
    async with health.serve("127.0.0.1", port, {"gateway": well}) as again:
        assert again == port


async def test_a_check_that_hangs_is_a_fault_and_is_asked_once() -> None:
    """The others still answer in time; the next question joins the check that still runs."""
    asked: list[str] = []
    may_end = asyncio.Event()

    async def hanging() -> str | None:
        asked.append("database")
        await may_end.wait()
        return None

    checks = {"database": hanging, "tick": well}
    async with health.serve("127.0.0.1", 0, checks, patience=0.05) as port:
        late = {"database": "no answer within 0.05 s", "tick": "ok"}
        for _ in range(2):
            assert await asked_of(port) == (503, {"healthy": False, "checks": late})
        assert asked == ["database"]
        may_end.set()
        assert (await asked_of(port))[0] == 200


async def test_a_check_that_never_ends_does_not_keep_the_page_from_ending() -> None:
    """What still runs is ended with the block."""
    ended: list[bool] = []

    async def hanging() -> str | None:
        try:
            await asyncio.Event().wait()
        finally:
            ended.append(True)
        return None

    async with health.serve("127.0.0.1", 0, {"database": hanging}, patience=0.01) as port:
        assert (await asked_of(port))[0] == 503
    assert ended == [True]


async def test_metrics_are_a_page_beside_it() -> None:
    """They are written of the checks' faults, whatever those are, and never ill themselves."""

    async def write(faults: health.Faults) -> bytes:
        return json.dumps(dict(faults)).encode()

    page = health.Page("application/json; charset=utf-8", write)
    checks = {"gateway": well, "tick": ill}
    async with health.serve("127.0.0.1", 0, checks, metrics=page) as port:
        told = (200, {"gateway": None, "tick": "no tick for 99 s"})
        assert await asked_of(port, "/metrics") == told
    async with health.serve("127.0.0.1", 0, checks) as port:
        assert (await asked_of(port, "/metrics"))[0] == 404

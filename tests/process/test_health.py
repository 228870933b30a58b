"""/healthz over real HTTP: 200 while all is well, 503 and what is wrong otherwise."""

from __future__ import annotations

import aiohttp

from bot.process import health


async def asked(port: int, path: str = "/healthz") -> tuple[int, dict[str, object]]:
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
        assert await asked(port) == (
            200,
            {"healthy": True, "checks": {"gateway": "ok", "tick": "ok"}},
        )


async def test_one_fault_makes_it_ill() -> None:
    """A check that fails to check is a fault, too; the others still answer."""
    checks = {"gateway": well, "tick": ill, "database": broken}
    async with health.serve("127.0.0.1", 0, checks) as port:
        status, body = await asked(port)
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
        assert await asked(port) == (
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
        assert (await asked(port, "/"))[0] == 404


async def test_it_ends_with_its_block() -> None:
    """The port is free again."""
    async with health.serve("127.0.0.1", 0, {"gateway": well}) as port:
        pass
    async with health.serve("127.0.0.1", port, {"gateway": well}) as again:
        assert again == port

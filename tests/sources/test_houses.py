"""A host that fails is left alone and tried again; one that wants silence gets it."""

from __future__ import annotations

import asyncio
import itertools
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import httpx
import pytest
import structlog

from bot.services.clock import SystemClock
from bot.sources.arxiv_manners import ARXIV
from bot.sources.errors import SourceLeftAlone, SourceRefused, SourceUnreachable
from bot.sources.houses import FAILURES, MOST_HOUSES, House, Houses, Manners
from bot.sources.http import Limits, PoliteClient
from bot.sources.silences import Silence, Silences

if TYPE_CHECKING:
    from pathlib import Path

    from tests.sources.conftest import Upstream

SINCE = datetime(2026, 8, 21, 9, 30, tzinfo=UTC)
LIMITS = Limits(connect=2, deadline=2, attempts=1, first_wait=0, jitter=0, spacing=0)


def house(manners: Manners | None = None) -> House:
    """One, at half past nine."""
    return House(lambda: SINCE, manners)


async def visit(one: House, *, fails: bool) -> None:
    """Ask it something."""
    async with one.visit("test", "x", 0):
        if fails:
            one.failed("broken")
        else:
            one.answered()


async def test_a_host_that_fails_and_fails_is_left_alone(
    upstream: Upstream, client: PoliteClient
) -> None:
    """The fault says since when, no request is made; other hosts are asked as ever."""
    address = upstream.says("/a", upstream.answer(status=500))
    for _ in range(FAILURES // 3):  # each is tried three times
        with pytest.raises(SourceRefused):
            await client.get("test", address)
    asked = len(upstream.requests)
    assert asked == FAILURES
    with pytest.raises(
        SourceLeftAlone, match=r"left alone since \d{4}-\d\d-\d\d \d\d:\d\d UTC"
    ) as it:
        await client.get("other", f"{upstream.address}/b")
    assert it.value.source == "other"
    assert it.value.trouble == "broken"
    assert 0 < it.value.retry_after <= 60
    assert len(upstream.requests) == asked
    upstream.says("/b", upstream.answer(b"x"))
    elsewhere = upstream.address.replace("127.0.0.1", "localhost")
    assert (await client.get("other", f"{elsewhere}/b")).body == b"x"


async def test_one_answer_between_makes_it_no_row(upstream: Upstream, client: PoliteClient) -> None:
    """Also one that says no."""
    bad = upstream.says("/a", upstream.answer(status=503))
    for _ in range(3):
        with pytest.raises(SourceRefused):
            await client.get("test", bad)
        with pytest.raises(SourceRefused) as refused:
            await client.get("test", f"{upstream.address}/unknown")
        assert refused.value.status == 404


async def test_one_asks_whether_it_is_back(monkeypatch: pytest.MonkeyPatch) -> None:
    """The others wait for what that one learns; rests grow with every failure."""
    loop = asyncio.get_running_loop()
    now = 1_000.0
    monkeypatch.setattr(loop, "time", lambda: now)
    one = house()
    for _ in range(FAILURES):
        await visit(one, fails=True)
    rests: list[float] = []
    for _ in range(8):
        with pytest.raises(SourceLeftAlone) as resting:
            await visit(one, fails=True)
        assert resting.value.since == SINCE
        rests.append(resting.value.retry_after)
        now += rests[-1]
        async with one.visit("test", "x", 0):
            with pytest.raises(SourceLeftAlone):
                await visit(one, fails=False)
            one.failed("unreachable")
    assert rests == [60, 120, 240, 480, 960, 1_800, 1_800, 1_800]
    now += 1_800
    async with one.visit("test", "x", 0):
        pass  # given up before anything was known: the next one asks
    await visit(one, fails=False)
    for _ in range(FAILURES - 1):
        await visit(one, fails=True)
    await visit(one, fails=False)


async def test_a_house_is_asked_over_one_connection_with_a_gap() -> None:
    """However many ask; the gap runs from the end of a request."""
    one = house(Manners(frozenset({"h"}), gap=0.05, silence=600))
    loop, times, inside = asyncio.get_running_loop(), list[tuple[float, float]](), 0

    async def ask() -> None:
        nonlocal inside
        async with one.visit("test", "x", 0):
            inside += 1
            assert inside == 1
            start = loop.time()
            await asyncio.sleep(0.01)
            times.append((start, loop.time()))
            inside -= 1

    await asyncio.gather(*(ask() for _ in range(4)))
    gaps = [after[0] - before[1] for before, after in itertools.pairwise(times)]
    assert min(gaps) > 0.045


async def test_after_a_429_the_whole_house_is_silent(upstream: Upstream) -> None:
    """For ten minutes, at every one of its hosts, also for who was waiting for a turn; it is tried
    once and never again meanwhile.
    """
    port = upstream.address.rpartition(":")[2]
    manners = Manners(frozenset({"127.0.0.1", "localhost"}), gap=0, silence=600)
    upstream.says("/a", upstream.answer(status=429, Retry_After="1"))
    transport = httpx.AsyncHTTPTransport()
    patient = Limits(connect=2, deadline=2, first_wait=0, jitter=0, spacing=0)
    async with PoliteClient(
        user_agent="t", limits=patient, transport=transport, manners=[manners]
    ) as client:
        got = await asyncio.gather(
            client.get("arxiv", f"{upstream.address}/a"),
            client.get("arxiv", f"http://localhost:{port}/a"),
            return_exceptions=True,
        )
        with pytest.raises(SourceLeftAlone) as alone:
            await client.get("arxiv", f"{upstream.address}/b")
    first, second = got
    assert isinstance(first, SourceRefused)
    assert (first.status, first.retry_after) == (429, 600)
    assert isinstance(second, SourceLeftAlone)
    assert alone.value.trouble == "busy"
    assert 590 < alone.value.retry_after <= 600
    assert len(upstream.requests) == 1


async def test_a_host_that_names_a_long_time_is_not_asked_meanwhile(
    upstream: Upstream, client: PoliteClient
) -> None:
    """An hour at most."""
    address = upstream.says("/a", upstream.answer(status=429, Retry_After="999999"))
    with pytest.raises(SourceRefused):
        await client.get("test", address)
    with pytest.raises(SourceLeftAlone) as alone:
        await client.get("test", address)
    assert 3_590 < alone.value.retry_after <= 3_600


async def test_nobody_there_counts(client: PoliteClient) -> None:
    """A connection that is refused is a failure like others."""
    for _ in range(FAILURES // 3):
        with pytest.raises(SourceUnreachable):
            await client.get("test", "http://127.0.0.1:9/x")
    with pytest.raises(SourceLeftAlone):
        await client.get("test", "http://127.0.0.1:9/y")


@pytest.mark.parametrize(
    ("place", "holds"),
    [
        ("arxiv.org:443", True),
        ("export.arxiv.org:80", True),
        ("rss.arxiv.org:8080", True),
        ("www.arxiv.org:443", True),
        ("EXPORT.arxiv.org.:443", True),
        ("notarxiv.org:443", False),
        ("arxiv.org.example.com:443", False),
        ("127.0.0.1:8000", False),
        ("[::1]:80", False),
    ],
)
def test_arxivs_rule_is_for_every_host_of_arxivs(place: str, holds: bool) -> None:
    """API, feeds and pages together, at every port; a stand-in on loopback has none."""
    assert (ARXIV.gap, ARXIV.silence) == (3.0, 600.0)
    houses = Houses(lambda: SINCE, [ARXIV])
    assert (houses.of(place) is houses.of("export.arxiv.org:443")) == holds


async def test_what_servers_add_shares_the_rule(tmp_path: Path) -> None:
    """The guarded client has the same houses, and hears of a silence that another client met."""
    silences = Silences(tmp_path / "x.silences")
    now = SystemClock().now()
    silences.keep(ARXIV.name, Silence(now, now + timedelta(minutes=5)))
    async with PoliteClient(user_agent="t", manners=[ARXIV], silences=silences) as client:
        for one in (client, client.guarded(), client.within(Limits(attempts=1)).guarded()):
            with pytest.raises(SourceLeftAlone) as alone:
                await one.get("added", "http://export.arxiv.org:80/rss/cs.CL")
            assert alone.value.trouble == "busy"
            assert 290 < alone.value.retry_after <= 300


async def test_a_silence_survives_a_restart(upstream: Upstream, tmp_path: Path) -> None:
    """The next process does not ask before it is over, and then asks."""
    address = upstream.says("/a", upstream.answer(status=429), upstream.answer(b"{}"))
    manners = Manners(frozenset({"127.0.0.1"}), gap=0, silence=600)
    limits, path = Limits(attempts=1, spacing=0), tmp_path / "x.silences"

    def opened() -> PoliteClient:
        transport = httpx.AsyncHTTPTransport()
        return PoliteClient(
            user_agent="t",
            limits=limits,
            manners=[manners],
            silences=Silences(path),
            transport=transport,
        )

    async with opened() as client:
        with pytest.raises(SourceRefused):
            await client.get("test", address)
    async with opened() as client:
        with pytest.raises(SourceLeftAlone) as alone:
            await client.get("test", address)
        assert 590 < alone.value.retry_after <= 600
    assert len(upstream.requests) == 1
    kept = Silences(path).of(manners.name)
    assert kept is not None
    Silences(path).keep(manners.name, Silence(kept.since, kept.since))
    async with opened() as client:
        assert (await client.get("test", address)).body == b"{}"


@pytest.mark.parametrize(
    "content",
    ["", "[]", "{", '{"h": 3}', '{"h": {"since": "x"}}', '{"h": {"since": "", "until": null}}'],
)
def test_a_damaged_file_is_no_silence(tmp_path: Path, content: str) -> None:
    """And is written anew."""
    path = tmp_path / "x.silences"
    path.write_text(content, "utf-8")
    silences, silence = Silences(path), Silence(SINCE, SINCE + timedelta(minutes=10))
    assert silences.of("h") is None
    silences.keep("h", silence)
    silences.keep("i", silence)
    assert (silences.of("h"), silences.of("i")) == (silence, silence)


def test_a_silence_that_cannot_be_kept_is_a_line(tmp_path: Path) -> None:
    """And nothing else."""
    with structlog.testing.capture_logs() as logs:
        Silences(tmp_path / "no" / "x").keep("h", Silence(SINCE, SINCE))
    assert [line["event"] for line in logs] == ["silence_not_kept"]


async def test_only_so_many_hosts_are_remembered() -> None:
    """The longest unasked go first, those that are left alone last, those with manners never."""
    rule = Manners(frozenset({"mannered"}), 1, 1)
    houses = Houses(lambda: SINCE, [rule])
    mannered, failing, kept = (houses.of(at) for at in ("mannered:80", "failing:80", "kept:80"))
    for _ in range(FAILURES):
        failing.failed("broken")
    for number in range(MOST_HOUSES * 2):
        houses.of(f"{number}.example.org:80")
        assert houses.of("kept:80") is kept
    assert houses.of("mannered:80") is mannered
    assert houses.of("failing:80") is failing
    early = houses.of("0.example.org:80")
    assert len(houses) == MOST_HOUSES + 1
    for number in range(MOST_HOUSES):
        for _ in range(FAILURES):
            houses.of(f"{number}.bad.example.org:80").failed("broken")
    assert len(houses) == MOST_HOUSES + 1
    assert houses.of("0.example.org:80") is not early

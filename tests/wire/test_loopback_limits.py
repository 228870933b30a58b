"""Rate limits as the bot meets them, and the hooks that can stand in for an answer."""

from __future__ import annotations

import asyncio

import aiohttp
from aiohttp import web
from discord_loopback import MESSAGE_CREATE, UNLIMITED, DiscordServer, Limit, Settings
from discord_loopback.limits import RateLimits, Window
from hypothesis import given
from hypothesis import strategies as st
from wire_peers import RestClient


@given(
    st.lists(st.floats(0, 3, allow_nan=False), max_size=60),
    st.integers(1, 6),
    st.floats(0.5, 5, allow_nan=False),
)
def test_no_window_lets_through_more_than_its_count(
    gaps: list[float], count: int, seconds: float
) -> None:
    """Between two openings at most `count` requests pass, and a refused one uses up nothing."""
    window = Window(Limit(count, seconds), float("-inf"))
    now, passed = 0.0, dict[float, int]()
    for gap in gaps:
        now += gap
        taken = window.take(now)
        passed[window.opened] = passed.get(window.opened, 0) + taken
        assert 0 <= window.remaining() <= count
        assert taken or 0 <= window.reset_after(now) <= seconds
    assert all(number <= count for number in passed.values())


def test_each_channel_has_its_own_bucket() -> None:
    """The sixth message in five seconds waits; another channel does not."""
    limits = RateLimits(Settings())
    verdicts = [limits.judge(MESSAGE_CREATE, "1", 0.1, interaction=False) for _ in range(6)]
    assert [v.retry_after for v in verdicts] == [None] * 5 + [5.0]
    assert limits.judge(MESSAGE_CREATE, "2", 0.1, interaction=False).retry_after is None
    assert limits.judge(MESSAGE_CREATE, "1", 5.2, interaction=False).retry_after is None


def test_interactions_are_exempt_from_the_global_limit() -> None:
    """The 51st request of a second is refused globally; an interaction's is not."""
    limits = RateLimits(Settings())
    verdicts = [limits.judge(MESSAGE_CREATE, str(n), 0.0, interaction=False) for n in range(51)]
    assert [v.is_global for v in verdicts] == [False] * 50 + [True]
    callback = "POST /interactions/{interaction_id}/{interaction_token}/callback"
    assert limits.judge(callback, "t", 0.0, interaction=True).retry_after is None


async def test_a_429_looks_like_discords(server: DiscordServer, rest: RestClient) -> None:
    """Body, headers and count; the answers before it say how many are left."""
    channel = server.add_guild("Reading group").add_text_channel("papers")
    replies = [await rest.send(channel, content=str(n)) for n in range(6)]
    left = [reply.headers["X-RateLimit-Remaining"] for reply in replies[:5]]
    assert left == ["4", "3", "2", "1", "0"]
    last = replies[5]
    assert (last.status, last.body["global"]) == (429, False)
    assert 4 < last.body["retry_after"] <= 5
    assert last.headers["X-RateLimit-Scope"] == "user"
    assert last.headers["Via"]
    assert (server.count_429, server.count_invalid) == (1, 1)
    assert len(server.messages(channel)) == 5


async def test_a_global_429_says_so(server: DiscordServer, rest: RestClient) -> None:
    """The 51st request within a second, whatever its route."""
    guild = server.add_guild("Reading group")
    channels = [guild.add_text_channel(f"c{n}") for n in range(51)]
    replies = await asyncio.gather(*(rest.send(channel, content="x") for channel in channels))
    refused = [reply for reply in replies if reply.status == 429]
    assert len(refused) == server.count_429 == 1
    assert refused[0].body["global"] is True
    assert refused[0].headers["X-RateLimit-Global"] == "true"


async def test_limits_can_be_switched_off(http: aiohttp.ClientSession) -> None:
    """Without limits nothing is refused and no header speaks of one."""
    async with DiscordServer(Settings(**UNLIMITED)) as server:
        channel = server.add_guild("Reading group").add_text_channel("papers")
        rest = RestClient(server, http)
        replies = [await rest.send(channel, content=str(n)) for n in range(60)]
        assert {reply.status for reply in replies} == {200}
        assert not any("X-RateLimit-Limit" in reply.headers for reply in replies)


async def test_a_hook_can_answer_instead(server: DiscordServer, rest: RestClient) -> None:
    """`before` prevents the effect, `after` hides it."""
    channel = server.add_guild("Reading group").add_text_channel("papers")

    async def fail(_: web.Request, route: str) -> web.Response | None:
        return web.Response(status=503) if route == MESSAGE_CREATE else None

    server.before(fail)
    assert (await rest("GET", "/users/@me")).status == 200
    assert (await rest.send(channel, content="one")).status == 503
    assert server.messages(channel) == []
    server.clear_hooks()
    server.after(fail)
    assert (await rest.send(channel, content="two")).status == 503
    assert [message.text for message in server.messages(channel)] == ["two"]
    assert [r.status for r in server.requests if r.route == MESSAGE_CREATE] == [503, 503]

"""The strikes: what Discord, what stands before it, and the sources do in the table of faults."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Awaitable, Callable

from aiohttp import web
from discord_loopback import MESSAGE_CREATE, Permission
from fault_scene import Scene, Strike
from paperboy_peer import event

Act = Callable[[Scene], Awaitable[None]]
"""What is done to a scene."""

OK, TOO_MANY, SECOND = 200, 429, 2
OPENING = "POST /users/@me/channels"


def answering(
    status: int, code: int = 0, *, body: bytes | None = None, **headers: str
) -> web.Response:
    """Return an answer of Discord's, or of whoever stands before it."""
    told = json.dumps({"message": "a fault", "code": code}).encode() if body is None else body
    kind = "text/html" if body is not None else "application/json"
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return web.Response(body=told, status=status, headers=named, content_type=kind)


async def digest(scene: Scene) -> None:
    """Have one digest, and no fault yet."""
    await scene.digest()


async def _twice(scene: Scene, strike: Strike) -> None:
    before, after = await scene.digest("before"), await scene.digest("after")
    scene.strike(strike, place=before)
    scene.strike(strike, place=after, after=True)


def answers(status: int) -> Act:
    """Answer the first message with this status."""

    async def strike(_: web.Request) -> web.Response:
        return answering(status)

    async def sets(scene: Scene) -> None:
        await _twice(scene, strike)

    return sets


async def reset(request: web.Request) -> web.Response:
    """Reset the connection."""
    assert request.transport is not None
    request.transport.abort()
    return web.Response()


async def resets(scene: Scene) -> None:
    """Reset the connection of the first message."""
    await _twice(scene, reset)


async def answers_late(scene: Scene) -> None:
    """Take the first message up only once the bot has tried again, or answer it only then."""

    async def strike(request: web.Request) -> None:
        def tried_again() -> bool:
            asked = scene.server.requests
            return any(r.path == request.path and r.status == OK for r in asked)

        await request.read()  # it arrived whole; what is late is what Discord does with it
        await scene.server.until(tried_again, "another attempt", timeout=60)

    await _twice(scene, strike)


async def invalidates(scene: Scene) -> None:
    """Invalidate the session while a message is on its way."""
    await scene.digest()

    async def strike(_: web.Request) -> None:
        scene.server.gateway.invalidate()

    scene.strike(strike)


async def drops_after_three(scene: Scene) -> None:
    """Drop the gateway when three of eight readers have their papers."""
    for number in range(8):
        await scene.reader(f"reader {number}")

    async def strike(_: web.Request) -> None:
        if len(scene.struck) == 3:
            scene.server.gateway.drop()

    scene.strike(strike, after=True)


def slowing(scope: str, seconds: float) -> web.Response:
    """Return a 429 with one of Discord's three scopes."""
    told = {"message": "slowly", "retry_after": seconds, "global": scope == "global"}
    headers = {"Via": "1.1 google", "Retry-After": "2", "X-RateLimit-Scope": scope}
    if scope == "global":
        headers["X-RateLimit-Global"] = "true"
    answer = answering(TOO_MANY, body=json.dumps(told).encode())
    answer.headers.update(headers)
    answer.content_type = "application/json"
    return answer


def brakes(scope: str) -> Act:
    """Answer 429 with one of Discord's three scopes, for a second and a half."""

    async def strike(_: web.Request) -> web.Response:
        return slowing(scope, 1.5)

    async def sets(scene: Scene) -> None:
        await scene.digest()
        scene.strike(strike)

    return sets


def _block_page(seconds: int) -> web.Response:
    return answering(TOO_MANY, body=b"<h1>Error 1015</h1>", Retry_After=str(seconds))


async def blocks(scene: Scene) -> None:
    """Answer fifty readers' messages as Cloudflare does for three seconds: a page, no `Via`, and
    how many seconds to stay away.
    """
    for number in range(50):
        await scene.reader(f"reader {number}")
    loop = asyncio.get_running_loop()
    until: list[float] = []

    async def block(_: web.Request, route: str) -> web.Response | None:
        if route == MESSAGE_CREATE:
            until.append(loop.time() + 3)
            if loop.time() < until[0]:
                scene.struck.append(1)
                return _block_page(3)
        return None

    scene.server.before(block)


def hides(second: Callable[[], web.Response]) -> Act:
    """Answer 502 after the message was stored, and refuse discord.py's own repeat of it."""

    async def gateway_fault(_: web.Request) -> web.Response:
        return answering(502)

    async def sets(scene: Scene) -> None:
        channel = await scene.digest()
        scene.strike(gateway_fault, after=True)

        async def refuse(request: web.Request, route: str) -> web.Response | None:
            asked = route == MESSAGE_CREATE and str(channel.id) in request.path
            return second() if asked and len(scene.attempts(channel)) == SECOND else None

        scene.server.before(refuse)

    return sets


hides_by_cloudflare = hides(lambda: _block_page(4))
hides_by_a_long_limit = hides(lambda: slowing("user", 31.0))
hides_by_a_refusal = hides(lambda: answering(403, 50013))


async def holds_the_repeat_up(scene: Scene) -> None:
    """Lose an answer, and hold its repeat up by a limit that another place's message met."""
    first, other = await scene.digest("a"), await scene.digest("b")
    scene.strike(reset, after=True, place=first)

    async def slow(_: web.Request) -> web.Response:
        await asyncio.sleep(0.5)
        return slowing("global", 6.0)

    scene.strike(slow, place=other)


async def opens_too_fast(scene: Scene) -> None:
    """Have two readers who were never written to, and no opening of direct messages."""
    for name in ("max", "kim"):
        await scene.reader(name, known=False)

    async def refuse(_: web.Request, route: str) -> web.Response | None:
        return answering(403, 40003) if route == OPENING else None

    scene.server.before(refuse)


async def is_flagged(scene: Scene) -> None:
    """Have a reader whom Discord lets nobody write to who is flagged as spam."""
    await scene.reader()

    async def strike(_: web.Request) -> web.Response:
        return answering(400, 20026)

    scene.strike(strike)


async def loses(scene: Scene) -> None:
    """Lose the answer after the message was stored."""
    await scene.digest()
    scene.strike(reset, after=True)


async def loses_unreadably(scene: Scene) -> None:
    """Lose the message where nobody can tell that it is not there."""
    channel = await scene.digest()
    channel.set_overwrite(scene.guild.bot_role, deny=Permission.READ_MESSAGE_HISTORY)
    scene.strike(reset)


async def loses_in_a_crowd(scene: Scene) -> None:
    """Lose the message where a thousand others are written before it can be looked for."""
    channel = await scene.digest()

    async def strike(request: web.Request) -> web.Response:
        for _ in range(1_000):
            scene.ada.say(channel, "talk")
        return await reset(request)

    scene.strike(strike)


async def deletes(scene: Scene) -> None:
    """Delete the message and lose the answer: Discord then says that it does not know it."""
    channel = await scene.digest()

    async def strike(request: web.Request) -> web.Response:
        (message,) = scene.server.messages(channel)
        scene.server.world.remove(message)
        return await reset(request)

    scene.strike(strike, after=True)


async def holds_until_asked(scene: Scene) -> None:
    """Hold the scheduled message until somebody asks for another."""
    await scene.digest()

    async def strike(_: web.Request) -> None:
        def asked() -> bool:
            return any(one.name == "digest now" for one in scene.server.interactions)

        await scene.server.until(asked, "`/digest now`")

    scene.strike(strike)


async def removes_the_bot(scene: Scene) -> None:
    """Remove the bot from the server while its message is on its way."""
    await scene.digest()

    async def strike(_: web.Request) -> None:
        scene.guild.remove_bot()
        await event(scene.bot, "digest_retired")

    scene.strike(strike)


async def sources_fail(scene: Scene) -> None:
    """Have sources that show a page instead of papers."""
    await scene.digest()

    async def page(_: web.Request) -> web.Response:
        return answering(200, body=b"<!doctype html><h1>Maintenance</h1>")

    scene.site.instead = {None: page}

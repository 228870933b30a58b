"""A web server on loopback that answers what a test tells it to, byte by byte."""

from __future__ import annotations

import asyncio
import sys
from collections import defaultdict
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

import httpx
import pytest

from bot.sources.http import Limits, PoliteClient

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Awaitable, Callable

    Reply = bytes | Callable[[asyncio.StreamWriter], Awaitable[None]]

sys.path.insert(0, str(Path(__file__).parent))  # for `sample_answers`

REASONS = {200: "OK", 302: "Found", 304: "Not Modified", 404: "Not Found", 429: "Too Many"}


@dataclass
class Upstream:
    """Answers each path with its replies in order, the last one for ever; remembers requests."""

    address: str = ""
    replies: dict[str, list[Reply]] = field(default_factory=lambda: defaultdict(list))
    requests: list[str] = field(default_factory=list)
    moments: list[float] = field(default_factory=list)

    @staticmethod
    def answer(body: bytes = b"", status: int = 200, **headers: str) -> bytes:
        """A whole HTTP answer; header names are written with underscores."""
        lines = [f"HTTP/1.1 {status} {REASONS.get(status, 'Status')}", "Connection: close"]
        lines += [f"{name.replace('_', '-')}: {value}" for name, value in headers.items()]
        if "Content_Length" not in headers:
            lines.append(f"Content-Length: {len(body)}")
        return "\r\n".join(lines).encode() + b"\r\n\r\n" + body

    def says(self, path: str, *replies: Reply) -> str:
        """From now on `path` is answered so; its whole address."""
        self.replies[path] = list(replies)
        return self.address + path

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """One connection, one answer."""
        try:
            head = (await reader.readuntil(b"\r\n\r\n")).decode()
            self.requests.append(head)
            self.moments.append(asyncio.get_running_loop().time())
            target = head.split(" ")[1]
            queue = self.replies.get(target) or self.replies[target.partition("?")[0]]
            reply = (
                queue.pop(0) if len(queue) > 1 else queue[0] if queue else self.answer(status=404)
            )
            if isinstance(reply, bytes):
                writer.write(reply)
                await writer.drain()
            else:
                await reply(writer)
        except (ConnectionError, asyncio.IncompleteReadError):
            pass  # the client hung up, which is what some tests are about
        finally:
            writer.close()


@pytest.fixture
async def upstream() -> AsyncIterator[Upstream]:
    """The server, listening on a free port."""
    world = Upstream()
    connections: set[asyncio.Task[None]] = set()

    def connected(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.get_running_loop().create_task(world.serve(reader, writer))
        connections.add(task)
        task.add_done_callback(connections.discard)

    server = await asyncio.start_server(connected, "127.0.0.1", 0)
    world.address = f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}"
    yield world
    server.close()
    for task in connections:
        task.cancel()
    await asyncio.gather(*connections, return_exceptions=True)


@pytest.fixture
async def client() -> AsyncIterator[PoliteClient]:
    """A client that does not pause between requests and gives up soon."""
    limits = Limits(connect=2, deadline=2, first_wait=0, jitter=0, spacing=0)
    transport = httpx.AsyncHTTPTransport()
    async with PoliteClient(user_agent="Paperboy/test", limits=limits, transport=transport) as one:
        yield one

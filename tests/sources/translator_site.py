"""The three translators on loopback: they answer with every word outside of markup turned round, or
with what a test tells them to.
"""

from __future__ import annotations

import asyncio
import json
import re
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, Callable

_MARKUP = re.compile(r"<(x|span)\b[^>]*>.*?</\1>|&\w+;", re.DOTALL)
_WORD = re.compile(r"[^\W\d_]{2,}")


def turned(text: str) -> str:
    """A translation: every word backwards, in the case of its first letter; markup stays."""
    done, at = "", 0
    for markup in _MARKUP.finditer(text):
        done += _turned(text[at : markup.start()]) + markup.group()
        at = markup.end()
    return done + _turned(text[at:])


def _turned(text: str) -> str:
    return _WORD.sub(lambda word: word.group()[::-1], text)


@dataclass
class TranslatorSite:
    """Its address, what it was asked, and what it does instead of answering well."""

    address: str = ""
    asked: list[dict[str, Any]] = field(default_factory=list[dict[str, Any]])
    heads: list[str] = field(default_factory=list[str])
    status: int = 200
    headers: str = ""
    body: bytes | None = None
    words: Callable[[str], str] = turned
    drops: int = 0
    codes: tuple[str, ...] = ("de", "it", "zh", "pb")
    gate: asyncio.Event | None = None
    hangs_up: bool = False

    @property
    def characters(self) -> int:
        """How many letters outside of tags it was sent: what a provider counts."""
        return sum(
            len(re.sub(r"<[^>]*>", "", text).replace("&amp;", "&"))
            for one in self.asked
            for text in texts_of(one)
        )

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """One connection, one answer."""
        try:
            head = (await reader.readuntil(b"\r\n\r\n")).decode()
            length = re.search(r"content-length: (\d+)", head, re.IGNORECASE)
            body = await reader.readexactly(int(length[1])) if length else b""
            path = head.split(" ")[1]
            if path == "/languages":
                codes = [{"code": "en", "name": "English", "targets": list(self.codes)}]
                await self._send(writer, 200, json.dumps(codes).encode())
                return
            asked = json.loads(body)
            self.heads.append(head)
            self.asked.append(asked)
            if self.gate is not None:
                await self.gate.wait()
            if self.hangs_up:
                return
            told = self.body if self.body is not None else self._answer(path, asked)
            await self._send(writer, self.status, told)
        except (ConnectionError, asyncio.IncompleteReadError):
            pass  # who asked hung up
        finally:
            writer.close()

    async def _send(self, writer: asyncio.StreamWriter, status: int, body: bytes) -> None:
        head = f"HTTP/1.1 {status} Status\r\nConnection: close\r\n{self.headers}"
        writer.write(f"{head}Content-Length: {len(body)}\r\n\r\n".encode() + body)
        await writer.drain()

    def _answer(self, path: str, asked: dict[str, Any]) -> bytes:
        told = [self.words(text) for text in texts_of(asked)]
        told = told[: len(told) - self.drops]
        match path:
            case "/v2/translate":
                answer: object = {
                    "translations": [
                        {"detected_source_language": "EN", "text": text} for text in told
                    ]
                }
            case "/translate":
                answer = {"translatedText": told}
            case _:
                message = {"role": "assistant", "content": json.dumps(told)}
                answer = {"choices": [{"index": 0, "message": message, "finish_reason": "stop"}]}
        return json.dumps(answer).encode()


def texts_of(asked: dict[str, Any]) -> list[str]:
    """The texts of a request to any of the three."""
    if "messages" in asked:
        return json.loads(asked["messages"][-1]["content"])
    return asked.get("text") or asked["q"]


@asynccontextmanager
async def translator_site() -> AsyncGenerator[TranslatorSite]:
    """The site, listening on a free port."""
    site = TranslatorSite()
    connections: set[asyncio.Task[None]] = set()

    def connected(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.get_running_loop().create_task(site.serve(reader, writer))
        connections.add(task)
        task.add_done_callback(connections.discard)

    server = await asyncio.start_server(connected, "127.0.0.1", 0)
    site.address = f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}"
    try:
        yield site
    finally:
        server.close()
        for task in connections:
            task.cancel()
        await asyncio.gather(*connections, return_exceptions=True)

"""A model on loopback, at an endpoint that speaks as OpenAI's does: it answers with the abstract's
first sentence, or with what a test tells it to.
"""

from __future__ import annotations

import asyncio
import json
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from aiohttp import web

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, Callable

MODEL = "a-model"


def first_sentence(abstract: str) -> str | None:
    """Return it, with its full stop."""
    return abstract.partition(". ")[0].rstrip(".") + "."


@dataclass
class ModelSite:
    """Its address, what it was asked, and what it does instead of answering well."""

    address: str = ""
    asked: list[dict[str, Any]] = field(default_factory=list[dict[str, Any]])
    headers: list[dict[str, str]] = field(default_factory=list[dict[str, str]])
    says: Callable[[str], str | None] = first_sentence
    status: int = 200
    body: bytes | None = None
    gate: asyncio.Event | None = None
    names: tuple[str, ...] = (MODEL,)

    @property
    def abstracts(self) -> list[str]:
        """The abstracts that it was given, in order."""
        return [json.loads(one["messages"][-1]["content"])["abstract"] for one in self.asked]

    @property
    def characters(self) -> int:
        """How many characters it was sent in all messages."""
        return sum(len(said["content"]) for one in self.asked for said in one["messages"])

    async def complete(self, request: web.Request) -> web.Response:
        """Answer a question."""
        self.asked.append(await request.json())
        self.headers.append(dict(request.headers))
        abstract = self.abstracts[-1]
        if self.gate is not None:
            await self.gate.wait()
        if self.body is not None or self.status != 200:
            return web.Response(body=self.body or b"{}", status=self.status)
        message = {"role": "assistant", "content": self.says(abstract)}
        choice = {"index": 0, "message": message, "finish_reason": "stop"}
        return web.json_response({"id": "x", "object": "chat.completion", "choices": [choice]})

    async def models(self, request: web.Request) -> web.Response:
        """Tell which models there are."""
        self.headers.append(dict(request.headers))
        if self.body is not None or self.status != 200:
            return web.Response(body=self.body or b"{}", status=self.status)
        return web.json_response({"object": "list", "data": [{"id": one} for one in self.names]})


@asynccontextmanager
async def model_site() -> AsyncGenerator[ModelSite]:
    """The site, listening on a free port."""
    site = ModelSite()
    app = web.Application()
    app.router.add_post("/v1/chat/completions", site.complete)
    app.router.add_get("/v1/models", site.models)
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    site.address = f"http://127.0.0.1:{runner.addresses[0][1]}/v1"
    try:
        yield site
    finally:
        await runner.cleanup()

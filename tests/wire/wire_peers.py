"""Whom the server is tried with: an HTTP client, a raw gateway client, a bare discord.py bot."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast
from weakref import WeakKeyDictionary

import aiohttp
from discord_loopback import BotProcess, Channel, DiscordServer, Json

BARE_BOT = Path(__file__).with_name("bare_bot.py")


@dataclass(frozen=True, slots=True)
class Reply:
    """What the server answered."""

    status: int
    body: Any
    headers: dict[str, str]

    @property
    def code(self) -> int:
        """Discord's numeric error code."""
        return cast("int", self.body["code"])


class RestClient:
    """Sends requests as the bot, token included."""

    def __init__(self, server: DiscordServer, session: aiohttp.ClientSession) -> None:
        self._server = server
        self._session = session

    async def __call__(
        self, method: str, path: str, body: object = None, *, token: str | None = None
    ) -> Reply:
        """Send one request below the API's base address."""
        headers = {"Authorization": f"Bot {token or self._server.token}"}
        url = self._server.api_url + path
        async with self._session.request(method, url, json=body, headers=headers) as response:
            text = await response.text()
            return Reply(
                response.status, json.loads(text) if text else None, dict(response.headers)
            )

    async def send(self, channel: Channel, **body: object) -> Reply:
        """Post a message."""
        return await self("POST", f"/channels/{channel.id}/messages", body)


_SOCKETS: WeakKeyDictionary[aiohttp.ClientSession, list[aiohttp.ClientWebSocketResponse]]
_SOCKETS = WeakKeyDictionary()


async def close_sockets(session: aiohttp.ClientSession) -> None:
    """Close every websocket that gateway clients opened with this session."""
    for socket in _SOCKETS.pop(session, []):
        await socket.close()


class GatewayClient:
    """A websocket client that speaks in frames."""

    def __init__(self, server: DiscordServer, session: aiohttp.ClientSession) -> None:
        self._server = server
        self._session = session
        self.socket: aiohttp.ClientWebSocketResponse | None = None

    async def connect(self) -> Json:
        """Open a socket and return the first frame."""
        url = self._server.api_url.replace("http", "ws").replace("/api/v10", "/gateway")
        self.socket = await self._session.ws_connect(url)
        _SOCKETS.setdefault(self._session, []).append(self.socket)
        return await self.receive()

    async def send(self, op: int, data: object) -> None:
        """Send one frame."""
        assert self.socket is not None
        await self.socket.send_json({"op": op, "d": data})

    async def receive(self) -> Json:
        """Return the next frame."""
        assert self.socket is not None
        return cast("Json", await self.socket.receive_json(timeout=5))

    async def until(self, name: str) -> Json:
        """Return the next dispatch of this name."""
        while True:
            frame = await self.receive()
            if frame["t"] == name:
                return frame

    async def closed(self) -> int | None:
        """Read to the end and return the close code."""
        assert self.socket is not None
        async for _ in self.socket:
            pass
        return self.socket.close_code

    async def identify(self, **changes: object) -> None:
        """Identify as a bot with the guilds intent."""
        data: Json = {"token": self._server.token, "intents": 1, "properties": {}, "shard": [0, 1]}
        await self.send(2, data | changes)


def bare_bot(server: DiscordServer, steps: Sequence[Sequence[object]] = ()) -> BotProcess:
    """The bare bot as a process pointed at this server; `steps` as bare_bot.py tells."""
    told = [[str(part) for part in step] for step in steps]
    return BotProcess.python(
        str(BARE_BOT),
        environment={
            "DISCORD_TOKEN": server.token,
            "BARE_BOT_API_URL": server.api_url,
            "BARE_BOT_READY_TIMEOUT": "0.1",
            "BARE_BOT_STEPS": json.dumps(told),
        },
    )


async def outcome(bot: BotProcess, step: str) -> Any:
    """What the bare bot says about a step, once it has run."""
    return json.loads(await bot.line(f'"step": "{step}"'))["outcome"]

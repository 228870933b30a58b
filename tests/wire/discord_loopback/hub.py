"""What every room of the server shares: the world, the records, and the look-ups that can fail.

A look-up that finds nothing raises Discord's own error, so handlers read as the good case.
"""

from __future__ import annotations

import asyncio
import json
from collections.abc import Awaitable, Callable, Iterable
from dataclasses import dataclass, field
from typing import Any, cast

from aiohttp import web

from . import errors
from .errors import Fault, InvalidForm, RefusedByDiscord
from .interactions import Interaction
from .settings import Json, Settings
from .signals import Signals
from .spec import Spec
from .state import Channel, Guild, Message, World

Hook = Callable[[web.Request, str], Awaitable[web.StreamResponse | None]]
"""Given a request and its `METHOD /template`; an answer it returns is sent instead."""


@dataclass(slots=True, eq=False)
class RequestRecord:
    """One request as the log keeps it; `at` is the event loop's time, status 0 is no answer."""

    method: str
    route: str
    path: str
    at: float
    elapsed: float = 0.0
    status: int = 0
    bucket: str | None = None
    body: Json | list[Json] | None = None


RECORD = web.RequestKey("record", RequestRecord)
"""Where a request keeps its own record."""


@dataclass(frozen=True, slots=True)
class Upload:
    """A file sent with a message."""

    field: str
    name: str
    content: bytes
    content_type: str


@dataclass(slots=True, eq=False, repr=False)
class Hub:
    """The shared state of one server."""

    settings: Settings
    world: World
    signals: Signals
    spec: Spec | None
    base_url: str = ""
    interactions: dict[str, Interaction] = field(default_factory=dict[str, Interaction])
    """By token."""
    commands: dict[int | None, list[Json]] = field(
        default_factory=lambda: cast("dict[int | None, list[Json]]", {None: []})
    )
    """The registered commands: global ones under None, others under their guild's id."""
    command_syncs: int = 0
    nonces: dict[str, tuple[Message, float]] = field(
        default_factory=dict[str, tuple[Message, float]]
    )
    files: dict[str, tuple[bytes, str]] = field(default_factory=dict[str, tuple[bytes, str]])
    """Content and type of each attachment by `id/name`."""
    requests: list[RequestRecord] = field(default_factory=list[RequestRecord])
    unknown_requests: list[RequestRecord] = field(default_factory=list[RequestRecord])
    failures: list[Exception] = field(default_factory=list[Exception])
    """Faults of this server itself."""
    before: list[Hook] = field(default_factory=list[Hook])
    """Asked before a request has any effect."""
    after: list[Hook] = field(default_factory=list[Hook])
    """Asked after a request had its effect, before it is answered."""

    @property
    def time(self) -> float:
        """The event loop's time in seconds."""
        return asyncio.get_running_loop().time()

    def channel(self, request: web.Request) -> Channel:
        """The channel named in the path."""
        channel = self.world.channels.get(_number(request, "channel_id"))
        if channel is None:
            raise RefusedByDiscord(*errors.UNKNOWN_CHANNEL)
        return channel

    def guild(self, request: web.Request) -> Guild:
        """The guild named in the path, if the bot is in it."""
        guild = self.world.guilds.get(_number(request, "guild_id"))
        if guild is None or not guild.bot_present:
            raise RefusedByDiscord(*errors.UNKNOWN_GUILD)
        return guild

    def message(self, request: web.Request) -> Message:
        """The message named in the path, in its channel's history."""
        wanted = _number(request, "message_id")
        for message in self.channel(request).history:
            if message.id == wanted:
                return message
        raise RefusedByDiscord(*errors.UNKNOWN_MESSAGE)

    async def read(self, request: web.Request) -> tuple[Json, list[Upload]]:
        """The JSON object a request carries, and the files beside it."""
        uploads: list[Upload] = []
        if request.content_type.startswith("multipart/"):
            form = await request.post()
            text = str(form.get("payload_json", "{}"))
            for name, value in form.items():
                if isinstance(value, web.FileField):
                    content = value.file.read()
                    uploads.append(Upload(name, value.filename, content, value.content_type))
        else:
            text = await request.text()
        body = _parsed(text)
        if not isinstance(body, dict):
            raise InvalidForm([Fault((), "DICT_TYPE_CONVERT", "Only dictionaries may be used")])
        _record(request).body = cast("Json", body)
        return cast("Json", body), uploads

    async def read_list(self, request: web.Request) -> list[Json]:
        """The JSON list of objects that a request carries."""
        body = _parsed(await request.text())
        if not isinstance(body, list):
            raise InvalidForm([Fault((), "LIST_TYPE_CONVERT", "Only iterables may be used")])
        _record(request).body = cast("list[Json]", body)
        return cast("list[Json]", body)

    def check(self, request: web.Request, body: object, faults: Iterable[Fault]) -> None:
        """Raise InvalidForm if our rules or Discord's own document find a fault in the body."""
        found = list(faults)
        if not found and self.spec is not None:
            method, template = _record(request).route.split(" ", 1)
            found = self.spec.faults(method, template, body)
        if found:
            raise InvalidForm(found)


def _parsed(text: str) -> Any:
    try:
        return json.loads(text)
    except ValueError as error:
        raise RefusedByDiscord(*errors.INVALID_JSON) from error


def _record(request: web.Request) -> RequestRecord:
    return request[RECORD]


def _number(request: web.Request, key: str) -> int:
    text = request.match_info[key]
    if not text.isdecimal():
        message = f'Value "{text}" is not snowflake.'
        raise InvalidForm([Fault((key,), "NUMBER_TYPE_COERCE", message)])
    return int(text)

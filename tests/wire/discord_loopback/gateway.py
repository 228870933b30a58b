"""The gateway: uncompressed JSON text frames over a websocket, with sessions that can be resumed.

A dispatch is numbered and kept in its session whether or not a socket is there to carry it; a
resume replays what came after the client's last number. A session ends when the client closes
with 1000 or 1001, or when a test invalidates it.
"""

from __future__ import annotations

import asyncio
import json
import secrets
from collections import deque
from dataclasses import dataclass, field
from email.utils import formatdate
from typing import Any, cast

from aiohttp import WSMsgType, web

from .events import ALL_INTENTS, PRIVILEGED, Event, event_of, ready_json
from .hub import Hub
from .settings import Json

DISPATCH, HEARTBEAT, IDENTIFY, RESUME, RECONNECT = 0, 1, 2, 6, 7
INVALID_SESSION, HELLO, HEARTBEAT_ACK = 9, 10, 11
DECODE_ERROR, NOT_AUTHENTICATED, AUTHENTICATION_FAILED = 4002, 4003, 4004
ALREADY_AUTHENTICATED, RATE_LIMITED, INVALID_SHARD = 4005, 4008, 4010
INVALID_INTENTS, DISALLOWED_INTENTS = 4013, 4014
_SILENT_OPCODES = {3, 4, 8}  # presence, voice state, request members: taken, never answered
_MAX_PAYLOAD = 4096


@dataclass(frozen=True, slots=True)
class Close:
    """In the outbox: close the socket with this code once all before it is sent."""

    code: int


@dataclass(slots=True, eq=False, repr=False)
class Session:
    """What one identified shard is owed."""

    id: str
    shard: int
    shards: int
    intents: int
    sequence: int = 0
    sent: list[tuple[int, str]] = field(default_factory=list[tuple[int, str]])
    connection: Connection | None = None


@dataclass(slots=True, eq=False, repr=False)
class Connection:
    """One websocket; everything leaves through its outbox, in order."""

    request: web.Request
    socket: web.WebSocketResponse
    outbox: asyncio.Queue[str | Close] = field(default_factory=asyncio.Queue[str | Close])
    session: Session | None = None
    received: deque[float] = field(default_factory=deque[float])
    closing: bool = False
    """Whether it is this side that closes; aiohttp then reports 1000, whatever was said."""

    def send(self, op: int, data: object) -> None:
        """Queue a frame that is no dispatch."""
        self.outbox.put_nowait(json.dumps({"op": op, "d": data, "s": None, "t": None}))

    def close(self, code: int) -> None:
        """Close in order, after what is queued."""
        self.closing = True
        self.outbox.put_nowait(Close(code))

    def abort(self) -> None:
        """Cut the connection as a broken network does."""
        if self.request.transport is not None:
            self.request.transport.abort()

    async def write(self) -> None:
        """Send what is queued until the socket is gone."""
        while True:
            item = await self.outbox.get()
            try:
                if isinstance(item, Close):
                    await self.socket.close(code=item.code)
                    return
                await self.socket.send_str(item)
            except ConnectionError:
                return


class Gateway:
    """The gateway half of the server, and what a test may do to it."""

    def __init__(self, hub: Hub) -> None:
        self._hub = hub
        self.sessions: dict[str, Session] = {}
        self.connections: set[Connection] = set()
        self.identified = 0
        self.resumed = 0
        self.heartbeats = 0
        self.acknowledge = True
        """False: heartbeats are heard and not answered."""
        self.refuse_next = 0
        """How many of the next connections are refused with 503."""
        self._identified_at: dict[int, float] = {}

    @property
    def connected(self) -> bool:
        """Whether every shard is identified and has a live socket."""
        live = {s.shard for s in self.sessions.values() if s.connection is not None}
        return live == set(range(self._hub.settings.shards))

    def emit(self, name: str, *subjects: object) -> None:
        """Tell every shard that listens of a change of the state."""
        if self.sessions:
            self.dispatch(event_of(name, *subjects))

    def dispatch(self, event: Event) -> bool:
        """Send or keep one event; false if no live shard was there to hear it."""
        heard = False
        for session in self.sessions.values():
            if event.for_shard(session.shard, session.shards, session.intents):
                self._deliver(session, event.name, event.data)
                heard |= session.connection is not None
        return heard

    def drop(self) -> None:
        """Cut every connection without a closing frame; sessions stay resumable."""
        for connection in self.connections:
            connection.abort()

    def close(self, code: int) -> None:
        """Close every connection with this code; sessions stay resumable."""
        for connection in self.connections:
            connection.close(code)

    def reconnect(self) -> None:
        """Ask every client to reconnect and resume (op 7)."""
        for connection in self.connections:
            connection.send(RECONNECT, None)

    def invalidate(self, *, resumable: bool = False) -> None:
        """Tell every client that its session is invalid (op 9)."""
        if not resumable:
            self.sessions.clear()
        for connection in self.connections:
            connection.session = None if not resumable else connection.session
            connection.send(INVALID_SESSION, resumable)

    def ask_heartbeat(self) -> None:
        """Ask every client for a heartbeat at once (op 1)."""
        for connection in self.connections:
            connection.send(HEARTBEAT, None)

    def forget(self) -> None:
        """Forget every session: the next resume is answered with op 9."""
        self.sessions.clear()

    async def serve(self, request: web.Request) -> web.StreamResponse:
        """Carry one websocket from Hello to its end."""
        if self.refuse_next > 0:
            self.refuse_next -= 1
            return web.Response(status=503)
        socket = web.WebSocketResponse(compress=False)
        socket.headers["Date"] = formatdate(self._hub.world.now(), usegmt=True)
        await socket.prepare(request)
        connection = Connection(request, socket)
        self.connections.add(connection)
        writer = asyncio.create_task(connection.write())
        interval = int(self._hub.settings.heartbeat_interval * 1000)
        connection.send(HELLO, {"heartbeat_interval": interval})
        try:
            async for message in socket:
                if message.type is WSMsgType.TEXT:
                    self._receive(connection, cast("str", message.data))
        finally:
            writer.cancel()
            self._detach(connection)
        return socket

    def _detach(self, connection: Connection) -> None:
        self.connections.discard(connection)
        session = connection.session
        if session is not None and session.connection is connection:
            session.connection = None
            if not connection.closing and connection.socket.close_code in (1000, 1001):
                self.sessions.pop(session.id, None)
        self._hub.signals.changed()

    def _receive(self, connection: Connection, text: str) -> None:
        if len(text) > _MAX_PAYLOAD or self._too_many(connection):
            connection.close(DECODE_ERROR if len(text) > _MAX_PAYLOAD else RATE_LIMITED)
            return
        try:
            frame: Json = json.loads(text)
        except ValueError:
            connection.close(DECODE_ERROR)
            return
        op, data = frame.get("op"), frame.get("d")
        if op == HEARTBEAT:
            self.heartbeats += 1
            if self.acknowledge:
                connection.send(HEARTBEAT_ACK, None)
        elif op == IDENTIFY:
            self._identify(connection, cast("Json", data))
        elif op == RESUME:
            self._resume(connection, cast("Json", data))
        elif connection.session is None:
            connection.close(NOT_AUTHENTICATED)
        elif op not in _SILENT_OPCODES:
            connection.close(4001)
        self._hub.signals.changed()

    def _too_many(self, connection: Connection) -> bool:
        most = self._hub.settings.gateway_events_per_minute
        now = self._hub.time
        received = connection.received
        received.append(now)
        while now - received[0] > 60:
            received.popleft()
        return most is not None and len(received) > most

    def _identify(self, connection: Connection, data: Json) -> None:
        if connection.session is not None:
            connection.close(ALREADY_AUTHENTICATED)
            return
        fault = self._identify_fault(data)
        if fault is not None:
            connection.close(fault)
            return
        shard, shards = cast("tuple[int, int]", tuple(data.get("shard") or (0, 1)))
        key = shard % self._hub.settings.max_concurrency
        before = self._identified_at.get(key, float("-inf"))
        if self._hub.time - before < self._hub.settings.identify_window:
            connection.send(INVALID_SESSION, data=False)
            return
        self._identified_at[key] = self._hub.time
        self.identified += 1
        for old in [s for s in self.sessions.values() if s.shard == shard]:
            del self.sessions[old.id]
        session = Session(secrets.token_hex(16), shard, shards, int(data["intents"]))
        self.sessions[session.id] = session
        self._attach(session, connection)
        self._welcome(session)

    def _identify_fault(self, data: Json) -> int | None:
        settings = self._hub.settings
        intents: Any = data.get("intents")
        shard, shards = tuple(data.get("shard") or (0, 1))
        if data.get("token") != settings.token:
            return AUTHENTICATION_FAILED
        if shards != settings.shards or not 0 <= shard < shards:
            return INVALID_SHARD
        if not isinstance(intents, int) or intents & ~ALL_INTENTS:
            return INVALID_INTENTS
        if intents & PRIVILEGED & ~settings.privileged_intents:
            return DISALLOWED_INTENTS
        return None

    def _welcome(self, session: Session) -> None:
        hub = self._hub
        own = [
            guild
            for guild in hub.world.guilds_with_bot()
            if (guild.id >> 22) % session.shards == session.shard
        ]
        url = hub.base_url.replace("http", "ws", 1) + "/gateway"
        shard = (session.shard, session.shards)
        self._deliver(session, "READY", ready_json(hub.world, session.id, url, shard, own))
        for guild in own:
            event = event_of("GUILD_CREATE", guild)
            if event.intents & session.intents:
                # READY said that it is not available yet; one that is joined says nothing of that.
                self._deliver(session, event.name, {**event.data, "unavailable": False})

    def _resume(self, connection: Connection, data: Json) -> None:
        session = self.sessions.get(str(data.get("session_id")))
        if data.get("token") != self._hub.settings.token:
            connection.close(AUTHENTICATION_FAILED)
            return
        if session is None or data.get("seq") is None:
            connection.send(INVALID_SESSION, data=False)
            return
        self._attach(session, connection)
        for sequence, frame in session.sent:
            if sequence > data["seq"]:
                connection.outbox.put_nowait(frame)
        self.resumed += 1
        self._deliver(session, "RESUMED", {})

    def _attach(self, session: Session, connection: Connection) -> None:
        if session.connection is not None:
            session.connection.close(4000)
        session.connection = connection
        connection.session = session

    def _deliver(self, session: Session, name: str, data: Json) -> None:
        session.sequence += 1
        frame = json.dumps({"op": DISPATCH, "t": name, "s": session.sequence, "d": data})
        session.sent.append((session.sequence, frame))
        if session.connection is not None:
            session.connection.outbox.put_nowait(frame)

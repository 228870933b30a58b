"""The way of every REST request: log, hooks, token, rate limits, handler, answer.

A route that nobody registered is answered with 404 and remembered, for the test to fail on. An
answer's content type is exactly `application/json`, which is what discord.py compares with.
"""

from __future__ import annotations

import json
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from email.utils import formatdate

from aiohttp import web

from . import errors
from .errors import RefusedByDiscord
from .hub import RECORD, Hub, RequestRecord
from .limits import RateLimits, Verdict, upwards
from .settings import API_PREFIX, Json


@dataclass(frozen=True, slots=True)
class Answer:
    """A successful answer; 204 has no body."""

    body: Json | list[Json] | None = None
    status: int = 200


NO_CONTENT = Answer(status=204)

Handler = Callable[[Hub, web.Request], Awaitable[Answer]]
Routes = dict[str, Handler]
"""Handlers by `METHOD /template`."""

_BY_TOKEN = ("/interactions/", "/webhooks/")


class Rest:
    """The REST half of the server."""

    def __init__(self, hub: Hub, routes: Routes) -> None:
        self._hub = hub
        self._limits = RateLimits(hub.settings)
        self._routes = routes

    def register(self, application: web.Application) -> None:
        """Add the routes, and a last one that catches all others below the API's prefix."""
        for route, handler in self._routes.items():
            method, template = route.split(" ", 1)
            application.router.add_route(
                method, API_PREFIX + template, self._serving(route, handler)
            )
        application.router.add_route("*", "/{anything:.*}", self._unknown)

    def _serving(
        self, route: str, handler: Handler
    ) -> Callable[[web.Request], Awaitable[web.StreamResponse]]:
        async def serve(request: web.Request) -> web.StreamResponse:
            record = self._recorded(request, route)
            self._hub.requests.append(record)
            try:
                response = await self._answer(request, record, handler)
                record.status = response.status
                return response
            finally:
                record.elapsed = self._hub.time - record.at
                self._hub.signals.changed()

        return serve

    async def _answer(
        self, request: web.Request, record: RequestRecord, handler: Handler
    ) -> web.StreamResponse:
        for hook in self._hub.before:
            replaced = await hook(request, record.route)
            if replaced is not None:
                return replaced
        by_token = record.route.split(" ", 1)[1].startswith(_BY_TOKEN)
        if not by_token and not self._authorized(request):
            return _refusal(RefusedByDiscord(*errors.UNAUTHORIZED))
        verdict = self._limits.judge(
            record.route, _major(request), self._hub.time, interaction=by_token
        )
        record.bucket = verdict.bucket
        if verdict.retry_after is not None:
            response = _too_many(verdict)
        else:
            response = await self._handled(request, handler)
            for hook in self._hub.after:
                replaced = await hook(request, record.route)
                if replaced is not None:
                    return replaced
        wall = self._hub.world.now()
        response.headers.update(verdict.headers(self._hub.time, wall))
        response.headers["Date"] = formatdate(wall, usegmt=True)
        return response

    async def _handled(self, request: web.Request, handler: Handler) -> web.Response:
        try:
            answer = await handler(self._hub, request)
        except RefusedByDiscord as refusal:
            return _refusal(refusal)
        except Exception as error:  # noqa: BLE001 - a fault of ours must not look like Discord's
            self._hub.failures.append(error)
            return _json({"message": "500: Internal Server Error", "code": 0}, 500)
        if answer.status == NO_CONTENT.status:
            return web.Response(status=answer.status)
        return _json(answer.body, answer.status)

    async def _unknown(self, request: web.Request) -> web.StreamResponse:
        record = self._recorded(request, f"{request.method} {request.path}")
        record.status = 404
        self._hub.requests.append(record)
        self._hub.unknown_requests.append(record)
        self._hub.signals.changed()
        return _json({"message": "404: Not Found", "code": 0}, 404)

    def _authorized(self, request: web.Request) -> bool:
        return request.headers.get("Authorization") == f"Bot {self._hub.settings.token}"

    def _recorded(self, request: web.Request, route: str) -> RequestRecord:
        record = RequestRecord(request.method, route, request.path_qs, self._hub.time)
        request[RECORD] = record
        return record


def _major(request: web.Request) -> str:
    keys = ("channel_id", "guild_id", "webhook_id", "webhook_token")
    return "+".join(request.match_info[key] for key in keys if key in request.match_info)


def _too_many(verdict: Verdict) -> web.Response:
    body: Json = {
        "message": "You are being rate limited.",
        "retry_after": upwards(verdict.retry_after or 0.0),
        "global": verdict.is_global,
    }
    return _json(body, 429)


def _refusal(refusal: RefusedByDiscord) -> web.Response:
    return _json(refusal.body(), refusal.status)


def _json(body: object, status: int) -> web.Response:
    content = json.dumps(body).encode()
    return web.Response(body=content, status=status, content_type="application/json")

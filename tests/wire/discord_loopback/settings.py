"""What a test may choose about the loopback Discord.

Every default is Discord's own figure where one is published or commonly observed; a test that
needs a shorter wait or a missing limit says so by passing another value.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeAlias

Json: TypeAlias = dict[str, Any]
"""A JSON object as it goes over the wire."""

API_PREFIX = "/api/v10"
MESSAGE_CREATE = "POST /channels/{channel_id}/messages"
WEBHOOK_CREATE = "POST /webhooks/{webhook_id}/{webhook_token}"
SPEC_PATH = Path(__file__).resolve().parents[4] / "shared" / "spec" / "discord-openapi.json"


@dataclass(frozen=True, slots=True)
class Limit:
    """At most `count` requests in a window of `seconds` that opens with its first request."""

    count: int
    seconds: float


def _observed_limits() -> Mapping[str, Limit]:
    return {MESSAGE_CREATE: Limit(5, 5.0), WEBHOOK_CREATE: Limit(5, 2.0)}


@dataclass(frozen=True, slots=True)
class Settings:
    """The choices, all of them optional. Durations are seconds."""

    token: str = "loopback.token.for-tests"
    shards: int = 1
    max_concurrency: int = 1
    heartbeat_interval: float = 41.25
    privileged_intents: int = 0
    """Bits of the privileged intents that the application was granted."""
    identify_window: float = 0.0
    """A second identify of one concurrency key within it is answered with op 9; Discord: 5."""
    gateway_events_per_minute: int | None = 120
    interaction_limit: float = 3.0
    token_lifetime: float = 900.0
    nonce_window: float = 180.0
    """How long a nonce of an author is remembered; Discord says “a few minutes”."""
    global_limit: Limit | None = Limit(50, 1.0)
    route_limits: Mapping[str, Limit] = field(default_factory=_observed_limits)
    """By `METHOD /template`, counted apart for every channel, guild and webhook."""
    other_routes: Limit | None = Limit(50, 1.0)
    """For every route that `route_limits` does not name."""
    unreadable_history: str = "empty"
    """Listing messages without Read Message History: `empty` (as documented) or `refused` (403)."""
    spec: Path | None = SPEC_PATH
    """Discord's OpenAPI document, used where the file exists; None checks our own rules only."""
    clock: Callable[[], float] = time.time  # noqa: TID251 - this server stands for the outside
    """Discord's wall clock as Unix seconds: ids, timestamps and the Date header follow it."""


UNLIMITED = {"global_limit": None, "route_limits": {}, "other_routes": None}
"""Keyword arguments for `Settings` without any rate limit."""

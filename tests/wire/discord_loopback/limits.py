"""Discord's rate limits: fixed windows per bucket, and one for all of the bot's requests.

A window opens with its first request and refuses what comes after its count is used up, until it
ends. A refused request uses up nothing. The time is an argument: the event loop's, in seconds.
"""

from __future__ import annotations

import hashlib
import math
from dataclasses import dataclass

from .settings import Limit, Settings


@dataclass(slots=True)
class Window:
    """One bucket's use of its limit."""

    limit: Limit
    opened: float
    used: int = 0

    def take(self, now: float) -> bool:
        """Use one request if there is one left."""
        if now - self.opened >= self.limit.seconds:
            self.opened, self.used = now, 0
        if self.used >= self.limit.count:
            return False
        self.used += 1
        return True

    def remaining(self) -> int:
        """How many requests are left in the window."""
        return self.limit.count - self.used

    def reset_after(self, now: float) -> float:
        """Seconds until the window ends."""
        return max(0.0, self.limit.seconds - (now - self.opened))


def upwards(seconds: float) -> float:
    """Whole milliseconds, never too few: who waits exactly as told is let through."""
    return math.ceil(seconds * 1000) / 1000


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the limits say about one request: pass, or wait `retry_after` seconds."""

    retry_after: float | None
    scope: str
    window: Window | None
    bucket: str | None

    @property
    def is_global(self) -> bool:
        """Whether the bot's overall limit refused it."""
        return self.scope == "global"

    def headers(self, now: float, wall: float) -> dict[str, str]:
        """The X-RateLimit headers of the answer."""
        headers: dict[str, str] = {}
        if self.window is not None and self.bucket is not None and not self.is_global:
            after = upwards(self.window.reset_after(now))
            headers = {
                "X-RateLimit-Limit": str(self.window.limit.count),
                "X-RateLimit-Remaining": str(self.window.remaining()),
                "X-RateLimit-Reset": f"{wall + after:.3f}",
                "X-RateLimit-Reset-After": f"{after:.3f}",
                "X-RateLimit-Bucket": self.bucket,
            }
        if self.retry_after is not None:
            headers["Retry-After"] = str(int(self.retry_after) + 1)
            headers["X-RateLimit-Scope"] = self.scope
            headers["Via"] = "1.1 google"  # what tells Discord's own 429 from Cloudflare's
            if self.is_global:
                headers["X-RateLimit-Global"] = "true"
        return headers


class RateLimits:
    """All buckets of the one bot."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._global: Window | None = None
        self._buckets: dict[str, Window] = {}
        if settings.global_limit is not None:
            self._global = Window(settings.global_limit, float("-inf"))

    def judge(self, route: str, major: str, now: float, *, interaction: bool) -> Verdict:
        """Count one request to `METHOD /template`.

        `major` tells apart channels, guilds and webhooks; an interaction's requests are not bound
        by the global limit, and its callback by none at all.
        """
        if not interaction and self._global is not None and not self._global.take(now):
            return Verdict(self._global.reset_after(now), "global", self._global, None)
        limit = self._settings.route_limits.get(route)
        if limit is None and not interaction:
            limit = self._settings.other_routes
        if limit is None:
            return Verdict(None, "user", None, None)
        key = f"{route}:{major}"
        window = self._buckets.get(key)
        if window is None:
            window = self._buckets[key] = Window(limit, float("-inf"))
        bucket = hashlib.sha256(route.encode()).hexdigest()[:32]
        retry = None if window.take(now) else window.reset_after(now)
        return Verdict(retry, "user", window, bucket)

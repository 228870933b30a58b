"""How long an answer of Discord's is waited for.

discord.py leaves aiohttp's five minutes, for which a message that nobody answers would hold its
place up. Past the limit nobody knows whether the request had its effect; it ends as `TimeoutError`,
like a broken connection. Only a request's own time counts, not what discord.py waits for before and
after it because Discord's limits ask for it.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from aiohttp import ClientTimeout

if TYPE_CHECKING:
    from discord.http import HTTPClient

LONGEST = 30.0
"""Seconds. Well below `NONCE_HOLDS`, so that a message that was stored is met by its nonce."""


def bound(http: HTTPClient) -> None:
    """Bound every request of a client: discord.py hands what it does not know on to aiohttp."""
    http.request = partial(http.request, timeout=ClientTimeout(LONGEST))

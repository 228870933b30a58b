"""The traffic with Discord, watched: how often it brakes us, how soon people have their answer.

aiohttp tells of every answer (discord.py's own requests and those of its interactions go through
one session), the client of every interaction. An interaction is answered when Discord takes the
first answer to it, a deferral too: that is what Discord's three seconds are about. The time counts
from its arrival here, so a loop that is held up before that is not in it.
"""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import aiohttp
import discord

if TYPE_CHECKING:
    from collections.abc import Callable, Collection
    from types import SimpleNamespace

    from bot.services.ports.observer import Ask, LimitScope, Observer

_TOO_MANY, _REFUSED, _TAKEN, _SERVER_FAULT = 429, 400, 300, 500
_FORGOTTEN = 60.0  # seconds; Discord itself waits three
_UNKNOWN = "unknown"
_SCOPES: Final[dict[str, LimitScope]] = {"user": "user", "global": "global", "shared": "shared"}
_ASKS: Final[dict[discord.InteractionType, Ask]] = {
    discord.InteractionType.application_command: "command",
    discord.InteractionType.autocomplete: "autocomplete",
    discord.InteractionType.component: "component",
    discord.InteractionType.modal_submit: "modal",
}


@dataclass(frozen=True, slots=True)
class _Waiting:
    ask: Ask
    name: str
    since: float


class Traffic:
    """Watches one client. `observer` and `actions` (the controls' names) may be set at any time;
    until there is an observer, nothing is kept.
    """

    def __init__(self, moment: Callable[[], float] = time.monotonic) -> None:
        self.observer: Observer | None = None
        self.actions: Collection[str] = ()
        self.trace = aiohttp.TraceConfig()
        self.trace.on_request_end.append(self._ended)
        self._moment = moment
        self._waiting: dict[str, _Waiting] = {}

    def came(self, interaction: discord.Interaction) -> None:
        """Note that an interaction has come."""
        ask = _ASKS.get(interaction.type)
        if self.observer is None or ask is None:
            return
        now = self._moment()
        self._forget(now, self.observer)
        self._waiting[str(interaction.id)] = _Waiting(ask, self._name(ask, interaction), now)

    def _forget(self, now: float, observer: Observer) -> None:
        """Let go of those that nobody answered; the oldest come first."""
        for key, waiting in list(self._waiting.items()):
            if now - waiting.since < _FORGOTTEN:
                return
            del self._waiting[key]
            observer.unanswered(waiting.ask)

    def _name(self, ask: Ask, interaction: discord.Interaction) -> str:
        """Return one of our own names: what comes over the wire may be anything."""
        if ask == "modal":
            return "form"
        if ask == "component":
            _, _, rest = str((interaction.data or {}).get("custom_id", "")).partition(":")
            action = rest.partition(":")[0]
            return action if action in self.actions else _UNKNOWN
        command = interaction.command
        return _UNKNOWN if command is None else command.qualified_name

    async def _ended(
        self,
        _session: aiohttp.ClientSession,
        _context: SimpleNamespace,
        told: aiohttp.TraceRequestEndParams,
    ) -> None:
        if (observer := self.observer) is None:
            return
        status = told.response.status
        if status == _TOO_MANY:
            observer.rate_limited(_scope(told.response))
        parts = told.url.parts  # … / interactions / id / token / callback
        if len(parts) > 3 and (parts[-1], parts[-4]) == ("callback", "interactions"):  # noqa: PLR2004 - the four named
            self._called_back(parts[-3], status, observer)

    def _called_back(self, interaction_id: str, status: int, observer: Observer) -> None:
        if status == _TOO_MANY or status >= _SERVER_FAULT:
            return  # tried again
        if (waiting := self._waiting.pop(interaction_id, None)) is None:
            return
        if status < _TAKEN:
            observer.answered(waiting.ask, waiting.name, self._moment() - waiting.since)
        elif status >= _REFUSED:
            observer.unanswered(waiting.ask)


def _scope(response: aiohttp.ClientResponse) -> LimitScope:
    """Return whose limit an answer 429 is about; discord.py knows Cloudflare's own by the same
    missing header.
    """
    if "Via" not in response.headers:
        return "cloudflare"
    if response.headers.get("X-RateLimit-Global", "").lower() == "true":
        return "global"
    return _SCOPES.get(response.headers.get("X-RateLimit-Scope", ""), "user")

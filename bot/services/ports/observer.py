"""Who is told what happens, to count it: metrics, or nobody.

What is told are facts of the domain and small closed sets of names, never whose they are: no user,
server, channel or message can be learnt from a count. Every method returns at once and never
raises, for nobody's work may depend on being watched.
"""

from __future__ import annotations

from datetime import datetime
from typing import Literal, Protocol

from bot.core.deliveries import Outcome, Parcel, PartState
from bot.core.editions import AnyEdition
from bot.services.ports.sources import Trouble

Became = Outcome | Literal[PartState.EXPIRED, PartState.UNSURE]
"""What became of a part this time: Discord's answer, or that it was let go without one."""

LimitScope = Literal["user", "global", "shared", "cloudflare"]
"""Whose limit was met: the bot's on one route, the bot's on all of them, one that others share, or
that of Cloudflare before Discord, which answers without Discord's headers.
"""

Ask = Literal["command", "autocomplete", "component", "modal"]
"""How somebody asked something of the bot."""


class Observer(Protocol):
    """Is told what happens."""

    def part(self, parcel: Parcel, became: Became, now: datetime) -> None:
        """An attempt at a part has ended; `Failed` is tried again."""
        ...

    def edition(self, edition: AnyEdition) -> None:
        """An edition was made and stored."""
        ...

    def edition_failed(self) -> None:
        """An edition could not be made; its subscription is looked at again later."""
        ...

    def skipped(self, occurrences: int) -> None:
        """Occurrences were slept through for too long to be caught up."""
        ...

    def ticked(self) -> None:
        """The clock has rung, and everything due was looked at."""
        ...

    def source_failed(self, source: str, trouble: Trouble) -> None:
        """A source or lookup service did not answer, or not as it should."""
        ...

    def rate_limited(self, scope: LimitScope) -> None:
        """Discord answered 429."""
        ...

    def answered(self, ask: Ask, name: str, seconds: float) -> None:
        """Discord took the first answer to an interaction, `seconds` after it came. `name` is one
        of our commands or actions, or `unknown`.
        """
        ...

    def unanswered(self, ask: Ask) -> None:
        """An interaction got no answer, or Discord would not take it any more."""
        ...


class Nobody:
    """An `Observer` that forgets at once."""

    def part(self, parcel: Parcel, became: Became, now: datetime) -> None:
        """Forget it."""

    def edition(self, edition: AnyEdition) -> None:
        """Forget it."""

    def edition_failed(self) -> None:
        """Forget it."""

    def skipped(self, occurrences: int) -> None:
        """Forget it."""

    def ticked(self) -> None:
        """Forget it."""

    def source_failed(self, source: str, trouble: Trouble) -> None:
        """Forget it."""

    def rate_limited(self, scope: LimitScope) -> None:
        """Forget it."""

    def answered(self, ask: Ask, name: str, seconds: float) -> None:
        """Forget it."""

    def unanswered(self, ask: Ask) -> None:
        """Forget it."""


NOBODY: Observer = Nobody()
"""Where nothing is counted."""

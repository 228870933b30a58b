"""Where papers come from, and how that is going."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal, Protocol, runtime_checkable

from bot.core.papers import PaperDraft

Trouble = Literal["unreachable", "busy", "refused", "broken", "unreadable", "late"]
"""Why a source could not be asked: no answer · asked too often, or it says so · it says no · it is
out of order · an answer that cannot be read · not in the time there was.
"""


@dataclass(frozen=True, slots=True)
class SourceHealth:
    """How a source is doing: its last good answer, its last fault and the fault's words. These are
    for the operator; `trouble` can be told to everybody. Both are None since a good answer.
    """

    source: str
    last_ok: datetime | None = None
    last_error: datetime | None = None
    error: str | None = None
    backfilled: datetime | None = None
    trouble: Trouble | None = None


@dataclass(frozen=True, slots=True)
class Linked:
    """How many models, datasets and spaces (demos) people linked to a paper."""

    models: int = 0
    datasets: int = 0
    spaces: int = 0

    def __bool__(self) -> bool:
        """Whether there is any of it."""
        return bool(self.models or self.datasets or self.spaces)


class SourceFault(Exception):
    """A source could not be read; every source's own errors are of this kind.

    `rescued` are papers that came all the same, before an answer broke off: they are the source's,
    and not all that it told. The error's words count them.
    """

    trouble: Trouble = "unreachable"
    rescued: Sequence[PaperDraft] = ()

    def __str__(self) -> str:
        """Say what was wrong."""
        told = super().__str__()
        return (
            f"{told}; papers that came all the same: {len(self.rescued)}" if self.rescued else told
        )


class Brought(Protocol):
    """What a source brought."""

    @property
    def papers(self) -> Sequence[PaperDraft]:
        """The papers, each once."""
        ...


class DailySource(Protocol):
    """A source that brings papers out day by day."""

    @property
    def name(self) -> str:
        """The source's name, as in `PaperDraft.source`."""
        ...

    async def day(self, day: date) -> Brought:
        """Return the papers of one day. Raises `SourceFault`."""
        ...

    async def trending(self) -> Brought:
        """Return what is trending now, of whatever day. Raises `SourceFault`."""
        ...


@runtime_checkable
class Listing(Protocol):
    """A source of days that also has lists of whole weeks and months. A paper in one has its own
    day; where the source does not tell it, the day on which the paper came out.
    """

    async def week(self, week: str) -> Brought:
        """Return the papers of an ISO week, ``2026-W34``. Raises `SourceFault`."""
        ...

    async def month(self, month: str) -> Brought:
        """Return the papers of a month, ``2026-08``. Raises `SourceFault`."""
        ...


class NewsSource(Protocol):
    """A source that tells what is new there, without days that could be asked for: a feed, a
    publications page.

    Each draft's `released` is the day on which the source brought it out, today where it does not
    say.
    """

    @property
    def name(self) -> str:
        """The source's name, as in `PaperDraft.source`, in its health and after ``source:``."""
        ...

    async def latest(self) -> Brought:
        """Return what is new there. Raises `SourceFault`."""
        ...


@runtime_checkable
class Recalling(Protocol):
    """A source of news that can also say what it told before."""

    async def since(self, day: date) -> Brought:
        """Return what it brought out on `day` or later. Raises `SourceFault`."""
        ...


@runtime_checkable
class Linking(Protocol):
    """A service that knows what people linked to a paper."""

    async def linked(self, external: str) -> Linked | None:
        """Return how much is linked to the paper of an arXiv id; None where it is not known there.
        Raises `SourceFault`.
        """
        ...


class TitleLookup(Protocol):
    """A service that knows papers which are not here: by their title, by an id.

    What it answers is a claim. Who asked judges whether it is what was asked for. A draft has every
    id that the answer tells, and `released` is `NEVER`: to be looked up is no news.
    """

    @property
    def name(self) -> str:
        """The service's name, as in `PaperDraft.source` and in the configuration."""
        ...

    @property
    def titles(self) -> bool:
        """Whether it can be asked for titles at all."""
        ...

    def takes(self, external: str) -> bool:
        """Say whether it can be asked for an external id of this kind."""
        ...

    async def by_title(self, text: str) -> Sequence[PaperDraft]:
        """Return the few papers that it thinks are meant, best first. Raises `SourceFault`."""
        ...

    async def by_id(self, external: str) -> PaperDraft | None:
        """Return the paper with this id; None where it knows none. Raises `SourceFault`."""
        ...


class MissStore(Protocol):
    """Questions to which the lookup services answered that they know nothing."""

    async def known(self, question: str, since: datetime, now: datetime) -> Sequence[str]:
        """Return the services that answered a question with nothing after `since`, in the order in
        which they did; none where it was not asked, or by a clock that was ahead of `now`.
        """
        ...

    async def keep(self, question: str, asked: Sequence[str], now: datetime) -> None:
        """Remember that these services answered a question with nothing."""
        ...

    async def forget(self, before: datetime) -> int:
        """Forget what was answered until that instant; returns how many questions."""
        ...

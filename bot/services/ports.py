"""The ports: what the services need of the world, in the domain's words.

Storage, sources, the title index and the courier are built elsewhere and wired in `compose`. Every
instant is an aware UTC `datetime`. A key that was merged into another leads to the winner
everywhere. Storage's methods are atomic: each is one transaction.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal, Protocol

from bot.core.deliveries import Failed, Outcome, Parcel, PartState, ReadBack
from bot.core.editions import AnyEdition
from bot.core.lookup import Match, Resolution
from bot.core.papers import Paper, PaperDraft
from bot.core.query import Query
from bot.core.subscriptions import ChannelTarget, Paused, Subscription, Target, Wish


class Clock(Protocol):
    """The one place where time is read."""

    def now(self) -> datetime:
        """Return the present instant."""
        ...

    def monotonic(self) -> float:
        """Return seconds that never go back, for measuring."""
        ...


# --- papers ------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Upserted:
    """What an upsert did, as keys: papers never seen before, known ones that changed, and those
    that were found to be another one (their keys lead to it from now on).
    """

    new: tuple[int, ...] = ()
    updated: tuple[int, ...] = ()
    unchanged: int = 0
    merged: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Holdings:
    """What is indexed: how many papers, from which day to which; days are None when empty."""

    papers: int
    oldest: date | None
    newest: date | None


@dataclass(frozen=True, slots=True)
class TitleRow:
    """What the title index needs of a paper."""

    key: int
    title: str
    upvotes: int


@dataclass(frozen=True, slots=True)
class SourceHealth:
    """How a source is doing: its last good answer, its last fault and the fault's words."""

    source: str
    last_ok: datetime | None = None
    last_error: datetime | None = None
    error: str | None = None
    backfilled: datetime | None = None


SearchSort = Literal["best", "newest"]


@dataclass(frozen=True, slots=True)
class SearchPage:
    """One page of results. `total` is exact up to 1,000; `capped` says that there are more."""

    papers: tuple[Paper, ...]
    total: int
    capped: bool = False


class PaperStore(Protocol):
    """The papers, and how the sources that bring them are doing."""

    @property
    def changes(self) -> int:
        """A number that is another one after every change to the papers."""
        ...

    async def upsert(self, drafts: Sequence[PaperDraft], now: datetime) -> Upserted:
        """Store what a source told. Votes and comments follow the newest word; a day that is
        older than the stored one never moves a paper's release back; a missing optional field
        never wipes a known one.
        """
        ...

    async def get(self, keys: Iterable[int]) -> dict[int, Paper]:
        """Return the papers by the keys asked for; unknown ones are absent."""
        ...

    async def by_external(self, external: str) -> Paper | None:
        """Return the paper with this external id."""
        ...

    async def released_since(self, day: date) -> list[Paper]:
        """Return the papers brought out on `day` or later, newest day first, then by key."""
        ...

    async def newest_day(self) -> date | None:
        """Return the newest day on which a paper was brought out."""
        ...

    async def search(self, query: Query, sort: SearchSort, offset: int, limit: int) -> SearchPage:
        """Run a query over title, abstract, authors and keywords."""
        ...

    async def authors(self, prefix: str, limit: int) -> list[str]:
        """Return author names of recent papers in which a word starts with `prefix`."""
        ...

    async def titles(self) -> list[TitleRow]:
        """Return every title, in the order of the keys."""
        ...

    async def holdings(self) -> Holdings:
        """Say what is indexed."""
        ...

    async def health(self) -> list[SourceHealth]:
        """Say how every source is doing."""
        ...

    async def note_health(
        self, source: str, now: datetime, *, error: str | None, backfilled: bool = False
    ) -> None:
        """Record a source's good answer (`error` None) or its fault."""
        ...


class TitleFinder(Protocol):
    """The fuzzy title index. Paper ids are keys, as text."""

    def add(self, paper_id: str, title: str, popularity: float = 0.0) -> None:
        """Add or replace a title."""
        ...

    def discard(self, paper_id: str) -> None:
        """Forget a title."""
        ...

    def search(self, text: str, limit: int = 10) -> list[Match]:
        """Return the nearest titles, best first."""
        ...

    def complete(self, typed: str, limit: int = 25) -> list[Match]:
        """Return what the typed text may become, best first."""
        ...

    def resolve(self, text: str) -> Resolution:
        """Say which paper the text means."""
        ...

    def crowded(self) -> bool:
        """Say whether enough was added for a `merge` to make searches faster."""
        ...

    def merge(self) -> None:
        """Give what was added the place that makes searches fast. It takes a while and may run in
        a thread: searches and changes go on meanwhile.
        """
        ...


class SourceFault(Exception):
    """A source could not be read; every source's own errors are of this kind."""


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


# --- people, subscriptions, deliveries -----------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Preferences:
    """What a person or a server chose to be remembered; None is not chosen."""

    language: str | None = None
    timezone: str | None = None
    machine_text: bool | None = None


class PeopleStore(Protocol):
    """People's rows. Everything personal hangs on them."""

    async def preferences(self, user_id: int) -> Preferences:
        """Return what the person chose."""
        ...

    async def set_preferences(self, user_id: int, chosen: Preferences, now: datetime) -> None:
        """Remember what is not None in `chosen`; the rest stays."""
        ...

    async def server_preferences(self, guild_id: int) -> Preferences:
        """Return what the server chose (`timezone` is always None)."""
        ...

    async def set_server_preferences(self, guild_id: int, chosen: Preferences) -> None:
        """Remember what is not None in `chosen`."""
        ...

    async def set_dm_channel(self, user_id: int, channel_id: int, now: datetime) -> None:
        """Remember the id of the person's DM channel."""
        ...

    async def dm_channel(self, user_id: int) -> int | None:
        """Return the id of the person's DM channel, once it was opened."""
        ...

    async def export(self, user_id: int) -> dict[str, object]:
        """Return everything that is kept about the person, as JSON values."""
        ...

    async def delete(self, user_id: int) -> bool:
        """Forget the person: their row and all that hangs on it. False: nothing was kept."""
        ...


class SubscriptionStore(Protocol):
    """Subscriptions of channels and of readers, in one table."""

    async def create(
        self, target: Target, wish: Wish, next_due: datetime, created_by: int, now: datetime
    ) -> Subscription:
        """Store a new subscription."""
        ...

    async def get(self, subscription_id: int) -> Subscription | None:
        """Return one, or None."""
        ...

    async def of_server(self, guild_id: int) -> list[Subscription]:
        """Return a server's digests, oldest first."""
        ...

    async def of_user(self, user_id: int) -> list[Subscription]:
        """Return a reader's subscriptions, oldest first."""
        ...

    async def all_channels(self) -> list[Subscription]:
        """Return every channel's digests, for `paperboy check`."""
        ...

    async def change(self, subscription_id: int, wish: Wish, next_due: datetime | None) -> None:
        """Replace the wish and plan the next instant; None: that stays."""
        ...

    async def move(self, subscription_id: int, target: ChannelTarget) -> None:
        """Let it go to another channel of its server."""
        ...

    async def follow_user(self, user_id: int, chosen: Preferences) -> int:
        """Give a reader's subscriptions the language and the machine text that are chosen (not
        None); returns how many they have.
        """
        ...

    async def follow_server(self, guild_id: int, chosen: Preferences) -> int:
        """Give a server's digests the language and the machine text that are chosen (not None);
        returns how many it has.
        """
        ...

    async def pause(self, subscription_id: int, paused: Paused) -> None:
        """Stop it, with its reason."""
        ...

    async def resume(self, subscription_id: int, next_due: datetime) -> None:
        """Let it run again from `next_due` on; one that is not paused stays as it is."""
        ...

    async def remove(self, subscription_id: int) -> bool:
        """Delete it and its deliveries. What was shown at its target stays remembered."""
        ...

    async def due(self, now: datetime, limit: int) -> list[Subscription]:
        """Return running subscriptions whose `next_due` has come, longest overdue first."""
        ...

    async def postpone(self, subscription_id: int, next_due: datetime) -> None:
        """Move `next_due` without an edition (what was slept through too long)."""
        ...

    async def count(self) -> tuple[int, int]:
        """Return how many run: (channels, readers)."""
        ...


@dataclass(frozen=True, slots=True)
class PartPlan:
    """One part to be sent: its number from 1, its nonce, the keys it reserves at its target."""

    number: int
    nonce: str
    reserves: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Plan:
    """An edition to be frozen. `next_due` is None where the schedule is not to move (manual)."""

    subscription: Subscription
    occurrence: str
    edition: AnyEdition
    parts: tuple[PartPlan, ...]
    next_due: datetime | None


@dataclass(frozen=True, slots=True)
class DeliveryReport:
    """One delivery as status tells it. `state`, `detail` and `part_id` are those of its least
    advanced part; None (`detail` empty) where the edition has no parts. `message_id` is the first
    part's.
    """

    id: int
    occurrence: str
    made: datetime
    edition: AnyEdition
    state: PartState | None
    message_id: int | None
    detail: str
    part_id: int | None = None


class DeliveryStore(Protocol):
    """Editions, frozen, and their parts on the way."""

    async def freeze(self, plans: Sequence[Plan], now: datetime) -> list[int | None]:
        """Store editions with their parts, reserve their papers and move `next_due`: one
        transaction. Returns the delivery's id per plan, None where that occurrence was delivered
        before (nothing changes then, but `next_due` moves).
        """
        ...

    async def claim(self, now: datetime, most: int, *, delivery: int | None = None) -> list[Parcel]:
        """Take open parts that are ready (of one delivery, where it is named), mark them `sending`
        at `now` (committed before this returns) and return them with the state they had before.

        A part's first attempt is kept. What is paused stays, but for what somebody asked for by
        hand.
        """
        ...

    async def record(
        self, outcomes: Sequence[tuple[int, PartState, datetime | None, int | None, str]]
    ) -> None:
        """Store what became of parts: (part id, state, ready again at, message id, detail).
        `REFUSED` and `EXPIRED` give their reserved papers back.
        """
        ...

    async def resend(self, part_id: int, now: datetime) -> bool:
        """Let an `unsure` part be sent once more, because somebody saw that it is not there: it is
        looked for from `now` on only. False where it is not `unsure` (any more).
        """
        ...

    async def reopen(self) -> int:
        """After a start: make every `sending` part ready at once; returns how many."""
        ...

    async def edition_of_part(self, part_id: int) -> tuple[Subscription, int, AnyEdition] | None:
        """Return a part's subscription, delivery id and edition; None once it is gone."""
        ...

    async def shown(self, target: Target, keys: Collection[int] | None = None) -> frozenset[int]:
        """Return which of the keys this target was shown or is about to be shown; None: of all."""
        ...

    async def last_edition(self, subscription_id: int) -> AnyEdition | None:
        """Return the newest edition that had papers."""
        ...

    async def reports(self, subscription_id: int, limit: int) -> list[DeliveryReport]:
        """Return its deliveries, newest first."""
        ...

    async def open_parts(self) -> int:
        """Return how many parts are on their way."""
        ...


Opened = int | None | Failed
"""A DM's channel id; None: it is closed; `Failed`: Discord could not be asked just now."""


class Courier(Protocol):
    """Who brings parts to Discord."""

    async def send(self, parcel: Parcel) -> Outcome:
        """Send one part with its nonce. Never raises for what Discord answers."""
        ...

    async def find(self, parcel: Parcel, since: datetime) -> ReadBack:
        """Look for the part among the channel's messages from `since` on."""
        ...

    async def open_dm(self, user_id: int, language: str) -> Opened:
        """Open a reader's DM and say so there, for only a message shows whether it is open.

        Returns its channel id, None where Discord refuses.
        """
        ...

    async def may_post(self, subscription: Subscription) -> bool:
        """Say whether a channel's digest could be posted now, as far as Discord has told us."""
        ...

    async def alert(self, subscription: Subscription, paused: Paused) -> None:
        """Tell somebody who can mend it that a subscription was paused."""
        ...


# --- library, drafts, settings -------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class SavedPaper:
    """A paper in somebody's library."""

    paper: Paper
    note: str
    saved: datetime


class LibraryStore(Protocol):
    """The papers people saved."""

    async def save(self, user_id: int, key: int, now: datetime) -> bool:
        """Save a paper; False where it was saved already."""
        ...

    async def remove(self, user_id: int, key: int) -> bool:
        """Take a paper out; False where it was not there."""
        ...

    async def list(self, user_id: int, find: str | None, limit: int) -> list[SavedPaper]:
        """Return saved papers, newest first; `find` is looked for in title, authors and note."""
        ...


@dataclass(frozen=True, slots=True)
class Draft:
    """What a person is in the middle of. `body` is JSON values."""

    id: int
    user_id: int
    kind: str
    body: Mapping[str, object]


class DraftStore(Protocol):
    """Panels and searches in progress; kept two days after the last touch."""

    async def open(self, user_id: int, kind: str, body: Mapping[str, object], now: datetime) -> int:
        """Store a new draft and return its id; forgets drafts older than two days."""
        ...

    async def get(self, draft_id: int) -> Draft | None:
        """Return one, or None."""
        ...

    async def change(self, draft_id: int, body: Mapping[str, object], now: datetime) -> None:
        """Replace its body."""
        ...

    async def close(self, draft_id: int) -> bool:
        """Forget it; False where it was gone already, so one of two that close it goes on."""
        ...


class SettingStore(Protocol):
    """A few values that the installation remembers of itself."""

    async def get(self, name: str) -> str | None:
        """Return a value, or None."""
        ...

    async def set(self, name: str, value: str) -> None:
        """Remember a value."""
        ...

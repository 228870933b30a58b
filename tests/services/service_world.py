"""The services wired for tests: real SQLite, the real title index, a clock that is set, a courier
who keeps what he was given, sources that bring what they are told to.
"""

from __future__ import annotations

import asyncio
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING

from bot.core.deliveries import Failed, Missing, Sent, Unreadable
from bot.core.editions import Edition
from bot.core.papers import Paper, PaperDraft, Signals
from bot.core.schedules import DAILY, Schedule
from bot.core.subscriptions import ChannelTarget, Wish
from bot.process.title_workshop import TitleWorkshop
from bot.services.ingest import Ingest
from bot.services.library import Library
from bot.services.lookup import Lookup
from bot.services.people import People
from bot.services.ports import Opened, SourceFault
from bot.services.publish import Publisher
from bot.services.recent import RecentPapers
from bot.services.subscribe import Subscriptions
from bot.services.titles import Titles
from bot.storage.database import Database
from bot.storage.deliveries import DeliveryRows
from bot.storage.library import LibraryRows
from bot.storage.papers import PaperRows
from bot.storage.people import PeopleRows
from bot.storage.subscriptions import SubscriptionRows
from bot.storage.title_changes import TitleChanges

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, Sequence
    from pathlib import Path

    from bot.core.deliveries import Outcome, Parcel, ReadBack
    from bot.core.subscriptions import Subscription, Trouble

FRIDAY = date(2026, 8, 21)
EARLY = datetime(2026, 8, 21, 8, 0, tzinfo=UTC)
NINE = datetime(2026, 8, 21, 9, 0, tzinfo=UTC)
DAY, HOUR, MINUTE, SECOND = (
    timedelta(days=1),
    timedelta(hours=1),
    timedelta(minutes=1),
    timedelta(seconds=1),
)
GUILD = 700
CHANNEL = ChannelTarget(GUILD, 701)
ADMIN, READER = 801, 802
WISH = Wish("*", Schedule("UTC", time(9), DAILY))


class SetClock:
    """A clock that stands where it was set."""

    def __init__(self, now: datetime) -> None:
        self.moment = now

    def now(self) -> datetime:
        """Return the instant that was set."""
        return self.moment

    def monotonic(self) -> float:
        """Return the same, as seconds."""
        return self.moment.timestamp()

    def to(self, moment: datetime) -> None:
        """Set it."""
        self.moment = moment


@dataclass
class Post:
    """A message that arrived: where its subscription points, what it was."""

    message_id: int
    parcel: Parcel
    at: datetime

    @property
    def keys(self) -> list[int]:
        """The papers in it."""
        edition = self.parcel.edition
        return [one.key for one in edition.chosen] if isinstance(edition, Edition) else []


@dataclass
class KeepingCourier:
    """A courier in memory. `answers` are given to the next sends, first to last, before `Sent`;
    what is in `loses` arrives all the same, and nobody hears of it. Like Discord, it drops a
    second message with a nonce for some minutes. `readable` says whether a channel reads back.
    """

    clock: SetClock
    posts: list[Post] = field(default_factory=list[Post])
    answers: list[Outcome | Exception] = field(default_factory=list)
    loses: list[Outcome] = field(default_factory=list)
    read_backs: list[ReadBack] = field(default_factory=list)
    readable: bool = True
    postable: bool = True
    gone: bool = False
    clock_ahead: timedelta = timedelta(0)
    """How far Discord's clock, by which posts are kept and looked for, is ahead of ours."""
    closed: set[int] = field(default_factory=set[int])
    alerts: list[tuple[int, Trouble]] = field(default_factory=list)
    deaf: bool = False
    alerting: asyncio.Event | None = None
    """Alerts are told only once it is set."""
    looked: list[datetime] = field(default_factory=list[datetime])
    nonces: list[str] = field(default_factory=list[str])
    slow: dict[int, asyncio.Event] = field(default_factory=dict[int, asyncio.Event])
    """Subscriptions whose parts arrive only once their event is set."""

    async def send(self, parcel: Parcel) -> Outcome:
        """Take one part."""
        self.nonces.append(parcel.nonce)
        if (gate := self.slow.get(parcel.subscription.id)) is not None:
            await gate.wait()
        if self.answers:
            answer = self.answers.pop(0)
            if isinstance(answer, Exception):
                raise answer
            return answer
        now = self.clock.now() + self.clock_ahead
        for post in self.posts:
            if post.parcel.nonce == parcel.nonce and now - post.at < 3 * MINUTE:
                return Sent(post.message_id)
        self.posts.append(Post(9_000 + len(self.posts), parcel, now))
        return self.loses.pop(0) if self.loses else Sent(self.posts[-1].message_id)

    def ahead(self) -> timedelta:
        """Say how wrong the clock is."""
        return self.clock_ahead

    async def find(self, parcel: Parcel, since: datetime) -> ReadBack:
        """Look among what arrived."""
        self.looked.append(since)
        if self.read_backs:
            return self.read_backs.pop(0)
        if not self.readable:
            return Unreadable()
        for post in self.posts:
            if post.parcel.part_id == parcel.part_id and post.at >= since:
                return Sent(post.message_id)
        return Missing()

    async def open_dm(self, user_id: int, language: str) -> Opened:
        """Open a reader's messages unless they are closed."""
        del language
        return None if user_id in self.closed else user_id + 10_000

    async def may_post(self, subscription: Subscription) -> bool:
        """Say what the test says."""
        del subscription
        return self.postable

    async def is_gone(self, subscription: Subscription) -> bool:
        """Say what the test says."""
        del subscription
        return self.gone

    async def alert(self, subscription: Subscription, trouble: Trouble) -> bool:
        """Keep who was told what; nobody is while Discord is `deaf`."""
        if self.alerting is not None:
            await self.alerting.wait()
        if not self.deaf:
            self.alerts.append((subscription.id, trouble))
        return not self.deaf


@dataclass
class Brought:
    """What a source brought."""

    papers: Sequence[PaperDraft]


@dataclass
class ToldSource:
    """A source that brings `days`, and fails on the days in `fails`."""

    name: str = "huggingface"
    days: dict[date, list[PaperDraft]] = field(default_factory=dict[date, list[PaperDraft]])
    fails: set[date] = field(default_factory=set[date])
    asked: list[date] = field(default_factory=list[date])
    trends: list[PaperDraft] = field(default_factory=list[PaperDraft])

    async def trending(self) -> Brought:
        """Return what trends."""
        return Brought(self.trends)

    async def day(self, day: date) -> Brought:
        """Return the papers of one day."""
        self.asked.append(day)
        if day in self.fails:
            raise SourceFault(f"{self.name}: html ({day})")
        return Brought(self.days.get(day, []))


def draft(number: int, upvotes: int = 0, **changed: object) -> PaperDraft:
    """Make one of many drafts, with a title of its own."""
    made = PaperDraft(
        (f"arxiv:2608.{number:05}",),
        f"Alpha{number} Beta{number} Gamma{number}",
        "huggingface",
        FRIDAY,
        signals=Signals(upvotes),
    )
    return replace(made, **changed)  # type: ignore[arg-type] - fields by name


@dataclass
class World:
    """Everything, wired."""

    database: Database
    clock: SetClock
    courier: KeepingCourier
    source: ToldSource
    titles: Titles
    papers: PaperRows
    deliveries: DeliveryRows
    rows: SubscriptionRows
    people: PeopleRows
    publisher: Publisher
    subscriptions: Subscriptions
    ingest: Ingest
    lookup: Lookup
    library: Library
    persons: People

    async def bring(self, *drafts: PaperDraft) -> list[Paper]:
        """Store drafts; return their papers in the same order."""
        await self.ingest.store(drafts)
        found = [await self.papers.by_external(one.ids[0]) for one in drafts]
        return [one for one in found if one is not None]

    async def set_up(self, wish: Wish = WISH, target: ChannelTarget = CHANNEL) -> Subscription:
        """Set a channel's digest up."""
        return await self.subscriptions.set_up(target, wish, ADMIN)

    async def beat(self, moment: datetime | None = None) -> tuple[int, int]:
        """Let the clock ring: (editions made, parts sent)."""
        if moment is not None:
            self.clock.to(moment)
        return await self.publisher.tick(), await self.publisher.drain()

    async def again(self, subscription: Subscription) -> Subscription:
        """Read a subscription anew."""
        found = await self.rows.get(subscription.id)
        assert found is not None
        return found

    def restart(self) -> Publisher:
        """Return the publisher of the next process."""
        self.publisher = Publisher(
            self.rows, self.deliveries, RecentPapers(self.papers), self.courier, self.clock
        )
        return self.publisher


@asynccontextmanager
async def open_world(path: Path) -> AsyncGenerator[World]:
    """Wire the services around a database."""
    async with Database.open(path) as database:
        clock = SetClock(EARLY)
        courier, source = KeepingCourier(clock), ToldSource()
        papers, people = PaperRows(database), PeopleRows(database)
        titles = Titles(papers, TitleChanges(database), TitleWorkshop(), clock)
        await titles.open()
        recent = RecentPapers(papers)
        deliveries, rows = DeliveryRows(database), SubscriptionRows(database)
        yield World(
            database=database,
            clock=clock,
            courier=courier,
            source=source,
            titles=titles,
            papers=papers,
            deliveries=deliveries,
            rows=rows,
            people=people,
            publisher=Publisher(rows, deliveries, recent, courier, clock),
            subscriptions=Subscriptions(rows, deliveries, recent, people, courier, clock),
            ingest=Ingest(papers, titles, [source], clock),
            lookup=Lookup(papers, titles),
            library=Library(LibraryRows(database), papers, clock),
            persons=People(people, clock),
        )


FAILED = Failed("connection reset")

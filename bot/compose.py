"""The one place that knows everything and wires it.

`open_app` builds the whole bot around one database and hands out an `App` that can be driven step
by step (`tick`, `drain`, `poll`): by stories, by the demo, by the clock of `paperboy run`.
"""

from __future__ import annotations

from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from bot.process.title_building import build
from bot.process.title_workshop import TitleWorkshop
from bot.services.clock import SystemClock
from bot.services.elsewhere import Elsewhere
from bot.services.ingest import Ingest
from bot.services.library import Library
from bot.services.lookup import Lookup
from bot.services.people import People
from bot.services.ports.observer import NOBODY, Observer
from bot.services.publish import Publisher
from bot.services.recent import RecentPapers
from bot.services.restored import take_up
from bot.services.subscribe import Subscriptions
from bot.services.titles import Titles
from bot.sources.http import Limits, PoliteClient
from bot.sources.huggingface import HuggingFaceDaily
from bot.sources.lookups import lookups
from bot.storage.database import Database
from bot.storage.deliveries import DeliveryRows
from bot.storage.drafts import DraftRows
from bot.storage.ledger import LedgerRows
from bot.storage.library import LibraryRows
from bot.storage.papers import PaperRows
from bot.storage.people import PeopleRows
from bot.storage.settings import SettingRows
from bot.storage.subscriptions import SubscriptionRows
from bot.storage.title_changes import TitleChanges
from bot.ui.controls import Control
from bot.ui.desk import Desk
from bot.ui.handlers import HANDLERS
from bot.ui.link.client import Furniture, PaperboyClient
from bot.ui.link.courier import DiscordCourier
from bot.ui.link.reach import Reminders
from cogs import FACTORIES

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, Sequence

    from bot.config import Settings
    from bot.services.ports import Clock, DailySource, TitleLookup


TitleUse = Literal["kept", "made", "none"]
"""What becomes of the title index: kept in its folder by who holds the database's lock, made anew
for a while, or not needed at all.
"""


@dataclass(slots=True)
class App:
    """The whole bot, wired. What is due is a question to the database, so every step can be taken
    at any time, by anybody, again.
    """

    settings: Settings
    client: PaperboyClient
    desk: Desk
    database: Database
    titles: Titles
    observer: Observer = NOBODY
    ticked: float = field(default=0.0)

    async def tick(self) -> int:
        """Make the editions that are due; returns how many."""
        made = await self.desk.publisher.tick()
        self.ticked = self.desk.clock.monotonic()
        self.observer.ticked()
        return made

    async def drain(self) -> int:
        """Bring out what is ready; returns how many parts were sent."""
        return await self.desk.publisher.drain()

    async def take_up(self) -> bool:
        """Before anything is sent: look whether the database is an older copy that was put back,
        and let go what it would send again; returns whether it was. Only for who holds its lock.
        """
        ledger, rows = LedgerRows(self.database), SubscriptionRows(self.database)
        now = self.desk.clock.now()
        return await take_up(ledger, rows, self.desk.deliveries, now, self.observer)

    async def note(self) -> None:
        """Note beside the database how far its ledger is. Only for who holds its lock."""
        await LedgerRows(self.database).note(self.desk.clock.now())

    async def poll(self) -> None:
        """Fetch new papers and votes."""
        await self.desk.ingest.poll()


@asynccontextmanager
async def open_app(  # noqa: PLR0913 - what can be another one than the settings say
    settings: Settings,
    *,
    clock: Clock | None = None,
    sources: Sequence[DailySource] | None = None,
    elsewhere: Sequence[TitleLookup] = (),
    client: PaperboyClient | None = None,
    titles: TitleUse = "made",
    observer: Observer | None = None,
) -> AsyncGenerator[App]:
    """Open the database and build everything around it, also around a client that is connected
    already. Without `sources` papers come from where the settings say, and are looked up there;
    with them, they are looked up `elsewhere`. An `observer` is told what happens. Raises
    `StorageError`.
    """
    async with AsyncExitStack() as stack:
        clock = clock or SystemClock()
        database = await stack.enter_async_context(Database.open(settings.database.path))
        papers, people = PaperRows(database), PeopleRows(database)
        recent = RecentPapers(papers)
        subscriptions, deliveries = SubscriptionRows(database), DeliveryRows(database)
        index = await _titles(titles, papers, database, clock, stack)
        if sources is None:
            http = await stack.enter_async_context(
                PoliteClient(
                    user_agent=settings.user_agent,
                    limits=Limits(spacing=settings.sources.spacing_seconds),
                )
            )
            sources = (HuggingFaceDaily(http, settings.sources.huggingface_url),)
            elsewhere = _lookups(http, settings)
        told = observer or NOBODY
        ingest = Ingest(papers, index, sources, clock, told)
        asking = Elsewhere(elsewhere, papers, ingest, build, clock, observer=told)
        stack.push_async_callback(asking.close)

        client = client or PaperboyClient(shard_count=settings.discord.shards)
        courier = DiscordCourier(
            client, papers, people, clock, per_second=settings.discord.messages_per_second
        )
        desk = Desk(
            lookup=Lookup(papers, index),
            elsewhere=asking,
            subscriptions=Subscriptions(subscriptions, deliveries, recent, people, courier, clock),
            publisher=Publisher(subscriptions, deliveries, recent, courier, clock, observer=told),
            library=Library(LibraryRows(database), papers, clock),
            people=People(people, clock),
            ingest=ingest,
            drafts=DraftRows(database),
            deliveries=deliveries,
            papers=papers,
            clock=clock,
        )
        client.furnish(
            Furniture(
                desk=desk,
                handlers=HANDLERS,
                control=Control,
                factories=FACTORIES,
                settings=SettingRows(database),
                reminders=Reminders(),
                observer=observer,
            )
        )
        yield App(settings, client, desk, database, index, told, ticked=clock.monotonic())


def _lookups(http: PoliteClient, settings: Settings) -> Sequence[TitleLookup]:
    told = settings.sources
    key = told.semantic_scholar_key
    return lookups(
        http,
        told.lookup,
        told.lookup_addresses,
        contact=told.contact,
        semantic_scholar_key=key.get_secret_value() if key else None,
    )


async def _titles(
    use: TitleUse, papers: PaperRows, database: Database, clock: Clock, stack: AsyncExitStack
) -> Titles:
    workshop = TitleWorkshop(database.path if use == "kept" else None)
    titles = Titles(papers, TitleChanges(database), workshop, clock)
    if use != "none":
        stack.push_async_callback(titles.close)
        await titles.open()
    return titles

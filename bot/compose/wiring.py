"""Builds the whole bot around one database."""

from __future__ import annotations

from contextlib import AsyncExitStack, asynccontextmanager
from functools import partial
from typing import TYPE_CHECKING, Literal

from bot.compose import outside
from bot.compose.app import App
from bot.process.title_building import build
from bot.process.title_workshop import TitleWorkshop
from bot.services.added_sources import AddedSources
from bot.services.clock import SystemClock
from bot.services.elsewhere import Elsewhere
from bot.services.foreseeing import Foreseeing
from bot.services.ingest import Ingest
from bot.services.library import Library
from bot.services.linked import LinkedItems
from bot.services.listed import Listed
from bot.services.lookup import Lookup
from bot.services.people import People
from bot.services.ports.observer import NOBODY, Observer
from bot.services.publish import Publisher
from bot.services.recent import RecentPapers
from bot.services.subscribe import Subscriptions
from bot.services.titles import Titles
from bot.sources.added import AddedReader
from bot.storage.added_sources import AddedSourceRows
from bot.storage.database import Database
from bot.storage.deliveries import DeliveryRows
from bot.storage.drafts import DraftRows
from bot.storage.library import LibraryRows
from bot.storage.misses import MissRows
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
    from bot.services.ports import (
        Clock,
        DailySource,
        NewsSource,
        Plan,
        SourceReader,
        TitleLookup,
    )


TitleUse = Literal["kept", "made", "none"]
"""What becomes of the title index: kept in its folder by who holds the database's lock, made anew
for a while, or not needed at all.
"""


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
    reader: SourceReader | None = None,
) -> AsyncGenerator[App]:
    """Open the database and build everything around it, also around a client that is connected
    already. Without `sources` papers come from where the settings say, and are looked up there;
    with them, they are looked up `elsewhere`. An `observer` is told what happens; a
    `reader` reads what servers add. Raises `StorageError`.
    """
    async with AsyncExitStack() as stack:
        clock, told = clock or SystemClock(), observer or NOBODY
        database = await stack.enter_async_context(Database.open(settings.database.path))
        papers, people = PaperRows(database, settings.summaries.model), PeopleRows(database)
        added = AddedSourceRows(database)
        recent = RecentPapers(papers, added)
        subscriptions, deliveries = SubscriptionRows(database), DeliveryRows(database)
        index = await _titles(titles, papers, database, clock, stack)
        web = await outside.web(settings, stack)
        news: Sequence[NewsSource] = ()
        if sources is None:
            sources, news = outside.daily(web, settings), outside.news(web, settings, clock)
            elsewhere = outside.elsewhere(web, settings)
        ingest = Ingest(papers, index, sources, clock, told, news=news)
        misses = MissRows(database)
        asking = Elsewhere(elsewhere, papers, ingest, build, misses, clock, observer=told)
        linked = LinkedItems(elsewhere, clock)
        translations = outside.translations(web, settings, database, papers, clock)
        summaries = outside.summaries(web, settings, database, papers, clock)
        for busy in (asking, linked, translations, summaries):
            stack.push_async_callback(busy.close)

        async def prepare(plans: Sequence[Plan]) -> None:
            await summaries.prepare(plans)  # first: what they say is translated, too
            await translations.prepare(plans)

        client = client or PaperboyClient(shard_count=settings.discord.shards)
        courier = DiscordCourier(
            client,
            papers,
            people,
            clock,
            translations,
            per_second=settings.discord.messages_per_second,
        )
        reader = reader or AddedReader(web, lambda: clock.now().date())
        desk = Desk(
            lookup=Lookup(papers, index),
            elsewhere=asking,
            linked=linked,
            subscriptions=Subscriptions(subscriptions, deliveries, recent, people, courier, clock),
            publisher=Publisher(
                subscriptions,
                deliveries,
                recent,
                courier,
                clock,
                observer=told,
                prepare=prepare,
            ),
            library=Library(LibraryRows(database), papers, clock),
            people=People(people, clock),
            ingest=ingest,
            added=AddedSources(added, ingest.store, reader, clock),
            drafts=DraftRows(database),
            deliveries=deliveries,
            papers=papers,
            clock=clock,
            translations=translations,
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
        lists = outside.publications(web, settings)
        yield App(
            settings,
            client,
            desk,
            database,
            index,
            Listed(lists, added, desk.added.taking, papers, clock, told),
            partial(summaries.ahead, Foreseeing(subscriptions, deliveries, recent, clock)),
            told,
            ticked=clock.monotonic(),
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

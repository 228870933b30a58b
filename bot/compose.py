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
from bot.services.added_sources import AddedSources
from bot.services.clock import SystemClock
from bot.services.elsewhere import Elsewhere
from bot.services.ingest import Ingest
from bot.services.library import Library
from bot.services.linked import LinkedItems
from bot.services.lookup import Lookup
from bot.services.people import People
from bot.services.ports.observer import NOBODY, Observer
from bot.services.publish import Publisher
from bot.services.recent import RecentPapers
from bot.services.restored import take_up
from bot.services.subscribe import Subscriptions
from bot.services.titles import Titles
from bot.services.translate import Terms, Translations
from bot.services.trending import forget_votes
from bot.sources.added import AddedReader
from bot.sources.answer_cache import AnswerCache, answers_folder
from bot.sources.arxiv_manners import arxiv_manners
from bot.sources.http import Limits, PoliteClient
from bot.sources.huggingface import HuggingFaceDaily
from bot.sources.lookups import lookups
from bot.sources.translation.choosing import Account, translator
from bot.storage.added_sources import AddedSourceRows
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
from bot.storage.translations import TranslationRows
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
    from bot.services.ports import Clock, DailySource, NewsSource, SourceReader, TitleLookup


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

    async def poll_added(self) -> None:
        """Read what servers added; a job of its own, for any of it may be slow."""
        await self.desk.added.poll()

    async def tidy(self) -> None:
        """Forget what nobody asks for any more."""
        await self.desk.subscriptions.tidy()
        await self.desk.added.tidy(self._has_left)
        await forget_votes(self.desk.papers, self.desk.clock)

    async def _has_left(self, server: int) -> bool:
        """Say whether the bot is not in a server (any more); False until Discord told in which."""
        return self.client.is_ready() and self.client.get_guild(server) is None


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
        clock = clock or SystemClock()
        database = await stack.enter_async_context(Database.open(settings.database.path))
        papers, people = PaperRows(database), PeopleRows(database)
        added = AddedSourceRows(database)
        recent = RecentPapers(papers, added)
        subscriptions, deliveries = SubscriptionRows(database), DeliveryRows(database)
        index = await _titles(titles, papers, database, clock, stack)
        http: PoliteClient | None = None
        news: Sequence[NewsSource] = ()
        if sources is None:
            http = await stack.enter_async_context(
                PoliteClient(
                    user_agent=settings.user_agent,
                    limits=Limits(spacing=settings.sources.spacing_seconds),
                    cache=AnswerCache(answers_folder(settings.database.path)),
                    manners=arxiv_manners(
                        settings.sources.arxiv_url, settings.sources.arxiv_rss_url
                    ),
                )
            )
            sources = (HuggingFaceDaily(http, settings.sources.huggingface_url),)
            news = _news(http, settings, clock)
            elsewhere = _lookups(http, settings)
        told = observer or NOBODY
        ingest = Ingest(papers, index, sources, clock, told, news=news)
        asking = Elsewhere(elsewhere, papers, ingest, build, clock, observer=told)
        stack.push_async_callback(asking.close)
        linked = LinkedItems(elsewhere, clock)
        stack.push_async_callback(linked.close)
        translations = await _translations(settings, http, database, papers, clock, stack)

        client = client or PaperboyClient(shard_count=settings.discord.shards)
        courier = DiscordCourier(
            client,
            papers,
            people,
            clock,
            translations,
            per_second=settings.discord.messages_per_second,
        )
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
                prepare=translations.prepare,
            ),
            library=Library(LibraryRows(database), papers, clock),
            people=People(people, clock),
            ingest=ingest,
            added=AddedSources(
                added,
                ingest.store,
                reader
                or AddedReader(await _web(http, settings, stack), lambda: clock.now().date()),
                clock,
            ),
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


def _news(http: PoliteClient, settings: Settings, clock: Clock) -> Sequence[NewsSource]:
    told = settings.sources
    if not told.arxiv_categories and not told.feeds:
        return ()
    from bot.sources.news import news_sources  # noqa: PLC0415 - what is off is not loaded

    return news_sources(
        http,
        categories=told.arxiv_categories,
        announced=told.arxiv_announced,
        rss_url=told.arxiv_rss_url,
        api_url=told.arxiv_url,
        feeds={one.name: one.url for one in told.feeds},
        today=lambda: clock.now().date(),
    )


async def _web(
    http: PoliteClient | None, settings: Settings, stack: AsyncExitStack
) -> PoliteClient:
    """Return the client there is, or one for what is asked although papers come from elsewhere."""
    if http is not None:
        return http
    return await stack.enter_async_context(PoliteClient(user_agent=settings.user_agent))


async def _translations(  # noqa: PLR0913, PLR0917 - what it is built of
    settings: Settings,
    http: PoliteClient | None,
    database: Database,
    papers: PaperRows,
    clock: Clock,
    stack: AsyncExitStack,
) -> Translations:
    told, store = settings.translation, TranslationRows(database)
    if told.provider is None:
        return Translations(None, store, papers, clock)
    http = await _web(http, settings, stack)
    key = told.key.get_secret_value() if told.key else None
    account = Account(told.provider, told.url, told.model, key)
    terms = Terms(frozenset(told.languages), told.monthly_characters)
    translations = Translations(translator(account, http), store, papers, clock, terms)
    stack.push_async_callback(translations.close)
    return translations


async def _titles(
    use: TitleUse, papers: PaperRows, database: Database, clock: Clock, stack: AsyncExitStack
) -> Titles:
    workshop = TitleWorkshop(database.path if use == "kept" else None)
    titles = Titles(papers, TitleChanges(database), workshop, clock)
    if use != "none":
        stack.push_async_callback(titles.close)
        await titles.open()
    return titles

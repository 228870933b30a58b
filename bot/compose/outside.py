"""Who is asked over the network, as the settings say: where papers come from and are looked up,
what translates and what summarises. What is off is not even loaded.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.services.summaries import Summaries, SummaryTerms
from bot.services.translate import Terms, Translations
from bot.sources.answer_cache import AnswerCache, answers_folder
from bot.sources.arxiv_manners import ARXIV
from bot.sources.http import Limits, PoliteClient
from bot.sources.huggingface import HuggingFaceDaily
from bot.sources.lookups import lookups
from bot.sources.silences import Silences, silences_file
from bot.sources.translation.choosing import Account, translator
from bot.storage.summaries import SummaryRows
from bot.storage.translations import TranslationRows

if TYPE_CHECKING:
    from collections.abc import Sequence
    from contextlib import AsyncExitStack

    from pydantic import SecretStr

    from bot.config import Settings
    from bot.services.ports import (
        Clock,
        DailySource,
        NewsSource,
        PaperStore,
        PublicationList,
        TitleLookup,
    )
    from bot.storage.database import Database


async def web(settings: Settings, stack: AsyncExitStack) -> PoliteClient:
    """Open the one client that asks; it closes with the stack."""
    told = settings.sources
    return await stack.enter_async_context(
        PoliteClient(
            user_agent=settings.user_agent,
            limits=Limits(spacing=told.spacing_seconds),
            cache=AnswerCache(answers_folder(settings.database.path)),
            manners=[ARXIV],
            silences=Silences(silences_file(settings.database.path)),
        )
    )


def daily(http: PoliteClient, settings: Settings) -> Sequence[DailySource]:
    """Return what has a list for every day."""
    return (HuggingFaceDaily(http, settings.sources.huggingface_url),)


def news(http: PoliteClient, settings: Settings, clock: Clock) -> Sequence[NewsSource]:
    """Return what tells what is new: arXiv's categories and feeds."""
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


def publications(http: PoliteClient, settings: Settings) -> Sequence[PublicationList]:
    """Return everybody's publications pages and bibliographies."""
    if not settings.publication_places:
        return ()
    from bot.sources.listed import publication_lists  # noqa: PLC0415 - as above

    return publication_lists(http, settings.publication_places)


def elsewhere(http: PoliteClient, settings: Settings) -> Sequence[TitleLookup]:
    """Return who is asked for a paper that is not known here, in that order."""
    told = settings.sources
    return lookups(
        http,
        told.lookup,
        told.lookup_addresses,
        contact=told.contact,
        semantic_scholar_key=_secret(told.semantic_scholar_key),
    )


def summaries(
    http: PoliteClient, settings: Settings, database: Database, papers: PaperStore, clock: Clock
) -> Summaries:
    """Return what has papers summarised by a model."""
    told, store = settings.summaries, SummaryRows(database)
    terms = SummaryTerms(told.papers_a_day, told.monthly_characters)
    if told.model is None:
        return Summaries(None, store, papers, clock, terms)
    from bot.sources.summaries import SummaryModel  # noqa: PLC0415 - as above

    model = SummaryModel(http, told.model, told.url, _secret(told.key))
    return Summaries(model, store, papers, clock, terms)


def translations(
    http: PoliteClient, settings: Settings, database: Database, papers: PaperStore, clock: Clock
) -> Translations:
    """Return what has papers translated."""
    told, store = settings.translation, TranslationRows(database)
    if told.provider is None:
        return Translations(None, store, papers, clock)
    account = Account(told.provider, told.url, told.model, _secret(told.key))
    terms = Terms(frozenset(told.languages), told.monthly_characters)
    return Translations(translator(account, http), store, papers, clock, terms)


def _secret(told: SecretStr | None) -> str | None:
    return told.get_secret_value() if told else None

"""The desk: the services that cogs and controls call, handed over once by `compose`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.core.subscriptions import UserTarget
from bot.ui.i18n import SOURCE_LANGUAGE, Words, best_language, words_in

if TYPE_CHECKING:
    import discord

    from bot.core.subscriptions import Subscription
    from bot.services.added_sources import AddedSources
    from bot.services.elsewhere import Elsewhere
    from bot.services.ingest import Ingest
    from bot.services.library import Library
    from bot.services.linked import LinkedItems
    from bot.services.lookup import Lookup
    from bot.services.people import People
    from bot.services.ports import Clock, DeliveryStore, DraftStore, PaperStore
    from bot.services.publish import Publisher
    from bot.services.subscribe import Subscriptions
    from bot.services.translate import Translations


@dataclass(frozen=True, slots=True)
class Desk:
    """What a cog or a control may call."""

    lookup: Lookup
    elsewhere: Elsewhere
    linked: LinkedItems
    subscriptions: Subscriptions
    publisher: Publisher
    library: Library
    people: People
    ingest: Ingest
    added: AddedSources
    drafts: DraftStore
    deliveries: DeliveryStore
    papers: PaperStore
    clock: Clock
    translations: Translations


@dataclass(frozen=True, slots=True)
class Reader:
    """Who is being answered: their words, their zone (None: never chosen), whether they want to
    see text that a model wrote, and the code of the language they read: the one they chose, else
    their Discord's, whether the bot has words in it or not.
    """

    user_id: int
    words: Words
    timezone: str | None
    machine_text: bool
    locale: str
    language: str = SOURCE_LANGUAGE


async def reader_of(interaction: discord.Interaction, desk: Desk) -> Reader:
    """Return who pressed or typed, with what they chose to be remembered."""
    chosen = await desk.people.preferences(interaction.user.id)
    locale = interaction.locale.value
    language = best_language(chosen.language, locale)
    return Reader(
        interaction.user.id,
        words_in(language),
        chosen.timezone,
        chosen.machine_text is not False,
        locale,
        chosen.language or locale,
    )


def words_of(subscription: Subscription) -> Words:
    """Return the words that a subscription's messages are written in."""
    return words_in(subscription.wish.language)


def translates_for(desk: Desk, reader: Reader, *, private: bool = True) -> bool:
    """Say whether a card offers its translation: to this reader alone, else to any there may be."""
    if not private:
        return desk.translations.offered
    return reader.machine_text and desk.translations.into(reader.language) is not None


def is_direct(subscription: Subscription) -> bool:
    """Return True for a reader's direct messages, False for a server's digest."""
    return isinstance(subscription.target, UserTarget)

"""`/subscribe`, `/subscriptions`, `/unsubscribe`: a reader's papers in direct messages.

Usable in servers, in the bot's own direct messages and where the person installed the bot.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import discord
from discord import app_commands
from discord.ext import commands

from bot.core.subscriptions import MOST_PAPERS
from bot.core.wishes import Typed
from bot.ui import autocomplete
from bot.ui.controls import press_of
from bot.ui.i18n import command_text
from bot.ui.subscriptions import subscription_controls

if TYPE_CHECKING:
    from bot.ui.desk import Desk
    from bot.ui.link.client import PaperboyClient


class SubscribeCog(commands.Cog):
    """The commands that a reader has for their own."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    @app_commands.command(name="subscribe", description=command_text("cmd-subscribe"))
    @app_commands.allowed_installs(guilds=True, users=True)
    @app_commands.allowed_contexts(guilds=True, dms=True, private_channels=True)
    @app_commands.describe(
        query=command_text("opt-query"),
        time=command_text("opt-time"),
        timezone=command_text("opt-timezone-mine"),
        days=command_text("opt-days"),
        limit=command_text("opt-limit"),
        language=command_text("opt-language"),
    )
    @app_commands.choices(language=autocomplete.language_choices())
    @app_commands.autocomplete(
        query=autocomplete.queries,
        time=autocomplete.times,
        timezone=autocomplete.zones,
        days=autocomplete.days,
    )
    async def subscribe(
        self,
        interaction: discord.Interaction,
        query: str | None = None,
        time: str | None = None,
        timezone: str | None = None,
        days: str | None = None,
        limit: app_commands.Range[int, 1, MOST_PAPERS] | None = None,
        language: str | None = None,
    ) -> None:
        """Subscribe at once to what is given; without options open the panel."""
        typed = Typed(query, timezone, time, days, limit, language)
        await subscription_controls.subscribe(await press_of(interaction, self._desk), typed)

    @app_commands.command(name="subscriptions", description=command_text("cmd-subscriptions"))
    @app_commands.allowed_installs(guilds=True, users=True)
    @app_commands.allowed_contexts(guilds=True, dms=True, private_channels=True)
    async def subscriptions(self, interaction: discord.Interaction) -> None:
        """List what the person is subscribed to."""
        await subscription_controls.list_all(await press_of(interaction, self._desk))

    @app_commands.command(name="unsubscribe", description=command_text("cmd-unsubscribe"))
    @app_commands.allowed_installs(guilds=True, users=True)
    @app_commands.allowed_contexts(guilds=True, dms=True, private_channels=True)
    @app_commands.describe(subscription=command_text("opt-subscription"))
    @app_commands.autocomplete(subscription=autocomplete.subscriptions)
    async def unsubscribe(self, interaction: discord.Interaction, subscription: str) -> None:
        """Ask whether it is really to go."""
        press = await press_of(interaction, self._desk)
        await subscription_controls.ask_deletion(press, subscription)


def cog(client: PaperboyClient) -> commands.Cog:
    """Return the cog."""
    return SubscribeCog(client.desk)

"""`/help`: what Paperboy does and how, for who asks where they ask."""

from __future__ import annotations

from typing import TYPE_CHECKING

import discord
from discord import app_commands
from discord.ext import commands

from bot.ui.desk import reader_of
from bot.ui.i18n import command_text
from bot.ui.messages import answer
from bot.ui.people.help_controls import manages_server
from bot.ui.people.help_pages import FIRST, TOPICS, help_page

if TYPE_CHECKING:
    from bot.ui.desk import Desk
    from bot.ui.link.client import PaperboyClient


class HelpCog(commands.Cog):
    """Explains Paperboy."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    @app_commands.command(name="help", description=command_text("cmd-help"))
    @app_commands.describe(topic=command_text("opt-help-topic"))
    @app_commands.choices(
        topic=[
            app_commands.Choice(name=command_text(f"help-topic-{topic}"), value=topic)
            for topic in TOPICS
        ]
    )
    @app_commands.allowed_installs(guilds=True, users=True)
    @app_commands.allowed_contexts(guilds=True, dms=True, private_channels=True)
    async def help(self, interaction: discord.Interaction, topic: str = FIRST) -> None:
        """Show a page of the help."""
        reader = await reader_of(interaction, self._desk)
        page = help_page(topic, reader.words, manages=manages_server(interaction))
        await answer(interaction, page)


def cog(client: PaperboyClient) -> commands.Cog:
    """Return the cog for a client that has its desk."""
    return HelpCog(client.desk)

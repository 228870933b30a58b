"""`/publications`: what a list tells, by year: one of the server's own, or everybody's."""

from __future__ import annotations

from typing import TYPE_CHECKING

import discord
from discord import app_commands
from discord.ext import commands

from bot.ui.controls import press_of
from bot.ui.i18n import command_text
from bot.ui.messages import answer
from bot.ui.papers.publications import ALL_YEARS, list_of, lists, publications

if TYPE_CHECKING:
    from bot.ui.desk import Desk
    from bot.ui.link.client import PaperboyClient

_Year = app_commands.Range[int, 1500, 2100]


class PublicationsCog(commands.Cog):
    """Browses publications."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    @app_commands.command(name="publications", description=command_text("cmd-publications"))
    @app_commands.describe(
        name=command_text("opt-publications-name"), year=command_text("opt-publications-year")
    )
    @app_commands.autocomplete(name=lists)
    async def publications(
        self, interaction: discord.Interaction, name: str, year: _Year | None = None
    ) -> None:
        """Show the first page, privately."""
        press = await press_of(interaction, self._desk)
        source = await list_of(press, name)
        shown = await publications(self._desk, source, year or ALL_YEARS, 0, press.reader.words)
        await answer(interaction, shown)


def cog(client: PaperboyClient) -> commands.Cog:
    """Return the cog for a client that has its desk."""
    return PublicationsCog(client.desk)

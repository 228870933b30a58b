"""`/search` and `/trending`: papers by a query, and those whose votes rise."""

from __future__ import annotations

from typing import TYPE_CHECKING

import discord
from discord import app_commands
from discord.ext import commands

from bot.core.query import parse
from bot.services.trending import as_period, trending
from bot.ui.desk import reader_of
from bot.ui.i18n import command_text
from bot.ui.messages import answer
from bot.ui.papers.search_choices import search_choices
from bot.ui.papers.search_results import Search, as_sort, results
from bot.ui.papers.trending_card import trending_card

if TYPE_CHECKING:
    from bot.ui.desk import Desk
    from bot.ui.link.client import PaperboyClient

_Choice = app_commands.Choice[str]


class SearchCog(commands.Cog):
    """Searches papers."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    @app_commands.command(name="search", description=command_text("cmd-search"))
    @app_commands.describe(
        query=command_text("opt-search-query"), sort=command_text("opt-search-sort")
    )
    @app_commands.choices(
        sort=[
            _Choice(name=command_text("choice-best"), value="best"),
            _Choice(name=command_text("choice-newest"), value="newest"),
        ]
    )
    @app_commands.autocomplete(query=search_choices)
    @app_commands.allowed_installs(guilds=True, users=True)
    @app_commands.allowed_contexts(guilds=True, dms=True, private_channels=True)
    async def search(
        self, interaction: discord.Interaction, query: str, sort: str = "best"
    ) -> None:
        """Show the first page of a search. A query that does not parse is told with its place."""
        parse(query)
        await interaction.response.defer(ephemeral=True, thinking=True)
        reader = await reader_of(interaction, self._desk)
        search = Search(query, as_sort(sort))
        draft_id = await search.keep(self._desk, reader.user_id)
        await answer(interaction, await results(self._desk, reader, search, draft_id, 0))

    @app_commands.command(name="trending", description=command_text("cmd-trending"))
    @app_commands.describe(period=command_text("opt-trending-period"))
    @app_commands.choices(
        period=[
            _Choice(name=command_text("period-day"), value="day"),
            _Choice(name=command_text("period-week"), value="week"),
            _Choice(name=command_text("period-month"), value="month"),
        ]
    )
    @app_commands.allowed_installs(guilds=True, users=True)
    @app_commands.allowed_contexts(guilds=True, dms=True, private_channels=True)
    async def trending(self, interaction: discord.Interaction, period: str = "day") -> None:
        """Show what rose in the last day, week or month."""
        await interaction.response.defer(ephemeral=True, thinking=True)
        reader = await reader_of(interaction, self._desk)
        found = await trending(self._desk.papers, as_period(period), self._desk.clock)
        await answer(interaction, trending_card(found, reader.words))


def cog(client: PaperboyClient) -> commands.Cog:
    """Return the cog for a client that has its desk."""
    return SearchCog(client.desk)

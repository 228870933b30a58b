"""`/paper` and the message menu **Find papers**: a paper by its half-remembered title, by an id or
an address, or out of what somebody wrote.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import discord
from discord import app_commands
from discord.ext import commands

from bot.services.lookup import OnePaper
from bot.ui.desk import reader_of, translates_for
from bot.ui.failures import ToldError
from bot.ui.i18n import command_text
from bot.ui.messages import Notice, answer, answer_all
from bot.ui.papers.found_papers import find, found_card
from bot.ui.papers.linked import show_card
from bot.ui.papers.lookup_controls import answer_card, show_answer
from bot.ui.papers.message_text import mentions, text_of
from bot.ui.papers.paper_choices import paper_choices
from bot.ui.permissions import may_write_here

if TYPE_CHECKING:
    from bot.ui.desk import Desk
    from bot.ui.link.client import PaperboyClient


class PaperCog(commands.Cog):
    """Finds papers."""

    def __init__(self, desk: Desk, tree: app_commands.CommandTree[PaperboyClient]) -> None:
        self._desk = desk
        self._tree = tree
        self._menu = app_commands.ContextMenu(
            name=command_text("menu-find-papers"),
            callback=self.find_papers,
            allowed_installs=app_commands.AppInstallationType(guild=True, user=True),
            allowed_contexts=app_commands.AppCommandContext(
                guild=True, dm_channel=True, private_channel=True
            ),
        )

    async def cog_load(self) -> None:
        """Add the menu, which discord.py does not take from a cog by itself."""
        self._tree.add_command(self._menu)

    async def cog_unload(self) -> None:
        """Take the menu away."""
        self._tree.remove_command(self._menu.name, type=self._menu.type)

    @app_commands.command(name="paper", description=command_text("cmd-paper"))
    @app_commands.describe(
        title=command_text("opt-paper-title"), share=command_text("opt-paper-share")
    )
    @app_commands.autocomplete(title=paper_choices)
    @app_commands.allowed_installs(guilds=True, users=True)
    @app_commands.allowed_contexts(guilds=True, dms=True, private_channels=True)
    async def paper(
        self, interaction: discord.Interaction, title: str, share: bool = False
    ) -> None:
        """Show a paper; privately unless it is to be shared and it is clear which is meant. One
        that is not here, or may not be, is asked for elsewhere, which takes a while.
        """
        if not title.strip():
            raise ToldError("paper-empty")
        if share and not may_write_here(interaction):
            raise ToldError("paper-share-not-allowed")
        reader = await reader_of(interaction, self._desk)
        found = await self._desk.lookup.resolve(title)
        missing = await self._desk.lookup.missing(found)
        if missing is not None and self._desk.elsewhere.can_ask(missing):
            await interaction.response.defer(ephemeral=True, thinking=True)
            found = await self._desk.lookup.weighed(found, await self._desk.elsewhere.find(missing))
        if not share or not isinstance(found, OnePaper):
            await show_answer(interaction, found, self._desk, reader)
            return
        card = await answer_card(found, self._desk, reader, share=True)
        if interaction.response.is_done():
            await answer_all(interaction, card, Notice(reader.words("paper-found-shared")))
        else:
            await answer(interaction, card, private=False)

    async def find_papers(self, interaction: discord.Interaction, message: discord.Message) -> None:
        """Show, privately, the papers that a message mentions."""
        await interaction.response.defer(ephemeral=True, thinking=True)
        reader = await reader_of(interaction, self._desk)
        found = await find(mentions(text_of(message)), self._desk.lookup, self._desk.elsewhere)
        holdings = await self._desk.ingest.holdings()
        offered = translates_for(self._desk, reader)
        card = found_card(found, holdings, reader, translate=offered)
        if len(found.papers) == 1:
            await show_card(interaction, card, found.papers[0], self._desk, reader.words)
        else:
            await answer(interaction, card)


def cog(client: PaperboyClient) -> commands.Cog:
    """Return the cog for a client that has its desk."""
    return PaperCog(client.desk, client.tree)  # pyright: ignore[reportArgumentType] - the tree's client type is the client's own

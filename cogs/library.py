"""`/library`: the papers that a person saved."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import discord
from discord import app_commands
from discord.ext import commands

from bot.services.library_files import as_format, library_file
from bot.ui.attached import answer_file
from bot.ui.desk import reader_of
from bot.ui.failures import ToldError
from bot.ui.i18n import command_text
from bot.ui.messages import answer
from bot.ui.papers.library_controls import KIND
from bot.ui.papers.library_view import ALL, library_page

if TYPE_CHECKING:
    from bot.ui.desk import Desk
    from bot.ui.link.client import PaperboyClient

_Choice = app_commands.Choice[str]


class LibraryCog(commands.Cog):
    """Lists and exports saved papers."""

    library = app_commands.Group(
        name="library",
        description=command_text("cmd-library"),
        allowed_installs=app_commands.AppInstallationType(guild=True, user=True),
        allowed_contexts=app_commands.AppCommandContext(
            guild=True, dm_channel=True, private_channel=True
        ),
    )

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    @library.command(name="list", description=command_text("cmd-library-list"))
    @app_commands.describe(find=command_text("opt-library-find"))
    async def list_saved(self, interaction: discord.Interaction, find: str = "") -> None:
        """Show what the person saved, newest first."""
        desk, find = self._desk, find.strip()
        reader = await reader_of(interaction, desk)
        draft_id = ALL
        if find:
            draft_id = await desk.drafts.open(
                reader.user_id, KIND, {"find": find}, desk.clock.now()
            )
        saved = await desk.library.list(reader.user_id, find)
        page = library_page(saved, reader.words, find=find, draft_id=draft_id, page=0)
        await answer(interaction, page)

    @library.command(name="export", description=command_text("cmd-library-export"))
    @app_commands.describe(format=command_text("opt-library-format"))
    @app_commands.choices(
        format=[
            _Choice(name=command_text("format-bibtex"), value="bibtex"),
            _Choice(name=command_text("format-csv"), value="csv"),
            _Choice(name=command_text("format-json"), value="json"),
        ]
    )
    async def export(self, interaction: discord.Interaction, format: str = "bibtex") -> None:
        """Hand over the whole library as a file."""
        await interaction.response.defer(ephemeral=True, thinking=True)
        reader = await reader_of(interaction, self._desk)
        saved = await self._desk.library.list(reader.user_id)
        if not saved:
            raise ToldError("library-empty")
        file = await asyncio.to_thread(library_file, saved, as_format(format))
        text = reader.words("library-exported", count=len(saved))
        await answer_file(interaction, text, file.name, file.content)


def cog(client: PaperboyClient) -> commands.Cog:
    """Return the cog for a client that has its desk."""
    return LibraryCog(client.desk)

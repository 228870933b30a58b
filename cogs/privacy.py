"""`/privacy`: everything that is kept about a person, in a file; or deleted."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import discord
from discord import app_commands
from discord.ext import commands

from bot.ui.attached import answer_file
from bot.ui.desk import reader_of
from bot.ui.failures import ToldError
from bot.ui.i18n import command_text
from bot.ui.messages import answer
from bot.ui.people.privacy_view import delete_question, is_kept

if TYPE_CHECKING:
    from bot.ui.desk import Desk
    from bot.ui.link.client import PaperboyClient

_FILE = "paperboy-data.json"


class PrivacyCog(commands.Cog):
    """Exports and deletes a person's data."""

    privacy = app_commands.Group(
        name="privacy",
        description=command_text("cmd-privacy"),
        allowed_installs=app_commands.AppInstallationType(guild=True, user=True),
        allowed_contexts=app_commands.AppCommandContext(
            guild=True, dm_channel=True, private_channel=True
        ),
    )

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    @privacy.command(name="export", description=command_text("cmd-privacy-export"))
    async def export(self, interaction: discord.Interaction) -> None:
        """Hand over, privately, everything that is kept about the person."""
        await interaction.response.defer(ephemeral=True, thinking=True)
        words = (await reader_of(interaction, self._desk)).words
        kept = await self._desk.people.export(interaction.user.id)
        if not is_kept(kept):
            raise ToldError("privacy-nothing-kept")
        content = json.dumps(kept, ensure_ascii=False, indent=2).encode()
        text = f"{words('privacy-exported')}\n{words('privacy-backups')}"
        await answer_file(interaction, text, _FILE, content)

    @privacy.command(name="delete", description=command_text("cmd-privacy-delete"))
    async def delete(self, interaction: discord.Interaction) -> None:
        """Ask, naming what goes and what stays, before anything is deleted."""
        words = (await reader_of(interaction, self._desk)).words
        kept = await self._desk.people.export(interaction.user.id)
        if not is_kept(kept):
            raise ToldError("privacy-nothing-kept")
        await answer(interaction, delete_question(kept, words))


def cog(client: PaperboyClient) -> commands.Cog:
    """Return the cog for a client that has its desk."""
    return PrivacyCog(client.desk)

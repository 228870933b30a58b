"""`/settings`: what is remembered of a person everywhere: language, time zone, machine text."""

from __future__ import annotations

from typing import TYPE_CHECKING

import discord
from discord import app_commands
from discord.ext import commands

from bot.ui import autocomplete
from bot.ui.i18n import command_text
from bot.ui.messages import answer
from bot.ui.people.settings_card import settings_card

if TYPE_CHECKING:
    from bot.ui.desk import Desk
    from bot.ui.link.client import PaperboyClient

_Choice = app_commands.Choice[str]
_SHOW, _HIDE = "show", "hide"


class SettingsCog(commands.Cog):
    """Shows and changes what a person chose."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    @app_commands.command(name="settings", description=command_text("cmd-settings"))
    @app_commands.describe(
        timezone=command_text("opt-timezone-mine"),
        language=command_text("opt-settings-language"),
        ai=command_text("opt-ai"),
    )
    @app_commands.choices(
        language=autocomplete.language_choices(),
        ai=[
            _Choice(name=command_text("choice-show"), value=_SHOW),
            _Choice(name=command_text("choice-hide"), value=_HIDE),
        ],
    )
    @app_commands.autocomplete(timezone=autocomplete.zones)
    @app_commands.allowed_installs(guilds=True, users=True)
    @app_commands.allowed_contexts(guilds=True, dms=True, private_channels=True)
    async def settings(
        self,
        interaction: discord.Interaction,
        timezone: str | None = None,
        language: str | None = None,
        ai: str | None = None,
    ) -> None:
        """Remember what is given, and show everything that is remembered."""
        people, user = self._desk.people, interaction.user.id
        changed = any(given is not None for given in (timezone, language, ai))
        shown = None if ai is None else ai == _SHOW
        followed = 0
        if changed:
            chosen = await people.choose(user, language=language, timezone=timezone, ai=shown)
            subscriptions = self._desk.subscriptions
            followed = await subscriptions.follow_reader(user, language=language, ai=shown)
        else:
            chosen = await people.preferences(user)
        card = settings_card(
            chosen,
            interaction.locale.value,
            self._desk.clock.now(),
            changed=changed,
            followed=followed if shown is not None or language is not None else 0,
            zone_only_new=timezone is not None and followed > 0,
        )
        await answer(interaction, card)


def cog(client: PaperboyClient) -> commands.Cog:
    """Return the cog for a client that has its desk."""
    return SettingsCog(client.desk)

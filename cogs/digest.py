"""`/digest`: a server's papers in its channels.

Guarded by Manage Server as the default alone; servers delegate the commands in their own settings.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import discord
from discord import app_commands
from discord.ext import commands

from bot.services.added_sources import LONGEST_NAME
from bot.ui import autocomplete
from bot.ui.controls import press_of
from bot.ui.digests import digest_controls, digest_setup, digest_sources, digest_status
from bot.ui.digests.digest_options import (
    SHOWN,
    Alerts,
    Channel,
    Limit,
    typed_wish,
    which,
    wish_options,
)
from bot.ui.digests.previews import preview
from bot.ui.i18n import command_text
from bot.ui.messages import answer

if TYPE_CHECKING:
    from bot.ui.desk import Desk
    from bot.ui.link.client import PaperboyClient


@app_commands.guild_only()
@app_commands.default_permissions(manage_guild=True)
class DigestCog(
    commands.GroupCog, group_name="digest", group_description=command_text("cmd-digest")
):
    """The commands of `/digest`."""

    source = app_commands.Group(name="source", description=command_text("cmd-digest-source"))

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    @app_commands.command(name="setup", description=command_text("cmd-digest-setup"))
    @wish_options
    async def setup(
        self,
        interaction: discord.Interaction,
        timezone: str,
        channel: Channel | None = None,
        time: str | None = None,
        days: str | None = None,
        query: str | None = None,
        limit: Limit | None = None,
        language: str | None = None,
        notify: str | None = None,
        notes: str | None = None,
        ai: str | None = None,
        alerts: Alerts | None = None,
    ) -> None:
        """Set up a digest; its panel says what comes and whether it can be posted."""
        typed = typed_wish(timezone, time, days, query, limit, language, notify, notes, ai, alerts)
        await digest_setup.set_up(await press_of(interaction, self._desk), channel, typed)

    @app_commands.command(name="edit", description=command_text("cmd-digest-edit"))
    @which
    @wish_options
    async def edit(
        self,
        interaction: discord.Interaction,
        digest: str,
        timezone: str | None = None,
        channel: Channel | None = None,
        time: str | None = None,
        days: str | None = None,
        query: str | None = None,
        limit: Limit | None = None,
        language: str | None = None,
        notify: str | None = None,
        notes: str | None = None,
        ai: str | None = None,
        alerts: Alerts | None = None,
    ) -> None:
        """Change what is given; the rest stays."""
        typed = typed_wish(timezone, time, days, query, limit, language, notify, notes, ai, alerts)
        press = await press_of(interaction, self._desk)
        chosen = await digest_controls.digest_of(press, digest)
        await digest_setup.edit(press, chosen, channel, typed)

    @app_commands.command(name="preview", description=command_text("cmd-digest-preview"))
    @which
    async def preview(self, interaction: discord.Interaction, digest: str | None = None) -> None:
        """Show what would come now."""
        press = await press_of(interaction, self._desk)
        await preview(press, await digest_controls.digest_of(press, digest))

    @app_commands.command(name="now", description=command_text("cmd-digest-now"))
    @app_commands.describe(again=command_text("opt-again"))
    @which
    async def now(
        self, interaction: discord.Interaction, digest: str | None = None, again: bool = False
    ) -> None:
        """Post at once."""
        press = await press_of(interaction, self._desk)
        chosen = await digest_controls.digest_of(press, digest)
        await digest_controls.post_now(press, chosen, again=again)

    @app_commands.command(name="pause", description=command_text("cmd-digest-pause"))
    @which
    async def pause(self, interaction: discord.Interaction, digest: str | None = None) -> None:
        """Stop a digest."""
        press = await press_of(interaction, self._desk)
        chosen = await digest_controls.digest_of(press, digest)
        paused = await self._desk.subscriptions.pause(chosen)
        await answer(interaction, await digest_controls.panel_of(press, paused))

    @app_commands.command(name="resume", description=command_text("cmd-digest-resume"))
    @which
    async def resume(self, interaction: discord.Interaction, digest: str | None = None) -> None:
        """Let it run again."""
        press = await press_of(interaction, self._desk)
        chosen = await digest_controls.digest_of(press, digest)
        resumed = await self._desk.subscriptions.resume(chosen)
        await answer(interaction, await digest_controls.panel_of(press, resumed))

    @app_commands.command(name="remove", description=command_text("cmd-digest-remove"))
    @which
    async def remove(self, interaction: discord.Interaction, digest: str | None = None) -> None:
        """Ask whether it is really to go."""
        press = await press_of(interaction, self._desk)
        await digest_controls.ask_removal(press, await digest_controls.digest_of(press, digest))

    @app_commands.command(name="status", description=command_text("cmd-digest-status"))
    @which
    async def status(self, interaction: discord.Interaction, digest: str | None = None) -> None:
        """Say what came, what comes next and what is wrong."""
        press = await press_of(interaction, self._desk)
        chosen = None if digest is None else await digest_controls.digest_of(press, digest)
        await digest_status.show(press, chosen)

    @app_commands.command(name="settings", description=command_text("cmd-digest-settings"))
    @app_commands.describe(language=command_text("opt-language"), ai=command_text("opt-ai"))
    @app_commands.choices(language=autocomplete.language_choices(), ai=SHOWN)
    async def settings(
        self, interaction: discord.Interaction, language: str | None = None, ai: str | None = None
    ) -> None:
        """Remember what the server wants."""
        shown = None if ai is None else ai == "show"
        press = await press_of(interaction, self._desk)
        await digest_setup.settings(press, language=language, ai=shown)

    @source.command(name="add", description=command_text("cmd-digest-source-add"))
    @app_commands.describe(
        url=command_text("opt-source-url"),
        file=command_text("opt-source-file"),
        name=command_text("opt-source-name"),
    )
    async def source_add(
        self,
        interaction: discord.Interaction,
        url: str = "",
        file: discord.Attachment | None = None,
        name: app_commands.Range[str, 1, LONGEST_NAME] | None = None,
    ) -> None:
        """Read a feed, a publications page or a bibliography, and add it."""
        press = await press_of(interaction, self._desk)
        await digest_sources.add(press, name or "", url, file)

    @source.command(name="list", description=command_text("cmd-digest-source-list"))
    async def source_list(self, interaction: discord.Interaction) -> None:
        """List what was added."""
        await digest_sources.show(await press_of(interaction, self._desk))

    @source.command(name="remove", description=command_text("cmd-digest-source-remove"))
    @app_commands.describe(source=command_text("opt-source"))
    @app_commands.autocomplete(source=digest_sources.sources)
    async def source_remove(self, interaction: discord.Interaction, source: str) -> None:
        """Remove one."""
        await digest_sources.remove(await press_of(interaction, self._desk), source)


def cog(client: PaperboyClient) -> commands.Cog:
    """Return the cog."""
    return DigestCog(client.desk)

"""What the menu on a help page does: another page in its place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.ui.messages import redraw
from bot.ui.people.help_pages import FIRST, help_page

if TYPE_CHECKING:
    import discord

    from bot.ui.controls import Handler, Press


async def turn(press: Press) -> None:
    """Show the chosen page."""
    topic = press.values[0] if press.values else FIRST
    page = help_page(topic, press.reader.words, manages=manages_server(press.interaction))
    await redraw(press.interaction, page)


def manages_server(interaction: discord.Interaction) -> bool:
    """Say whether somebody may set up a digest where they ask."""
    return interaction.guild_id is not None and interaction.permissions.manage_guild


HANDLERS: dict[str, Handler] = {"help": turn}

"""A private answer with a file."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

import discord

from bot.ui.messages import Notice, answer

if TYPE_CHECKING:
    from discord import ui

    from bot.ui.messages import Layout


async def answer_file(
    interaction: discord.Interaction, text: str, name: str, content: bytes
) -> None:
    """Answer privately with a text and a file under it, which Discord shows with its name."""
    file = discord.File(BytesIO(content), name)
    layout = Notice(text)
    shown: ui.File[Layout] = discord.ui.File(file)
    layout.box.add_item(shown)
    await answer(interaction, layout, files=[file])

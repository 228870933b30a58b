"""Messages: what every answer is made of, and the one way in which answers are sent.

Everything shown is Components V2: at most 40 components, nested ones counted, and 4,000 characters
of text a message (Discord's documentation, components/reference). Nothing here pings anybody.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

import discord
from discord import ui

from bot.ui.escape import is_web

MOST_COMPONENTS = 40
MOST_CHARACTERS = 4_000

_DEFERRED = discord.InteractionResponseType.deferred_channel_message
_ANSWERED = "answered"  # in an interaction's extras: what was deferred has its answer

PAPER_COLOUR = discord.Colour(0xE8A33D)
NOTICE_COLOUR = discord.Colour(0x6E7681)


class Layout(ui.LayoutView):
    """A message: one container with text, sections and rows. Its controls are persistent: what is
    pressed is found by its id, so discord.py need not keep the view (it kept private ones, with a
    task each, for a quarter of an hour, and every look for garbage went through them all).
    """

    def __init__(self, *, colour: discord.Colour = PAPER_COLOUR) -> None:
        super().__init__(timeout=None)
        self.stop()
        self.box: ui.Container[Layout] = ui.Container(accent_colour=colour)
        self.add_item(self.box)

    def text(self, text: str) -> None:
        """Add a text display; a blank one, which Discord would refuse, is left out."""
        if text.strip():
            self.box.add_item(ui.TextDisplay(text))

    def pictured(self, text: str, picture: str | None, description: str) -> None:
        """Add text with a picture beside it; the text alone without one that Discord takes."""
        if picture is None or not is_web(picture):
            self.text(text)
            return
        thumbnail: ui.Thumbnail[Layout] = ui.Thumbnail(
            picture, description=description[:256] or None
        )
        self.box.add_item(ui.Section(ui.TextDisplay(text), accessory=thumbnail))

    def line(self) -> None:
        """Add a thin line."""
        self.box.add_item(ui.Separator())

    def gap(self) -> None:
        """Add a little room, as wide whatever stands above and below."""
        self.box.add_item(ui.Separator(visible=False))

    def row(self, *controls: ui.Item[Any]) -> None:
        """Add a row of up to five buttons, or one select."""
        if controls:
            row: ui.ActionRow[Layout] = ui.ActionRow(*controls)
            self.box.add_item(row)

    def rows(self, controls: Sequence[ui.Item[Any]]) -> None:
        """Add buttons, five a row."""
        for start in range(0, len(controls), 5):
            self.row(*controls[start : start + 5])

    def weight(self) -> tuple[int, int]:
        """Return what Discord counts: (components, characters of text)."""
        return self.total_children_count, self.content_length()


class Notice(Layout):
    """A short private answer, with at most one row of controls."""

    def __init__(self, text: str, controls: Iterable[ui.Item[Any]] = ()) -> None:
        super().__init__(colour=NOTICE_COLOUR)
        self.text(text)
        self.row(*controls)


def link_button(label: str, address: str, emoji: str | None = None) -> ui.Button[Layout]:
    """Return a button that opens a web address."""
    return ui.Button(style=discord.ButtonStyle.link, label=label, url=address, emoji=emoji)


async def answer(
    interaction: discord.Interaction,
    layout: Layout,
    *,
    private: bool = True,
    files: Sequence[discord.File] = (),
) -> None:
    """Answer an interaction, whether it was deferred or not; a deferred one keeps its privacy.

    A second answer stands beside the first one.
    """
    nobody = discord.AllowedMentions.none()
    if interaction.response.is_done():
        if interaction.response.type is _DEFERRED and not interaction.extras.get(_ANSWERED):
            interaction.extras[_ANSWERED] = True
            await interaction.edit_original_response(
                view=layout, attachments=list(files), allowed_mentions=nobody
            )
        else:
            await interaction.followup.send(
                view=layout, ephemeral=private, files=list(files), allowed_mentions=nobody
            )
        return
    await interaction.response.send_message(
        view=layout, ephemeral=private, files=list(files), allowed_mentions=nobody
    )


async def answer_all(interaction: discord.Interaction, layout: Layout, note: Layout) -> None:
    """Answer for everybody what was deferred for one: the waiting message becomes the private
    note, and the answer follows it.
    """
    nobody = discord.AllowedMentions.none()
    interaction.extras[_ANSWERED] = True
    await interaction.edit_original_response(view=note, allowed_mentions=nobody)
    await interaction.followup.send(view=layout, ephemeral=False, allowed_mentions=nobody)


async def redraw(interaction: discord.Interaction, layout: Layout) -> None:
    """Replace the message that a control stands on."""
    nobody = discord.AllowedMentions.none()
    if interaction.response.is_done():
        await interaction.edit_original_response(view=layout, allowed_mentions=nobody)
    else:
        await interaction.response.edit_message(view=layout, allowed_mentions=nobody)

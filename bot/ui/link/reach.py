"""Readers whose direct messages are closed: told, and helped to open them again.

A DM that closes stops the subscriptions behind it. At the person's next command the DM is tried
once more; whether that opened it or not, they are told beside the command's own answer, once a day
at most, for every closed DM counts against Discord's limit of invalid requests.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.ui.controls import press_of
from bot.ui.messages import Notice, answer, redraw
from bot.ui.papers.missed import my_missed
from bot.ui.subscriptions.panel_subscription import try_again_button

if TYPE_CHECKING:
    from datetime import date

    import discord

    from bot.ui.controls import Handler, Press
    from bot.ui.desk import Desk

_SAID = "reach-said"


def said(press: Press) -> None:
    """Note that this command's own answer tells whether the person can be reached."""
    press.interaction.extras[_SAID] = True


class Reminders:
    """Who was told today. Forgotten at midnight (UTC) and with the process."""

    def __init__(self) -> None:
        self._day: date | None = None
        self._told: set[int] = set()

    async def remind(self, interaction: discord.Interaction, desk: Desk) -> None:
        """Beside a command's answer: try a closed DM once more and say how it stands."""
        user = interaction.user.id
        if interaction.extras.get(_SAID) or not await desk.subscriptions.unreachable(user):
            return
        if not self._first_today(user, desk.clock.now().date()):
            return
        press = await press_of(interaction, desk)
        words = press.reader.words
        if await desk.subscriptions.try_again(user, words.language):
            opened = Notice(words("dm-open-again"), await my_missed(press))
            await answer(interaction, opened)
        else:
            closed = Notice(words("dm-closed-notice"), [try_again_button(words)])
            await answer(interaction, closed)

    def _first_today(self, user: int, today: date) -> bool:
        if today != self._day:
            self._day = today
            self._told.clear()
        if user in self._told:
            return False
        self._told.add(user)
        return True


async def _try_again(press: Press) -> None:
    """Try to open the person's DM because they asked."""
    words = press.reader.words
    await press.interaction.response.defer()
    stopped = await press.desk.subscriptions.unreachable(press.reader.user_id)
    if await press.desk.subscriptions.try_again(press.reader.user_id, words.language):
        key = "dm-open-again" if stopped else "dm-open-already"
        await redraw(press.interaction, Notice(words(key), await my_missed(press)))
        return
    closed = Notice(words("dm-still-closed"), [try_again_button(words)])
    await redraw(press.interaction, closed)


HANDLERS: dict[str, Handler] = {"dm_try_again": _try_again}

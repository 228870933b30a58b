"""The options of `/digest setup` and `/digest edit`, as Discord is told of them and as they come.

Every choice's value is a word of the core, its name is looked up among the words.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

import discord
from discord import app_commands
from discord.app_commands import Choice

from bot.core.subscriptions import MOST_PAPERS, Notes
from bot.core.wishes import Typed
from bot.ui import autocomplete
from bot.ui.i18n import command_text

PickedChannel = app_commands.AppCommandChannel | app_commands.AppCommandThread
Limit = app_commands.Range[int, 1, MOST_PAPERS]
_Command = TypeVar("_Command", bound=Callable[..., Any])

PLACES = [
    discord.ChannelType.text,
    discord.ChannelType.news,
    discord.ChannelType.public_thread,
    discord.ChannelType.private_thread,
    discord.ChannelType.news_thread,
]
"""Where a digest can be posted."""

OFFERED = [*PLACES, discord.ChannelType.forum]
"""What a picker offers: forums too, for who looks for one is told why not."""


class ChannelOption(app_commands.Transformer):
    """A channel as Discord resolved it, whether or not the bot can see it."""

    @property
    def type(self) -> discord.AppCommandOptionType:
        """The option's kind."""
        return discord.AppCommandOptionType.channel

    @property
    def channel_types(self) -> list[discord.ChannelType]:
        """The kinds of channel that the picker offers."""
        return OFFERED

    async def transform(self, interaction: discord.Interaction, value: Any, /) -> PickedChannel:  # pyright: ignore[reportIncompatibleMethodOverride] - discord.py's own signature, less its TypeVar
        """Return it as it is (called by discord.py)."""
        del interaction
        return value


class AlertsOption(ChannelOption):
    """A channel for alerts: a forum has no place for them."""

    @property
    def channel_types(self) -> list[discord.ChannelType]:
        """The kinds of channel that the picker offers."""
        return PLACES


Channel = app_commands.Transform[PickedChannel, ChannelOption]
Alerts = app_commands.Transform[PickedChannel, AlertsOption]


def _choices(**keys: str) -> list[Choice[str]]:
    return [Choice(name=command_text(key), value=value) for value, key in keys.items()]


SHOWN = _choices(show="choice-show", hide="choice-hide")
"""The choices of an option `ai`."""
_NOTES = ("problems", "all", "none")


def wish_options(command: _Command) -> _Command:
    """Describe what `setup` and `edit` have in common."""
    options = "channel time days query limit language notify notes ai alerts timezone".split()
    texts = {name: command_text(f"opt-{name}") for name in options}
    described = app_commands.describe(**texts)(command)
    chosen = app_commands.choices(
        language=autocomplete.language_choices(),
        notify=_choices(silent="choice-silent", normal="choice-normal"),
        notes=_choices(**{note: f"choice-notes-{note}" for note in _NOTES}),
        ai=SHOWN,
    )(described)
    return app_commands.autocomplete(
        timezone=autocomplete.zones,
        time=autocomplete.times,
        days=autocomplete.days,
        query=autocomplete.server_queries,
    )(chosen)


def which(command: _Command) -> _Command:
    """Describe the option that says which digest."""
    described = app_commands.describe(digest=command_text("opt-digest"))(command)
    return app_commands.autocomplete(digest=autocomplete.digests)(described)


def typed_wish(  # noqa: PLR0913, PLR0917 - a command's options are its parameters
    timezone: str | None,
    time: str | None,
    days: str | None,
    query: str | None,
    limit: int | None,
    language: str | None,
    notify: str | None,
    notes: str | None,
    ai: str | None,
    alerts: PickedChannel | None,
) -> Typed:
    """Return the options as typed; None where nothing was given."""
    return Typed(
        query=query,
        timezone=timezone,
        time=time,
        days=days,
        limit=limit,
        language=language,
        machine_text=None if ai is None else ai == "show",
        silent=None if notify is None else notify == "silent",
        notes=None if notes is None else Notes(notes),
        alerts_channel_id=None if alerts is None else alerts.id,
    )

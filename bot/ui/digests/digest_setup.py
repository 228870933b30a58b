"""Setting up and editing a server's digest from a command's options.

What is missing from the options is the server's choice, else the default. Nothing is stored unless
everything that was typed is understood; a permission that is missing is told, not waited for.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import discord

from bot.core.subscriptions import ChannelTarget
from bot.core.wishes import Typed, apply, default_wish
from bot.ui.digests.digest_controls import panel_of
from bot.ui.digests.digest_options import PLACES, PickedChannel
from bot.ui.failures import ToldError
from bot.ui.i18n import best_language, own_name
from bot.ui.messages import Notice, answer
from bot.ui.permissions import missing_permissions
from bot.ui.subscriptions.typed_days import in_english

if TYPE_CHECKING:
    from bot.core.subscriptions import Subscription
    from bot.ui.controls import Press

_ANY_ZONE = "UTC"  # only until the typed one is read


async def set_up(press: Press, picked: PickedChannel | None, typed: Typed) -> None:
    """Set up a digest and show its panel. Raises `ToldError`, `WishError`."""
    interaction = press.interaction
    target = ChannelTarget(interaction.guild_id or 0, _place(interaction, picked))
    server = await press.desk.people.server_preferences(target.guild_id)
    locale = interaction.guild_locale
    language = best_language(server.language, locale.value if locale else None)
    hidden = server.machine_text is False and typed.machine_text is None
    base = apply(Typed(machine_text=not hidden), default_wish(_ANY_ZONE, language))
    wish = apply(in_english(typed, press.reader.words), base)
    if missing_permissions(interaction.client, target.guild_id, target.channel_id) is None:
        raise ToldError("digest-channel-unseen", channel=f"<#{target.channel_id}>")
    made = await press.desk.subscriptions.set_up(target, wish, press.reader.user_id)
    await answer(interaction, await panel_of(press, made, "digest-panel-set-up"))


async def edit(
    press: Press, subscription: Subscription, picked: PickedChannel | None, typed: Typed
) -> None:
    """Change what is given and show the panel. Raises `ToldError`, `WishError`."""
    if picked is None and typed == Typed():
        news = "digest-nothing-given"
        await answer(press.interaction, await panel_of(press, subscription, news))
        return
    wish = apply(in_english(typed, press.reader.words), subscription.wish)
    if picked is not None:
        target = ChannelTarget(press.interaction.guild_id or 0, _place(press.interaction, picked))
        subscription = await press.desk.subscriptions.move(subscription, target)
    changed = await press.desk.subscriptions.change(subscription, wish)
    await answer(press.interaction, await panel_of(press, changed, "digest-panel-changed"))


async def settings(press: Press, *, language: str | None, ai: bool | None) -> None:
    """Remember the server's choices, where any are given, and say what they are now.

    The digests that there are follow what was given, also where they were set up otherwise; each
    can be changed by itself again.
    """
    guild_id, people, words = press.interaction.guild_id or 0, press.desk.people, press.reader.words
    chosen = await people.choose_for_server(guild_id, language=language, ai=ai)
    followed = await press.desk.subscriptions.follow_server(guild_id, language=language, ai=ai)
    locale = press.interaction.guild_locale
    code = best_language(chosen.language, locale.value if locale else None)
    shown = "digest-panel-no-ai" if chosen.machine_text is False else "digest-panel-ai"
    lines = [words("digest-settings-now", language=_name(code), ai=words(shown))]
    if followed and (language is not None or ai is not None):
        lines.append(words("digest-settings-followed", count=followed))
    await answer(press.interaction, Notice("\n".join(lines)))


def _place(interaction: discord.Interaction, picked: PickedChannel | None) -> int:
    """Return the id of the channel to post in: the picked one, or this one."""
    channel = picked or interaction.channel
    if channel is None:
        raise ToldError("digest-channel-kind")
    if channel.type is discord.ChannelType.forum:
        raise ToldError("digest-channel-forum")
    if channel.type not in PLACES:
        raise ToldError("digest-channel-kind")
    return channel.id


def _name(language: str) -> str:
    return own_name(language)

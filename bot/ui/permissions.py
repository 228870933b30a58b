"""What the bot may do in a channel, in Discord's own words.

A digest needs three permissions: View Channel, Send Messages (Send Messages in Threads in a
thread) and Read Message History; the last one lets the courier find its own message again.
"""

from __future__ import annotations

import discord

NEEDED_TO_POST = frozenset({"view-channel", "send-messages"})
"""Without one of these Discord takes no message; without the third, a message goes out all the same
and cannot be looked for."""


ALL_NEEDED = ("view-channel", "send-messages", "read-message-history")


def missing_permissions(
    client: discord.Client, guild_id: int, channel_id: int
) -> tuple[str, ...] | None:
    """Return the permissions that a digest lacks, as keys of the words (`permission-…`), in
    Discord's order; None where the server or the channel is not there (or not to be seen).
    """
    guild = client.get_guild(guild_id)
    channel = guild.get_channel_or_thread(channel_id) if guild is not None else None
    in_thread = isinstance(channel, discord.Thread)
    place = channel.parent if isinstance(channel, discord.Thread) else channel
    if guild is None or place is None:
        return None
    return lacking(place, guild.me, in_thread=in_thread)


def may_attach(client: discord.Client, guild_id: int, channel_id: int) -> bool:
    """Say whether pictures may be posted in a channel or thread (Attach Files); False where it is
    not there (or not to be seen). A digest does without.
    """
    guild = client.get_guild(guild_id)
    channel = guild.get_channel_or_thread(channel_id) if guild is not None else None
    place = channel.parent if isinstance(channel, discord.Thread) else channel
    return guild is not None and place is not None and place.permissions_for(guild.me).attach_files


def missing_to_alert(
    client: discord.Client, guild_id: int, channel_id: int
) -> tuple[str, ...] | None:
    """Return the permissions that alerts lack in their channel, as `missing_permissions` does; they
    are not looked for, so its history need not be read.
    """
    missing = missing_permissions(client, guild_id, channel_id)
    return None if missing is None else to_post(missing)


def to_post(missing: tuple[str, ...]) -> tuple[str, ...]:
    """Leave, of what is missing, what keeps a message from going out at all."""
    return tuple(name for name in missing if name in NEEDED_TO_POST)


def lacking(
    place: discord.abc.GuildChannel, me: discord.Member, *, in_thread: bool
) -> tuple[str, ...]:
    """Return the permissions that a digest lacks in a channel, or in a thread of it, which has no
    overwrites of its own.
    """
    mine = place.permissions_for(me)
    allowed = {
        "view-channel": mine.view_channel,
        "send-messages": mine.send_messages_in_threads if in_thread else mine.send_messages,
        "read-message-history": mine.read_message_history,
    }
    return tuple(name for name in ALL_NEEDED if not allowed[name])


def may_write_here(interaction: discord.Interaction) -> bool:
    """Say whether who is here may write here; in direct messages everybody may."""
    if interaction.guild_id is None:
        return True
    theirs = interaction.permissions
    if isinstance(interaction.channel, discord.Thread):
        return theirs.send_messages_in_threads
    return theirs.send_messages

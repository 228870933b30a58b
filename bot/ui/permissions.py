"""What the bot may do in a channel, in Discord's own words.

A digest needs three permissions: View Channel, Send Messages (Send Messages in Threads in a
thread) and Read Message History; the last one lets the courier find its own message again.
"""

from __future__ import annotations

import discord


def missing_permissions(
    client: discord.Client, guild_id: int, channel_id: int
) -> tuple[str, ...] | None:
    """Return the permissions that a digest lacks, as keys of the words (`permission-…`), in
    Discord's order; None where the server or the channel is not there (or not to be seen).
    """
    guild = client.get_guild(guild_id)
    channel = guild.get_channel_or_thread(channel_id) if guild is not None else None
    if guild is None or channel is None:
        return None
    return lacking(channel, guild.me)


def lacking(
    channel: discord.abc.GuildChannel | discord.Thread, me: discord.Member
) -> tuple[str, ...]:
    """Return the permissions that a digest lacks in this channel, as `missing_permissions` does."""
    mine = channel.permissions_for(me)
    in_thread = isinstance(channel, discord.Thread)
    wanted = {
        "view-channel": mine.view_channel,
        "send-messages": mine.send_messages_in_threads if in_thread else mine.send_messages,
        "read-message-history": mine.read_message_history,
    }
    return tuple(name for name, allowed in wanted.items() if not allowed)

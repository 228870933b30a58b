"""The state as Discord's JSON: ids are strings, times ISO 8601 in UTC.

The shapes are those of API version 10, with every key that discord.py reads without a default.
"""

from __future__ import annotations

from datetime import UTC, datetime

from .permissions import Permission
from .settings import Json
from .state import DM, Channel, Guild, Message, Role, User, World


def iso(seconds: float) -> str:
    """Unix seconds as Discord writes an instant."""
    return datetime.fromtimestamp(seconds, UTC).isoformat(timespec="microseconds")


def user_json(user: User) -> Json:
    """A user object."""
    return {
        "id": str(user.id),
        "username": user.name,
        "global_name": None if user.bot else user.name,
        "discriminator": "0",
        "avatar": None,
        "bot": user.bot,
        "public_flags": 0,
        "flags": 0,
    }


def role_json(role: Role) -> Json:
    """A role object."""
    return {
        "id": str(role.id),
        "name": role.name,
        "color": 0,
        "colors": {"primary_color": 0, "secondary_color": None, "tertiary_color": None},
        "hoist": False,
        "position": role.position,
        "permissions": str(int(role.permissions)),
        "managed": role.managed,
        "mentionable": False,
        "flags": 0,
    }


def member_json(guild: Guild, user: User) -> Json:
    """A guild member object with its user."""
    return {
        "user": user_json(user),
        "nick": None,
        "avatar": None,
        "roles": [str(role) for role in guild.members.get(user.id, ())],
        "joined_at": "2026-01-01T00:00:00.000000+00:00",
        "premium_since": None,
        "deaf": False,
        "mute": False,
        "pending": False,
        "flags": 0,
        "communication_disabled_until": None,
    }


def channel_json(channel: Channel) -> Json:
    """A channel object; a guild's with its overwrites, a direct one with its recipients."""
    last = str(channel.history[-1].id) if channel.history else None
    common: Json = {
        "id": str(channel.id),
        "type": channel.type,
        "flags": 0,
        "last_message_id": last,
    }
    if channel.guild is None:
        bot = channel.world.bot
        others = [user_json(user) for user in channel.recipients if user is not bot]
        return common | {"recipients": others} | ({} if channel.type == DM else _group(channel))
    guild = channel.guild
    if channel.parent is not None:
        return common | _thread(channel, channel.parent, guild)
    return common | {
        "guild_id": str(guild.id),
        "name": channel.name,
        "position": channel.position,
        "permission_overwrites": [
            {
                "id": str(target),
                "type": 0 if target in guild.roles else 1,
                "allow": str(int(overwrite.allow)),
                "deny": str(int(overwrite.deny)),
            }
            for target, overwrite in channel.overwrites.items()
        ],
        "topic": None,
        "nsfw": False,
        "rate_limit_per_user": 0,
        "parent_id": None,
    }


def _thread(channel: Channel, parent: Channel, guild: Guild) -> Json:
    return {
        "guild_id": str(guild.id),
        "parent_id": str(parent.id),
        "owner_id": str(guild.owner.id),
        "name": channel.name,
        "message_count": len(channel.history),
        "member_count": 1,
        "rate_limit_per_user": 0,
        "thread_metadata": {
            "archived": False,
            "auto_archive_duration": 1440,
            "archive_timestamp": "2026-01-01T00:00:00.000000+00:00",
            "locked": False,
        },
    }


def _group(channel: Channel) -> Json:
    return {"name": None, "icon": None, "owner_id": str(channel.recipients[0].id)}


def guild_json(guild: Guild) -> Json:
    """A guild object as REST answers it."""
    return {
        "id": str(guild.id),
        "name": guild.name,
        "icon": None,
        "splash": None,
        "discovery_splash": None,
        "description": None,
        "features": [],
        "emojis": [],
        "stickers": [],
        "owner_id": str(guild.owner.id),
        "region": "deprecated",
        "afk_channel_id": None,
        "afk_timeout": 300,
        "verification_level": 0,
        "default_message_notifications": 0,
        "explicit_content_filter": 0,
        "mfa_level": 0,
        "nsfw_level": 0,
        "application_id": None,
        "system_channel_id": None,
        "system_channel_flags": 0,
        "rules_channel_id": None,
        "public_updates_channel_id": None,
        "vanity_url_code": None,
        "banner": None,
        "premium_tier": 0,
        "premium_subscription_count": 0,
        "preferred_locale": guild.locale,
        "roles": [role_json(role) for role in guild.roles.values()],
    }


def guild_create_json(guild: Guild) -> Json:
    """A guild as the gateway tells it to a bot without the members intent."""
    return guild_json(guild) | {
        "large": False,
        "joined_at": "2026-01-01T00:00:00.000000+00:00",
        "member_count": len(guild.members),
        "members": [member_json(guild, guild.world.bot)],
        "channels": [channel_json(c) for c in guild.channels.values() if c.parent is None],
        "threads": [channel_json(c) for c in guild.channels.values() if c.parent is not None],
        "presences": [],
        "voice_states": [],
        "stage_instances": [],
        "guild_scheduled_events": [],
        "soundboard_sounds": [],
    }


def message_json(message: Message, *, content: bool = True) -> Json:
    """A message object; without `content` what the message content intent hides is empty. What
    components show is no attachment beside them (discord-api-docs issue 8277).
    """
    guild = message.channel.guild
    beside = [one for one in message.attachments if one["url"] not in message.images]
    body: Json = {
        "id": str(message.id),
        "channel_id": str(message.channel.id),
        "author": user_json(message.author),
        "content": message.content if content else "",
        "components": message.components if content else [],
        "embeds": message.embeds if content else [],
        "attachments": beside if content else [],
        "timestamp": iso(message.created),
        "edited_timestamp": None if message.edited is None else iso(message.edited),
        "flags": message.flags,
        "type": message.type,
        "tts": False,
        "pinned": False,
        "mention_everyone": False,
        "mentions": [],
        "mention_roles": [],
    }
    if message.nonce is not None:
        body["nonce"] = message.nonce
    if message.interaction is not None:
        body["interaction_metadata"] = message.interaction
        body["application_id"] = body["webhook_id"] = str(message.channel.world.bot.id)
    if guild is not None and message.author.id in guild.members:
        member = member_json(guild, message.author)
        del member["user"]
        body["member"] = member
    return body


def visible_to_bot(message: Message, *, privileged: bool) -> bool:
    """Whether a bot reads the message's words: its own, direct ones, or with the intent."""
    return (
        privileged or message.author is message.channel.world.bot or message.channel.guild is None
    )


def resolved_channel_json(channel: Channel, permissions: Permission) -> Json:
    """The partial channel of an interaction: with the invoking person's permissions."""
    return channel_json(channel) | {"permissions": str(int(permissions))}


def application_json(world: World, owner: User) -> Json:
    """The application object; its id is the bot's."""
    return {
        "id": str(world.bot.id),
        "name": world.bot.name,
        "icon": None,
        "description": "",
        "summary": "",
        "bot_public": True,
        "bot_require_code_grant": False,
        "verify_key": "0" * 64,
        "flags": world.application_flags,
        "owner": user_json(owner),
        "team": None,
        "hook": True,
        "interactions_endpoint_url": None,
        "integration_types_config": {"0": {}, "1": {}},
        "approximate_guild_count": len(list(world.guilds_with_bot())),
        "approximate_user_install_count": sum(user.installed for user in world.users.values()),
    }

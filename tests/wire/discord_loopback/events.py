"""Which gateway event tells of which change, with what data, to whom.

An event of a guild goes to the guild's shard, any other one to shard 0; a shard hears it only if
it identified with the event's intent.
"""

from __future__ import annotations

from dataclasses import dataclass

from .payloads import (
    channel_json,
    guild_create_json,
    member_json,
    message_json,
    role_json,
    user_json,
    visible_to_bot,
)
from .settings import Json
from .state import Channel, Guild, Message, Role, User, World

GUILDS, GUILD_MESSAGES, DIRECT_MESSAGES, MESSAGE_CONTENT = 1 << 0, 1 << 9, 1 << 12, 1 << 15
PRIVILEGED = 1 << 1 | 1 << 8 | MESSAGE_CONTENT
ALL_INTENTS = (1 << 26) - 1
ALWAYS = 0


@dataclass(frozen=True, slots=True)
class Event:
    """One dispatch; `intents` of 0 goes to everybody."""

    name: str
    data: Json
    guild: Guild | None
    intents: int

    def for_shard(self, shard: int, shards: int, intents: int) -> bool:
        """Whether this shard hears it."""
        own = 0 if self.guild is None else (self.guild.id >> 22) % shards
        return own == shard and (self.intents == ALWAYS or bool(self.intents & intents))


def event_of(name: str, *subjects: object) -> Event:
    """Describe a change of the state; the subjects are the things that changed."""
    match subjects:
        case (Channel() as channel,):
            return Event(name, channel_json(channel), channel.guild, GUILDS)
        case (Guild() as guild, Role() as role):
            data: Json = {"guild_id": str(guild.id), "role": role_json(role)}
            return Event(name, data, guild, GUILDS)
        case (Guild() as guild,):
            data = guild_create_json(guild) if name == "GUILD_CREATE" else {"id": str(guild.id)}
            return Event(name, data, guild, GUILDS)
        case (Message() as message,):
            return _message_event(name, message)
        case _:
            raise TypeError(f"{name} says nothing about {subjects!r}")


def _message_event(name: str, message: Message) -> Event:
    guild = message.channel.guild
    if name == "MESSAGE_DELETE":
        data: Json = {"id": str(message.id), "channel_id": str(message.channel.id)}
    else:
        data = message_json(message, content=visible_to_bot(message, privileged=False))
    if guild is None:
        return Event(name, data, None, DIRECT_MESSAGES)
    data["guild_id"] = str(guild.id)
    return Event(name, data, guild, GUILD_MESSAGES)


def ready_json(
    world: World, session: str, resume_url: str, shard: tuple[int, int], guilds: list[Guild]
) -> Json:
    """The data of READY; its guilds are unavailable until their GUILD_CREATE."""
    return {
        "v": 10,
        "user": user_json(world.bot) | {"verified": True, "mfa_enabled": False, "email": None},
        "guilds": [{"id": str(guild.id), "unavailable": True} for guild in guilds],
        "session_id": session,
        "resume_gateway_url": resume_url,
        "shard": list(shard),
        "application": {"id": str(world.bot.id), "flags": 0},
        "private_channels": [],
        "presences": [],
        "relationships": [],
    }


def invoker_json(channel: Channel, user: User) -> Json:
    """Who acted: a member with permissions in a guild, a plain user elsewhere."""
    if channel.guild is None:
        return {"user": user_json(user)}
    held = int(channel.permissions_of(user))
    return {"member": member_json(channel.guild, user) | {"permissions": str(held)}}

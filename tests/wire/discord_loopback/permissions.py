"""Who may do what where, by Discord's published algorithm.

Base permissions are @everyone's and the member's roles' together; the owner and an administrator
may do everything; a channel's overwrites then apply in the order @everyone, roles (all denials,
then all grants), member.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import IntFlag


class Permission(IntFlag):
    """The bits a digest bot meets."""

    ADMINISTRATOR = 1 << 3
    MANAGE_CHANNELS = 1 << 4
    MANAGE_GUILD = 1 << 5
    VIEW_CHANNEL = 1 << 10
    SEND_MESSAGES = 1 << 11
    MANAGE_MESSAGES = 1 << 13
    EMBED_LINKS = 1 << 14
    ATTACH_FILES = 1 << 15
    READ_MESSAGE_HISTORY = 1 << 16
    MENTION_EVERYONE = 1 << 17
    USE_EXTERNAL_EMOJIS = 1 << 18
    USE_APPLICATION_COMMANDS = 1 << 31
    SEND_MESSAGES_IN_THREADS = 1 << 38
    USE_EXTERNAL_APPS = 1 << 50


NONE = Permission(0)
EVERYTHING = Permission((1 << 53) - 1)
MEMBER = (
    Permission.VIEW_CHANNEL
    | Permission.SEND_MESSAGES
    | Permission.EMBED_LINKS
    | Permission.ATTACH_FILES
    | Permission.READ_MESSAGE_HISTORY
    | Permission.USE_EXTERNAL_EMOJIS
    | Permission.USE_APPLICATION_COMMANDS
    | Permission.SEND_MESSAGES_IN_THREADS
    | Permission.USE_EXTERNAL_APPS
)
"""What @everyone has in a new guild."""

DIRECT = (
    Permission.VIEW_CHANNEL
    | Permission.SEND_MESSAGES
    | Permission.EMBED_LINKS
    | Permission.ATTACH_FILES
    | Permission.READ_MESSAGE_HISTORY
    | Permission.MENTION_EVERYONE
    | Permission.USE_EXTERNAL_EMOJIS
)
"""What an app has in a direct message."""


@dataclass(frozen=True, slots=True)
class Overwrite:
    """A channel's exception for one role or one member."""

    allow: Permission = NONE
    deny: Permission = NONE


def in_channel(
    base: Permission,
    overwrites: Mapping[int, Overwrite],
    *,
    everyone: int,
    roles: Iterable[int],
    member: int,
) -> Permission:
    """Apply a channel's overwrites to a member's base permissions; ids are keys of `overwrites`."""
    if base & Permission.ADMINISTRATOR:
        return EVERYTHING
    nothing = Overwrite()
    own = overwrites.get(everyone, nothing)
    result = base & ~own.deny | own.allow
    allow, deny = NONE, NONE
    for role in roles:
        overwrite = overwrites.get(role, nothing)
        allow |= overwrite.allow
        deny |= overwrite.deny
    result = result & ~deny | allow
    own = overwrites.get(member, nothing)
    result = result & ~own.deny | own.allow
    return result if result & Permission.VIEW_CHANNEL else NONE

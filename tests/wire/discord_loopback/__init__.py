"""A small Discord on loopback: only what a digest bot uses, held to Discord's own rules.

REST and gateway on 127.0.0.1, a state that tests furnish, and people who act as people do. A
message, an interaction and a request log say what the bot did; nothing here knows the bot.
"""

from __future__ import annotations

from .acting import Actor
from .errors import ClientError, NoAnswer, NotAvailable, UnknownRoute
from .hub import Hook, RequestRecord, Upload
from .interactions import Interaction, Kind, Response
from .permissions import MEMBER, NONE, Overwrite, Permission
from .process import BotProcess
from .server import DiscordServer
from .settings import API_PREFIX, MESSAGE_CREATE, UNLIMITED, Json, Limit, Settings
from .state import ANNOUNCEMENT, FORUM, TEXT, Channel, Guild, Message, Role, User

__all__ = [
    "ANNOUNCEMENT",
    "API_PREFIX",
    "FORUM",
    "MEMBER",
    "MESSAGE_CREATE",
    "NONE",
    "TEXT",
    "UNLIMITED",
    "Actor",
    "BotProcess",
    "Channel",
    "ClientError",
    "DiscordServer",
    "Guild",
    "Hook",
    "Interaction",
    "Json",
    "Kind",
    "Limit",
    "Message",
    "NoAnswer",
    "NotAvailable",
    "Overwrite",
    "Permission",
    "RequestRecord",
    "Response",
    "Role",
    "Settings",
    "UnknownRoute",
    "Upload",
    "User",
]

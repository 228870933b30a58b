"""The application itself, its commands, and the guilds it is in."""

from __future__ import annotations

from collections.abc import Iterable

from aiohttp import web

from . import errors
from .command_rules import CHAT, bulk_faults, command_faults
from .errors import RefusedByDiscord
from .hub import Hub
from .payloads import (
    application_json,
    channel_json,
    guild_json,
    member_json,
    role_json,
    user_json,
)
from .rest import Answer, Routes
from .settings import Json
from .state import User


async def gateway_bot(hub: Hub, _request: web.Request) -> Answer:
    """Where the gateway is, with how many shards, and how many identifies are left."""
    limit: Json = {
        "total": 1000,
        "remaining": 1000,
        "reset_after": 86_400_000,
        "max_concurrency": hub.settings.max_concurrency,
    }
    url = hub.base_url.replace("http", "ws", 1) + "/gateway"
    return Answer({"url": url, "shards": hub.settings.shards, "session_start_limit": limit})


async def current_user(hub: Hub, _request: web.Request) -> Answer:
    """The bot's own user."""
    return Answer(user_json(hub.world.bot) | {"mfa_enabled": False, "verified": True})


async def current_application(hub: Hub, request: web.Request) -> Answer:
    """The bot's application."""
    _refuse_foreign(hub, request)
    return Answer(application_json(hub.world, User(1, "owner")))


async def list_commands(hub: Hub, request: web.Request) -> Answer:
    """The registered commands of the application, or of one guild."""
    _refuse_foreign(hub, request)
    return Answer(hub.commands.get(_scope(hub, request), []))


async def overwrite_commands(hub: Hub, request: web.Request) -> Answer:
    """Replace all commands; one that keeps its name and type keeps its id."""
    _refuse_foreign(hub, request)
    scope = _scope(hub, request)
    body = await hub.read_list(request)
    hub.check(request, body, bulk_faults(body))
    known = hub.commands.get(scope, [])
    hub.commands[scope] = [_stored(hub, command, scope, known) for command in body]
    hub.command_syncs += 1
    return Answer(hub.commands[scope])


async def create_command(hub: Hub, request: web.Request) -> Answer:
    """Add one command, or replace the one with its name and type."""
    _refuse_foreign(hub, request)
    scope = _scope(hub, request)
    body, _ = await hub.read(request)
    hub.check(request, body, command_faults(body))
    known = hub.commands.setdefault(scope, [])
    stored = _stored(hub, body, scope, known)
    others = [command for command in known if command["id"] != stored["id"]]
    hub.check(request, body, bulk_faults([*others, stored]))
    hub.commands[scope] = [*others, stored]
    hub.command_syncs += 1
    return Answer(stored, 200 if len(others) < len(known) else 201)


async def get_guild(hub: Hub, request: web.Request) -> Answer:
    """One guild."""
    return Answer(guild_json(hub.guild(request)))


async def get_channels(hub: Hub, request: web.Request) -> Answer:
    """A guild's channels."""
    channels = hub.guild(request).channels.values()
    return Answer([channel_json(channel) for channel in channels if channel.parent is None])


async def get_roles(hub: Hub, request: web.Request) -> Answer:
    """A guild's roles."""
    return Answer([role_json(role) for role in hub.guild(request).roles.values()])


async def get_member(hub: Hub, request: web.Request) -> Answer:
    """One member of a guild."""
    guild = hub.guild(request)
    text = request.match_info["user_id"]
    number = int(text) if text.isdecimal() else 0
    if number not in guild.members:
        raise RefusedByDiscord(*errors.UNKNOWN_MEMBER)
    return Answer(member_json(guild, hub.world.users[number]))


def _refuse_foreign(hub: Hub, request: web.Request) -> None:
    named = request.match_info.get("application_id", "@me")
    if named not in ("@me", str(hub.world.bot.id)):
        raise RefusedByDiscord(403, 20012, "You are not authorized to perform this action")


def _scope(hub: Hub, request: web.Request) -> int | None:
    return hub.guild(request).id if "guild_id" in request.match_info else None


def _stored(hub: Hub, command: Json, scope: int | None, known: Iterable[Json]) -> Json:
    kind = command.get("type", CHAT)
    same = (c["id"] for c in known if (c["type"], c["name"]) == (kind, command["name"]))
    needed = command.get("default_member_permissions")
    stored: Json = {
        "nsfw": False,
        "description": "",
        **command,
        "id": next(same, None) or str(hub.world.next_id()),
        "type": kind,
        "default_member_permissions": None if needed is None else str(needed),
        "application_id": str(hub.world.bot.id),
        "version": str(hub.world.next_id()),
        "integration_types": command.get("integration_types") or [0],
        "contexts": command.get("contexts"),
    }
    return stored if scope is None else stored | {"guild_id": str(scope)}


_COMMANDS = "/applications/{application_id}/commands"
_GUILD_COMMANDS = "/applications/{application_id}/guilds/{guild_id}/commands"

ROUTES: Routes = {
    "GET /gateway/bot": gateway_bot,
    "GET /users/@me": current_user,
    "GET /oauth2/applications/@me": current_application,
    "GET /applications/{application_id}": current_application,
    f"GET {_COMMANDS}": list_commands,
    f"PUT {_COMMANDS}": overwrite_commands,
    f"POST {_COMMANDS}": create_command,
    f"GET {_GUILD_COMMANDS}": list_commands,
    f"PUT {_GUILD_COMMANDS}": overwrite_commands,
    f"POST {_GUILD_COMMANDS}": create_command,
    "GET /guilds/{guild_id}": get_guild,
    "GET /guilds/{guild_id}/channels": get_channels,
    "GET /guilds/{guild_id}/roles": get_roles,
    "GET /guilds/{guild_id}/members/{user_id}": get_member,
}

"""What a person's own app does before the bot hears of anything.

It finds the command among those registered, offers it only where it is available, resolves what
was picked, and refuses what Discord's form would not let through.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from .command_rules import CHAT, GROUP, SUBCOMMAND
from .errors import NotAvailable
from .hub import Hub, Upload
from .payloads import member_json, resolved_channel_json, role_json, user_json
from .permissions import EVERYTHING, Permission
from .settings import Json
from .state import DM, Channel, Guild, Role, User
from .writing import store_file

STRING, INTEGER, BOOLEAN, USER, CHANNEL, ROLE, NUMBER, ATTACHMENT = 3, 4, 5, 6, 7, 8, 10, 11
GUILD_CONTEXT, BOT_DM_CONTEXT, PRIVATE_CONTEXT = 0, 1, 2
GUILD_INSTALL, USER_INSTALL = 0, 1


def context_of(channel: Channel) -> int:
    """The interaction context: 0 guild, 1 the bot's direct messages, 2 any other conversation."""
    if channel.guild is not None:
        return GUILD_CONTEXT
    with_bot = channel.type == DM and channel.world.bot in channel.recipients
    return BOT_DM_CONTEXT if with_bot else PRIVATE_CONTEXT


def installations(channel: Channel, user: User) -> dict[int, str]:
    """Who brought the app here: installation type to owner's id, as Discord sends it."""
    owners: dict[int, str] = {}
    context = context_of(channel)
    if channel.guild is not None and channel.guild.bot_present:
        owners[GUILD_INSTALL] = str(channel.guild.id)
    elif context == BOT_DM_CONTEXT:
        owners[GUILD_INSTALL] = "0"
    if user.installed:
        owners[USER_INSTALL] = str(user.id)
    return owners


@dataclass(frozen=True, slots=True)
class Invocation:
    """A command with its filled-in options, ready to be sent."""

    command: Json
    options: list[Json]
    resolved: Json


def find_command(hub: Hub, user: User, channel: Channel, name: str, kind: int) -> Json:
    """The registered command, a guild's own before a global one; raises NotAvailable."""
    guild = channel.guild
    own = hub.commands.get(guild.id, []) if guild is not None else []
    for command in [*own, *(hub.commands[None])]:
        if command["name"] == name and command["type"] == kind:
            _refuse_unavailable(command, user, channel)
            return command
    names = sorted(c["name"] for c in [*own, *hub.commands[None]])
    raise NotAvailable(f"no command {name!r} of type {kind} among {names}")


def _refuse_unavailable(command: Json, user: User, channel: Channel) -> None:
    name = command["name"]
    if command["contexts"] is not None and context_of(channel) not in command["contexts"]:
        raise NotAvailable(f"/{name} is not offered in context {context_of(channel)}")
    if not set(installations(channel, user)) & set(command["integration_types"]):
        raise NotAvailable(f"/{name} is not installed for {user.name} here")
    guild: Guild | None = channel.guild
    if guild is None:
        return
    held = channel.permissions_of(user)
    if not held & Permission.USE_APPLICATION_COMMANDS:
        raise NotAvailable(f"{user.name} may not use commands in #{channel.name}")
    needed = command["default_member_permissions"]
    if needed is None or held == EVERYTHING:
        return
    if int(needed) == 0 or int(needed) & ~int(held):
        raise NotAvailable(f"/{name} needs permissions {needed}, {user.name} has {int(held)}")


def invoke(
    hub: Hub,
    user: User,
    channel: Channel,
    path: str,
    values: Mapping[str, object],
    *,
    focused: str | None = None,
) -> Invocation:
    """Fill in a slash command; `path` is “group sub”, `focused` the option still being typed."""
    root, *rest = path.split(" ")
    command = find_command(hub, user, channel, root, CHAT)
    specification: Json = command
    nesting: list[Json] = []
    for step in rest:
        specification = _option(specification, step, path)
        nesting.append({"type": specification["type"], "name": step})
    known: list[Json] = specification.get("options") or []
    if any(option["type"] in (SUBCOMMAND, GROUP) for option in known):
        raise NotAvailable(f"/{path} needs a subcommand: {[o['name'] for o in known]}")
    for option in known:
        missing = option.get("required") and option["name"] not in values
        if missing and focused is None:
            raise NotAvailable(f"/{path} needs its option {option['name']!r}")
    resolved: Json = {}
    options = [
        _filled(hub, channel, _option(specification, name, path), value, resolved)
        | ({"focused": True} if name == focused else {})
        for name, value in values.items()
    ]
    for level in reversed(nesting):
        options = [level | {"options": options}]
    return Invocation(command, options, {} if focused else resolved)


def _option(specification: Json, name: str, path: str) -> Json:
    for option in specification.get("options") or []:
        if option["name"] == name:
            return option
    names = [option["name"] for option in specification.get("options") or []]
    raise NotAvailable(f"/{path} has no option {name!r}, only {names}")


def _filled(hub: Hub, channel: Channel, option: Json, value: object, resolved: Json) -> Json:
    name = option["name"]
    choices = [choice["value"] for choice in option.get("choices") or []]
    if choices and value not in choices:
        raise NotAvailable(f"{name}: {value!r} is none of the choices {choices}")
    kind: int = option["type"]
    match value:
        case str() if kind == STRING:
            low, high = option.get("min_length", 0), option.get("max_length", 6000)
            if not low <= len(value) <= high:
                raise NotAvailable(f"{name}: {len(value)} characters, not {low} to {high}")
        case bool() if kind == BOOLEAN:
            pass
        case int() | float() if kind in (INTEGER, NUMBER):
            low, high = option.get("min_value", value), option.get("max_value", value)
            if not low <= value <= high:
                raise NotAvailable(f"{name}: {value} is not between {low} and {high}")
        case User() | Role() | Channel() | Upload():
            value = resolve(hub, channel, [value], resolved)[0]
        case str():
            pass  # what is typed into a number before it is one, while completing
        case _:
            raise NotAvailable(f"{name}: {value!r} does not fit an option of type {kind}")
    return {"type": kind, "name": name, "value": value}


def resolve(hub: Hub, channel: Channel, picked: Iterable[object], resolved: Json) -> list[str]:
    """The ids of picked things, each described in `resolved` under its kind."""
    ids: list[str] = []
    for thing in picked:
        match thing:
            case User():
                ids.append(str(thing.id))
                resolved.setdefault("users", {})[ids[-1]] = user_json(thing)
                if channel.guild is not None and thing.id in channel.guild.members:
                    member = member_json(channel.guild, thing)
                    member["permissions"] = str(int(channel.permissions_of(thing)))
                    del member["user"]
                    resolved.setdefault("members", {})[ids[-1]] = member
            case Role():
                ids.append(str(thing.id))
                resolved.setdefault("roles", {})[ids[-1]] = role_json(thing)
            case Channel():
                ids.append(str(thing.id))
                shown = resolved_channel_json(thing, EVERYTHING)
                resolved.setdefault("channels", {})[ids[-1]] = shown
            case Upload():
                attachment = store_file(hub, thing)
                ids.append(attachment["id"])
                resolved.setdefault("attachments", {})[ids[-1]] = attachment
            case _:
                ids.append(str(thing))
    return ids

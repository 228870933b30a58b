"""Channels and their messages: post, list, fetch, edit, delete, and opening a direct channel."""

from __future__ import annotations

from collections.abc import Iterator

from aiohttp import web

from . import errors
from .errors import Fault, InvalidForm, RefusedByDiscord
from .hub import Hub
from .payloads import channel_json, message_json, visible_to_bot
from .permissions import Permission
from .rest import NO_CONTENT, Answer, Routes
from .rules import message_faults
from .settings import Json
from .state import COMPONENTS_V2, DM, FORUM, Channel, Message, User
from .writing import SUPPRESS_EMBEDS, wanted_flags, write

MESSAGE_CONTENT_INTENT = 1 << 15


def require(channel: Channel, needed: Permission) -> None:
    """Refuse what the bot may not do here: Missing Access unless it sees the channel at all."""
    held = channel.permissions_of(channel.world.bot)
    if not held & Permission.VIEW_CHANNEL:
        raise RefusedByDiscord(*errors.MISSING_ACCESS)
    if needed & ~held:
        raise RefusedByDiscord(*errors.MISSING_PERMISSIONS)


async def get_channel(hub: Hub, request: web.Request) -> Answer:
    """Fetch one channel."""
    channel = hub.channel(request)
    require(channel, Permission.VIEW_CHANNEL)
    return Answer(channel_json(channel))


async def create_message(hub: Hub, request: web.Request) -> Answer:
    """Post one message, or return the first one that had the same enforced nonce."""
    channel = hub.channel(request)
    in_thread = channel.parent is not None
    require(channel, Permission.SEND_MESSAGES_IN_THREADS if in_thread else Permission.SEND_MESSAGES)
    if channel.type == FORUM:
        raise RefusedByDiscord(400, 50008, "Cannot send messages in a non-text channel")
    body, uploads = await hub.read(request)
    if uploads:
        require(channel, Permission.ATTACH_FILES)
    flags = wanted_flags(body)
    hub.check(request, body, message_faults(body, flags=flags))
    repeated = _same_nonce(hub, body)
    if repeated is not None:
        return Answer(_shown(hub, repeated))
    _refuse_closed(hub, channel)
    world = hub.world
    message = Message(world.next_id(), channel, world.bot, world.now(), flags=flags)
    write(hub, message, body, uploads)
    message.nonce = body.get("nonce")
    if message.nonce is not None:
        hub.nonces[str(message.nonce)] = (message, hub.time)
    channel.from_bot.append(message)
    world.post(message)
    return Answer(_shown(hub, message))


async def list_messages(hub: Hub, request: web.Request) -> Answer:
    """List messages, newest first: at most `limit`, one of `before`, `after`, `around`."""
    channel = hub.channel(request)
    require(channel, Permission.VIEW_CHANNEL)
    limit = _number(request, "limit", 50)
    if not 1 <= limit <= 100:
        raise InvalidForm(
            [Fault(("limit",), "NUMBER_TYPE_MAX", "int value should be between 1 and 100.")]
        )
    if not channel.permissions_of(hub.world.bot) & Permission.READ_MESSAGE_HISTORY:
        if hub.settings.unreadable_history == "refused":
            raise RefusedByDiscord(*errors.MISSING_PERMISSIONS)
        return Answer([])
    page = list(_page(channel.history, request, limit))
    return Answer([_shown(hub, message) for message in reversed(page)])


async def get_message(hub: Hub, request: web.Request) -> Answer:
    """Fetch one message."""
    require(hub.channel(request), Permission.READ_MESSAGE_HISTORY)
    return Answer(_shown(hub, hub.message(request)))


async def edit_message(hub: Hub, request: web.Request) -> Answer:
    """Edit a message of the bot's own."""
    require(hub.channel(request), Permission.VIEW_CHANNEL)
    message = hub.message(request)
    if message.author is not hub.world.bot:
        raise RefusedByDiscord(*errors.NOT_THE_AUTHOR)
    body, uploads = await hub.read(request)
    flags = edited_flags(message, body)
    hub.check(request, body, message_faults(body, flags=flags))
    write(hub, message, body, uploads)
    message.flags = flags
    message.edited = hub.world.now()
    hub.world.emit("MESSAGE_UPDATE", message)
    return Answer(_shown(hub, message))


async def delete_message(hub: Hub, request: web.Request) -> Answer:
    """Delete a message: the bot's own, or another's with Manage Messages."""
    channel = hub.channel(request)
    require(channel, Permission.VIEW_CHANNEL)
    message = hub.message(request)
    if message.author is not hub.world.bot:
        require(channel, Permission.MANAGE_MESSAGES)
    hub.world.remove(message)
    return NO_CONTENT


async def open_direct(hub: Hub, request: web.Request) -> Answer:
    """Open the direct channel with a user; always the same one."""
    body, _ = await hub.read(request)
    hub.check(request, body, ())
    text = str(body.get("recipient_id"))
    user = hub.world.users.get(int(text)) if text.isdecimal() else None
    if user is None or user.bot:
        raise RefusedByDiscord(*errors.INVALID_RECIPIENT)
    if not user.dm_channel_opens:
        raise RefusedByDiscord(*errors.CANNOT_SEND_TO_USER)
    return Answer(channel_json(hub.world.direct(user, hub.world.bot)))


def edited_flags(message: Message, body: Json) -> int:
    """The flags after an edit: Components V2 stays once it is set, and can be set later."""
    flags = message.flags
    if body.get("flags") is not None:
        asked = int(body["flags"])
        flags = flags & ~SUPPRESS_EMBEDS | asked & (SUPPRESS_EMBEDS | COMPONENTS_V2)
    return flags


def _same_nonce(hub: Hub, body: Json) -> Message | None:
    if not body.get("enforce_nonce") or body.get("nonce") is None:
        return None
    first, at = hub.nonces.get(str(body["nonce"]), (None, 0.0))
    if first is None or hub.time - at > hub.settings.nonce_window:
        return None
    if first.deleted:
        raise RefusedByDiscord(*errors.UNKNOWN_MESSAGE)
    return first


def _refuse_closed(hub: Hub, channel: Channel) -> None:
    if channel.type != DM:
        return
    user: User = next(person for person in channel.recipients if not person.bot)
    if not user.dms_open:
        raise RefusedByDiscord(*errors.CANNOT_SEND_TO_USER)
    if not user.installed and not hub.world.share_a_guild(user):
        raise RefusedByDiscord(*errors.NO_MUTUAL_GUILDS)


def _page(history: list[Message], request: web.Request, limit: int) -> Iterator[Message]:
    """The messages of one page, oldest first."""
    query = request.query
    if "around" in query:
        middle = _number(request, "around", 0)
        older = [m for m in history if m.id < middle][-(limit // 2) :] if limit > 1 else []
        yield from older
        yield from [m for m in history if m.id >= middle][: limit - len(older)]
    elif "after" in query:
        start = _number(request, "after", 0)
        yield from [m for m in history if m.id > start][:limit]
    else:
        end = _number(request, "before", 1 << 63)
        yield from [m for m in history if m.id < end][-limit:]


def _number(request: web.Request, key: str, default: int) -> int:
    text = request.query.get(key)
    if text is None:
        return default
    if not text.isdecimal():
        message = f'Value "{text}" is not snowflake.'
        raise InvalidForm([Fault((key,), "NUMBER_TYPE_COERCE", message)])
    return int(text)


def _shown(hub: Hub, message: Message) -> Json:
    privileged = bool(hub.settings.privileged_intents & MESSAGE_CONTENT_INTENT)
    return message_json(message, content=visible_to_bot(message, privileged=privileged))


ROUTES: Routes = {
    "GET /channels/{channel_id}": get_channel,
    "POST /channels/{channel_id}/messages": create_message,
    "GET /channels/{channel_id}/messages": list_messages,
    "GET /channels/{channel_id}/messages/{message_id}": get_message,
    "PATCH /channels/{channel_id}/messages/{message_id}": edit_message,
    "DELETE /channels/{channel_id}/messages/{message_id}": delete_message,
    "POST /users/@me/channels": open_direct,
}

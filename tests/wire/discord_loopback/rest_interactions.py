"""The bot's side of an interaction: its first answer within the limit, edits and follow-ups after.

These routes carry their authority in the path's token, not in a header.
"""

from __future__ import annotations

from collections.abc import Iterator

from aiohttp import web

from . import errors
from .errors import Fault, InvalidForm, RefusedByDiscord
from .hub import Hub, Upload
from .interactions import ANSWERS, Interaction, Response
from .payloads import message_json
from .rest import NO_CONTENT, Answer, Routes
from .rest_messages import edited_flags
from .rules import choice_faults, message_faults, modal_faults
from .settings import Json
from .state import EPHEMERAL, LOADING, Message
from .writing import wanted_flags, write

MAX_USER_ONLY_FOLLOWUPS = 5
_COMMAND_REPLY = 20


async def callback(hub: Hub, request: web.Request) -> Answer:
    """Take the first answer; late or repeated ones are refused."""
    body, uploads = await hub.read(request)
    interaction = hub.interactions.get(request.match_info["interaction_token"])
    if interaction is None or str(interaction.id) != request.match_info["interaction_id"]:
        raise RefusedByDiscord(*errors.UNKNOWN_INTERACTION)
    if interaction.answered is not None:
        raise RefusedByDiscord(*errors.ALREADY_ACKNOWLEDGED)
    if hub.time - interaction.created > hub.settings.interaction_limit:
        raise RefusedByDiscord(*errors.UNKNOWN_INTERACTION)
    response = _kind_of(interaction, body)
    data: Json = body.get("data") or {}
    flags = wanted_flags(data, ephemeral=True)
    hub.check(request, body, _faults(interaction, response, data, flags))
    _take(hub, interaction, response, data, uploads)
    interaction.response = response
    interaction.answered = hub.time
    if request.query.get("with_response", "").lower() in ("1", "true"):
        return Answer(_callback_json(interaction))
    return NO_CONTENT


async def follow_up(hub: Hub, request: web.Request) -> Answer:
    """Send one more message; right after a deferral it fills the loading one."""
    interaction = _answered(hub, request)
    if interaction.user_only and len(interaction.followups) >= MAX_USER_ONLY_FOLLOWUPS:
        raise RefusedByDiscord(*errors.TOO_MANY_FOLLOWUPS)
    body, uploads = await hub.read(request)
    original = interaction.original
    if original is not None and original.loading:
        hub.check(request, body, message_faults(body, flags=edited_flags(original, body)))
        _edit(hub, original, body, uploads)
        return Answer(message_json(original))
    flags = wanted_flags(body, ephemeral=True)
    hub.check(request, body, message_faults(body, flags=flags))
    message = _new_message(hub, interaction, flags)
    write(hub, message, body, uploads)
    interaction.followups.append(message)
    hub.world.post(message)
    return Answer(message_json(message))


async def get_answer(hub: Hub, request: web.Request) -> Answer:
    """Fetch the original answer or a follow-up."""
    return Answer(message_json(_own_message(hub, request)))


async def edit_answer(hub: Hub, request: web.Request) -> Answer:
    """Edit the original answer or a follow-up; a deferred one is filled by it."""
    message = _own_message(hub, request)
    body, uploads = await hub.read(request)
    hub.check(request, body, message_faults(body, flags=edited_flags(message, body)))
    _edit(hub, message, body, uploads)
    return Answer(message_json(message))


async def delete_answer(hub: Hub, request: web.Request) -> Answer:
    """Delete the original answer or a follow-up."""
    hub.world.remove(_own_message(hub, request))
    return NO_CONTENT


def _kind_of(interaction: Interaction, body: Json) -> Response:
    allowed = ANSWERS[interaction.kind]
    if body.get("type") not in allowed:
        kinds = ", ".join(str(int(kind)) for kind in sorted(allowed))
        message = f"Value must be one of {{{kinds}}}."
        raise InvalidForm([Fault(("type",), "BASE_TYPE_CHOICES", message)])
    return Response(body["type"])


def _faults(
    interaction: Interaction, response: Response, data: Json, flags: int
) -> Iterator[Fault]:
    match response:
        case Response.CHOICES:
            yield from choice_faults(data.get("choices") or [], ("data", "choices"))
        case Response.MODAL:
            yield from modal_faults(data, ("data",))
        case Response.MESSAGE:
            yield from message_faults(data, flags=flags, path=("data",))
        case Response.UPDATE:
            kept = 0 if interaction.source is None else edited_flags(interaction.source, data)
            yield from message_faults(data, flags=kept, path=("data",))
        case Response.DEFERRED | Response.DEFERRED_UPDATE:
            return


def _take(
    hub: Hub, interaction: Interaction, response: Response, data: Json, uploads: list[Upload]
) -> None:
    match response:
        case Response.CHOICES:
            interaction.choices = data.get("choices") or []
        case Response.MODAL:
            interaction.modal = data
        case Response.MESSAGE:
            flags = wanted_flags(data, ephemeral=True)
            message = _new_message(hub, interaction, flags)
            write(hub, message, data, uploads)
            interaction.original = message
            hub.world.post(message)
        case Response.DEFERRED:
            flags = wanted_flags(data, ephemeral=True) & EPHEMERAL
            interaction.original = _new_message(hub, interaction, flags | LOADING)
            hub.world.post(interaction.original)
        case Response.UPDATE | Response.DEFERRED_UPDATE:
            if interaction.source is None:
                message = "There is no message to update."
                raise InvalidForm([Fault(("type",), "BASE_TYPE_CHOICES", message)])
            interaction.original = interaction.source
            if response is Response.UPDATE:
                _edit(hub, interaction.source, data, uploads)


def _new_message(hub: Hub, interaction: Interaction, flags: int) -> Message:
    world = hub.world
    message = Message(world.next_id(), interaction.channel, world.bot, world.now(), flags=flags)
    message.interaction = interaction.metadata()
    message.type = _COMMAND_REPLY if interaction.source is None else 0
    message.only_for = interaction.user if flags & EPHEMERAL else None
    return message


def _edit(hub: Hub, message: Message, body: Json, uploads: list[Upload]) -> None:
    filling = message.loading
    flags = edited_flags(message, body) & ~LOADING
    write(hub, message, body, uploads)
    message.flags = flags
    message.edited = None if filling else hub.world.now()
    if not message.ephemeral:
        hub.world.emit("MESSAGE_UPDATE", message)


def _answered(hub: Hub, request: web.Request) -> Interaction:
    interaction = hub.interactions.get(request.match_info["webhook_token"])
    known = request.match_info["webhook_id"] == str(hub.world.bot.id)
    if interaction is None or not known:
        raise RefusedByDiscord(*errors.UNKNOWN_WEBHOOK)
    if hub.time - interaction.created > hub.settings.token_lifetime:
        raise RefusedByDiscord(*errors.INVALID_WEBHOOK_TOKEN)
    if interaction.answered is None:
        raise RefusedByDiscord(*errors.UNKNOWN_WEBHOOK)
    return interaction


def _own_message(hub: Hub, request: web.Request) -> Message:
    interaction = _answered(hub, request)
    wanted = request.match_info.get("message_id")
    own = interaction.messages if wanted else [interaction.original]
    for message in own:
        if message is not None and not message.deleted and wanted in (None, str(message.id)):
            return message
    raise RefusedByDiscord(*errors.UNKNOWN_MESSAGE)


def _callback_json(interaction: Interaction) -> Json:
    told: Json = {"id": str(interaction.id), "type": int(interaction.kind)}
    body: Json = {"interaction": told}
    message = interaction.original
    if message is not None and interaction.response is not None:
        told["response_message_id"] = str(message.id)
        told["response_message_loading"] = message.loading
        told["response_message_ephemeral"] = message.ephemeral
        if interaction.response is not Response.DEFERRED_UPDATE:
            kind = int(interaction.response)
            body["resource"] = {"type": kind, "message": message_json(message)}
    return body


_WEBHOOK = "/webhooks/{webhook_id}/{webhook_token}"

ROUTES: Routes = {
    "POST /interactions/{interaction_id}/{interaction_token}/callback": callback,
    f"POST {_WEBHOOK}": follow_up,
    f"GET {_WEBHOOK}/messages/@original": get_answer,
    f"PATCH {_WEBHOOK}/messages/@original": edit_answer,
    f"DELETE {_WEBHOOK}/messages/@original": delete_answer,
    f"GET {_WEBHOOK}/messages/{{message_id}}": get_answer,
    f"PATCH {_WEBHOOK}/messages/{{message_id}}": edit_answer,
    f"DELETE {_WEBHOOK}/messages/{{message_id}}": delete_answer,
}

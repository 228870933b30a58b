"""From a request body to a message: the one way in which posts, edits and answers are written.

A key that the body does not have leaves the message as it was; null empties it. Components get
their ids, uploads become attachments, and `attachment://name` becomes the attachment's address.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, cast

from . import components as ui
from . import errors
from .errors import Fault, InvalidForm, RefusedByDiscord
from .hub import Hub, Upload
from .settings import Json
from .state import COMPONENTS_V2, EPHEMERAL, Message

SUPPRESS_EMBEDS, SUPPRESS_NOTIFICATIONS = 1 << 2, 1 << 12
_ATTACHED = "attachment://"
SETTABLE = SUPPRESS_EMBEDS | SUPPRESS_NOTIFICATIONS | COMPONENTS_V2
"""The flags that a sender may set; an interaction's answer may also be EPHEMERAL."""


def wanted_flags(body: Json, *, ephemeral: bool = False) -> int:
    """The flags of a body, those that are not the sender's to set left out."""
    return int(body.get("flags") or 0) & (SETTABLE | (EPHEMERAL if ephemeral else 0))


def write(hub: Hub, message: Message, body: Json, uploads: list[Upload]) -> None:
    """Apply a checked body to a message that is not posted yet, or is being edited.

    A message with nothing left to show is refused and stays as it was, and so is one whose
    components show an attachment that it has not.
    """
    if faults := list(_reference_faults(message, body, uploads)):
        raise InvalidForm(faults)
    before = (message.content, message.embeds, message.attachments, message.components)
    _apply(hub, message, body, uploads)
    if not any((message.content, message.embeds, message.attachments, message.components)):
        message.content, message.embeds, message.attachments, message.components = before
        raise RefusedByDiscord(*errors.EMPTY_MESSAGE)


def _apply(hub: Hub, message: Message, body: Json, uploads: list[Upload]) -> None:
    if "content" in body:
        message.content = (body["content"] or "").strip()
    if "embeds" in body:
        message.embeds = [{"type": "rich", **embed} for embed in body["embeds"] or []]
    if uploads or "attachments" in body:
        message.attachments = list(_attachments(hub, message, body.get("attachments"), uploads))
    if "components" in body:
        message.components = ui.numbered(body["components"] or [])
        addresses = {f"attachment://{a['filename']}": a["url"] for a in message.attachments}
        for _, media in _media(message.components):
            media["url"] = addresses.get(media["url"], media["url"])
            media.setdefault("proxy_url", media["url"])


def store_file(hub: Hub, upload: Upload, description: str | None = None) -> Json:
    """Keep a file where the bot can download it, and describe it as an attachment object."""
    number = hub.world.next_id()
    key = f"{number}/{upload.name}"
    hub.files[key] = (upload.content, upload.content_type)
    url = f"{hub.base_url}/attachments/{key}"
    return {
        "id": str(number),
        "filename": upload.name,
        "description": description,
        "content_type": upload.content_type,
        "size": len(upload.content),
        "url": url,
        "proxy_url": url,
    }


def _attachments(
    hub: Hub, message: Message, listed: list[Json] | None, uploads: list[Upload]
) -> Iterator[Json]:
    kept = {a["id"]: a for a in message.attachments}
    by_field = {upload.field: upload for upload in uploads}
    if listed is None:
        yield from kept.values()
        listed = [{"id": position} for position in range(len(uploads))]
    for entry in listed:
        upload = by_field.get(f"files[{entry['id']}]")
        if upload is not None:
            yield store_file(hub, upload, entry.get("description"))
        elif str(entry["id"]) in kept:
            yield kept[str(entry["id"])]


def _reference_faults(message: Message, body: Json, uploads: list[Upload]) -> Iterator[Fault]:
    """Discord's own fault (discord-api-docs issue 7754) for a file that is not there."""
    names = {upload.name for upload in uploads} | {a["filename"] for a in message.attachments}
    for path, media in _media(body.get("components") or []):
        wanted = str(media.get("url", ""))
        if wanted.startswith(_ATTACHED) and wanted.removeprefix(_ATTACHED) not in names:
            yield Fault(
                (*path, "url"),
                "UNFURLED_MEDIA_ITEM_REFERENCED_ATTACHMENT_NOT_FOUND",
                f'The referenced attachment ("{wanted}") was not found',
            )


def _media(components: list[Json]) -> Iterator[tuple[ui.Path, Json]]:
    for path, component in ui.walk(components, ("components",)):
        items: list[Any] = component.get("items") or []
        holders: list[tuple[ui.Path, Any]] = [
            (path, component),
            *(((*path, "items", at), item) for at, item in enumerate(items)),
        ]
        for where, holder in holders:
            for key in ("media", "file"):
                media = cast("Json", holder).get(key)
                if isinstance(media, dict):
                    yield (*where, key), cast("Json", media)

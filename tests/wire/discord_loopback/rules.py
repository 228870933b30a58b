"""Discord's documented rules for message bodies that its OpenAPI document does not carry.

Each rule yields faults with the path where Discord would report them; an empty result is a body
Discord would take. Text is measured after trimming, as Discord does.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, cast

from . import components as ui
from .errors import Fault
from .settings import Json
from .state import COMPONENTS_V2

MAX_COMPONENTS, MAX_TEXT, MAX_CONTENT, MAX_NONCE = 40, 4000, 2000, 25
MAX_CHOICES, MAX_ROWS, MAX_FILES, MAX_EMBEDS = 25, 5, 10, 10
MAX_EMBED_TEXT = 6000
_TOP_LEGACY = {ui.ACTION_ROW}
_TOP_V2 = {ui.ACTION_ROW, ui.SECTION, ui.TEXT_DISPLAY, ui.MEDIA_GALLERY, 13, 14, ui.CONTAINER}
_EMBED_LENGTHS = {"title": 256, "description": 4096}

Path = tuple[str | int, ...]


def length(value: object, low: int, high: int, path: Path) -> Iterator[Fault]:
    """A fault unless the text has between `low` and `high` characters; None is left alone."""
    if value is None:
        return
    size = len(value.strip()) if isinstance(value, str) else -1
    if not low <= size <= high:
        wanted = f"{high} or fewer" if low == 0 else f"between {low} and {high}"
        code = "BASE_TYPE_MAX_LENGTH" if low == 0 else "BASE_TYPE_BAD_LENGTH"
        yield Fault(path, code, f"Must be {wanted} in length.")


def message_faults(body: Json, *, flags: int, path: Path = ()) -> Iterator[Fault]:
    """What is wrong with a message body that leads to a message with these `flags`."""
    if flags & COMPONENTS_V2:
        for key in ("content", "embeds", "poll", "sticker_ids"):
            if body.get(key):
                yield Fault(
                    (*path, key),
                    "MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2",
                    f"The '{key}' field cannot be used with MessageFlags.IS_COMPONENTS_V2",
                )
    yield from length(body.get("content"), 0, MAX_CONTENT, (*path, "content"))
    nonce = body.get("nonce")
    if nonce is not None:
        yield from length(str(nonce), 0, MAX_NONCE, (*path, "nonce"))
    if len(body.get("attachments") or ()) > MAX_FILES:
        yield _too_many((*path, "attachments"), MAX_FILES)
    yield from _embed_faults(body.get("embeds") or [], (*path, "embeds"))
    components = body.get("components")
    if components is not None:
        v2 = bool(flags & COMPONENTS_V2)
        yield from component_faults(components, (*path, "components"), v2=v2)


def component_faults(components: object, path: Path, *, v2: bool) -> Iterator[Fault]:
    """What is wrong with a message's components: totals, uniqueness, and each one's own limits."""
    found = list(ui.walk(components, path))
    if len(found) > MAX_COMPONENTS:
        yield Fault(
            path,
            "COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED",
            f"The maximum number of components is {MAX_COMPONENTS}, got {len(found)}.",
        )
    if not v2 and isinstance(components, list) and len(cast("list[Any]", components)) > MAX_ROWS:
        yield _too_many(path, MAX_ROWS)
    allowed = _TOP_V2 if v2 else _TOP_LEGACY
    for where, component in found:
        if len(where) == len(path) + 1 and component.get("type") not in allowed:
            kinds = ", ".join(map(str, sorted(allowed)))
            yield Fault(
                (*where, "type"), "UNION_TYPE_CHOICES", f"Value of field must be one of {kinds}."
            )
        yield from _one_component(component, where)
    text = sum(len(c.get("content", "")) for _, c in found if c.get("type") == ui.TEXT_DISPLAY)
    if text > MAX_TEXT:
        yield Fault(
            path,
            "COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED",
            f"The total displayable text size of {text} exceeds the maximum of {MAX_TEXT}.",
        )
    yield from _repeated(found, "custom_id", "COMPONENT_CUSTOM_ID_DUPLICATED")
    yield from _repeated(found, "id", "COMPONENT_ID_DUPLICATED")


def modal_faults(modal: Json, path: Path) -> Iterator[Fault]:
    """What is wrong with a modal."""
    yield from length(modal.get("title", ""), 1, 45, (*path, "title"))
    yield from length(modal.get("custom_id", ""), 1, 100, (*path, "custom_id"))
    components = modal.get("components") or []
    if not 1 <= len(components) <= MAX_ROWS:
        yield Fault(
            (*path, "components"), "BASE_TYPE_BAD_LENGTH", "Must be between 1 and 5 in length."
        )
    found = list(ui.walk(components, (*path, "components")))
    for where, component in found:
        yield from _one_component(component, where)
    yield from _repeated(found, "custom_id", "COMPONENT_CUSTOM_ID_DUPLICATED")


def choice_faults(choices: Iterable[Json], path: Path) -> Iterator[Fault]:
    """What is wrong with the answer to an autocomplete."""
    listed = list(choices)
    if len(listed) > MAX_CHOICES:
        yield _too_many(path, MAX_CHOICES)
    for position, choice in enumerate(listed):
        yield from length(choice.get("name", ""), 1, 100, (*path, position, "name"))
        if isinstance(choice.get("value"), str):
            yield from length(choice["value"], 1, 100, (*path, position, "value"))


def _one_component(component: Json, path: Path) -> Iterator[Fault]:
    kind = component.get("type")
    if component.get("custom_id") is not None:
        yield from length(component["custom_id"], 1, 100, (*path, "custom_id"))
    if kind == ui.ACTION_ROW:
        yield from _row(component, path)
    elif kind == ui.BUTTON:
        yield from _button(component, path)
    elif kind in ui.SELECTS:
        yield from _select(component, path)
    elif kind == ui.TEXT_DISPLAY:
        yield from length(component.get("content", ""), 1, MAX_TEXT, (*path, "content"))
    elif kind == ui.TEXT_INPUT:
        yield from length(component.get("value"), 0, 4000, (*path, "value"))
        yield from length(component.get("placeholder"), 0, 100, (*path, "placeholder"))
    elif kind == ui.LABEL:
        yield from length(component.get("label", ""), 1, 45, (*path, "label"))
        yield from length(component.get("description"), 0, 100, (*path, "description"))


def _row(row: Json, path: Path) -> Iterator[Fault]:
    inside = cast("list[Json]", row.get("components") or [])
    selects = sum(item.get("type") != ui.BUTTON for item in inside)
    if not inside or len(inside) > (1 if selects else 5):
        yield Fault(
            (*path, "components"),
            "COMPONENT_LAYOUT_WIDTH_EXCEEDED",
            "An action row holds one to five buttons or one select.",
        )


def _button(button: Json, path: Path) -> Iterator[Fault]:
    yield from length(button.get("label"), 0, 80, (*path, "label"))
    yield from length(button.get("url"), 1, 512, (*path, "url"))
    if not button.get("label") and not button.get("emoji"):
        yield Fault(path, "BUTTON_COMPONENT_LABEL_REQUIRED", "A button needs a label or an emoji.")
    link = button.get("style") == ui.LINK_STYLE
    if link != ("url" in button) or link == ("custom_id" in button):
        yield Fault(
            path, "BUTTON_COMPONENT_INVALID", "A link has a url, any other button a custom id."
        )


def _select(select: Json, path: Path) -> Iterator[Fault]:
    yield from length(select.get("placeholder"), 0, 150, (*path, "placeholder"))
    if "custom_id" not in select:
        yield Fault((*path, "custom_id"), "BASE_TYPE_REQUIRED", "This field is required")
    if select.get("type") != ui.STRING_SELECT:
        return
    options = cast("list[Json]", select.get("options") or [])
    if not 1 <= len(options) <= MAX_CHOICES:
        yield Fault(
            (*path, "options"), "BASE_TYPE_BAD_LENGTH", "Must be between 1 and 25 in length."
        )
    for position, option in enumerate(options):
        for key in ("label", "value"):
            yield from length(option.get(key, ""), 1, 100, (*path, "options", position, key))
        where = (*path, "options", position, "description")
        yield from length(option.get("description"), 0, 100, where)
    if len({option.get("value") for option in options}) < len(options):
        yield Fault(
            (*path, "options"), "SELECT_COMPONENT_OPTION_VALUE_DUPLICATED", "Values must differ."
        )


def _embed_faults(embeds: list[Json], path: Path) -> Iterator[Fault]:
    if len(embeds) > MAX_EMBEDS:
        yield _too_many(path, MAX_EMBEDS)
    total = 0
    for position, embed in enumerate(embeds):
        for key, most in _EMBED_LENGTHS.items():
            yield from length(embed.get(key), 0, most, (*path, position, key))
            total += len(embed.get(key) or "")
        for field in embed.get("fields") or []:
            total += len(field.get("name", "")) + len(field.get("value", ""))
    if total > MAX_EMBED_TEXT:
        yield Fault(path, "MAX_EMBED_SIZE_EXCEEDED", f"Embed size exceeds {MAX_EMBED_TEXT}")


def _repeated(found: list[tuple[Path, Json]], key: str, code: str) -> Iterator[Fault]:
    seen: set[object] = set()
    for path, component in found:
        value = component.get(key)
        if value and value in seen:
            yield Fault((*path, key), code, f"Component {key} cannot be duplicated")
        seen.add(value)


def _too_many(path: Path, most: int) -> Fault:
    return Fault(path, "BASE_TYPE_MAX_LENGTH", f"Must be {most} or fewer in length.")

"""Reading what a user sees: all text of a message, its buttons by their labels, a form's lines."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import discord
import simcord

Seen = simcord.InteractionResult | simcord.ResponseMessage | discord.Message | None
_BUTTON, _TEXT, _TEXT_INPUT = 2, 10, 4
_SELECTS = {3, 5, 6, 7, 8}


def parts_of(seen: Seen) -> Iterator[Mapping[str, Any]]:
    """Every component of what was answered, nested ones too, in the order of reading."""
    if isinstance(seen, simcord.InteractionResult):
        yield from parts_of(seen.response)
        for more in seen.followups:
            yield from parts_of(more)
    elif isinstance(seen, discord.Message):
        yield from _walk([component.to_dict() for component in seen.components])
    elif seen is not None:
        yield from _walk(seen.components)


def _walk(components: Any) -> Iterator[Mapping[str, Any]]:
    for component in components:
        yield component
        yield from _walk(component.get("components") or [])
        for key in ("accessory", "component"):
            if component.get(key):
                yield from _walk([component[key]])


def text_of(seen: Seen) -> str:
    """All text of a message, a line a display."""
    return "\n".join(part["content"] for part in parts_of(seen) if part["type"] == _TEXT)


def buttons_of(seen: Seen) -> dict[str, str]:
    """The ids of the buttons that can be pressed, by their labels."""
    return {
        part.get("label", ""): part["custom_id"]
        for part in parts_of(seen)
        if part["type"] == _BUTTON and "custom_id" in part and not part.get("disabled")
    }


def options_of(seen: Seen) -> dict[str, str]:
    """The values of the first select's options, by their labels."""
    for part in parts_of(seen):
        if part["type"] in _SELECTS:
            return {option["label"]: option["value"] for option in part["options"]}
    return {}


def lines_of(shown: simcord.InteractionResult) -> dict[str, str]:
    """What stands in a form's lines, by their names."""
    assert shown.modal is not None, "no form was opened"
    return {
        part["custom_id"]: part.get("value", "")
        for part in _walk(shown.modal["components"])
        if part["type"] == _TEXT_INPUT
    }


def weight_of(seen: Seen) -> tuple[int, int]:
    """What Discord counts of a message: components and characters."""
    parts = list(parts_of(seen))
    return len(parts), sum(len(part["content"]) for part in parts if part["type"] == _TEXT)


def answer_of(seen: simcord.InteractionResult) -> simcord.ResponseMessage:
    """The answer itself; fails where there was none."""
    assert seen.response is not None, "nobody was answered"
    return seen.response


async def press(
    actor: simcord.MemberActor | simcord.UserHandle, seen: simcord.InteractionResult, label: str
) -> simcord.InteractionResult:
    """Press the button of this label, on the newest message of the answer that has it."""
    for message in (*reversed(seen.followups), answer_of(seen)):
        if label in buttons_of(message):
            return await actor.click(message, label=label)
    raise AssertionError(f"no button {label!r}, but {list(buttons_of(seen))}")

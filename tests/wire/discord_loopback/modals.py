"""Filling in a modal: from the form the bot showed to the data Discord sends back.

An input that the person leaves alone keeps what the bot had put into it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import cast

from . import components as ui
from .errors import NotAvailable
from .hub import Hub
from .invoking import resolve
from .settings import Json
from .state import Channel


def submitted(
    hub: Hub, channel: Channel, modal: Json, values: Mapping[str, object], resolved: Json
) -> Json:
    """The data of a modal's submission; values are found by custom id or by label."""
    left = dict(values)
    numbered = ui.numbered(modal["components"])
    components = [_outer(hub, channel, outer, left, resolved) for outer in numbered]
    if left:
        raise NotAvailable(f"the modal {modal['title']!r} has no inputs {sorted(left)}")
    return {"custom_id": modal["custom_id"], "components": components}


def _outer(
    hub: Hub, channel: Channel, outer: Json, left: dict[str, object], resolved: Json
) -> Json:
    kept: Json = {"type": outer["type"], "id": outer["id"]}
    if outer["type"] == ui.LABEL:
        inner = outer["component"]
        kept["component"] = _input(hub, channel, inner, outer["label"], left, resolved)
    elif outer["type"] == ui.ACTION_ROW:
        kept["components"] = [
            _input(hub, channel, inner, inner.get("label", ""), left, resolved)
            for inner in outer["components"]
        ]
    return kept


def _input(
    hub: Hub, channel: Channel, inner: Json, label: str, left: dict[str, object], resolved: Json
) -> Json:
    custom_id = inner["custom_id"]
    given = left.pop(custom_id, left.pop(label, None))
    kept: Json = {"type": inner["type"], "id": inner["id"], "custom_id": custom_id}
    if inner["type"] == ui.TEXT_INPUT:
        text = str(inner.get("value") or "") if given is None else str(given)
        low = inner.get("min_length", 1 if inner.get("required", True) else 0)
        high = inner.get("max_length", 4000)
        if not low <= len(text) <= high and (text or inner.get("required", True)):
            raise NotAvailable(f"{label!r}: {len(text)} characters, not {low} to {high}")
        return kept | {"value": text}
    if inner["type"] in ui.SELECTS:
        defaults = [o["value"] for o in inner.get("options") or [] if o.get("default")]
        picked = defaults if given is None else _several(given)
        return kept | {"values": resolve(hub, channel, picked, resolved)}
    return kept | {"value": given}


def _several(given: object) -> Sequence[object]:
    return cast("Sequence[object]", given) if isinstance(given, list | tuple) else [given]

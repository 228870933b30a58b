"""Message components as plain JSON: walking them, numbering them, reading them as a person does.

A component's children are under `components`, a section's also under `accessory`, a label's under
`component`. Paths are JSON paths, so that a fault can be hung where it is.
"""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy
from typing import Any, cast

from .settings import Json

ACTION_ROW, BUTTON, STRING_SELECT, TEXT_INPUT = 1, 2, 3, 4
SECTION, TEXT_DISPLAY, THUMBNAIL, MEDIA_GALLERY = 9, 10, 11, 12
CONTAINER, LABEL = 17, 18
SELECTS = frozenset({3, 5, 6, 7, 8})
LINK_STYLE = 5

Path = tuple[str | int, ...]


def walk(components: object, path: Path = ()) -> Iterator[tuple[Path, Json]]:
    """Every component, outer before inner, in the order Discord numbers them."""
    if not isinstance(components, list):
        return
    for position, component in enumerate(cast("list[Any]", components)):
        if isinstance(component, dict):
            yield from _one(cast("Json", component), (*path, position))


def _one(component: Json, path: Path) -> Iterator[tuple[Path, Json]]:
    yield path, component
    yield from walk(component.get("components"), (*path, "components"))
    for key in ("accessory", "component"):
        inner = component.get(key)
        if isinstance(inner, dict):
            yield from _one(cast("Json", inner), (*path, key))


def numbered(components: list[Json]) -> list[Json]:
    """Return a copy in which each component has an `id`, the missing ones counted up from 1."""
    copy = deepcopy(components)
    taken = {c["id"] for _, c in walk(copy) if c.get("id")}
    following = 0
    for _, component in walk(copy):
        if not component.get("id"):
            following += 1
            while following in taken:
                following += 1
            component["id"] = following
    return copy


def text_of(components: list[Json]) -> str:
    """All text a person reads, a line each, without buttons."""
    return "\n".join(c["content"] for _, c in walk(components) if c.get("type") == TEXT_DISPLAY)


def buttons_of(components: list[Json]) -> list[Json]:
    """Every button in reading order, links included."""
    return [c for _, c in walk(components) if c.get("type") == BUTTON]


def selects_of(components: list[Json]) -> list[Json]:
    """Every select menu in reading order."""
    return [c for _, c in walk(components) if c.get("type") in SELECTS]


def images_of(components: list[Json]) -> list[str]:
    """The address of every picture."""
    found: list[str] = []
    for _, component in walk(components):
        if component.get("type") == THUMBNAIL:
            found.append(component["media"]["url"])
        elif component.get("type") == MEDIA_GALLERY:
            found.extend(item["media"]["url"] for item in component["items"])
    return found

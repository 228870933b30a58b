"""What a message is, told from the components that a person sees.

Rules: it is judged from the payload that Discord has, never from the objects that made it, so a
thing counts as shown only when it is there to be seen.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, cast

Components = Sequence[Mapping[str, Any]]

_EXPLAINS, _NUMBER, _CITES, _PICKS = "v1:why:", "v1:paper:", "v1:bib:", "v1:pick"


def is_edition(components: Components) -> bool:
    """Say whether this is a delivered edition with papers: it explains itself and opens cards."""
    return _has_control(components, _EXPLAINS) and _has_control(components, _NUMBER)


def is_answer(components: Components, typed: str, *, meant: str | None) -> bool:
    """Say whether this answers a lookup of `typed`.

    With `meant`, an arXiv id, only that paper's card is an answer. Without, it is any card, a
    choice of papers, or a sentence that repeats what was typed and says that it is not here.
    """
    shown = [str(one.get(key) or "") for one in _walk(components) for key in ("content", "url")]
    card = _has_control(components, _CITES)
    if meant is not None:
        return card and any(meant in text for text in shown)
    return card or _has_control(components, _PICKS) or any(typed in text for text in shown)


def _has_control(components: Components, mark: str) -> bool:
    return any(str(one.get("custom_id") or "").startswith(mark) for one in _walk(components))


def _walk(components: Components) -> Iterator[Mapping[str, Any]]:
    for component in components:
        yield component
        yield from _walk(component.get("components") or ())
        accessory = component.get("accessory")
        if isinstance(accessory, Mapping):
            yield from _walk((cast("Mapping[str, Any]", accessory),))

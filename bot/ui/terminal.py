"""A message as a terminal shows it: the same components, drawn with rich.

It reads the payload that goes to Discord, not the objects that made it, so what is printed is what
was sent.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from rich import box
from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.panel import Panel
from rich.rule import Rule
from rich.text import Text

_ACTION_ROW, _BUTTON, _SELECT, _SECTION, _TEXT = 1, 2, 3, 9, 10
_SEPARATOR, _FILE, _CONTAINER = 14, 13, 17
_LINK = re.compile(r"\[((?:\\.|[^\]\\])*)\]\((https?://[^)\s]+)\)")
_BOLD = re.compile(r"\*\*(.+?)\*\*")
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")


def draw(components: Sequence[Mapping[str, Any]], title: str) -> RenderableType:
    """Return a message's components as a panel."""
    parts: list[RenderableType] = []
    for component in components:
        parts += _drawn(component)
    return Panel(Group(*parts), title=title, title_align="left", box=box.ROUNDED, padding=(0, 1))


def _drawn(component: Mapping[str, Any]) -> Iterable[RenderableType]:
    kind, children = component.get("type"), component.get("components") or ()
    if kind == _TEXT:
        yield Group(*(_line(line) for line in str(component.get("content", "")).split("\n")))
        yield Text()
    elif kind == _SEPARATOR:
        yield Rule(style="dim") if component.get("divider", True) else Text()
    elif kind == _ACTION_ROW:
        yield Padding(Text("  ").join(_control(child) for child in children), (0, 0, 0, 0))
    elif kind == _FILE:
        yield Text(f"📎 {component.get('name') or 'file'}", style="cyan")
    else:
        for child in children:
            yield from _drawn(child)


def _line(line: str) -> Text:
    style = ""
    for mark, look in (("### ", "bold"), ("## ", "bold yellow"), ("-# ", "dim"), ("> ", "italic")):
        if line.startswith(mark):
            line, style = line.removeprefix(mark), look
            break
    text = Text(style=style)
    at = 0
    for match in _LINK.finditer(line):
        text.append_text(_bold(line[at : match.start()]))
        text.append(_ESCAPED.sub(r"\1", match[1]), style=f"underline link {match[2]}")
        at = match.end()
    return text.append_text(_bold(line[at:]))


def _bold(line: str) -> Text:
    text, at = Text(), 0
    for match in _BOLD.finditer(line):
        text.append(_ESCAPED.sub(r"\1", line[at : match.start()]))
        text.append(_ESCAPED.sub(r"\1", match[1]), style="bold")
        at = match.end()
    return text.append(_ESCAPED.sub(r"\1", line[at:]))


def _control(control: Mapping[str, Any]) -> Text:
    if control.get("type") == _SELECT:
        return Text(f"[ {control.get('placeholder', '')} ▾ ]", style="cyan")
    shown: Mapping[str, Any] = control.get("emoji") or {}
    words = (str(shown.get("name") or ""), str(control.get("label") or ""))
    label = " ".join(word for word in words if word)
    return Text(f"[{label}]", style="dim" if control.get("disabled") else "cyan")

"""The faces in the demo: the bot's, its owner's and its member's, drawn when the demo starts.

A face is a square PNG of 128 points, drawn four times as large and made smaller, so that its edges
are smooth. SimCord shows only pictures that it is given, by their addresses.
"""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

from PIL import Image, ImageDraw

from bot.demo.papers.canvas import AMBER, CORAL, INK, PAPER, PINE, PLUM, SAND, TEAL

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.demo.papers.canvas import Colour

_SIDE, _LARGER = 128, 4
_LINES = ((46, 62), (58, 62), (76, 84), (84, 84), (92, 74))  # y and right end of each line of text


def paperboy() -> bytes:
    """A newspaper with a headline and a picture, on amber."""
    return _drawn(AMBER, _newspaper)


def ada() -> bytes:
    """Long dark hair, on teal."""

    def portrait(pen: ImageDraw.ImageDraw) -> None:
        pen.rounded_rectangle(_box(36, 26, 92, 104), _to(28), fill=INK)
        _person(pen, CORAL)
        pen.pieslice(_box(38, 24, 90, 76), 180, 360, fill=INK)

    return _drawn(TEAL, portrait)


def max_() -> bytes:
    """Short hair and glasses, on plum."""

    def portrait(pen: ImageDraw.ImageDraw) -> None:
        _person(pen, PINE)
        pen.pieslice(_box(42, 24, 86, 68), 180, 360, fill=INK)
        for left in (47, 66):
            pen.ellipse(_box(left, 49, left + 15, 64), outline=INK, width=_to(2))
        pen.line(_box(62, 56, 66, 56), fill=INK, width=_to(2))

    return _drawn(PLUM, portrait)


def _newspaper(pen: ImageDraw.ImageDraw) -> None:
    pen.rounded_rectangle(_box(86, 42, 106, 104), _to(6), fill=SAND)
    pen.rounded_rectangle(_box(26, 24, 94, 104), _to(7), fill=PAPER)
    pen.rounded_rectangle(_box(36, 32, 84, 40), _to(2), fill=INK)
    pen.rounded_rectangle(_box(66, 46, 84, 66), _to(2), fill=TEAL)
    for y, end in _LINES:
        pen.rounded_rectangle(_box(36, y, min(end, 84), y + 4), _to(2), fill=INK)


def _person(pen: ImageDraw.ImageDraw, shirt: Colour) -> None:
    pen.ellipse(_box(26, 86, 102, 160), fill=shirt)
    pen.rounded_rectangle(_box(56, 70, 72, 96), _to(8), fill=SAND)
    pen.ellipse(_box(44, 32, 84, 82), fill=PAPER)


def _drawn(ground: Colour, draw: Callable[[ImageDraw.ImageDraw], None]) -> bytes:
    image = Image.new("RGB", (_to(_SIDE), _to(_SIDE)), ground)
    draw(ImageDraw.Draw(image))
    small = image.resize((_SIDE, _SIDE), Image.Resampling.LANCZOS)
    file = BytesIO()
    small.save(file, "PNG", optimize=True)
    return file.getvalue()


def _to(points: float) -> int:
    return round(points * _LARGER)


def _box(left: float, top: float, right: float, bottom: float) -> tuple[int, int, int, int]:
    return _to(left), _to(top), _to(right), _to(bottom)

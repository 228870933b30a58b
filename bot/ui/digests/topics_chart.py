"""A small picture of the topics that rose and fell, for a digest that comes once a week.

    label   ○────▶ now      a ring where the topic usually is, an arrow to where it is now

- It holds names and numbers only; its words stand in the message and in its description, so that it
  is the same in every language. The font is the one that Pillow brings, which has ASCII.
- Its own dark ground is readable in Discord's dark and light themes. Rose is blue and points right,
  fell is orange and points left: colours of Okabe and Ito, which differ for everybody, and shapes
  that differ without them.
- Lengths are square roots, as topics are compared (`core.topics`): 1 → 5 is as long as 10 → 19.
- Twice as many pixels as Discord shows, in the shades of five colours: well below 60 kB.

Pillow is loaded when the first picture is drawn, beside the event loop.
"""

from __future__ import annotations

import asyncio
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from io import BytesIO
from math import sqrt
from typing import TYPE_CHECKING, Final

import discord
import structlog
from discord import ui

from bot.core.editions import AnyEdition, EmptyEdition
from bot.core.excerpts import cut, one_line
from bot.core.pages import Cost

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PIL.ImageDraw import ImageDraw
    from PIL.ImageFont import FreeTypeFont, ImageFont

    from bot.core.topics import Topic, Topics
    from bot.ui.i18n import Words
    from bot.ui.messages import Layout

log = structlog.stdlib.get_logger(__name__)

NAME: Final = "topics.png"
ROOM: Final = Cost(2, 200)
"""What the chart takes of a message; a description does not count as text."""

_DESCRIPTION = 1_024  # characters, Discord's limit

_WIDTH, _ROW, _EDGE, _GAP = 1000, 64, 34, 30
_LABELS, _TRACK = (_EDGE, 470), (560, 900)  # from, to
_FONT, _RING, _LINE, _HEAD = 34, 10, 6, 16
_FINER = 2  # drawn so many times as large, and made smaller: Pillow's shapes have no soft edges
_SHADES = 15  # of each colour, where it meets the ground

_GROUND, _TEXT, _FAINT, _RULE = "#2b2d31", "#f2f3f5", "#b5bac1", "#43454b"
_ROSE, _FELL = "#56b4e9", "#e69f00"


async def chart_of(edition: AnyEdition) -> discord.File | None:
    """Return an edition's picture, to be sent with its message; None where it has none, or where it
    cannot be drawn, which is logged: whatever is wrong with a picture, the digest goes out.
    """
    if isinstance(edition, EmptyEdition) or edition.topics is None:
        return None
    try:
        picture = await asyncio.to_thread(draw, edition.topics)
    except Exception as error:  # noqa: BLE001 - see above
        log.warning("chart_failed", error=repr(error))
        return None
    return discord.File(BytesIO(picture), NAME)


def add_chart(message: Layout, topics: Topics, words: Words) -> None:
    """Add the picture that is sent with the message, and what it shows, in words, too."""
    message.text(f"{words('digest-topics')}\n-# {words('digest-topics-machine')}")
    told = [
        words(key, topics=" · ".join(_told(topic, words) for topic in moved))
        for key, moved in (("topics-rose", topics.rose), ("topics-fell", topics.fell))
        if moved
    ]
    description = cut(words.sentences((words("topics-described"), *told)), _DESCRIPTION)
    shown = discord.MediaGalleryItem(f"attachment://{NAME}", description=description)
    gallery: ui.MediaGallery[Layout] = ui.MediaGallery(shown)
    message.box.add_item(gallery)


def _told(topic: Topic, words: Words) -> str:
    return words("topics-one", name=one_line(topic.name), now=topic.now, usual=topic.usual)


@lru_cache(maxsize=4)  # many digests are due at once, and they show the same
def draw(topics: Topics) -> bytes:
    """Draw the topics as PNG. Raises what Pillow raises; `ImportError` where it is not there."""
    from PIL import Image, ImageDraw, ImageFont  # noqa: PLC0415 - 10 MB before it is needed

    rows = len(topics.rose) + len(topics.fell)
    both = bool(topics.rose and topics.fell)
    height = 2 * _EDGE + rows * _ROW + both * _GAP
    size = (_WIDTH * _FINER, height * _FINER)
    image = Image.new("RGB", size, _GROUND)
    largest = max(max(topic.now, topic.usual) for topic in (*topics.rose, *topics.fell))
    pen = _Pen(ImageDraw.Draw(image), ImageFont.load_default(_FONT * _FINER), largest)
    top = float(_EDGE)
    for topic in topics.rose:
        pen.row(topic, top + _ROW / 2, _ROSE)
        top += _ROW
    if both:
        pen.rule(top + _GAP / 2)
        top += _GAP
    for topic in topics.fell:
        pen.row(topic, top + _ROW / 2, _FELL)
        top += _ROW
    small = image.resize((_WIDTH, height), Image.Resampling.BOX)
    palette = Image.new("P", (1, 1))
    palette.putpalette(list(_shades()))
    written = BytesIO()
    small.quantize(palette=palette, dither=Image.Dither.NONE).save(written, "PNG", optimize=True)
    return written.getvalue()


@dataclass(frozen=True, slots=True)
class _Pen:
    """Draws in the picture's own pixels."""

    on: ImageDraw
    font: FreeTypeFont | ImageFont
    largest: float

    def row(self, topic: Topic, y: float, colour: str) -> None:
        """Draw one topic."""
        start, end = self._place(topic.usual), self._place(topic.now)
        right = end > start
        self._text(_LABELS[0], y, self._fitting(topic.name), _TEXT, "lm")
        back = _HEAD if right else -_HEAD
        self._line((start, y), (end - back, y), colour, _LINE)
        self._polygon([(end, y), (end - back, y - _HEAD), (end - back, y + _HEAD)], colour)
        self._ring(start, y)
        before, behind = ("rm", "lm") if right else ("lm", "rm")
        away = 22 if right else -22
        self._text(start - away, y, f"{topic.usual:.0f}", _FAINT, before)
        self._text(end + away / 2, y, str(topic.now), _TEXT, behind)

    def rule(self, y: float) -> None:
        """Draw the line between what rose and what fell."""
        self._line((_EDGE, y), (_WIDTH - _EDGE, y), _RULE, 2)

    def _place(self, count: float) -> float:
        left, right = _TRACK
        return left + (right - left) * sqrt(count / self.largest)

    def _fitting(self, name: str) -> str:
        text = drawable(name)
        room = (_LABELS[1] - _LABELS[0]) * _FINER
        if self.font.getlength(text) <= room:
            return text
        while text and self.font.getlength(f"{text}…") > room:
            text = text[:-1].rstrip()
        return f"{text}…"

    def _text(self, x: float, y: float, text: str, colour: str, anchor: str) -> None:
        self.on.text((x * _FINER, y * _FINER), text, colour, self.font, anchor)

    def _line(
        self, start: tuple[float, float], end: tuple[float, float], colour: str, width: int
    ) -> None:
        self.on.line([_finer(start), _finer(end)], colour, width * _FINER)

    def _polygon(self, corners: list[tuple[float, float]], colour: str) -> None:
        self.on.polygon([_finer(corner) for corner in corners], colour)

    def _ring(self, x: float, y: float) -> None:
        box = [_finer((x - _RING, y - _RING)), _finer((x + _RING, y + _RING))]
        self.on.ellipse(box, _GROUND, _FAINT, 4 * _FINER)


def _finer(point: tuple[float, float]) -> tuple[float, float]:
    return point[0] * _FINER, point[1] * _FINER


def _shades() -> Iterator[int]:
    """Give the palette: every colour from the ground's to its own, as red, green, blue."""
    ground = bytes.fromhex(_GROUND[1:])
    for colour in (_TEXT, _FAINT, _RULE, _ROSE, _FELL):
        full = bytes.fromhex(colour[1:])
        for step in range(_SHADES + 1):
            for low, high in zip(ground, full, strict=True):
                yield round(low + (high - low) * step / _SHADES)


def drawable(name: str) -> str:
    """Return a name in the letters that the font has."""
    apart = unicodedata.normalize("NFKD", name)
    return "".join(char for char in apart if char.isascii() and char.isprintable())

"""A canvas for the small pictures of the bundled papers, and the shapes they share.

Rules: a picture is 320 by 180 points, y downwards, drawn larger than it is kept; colours come from
the one palette below; nothing is random (`chance` only looks so), so that drawing twice gives the
same picture. The drawn files are kept beside the papers: the demo itself needs neither these
modules nor Pillow.
"""

from __future__ import annotations

import math
from itertools import pairwise
from typing import TYPE_CHECKING

from PIL import Image, ImageDraw, ImageFilter

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

Point = tuple[float, float]
Colour = tuple[int, int, int]

WIDTH, HEIGHT, SCALE = 320, 180, 4

INK: Colour = (20, 23, 46)
NIGHT: Colour = (38, 43, 82)
DUSK: Colour = (74, 80, 138)
PAPER: Colour = (246, 236, 216)
SAND: Colour = (226, 206, 172)
CORAL: Colour = (255, 107, 92)
AMBER: Colour = (255, 186, 82)
TEAL: Colour = (58, 190, 172)
SKY: Colour = (110, 172, 255)
PLUM: Colour = (148, 112, 219)
PINE: Colour = (20, 66, 74)


class Canvas:
    """A picture in the making. Lengths are points; `alpha` runs from 0 (unseen) to 1."""

    def __init__(self, ground: Colour) -> None:
        self.image = Image.new("RGB", (WIDTH * SCALE, HEIGHT * SCALE), ground)
        self._pen = ImageDraw.Draw(self.image, "RGBA")

    def disc(self, at: Point, radius: float, colour: Colour, alpha: float = 1) -> None:
        """A filled circle around `at`."""
        self._pen.ellipse(_round(at, radius), fill=_rgba(colour, alpha))

    def arc(
        self,
        at: Point,
        radius: float,
        colour: Colour,
        width: float = 2,
        *,
        span: Point = (0, 360),
    ) -> None:
        """A part of a circle, `span` in degrees clockwise from three o'clock."""
        pen = max(1, round(width * SCALE))
        self._pen.arc(_round(at, radius + width / 2), *span, fill=colour, width=pen)

    def path(
        self, points: Sequence[Point], colour: Colour, width: float = 2, alpha: float = 1
    ) -> None:
        """An open line through `points`."""
        scaled = [(x * SCALE, y * SCALE) for x, y in points]
        pen = max(1, round(width * SCALE))
        self._pen.line(scaled, fill=_rgba(colour, alpha), width=pen, joint="curve")
        if alpha == 1:
            self.disc(points[0], width / 2, colour)
            self.disc(points[-1], width / 2, colour)

    def dots(self, points: Iterable[Point], radius: float, colour: Colour) -> None:
        """The same disc at every point."""
        for point in points:
            self.disc(point, radius, colour)

    def area(self, points: Sequence[Point], colour: Colour, alpha: float = 1) -> None:
        """A filled polygon."""
        self._pen.polygon([(x * SCALE, y * SCALE) for x, y in points], fill=_rgba(colour, alpha))

    def box(
        self, corner: Point, size: Point, colour: Colour, radius: float = 3, alpha: float = 1
    ) -> None:
        """A filled rectangle with rounded corners; `corner` is its top left."""
        self._pen.rounded_rectangle(_span(corner, size), radius * SCALE, fill=_rgba(colour, alpha))

    def frame(
        self, corner: Point, size: Point, colour: Colour, radius: float = 3, width: float = 2
    ) -> None:
        """The outline of such a rectangle."""
        pen = max(1, round(width * SCALE))
        self._pen.rounded_rectangle(_span(corner, size), radius * SCALE, outline=colour, width=pen)

    def soften(self, radius: float) -> None:
        """Blur what is there so far."""
        self.image = self.image.filter(ImageFilter.GaussianBlur(radius * SCALE))
        self._pen = ImageDraw.Draw(self.image, "RGBA")


def _rgba(colour: Colour, alpha: float) -> tuple[int, int, int, int]:
    return (*colour, round(255 * alpha))


def _round(at: Point, radius: float) -> tuple[float, float, float, float]:
    return _span((at[0] - radius, at[1] - radius), (2 * radius, 2 * radius))


def _span(corner: Point, size: Point) -> tuple[float, float, float, float]:
    x, y = corner
    return x * SCALE, y * SCALE, (x + size[0]) * SCALE, (y + size[1]) * SCALE


def polar(at: Point, radius: float, degrees: float) -> Point:
    """The point `radius` away from `at`, at `degrees` clockwise from three o'clock."""
    turn = math.radians(degrees)
    return at[0] + radius * math.cos(turn), at[1] + radius * math.sin(turn)


def between(start: Point, end: Point, share: float) -> Point:
    """The point on the way from start (`share` 0) to end (1)."""
    return start[0] + (end[0] - start[0]) * share, start[1] + (end[1] - start[1]) * share


def bow(start: Point, end: Point, lift: float) -> list[Point]:
    """A smooth line that leaves and arrives along the x axis, the more so the greater `lift`."""
    reach = (end[0] - start[0]) * lift
    handles = [start, (start[0] + reach, start[1]), (end[0] - reach, end[1]), end]
    line: list[Point] = []
    for step in range(25):
        points, share = handles, step / 24
        while len(points) > 1:
            points = [between(a, b, share) for a, b in pairwise(points)]
        line.append(points[0])
    return line


def mix(one: Colour, other: Colour, share: float) -> Colour:
    """The first colour with `share` (0 to 1) of the other."""
    red, green, blue = (round(a + (b - a) * share) for a, b in zip(one, other, strict=True))
    return red, green, blue


def chance(*seed: float) -> float:
    """A number from 0 to 1 that looks random and is always the same for the same seed."""
    wild = math.sin(sum(value * 12.9898 * (k + 1.37) for k, value in enumerate(seed, 1))) * 43758.5
    return wild - math.floor(wild)

"""Pictures of the newest papers on images, sound, film and long texts: a hint at each subject."""
# ruff: noqa: PLR2004 - a drawing is made of numbers

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from bot.demo.papers.canvas import (
    AMBER,
    CORAL,
    DUSK,
    INK,
    NIGHT,
    PAPER,
    PINE,
    PLUM,
    SAND,
    SKY,
    TEAL,
    Canvas,
    bow,
    chance,
    mix,
    polar,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from bot.demo.papers.canvas import Colour, Point


def _walker(canvas: Canvas, x: float, stride: float, colour: Colour, alpha: float = 1) -> None:
    """Somebody walking, seen from the side; `stride` from -1 to 1 is the phase of the step."""
    hip, neck = (x, 104.0), (x + 2, 66.0)
    for side in (1, -1):
        knee = (x + 13 * stride * side + 4, 122.0)
        canvas.path([hip, knee, (x + 24 * stride * side - 2, 142)], colour, 9, alpha)
        elbow = (x - 12 * stride * side, 84.0)
        canvas.path([neck, elbow, (x - 16 * stride * side + 7, 100)], colour, 7, alpha)
    canvas.path([hip, neck], colour, 15, alpha)
    canvas.disc((x + 3, 47), 12, colour, alpha)


def _bust(canvas: Canvas, at: Point, size: float, colour: Colour) -> None:
    x, y = at
    canvas.disc((x, y - 0.72 * size), 0.29 * size, colour)
    canvas.box((x - 0.5 * size, y - 0.33 * size), (size, 2 * size), colour, 0.4 * size)


def person_from_every_side() -> Canvas:
    """One walker, the steps before and after as ghosts, and a ring of small cameras."""
    canvas = Canvas(PINE)
    for turn in range(0, 360, 6):
        x, y = polar((0, 0), 1, turn)
        canvas.disc((160 + 122 * x, 116 + 42 * y), 1.2, TEAL)
    for turn in (20, 62, 118, 160, 205, 245, 295, 335):
        x, y = polar((0, 0), 1, turn)
        at, size = (160 + 122 * x, 116 + 42 * y), 8 + 3 * y
        canvas.box((at[0] - size, at[1] - size * 0.7), (2 * size, 1.4 * size), AMBER, 3)
        canvas.disc(at, size * 0.45, PINE)
    for place, (stride, shade) in enumerate(((0.9, 0.75), (0.35, 0.55), (-0.2, 0.3))):
        _walker(canvas, 88 + 28 * place, stride, mix(PAPER, PINE, shade))
    _walker(canvas, 178, 0.85, CORAL)
    return canvas


def group_portrait() -> Canvas:
    """Seven people, each with a place of their own."""
    canvas = Canvas(NIGHT)
    canvas.disc((160, 190), 150, DUSK, 0.5)
    back = ((70, SKY), (130, PLUM), (190, TEAL), (250, CORAL))
    front = ((100, AMBER), (160, PAPER), (220, SKY))
    for x, colour in back:
        _bust(canvas, (x, 94), 46, mix(colour, NIGHT, 0.3))
    for x, colour in front:
        _bust(canvas, (x, 150), 56, NIGHT)
        _bust(canvas, (x, 152), 50, colour)
    for place, (x, _) in enumerate((*back, *front)):
        y = 61 if place < len(back) else 116
        canvas.frame((x - 18, y - 18), (36, 36), PAPER, 6, 1.5)
    return canvas


def world_of_cubes() -> Canvas:
    """A landscape of blocks and four keys to walk it."""
    canvas = Canvas(mix(SKY, PAPER, 0.25))
    canvas.disc((250, 44), 20, AMBER)
    side, rise = 17.0, 9.0
    for row in range(9):
        for column in range(9):
            swell = math.sin(column * 0.8 + 0.6) + math.cos(row * 0.7 - 0.4)
            height = max(-1.0, round(swell * 1.4))
            x = 160 + (column - row) * side
            y = 66 + (column + row) * rise - height * 10
            top, left = (TEAL, PINE) if height >= 0 else (SKY, DUSK)
            canvas.area([(x - side, y), (x, y + rise), (x, 220), (x - side, 220)], left)
            canvas.area(
                [(x + side, y), (x, y + rise), (x, 220), (x + side, 220)], mix(left, top, 0.4)
            )
            canvas.area([(x, y - rise), (x + side, y), (x, y + rise), (x - side, y)], top)
    for x, y in ((46, 126), (24, 148), (46, 148), (68, 148)):
        canvas.box((x, y), (19, 19), PAPER, 4)
        canvas.disc((x + 9.5, y + 9.5), 3, CORAL)
    return canvas


def sparse_attention_blocks() -> Canvas:
    """The lower half of an attention matrix, only some of its blocks lit."""
    canvas = Canvas(INK)
    for row in range(12):
        for column in range(row + 1):
            near = row - column
            lit = near <= 1 or column == 0 or (column in (4, 7) and chance(row, column) < 0.75)
            colour = (CORAL, AMBER)[near] if near <= 1 else (TEAL if column == 0 else SKY)
            corner = (74 + 14.5 * column, 6 + 14 * row)
            canvas.box(corner, (12.5, 12), colour if lit else NIGHT, 3)
    bolt = [(240, 18), (206, 74), (230, 74), (212, 122), (262, 56), (236, 56), (256, 18)]
    canvas.area(bolt, AMBER)
    return canvas


def pages_become_knowledge() -> Canvas:
    """Pages on the left, flowing in three stages into a rounded whole."""
    canvas = Canvas(PAPER)
    for shift, colour in ((16, SAND), (8, mix(SAND, PAPER, 0.5)), (0, (255, 252, 244))):
        canvas.box((30 + shift, 34 + shift), (74, 96), INK, 6, 0.12)
        canvas.box((28 + shift, 32 + shift), (74, 96), colour, 6)
    for row, length in enumerate((50, 42, 52, 30, 48)):
        canvas.box((39, 50 + 14 * row), (length, 5), DUSK, 2)
    for row in range(5):
        start, colour = (122.0, 58.0 + 16 * row), (CORAL, AMBER, TEAL, SKY, PLUM)[row]
        canvas.path(bow(start, (206, 74 + 8 * row), 0.55), colour, 3)
    for radius, colour in ((62, INK), (50, PLUM), (37, TEAL), (23, AMBER), (10, CORAL)):
        canvas.disc((232, 90 + 0.75 * (62 - radius)), radius, colour)
    return canvas


def masked_sound() -> Canvas:
    """A wave of sound with a covered part, and an answer that fills it in all the same."""
    canvas = Canvas(PAPER)
    for bar in range(34):
        x = 20 + 8.4 * bar
        loud = 6 + 30 * abs(math.sin(bar * 0.37) * math.sin(bar * 0.11 + 0.4)) + 8 * chance(bar, 3)
        hidden = 13 <= bar <= 20
        if not hidden:
            canvas.box((x, 62 - loud), (5, 2 * loud), TEAL if bar < 13 else SKY, 2.5)
        canvas.box((x, 144 - loud * 0.6), (5, 1.2 * loud), CORAL if hidden else SAND, 2.5)
    canvas.box((124, 22), (73, 80), INK, 8)
    canvas.dots([(143, 62), (160.5, 62), (178, 62)], 4, DUSK)
    return canvas


def next_patch_of_sound() -> Canvas:
    """A spectrogram in patches; the last column is still a guess."""
    canvas = Canvas(INK)
    for column in range(11):
        for row in range(6):
            tone = math.sin(column * 0.9 + row * 0.5) * math.cos(row * 0.8 - column * 0.35)
            heat = min(1.0, max(0.0, 0.5 + 0.5 * tone))
            colour = mix(NIGHT, PLUM, heat * 2) if heat < 0.5 else mix(PLUM, AMBER, heat * 2 - 1)
            if heat > 0.85:
                colour = mix(AMBER, PAPER, heat * 4 - 3.4)
            corner = (18 + 24 * column, 19 + 24 * row)
            if column < 10:
                canvas.box(corner, (22, 22), colour, 4)
            else:
                canvas.frame((corner[0] + 6, corner[1]), (22, 22), TEAL, 4, 2)
                canvas.disc((corner[0] + 17, corner[1] + 11), 2 + 5 * heat, TEAL)
    return canvas


def film_over_the_waves() -> Canvas:
    """A red sun over patterned waves, on a strip of film."""
    canvas = Canvas(PAPER)
    canvas.disc((160, 86), 50, CORAL)
    for row in range(5):
        for column in range(-1, 9):
            at = (column * 42 + (21 if row % 2 else 0), 118 + 13.0 * row)
            for radius, colour in ((22, PAPER), (20, NIGHT), (14, PAPER), (12, TEAL), (6, PAPER)):
                canvas.disc(at, radius, colour)
    for y in (0, 162):
        canvas.box((0, y), (320, 18), INK, 0)
        for hole in range(16):
            canvas.box((5 + 20 * hole, y + 5), (10, 8), PAPER, 2)
    return canvas


PICTURES: Mapping[str, Callable[[], Canvas]] = {
    "2608.20335": person_from_every_side,
    "2608.20336": group_portrait,
    "2608.14022": world_of_cubes,
    "2608.19758": sparse_attention_blocks,
    "2608.20281": pages_become_knowledge,
    "2608.19936": masked_sound,
    "2608.19863": next_patch_of_sound,
    "2608.13210": film_over_the_waves,
}
"""The picture of each paper, by its arXiv id."""

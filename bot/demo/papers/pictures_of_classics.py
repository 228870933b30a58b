"""Pictures of well-known papers of many fields: a hint at each subject, no text."""
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
    chance,
    mix,
    polar,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from bot.demo.papers.canvas import Point


def attention() -> Canvas:
    """Two rows of words, every one looking at the others, some more than others."""
    canvas = Canvas(INK)
    upper = [(34.0 + 36 * k, 36.0) for k in range(8)]
    lower = [(34.0 + 36 * k, 144.0) for k in range(8)]
    for a, start in enumerate(lower):
        for b, end in enumerate(upper):
            if chance(a, b, 7) < 0.45:
                canvas.path([start, end], DUSK, 1.2, 0.8)
    for a, b, colour in (
        (4, 1, AMBER),
        (4, 2, AMBER),
        (4, 6, CORAL),
        (4, 7, AMBER),
        (1, 1, TEAL),
        (1, 3, TEAL),
    ):
        canvas.path([lower[a], upper[b]], colour, 2 + 2 * chance(a, b))
    for row, colour in ((upper, SKY), (lower, PLUM)):
        canvas.dots(row, 11, colour)
    canvas.disc(lower[4], 15, CORAL)
    canvas.disc(lower[1], 13, TEAL)
    return canvas


def noise_to_picture() -> Canvas:
    """Four panels: noise first, a landscape with a sun at last."""
    canvas = Canvas(INK)
    speckle = (SKY, CORAL, PAPER, PLUM, INK, TEAL, AMBER)
    for panel in range(4):
        clear = (0.0, 0.45, 0.8, 1.0)[panel]
        for row in range(16):
            for column in range(8):
                sun = math.hypot(column - 4.5, row - 4.5) < 2.6
                hill = row > 9.4 + 1.6 * math.sin(column * 0.75)
                ground = PINE if row > 12.2 - 1.2 * math.sin(column * 0.9) else TEAL
                scene = AMBER if sun else ground if hill else mix(PLUM, CORAL, row / 12)
                noise = speckle[int(chance(column, row, panel) * len(speckle))]
                colour = noise if chance(row, column, 9 + panel) > clear else scene
                canvas.box((13 + 75 * panel + 8.6 * column, 21 + 8.6 * row), (8, 8), colour, 1.5)
    return canvas


def chirp() -> Canvas:
    """Two dark bodies and the wave that runs faster and higher until they meet."""
    canvas = Canvas(INK)
    for radius in range(26, 300, 22):
        canvas.arc((250, 66), radius, NIGHT, 2)
    wave: list[Point] = []
    for step in range(1121):
        t = step / 1120
        left = 1 - t / 0.83
        size = 9 + 34 * t**4 if left > 0 else 26 * math.exp(left * 26)
        turn = 150 * (1 - max(left, 0) ** 0.62) if left > 0 else 150 - 190 * left
        wave.append((20 + 280 * t, 118 - size * math.sin(turn * 0.42)))
    canvas.path([(x, y + 5) for x, y in wave], DUSK, 3)
    canvas.path(wave, AMBER, 3)
    for at, radius in (((238, 52), 15), ((270, 76), 12)):
        canvas.disc(at, radius + 3, SKY)
        canvas.disc(at, radius, INK)
    return canvas


def shadow_of_a_black_hole() -> Canvas:
    """A blurred ring of fire, brighter below."""
    canvas = Canvas((10, 8, 16))
    middle = (160.0, 88.0)
    for turn in range(0, 360, 3):
        glow = 0.5 + 0.5 * math.sin(math.radians(turn - 14))
        colour = mix((92, 26, 30), CORAL, min(1, glow * 1.6))
        canvas.disc(polar(middle, 45, turn), 17 + 6 * glow, colour)
    canvas.soften(8)
    for turn in range(20, 170, 3):
        glow = math.sin(math.radians((turn - 20) * 1.2))
        canvas.disc(polar(middle, 46, turn), 4 + 9 * glow, mix(CORAL, AMBER, glow))
    canvas.soften(5)
    for turn in range(50, 130, 3):
        canvas.disc(polar(middle, 47, turn), 5, mix(AMBER, PAPER, 0.5))
    canvas.soften(5)
    return canvas


def board_and_tree() -> Canvas:
    """A chequered board and the tree of moves that grows above it."""
    canvas = Canvas(PINE)

    def spot(column: float, row: float) -> Point:
        return 160 + (column - 4) * (20 + 5.5 * row), 104 + 17 * row

    for row in range(5):
        for column in range(8):
            square = [spot(column + a, row + b) for a, b in ((0, 0), (1, 0), (1, 1), (0, 1))]
            canvas.area(square, PAPER if (row + column) % 2 else TEAL)
    levels = [[160.0], [92.0, 160.0, 228.0], [52.0, 92.0, 132.0, 160.0, 196.0, 228.0, 268.0]]
    heights = (92.0, 58.0, 24.0)
    for child, parent in ((0, 0), (1, 0), (2, 0), (3, 1), (4, 2), (5, 2), (6, 2)):
        canvas.path([(levels[1][parent], heights[1]), (levels[2][child], heights[2])], DUSK, 2)
    for child in range(3):
        canvas.path([(160, heights[0]), (levels[1][child], heights[1])], DUSK, 2.5)
    canvas.path([(160, 92), (228, 58), (196, 24)], AMBER, 4)
    for xs, y, radius in zip(levels, heights, (0, 8, 6), strict=True):
        canvas.dots([(x, y) for x in xs], radius, SKY)
    canvas.dots([(228, 58), (196, 24)], 9, AMBER)
    canvas.area([(160, 88), (138, 142), (182, 142)], CORAL)
    canvas.disc((160, 88), 15, CORAL)
    canvas.box((134, 136), (52, 12), CORAL, 5)
    return canvas


def letter_of_layers() -> Canvas:
    """Layers that go down and up again, with bridges across."""
    canvas = Canvas(PAPER)
    for level in range(3):
        x, y, tall = 34 + 30 * level, 18 + 41 * level, 54 - 9 * level
        wide = 14 + 5 * level
        for dot in range(int((320 - 2 * (x + wide)) / 12) - 1):
            canvas.disc((166 + 12 * (dot // 2 * (1 if dot % 2 else -1)), y + tall / 2), 1.8, PLUM)
        for left in (x, 320 - x - wide):
            colour = CORAL if left == x else TEAL
            canvas.box((left + 4, y + 4), (wide, tall), SAND, 4)
            canvas.box((left, y), (wide, tall), mix(colour, INK, 0.1 * level), 4)
    canvas.box((130, 145), (68, 24), SAND, 4)
    canvas.box((126, 141), (68, 24), AMBER, 4)
    return canvas


def communities() -> Canvas:
    """Four crowds of dots, closely tied inside, loosely between."""
    canvas = Canvas(NIGHT)
    crowds = [
        ((78.0, 62.0), CORAL, 11),
        ((222.0, 52.0), TEAL, 12),
        ((128.0, 132.0), AMBER, 9),
        ((252.0, 132.0), SKY, 9),
    ]
    members = [
        [polar(middle, 11 * math.sqrt(k + 0.4), 137.5 * k) for k in range(count)]
        for middle, _, count in crowds
    ]
    for a, b in ((0, 1), (0, 2), (1, 3), (2, 3), (1, 2)):
        for k in (3, 7):
            canvas.path([members[a][k], members[b][k + 1]], DUSK, 1.5)
    for (middle, colour, _), crowd in zip(crowds, members, strict=True):
        canvas.disc(middle, 50, colour, 0.14)
        for a, one in enumerate(crowd):
            for other in crowd[a + 1 :]:
                if math.dist(one, other) < 30:
                    canvas.path([one, other], mix(colour, NIGHT, 0.45), 1.6)
        canvas.dots(crowd, 5.5, colour)
    return canvas


def rays_through_a_scene() -> Canvas:
    """Two eyes send rays through a cloud and feel its density along the way."""
    canvas = Canvas(INK)
    middle = (190.0, 88.0)
    for radius, alpha in ((70, 0.25), (52, 0.35), (32, 0.5)):
        canvas.disc(middle, radius, PLUM, alpha)
    for eye, aims, colour in (
        ((30.0, 138.0), range(-43, 4, 9), AMBER),
        ((52.0, 26.0), range(0, 48, 9), TEAL),
    ):
        for aim in aims:
            canvas.path([eye, polar(eye, 262, aim)], DUSK, 1)
            for step in range(8, 42):
                at = polar(eye, 6.4 * step, aim)
                depth = 1 - math.dist(at, middle) / 70
                if depth > 0:
                    canvas.disc(at, 1 + 3.2 * depth, mix(colour, PAPER, depth * 0.6))
        canvas.box((eye[0] - 16, eye[1] - 12), (26, 24), colour, 6)
        canvas.disc((eye[0] + 2, eye[1]), 6, INK)
    return canvas


def collision() -> Canvas:
    """Tracks bend out of a collision into the towers of a detector."""
    canvas = Canvas(PINE)
    middle = (160.0, 90.0)
    canvas.disc(middle, 82, INK)
    for tower in range(40):
        turn = tower * 9
        size = 3 + 5 * chance(tower, 2)
        colour = TEAL
        if tower in (4, 5, 24, 25):
            size, colour = (30, AMBER) if tower % 2 else (20, AMBER)
        corners = [(64, turn), (64, turn + 7), (64 + size, turn + 7), (64 + size, turn)]
        canvas.area([polar(middle, radius, angle) for radius, angle in corners], colour)
    for track in range(18):
        turn, bend = 360 * chance(track, 5), 60 * (chance(track, 8) - 0.5)
        way = [polar(middle, 60 * s / 14, turn + bend * (s / 14) ** 1.5) for s in range(15)]
        canvas.path(way, SKY if track % 3 else PLUM, 1.5)
    for turn in (44, 224):
        canvas.path([middle, polar(middle, 62, turn)], CORAL, 4)
    canvas.disc(middle, 6, PAPER)
    return canvas


def oldest_light() -> Canvas:
    """The whole sky as an oval, mottled warm and cold."""
    canvas = Canvas(INK)
    ripples = ((1.3, 0.7), (-0.8, 2.1), (2.9, -1.7), (0.6, 3.4), (-3.7, -2.2), (4.6, 1.1))
    for row in range(38):
        for column in range(74):
            x, y = (column - 36.5) / 35, (row - 18.5) / 18
            if math.hypot(x, y) > 1.06:
                continue
            waves = (math.sin(5 * x * a + 2.6 * y * b + 9 * a * b) for a, b in ripples)
            heat = round(min(1, max(0, 0.5 + sum(waves) / 5)) * 6) / 6
            colour = mix(DUSK, PAPER, heat * 2) if heat < 0.5 else mix(AMBER, CORAL, heat * 2 - 1)
            canvas.disc((160 + x * 140, 90 + y * 76), 3.2, colour)
    canvas.soften(1.5)
    for turn in range(0, 360, 2):
        x, y = polar((0, 0), 1, turn)
        canvas.disc((160 + 152 * x, 90 + 88 * y), 12, INK)
    return canvas


PICTURES: Mapping[str, Callable[[], Canvas]] = {
    "1706.03762": attention,
    "2006.11239": noise_to_picture,
    "1602.03837": chirp,
    "1906.11238": shadow_of_a_black_hole,
    "1712.01815": board_and_tree,
    "1505.04597": letter_of_layers,
    "0803.0476": communities,
    "2003.08934": rays_through_a_scene,
    "1207.7214": collision,
    "1807.06209": oldest_light,
}
"""The picture of each paper, by its arXiv id."""

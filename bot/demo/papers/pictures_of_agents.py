"""Pictures of the newest papers on agents and how they learn: a hint at each subject, no text."""
# ruff: noqa: PLR2004 - a drawing is made of numbers

from __future__ import annotations

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


def world_in_a_harness() -> Canvas:
    """A small tiled world, an agent's way through it, and a frame with plugs around it."""
    canvas = Canvas(INK)
    for column in range(8):
        for row in range(5):
            wall = chance(column, row) < 0.3
            tile = PLUM if wall else NIGHT
            canvas.box((69 + 23 * column, 34 + 23 * row), (20, 20), tile, 4, 0.55 if wall else 1)
    canvas.frame((58, 23), (203, 134), AMBER, 12, 3)
    for x, y in ((94, 15), (154, 15), (214, 15), (124, 149), (184, 149)):
        canvas.box((x, y), (26, 16), AMBER, 5)
    for x, y in ((50, 66), (50, 100), (253, 80)):
        canvas.box((x, y), (16, 26), CORAL, 5)
    way = [(79, 136), (79, 113), (125, 113), (125, 67), (194, 67), (194, 90), (240, 90), (240, 44)]
    canvas.path(way, TEAL, 4)
    canvas.disc(way[0], 6, PAPER)
    canvas.disc(way[-1], 9, TEAL)
    return canvas


def facets_of_a_terminal() -> Canvas:
    """A terminal window whose content is a cut gem."""
    canvas = Canvas(PAPER)
    canvas.box((36, 26), (248, 136), SAND, 12)
    canvas.box((30, 20), (248, 136), INK, 12)
    for place, colour in enumerate((CORAL, AMBER, TEAL)):
        canvas.disc((46 + 14 * place, 35), 4, colour)
    for row, length in enumerate((46, 66, 30, 56)):
        y = 62 + 21 * row
        canvas.path([(46, y - 5), (52, y), (46, y + 5)], TEAL, 2.5)
        canvas.box((60, y - 3), (length, 6), DUSK, 3)
    top = [(168, 78), (188, 54), (230, 54), (250, 78)]
    tip, inner = (209, 138), [(188, 78), (230, 78)]
    canvas.area([top[0], top[1], inner[0]], SKY)
    canvas.area([top[1], top[2], inner[1], inner[0]], mix(SKY, PAPER, 0.45))
    canvas.area([top[2], top[3], inner[1]], TEAL)
    canvas.area([top[0], inner[0], tip], PLUM)
    canvas.area([inner[0], inner[1], tip], mix(PLUM, SKY, 0.55))
    canvas.area([inner[1], top[3], tip], mix(TEAL, INK, 0.3))
    return canvas


def flask_with_branches() -> Canvas:
    """A laboratory flask from which a history of changes rises."""
    canvas = Canvas(PAPER)
    canvas.disc((160, 100), 74, SAND, 0.6)
    canvas.area([(146, 84), (174, 84), (214, 160), (106, 160)], mix(SKY, PAPER, 0.6))
    canvas.area([(127, 122), (193, 122), (214, 160), (106, 160)], CORAL)
    canvas.path([(146, 64), (146, 84), (106, 161), (214, 161), (174, 84), (174, 64)], INK, 5)
    canvas.path([(138, 64), (182, 64)], INK, 6)
    canvas.path([(160, 146), (160, 12)], INK, 3)
    for side, low, high, colour in ((1, 58, 32, TEAL), (-1, 46, 22, PLUM)):
        branch = (160 + 24 * side, high)
        canvas.path([(160, low), (160 + 24 * side, low - 12), branch], colour, 3)
        canvas.disc(branch, 6.5, colour)
    canvas.dots([(160, 146), (160, 104), (160, 46), (160, 14)], 6.5, INK)
    canvas.dots([(136, 146), (186, 148), (142, 132), (180, 133)], 4, AMBER)
    return canvas


def labyrinth_of_memory() -> Canvas:
    """A round labyrinth with something caught in its middle."""
    canvas = Canvas(INK)
    middle = (160.0, 90.0)
    for ring, (gap, colour) in enumerate(
        ((30, DUSK), (200, PLUM), (320, PLUM), (110, SKY), (250, SKY))
    ):
        span = (gap + 16 + 8 / (ring + 1), gap + 344 - 8 / (ring + 1))
        canvas.arc(middle, 80 - 14 * ring, colour, 4, span=span)
    canvas.disc(middle, 9, AMBER)
    for turn in range(0, 250, 9):
        canvas.disc(polar(middle, 73, 30 + turn), 1.6, CORAL)
    for share in range(5):
        canvas.disc(polar(middle, 96 - 5 * share, 30), 1.6, CORAL)
    canvas.disc(polar(middle, 102, 30), 5, CORAL)
    return canvas


def questions_that_grow() -> Canvas:
    """Speech bubbles rising in steps, each bigger and brighter than the one before."""
    canvas = Canvas(PAPER)
    steps = ((26, 118, 44), (82, 88, 58), (152, 54, 70), (232, 20, 74))
    colours = (SAND, AMBER, CORAL, PLUM)
    for place, ((x, y, size), colour) in enumerate(zip(steps, colours, strict=True)):
        tail = [(x + 8, y + 0.5 * size), (x + 26, y + 0.5 * size), (x + 6, y + 0.84 * size)]
        canvas.area(tail, colour)
        canvas.box((x, y), (size, 0.64 * size), colour, 0.24 * size)
        for dot in range(place + 1):
            at = (x + size * (dot + 1) / (place + 2), y + 0.32 * size)
            canvas.disc(at, 3 + 0.4 * place, INK if place == 0 else PAPER)
    canvas.path(bow((40, 166), (300, 104), 0.6), TEAL, 3)
    canvas.area([(306, 98), (290, 99), (297, 113)], TEAL)
    return canvas


def project_from_a_seed() -> Canvas:
    """A ring that unfolds into layers of connected modules."""
    canvas = Canvas(PINE)
    seed = (52.0, 90.0)
    layers = [
        [(124.0, 56.0), (124.0, 124.0)],
        [(192.0, 34.0), (192.0, 90.0), (192.0, 146.0)],
        [(264.0, 26.0), (264.0, 68.0), (264.0, 112.0), (264.0, 154.0)],
    ]
    for node in layers[0]:
        canvas.path(bow(seed, node, 0.5), AMBER, 3)
    for place, first in enumerate(layers[0]):
        for second in layers[1][place : place + 2]:
            canvas.path(bow(first, second, 0.5), TEAL, 2.5)
    for place, second in enumerate(layers[1]):
        for third in layers[2][place : place + 2]:
            canvas.path(bow(second, third, 0.5), SKY, 2)
    canvas.disc(seed, 26, PINE)
    canvas.arc(seed, 22, AMBER, 8)
    modules = [
        (node, colour)
        for layer, colour in zip(layers, (CORAL, TEAL, SKY), strict=True)
        for node in layer
    ]
    for (x, y), colour in modules:
        canvas.box((x - 20, y - 13), (40, 26), colour, 7)
        canvas.box((x - 12, y - 3), (24, 2.6), PINE, 1)
        canvas.box((x - 12, y + 3), (15, 2.6), PINE, 1)
    return canvas


def arm_that_explores() -> Canvas:
    """A robot arm, the ways it might try, and the one that works."""
    canvas = Canvas(NIGHT)
    canvas.box((0, 150), (320, 30), INK, 0)
    shoulder, elbow, hand = (78.0, 128.0), (112.0, 56.0), (180.0, 62.0)
    for goal, colour in (
        ((286, 24), DUSK),
        ((300, 58), DUSK),
        ((292, 94), DUSK),
        ((250, 118), AMBER),
    ):
        way = bow((hand[0] + 30, hand[1]), goal, 0.5)
        canvas.dots(way[1::2], 2.2, colour)
    for x, y, size, colour in ((236, 128, 24, AMBER), (268, 134, 18, TEAL), (206, 136, 16, PLUM)):
        canvas.box((x, y - (size - 24) / 2), (size, size), colour, 4)
    canvas.box((52, 128), (52, 26), DUSK, 6)
    canvas.path([shoulder, elbow], CORAL, 15)
    canvas.path([elbow, hand], CORAL, 12)
    for joint, radius in ((shoulder, 13), (elbow, 11), (hand, 8)):
        canvas.disc(joint, radius, PAPER)
        canvas.disc(joint, radius * 0.45, INK)
    canvas.path([(186, 57), (202, 55), (208, 66)], PAPER, 4)
    canvas.path([(186, 68), (196, 76), (194, 86)], PAPER, 4)
    return canvas


def workflow_with_a_guide() -> Canvas:
    """A graph of steps and decisions with one lit path through it."""
    canvas = Canvas(INK)
    start, check, ask = (40.0, 90.0), (106.0, 90.0), (172.0, 44.0)
    stop, act, done = (172.0, 136.0), (226.0, 90.0), (284.0, 90.0)
    for a, b in ((check, stop), (stop, act), (stop, done)):
        canvas.path(bow(a, b, 0.5), DUSK, 3)
    for a, b in ((start, check), (check, ask), (ask, act), (act, done)):
        canvas.path(bow(a, b, 0.5), AMBER, 4)
    for (x, y), colour in ((check, CORAL), (act, TEAL)):
        canvas.area([(x - 24, y), (x, y - 24), (x + 24, y), (x, y + 24)], colour)
    for (x, y), colour in ((ask, PLUM), (stop, DUSK)):
        canvas.box((x - 27, y - 17), (54, 34), colour, 8)
        canvas.box((x - 15, y - 4), (30, 3), PAPER, 1, 0.8)
        canvas.box((x - 15, y + 3), (18, 3), PAPER, 1, 0.8)
    canvas.disc(start, 15, PAPER)
    canvas.disc(done, 19, AMBER)
    canvas.path([(275, 91), (282, 98), (294, 83)], INK, 4)
    return canvas


def chain_of_rings() -> Canvas:
    """Links of a chain that rise and brighten."""
    canvas = Canvas(PLUM)
    canvas.disc((268, 44), 96, mix(PLUM, PAPER, 0.18))
    places = [(46.0 + 46 * k, 134.0 - 12 * k - 1.5 * k * k) for k in range(6)]
    colours = (NIGHT, DUSK, SKY, TEAL, AMBER, PAPER)
    for at, colour in zip(places, colours, strict=True):
        canvas.arc(at, 29, colour, 9)
    for k, (at, colour) in enumerate(zip(places, colours, strict=True)):
        if k < len(places) - 1:
            canvas.arc(at, 29, colour, 9, span=(-5, 60))
    return canvas


PICTURES: Mapping[str, Callable[[], Canvas]] = {
    "2608.19880": world_in_a_harness,
    "2608.18580": facets_of_a_terminal,
    "2608.19799": flask_with_branches,
    "2608.20202": labyrinth_of_memory,
    "2608.13120": questions_that_grow,
    "2608.19854": project_from_a_seed,
    "2608.19891": arm_that_explores,
    "2608.19861": workflow_with_a_guide,
    "2608.18027": chain_of_rings,
}
"""The picture of each paper, by its arXiv id."""

"""Draw the small pictures of the bundled papers anew: ``python -m bot.demo.draw_thumbnails``.

A picture is kept as a palette PNG of 320 by 180 pixels and at most 12 kB, named after its paper.
Needs Pillow, which the ``demo`` extra brings.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PIL import Image

from bot.demo.papers import (
    THUMBNAILS,
    pictures_of_agents,
    pictures_of_classics,
    pictures_of_media,
)
from bot.demo.papers.canvas import HEIGHT, WIDTH

if TYPE_CHECKING:
    from pathlib import Path

COLOURS = 64
PICTURES = {
    **pictures_of_agents.PICTURES,
    **pictures_of_media.PICTURES,
    **pictures_of_classics.PICTURES,
}


def draw_all(folder: Path) -> list[Path]:
    """Write every picture into `folder` and return the files, in the order of their ids."""
    files: list[Path] = []
    for paper, draw in sorted(PICTURES.items()):
        small = draw().image.resize((WIDTH, HEIGHT), Image.Resampling.LANCZOS)
        file = folder / f"{paper}.png"
        flat = small.quantize(
            COLOURS, method=Image.Quantize.MEDIANCUT, kmeans=1, dither=Image.Dither.NONE
        )
        flat.save(file, optimize=True)
        files.append(file)
    return files


if __name__ == "__main__":
    draw_all(THUMBNAILS)

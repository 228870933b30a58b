"""The demo with weeks of papers: a weekly digest has its picture."""

from __future__ import annotations

import json
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from PIL import Image

from bot.demo.browser import find_browser, take_picture
from bot.demo.world import ZONE, World, open_world

FRIDAY = date(2026, 8, 21)
NOW = {"agents": 9, "world models": 6, "Gaussian splatting (3DGS)": 5}
BEFORE = {"agents": 8, "video diffusion models": 32, "RLHF": 28, "3D scenes": 40}


def day_file(folder: Path, day: date, number: int, about: dict[str, int]) -> Path:
    """Write a day's papers as Hugging Face tells them, so many about each topic."""
    keywords = [name for name, count in about.items() for _ in range(count)]
    items = [
        {
            "paper": {
                "id": f"{day:%y%m}.{number * 100 + at:05d}",
                "title": f"Alpha{number} Beta{at} Gamma{number * at}",
                "summary": "We show it.",
                "authors": [{"name": "Ada Lovelace"}],
                "publishedAt": f"{day}T00:00:00.000Z",
                "submittedOnDailyAt": f"{day}T00:00:00.000Z",
                "upvotes": at,
                "ai_keywords": [keyword, f"alone {number} {at}"],
            },
        }
        for at, keyword in enumerate(keywords, start=1)
    ]
    path = folder / f"{day}.json"
    path.write_text(json.dumps(items), "utf-8")
    return path


def weeks_of_papers(folder: Path) -> list[Path]:
    """Write a week's papers and those of the four weeks before, a file a week."""
    fourth = {name: count // 4 for name, count in BEFORE.items()}
    weeks = [FRIDAY - timedelta(days=7 * back) for back in range(5)]
    return [
        day_file(folder, day, number, NOW if number == 0 else fourth)
        for number, day in enumerate(weeks)
    ]


def is_like(found: object, wanted: tuple[int, int, int]) -> bool:
    """Say whether a colour is one that was drawn, as a browser shows it at another size."""
    assert isinstance(found, tuple)
    return all(abs(one - other) <= 6 for one, other in zip(found, wanted, strict=True))


async def set_weekly_up(world: World) -> None:
    """Let Ada set a weekly digest up in #papers, and let its Friday come."""
    await world.owner.slash(world.papers, "digest setup", timezone=ZONE, time="09:00", days="fri")
    assert await world.next_morning() == 1


async def test_a_weekly_digest_shows_its_topics(tmp_path: Path) -> None:
    """The picture stands in the message, where SimCord's page finds it, and tells what it shows."""
    async with open_world(weeks_of_papers(tmp_path)) as world:
        await set_weekly_up(world)
        message = world.papers.last_message
        assert message is not None
        boxes: list[Any] = [component.to_dict() for component in message.components]
        (gallery,) = [part for box in boxes for part in box["components"] if part["type"] == 12]
        (shown,) = gallery["items"]
        assert "Rose: world models 6, usually 0 · agents 9, usually 2" in shown["description"]
        assert "Fell: 3D scenes 0, usually 7 · video diffusion models" in shown["description"]
        assert shown["media"]["url"].endswith("/topics.png")
        if (browser := find_browser()) is not None:
            picture = tmp_path / "weekly.png"
            async with world.env.preview(
                world.papers, viewers=[world.reader], layout="message", width=640, height=1600
            ) as preview:
                await take_picture(preview, picture, message, browser)
            colours = Image.open(picture).convert("RGB").getcolors(10**6) or ()
            for wanted in ((0x56, 0xB4, 0xE9), (0xE6, 0x9F, 0x00)):
                assert any(is_like(found, wanted) for _, found in colours)

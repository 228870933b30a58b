"""`paperboy demo --once`: three things happen, each is shown, and the exit code tells the truth."""

from __future__ import annotations

import json
import struct
from pathlib import Path
from typing import Any

import pytest
from demo_process import RECORDED, demo, demo_here

from bot.demo.browser import find_browser
from bot.demo.seen import is_answer, is_edition

MOST_BYTES = 120_000
NAMES = ("digest", "paper", "dm", "typing")


@pytest.mark.skipif(find_browser() is None, reason="there is no browser here")
async def test_everything_is_printed_and_pictured(tmp_path: Path) -> None:
    """The digest, the card of a misspelt title and a subscriber's message; a small picture each."""
    ended = await demo("--once", "--pictures", tmp_path)
    assert ended.code == 0, ended.out + ended.err
    assert "Traceback" not in ended.err
    for line in (
        "📰 Papers · Fri 21 Aug",
        "Attention Is All You Need",
        "Ashish Vaswani",
        "📬 Your papers · Fri 21 Aug",
        "matches agents",
        "✓ the digest",
        "✓ /paper attention is all you ned",
        "✓ a subscriber's direct message",
    ):
        assert line in ended.out
    for name in NAMES:
        picture = (tmp_path / f"{name}.png").read_bytes()
        assert picture.startswith(b"\x89PNG")
        assert len(picture) < MOST_BYTES
        width, height = struct.unpack(">II", picture[16:24])
        assert 1200 <= width <= 1280
        assert height > 400


async def test_without_a_browser_it_says_so_and_succeeds(tmp_path: Path) -> None:
    """No browser, no pictures: it is said, and what was asked for has happened all the same."""
    ended = await demo("--once", "--pictures", tmp_path / "none", PATH=str(tmp_path))
    assert ended.code == 0, ended.out + ended.err
    assert "No browser here" in ended.out
    assert "✓ a subscriber's direct message" in ended.out
    assert not (tmp_path / "none").exists()


@pytest.mark.usefixtures("logs_given_back")
def test_pictures_that_cannot_be_written_spoil_nothing(tmp_path: Path) -> None:
    """A file where the folder should be costs the pictures only."""
    taken = tmp_path / "taken"
    taken.write_text("no folder")
    ended = demo_here("--once", "--pictures", taken)
    assert ended.code == 0, ended.out + ended.err
    assert "no pictures" in ended.out


@pytest.mark.skipif(not RECORDED.is_dir(), reason="the recorded days are not here")
@pytest.mark.usefixtures("no_browser")
def test_recorded_days_take_the_place_of_the_bundled_papers() -> None:
    """Several files are one world; a paper that is not in them is honestly not here."""
    days = [
        RECORDED / "hf_daily" / f"{day}.json" for day in ("2026-08-19", "2026-08-20", "2026-08-21")
    ]
    given = [part for day in days for part in ("--papers", day)]
    ended = demo_here("--once", *given)
    assert ended.code == 0, ended.out + ended.err
    assert "58 papers loaded" in ended.out
    assert "“attention is all you ned”" in ended.out or "Which one is it?" in ended.out


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (None, "No such file"),
        ("", "empty"),
        ("[]", "There is no paper in"),
        ('[{"paper": {"id": "26', "truncated"),
        ("<!doctype html><p>busy</p>", "html"),
        ('{"error": "no"}', "wrong_shape"),
    ],
)
@pytest.mark.usefixtures("no_browser")
def test_a_file_that_brings_nothing_is_named(
    content: str | None, told: str, tmp_path: Path
) -> None:
    """A file that is missing, broken or empty ends the demo with its name and what is wrong."""
    file = tmp_path / "day.json"
    if content is not None:
        file.write_text(content)
    ended = demo_here("--once", "--papers", file)
    assert ended.code == 1
    assert str(file) in ended.out
    assert told in ended.out
    assert "Traceback" not in ended.out + ended.err


@pytest.mark.usefixtures("no_browser")
def test_damaged_papers_cost_only_themselves(tmp_path: Path) -> None:
    """A list with one good paper among broken ones makes a demo of one paper."""
    good = {
        "paper": {
            "id": "2608.00001",
            "title": "A paper that is whole",
            "summary": "It says something.",
            "authors": [{"name": "A. Author"}],
            "publishedAt": "2026-08-20T00:00:00.000Z",
            "submittedOnDailyAt": "2026-08-21T00:00:00.000Z",
            "upvotes": 3,
        },
        "publishedAt": "2026-08-20T00:00:00.000Z",
    }
    file = tmp_path / "2026-08-21.json"
    file.write_text(json.dumps([{"paper": {"id": None}}, good, 7, {"nothing": "here"}]))
    ended = demo_here("--once", "--papers", file)
    assert ended.code == 0, ended.out + ended.err
    assert "1 paper loaded" in ended.out
    assert "A paper that is whole" in ended.out


def _message(*parts: dict[str, Any]) -> list[dict[str, Any]]:
    return [{"type": 17, "components": list(parts)}]


def _text(content: str) -> dict[str, Any]:
    return {"type": 10, "content": content}


def _buttons(*marks: str) -> dict[str, Any]:
    return {"type": 1, "components": [{"type": 2, "custom_id": mark} for mark in marks]}


@pytest.mark.parametrize(
    ("message", "edition"),
    [
        (_message(_text("Papers"), _buttons("v1:paper:7"), _buttons("v1:why:3")), True),
        (_message(_text("Your papers will come here.")), False),
        (_message(_text("Nothing new."), _buttons("v1:why:3", "v1:mine:3")), False),
        (_message(_text("A card"), _buttons("v1:save:7", "v1:bib:7")), False),
        ([], False),
    ],
)
def test_only_an_edition_with_papers_counts_as_one(
    message: list[dict[str, Any]], edition: bool
) -> None:
    """A greeting, an empty day and a card are no edition."""
    assert is_edition(message) is edition


_TYPED = "attention is all you ned"
_CARD = _message(
    {
        "type": 9,
        "components": [_text("### [It](https://huggingface.co/papers/1706.03762)")],
        "accessory": {"type": 11},
    },
    _buttons("v1:save:7", "v1:bib:7"),
)
_OTHER = _message(
    _text("### [Other](https://huggingface.co/papers/2010.11929)"), _buttons("v1:bib:9")
)
_CHOICE = _message(
    _text("Which one is it?"), {"type": 1, "components": [{"type": 3, "custom_id": "v1:pick"}]}
)
_NOT_HERE = _message(_text(f"No title here is like “{_TYPED}”."))
_FAILED = _message(_text("That went wrong here; the code is 1a2b3c."))


@pytest.mark.parametrize(
    ("message", "meant", "answered"),
    [
        (_CARD, "1706.03762", True),
        (_OTHER, "1706.03762", False),
        (_CHOICE, "1706.03762", False),
        (_NOT_HERE, "1706.03762", False),
        (_OTHER, None, True),
        (_CHOICE, None, True),
        (_NOT_HERE, None, True),
        (_FAILED, None, False),
        ([], None, False),
    ],
)
def test_only_the_paper_that_was_meant_is_an_answer(
    message: list[dict[str, Any]], meant: str | None, answered: bool
) -> None:
    """Where the paper is loaded its card is the only answer; elsewhere an honest one counts."""
    assert is_answer(message, _TYPED, meant=meant) is answered

"""The bundled papers are what they claim to be: real, varied, described in our own words."""

from __future__ import annotations

import json
import re
import struct
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from bot.demo.papers import PAPERS, THUMBNAILS

RECORDED = Path(__file__).parents[2] / ".." / "shared" / "data" / "hf_daily"
RECORDED_DAYS = ("2026-08-21", "2026-08-20", "2025-01-23")
NEWEST_DAY = "2026-08-21"
ARXIV_ID = re.compile(r"\d{4}\.\d{4,5}|[a-z-]+/\d{7}")
THUMBNAIL_ADDRESS = "https://paperboy.invalid/pictures/{}.png"

FIELDS = {
    "language": ("1706.03762", "1810.04805", "2005.14165"),
    "vision": ("1512.03385", "2010.11929", "2304.02643"),
    "sound": ("2608.19863", "2608.19936"),
    "robotics": ("2608.19891", "2608.16590"),
    "chemistry": ("2608.18940",),
    "medicine": ("1505.04597",),
    "games": ("1712.01815",),
    "gravitation": ("1602.03837",),
    "particle physics": ("1207.7214", "hep-th/9711200"),
    "astronomy": ("astro-ph/9805201", "1906.11238", "1807.06209"),
    "condensed matter": ("1002.3895",),
    "quantum computing": ("quant-ph/9508027",),
    "networks": ("cond-mat/9910332", "0803.0476"),
    "mathematics": ("math/0211159", "math/0404188"),
    "signal processing": ("math/0409186",),
    "neuroscience": ("q-bio/0512013",),
    "economics": ("1608.00060",),
}

Item = dict[str, Any]


@pytest.fixture(scope="module")
def items() -> list[Item]:
    """The bundled items, as the file has them."""
    return json.loads(PAPERS.read_text("utf-8"))


@pytest.fixture(scope="module")
def recorded() -> dict[str, Item]:
    """The items of the days that the bundled papers were taken from, by paper id."""
    if not RECORDED.is_dir():
        pytest.skip("the recorded days are not here")
    return {
        item["paper"]["id"]: item
        for day in RECORDED_DAYS
        for item in json.loads((RECORDED / f"{day}.json").read_text("utf-8"))
    }


def words(text: str) -> list[str]:
    """The words of a text, without case and punctuation."""
    return re.findall(r"\w+", text.lower())


def test_there_are_enough_papers_and_no_paper_twice(items: list[Item]) -> None:
    """At least 55 papers, each with an arXiv id of its own, in a file of less than 150 kB."""
    ids = [item["paper"]["id"] for item in items]
    assert len(ids) >= 55
    assert len(set(ids)) == len(ids)
    assert [paper for paper in ids if not ARXIV_ID.fullmatch(paper)] == []
    assert PAPERS.stat().st_size < 150_000


def test_every_item_has_the_shape_of_the_real_answer(items: list[Item]) -> None:
    """What the real source always sends is there; nothing claims to be a model's."""
    for item in items:
        paper = item["paper"]
        assert item["title"] == paper["title"] == " ".join(paper["title"].split())
        assert item["numComments"] >= 0
        assert paper["upvotes"] >= 0
        assert paper["authors"]
        assert all(author["name"].strip() == author["name"] != "" for author in paper["authors"])
        for moment in (item["publishedAt"], paper["publishedAt"], paper["submittedOnDailyAt"]):
            assert moment.endswith("Z")
            assert datetime.fromisoformat(moment).tzinfo is not None
        assert paper["publishedAt"] <= paper["submittedOnDailyAt"]
        assert not {key for key in paper if key.startswith("ai_")}
        for link in ("githubRepo", "projectPage"):
            assert paper.get(link, "https://").startswith("https://")


def test_the_newest_day_is_full_and_the_rest_spans_decades(items: list[Item]) -> None:
    """Enough papers for a digest on the newest day; the years reach back at least twenty."""
    days = [item["paper"]["submittedOnDailyAt"][:10] for item in items]
    assert max(days) == NEWEST_DAY
    assert days.count(NEWEST_DAY) >= 12
    years = {int(item["paper"]["publishedAt"][:4]) for item in items}
    assert max(years) - min(years) >= 20


def test_the_papers_come_from_many_fields(items: list[Item]) -> None:
    """At least eight fields, and the table that says so names bundled papers only."""
    ids = {item["paper"]["id"] for item in items}
    assert len(FIELDS) >= 8
    assert {paper for papers in FIELDS.values() for paper in papers} <= ids


def test_a_summary_is_short_and_its_first_sentence_stands_alone(items: list[Item]) -> None:
    """A summary has 40 to 400 letters; its first sentence, which a digest shows, at most 200."""
    for item in items:
        summary = item["paper"]["summary"]
        first = re.split(r"(?<=[.!?]) ", summary)[0]
        assert 40 <= len(summary) <= 400, summary
        assert 40 <= len(first) <= 200, first
        assert summary.endswith(".")


def test_no_summary_repeats_its_abstract(items: list[Item], recorded: dict[str, Item]) -> None:
    """No run of twelve words is shared with the recorded abstract: the sentences are ours."""
    for item in items:
        paper = item["paper"]
        if paper["id"] not in recorded:
            continue
        ours, theirs = words(paper["summary"]), words(recorded[paper["id"]]["paper"]["summary"])
        runs = {tuple(theirs[k : k + 12]) for k in range(len(theirs) - 11)}
        assert not runs & {tuple(ours[k : k + 12]) for k in range(len(ours) - 11)}, paper["id"]


def test_facts_agree_with_the_record(items: list[Item], recorded: dict[str, Item]) -> None:
    """Titles, votes, comments, stars, links and organisations are those that were recorded."""
    checked = 0
    for item in items:
        paper, record = item["paper"], recorded.get(item["paper"]["id"])
        if record is None:
            continue
        checked += 1
        truth = record["paper"]
        assert paper["title"] == " ".join(truth["title"].split())
        assert paper["upvotes"] == truth["upvotes"]
        assert item["numComments"] == record["numComments"]
        names = [author["name"] for author in truth["authors"]]
        assert [author["name"] for author in paper["authors"]] == names[: len(paper["authors"])]
        for key in ("githubStars", "githubRepo", "projectPage"):
            assert paper.get(key) == truth.get(key, paper.get(key)), paper["id"]
        organization = truth.get("organization") or {}
        assert (paper.get("organization") or {}).items() <= organization.items()
    assert checked >= 20


def test_every_thumbnail_belongs_to_a_paper(items: list[Item]) -> None:
    """Each item with a picture's address has the drawn file, and there is no file besides."""
    addressed = {item["paper"]["id"]: item["mediaUrls"][0] for item in items if "mediaUrls" in item}
    assert addressed == {paper: THUMBNAIL_ADDRESS.format(paper) for paper in addressed}
    assert {file.name for file in THUMBNAILS.iterdir()} == {f"{paper}.png" for paper in addressed}
    newest = {i["paper"]["id"] for i in items if i["paper"]["submittedOnDailyAt"] > NEWEST_DAY}
    assert newest <= set(addressed)


def test_thumbnails_are_small_pictures() -> None:
    """Every thumbnail is a PNG of 320 by 180 and less than 12 kB; together less than 250 kB."""
    sizes: list[int] = []
    for file in THUMBNAILS.iterdir():
        content = file.read_bytes()
        assert content.startswith(b"\x89PNG\r\n\x1a\n")
        assert struct.unpack(">II", content[16:24]) == (320, 180)
        assert len(content) < 12_000, file.name
        sizes.append(len(content))
    assert sum(sizes) < 250_000


def test_the_drawing_script_draws_the_bundled_thumbnails(tmp_path: Path) -> None:
    """Drawn anew, every picture looks like the bundled one (another Pillow may round otherwise)."""
    pytest.importorskip("PIL", reason="drawing needs Pillow")
    from PIL import Image, ImageChops, ImageStat  # noqa: PLC0415 - only where Pillow is installed

    from bot.demo.draw_thumbnails import draw_all  # noqa: PLC0415 - likewise

    drawn = draw_all(tmp_path)
    assert {file.name for file in drawn} == {file.name for file in THUMBNAILS.iterdir()}
    for file in drawn:
        with Image.open(file) as new, Image.open(THUMBNAILS / file.name) as old:
            difference = ImageChops.difference(new.convert("RGB"), old.convert("RGB"))
        assert max(ImageStat.Stat(difference).mean) < 4, file.name

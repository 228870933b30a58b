"""Judging: which of the works that a service tells are one."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from service_world import draft

from bot.core.papers import NEVER
from bot.process.title_building import build
from bot.services.judging import judged_by_title

if TYPE_CHECKING:
    from bot.core.papers import PaperDraft

TITLE = "Deep Learning for Graph Matching"


def told(number: int, *authors: str, title: str = TITLE, year: int | None = 2023) -> PaperDraft:
    """What a service tells of a work."""
    fields: dict[str, Any] = {
        "ids": (f"doi:10.1000/{number}",),
        "title": title,
        "released": NEVER,
        "published": None if year is None else date(year, 5, 23),
        "authors": authors,
    }
    return draft(number, **fields)


def works(*answers: PaperDraft) -> list[list[int]]:
    """Which answers are one work, by their numbers."""
    believed = judged_by_title(answers[0].title, answers, build).papers
    return [[int(one.rpartition("/")[2]) for one in paper.ids] for paper in believed]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (told(1, "Tim Dettmers"), told(2, "TIM DETTMERS", "A. Other", title=TITLE + ".")),
        (told(1, "Tim Dettmers"), told(2, "T. Dettmers")),
        (told(1, "T. J. Dettmers"), told(2, "Tim Dettmers", year=2025)),
        (told(1, "DeepSeek-AI"), told(2, "Deepseek AI", year=None)),
        (told(1, "Consortium"), told(2, "consortium")),
    ],
)
def test_a_preprint_and_its_article_are_one_work(one: PaperDraft, other: PaperDraft) -> None:
    """Title, first author and year speak for it, and the title is long enough to be no other's."""
    assert works(one, other) == [[1, 2]]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (told(1, "Tim Dettmers"), told(2)),
        (told(1), told(2)),
        (told(1, "Xin Wang"), told(2, "Yuelong Wang")),
        (told(1, "Xin Wang"), told(2, "Xiao Wang")),
        (told(1, "Wang"), told(2, "Xin Wang")),
        (told(1, "Tim Dettmers"), told(2, "Tim Dettmers", year=2026)),
        (told(1, "Ada B", title="Deep learning"), told(2, "Ada B", title="Deep learning")),
        (told(1, "Ada B", title="On deep learning"), told(2, "Ada B", title="On deep learning")),
    ],
)
def test_different_works_of_one_title_stay_apart(one: PaperDraft, other: PaperDraft) -> None:
    """Somebody does not say who wrote it, or it was others, or long before, or anybody's title."""
    assert works(one, other) == [[1], [2]]


def test_one_work_does_not_lead_to_the_next() -> None:
    """Each of its records has to be the same as each other one."""
    names = (told(1, "X. Wang"), told(2, "Xin Wang"), told(3, "Xiao Wang"))
    assert works(*names) == [[1, 2], [3]]
    years = (told(1, "Ada B", year=2020), told(2, "Ada B", year=2022), told(3, "Ada B", year=2018))
    assert works(*years) == [[1, 2], [3]]

"""Topics that moved, in the weeks that were recorded from Hugging Face, where these are at hand."""

from __future__ import annotations

import json
from datetime import date, timedelta
from pathlib import Path

import pytest

from bot.core.topics import SPAN, WEEK, Tagged, Topics, moved

DAYS = sorted((Path(__file__).parents[3] / "shared" / "data" / "hf_daily").glob("*.json"))
ENOUGH = 40  # papers with keywords, in the week and in the four before
SIDE = 3  # topics


def recorded() -> list[Tagged]:
    """Read every paper with keywords, on its first day."""
    papers: dict[str, Tagged] = {}
    for path in DAYS:
        for entry in json.loads(path.read_bytes()):
            paper = entry["paper"]
            if keywords := paper.get("ai_keywords"):
                day = date.fromisoformat(path.stem)
                papers.setdefault(paper["id"], Tagged(day, tuple(keywords)))
    return list(papers.values())


def fridays(papers: list[Tagged]) -> list[tuple[date, Topics | None]]:
    """Return what moved in every week of which, and before which, there is enough."""
    found: list[tuple[date, Topics | None]] = []
    friday = date(2025, 3, 14)
    while friday <= papers[-1].released:
        near = [paper for paper in papers if timedelta(0) <= friday - paper.released < SPAN]
        week = sum(friday - paper.released < WEEK for paper in near)
        if min(week, len(near) - week) >= ENOUGH:
            found.append((friday, moved(near, friday)))
        friday += WEEK
    return found


@pytest.mark.skipif(not DAYS, reason="the recorded days are not here")
def test_real_weeks_have_something_to_say() -> None:
    """In nine of ten weeks at least three topics rose, and three fell."""
    weeks = fridays(recorded())
    told = [topics for _, topics in weeks if topics is not None]
    both = sum(bool(topics.rose and topics.fell) for topics in told)
    full = sum(min(len(topics.rose), len(topics.fell)) >= SIDE for topics in told)
    print(f"{len(weeks)} weeks: both sides in {both}, three and three in {full}")  # noqa: T201 - shown with -s
    assert len(weeks) >= 50
    assert both >= 0.9 * len(weeks)
    assert full >= 0.9 * len(weeks)

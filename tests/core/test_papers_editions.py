"""The value types: what they derive from what they hold."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

from bot.core.editions import Chosen, Edition, EmptyCause, EmptyEdition, LeftOut, Rule
from bot.core.papers import Links, Paper

NOW = datetime(2026, 8, 21, 7, tzinfo=UTC)
PAPER = Paper(1, ("arxiv:2012.00001",), "Things", "huggingface", date(2026, 8, 21))


def test_a_papers_year_is_when_it_came_out() -> None:
    """And the year of its release where that is not known."""
    assert PAPER.year == 2026
    assert replace(PAPER, published=date(2020, 12, 1)).year == 2020


def test_a_paper_has_code_where_it_links_to_code() -> None:
    """Nothing else counts."""
    assert not PAPER.has_code
    assert replace(PAPER, links=Links(code="https://example.org")).has_code


def test_an_edition_offers_what_it_shows_and_what_its_limit_cut_off() -> None:
    """What a rule left out is not offered."""
    edition = Edition(
        NOW,
        (Chosen(1, ()), Chosen(2, ())),
        (LeftOut(3, Rule.BELOW_LIMIT),),
        (LeftOut(4, Rule.WITHDRAWN),),
    )
    assert edition.offered == 3


def test_only_some_silences_are_expected() -> None:
    """Weekends, holidays, and what was slept through; every other cause is somebody's business."""
    expected = {cause: EmptyEdition(NOW, cause).expected for cause in EmptyCause}
    assert {cause for cause, told in expected.items() if told} == {
        EmptyCause.WEEKEND,
        EmptyCause.HOLIDAY,
        EmptyCause.SKIPPED,
        EmptyCause.PUT_BACK,
    }


def test_a_field_is_told_by_its_source_or_by_the_papers() -> None:
    """What another source told says so."""
    paper = Paper(1, ("arxiv:1",), "A", "hf", date(2026, 8, 1), origins=(("venue", "feed"),))
    assert (paper.told_by("venue"), paper.told_by("title")) == ("feed", "hf")

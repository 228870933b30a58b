"""Of two sources' words the better ones."""

from __future__ import annotations

from datetime import date

import pytest

from bot.core.best_fields import better_abstract, better_authors, better_day, better_venue
from bot.core.papers import Dated

DAY, YEAR = date(2023, 5, 23), date(2023, 1, 1)


@pytest.mark.parametrize(
    ("first", "other", "better"),
    [
        ("We show…", "We show that it works well.", "We show that it works well."),
        ("We show...", "A whole other abstract.", "A whole other abstract."),
        (
            "We show that it works.",
            "We show that it works. And why.",
            "We show that it works. And why.",
        ),
        ("We show that.", "A longer but different abstract.", "We show that."),
        ("We show that it works.", "We show…", "We show that it works."),
        ("We…", "We show that it…", "We…"),
        ("Whole.", "", "Whole."),
        ("", "Whole.", "Whole."),
    ],
)
def test_an_abstract_cut_short_gives_way(first: str, other: str, better: str) -> None:
    """To a longer one that is whole; else the first stays."""
    assert better_abstract(first, other) == better


@pytest.mark.parametrize(
    ("first", "other", "better"),
    [
        (("A. Lovelace",), ("Ada Lovelace",), 1),
        (("Ada Lovelace",), ("A. Lovelace",), 0),
        (("Ada Lovelace", "et al."), ("Ada Lovelace", "Max Planck"), 1),
        (("Ada Lovelace", "Max Planck"), ("Ada Lovelace",), 0),
        (("Ada Lovelace",), ("Max Planck", "Marie Curie"), 0),
        ((), ("Ada Lovelace",), 1),
        (("Ada Lovelace",), (), 0),
    ],
)
def test_names_in_full_stay(first: tuple[str, ...], other: tuple[str, ...], better: int) -> None:
    """The other list is taken only where nobody is lost by it."""
    assert better_authors(first, other) == (first, other)[better]


@pytest.mark.parametrize(
    ("first", "dated", "other", "other_dated", "better"),
    [
        (YEAR, "year", DAY, "day", (DAY, "day")),
        (YEAR, "year", date(2023, 5, 1), "month", (date(2023, 5, 1), "month")),
        (DAY, "day", YEAR, "year", (DAY, "day")),
        (DAY, "day", YEAR, "day", (DAY, "day")),
        (YEAR, "year", None, "day", (YEAR, "year")),
        (None, "day", YEAR, "year", (YEAR, "year")),
        (None, "day", None, "day", (None, "day")),
    ],
)
def test_the_exact_day_stays(
    first: date | None,
    dated: Dated,
    other: date | None,
    other_dated: Dated,
    better: tuple[date | None, Dated],
) -> None:
    """A day over a month over a year, the first of two that are as exact."""
    assert better_day(first, dated, other, other_dated) == better


@pytest.mark.parametrize(
    ("first", "other", "better"),
    [
        ("Phys. Rev. Lett. 130, 1", "Physical Review Letters", 1),
        ("Phys.Rev.Lett.", "Physical Review Letters", 1),
        ("Physical Review Letters", "Phys. Rev. Lett.", 0),
        ("Nature", "Cell", 0),
        ("Proc. ICML", "Proc. of ICML", 0),
        ("Nature", None, 0),
        (None, "Cell", 1),
        (None, None, 0),
    ],
)
def test_a_venue_that_is_written_out_is_better(
    first: str | None, other: str | None, better: int
) -> None:
    """Of two that are, or are not, the first."""
    assert better_venue(first, other) == (first, other)[better]

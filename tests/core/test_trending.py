"""What is trending: what rose by more than is usual at its age."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.trending import Rise, Voted, begin, counted_since, rises

NOW = datetime(2026, 8, 21, 18, tzinfo=UTC)
TODAY = NOW.date()
DAY = timedelta(days=1)
WEEK = begin(NOW, 7)


def ago(days: int) -> date:
    """Return a day."""
    return TODAY - days * DAY


def ordinary(first: date) -> list[Voted]:
    """Make papers as they usually are: 12 votes on their first day, few after a week."""
    young = [Voted(100 + n, TODAY, 8 + n, 8 + n, TODAY) for n in range(9)]
    old = [Voted(200 + n, ago(9), 20 + n, 18 + n, first - DAY) for n in range(9)]
    return young + old


def keys(papers: list[Voted], first: date = TODAY) -> list[int]:
    """Return what trends, in order."""
    return [rise.key for rise in rises(papers, first, NOW)]


@pytest.mark.parametrize(
    ("hour", "days", "first"),
    [(0, 1, 20), (11, 1, 20), (12, 1, 21), (18, 1, 21), (18, 7, 15), (3, 7, 14)],
)
def test_a_period_begins_at_the_nearest_midnight(hour: int, days: int, first: int) -> None:
    """A day is 12 to 36 hours long, for votes are noted once a day."""
    assert begin(NOW.replace(hour=hour), days) == date(2026, 8, first)
    elsewhere = NOW.replace(hour=hour).astimezone(timezone(timedelta(hours=9)))
    assert begin(elsewhere, days) == date(2026, 8, first)


def test_an_old_paper_that_doubles_is_more_remarkable_than_a_new_one() -> None:
    """Though it rose by less, it rose by more than is usual for its age."""
    doubled = Voted(1, ago(9), 60, 30, ago(1))
    new = Voted(2, TODAY, 40, 40, TODAY)
    assert keys([*ordinary(TODAY), doubled, new])[:2] == [1, 2]


def test_the_sum_is_a_weaker_voice() -> None:
    """Of two that rose alike the one with more votes leads; a greater rise leads a greater sum."""
    famous, unknown = Voted(1, ago(9), 500, 490, ago(1)), Voted(2, ago(9), 30, 20, ago(1))
    assert keys([*ordinary(TODAY), unknown, famous])[:2] == [1, 2]
    assert keys([*ordinary(TODAY), replace(unknown, before=19), famous])[:2] == [1, 2]
    risen = replace(unknown, before=5)
    assert keys([*ordinary(TODAY), replace(famous, before=498), risen])[0] == 2


def test_why_is_told() -> None:
    """New ones since they came out, older ones since the period began, or since they are known."""
    found = rises(
        [
            Voted(1, TODAY, 40, 40, TODAY),
            Voted(2, ago(2), 50, 50, ago(1)),
            Voted(3, ago(9), 163, 78, ago(8)),
            Voted(4, ago(9), 163, 100, ago(3)),
            Voted(5, TODAY, 60, 20, ago(8)),
        ],
        WEEK,
        NOW,
    )
    assert set(found) == {
        Rise(1, 40, 40, 1, None),
        Rise(2, 50, 50, 3, None),
        Rise(3, 163, 85, 10, WEEK),
        Rise(4, 163, 63, 10, ago(2)),
        Rise(5, 60, 40, 1, WEEK),  # it came out before, and once more
    }


def test_where_votes_are_counted_since_is_told() -> None:
    """Only where that is within the period."""
    assert counted_since([], WEEK) is None
    assert counted_since([Voted(1, TODAY, 1, 1, TODAY), Voted(2, TODAY, 1, 1, ago(3))], WEEK) == (
        ago(3)
    )
    assert counted_since([Voted(1, TODAY, 1, 1, WEEK - DAY)], WEEK) is None


def test_nothing_trends_where_nothing_rose() -> None:
    """Neither without papers, nor with those whose votes stand or sank."""
    assert rises([], TODAY, NOW) == ()
    assert keys([Voted(1, ago(9), 5, 5, ago(3)), Voted(2, ago(9), 5, 9, ago(3))]) == []


def test_ties_are_by_votes_then_newest_then_key() -> None:
    """So the same is shown to everybody, every time."""
    same = [Voted(key, ago(3), 10, 10, ago(3)) for key in (7, 3, 5)]
    assert keys(same, WEEK) == [3, 5, 7]
    young = [Voted(key, ago(day), 10, 10, ago(day)) for key, day in ((1, 2), (2, 1))]
    assert keys(young, WEEK) == [2, 1]


VOTED = st.builds(
    lambda key, out, votes, before, noted: Voted(
        key, ago(out), votes, before, max(ago(out), ago(noted))
    ),
    st.integers(1, 10**6),
    st.integers(-1, 60),
    st.integers(1, 10**6),
    st.integers(0, 10**6),
    st.integers(0, 60),
)
SOME = st.lists(VOTED, max_size=30, unique_by=lambda paper: paper.key)


@given(SOME, st.sampled_from((1, 7, 30)), st.randoms(use_true_random=False))
def test_the_order_they_are_read_in_changes_nothing(
    papers: list[Voted], days: int, chance: object
) -> None:
    """Each that rose is told once, with votes that add up."""
    first = begin(NOW, days)
    found = rises(papers, first, NOW)
    shuffled = list(papers)
    chance.shuffle(shuffled)  # type: ignore[attr-defined] - hypothesis gives a Random
    assert rises(shuffled, first, NOW) == found
    assert len({rise.key for rise in found}) == len(found)
    assert all(0 < rise.by <= rise.votes and rise.days >= 1 for rise in found)


@given(SOME.filter(bool), st.sampled_from((1, 7, 30)), st.integers(1, 10**5), st.data())
def test_who_rises_more_never_falls_behind(
    papers: list[Voted], days: int, more: int, data: st.DataObject
) -> None:
    """More votes in the period never cost a paper its place."""
    first = begin(NOW, days)
    lucky = data.draw(st.sampled_from(papers))
    before = [rise.key for rise in rises(papers, first, NOW)]
    raised = [replace(p, votes=p.votes + more) if p is lucky else p for p in papers]
    after = [rise.key for rise in rises(raised, first, NOW)]
    if lucky.key in before:
        assert after.index(lucky.key) <= before.index(lucky.key)

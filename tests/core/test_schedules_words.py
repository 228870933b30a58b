"""The words for times and days: what is understood, what is refused, and how it is said."""

from __future__ import annotations

import contextlib
from datetime import time

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bot.core.schedules import (
    DAILY,
    TUE_SAT,
    WEEKDAYS,
    WEEKENDS,
    ScheduleError,
    format_days,
    parse_days,
    parse_time,
    weekly,
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("09:00", "09:00"),
        ("9", "09:00"),
        ("00", "00:00"),
        ("9:30", "09:30"),
        ("9.30", "09:30"),
        (" 9 : 30 ", "09:30"),
        ("9h", "09:00"),
        ("9H30", "09:30"),
        ("9 h 30", "09:30"),
        ("9am", "09:00"),
        ("9:30 pm", "21:30"),
        ("9.30PM", "21:30"),
        ("9 p.m.", "21:00"),
        ("12am", "00:00"),
        ("12:01 AM", "00:01"),
        ("12pm", "12:00"),
        ("12:59 pm", "12:59"),
        ("23:59", "23:59"),
        ("\uff10\uff19\uff1a\uff13\uff10", "09:30"),  # full-width digits and colon
        ("\u0669:\u0663\u0660", "09:30"),  # Arabic-Indic digits
        ("21h", "21:00"),
        ("21 Uhr", "21:00"),
        ("9.30 Uhr", "09:30"),
        ("9点", "09:00"),
        ("21點", "21:00"),
        ("9時5分", "09:05"),
        ("9点半", "09:30"),
        ("9시", "09:00"),
        ("9시 반", "09:30"),
        ("9 시 30분", "09:30"),
        ("noon", "12:00"),
        ("Midday", "12:00"),
        (" MIDNIGHT\n", "00:00"),
    ],
)
def test_a_time_is_read_as_people_write_it(text: str, expected: str) -> None:
    """Hours alone, halves of the day, points, digits of other scripts."""
    assert parse_time(text) == time.fromisoformat(expected)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "time_missing"),
        (" \t\u3000", "time_missing"),
        ("25:00", "time_out_of_range"),
        ("24:00", "time_out_of_range"),
        ("99", "time_out_of_range"),
        ("12:60", "time_out_of_range"),
        ("13pm", "time_out_of_range"),
        ("13:00 am", "time_out_of_range"),
        ("0am", "time_out_of_range"),
        ("9:", "time_not_understood"),
        ("9:5", "time_not_understood"),
        ("-9:00", "time_not_understood"),
        ("9:30:15", "time_not_understood"),
        ("930", "time_not_understood"),
        ("21 Uhrzeit", "time_not_understood"),
        ("9分", "time_not_understood"),
        ("9半", "time_not_understood"),
        ("25時", "time_out_of_range"),
        ("9点60分", "time_out_of_range"),
        ("tea time", "time_not_understood"),
        ("@everyone", "time_not_understood"),
        ("9\x00", "time_not_understood"),
        ("9" + " " * 100 + "x", "time_not_understood"),
        ("9" + " " * 100 + "am", "time_not_understood"),
    ],
)
def test_a_time_that_no_clock_shows_is_refused_with_its_code(text: str, code: str) -> None:
    """The code finds the sentence, the text is what was written."""
    with pytest.raises(ScheduleError) as caught:
        parse_time(text)
    assert caught.value.code == code
    assert caught.value.text.rstrip("…") in text
    assert caught.value.nearest is None


def test_an_error_points_at_the_place() -> None:
    """Spaces before it are counted, not kept."""
    with pytest.raises(ScheduleError, match="time_out_of_range at 2: '25:00'") as caught:
        parse_time("  25:00 ")
    assert (caught.value.text, caught.value.place) == ("25:00", 2)


def test_an_error_keeps_sixty_characters_of_ten_thousand() -> None:
    """The rest helps nobody to see what was wrong."""
    with pytest.raises(ScheduleError) as caught:
        parse_time("x" * 10_000)
    assert caught.value.text == "x" * 59 + "…"
    with pytest.raises(ScheduleError) as caught:
        parse_days("mon, " + "x" * 10_000)
    assert (len(caught.value.text), caught.value.place) == (60, 5)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("daily", DAILY),
        ("Every day", DAILY),
        ("everyday", DAILY),
        ("weekdays", WEEKDAYS),
        ("WEEKENDS", WEEKENDS),
        ("weekdays, sat", frozenset({0, 1, 2, 3, 4, 5})),
        ("tue-sat", TUE_SAT),
        ("Tue\u2013Sat", TUE_SAT),
        ("Tuesday to Saturday", TUE_SAT),
        ("tue \u2014 sat", TUE_SAT),
        ("mon-sun", DAILY),
        ("sat-mon", frozenset({5, 6, 0})),
        ("fri-fri", frozenset({4})),
        ("mon-tue, thu-fri", frozenset({0, 1, 3, 4})),
        ("mon,wed,fri", frozenset({0, 2, 4})),
        ("Mon. Wed. & Fri.", frozenset({0, 2, 4})),
        ("mon\u3001wed\uff0cfri", frozenset({0, 2, 4})),
        ("\uff4d\uff4f\uff4e", frozenset({0})),  # full-width letters
        ("mondays and thurs", frozenset({0, 3})),
        ("mo tu we", frozenset({0, 1, 2})),
        ("monday", frozenset({0})),
        ("weekly", weekly(0)),
        ("every week", weekly(0)),
        ("weekly on friday", weekly(4)),
        ("Weekly on Sundays", weekly(6)),
    ],
)
def test_days_are_read_as_people_write_them(text: str, expected: frozenset[int]) -> None:
    """Words, lists, ranges with any dash, and once a week."""
    assert parse_days(text) == expected


@pytest.mark.parametrize(
    ("text", "code", "word", "place", "nearest"),
    [
        ("", "days_missing", "", 0, None),
        (" , ", "days_missing", ",", 0, None),
        ("every", "days_missing", "every", 0, None),
        ("mon, wendsday", "day_not_understood", "wendsday", 5, "wednesday"),
        ("Dayly", "day_not_understood", "Dayly", 0, "daily"),
        ("tue-satt", "day_not_understood", "satt", 4, "saturday"),
        ("1", "day_not_understood", "1", 0, None),
        ("@everyone", "day_not_understood", "@everyone", 0, None),
        ("tue-", "day_range_incomplete", "-", 3, None),
        ("-sat", "day_range_incomplete", "-", 0, None),
        ("mon--sat-sun", "day_range_incomplete", "-", 8, None),
        ("mon - - sat", "day_range_incomplete", "-", 6, None),
        ("mon-daily", "day_range_incomplete", "-", 3, None),
        ("mon to weekly", "day_range_incomplete", "to", 4, None),
        ("daily-fri", "day_range_incomplete", "-", 5, None),
    ],
)
def test_a_word_that_is_no_day_is_refused_with_its_place_and_the_nearest(
    text: str,
    code: str,
    word: str,
    place: int,
    nearest: str | None,
) -> None:
    """The error carries all that a helpful sentence needs."""
    with pytest.raises(ScheduleError) as caught:
        parse_days(text)
    error = caught.value
    assert (error.code, error.text, error.place, error.nearest) == (code, word, place, nearest)


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        (DAILY, "daily"),
        (WEEKDAYS, "weekdays"),
        (WEEKENDS, "weekends"),
        (TUE_SAT, "tue-sat"),
        (frozenset({0, 1, 2}), "mon-wed"),
        (frozenset({0, 2, 4}), "mon,wed,fri"),
        (frozenset({0, 1}), "mon,tue"),
        (weekly(6), "sun"),
    ],
)
def test_days_have_one_canonical_form(days: frozenset[int], expected: str) -> None:
    """A name, a run, or a list."""
    assert format_days(days) == expected


@given(st.frozensets(st.integers(0, 6), min_size=1))
def test_the_canonical_form_is_read_back(days: frozenset[int]) -> None:
    """For each of the 127 choices."""
    assert parse_days(format_days(days)) == days


@given(st.times())
def test_a_written_time_is_read_back(at: time) -> None:
    """As 24 hours and as halves of the day."""
    at = at.replace(second=0, microsecond=0, fold=0)
    half = f"{at.hour % 12 or 12}:{at:%M} {'pm' if at.hour >= 12 else 'am'}"
    assert parse_time(f"{at:%H:%M}") == parse_time(half) == at


@given(st.text() | st.text(alphabet="0123456789:.hapm montuesat-,"))
@example("\u0b72\u0663:00")
@example("\N{VULGAR FRACTION ONE HALF}")
@example("\N{SUPERSCRIPT TWO}")
def test_any_text_is_understood_or_refused_never_worse(text: str) -> None:
    """No other exception, whatever is written."""
    with contextlib.suppress(ScheduleError):
        assert parse_time(text).second == 0
    with contextlib.suppress(ScheduleError):
        assert parse_days(text) <= DAILY

"""Failures: what a person can mend is told with its place and its remedy."""

from __future__ import annotations

import pytest
from discord import app_commands
from hypothesis import given
from hypothesis import strategies as st

from bot.core.query import QuerySyntaxError, parse
from bot.core.schedules import ScheduleError, parse_days, parse_time
from bot.core.subscriptions import Wish
from bot.core.wishes import Typed, WishError, apply, default_wish
from bot.core.zones import UnknownZoneError, resolve_zone
from bot.services.subscribe import TooManySubscriptionsError
from bot.ui.failures import ToldError, explain
from bot.ui.i18n import words_in

WORDS = words_in("en")


def told(error: BaseException) -> str:
    """Explain an error that a person can mend."""
    text = explain(error, WORDS)
    assert text is not None
    return text


def query_fault(text: str) -> QuerySyntaxError:
    """Return the fault of a text that is no query."""
    with pytest.raises(QuerySyntaxError) as caught:
        parse(text)
    return caught.value


def test_a_query_is_told_with_its_place_and_what_was_expected() -> None:
    """A caret stands under it."""
    lines = told(query_fault("world models | (video")).splitlines()
    assert "a closing parenthesis" in lines[0]
    assert lines[2].index("(") == lines[3].index("^")


def test_the_place_is_shown_also_far_into_a_long_query() -> None:
    """Only what is around it."""
    lines = told(query_fault("word " * 60 + "upvotes:many")).splitlines()
    assert len(lines[2]) <= 60
    assert lines[2][lines[3].index("^") :].startswith("many")


def test_an_unknown_field_offers_the_known_ones() -> None:
    """The nearest by name."""
    assert "Did you mean `author`?" in told(query_fault("autor:kaiser"))


@given(st.text(min_size=1, max_size=80))
def test_no_query_breaks_out_of_its_box(text: str) -> None:
    """Three backticks open and close it, and nothing else in it does; the caret stays in place."""
    try:
        parse(text)
    except QuerySyntaxError as fault:
        said = told(fault)
        assert said.count("```") == 2
        piece, caret = said.split("```")[1].strip("\n").split("\n")
        assert caret.strip() == "^"
        assert all(char.isprintable() for char in piece)
        assert len(caret) <= len(piece) + 1


@pytest.mark.parametrize("typed", ["", "25:00", "9:75", "13pm", "soon", "@everyone"])
def test_a_time_is_told_with_how_to_write_it(typed: str) -> None:
    """Missing, impossible, not understood."""
    with pytest.raises(ScheduleError) as caught:
        parse_time(typed)
    said = told(caught.value)
    assert "09:00" in said or "00 to 23" in said
    assert "@everyone" not in said.replace("\\@everyone", "")


@pytest.mark.parametrize("typed", ["", "moonday", "mon-", "tue-sat-"])
def test_days_are_told_with_how_to_write_them(typed: str) -> None:
    """And the nearest word."""
    with pytest.raises(ScheduleError) as caught:
        parse_days(typed)
    said = told(caught.value)
    assert "tue-sat" in said
    assert ("Did you mean" in said) == (caught.value.nearest is not None)


def test_a_zone_is_told_with_the_nearest_real_ones() -> None:
    """Where there are any."""
    with pytest.raises(UnknownZoneError) as caught:
        resolve_zone("Europe/Berlni")
    assert "Europe/Berlin" in told(caught.value)
    with pytest.raises(UnknownZoneError) as caught:
        resolve_zone("UTC+5")
    assert "Did you mean" not in told(caught.value)


def test_all_faults_of_a_wish_are_told() -> None:
    """A line or more for each."""
    base: Wish = default_wish("UTC")
    with pytest.raises(WishError) as caught:
        apply(Typed(query="(", timezone="Atlantis", time="25:00", days="moonday"), base)
    said = told(caught.value)
    for piece in ("a word", "Atlantis", "25:00", "moonday"):
        assert piece in said


def test_what_a_service_refuses_is_told() -> None:
    """Too many, not allowed, anything with words of its own."""
    assert "25 subscriptions" in told(TooManySubscriptionsError(25))
    assert told(app_commands.MissingPermissions(["manage_guild"])) == WORDS("failure-not-allowed")
    assert told(ToldError("failure-too-many", most=3)) == WORDS("failure-too-many", most=3)


def test_what_nobody_can_mend_is_not_explained() -> None:
    """It gets a code instead, which is in the log."""
    assert explain(ValueError("a bug"), WORDS) is None

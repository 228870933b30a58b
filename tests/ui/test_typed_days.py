"""Days as people type them in their own language."""

from __future__ import annotations

import re
from itertools import combinations
from typing import Literal

import pytest
from babel.dates import get_day_names

from bot.core.schedules import (
    DAILY,
    TUE_SAT,
    WEEKDAYS,
    WEEKENDS,
    ScheduleError,
    format_days,
    parse_days,
    weekly,
)
from bot.core.wishes import Typed
from bot.ui.i18n import languages, words_in
from bot.ui.subscriptions.schedule_words import days_words
from bot.ui.subscriptions.typed_days import english_days, in_english

EVERY = [frozenset(some) for most in range(1, 8) for some in combinations(range(7), most)]
ENGLISH = "daily weekdays weekends weekly mon tue wed thu fri sat sun mo tu we th fr sa su".split()


def read(typed: str, language: str) -> frozenset[int]:
    """Read days that somebody typed who is answered in this language."""
    return parse_days(english_days(typed, words_in(language)))


@pytest.mark.parametrize("language", languages())
def test_days_are_read_back_as_they_are_shown(language: str) -> None:
    """All 127 choices: whoever types what a panel or a choice shows is understood."""
    words = words_in(language)
    assert len(EVERY) == 127
    for days in EVERY:
        shown = days_words(days, words)
        assert read(shown, language) == days, shown
        assert read(f" {shown.upper()} ", language) == days, shown


@pytest.mark.parametrize("language", languages())
@pytest.mark.parametrize("width", ["wide", "abbreviated", "short"])
def test_every_weekday_is_known_by_its_names(
    language: str, width: Literal["wide", "abbreviated", "short"]
) -> None:
    """Long and short, alone and in a list."""
    names = get_day_names(width, "format", locale=language)
    for day in range(7):
        assert read(names[day], language) == weekly(day), names[day]
    assert read(f"{names[0]}, {names[3]}", language) == {0, 3}


@pytest.mark.parametrize("language", languages())
def test_english_means_the_same_in_every_language(language: str) -> None:
    """It is what a form shows and a choice carries, so it is left alone."""
    words = words_in(language)
    for word in [*ENGLISH, "tue-sat", "mon, wed and fri", *map(format_days, EVERY)]:
        assert english_days(word, words) == word


@pytest.mark.parametrize(
    ("language", "typed", "days"),
    [
        ("de", "Mo.–Do.", {0, 1, 2, 3}),
        ("de", "Di, Do", {1, 3}),
        ("de", "TÄGLICH", DAILY),
        ("es", "miercoles, sabado", {2, 5}),
        ("es", "lunes-jueves", {0, 1, 2, 3}),
        ("fr", "chaque mardi", {1}),
        ("fr", "mar.-sam.", TUE_SAT),
        ("ja", "月水金", {0, 2, 4}),
        ("ja", "月・水・金", {0, 2, 4}),
        ("ja", "平日", WEEKDAYS),
        ("ja", "火～土", TUE_SAT),
        ("ko", "월수금", {0, 2, 4}),
        ("ko", "\u1106\u1162\u110b\u1175\u11af", DAILY),  # 매일 in single letters, as macOS types
        ("ko", "주말", WEEKENDS),
        ("pt", "segunda, quarta", {0, 2}),
        ("pt", "de terça a sábado", TUE_SAT),
        ("zh", "星期二至星期六", TUE_SAT),
        ("zh", "周一、fri", {0, 4}),
    ],
)
def test_days_are_read_as_people_write_them(
    language: str, typed: str, days: frozenset[int]
) -> None:
    """Without accents, run together where that is usual, mixed with English."""
    assert read(typed, language) == days


@pytest.mark.parametrize(
    ("language", "typed", "wrong"),
    [
        ("de", "Montag, Blautag", "Blautag"),
        ("de", "Sonntags", "Sonntags"),
        ("fr", "Éternité", "Éternité"),
        ("ja", "休日", "休"),
        ("zh", "周二至", "至"),
        ("en", "Montag", "Montag"),
        ("de", "@everyone", "@everyone"),
    ],
)
def test_what_is_no_day_is_told_as_it_was_typed(language: str, typed: str, wrong: str) -> None:
    """The days around it are not blamed."""
    with pytest.raises(ScheduleError) as caught:
        read(typed, language)
    assert caught.value.text == wrong


@pytest.mark.parametrize("language", languages())
def test_the_days_that_a_message_suggests_are_understood(language: str) -> None:
    """Whatever a failure shows as an example can be typed."""
    words = words_in(language)
    for key in ("days-missing", "day-not-understood", "day-range-incomplete"):
        examples = re.findall("`(.+?)`", words(f"failure-{key}", text="x"))
        assert examples
        assert all(read(example, language) for example in examples)


def test_what_was_typed_besides_stays() -> None:
    """Only days are translated, and only where there are any."""
    words = words_in("de")
    assert in_english(Typed(query="Montag"), words) == Typed(query="Montag")
    wanted = in_english(Typed(query="Montag", time="9 Uhr", days="daily"), words)
    assert wanted == Typed(query="Montag", time="9 Uhr", days="daily")

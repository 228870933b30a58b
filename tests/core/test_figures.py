"""Which numbers a text tells, however they are written."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.figures import figures, known_figures, levelled


@pytest.mark.parametrize(
    ("text", "claimed"),
    [
        ("none, one of them, the only one", set[str]()),
        ("1,000 stations, 2.0 GB, 007 and 0.50", {"1000", "2", "7", "0.5"}),
        ("1,2 and Qwen 1.2.3", {"1", "2", "1.2.3"}),
        ("ninety percent on eight hundred", {"90", "800"}),
        ("Twenty-one of one hundred forty-two thousand", {"21", "142000"}),
        ("eight hundred and six, nineteen ninety", {"800", "6", "19", "90"}),
        ("twenty ten, two three, hundreds of millions", {"20", "10", "2", "3", "100", "1000000"}),
        ("zero hundred, two zero", {"0", "2"}),
        ("7B, 1.5 million, 3 hundred and 5k", {"7000000000", "1500000", "300", "5000"}),
        ("7 billion", {"7000000000"}),
        ("version 1.2.3 million, 1234567890123456 thousand", {"1.2.3", "1234567890123456"}),
        ("⅞ and x² in 10⁵", {"7", "8", "2", "10", "5"}),
        ("Ⅻ, ❶ and 三", {"12", "1", "3"}),
        ("１２ percent, ١٢ percent, ㏡", {"12", "2"}),
        ("k, b and m", set[str]()),
    ],
)
def test_numbers_are_read_in_digits_and_in_words(text: str, claimed: set[str]) -> None:
    """Those of every script, those that are one character, and what multiplies them."""
    assert figures(levelled(text)) == claimed


def test_what_a_scale_multiplies_is_known_too() -> None:
    """And that there is one of a thing: nobody has to write it in the same way."""
    assert known_figures(levelled("one model of 7 billion")) == {"1", "7", "7000000000"}


def test_what_means_the_same_is_level() -> None:
    """Letters of other widths and styles, and the points of names of sites."""
    assert levelled("ｅｖｉｌ．Com e\u2024c e。c e｡c 𝐀") == "evil.com e.c e.c e.c a"


@given(st.integers(0, 999), st.sampled_from(["", " thousand", " million", " billion"]))
def test_a_number_in_words_is_the_one_in_digits(number: int, scale: str) -> None:
    """Up to what is said in a summary."""
    zeros = {"": 0, " thousand": 3, " million": 6, " billion": 9}[scale]
    value = number * 10**zeros
    spelt = _spelt(number) + scale
    assert figures(spelt) == ({str(value)} if value != 1 else set[str]())
    assert str(value) in known_figures(f"{number}{scale}") & known_figures(spelt)


@given(st.text())
def test_any_text_tells_numbers_or_none(text: str) -> None:
    """All that it claims stands in it."""
    level = levelled(text)
    assert figures(level) <= known_figures(level)


def _spelt(number: int) -> str:
    small = (
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
        "fifteen sixteen seventeen eighteen nineteen"
    ).split()
    tens = "twenty thirty forty fifty sixty seventy eighty ninety".split()
    hundreds, rest = divmod(number, 100)
    words = [f"{small[hundreds]} hundred"] if hundreds else []
    if rest >= 20:
        words.append(tens[rest // 10 - 2] + (f"-{small[rest % 10]}" if rest % 10 else ""))
    elif rest or not hundreds:
        words.append(small[rest])
    return " ".join(words)

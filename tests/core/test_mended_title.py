"""Titles of which one may be the other with a misprint mended."""

from __future__ import annotations

import pytest

from bot.core.mended_title import mended_title


@pytest.mark.parametrize(
    ("one", "other", "mended"),
    [
        ("Learing to Swim", "Learning to Swim", True),
        ("Swimming with Penguns in cold watr", "Swimming with penguins in cold water", True),
        ("Swimming with Penugins", "Swimming with Penguins", True),
        ("Swimming in Water", "Swimming in Water: A Study", True),
        ("Notes and Queries on Light", "Notes & Queries on Light (extended version)", True),
        ("Swiming wth Penguns", "Swimming with Penguins", False),
        ("Swiming Penguns", "Swimming Penguins", False),
        ("Qwen2 Technical Report of Us", "Qwen3 Technical Report of Us", False),
        ("A Study of Cats", "A Study of Cows", True),
        ("A Study of an Ox", "A Study of an Ax", False),
        ("Typical Behaviour of Nets", "Atypical Behaviour of Nets", False),
        ("Learning with Supervision", "Learning with Superstition", False),
        ("Alpha Nets", "Alpha Beta Nets", False),
        ("", "Alpha", False),
        ("∞", "→", False),
    ],
)
def test_a_misprint_is_a_letter_or_two_of_a_word_or_two(one: str, other: str, mended: bool) -> None:
    """Behind the word's first letter; whole words, numbers and short words are no misprints."""
    assert mended_title(one, other) is mended
    assert mended_title(other, one) is mended

"""Abbreviations among keywords, and what they stand for."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.abbreviations import abbreviation, meanings, singular

KEYWORDS = st.lists(st.text("ABabc ()-…é", max_size=12), max_size=12)


@pytest.mark.parametrize(
    ("short", "phrase"),
    [
        ("LLMs", "large language models"),
        ("CoT", "chain-of-thought"),
        ("RLHF", "reinforcement learning from human feedback"),
        ("VLA", "Vision-Language-Action models"),
    ],
)
def test_initials_stand_for_a_common_phrase(short: str, phrase: str) -> None:
    """With small words or without them, and without the model at the end."""
    folded = singular(phrase.lower().replace("-", " "))
    assert meanings([short, *[phrase] * 5]) == {abbreviation(short): folded}
    assert meanings([short, *[phrase] * 4]) == {}
    assert meanings([phrase] * 5) == {}


def test_two_letters_ask_for_a_very_common_phrase() -> None:
    """Many phrases begin with those."""
    assert meanings(["AI", *["action interface"] * 9]) == {}
    assert meanings(["RL", *["reinforcement learning"] * 10]) == {"rl": "reinforcement learning"}


def test_where_two_phrases_would_do_it_is_neither() -> None:
    """But for one that is ten times as common."""
    rare = ["text-to-speech", "text to speech"]
    assert meanings(["TTS", *["test-time scaling"] * 19, *rare]) == {}
    assert meanings(["TTS", *["test-time scaling"] * 20, *rare]) == {"tts": "test time scaling"}


def test_brackets_say_what_no_initials_do() -> None:
    """Once is enough; what has brackets behind one word says nothing."""
    assert meanings(["Diffusion Transformers (DiTs)"]) == {"dit": "diffusion transformer"}
    assert meanings(["CoT (fast)", "Transformers (DiTs)", "a diffusion transformer (new)"]) == {}


@pytest.mark.parametrize("word", ["GPT4", "Llama", "LLAMALLAMA", "R", "Rs", "βΓΔ", ""])
def test_other_words_are_no_abbreviations(word: str) -> None:
    """Without two capitals, with digits, too short or too long."""
    assert abbreviation(word) == ""


def test_plurals_are_taken_off() -> None:
    """What only looks like one stays."""
    plural = ["models", "capabilities", "loss", "corpus", "analysis", "rls"]
    assert [singular(word) for word in plural] == [
        "model", "capability", "loss", "corpus", "analysis", "rls",
    ]  # fmt: skip


@given(KEYWORDS)
def test_a_meaning_is_a_phrase(keywords: list[str]) -> None:
    """Whatever the keywords are, and in whatever order."""
    found = meanings(keywords)
    assert found == meanings(reversed(keywords))
    assert all(abbreviation(short.upper()) == short for short in found)
    assert all(" " in phrase for phrase in found.values())

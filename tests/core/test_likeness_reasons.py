"""The words that are told of what two papers have in common."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.likeness import Candidate, singular
from bot.core.likeness_reasons import TOLD, as_mostly_written, topical
from bot.core.papers import Paper
from bot.core.stop_words import STOP_WORDS
from bot.core.weak_words import WEAK_WORDS, is_weak

BARE = Candidate(1, "", "", "", "")
ONE = replace(BARE, title=" sparse attention ", keywords=" kv cache \ue000 robots ")
OTHER = replace(BARE, title=" attention in robots ", keywords=" sparse grids ")
PAPER = Paper(1, ("arxiv:1",), "", "hf", date(2026, 8, 21))


def test_words_in_the_titles_of_both_come_first() -> None:
    """Then those in one, then the others; keywords are as good; of equals the given order stays."""
    assert topical(["depth", "grid", "robot", "attention"], ONE, OTHER) == (
        "robot",
        "attention",
        "grid",
    )
    assert topical(["depth", "camera"], ONE, OTHER) == ("depth", "camera")


def test_a_single_word_has_to_stand_in_the_titles_of_both() -> None:
    """Any two papers share one; beside something else that is told any will do."""
    assert topical(["train", "attention"], ONE, OTHER) == ("attention",)
    assert topical(["train", "grid"], ONE, OTHER) == ()
    assert topical(["train", "grid"], ONE, OTHER, alone=False) == ("grid",)
    assert topical([], ONE, OTHER) == topical(["train"], ONE, OTHER, alone=False) == ()


@pytest.mark.parametrize(
    ("term", "weak"),
    [
        ("inside", True),
        ("faster", True),
        ("train", True),
        ("score", True),
        ("harness", True),
        ("strategie", True),
        ("jointly", True),
        ("anomaly", False),
        ("agent", False),
        ("movie", False),
        ("attention", False),
    ],
)
def test_a_weak_word_is_no_topic(term: str, weak: bool) -> None:
    """Nor is an adverb."""
    assert is_weak(term) is weak


def test_weak_words_are_terms() -> None:
    """As they are compared, else they would be weak in vain; stop words are no terms at all."""
    assert all(singular(word) == word == word.casefold() for word in WEAK_WORDS)
    assert WEAK_WORDS.isdisjoint(STOP_WORDS)


def test_a_word_is_told_as_it_is_mostly_written() -> None:
    """A capital that a title or the beginning of a sentence gave it is not the word's own."""
    one = replace(
        PAPER,
        title="Agents and GANs with Gaussian Splats",
        abstract="Agents use LoRA. Splats are Gaussian: Łódź agents know.",
        keywords=("World models",),
    )
    other = replace(PAPER, title="gans", abstract="GANs differ from one GAN. The agent is ours.")
    terms = ("agent", "gan", "lora", "gaussian", "splat", "lodz", "world", "gone")
    told = ("agents", "GANs", "LoRA", "Gaussian", "splats", "łódź", "world", "gone")
    assert as_mostly_written(terms, (one, other)) == told


@given(st.lists(st.text(max_size=6)), st.text(max_size=60), st.text(max_size=60))
def test_any_text_is_told(terms: list[str], title: str, abstract: str) -> None:
    """As many words as there are terms; no more than are told at most."""
    paper = replace(PAPER, title=title, abstract=abstract)
    assert len(as_mostly_written(terms, (paper,))) == len(terms)
    assert len(topical(terms, ONE, OTHER)) <= TOLD

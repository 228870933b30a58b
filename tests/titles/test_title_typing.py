"""What is being typed brings the titles it may become, also in the middle and with a slip."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from bot.titles import TitleIndex
from bot.titles.folding import fold

REAL_TITLES = tuple(Path(__file__).with_name("real_titles.txt").read_text("utf-8").splitlines())
TITLES = (
    *REAL_TITLES,
    "The Kinematics of Robots",
    "Kinematics",
    "Robots and Kinematics for Online Use",
)
INDEX = TitleIndex.build((title, title) for title in TITLES)
ADDED = TitleIndex.build(())
for title in TITLES:
    ADDED.add(title, title)
HALVES = TitleIndex.build((title, title) for title in TITLES[::2])
for title in TITLES[1::2]:
    HALVES.add(title, title)
LETTERS = "abcdefghijklmnopqrstuvwxyz"

indexes = pytest.mark.parametrize("index", [INDEX, ADDED, HALVES], ids=["built", "added", "both"])


def offers(index: TitleIndex, typed: str) -> list[str]:
    """Return the titles offered for what has been typed."""
    return [match.paper_id for match in index.complete(typed)]


def slipped(text: str, at: int, kind: int, letter: str) -> str:
    """Let a finger slip once: a letter wrong, missing, too many, or two swapped."""
    left, right = text[:at], text[at:]
    return [
        left + letter + right[1:],
        left + right[1:],
        left + letter + right,
        left + right[1:2] + right[:1] + right[2:],
    ][kind]


@indexes
@settings(max_examples=150, deadline=None)
@given(
    st.sampled_from(TITLES),
    st.integers(12, 30),
    st.integers(0, 30),
    st.integers(0, 3),
    st.sampled_from(LETTERS),
)
def test_a_beginning_with_one_slip_offers_its_title(
    index: TitleIndex, title: str, length: int, at: int, kind: int, letter: str
) -> None:
    """One letter wrong, missing, too many or swapped with the next, in twelve or more."""
    begun = fold(title)[:length].strip()
    assume(len(begun) == length and at < length - 1)
    assume(len(begun.split()[-1]) > 3)
    typed = slipped(begun, at, kind, letter)
    if not any(fold(other).startswith(typed) for other in TITLES):
        assert title in offers(index, typed)


@indexes
@settings(max_examples=150, deadline=None)
@given(st.sampled_from(TITLES), st.integers(0, 8), st.integers(1, 5), st.integers(0, 3))
def test_words_in_a_row_offer_the_titles_that_have_them(
    index: TitleIndex, title: str, first: int, count: int, cut: int
) -> None:
    """Before all others come the titles that have just these words inside, the last unfinished."""
    words = fold(title).split()[first : first + count]
    assume(words)
    typed = " ".join(words)
    typed = typed[: len(typed) - min(cut, len(words[-1]) - 1)]
    holding = {other for other in TITLES if f" {typed}" in f" {fold(other)}"}
    offered = index.complete(typed)
    if len(offered) < 25:
        assert holding <= {match.paper_id for match in offered if match.score >= 97.0}


@indexes
@pytest.mark.parametrize(
    ("typed", "title"),
    [
        ("atention is all", "Attention Is All You Need"),
        ("attention i sall", "Attention Is All You Need"),
        ("attentionis all", "Attention Is All You Need"),
        ("attention is al lyou", "Attention Is All You Need"),
        ("attention is akl y", "Attention Is All You Need"),
        ("attention is all uou n", "Attention Is All You Need"),
        ("attention is all you mee", "Attention Is All You Need"),
        ("tge kinematics of", "The Kinematics of Robots"),
        ("llama2 open found", "Llama 2: Open Foundation and Fine-Tuned Chat Models"),
        ("kinematics for onlin", "Robots and Kinematics for Online Use"),
    ],
)
def test_a_slip_anywhere_is_mended(index: TitleIndex, typed: str, title: str) -> None:
    """In a short word, at a space, in the word before the last, in the unfinished one."""
    assert offers(index, typed)[0] == title


@indexes
def test_what_is_discarded_is_offered_no_more(index: TitleIndex) -> None:
    """Neither as a beginning with a slip nor for words inside."""
    copy = TitleIndex.build((title, title) for title in TITLES) if index is INDEX else index
    copy.discard("The Kinematics of Robots")
    assert "The Kinematics of Robots" not in offers(copy, "tge kinematics of")
    assert "The Kinematics of Robots" not in offers(copy, "kinematics of rob")
    copy.add("The Kinematics of Robots", "The Kinematics of Robots")


def test_a_text_too_odd_to_mend_costs_nothing_and_raises_nothing() -> None:
    """Long words and many words are left as they are."""
    for typed in (
        "x" * 5000,
        "zq " * 300,
        "a" * 24 + " " + "b" * 25,
        "é ß ﬁ ",
        "a b c d e f g h i j",
    ):
        assert len(INDEX.complete(typed)) <= 25

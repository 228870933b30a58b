"""What people remember of a title leads to it."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from bot.core.lookup import Ambiguous, Found, Match, NotFound
from bot.titles import TitleIndex

REAL_TITLES = tuple(Path(__file__).with_name("real_titles.txt").read_text("utf-8").splitlines())
INDEX = TitleIndex.build((title, title) for title in REAL_TITLES)
CITATION = (
    "C. E. Shannon. A mathematical theory of communication. Bell System Technical "
    "Journal, 27:379-423, 1948."
)
LETTERS = st.sampled_from("abcdefghijklmnopqrstuvwxyz")


def found(text: str, index: TitleIndex = INDEX) -> str:
    """Return the one paper that a text is found to mean."""
    outcome = index.resolve(text)
    assert isinstance(outcome, Found), outcome
    return outcome.match.paper_id


def tail_of(titles: tuple[str, ...]) -> TitleIndex:
    """Make an index by additions alone."""
    index = TitleIndex.build(())
    for title in titles:
        index.add(title, title)
    return index


@pytest.mark.parametrize("index", [INDEX, tail_of(REAL_TITLES)], ids=["built", "added"])
def test_a_title_itself_is_found_with_a_hundred(index: TitleIndex) -> None:
    """A title leads to its paper alone, with the score that nothing else has."""
    for title in REAL_TITLES:
        assert index.resolve(title) == Found(Match(title, 100.0))
        assert index.resolve(title.upper()) == Found(Match(title, 100.0))


@pytest.mark.parametrize("index", [INDEX, tail_of(REAL_TITLES)], ids=["built", "added"])
@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("attention is all you ned", "Attention Is All You Need"),
        ("QLoRA", "QLoRA: Efficient Finetuning of Quantized LLMs"),
        ("the qlora paper", "QLoRA: Efficient Finetuning of Quantized LLMs"),
        ("UNet", "U-Net: Convolutional Networks for Biomedical Image Segmentation"),
        ("Efficient Finetuning of Quantized LLMs", REAL_TITLES[7]),
        ("Align2LLaVA", REAL_TITLES[62]),
        ("beta vae", REAL_TITLES[18]),
        ("residual deep learning for image recognition", REAL_TITLES[8]),
        ("deep residual learning for image", REAL_TITLES[8]),
        (CITATION, "A Mathematical Theory of Communication"),
        ("anyone read scaling laws for nueral language models?", REAL_TITLES[43]),
    ],
)
def test_a_half_remembered_title_is_found(index: TitleIndex, text: str, title: str) -> None:
    """Typos, names, parts, other orders, citations and chatter lead to the one title meant."""
    assert found(text, index) == title


def test_initials_rank_first() -> None:
    """A paper known by its initials stands first."""
    assert INDEX.search("trpo")[0].paper_id == "Trust Region Policy Optimization"
    assert INDEX.search("DDPM")[0].paper_id == "Denoising Diffusion Probabilistic Models"


@st.composite
def edited_titles(draw: st.DrawFn) -> tuple[str, str]:
    """A title of four words or more, and the same with one letter changed, lost, added or moved."""
    title = draw(st.sampled_from([one for one in REAL_TITLES if len(one.split()) >= 4]))
    at = draw(st.integers(0, len(title) - 2))
    letter = draw(LETTERS)
    kind = draw(st.sampled_from(["change", "lose", "add", "move"]))
    edited = {
        "change": title[:at] + letter + title[at + 1 :],
        "lose": title[:at] + title[at + 1 :],
        "add": title[:at] + letter + title[at:],
        "move": title[:at] + title[at + 1] + title[at] + title[at + 2 :],
    }[kind]
    return title, edited


@settings(max_examples=300, deadline=None)
@given(edited_titles())
def test_one_slip_of_the_finger_does_not_hide_a_title(case: tuple[str, str]) -> None:
    """One edit anywhere in a title of four words or more leaves it in first place."""
    title, edited = case
    assert INDEX.search(edited)[0].paper_id == title


@settings(max_examples=100, deadline=None)
@given(edited_titles(), LETTERS)
def test_scores_fall_and_stay_in_range(case: tuple[str, str], letter: str) -> None:
    """Matches come best first, each paper once, scores from 0 to 100."""
    matches = INDEX.search(case[1] + letter, limit=20)
    assert all(0 <= match.score <= 100 for match in matches)
    assert all(one.score >= other.score for one, other in pairwise(matches))
    assert len({match.paper_id for match in matches}) == len(matches)


def test_a_title_that_two_papers_have_is_ambiguous() -> None:
    """Two papers of one title are offered both, the more popular one first."""
    index = TitleIndex.build(
        [("a", "Graph Theory"), ("b", "Graph theory."), ("c", "Set Theory")], popularity={"b": 3}
    )
    outcome = index.resolve("graph theory")
    assert outcome == Ambiguous((Match("b", 100.0), Match("a", 100.0)))


def test_a_name_that_two_papers_have_is_ambiguous() -> None:
    """A name before the colon of two titles is a question, not an answer."""
    index = TitleIndex.build(
        [
            *((title, title) for title in REAL_TITLES),
            ("x", "QLoRA: Quick Lookup of Rare Atoms"),
        ]
    )
    outcome = index.resolve("qlora")
    assert isinstance(outcome, Ambiguous)
    assert {match.paper_id for match in outcome.matches[:2]} == {REAL_TITLES[7], "x"}


@pytest.mark.parametrize(
    "text",
    [
        "Riemannian simplices and triangulations of tangent bundles",
        "Breakdown of coherence in quantum chromodynamics",
        "zzzzqqqq",
        "the of and",
        "A Survey of Hash Functions in Embedded Bootloaders",
        "Deep Learning for the Prediction of Crop Yields",
    ],
)
def test_a_title_that_is_not_there_is_not_found(text: str) -> None:
    """An unknown title is never taken for a known one."""
    assert isinstance(INDEX.resolve(text), NotFound)


def test_another_part_is_another_paper() -> None:
    """A number that differs is never a slip of the finger."""
    index = TitleIndex.build(
        [("1", "On the theory of quantum gases. Part 1"), ("2", "On relativity in three acts")]
    )
    assert not isinstance(index.resolve("On the theory of quantum gases. Part 2"), Found)


def test_popularity_decides_between_equals() -> None:
    """Of two titles as near, the more popular stands first."""
    titles = [("a", "Robust Widgets: A Study"), ("b", "Robust Widgets: B Study")]
    for favourite in "ab":
        index = TitleIndex.build(titles, popularity={favourite: 9.0})
        assert index.search("robust widgets")[0].paper_id == favourite
        assert index.complete("robust w")[0].paper_id == favourite


def test_an_empty_index_answers() -> None:
    """Nothing is found in nothing, without an error."""
    index = TitleIndex.build(())
    assert len(index) == 0
    assert index.search("attention") == index.complete("att") == index.complete("") == []
    assert index.resolve("attention") == NotFound()


@pytest.mark.parametrize("limit", [-1, 0, 1, 3])
def test_a_limit_is_kept(limit: int) -> None:
    """No answer is longer than asked for."""
    assert len(INDEX.search("deep networks", limit)) <= max(0, limit)
    assert len(INDEX.complete("d", limit)) <= max(0, limit)
    assert len(INDEX.complete("", limit)) <= max(0, limit)


@settings(max_examples=200, deadline=None)
@given(st.sampled_from(REAL_TITLES), st.integers(4, 60))
def test_a_beginning_completes_to_its_title(title: str, length: int) -> None:
    """What starts a title brings it among the suggestions, also while a word is unfinished."""
    assume(title[:length].strip(" $\\:-"))
    assert title in [match.paper_id for match in INDEX.complete(title[:length])]


@pytest.mark.parametrize("index", [INDEX, tail_of(REAL_TITLES)], ids=["built", "added"])
@pytest.mark.parametrize(
    ("typed", "title"),
    [
        ("all you nee", "Attention Is All You Need"),
        ("residual learning for im", "Deep Residual Learning for Image Recognition"),
        ("atention is all", "Attention Is All You Need"),
        ("denoising difusion prob", "Denoising Diffusion Probabilistic Models"),
        ("latent diffusoin", "High-Resolution Image Synthesis with Latent Diffusion Models"),
        (
            "gravitational wvaes",
            "Observation of Gravitational Waves from a Binary Black Hole Merger",
        ),
    ],
)
def test_words_inside_and_typos_complete_too(index: TitleIndex, typed: str, title: str) -> None:
    """Completion serves words from the middle of a title and slips of the finger."""
    assert title in [match.paper_id for match in index.complete(typed)[:5]]


def test_nothing_typed_offers_the_popular_then_the_new() -> None:
    """An empty text completes to the most popular titles, of equal ones the newest first."""
    index = TitleIndex.build([("a", "Aa"), ("b", "Bb"), ("c", "Cc")], popularity={"b": 5.0})
    index.add("d", "Dd", 5.0)
    index.add("e", "Ee")
    assert [match.paper_id for match in index.complete("")] == ["d", "b", "e", "c", "a"]
    assert [match.paper_id for match in index.complete("  ", 2)] == ["d", "b"]

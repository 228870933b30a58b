"""Likeness: which papers are about the same things, and what makes them so."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.likeness import (
    LEAST,
    TELLING,
    Alike,
    Candidate,
    Texts,
    as_written,
    forms,
    likest,
    other_works,
    promising,
    rarity,
    singular,
    telling,
    terms_of,
)
from bot.core.papers import Paper
from bot.core.query import fold_paper
from bot.core.stop_words import STOP_WORDS

WORDS = ["attention", "sparse", "protein", "folding", "robots", "gradient", "the", "7", "x"]
VIDEO = Paper(
    1,
    ("arxiv:2608.00001",),
    "Sparse Attention for Long Videos",
    "huggingface",
    date(2026, 8, 21),
    authors=("Ada Lovelace", "Łukasz Kaiser"),
    abstract="We propose sparse attention, which makes long videos cheap.",
    keywords=("Video Diffusion Models", "KV cache"),
)


def texts(paper: Paper) -> Candidate:
    """Return what the index has of a paper."""
    folded = fold_paper(paper)
    return Candidate(paper.key, folded.title, folded.keywords, folded.authors, folded.abstract)


def other(key: int, title: str, abstract: str = "", **more: object) -> Paper:
    """Make another paper."""
    bare = replace(VIDEO, key=key, ids=(f"arxiv:2608.{key:05}",), authors=(), keywords=())
    return replace(bare, title=title, abstract=abstract, **more)  # type: ignore[arg-type] - by name


def compared(asked: Paper, *others: Paper) -> list[Alike]:
    """Compare papers as if every term were as rare."""
    return likest(texts(asked), map(texts, others), dict.fromkeys(terms_of(texts(asked)), 2.0))


PAPERS = st.builds(
    other,
    st.integers(2, 999),
    st.lists(st.sampled_from(WORDS), max_size=6).map(" ".join),
    st.lists(st.sampled_from(WORDS), max_size=30).map(" ".join),
    authors=st.lists(st.sampled_from(["Ada Lovelace", "Ada", "Łukasz Kaiser"]), max_size=3).map(
        tuple
    ),
    keywords=st.lists(st.sampled_from(["KV cache", "robots", ""]), max_size=2).map(tuple),
)
RARITIES = st.dictionaries(
    st.sampled_from([*WORDS[:4], "robot", "gradient"]), st.floats(0.01, 9), min_size=1
)


def test_terms_are_words_that_tell_something() -> None:
    """The title's weigh most; stop words, numbers and letters are none, plurals are one."""
    terms = terms_of(texts(other(2, "The Robots of 2026", "A robot folds x proteins.")))
    assert list(terms) == ["robot", "fold", "protein"]
    assert terms["robot"] > terms["protein"] == 1.0


@pytest.mark.parametrize(
    ("word", "term"),
    [
        ("models", "model"),
        ("gans", "gan"),
        ("bus", "bus"),
        ("analysis", "analysis"),
        ("gas", "gas"),
        ("loss", "loss"),
        ("", ""),
    ],
)
def test_a_plural_is_its_singular(word: str, term: str) -> None:
    """Only where a final *s* is likely to be one; a term is found by both of its forms."""
    assert singular(word) == term
    assert word in {*forms(term), ""}


@given(st.integers(0, 5_000), st.integers(1, 5_000))
def test_the_fewer_have_a_term_the_rarer_it_is(having: int, of: int) -> None:
    """Always more than nothing, also where all have it."""
    having = min(having, of)
    assert rarity(having, of) > 0
    assert having == of or rarity(having, of) > rarity(having + 1, of)


@given(st.dictionaries(st.text(min_size=1), st.tuples(st.floats(1, 5), st.floats(0.1, 9))))
def test_what_tells_most_is_looked_for_the_rarest_first(
    terms: dict[str, tuple[float, float]],
) -> None:
    """No other term tells more than one that is looked for."""
    weights = {term: weight for term, (weight, _) in terms.items()}
    rarities = {term: rare for term, (_, rare) in terms.items()}
    chosen = telling(weights, rarities)
    assert len(chosen) == min(TELLING, len(terms)) == len(set(chosen))
    assert [rarities[term] for term in chosen] == sorted(map(rarities.get, chosen), reverse=True)  # type: ignore[type-var] - all are there
    least = min((weights[term] * rarities[term] for term in chosen), default=0)
    assert all(weights[one] * rarities[one] <= least for one in terms.keys() - set(chosen))


def test_who_has_most_of_it_is_promising() -> None:
    """What a term tells counts, not how many terms; of equals the newest comes first."""
    found = [(5.0, [7, 8]), (1.0, [9, 3]), (1.0, [9, 3, 8])]
    assert promising(found, 3) == [8, 7, 9]
    assert promising(found, 9) == [8, 7, 9, 3]
    assert promising([], 9) == []


def test_a_paper_about_the_same_is_similar_and_says_why() -> None:
    """By keywords, words beside them, and authors in common; what else it has counts against it."""
    near = other(
        2,
        "Long Videos by Sparse Attention",
        "Videos.",
        keywords=("Video diffusion model", "Speech"),
        authors=("Łukasz Kaiser", "Grace Hopper"),
    )
    farther = other(3, "Attention in Robots", "Nothing about robots is cheap.")
    far = other(4, "Folded Proteins")
    (first, second) = compared(VIDEO, far, farther, near)
    assert (first.key, second.key) == (2, 3)
    assert first.keywords == ("video diffusion model",)
    assert set(first.terms) == {"long", "sparse", "attention"}  # `video` is the keyword's
    assert first.authors == ("lukasz kaiser",)
    assert set(second.terms) == {"attention", "cheap"}
    assert (second.keywords, second.authors) == ((), ())


def test_the_rarer_word_decides() -> None:
    """Of two words in common."""
    asked = texts(other(1, "Sparse Proteins"))
    both = [texts(other(2, "Sparse Robots")), texts(other(3, "Folded Proteins"))]
    assert next(one.key for one in likest(asked, both, {"sparse": 1.0, "protein": 4.0})) == 3
    assert next(one.key for one in likest(asked, both, {"sparse": 4.0, "protein": 1.0})) == 2


def test_authors_strengthen_and_never_make_likeness() -> None:
    """The more of them, the more; with no word in common they are nothing."""
    named = [
        other(key, "Attention in Robots", authors=people)
        for key, people in enumerate([(), VIDEO.authors[:1], VIDEO.authors, ("Ada",)], start=2)
    ]
    found = {one.key: one.likeness for one in compared(VIDEO, *named)}
    assert found[2] == found[5] < found[3] < found[4] <= 1.5 * found[2]
    assert compared(VIDEO, other(9, "Robots", authors=VIDEO.authors)) == []


def test_a_word_in_common_is_not_enough() -> None:
    """Any two long texts have one."""
    words = " ".join(f"word{number}" for number in range(20))
    assert compared(other(1, "Gears", f"{words} attention"), other(2, "Cogs", "attention")) != []
    far = other(2, "Cogs", f"attention {words.replace('word', 'other')}")
    assert compared(other(1, "Gears", f"{words} attention"), far) == []


@given(PAPERS, st.lists(PAPERS, max_size=6), RARITIES)
def test_likeness_is_from_least_to_one(
    asked: Paper, others: Sequence[Paper], rarities: dict[str, float]
) -> None:
    """In falling order, each paper once at most as often as it was given, each with a reason."""
    mine = {term: rare for term, rare in rarities.items() if term in terms_of(texts(asked))}
    found = likest(texts(asked), map(texts, others), mine)
    values = [one.likeness for one in found]
    assert values == sorted(values, reverse=True)
    assert all(LEAST <= value <= 1 for value in values)
    assert all(one.terms or one.keywords for one in found)
    assert len(found) <= len(others)
    own = likest(texts(asked), [texts(asked)], mine)
    assert bool(own) == bool(mine)


def test_the_paper_and_its_versions_are_not_similar_papers() -> None:
    """By key, by id, by title; of versions of another work the first stays."""
    same = other(2, "Sparse attention for long videos (extended version)", authors=("L. Kaiser",))
    by_id = other(3, "Renamed", ids=VIDEO.ids)
    first, again = other(4, "Folding Many Proteins"), other(5, "Folding many proteins")
    notes = other(6, "Editorial"), other(7, "Editorial")  # the title of many works
    found = [VIDEO, same, by_id, first, first, again, *notes]
    assert [paper.key for paper in other_works(VIDEO, found, 9)] == [4, 6, 7]
    assert [paper.key for paper in other_works(VIDEO, found, 2)] == [4, 6]


def test_reasons_are_told_as_they_were_written() -> None:
    """Case and accents are the paper's; what was never written stays as it is."""
    words = ["LoRA", "tuned", "GANs", "Łódź"]
    assert as_written(("gan", "lora", "lodz", "gone"), words) == ("GANs", "LoRA", "Łódź", "gone")
    assert as_written(("ada jone",), ["Ada Jone", "Ada Jones"]) == ("Ada Jone",)


def test_stop_words_are_as_texts_are_folded() -> None:
    """Else they would stop nothing."""
    assert all(word == word.casefold() and word.isascii() for word in STOP_WORDS)
    assert {"the", "propose", "results", "models"} <= STOP_WORDS
    assert not {"world", "agent", "video", "attention"} & STOP_WORDS


def test_nothing_compared_is_nothing_similar() -> None:
    """A paper of stop words alone is like no other."""
    assert likest(texts(other(1, "The of")), [texts(VIDEO)], {}) == []
    asked: Texts = texts(other(1, "The of"))
    assert terms_of(asked) == {}

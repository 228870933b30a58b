"""Which records are of one work, rule by rule; `test_same_work_pairs.py` measures them together."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.papers import PaperDraft
from bot.core.same_names import MOST, in_common, same_name, somebody
from bot.core.same_work import (
    same_titles,
    same_work,
    title_key,
    title_number,
    without_contradiction,
)

ONE = PaperDraft(
    ids=("arxiv:2305.14314",),
    title="QLoRA: Efficient Finetuning of Quantized LLMs",
    source="a",
    released=date(2023, 5, 24),
    authors=("Tim Dettmers", "Artidoro Pagnoni", "Ari Holtzman", "Luke Zettlemoyer"),
    published=date(2023, 5, 23),
)
OTHER = replace(ONE, ids=("openreview:OUIFPHEgJU",), published=date(2023, 12, 10))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ada Lovelace", "A. Lovelace"),
        ("Lovelace, Ada", "Ada Lovelace"),
        ("Yang Wang", "Wang Yang"),
        ("Wang Y", "Wang Yang"),
        ("HV Jagadish", "H. V. Jagadish"),
        ("H. V. Jagadish", "Hosagrahar Visvesvaraya Jagadish"),
        ("Schölkopf, B.", "Bernhard Schoelkopf"),
        ("Łukasz Kaiser", "Lukasz Kaiser"),
        ("Xiao-Ming Li", "Xiaoming Li"),
        ("Laurens van der Maaten", "L. Maaten"),
        ("Jun Wang 0001", "Jun Wang"),
        ("LI WEI", "Wei Li"),
        ("Kingma, Diederik P.", "Diederik Kingma"),
        ("Plato", "PLATO"),
        ("Le", "Le"),
    ],
)
def test_one_person_may_be_written_so(one: str, other: str) -> None:
    """Order, initials, accents, particles and numbers do not count."""
    assert same_name(one, other)
    assert same_name(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Yang Wang", "Yu Wang"),
        ("David Smith", "David S. Jones"),
        ("Wang Y", "Wang Z"),
        ("Y. Wang", "Y. Wu"),
        ("Wang", "Yang Wang"),
        ("Jones", "Smith"),
        ("et al.", "et al."),
        ("others", "others"),
        ("and 4 more authors", "4 more authors"),
        ("A B", "A C"),
        ("", ""),
    ],
)
def test_two_people_are_not_written_so(one: str, other: str) -> None:
    """Nor is somebody who is not named anybody."""
    assert not same_name(one, other)
    assert not same_name(other, one)


@given(st.text(max_size=40), st.text(max_size=40))
def test_names_know_no_order(one: str, other: str) -> None:
    """Whatever they are made of; and a name that says somebody is itself."""
    assert same_name(one, other) == same_name(other, one)
    assert same_name(one, one) == bool(somebody([one]))


def test_each_name_is_met_once() -> None:
    """Two namesakes are not the one of the other list, and a long list is compared to a point."""
    assert in_common(["J. Wang", "Jun Wang"], ["Jun Wang", "Ada Lovelace", "Max Planck"]) == 1
    assert len(somebody(f"Ada Number{letter}" for letter in "abc" * 100)) == MOST


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Fine-tuning language models", "Finetuning Language Models."),
        ("Learning of finite au tomata", "learning of finite automata"),
        ("Search & Retrieval in Graphs", "search and retrieval in graphs"),
        ("α-Rank: Evaluation by Evolution", "Alpha-Rank: evaluation by evolution"),
        ("An Image is Worth 16×16 Words", "An image is worth 16x16 words"),
        ("Deep Nets in Practice (Extended Version)", "Deep nets in practice"),
        ("Deep Nets in Practice [v2]", "Deep nets in practice"),
    ],
)
def test_one_title_may_be_written_so(one: str, other: str) -> None:
    """Spaces, signs, Greek letters and the version do not count."""
    assert title_key(one) == title_key(other) != ""
    assert title_number(one) == title_number(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Cluster validity methods: part I", "Cluster validity methods: part II"),
        ("Qwen2 Technical Report", "Qwen3 Technical Report"),
        ("A theory of everything", "Reply to “A theory of everything”"),
        ("A theory of everything", "Erratum: A theory of everything"),
        ("Findings of the 2022 challenge", "Findings of the 2023 challenge"),
    ],
)
def test_numbers_parts_replies_and_years_make_another_title(one: str, other: str) -> None:
    """A series by the same people is many works."""
    assert title_key(one) != title_key(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Temporal-difference learing algorithms", "Temporal-difference learning algorithms"),
        ("Deep contextualised word representations", "Deep Contextualized Word Representations"),
        ("Modelling the behaviour of crowds", "Modeling the behavior of crowds"),
        ("A comparsion of model selection methods", "A comparison of model selection methods"),
    ],
)
def test_long_words_of_long_titles_may_be_spelled_otherwise(one: str, other: str) -> None:
    """They sound alike, and papers are looked up by that."""
    assert title_key(one) != title_key(other)
    assert same_titles(one, other)
    assert same_titles(other, one)
    assert title_number(one) == title_number(other)
    assert same_work(replace(ONE, title=one), replace(OTHER, title=other))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Kwai Keye Qwen-VL Technical Report", "Kwai Keye Qwen-VLA Technical Report"),
        (
            "Symplectic groups and their orbits, part I",
            "Symplectic groups and their orbits, part II",
        ),
        ("Inverse problems of cosmology today", "Universe problems of cosmology today"),
        ("Learing algorithms", "Learning algorithms"),
        ("Learning about everything at once", "Learning about everything at home"),
        ("The modelling of a crowd in motion", "The modeling of crowd in a motion now"),
        ("A deep learning of everything", "A deep deep learning of everything"),
    ],
)
def test_other_words_are_other_titles(one: str, other: str) -> None:
    """Short words, first letters, short titles, other consonants, more words."""
    assert not same_titles(one, other)
    assert not same_titles(other, one)


def test_under_a_short_title_everybody_is_the_same() -> None:
    """*Ant Colony Optimization* is a book by two, and an article by them and a third."""
    book = replace(ONE, title="Ant Colony Optimization", authors=("Marco Dorigo", "T. Stützle"))
    article = replace(
        OTHER, title=book.title, authors=("M. Dorigo", "M. Birattari", "Thomas Stützle")
    )
    assert not same_work(book, article)
    assert same_work(article, replace(book, authors=article.authors))
    cut = replace(book, authors=("M. Dorigo", "et al."))
    assert same_work(cut, article)
    assert same_work(article, cut)


@pytest.mark.parametrize(
    "title",
    [
        "Editorial",
        "Editor's Notes",
        "Guest Editor’s Introduction",
        "Introduction to the Special Issue",
        "Book Review Column",
        "Chair's Message",
        "Erratum",
        "Front Matter",
        "Reminiscences on Influential Papers",
        "Reply",
        "LoRA",
        "∞ → ∞",
        "",
    ],
)
def test_a_title_of_many_works_is_no_sign(title: str) -> None:
    """Nor is one of a few letters."""
    assert title_key(title) == ""
    assert title_number(title) is None
    named = replace(ONE, title=title)
    assert not same_work(named, replace(named, ids=("doi:10.1000/1",)))


def test_a_number_of_a_title_fits_sqlite() -> None:
    """64 bits with a sign, and broken letters make one as well."""
    assert all(-(2**63) <= (title_number(f"A title {n}") or 0) < 2**63 for n in range(100))
    assert title_number("A broken title \ud800") is not None


def test_an_id_in_common_is_enough() -> None:
    """Whatever the title and the people are now."""
    renamed = replace(ONE, title="Another Name Altogether", authors=("Somebody Else",))
    assert same_work(ONE, renamed)


@pytest.mark.parametrize(
    ("ids", "same"),
    [
        (("arxiv:2305.99999",), False),
        (("doi:10.5555/abc",), True),
        (("openreview:another", "s2:corpusid:1"), True),
        ((), True),
    ],
)
def test_an_id_that_contradicts_makes_two(ids: tuple[str, ...], *, same: bool) -> None:
    """A work has one arXiv id; other kinds say nothing of it."""
    assert same_work(ONE, replace(OTHER, ids=ids)) is same


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("doi:10.1145/1.1", "doi:10.1007/2.2", False),
        ("doi:10.1101/2020.01.01.123456", "doi:10.1038/s41586", True),
        ("acl:P19-1001", "acl:P19-1002", False),
        ("openreview:abcdef", "openreview:ghijkl", True),
    ],
)
def test_publishers_name_a_work_once(one: str, other: str, *, same: bool) -> None:
    """A repository of preprints has its own DOI of what a publisher brought out."""
    assert same_work(replace(ONE, ids=(one,)), replace(ONE, ids=(other,))) is same


@pytest.mark.parametrize(
    ("authors", "same"),
    [
        ((), False),
        (("et al.",), False),
        (("T. Dettmers",), True),
        (("T. Dettmers", "Somebody Else"), True),
        (("T. Dettmers", "Somebody Else", "Nobody There"), False),
        (("T. Dettmers", "A. Pagnoni", "Nobody There"), True),
        (("Somebody Else",), False),
    ],
)
def test_authors_are_shared(authors: tuple[str, ...], *, same: bool) -> None:
    """One of a short list, two of longer ones."""
    assert same_work(ONE, replace(OTHER, authors=authors)) is same


def test_under_a_short_title_everybody_is_shared() -> None:
    """`Layer Normalization` may be anybody's."""
    short = replace(ONE, title="Layer Normalization")
    assert same_work(short, replace(OTHER, title="Layer normalization"))
    some = replace(OTHER, title="Layer normalization", authors=(ONE.authors[0], "Somebody Else"))
    assert not same_work(short, some)


@pytest.mark.parametrize(
    ("year", "authors", "same"),
    [
        (2025, ONE.authors, True),
        (2028, ONE.authors, True),
        (2029, ONE.authors, False),
        (2025, ONE.authors[:2], True),
        (2026, ONE.authors[:2], False),
        (None, ONE.authors[:2], True),
    ],
)
def test_years_are_near(year: int | None, authors: tuple[str, ...], *, same: bool) -> None:
    """Two years apart; five where everybody is the same; unknown says nothing."""
    published = None if year is None else date(year, 1, 1)
    assert same_work(ONE, replace(OTHER, published=published, authors=authors)) is same


def test_of_contradicting_ids_the_first_counts() -> None:
    """A work has one arXiv id; ids of other kinds stay beside it."""
    ids = ("arxiv:2305.14314", "doi:10.1/a", "arxiv:2305.00001", "openreview:x")
    assert without_contradiction(ids) == ("arxiv:2305.14314", "doi:10.1/a", "openreview:x")
    assert without_contradiction(()) == ()

"""What services tell becomes drafts: every id, clean text, a day, and no news."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.ids import find_id
from bot.core.papers import NEVER
from bot.sources.drafts import MOST_ANSWERS, Told, asked_words, draft_of, drafts_of
from bot.sources.values import day_of, year_of

DAY = date(2020, 5, 31)
HASH = "204e3073870fae3d05bcbc2f6a8e263d9b72e776"


def test_every_id_counts_once_the_best_known_first() -> None:
    """However they are spelt; what is none is left out."""
    ids = (f"s2:{HASH}", "https://doi.org/10.1000/X", "doi:", "", "10.1000/x", "arXiv:1706.03762v5")
    draft = draft_of("house", Told(ids, "T", DAY))
    assert draft is not None
    assert draft.ids == ("arxiv:1706.03762", "doi:10.1000/x", f"s2:{HASH}")
    assert draft.links.page == "https://arxiv.org/abs/1706.03762"
    assert draft.links.pdf == "https://arxiv.org/pdf/1706.03762"
    assert (draft.source, draft.released, draft.published) == ("house", NEVER, DAY)


@pytest.mark.parametrize(
    "told",
    [
        Told((), "T", DAY),
        Told(("no id",), "T", DAY),
        Told(("10.1000/x",), " \u200b", DAY),
        Told(("10.1000/x",), "<i></i>", DAY),
        Told(("10.1000/x",), "T", None),
    ],
)
def test_without_an_id_a_title_or_a_day_there_is_no_draft(told: Told) -> None:
    """It could not be named, shown or dated."""
    assert draft_of("house", told) is None


def test_publishers_markup_is_taken_out() -> None:
    """Tags go, what merely looks like one stays."""
    draft = draft_of(
        "house",
        Told(
            ("10.1000/x",),
            'On <i>E. coli</i> where a<b and c>d, H<sub>2</sub>O <mml:math xmlns="x">y</mml:math>',
            DAY,
            authors=("Ada <b>Lovelace</b>", "", "Ada Lovelace"),
            abstract="<jats:title>Abstract</jats:title><jats:p>We show &amp; tell.</jats:p>",
            pdf="https://example.org/x.pdf",
        ),
    )
    assert draft is not None
    assert draft.title == "On E. coli where a<b and c>d, H2O y"
    assert draft.authors == ("Ada Lovelace",)
    assert draft.abstract == "We show & tell."
    assert draft.links.page == "https://doi.org/10.1000/x"
    assert draft.links.pdf == "https://example.org/x.pdf"


def test_a_withdrawn_paper_says_so() -> None:
    """By a flag, or in its text."""
    by_text = Told(("10.1000/x",), "T", DAY, abstract="This paper has been withdrawn.")
    by_flag = Told(("10.1000/x",), "T", DAY, withdrawn=True)
    for told in (by_text, by_flag):
        draft = draft_of("house", told)
        assert draft is not None
        assert draft.withdrawn


def test_an_answer_is_read_to_its_tenth_paper() -> None:
    """What was asked for stands further up; what is no paper takes nobody's place."""
    told = [Told((f"10.1000/{n}",), "" if n == 0 else f"T{n}", DAY) for n in range(30)]
    assert [one.title for one in drafts_of("house", told)] == [
        f"T{n}" for n in range(1, MOST_ANSWERS + 1)
    ]


@given(
    st.text(max_size=300),
    st.text(max_size=300),
    st.lists(st.text(max_size=60), max_size=5),
    st.lists(st.text(max_size=60), max_size=5),
)
def test_any_text_makes_a_draft_or_none(
    title: str, abstract: str, authors: list[str], ids: list[str]
) -> None:
    """Nothing raises, and every id of a draft is in its normal form."""
    draft = draft_of("house", Told(("10.1000/x", *ids), title, DAY, authors, abstract))
    if draft is not None:
        assert all(find_id(one) == one for one in draft.ids)
        assert draft.title == draft.title.strip() != ""


@pytest.mark.parametrize(
    ("typed", "asked"),
    [
        ("Attention is all you need!", "Attention is all you need"),
        ("BERT: pre-training", "BERT pre training"),
        ('"quoted" (a OR b) -c ti:x *', "quoted a OR b c ti x"),
        ("GPT-3.5 and Rashomon's", "GPT 3.5 and Rashomon's"),
        ("\u202e|&", ""),
    ],
)
def test_what_is_asked_is_words(typed: str, asked: str) -> None:
    """No service's query language is spoken by accident."""
    assert asked_words(typed) == asked


def test_days_are_read_or_absent() -> None:
    """A day, an instant, a year; never a fault."""
    assert day_of("2020-05-31") == DAY
    assert day_of("2020-05-31T23:30:00-02:00") == date(2020, 6, 1)
    assert day_of("yesterday") is None
    assert year_of(1950) == date(1950, 1, 1)
    assert [year_of(one) for one in (True, 12, 99_999, "1950", None)] == [None] * 5

"""Which papers want a summary, and which answers of a model count as one."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.papers import MachineSummary, Paper
from bot.core.passages import Passage, TextKind, brief, on_card
from bot.core.summaries import LONGEST, MOST_READ, accepted, wants_summary

ABSTRACT = (
    "We introduce TideNet, a recurrent network that predicts tides from sparse gauges. Trained on "
    "1,200 stations in three oceans, it halves the error of harmonic analysis and needs 2.0 GB of "
    "memory. Code is at https://tides.example/code and data at data.tides.example; questions go to "
    "tides@example.org. Experiments over 40 years show that forecasts remain accurate in storms."
)
GOOD = "TideNet predicts tides from sparse gauges and halves the error of harmonic analysis."
PAPER = Paper(1, ("arxiv:2608.00001",), "TideNet", "arxiv", date(2026, 8, 21), abstract=ABSTRACT)


def test_a_paper_whose_first_sentences_would_be_shown_wants_a_summary() -> None:
    """Not one with a source's summary, a short abstract, or none."""
    assert wants_summary(PAPER)
    assert not wants_summary(replace(PAPER, summary=MachineSummary("It does.", "m")))
    assert not wants_summary(replace(PAPER, abstract="All of it."))
    assert not wants_summary(replace(PAPER, abstract=""))


def test_a_summary_that_was_made_here_is_told_apart() -> None:
    """It is machine text with its model, and hidden with it."""
    own = replace(PAPER, summary=MachineSummary(GOOD, "a-model", own=True))
    assert brief(own, machine_text=True) == Passage(TextKind.OWN, GOOD, "a-model")
    assert [one.kind for one in on_card(own, machine_text=True)] == [TextKind.OWN, "abstract"]
    assert [one.kind for one in on_card(own, machine_text=False)] == ["abstract"]
    assert [kind for kind in TextKind if kind.by_machine] == [TextKind.MACHINE, TextKind.OWN]


@pytest.mark.parametrize(
    "answer",
    [
        GOOD,
        f"  {GOOD}\n",
        "It predicts tides at 1200 stations in 3 oceans, with 2 GB of memory.",
        "Forecasts over 40 years remain accurate in storms (the network is recurrent).",
        "The network predicts tides; its code is at https://tides.example/code.",
        "The network “remains accurate in storms.”",
        "Forecasts (e.g. over forty years) of the U.S.-based network remain accurate in storms.",
        "The network predicts tides at １２００ stations; see data.tides.example.",
        "The recurrent network is one of the accurate ones.",
    ],
)
def test_what_says_no_more_than_the_abstract_counts(answer: str) -> None:
    """On one line; numbers may be written otherwise."""
    assert accepted(ABSTRACT, answer) == answer.strip()


@pytest.mark.parametrize(
    "answer",
    [
        "",
        "   ",
        "No.",
        GOOD.rstrip("."),
        GOOD.replace("harmonic", "harmonic\n\nanalysis"),
        f"- {GOOD}",
        f"# {GOOD}",
        f"**Summary** {GOOD}",
        f"{GOOD} [Read on](https://tides.example/code).",
        f"{GOOD} It predicts tides from sparse gauges in 4 oceans.",
        f"{GOOD} Its error is 2.5 GB of memory.",
        f"{GOOD} Its stations are 1,2 in all.",
        f"{GOOD} See https://evil.example/code.",
        f"{GOOD} See evil.example for forecasts.",
        f"{GOOD} See discord.gg/tides for forecasts.",
        f"{GOOD} Open javascript://tides for forecasts.",
        f"{GOOD} Questions go to evil@example.org.",
        f"{GOOD} @everyone predicts tides.",
        f"{GOOD} <@123> predicts tides.",
        f"{GOOD} <:tides:123> predicts.",
        f"{GOOD} See 1https://10 for tides.",
        f"{GOOD} See evil。com for forecasts.",
        f"{GOOD} See ｅｖｉｌ．ｃｏｍ for forecasts.",
        f"{GOOD} See http:／／evil for forecasts.",
        f"{GOOD} See discord\u2024gg/tides for forecasts.",
        f"{GOOD} See пример.рф/tides for forecasts.",
        f"{GOOD} See उदाहरण.भारत for forecasts.",
        f"{GOOD} See tides.example/cod for forecasts.",
        f"{GOOD} See evil.example—forecasts.",
        f"{GOOD} See ＠everyone for forecasts.",
        f"{GOOD} It halves ninety percent of errors.",
        f"{GOOD} Eight hundred forecasts remain accurate.",
        f"{GOOD} The error is ⅞ of it.",
        f"{GOOD} The error is gauges⁵.",
        f"{GOOD} The error is Ⅻ percent.",
        f"{GOOD} The network has 2 billion gauges.",
        f"-# {GOOD}",
        f"1. {GOOD}",
        "I'm sorry, but summarising somebody's manuscript isn't possible for assistants.",
        "Certainly! Cryptocurrency investments guarantee incredible profits; subscribe today.",
        " ".join([GOOD] * 6),
    ],
)
def test_an_answer_that_is_not_what_was_asked_for_does_not_count(answer: str) -> None:
    """Nothing, a fragment, markup, a number or an address of its own, other words, too many."""
    assert accepted(ABSTRACT, answer) is None


def test_a_summary_is_shorter_than_its_abstract() -> None:
    """Else the abstract is the better one."""
    short = "TideNet predicts tides from gauges."
    assert accepted(short, short + " It predicts tides.") is None


def test_an_answer_without_longer_words_does_not_count() -> None:
    """There is nothing by which it could be known to be about the paper."""
    assert accepted(ABSTRACT, "It is as it is, as it was, and so on.") is None


def test_parts_of_a_version_are_numbers_that_have_to_be_there() -> None:
    """As are the digits of names."""
    versions = "We release Qwen 1.2.3 and GPT-4 with tools for everybody who wants to use those."
    assert accepted(versions, "Tools release Qwen 1.2.3 and GPT-4.") is not None
    assert accepted(versions, "Tools release Qwen 1.2.4 and GPT-4.") is None
    assert accepted(versions, "Tools release Qwen 1.2.3 and GPT-5.") is None


@pytest.mark.parametrize(
    "unit",
    [
        *(
            "a",
            "a.",
            "a-",
            "a+",
            "1",
            "1,",
            "1.",
            "ab.-",
            "@",
            ".",
            " ",
            "hundred ",
            "two-",
            "://a",
        ),
        *("\u0301\u0323", "\u0f73", "\ufdfa", "⅞", "!)", "_", "^", "é."),
    ],
)
def test_a_hostile_abstract_is_read_in_its_length(unit: str) -> None:
    """Three times as long as any abstract, it costs three times as much at most: were it the square
    of that, this would take minutes.
    """
    abstract = unit * (60_000 // len(unit))
    assert accepted(abstract, GOOD) is None
    assert accepted(f"{ABSTRACT} {abstract}", GOOD) == GOOD
    assert wants_summary(replace(PAPER, abstract=f"{abstract} {ABSTRACT}"))
    assert accepted(ABSTRACT, abstract) is None


def test_what_the_model_is_not_given_is_not_known() -> None:
    """Of a long abstract it reads the beginning."""
    late = f"{GOOD} It predicts tides at tides.example/late."
    begun = f"{ABSTRACT} " + "And so on. " * (MOST_READ // 11)
    assert accepted(f"{ABSTRACT} It is at tides.example/late.", late) == late
    assert accepted(f"{begun} It is at tides.example/late.", late) is None


def test_addresses_of_the_abstract_are_those_whatever_stands_around_them() -> None:
    """As far as nothing is joined to them."""
    for around in ("({})", "“{}”,", "{}/", "<{}>."):
        source = f"{ABSTRACT} See {around.format('tides.example/x')}"
        assert accepted(source, f"{GOOD} See tides.example/x for forecasts.") is not None


@given(st.text(max_size=700), st.text(max_size=900))
def test_what_counts_is_one_line_that_fits(abstract: str, answer: str) -> None:
    """Whatever a model says to whatever abstract; a made-up one and the abstract itself."""
    for told in (answer, abstract, f"{abstract} {answer}."):
        text = accepted(abstract, told)
        assert text is None or (len(text) <= LONGEST and text == " ".join(text.split()))


@given(st.integers(0, 10**12), st.sampled_from(["{}", "{:,}", "{}.0", "{}%", "${}", "{}x"]))
def test_no_number_gets_in_that_the_abstract_has_not(number: int, written: str) -> None:
    """However it is written."""
    shown = written.format(number)
    answer = f"TideNet predicts tides from {shown} sparse gauges."
    counts = accepted(f"{ABSTRACT} There are {number} of them.", answer) is not None
    assert counts
    if number not in {1200, 3, 2, 40}:
        assert accepted(ABSTRACT, answer) is None

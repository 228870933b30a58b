"""Whatever a paper holds, what is shown of it is within Discord's limits."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.config import LookupName
from bot.core.papers import Links, MachineSummary, Paper, Signals
from bot.core.trending import Rise
from bot.services.lookup import Asked, NoPaper
from bot.services.ports import Holdings, SavedPaper, SearchPage, Trouble
from bot.services.trending import Trending
from bot.ui.desk import Reader
from bot.ui.i18n import words_in
from bot.ui.messages import MOST_CHARACTERS, MOST_COMPONENTS, Layout
from bot.ui.papers.cards import authors, block, choice_name, line, paper_card
from bot.ui.papers.found_papers import FoundPapers, found_card
from bot.ui.papers.library_view import library_page
from bot.ui.papers.lookup_cards import (
    elsewhere_button,
    not_here_card,
    nothing_else_card,
    several_card,
)
from bot.ui.papers.search_results import Search, results_page
from bot.ui.papers.trending_card import trending_card
from bot.ui.people.help_pages import FIRST, TOPICS, help_page

WORDS = words_in("en")
ASKED = Asked(
    get_args(LookupName),
    tuple((name, trouble) for name in get_args(LookupName) for trouble in get_args(Trouble)),
)
READER = Reader(1, WORDS, None, machine_text=True, locale="en-US")
HOSTILE = ["*" * 3_000, "[x](https://e.example)@everyone" * 100, "\u200b\u202e", "\n\n", "ﷺ" * 900]

texts = st.one_of(st.text(max_size=80), st.sampled_from(HOSTILE), st.just(""))
addresses = st.one_of(
    st.none(), texts, st.just("https://example.org/" + "a" * 480), st.just("https://arxiv.org/x")
)
counts = st.integers(0, 10**9)
papers = st.builds(
    Paper,
    key=st.integers(1, 2**63 - 1),
    ids=st.tuples(st.one_of(st.just("arxiv:2305.14314"), texts)),
    title=texts,
    source=st.just("huggingface"),
    released=st.dates(date(1991, 1, 1), date(2100, 1, 1)),
    authors=st.lists(texts, max_size=30).map(tuple),
    abstract=texts,
    published=st.one_of(st.none(), st.dates(date(1700, 1, 1), date(2100, 1, 1))),
    organization=st.one_of(st.none(), texts),
    summary=st.one_of(st.none(), st.builds(MachineSummary, texts, st.one_of(st.none(), texts))),
    links=st.builds(Links, addresses, addresses, addresses, addresses, addresses),
    signals=st.builds(Signals, counts, counts, st.one_of(st.none(), counts)),
    withdrawn=st.booleans(),
)
several = st.lists(papers, min_size=2, max_size=10, unique_by=lambda paper: paper.key)


def walk(components: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """Every component, nested ones too."""
    for component in components:
        yield component
        yield from walk(component.get("components", []))
        if "accessory" in component:
            yield component["accessory"]


def assert_accepted(layout: Layout) -> None:
    """What Discord counts and refuses, as its documentation has it."""
    components, characters = layout.weight()
    assert components <= MOST_COMPONENTS
    assert characters <= MOST_CHARACTERS
    parts = list(walk(layout.to_components()))
    names = [part["custom_id"] for part in parts if "custom_id" in part]
    assert len(names) == len(set(names))
    assert all(1 <= len(name) <= 100 for name in names)
    for part in parts:
        match part["type"]:
            case 2:
                assert part.get("label") or part.get("emoji")
                assert len(part.get("label") or "") <= 80
                assert len(part.get("url") or "") <= 512
            case 3:
                assert 1 <= len(part["options"]) <= 25
                assert all(1 <= len(option["label"].strip()) <= 100 for option in part["options"])
            case 10:
                assert part["content"].strip()
            case 1:
                assert 1 <= len(part["components"]) <= 5
            case _:
                pass


@given(papers, st.booleans(), st.booleans())
def test_a_card_is_accepted(paper: Paper, machine_text: bool, private: bool) -> None:
    """The fullest card is within the limits, with room for the line that names who posted it."""
    card = paper_card(paper, WORDS, machine_text=machine_text, private=private)
    card.row(elsewhere_button(2**63, WORDS))
    card.text("-# " + WORDS("paper-posted-by", user=f"<@{2**63}>"))
    assert_accepted(card)


def test_what_can_be_done_is_one_row_and_where_it_leads_another() -> None:
    """However many links there are, none stands among the buttons, or alone behind them."""
    links = Links(*(f"https://example.org/{name}" for name in ("page", "pdf", "code", "project")))
    paper = Paper(1, ("arxiv:1",), "T", "hf", date(2026, 8, 21), links=links)

    def rows(paper: Paper, *, translate: bool) -> list[list[bool]]:
        card = paper_card(paper, WORDS, machine_text=True, translate=translate)
        (box,) = card.to_components()
        shown = [part["components"] for part in box["components"] if part["type"] == 1]
        return [["url" in one for one in row] for row in shown]

    assert rows(paper, translate=False) == [[False] * 4, [True] * 3]
    assert rows(paper, translate=True) == [[False] * 5, [True] * 3]
    assert rows(replace(paper, links=Links()), translate=False) == [[False] * 4]


@given(papers)
def test_a_choice_is_named_within_a_hundred_characters(paper: Paper) -> None:
    """The name of an autocomplete choice is one line of 1 to 100 characters."""
    name = choice_name(paper).strip()
    assert 1 <= len(name) <= 100
    assert len(name.splitlines()) == 1
    assert str(paper.year) in name


@given(papers)
def test_a_line_is_one_line_and_a_block_three(paper: Paper) -> None:
    """No text from outside adds lines to a digest."""
    assert len(line(1, paper, WORDS).splitlines()) == 1
    assert len(block(1, paper, WORDS, machine_text=True, upvotes=3).splitlines()) <= 3


@given(several)
def test_lists_are_accepted(found: list[Paper]) -> None:
    """Menus, results, what is trending and what a message mentions."""
    menu = several_card(found[:5], WORDS, ASKED)
    menu.row(elsewhere_button(2**63, WORDS))
    assert_accepted(menu)
    search = Search("diffusion | " * 30 + "x", "best", "typed " * 200, widened=True)
    page = SearchPage(tuple(found[:8]), 1_000, capped=True)
    assert_accepted(results_page(search, 2**40, page, 3, WORDS))
    assert_accepted(results_page(Search("a " * 60, "newest"), 1, page, 0, WORDS))
    day = date(2026, 8, 21)
    assert_accepted(trending_card(Trending("week", tuple(found), day, day), WORDS))
    risen = {one.key: Rise(one.key, 10**9, 10**9, 60, day) for one in found}
    assert_accepted(trending_card(Trending("week", tuple(found), day, day, risen, day), WORDS))
    unknown = tuple(f"doi:10.1000/{'x' * 400}{n}" for n in range(12))
    holdings = Holdings(10**6, day, day)
    assert_accepted(found_card(FoundPapers(tuple(found), unknown), holdings, READER))
    everybody = FoundPapers(tuple(found), unknown, ASKED, indexed=40)
    assert_accepted(found_card(everybody, holdings, READER))


@given(several, st.integers(-5, 50), st.text(max_size=300))
def test_a_library_is_accepted(found: list[Paper], page: int, find: str) -> None:
    """Any page that is asked for is one that there is."""
    saved = [SavedPaper(paper, "", datetime(2026, 1, 1, tzinfo=UTC)) for paper in found]
    view = library_page(saved, WORDS, find=find, draft_id=1, page=page, removed=found[0])
    assert_accepted(view)
    assert_accepted(library_page([], WORDS, find=find, draft_id=1, page=page, removed=found[0]))


@given(texts, st.lists(papers, max_size=5, unique_by=lambda paper: paper.key))
def test_not_here_is_accepted(typed: str, nearest: list[Paper]) -> None:
    """Whatever was typed, and whatever is near."""
    none_yet = Holdings(0, None, None)
    for external in (None, "arxiv:2305.14314", "doi:10.1000/" + "x" * 900, "acl:P19-1001"):
        answer = NoPaper(typed, tuple(nearest), none_yet, external, ASKED)
        assert_accepted(not_here_card(answer, WORDS, 2**40))
    assert_accepted(nothing_else_card(typed, ASKED, WORDS))


@given(texts, st.lists(papers, max_size=5, unique_by=lambda paper: paper.key))
def test_not_indexed_yet_is_accepted_and_says_how_far_it_is(
    typed: str, nearest: list[Paper]
) -> None:
    """For one title, and for what a message mentions."""
    answer = NoPaper(typed, tuple(nearest), Holdings(9, None, None), indexed=40)
    card = not_here_card(answer, WORDS, 2**40)
    assert_accepted(card)
    assert "40 %" in str(card.to_components())
    found = FoundPapers(tuple(nearest), (), indexed=40)
    card = found_card(found, Holdings(9, None, None), READER)
    assert_accepted(card)
    assert "40 %" in str(card.to_components())


@given(texts, st.lists(papers, max_size=5, unique_by=lambda paper: paper.key))
def test_titles_that_cannot_be_searched_are_no_promise(typed: str, nearest: list[Paper]) -> None:
    """Nobody is told to come back in a minute, nor that the paper is not here."""
    answer = NoPaper(typed, tuple(nearest), Holdings(9, None, None), None, ASKED, unindexed=True)
    found = FoundPapers(tuple(nearest), (), unindexed=True)
    for card in (
        not_here_card(answer, WORDS, 2**40),
        found_card(found, Holdings(9, None, None), READER),
    ):
        assert_accepted(card)
        assert "Titles cannot be searched just now" in str(card.to_components())
        assert "being indexed" not in str(card.to_components())


@pytest.mark.parametrize("topic", [FIRST, *TOPICS])
def test_help_is_accepted(topic: str) -> None:
    """Every page of the help."""
    assert_accepted(help_page(topic, WORDS, manages=True))
    assert_accepted(help_page(topic, WORDS, manages=False))


@pytest.mark.parametrize(
    ("language", "listed"), [("en", "Ada, Kai"), ("ja", "Ada、Kai"), ("zh", "Ada、Kai")]
)
def test_authors_are_listed_as_the_language_does(language: str, listed: str) -> None:
    """On a card and in a line of it."""
    paper = Paper(
        1, ("arxiv:2608.00001",), "Maps", "huggingface", date(2026, 8, 21), authors=("Ada", "Kai")
    )
    words = words_in(language)
    assert authors(paper, words, 5, 100) == listed
    assert listed in str(paper_card(paper, words, machine_text=True).to_components())
    assert authors(paper, words, 1, 100) == "Ada +1"

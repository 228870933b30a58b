"""The list of similar papers: within Discord's limits and harmless, whatever a paper holds."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from bot.core.papers import NEVER, Links, Paper, Signals
from bot.services.similar import MOST, Similar
from bot.ui.i18n import languages, words_in
from bot.ui.messages import MOST_CHARACTERS, MOST_COMPONENTS
from bot.ui.papers.similar import similar_card, why_words

HOSTILE = ["*" * 3_000, "[x](https://e.example)@everyone" * 100, "\u200b", "\n# a\n", "ﷺ" * 900]
texts = st.one_of(st.text(max_size=60), st.sampled_from(HOSTILE))
several = st.lists(texts, max_size=6).map(tuple)
papers = st.builds(
    Paper,
    key=st.integers(1, 2**63 - 1),
    ids=st.just(("arxiv:2305.14314",)),
    title=texts,
    source=st.just("huggingface"),
    released=st.sampled_from([NEVER, date(2026, 8, 21)]),
    authors=several,
    links=st.builds(
        Links, st.sampled_from([None, "https://e.org/" + "a" * 480, "https://e.org/" + "a" * 86])
    ),
)
found = st.builds(Similar, papers, several.map(lambda some: some[:4]), several, several)


@given(
    papers,
    st.lists(found, max_size=MOST, unique_by=lambda one: one.paper.key),
    st.sampled_from(sorted(languages())),
)
def test_a_list_is_accepted(asked: Paper, similar: list[Similar], language: str) -> None:
    """Two lines a paper, and a row of numbers where there is something to open."""
    card = similar_card(asked, similar, words_in(language), "Indexed.")
    components, characters = card.weight()
    assert components <= MOST_COMPONENTS
    assert characters <= MOST_CHARACTERS
    (box,) = card.to_components()
    lists = [part["content"] for part in box["components"] if part["type"] == 10]
    assert len(lists[-1].splitlines()) == (2 * len(similar) or 3)
    assert sum(part["type"] == 1 for part in box["components"]) == bool(similar)


def test_reasons_are_words_of_the_house() -> None:
    """Keywords, then words, then people, of whom there may be more."""
    paper = Paper(1, ("arxiv:1",), "One", "hf", date(2026, 8, 21))
    words = words_in("en")
    full = Similar(paper, ("a", "b"), ("c",), ("D E", "F G", "H I"))
    assert why_words(full, words) == "same keywords: c · about: a, b · also by D E, F G +1"
    assert why_words(Similar(paper, ("a",), (), ()), words) == "about: a"
    assert why_words(Similar(paper, (), (), ()), words) == "close in their words"
    liked = Paper(2, (), "T", "s", NEVER, signals=Signals(38))
    card = similar_card(paper, [Similar(liked, ("a",), (), ())], words, "")
    assert "**1**  T · ▲38\n-# about: a" in card.to_components()[0]["components"][1]["content"]

"""Additions, replacements and discards are seen by the next call, whatever came before."""

from __future__ import annotations

from pathlib import Path

import hypothesis.strategies as st
from hypothesis import settings
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from bot.core.lookup import Match
from bot.titles import TitleIndex

REAL_TITLES = tuple(Path(__file__).with_name("real_titles.txt").read_text("utf-8").splitlines())
IDS = st.sampled_from([f"p{number}" for number in range(12)])
TITLES = st.sampled_from([*REAL_TITLES[:30], "???", "Graph Theory", "graph theory"])
POPULARITY = st.sampled_from([0.0, 1.0, 2.5])


def test_a_crowded_index_is_one_that_a_merge_relieves() -> None:
    """Titles of the first build do not crowd it; what comes later does, until it is merged."""
    index = TitleIndex.build((f"p{number}", f"title {number}") for number in range(3000))
    assert not index.crowded()
    for number in range(3000, 5000):
        assert not index.crowded()
        index.add(f"p{number}", f"title {number}")
    assert index.crowded()
    index.merge()
    assert not index.crowded()
    assert ids(index.search("title 4999", 1)) == ["p4999"]


def ids(matches: list[Match]) -> list[str]:
    """Return whose the matches are, in their order."""
    return [match.paper_id for match in matches]


class IndexAgainstDict(RuleBasedStateMachine):
    """An index after any changes answers as one built anew from what is left."""

    def __init__(self) -> None:
        super().__init__()
        self.index = TitleIndex.build(())
        self.model: dict[str, tuple[str, float]] = {}

    @rule(paper_id=IDS, title=TITLES, popularity=POPULARITY)
    def add(self, paper_id: str, title: str, popularity: float) -> None:
        """Add or replace. Who comes back with another title counts as new."""
        if self.model.get(paper_id, (title, 0.0))[0].casefold() != title.casefold():
            del self.model[paper_id]
        self.model[paper_id] = (title, popularity)
        self.index.add(paper_id, title, popularity)

    @rule(paper_id=IDS)
    def discard(self, paper_id: str) -> None:
        """Discard a known paper or an unknown one."""
        self.model.pop(paper_id, None)
        self.index.discard(paper_id)

    @rule()
    def merge(self) -> None:
        """Merging changes no answer."""
        self.index.merge()

    @invariant()
    def answers_as_built_anew(self) -> None:
        """Exact titles, beginnings and the empty text give what a fresh index gives."""
        fresh = TitleIndex.build(
            ((paper_id, title) for paper_id, (title, _) in self.model.items()),
            popularity={paper_id: liked for paper_id, (_, liked) in self.model.items()},
        )
        assert len(self.index) == len(fresh) == len(self.model)
        assert ids(self.index.complete("", 50)) == ids(fresh.complete("", 50))
        for text in ("a", "deep", "gener", "graph theory"):
            known = set(ids(self.index.complete(text, 50)))
            assert known == set(ids(fresh.complete(text, 50)))
        for paper_id, (title, _) in self.model.items():
            exact = [match for match in self.index.search(title) if match.score == 100]
            assert paper_id in ids(exact)
            assert set(ids(exact)) == {
                other
                for other, (its, _) in self.model.items()
                if its.casefold() == title.casefold()
            }


IndexAgainstDict.TestCase.settings = settings(
    max_examples=25, stateful_step_count=20, deadline=None
)
TestIndexAgainstDict = IndexAgainstDict.TestCase


def test_an_addition_is_found_by_the_next_call() -> None:
    """A new title is found at once, by its words, a typo and its beginning."""
    index = TitleIndex.build((title, title) for title in REAL_TITLES)
    index.add("new", "Bubblegum Lattices: Chewing on Quantum Error Correction")
    assert ids(index.search("bubblegum lattices"))[0] == "new"
    assert ids(index.search("bublegum latices chewing"))[0] == "new"
    assert ids(index.complete("bubbleg"))[0] == "new"


def test_a_replaced_title_is_gone() -> None:
    """Adding a known id again replaces its title."""
    index = TitleIndex.build([("1", "Segment Anything"), ("2", "Graph Attention Networks")])
    index.add("1", "Wasserstein GAN")
    assert "1" not in ids(index.complete("segment"))
    assert index.search("wasserstein gan")[0] == Match("1", 100.0)
    assert len(index) == 2


def test_a_discarded_paper_is_gone() -> None:
    """A discarded paper appears in no answer, and may come back."""
    index = TitleIndex.build([("1", "Segment Anything"), ("2", "Graph Attention Networks")])
    index.discard("1")
    index.discard("unknown")
    assert index.search("segment anything") == []
    assert ids(index.complete("")) == ["2"]
    index.add("1", "Segment Anything")
    assert ids(index.search("segment anything")) == ["1"]


def test_the_later_of_two_titles_of_one_id_counts() -> None:
    """Building from pairs that repeat an id keeps the last one."""
    index = TitleIndex.build([("1", "Segment Anything"), ("1", "Wasserstein GAN")])
    assert len(index) == 1
    assert index.search("segment anything") == []
    assert index.search("wasserstein gan")[0] == Match("1", 100.0)

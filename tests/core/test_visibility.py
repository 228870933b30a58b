"""Who may be brought a paper: everybody, or the server whose administrator added its source."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.papers import Paper
from bot.core.subscriptions import ChannelTarget, UserTarget
from bot.core.visibility import (
    added_number,
    is_own_id,
    is_public,
    own_candidates,
    own_id,
    source_name,
)

DAY = date(2026, 8, 21)
HERE, THERE = ChannelTarget(700, 701), ChannelTarget(800, 801)
PAPERS = tuple(
    Paper(key, (f"doi:10.1000/{key}",), f"Paper {key}", "added:7", DAY) for key in (1, 2)
)


def test_a_servers_own_news_is_for_its_channels_alone() -> None:
    """Another server gets none of it."""
    news = {HERE.guild_id: PAPERS}
    assert own_candidates(HERE, news, ()) == PAPERS
    assert own_candidates(THERE, news, ()) == ()


def test_no_added_source_reaches_direct_messages() -> None:
    """They have no server, not even one whose number is the reader's."""
    assert own_candidates(UserTarget(HERE.guild_id), {HERE.guild_id: PAPERS}, ()) == ()


def test_what_is_public_anyway_stands_there_once() -> None:
    """And two lists that tell of one work bring it once."""
    twice = (*PAPERS, replace(PAPERS[0], source="added:8"))
    found = own_candidates(HERE, {HERE.guild_id: twice}, {2})
    assert [paper.key for paper in found] == [1]


@given(st.integers(min_value=1, max_value=10**17))
def test_an_added_sources_name_reads_back(number: int) -> None:
    """And is no public one."""
    assert added_number(source_name(number)) == number
    assert not is_public(source_name(number))


@pytest.mark.parametrize("name", ["huggingface", "", "Added:7", "added", "our lab"])
def test_other_names_are_public(name: str) -> None:
    """They have no number."""
    assert is_public(name)
    assert added_number(name) is None


@pytest.mark.parametrize("name", ["added:", "added:0", "added:x", "added:7 or so"])
def test_a_name_that_only_begins_so_is_nobodys(name: str) -> None:
    """Neither public nor a source."""
    assert not is_public(name)
    assert added_number(name) is None


def test_an_id_of_its_own_stays_however_the_work_is_written() -> None:
    """Case, accents, punctuation and initials do not count; another author or title does."""
    mine = own_id(7, "Full Things: a Study", ("Łukasz Kaiser", "Ada Lovelace"))
    assert mine == own_id(7, "FULL THINGS — A STUDY", ("L. Kaiser",))
    assert is_own_id(mine)
    assert mine != own_id(7, "Full Things: a Study", ("Ada Lovelace",))
    assert mine != own_id(7, "Full Things", ("Łukasz Kaiser",))
    assert mine != own_id(8, "Full Things: a Study", ("Łukasz Kaiser",))  # another server's
    assert not is_own_id("doi:10.1000/1")


@given(st.text(), st.lists(st.text(), max_size=2))
def test_any_title_has_an_id(title: str, authors: list[str]) -> None:
    """Of one form, the same at every reading."""
    made = own_id(7, title, authors)
    assert len(made) == 24
    assert made == own_id(7, title, authors)

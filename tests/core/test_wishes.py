"""Wishes: what a person typed becomes a wish, or every fault at once; a query and its panel."""

from __future__ import annotations

from datetime import date, time

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from bot.core.papers import Links, Paper, Signals
from bot.core.query import (
    MAX_LENGTH,
    Author,
    Category,
    Code,
    Or,
    Organization,
    Phrase,
    Query,
    QuerySyntaxError,
    Upvotes,
    Word,
    all_of,
    any_of,
    matches,
    negate,
    parse,
    unparse,
)
from bot.core.schedules import DAILY, WEEKDAYS, Schedule, ScheduleError
from bot.core.subscriptions import MOST_PAPERS, Notes, Wish
from bot.core.wishes import (
    Interests,
    Typed,
    WishError,
    apply,
    default_wish,
    interests_of,
    query_of,
)
from bot.core.zones import UnknownZoneError

BASE = Wish("world models", Schedule("Europe/Berlin", time(9, 30), WEEKDAYS), 5)
NAMES = ("ada lovelace", "kaiser", "le cun")
TERMS: st.SearchStrategy[Query] = st.one_of(
    st.sampled_from(("video", "agents", "speech", "c++")).map(Word),
    st.just(Phrase(("world", "models"))),
    st.sampled_from(NAMES).map(Author),
    st.just(Category("cs.cl")),
    st.just(Organization("example labs")),
    st.booleans().map(Code),
    st.builds(Upvotes, st.sampled_from((">=", "<", "=")), st.integers(0, 9)),
)
QUERIES = st.recursive(
    TERMS,
    lambda inner: st.one_of(
        inner.map(negate),
        st.lists(inner, min_size=1, max_size=4).map(lambda parts: all_of(*parts)),
        st.lists(inner, min_size=1, max_size=4).map(lambda parts: any_of(*parts)),
    ),
    max_leaves=8,
)
PAPERS = st.builds(
    lambda words, authors, votes, code, labs: Paper(
        1,
        ("arxiv:2608.00001",),
        " ".join(words),
        "huggingface",
        date(2026, 8, 21),
        authors=tuple(authors),
        categories=("cs.cl",),
        organization="Example Labs" if labs else None,
        links=Links(code="https://example.org/c" if code else None),
        signals=Signals(votes),
    ),
    st.lists(st.sampled_from(("video", "agents", "speech", "c++", "world", "models")), max_size=4),
    st.lists(st.sampled_from(NAMES), max_size=3),
    st.integers(0, 9),
    st.booleans(),
    st.booleans(),
)


def test_only_a_zone_makes_a_whole_wish() -> None:
    """Everything, daily at nine, nine papers, silent, problems told."""
    wish = default_wish("Berlin")
    assert wish == Wish("*", Schedule("Europe/Berlin", time(9), DAILY), 9)
    assert (wish.silent, wish.notes, wish.language) == (True, Notes.PROBLEMS, "en")
    assert default_wish("UTC", "de").language == "de"


def test_an_unknown_zone_makes_no_wish() -> None:
    """The nearest real ones come with the fault."""
    with pytest.raises(UnknownZoneError) as caught:
        default_wish("Europe/Berlni")
    assert "Europe/Berlin" in caught.value.nearest


def test_what_is_not_given_stays() -> None:
    """Nothing typed changes nothing."""
    assert apply(Typed(), BASE) == BASE


def test_everything_given_is_taken_and_made_canonical() -> None:
    """Each field is read; the query is stored as it reads back."""
    typed = Typed(
        query="“world models” OR  video",
        timezone="tokyo",
        time="9 pm",
        days="mon, wed",
        limit=3,
        language="de",
        machine_text=False,
        silent=False,
        notes=Notes.ALL,
        alerts_channel_id=7,
    )
    wish = apply(typed, BASE)
    assert wish == Wish(
        '"world models" | video',
        Schedule("Asia/Tokyo", time(21), frozenset({0, 2})),
        3,
        "de",
        machine_text=False,
        silent=False,
        notes=Notes.ALL,
        alerts_channel_id=7,
    )


@pytest.mark.parametrize(("limit", "taken"), [(-3, 1), (0, 1), (1, 1), (99, MOST_PAPERS)])
def test_a_limit_is_brought_into_its_range(limit: int, taken: int) -> None:
    """One paper at least, as many as one message holds at most."""
    assert apply(Typed(limit=limit), BASE).limit == taken


def test_every_fault_is_told_at_once_in_the_order_of_the_fields() -> None:
    """Query, zone, time, days: four mistakes are four faults in one error."""
    with pytest.raises(WishError) as caught:
        apply(Typed(query="(", timezone="Atlantis", time="25:00", days="moonday"), BASE)
    kinds = [type(fault) for fault in caught.value.faults]
    assert kinds == [QuerySyntaxError, UnknownZoneError, ScheduleError, ScheduleError]
    assert all(str(fault) in str(caught.value) for fault in caught.value.faults)


def test_a_query_is_taken_apart_for_the_panel() -> None:
    """Topics, author names, least votes; what does not fit its fields stays a topic."""
    assert interests_of("*") == Interests("*")
    assert interests_of("video upvotes:>=20") == Interests("video", (), 20)
    assert interests_of('author:"ada lovelace"') == Interests("*", ("ada lovelace",))
    assert interests_of("a b author:kaiser") == Interests("a b", ("kaiser",))
    assert interests_of("upvotes:<9") == Interests("upvotes:<9")
    both = "author:kaiser author:lovelace"
    assert interests_of(both).authors == ()
    assert interests_of(both).topics == both


def test_the_panels_fields_are_put_together() -> None:
    """Any of the authors will do; quotes and blanks in a name do no harm."""
    made = query_of(Interests(" video | speech ", ('Ada "Countess" Lovelace', " ", "kaiser"), 3))
    assert made == ('(video | speech) (author:"Ada Countess Lovelace" | author:kaiser) upvotes:>=3')
    assert query_of(Interests("")) == "*"
    assert query_of(Interests("", ("“kaiser”",))) == "author:kaiser"


@pytest.mark.parametrize("typed", [Interests("("), Interests("*", ("!?",))])
def test_a_panel_that_does_not_parse_is_a_fault(typed: Interests) -> None:
    """Neither topics nor names are guessed at."""
    with pytest.raises(QuerySyntaxError):
        query_of(typed)


def test_a_panel_that_is_too_long_together_is_a_fault() -> None:
    """What was stored must read back."""
    with pytest.raises(QuerySyntaxError) as caught:
        query_of(Interests("x" * MAX_LENGTH, ("kaiser",)))
    assert caught.value.expected == ("shorter_text",)


@given(QUERIES, PAPERS)
def test_a_query_means_the_same_after_the_panel(query: Query, paper: Paper) -> None:
    """Taken apart and put together, a query matches what it matched."""
    text = unparse(query)
    assume(len(text) <= MAX_LENGTH)
    again = parse(query_of(interests_of(text)))
    assert (matches(parse(text), paper) is None) == (matches(again, paper) is None)


@given(QUERIES)
def test_the_panel_changes_a_query_once_at_most(query: Query) -> None:
    """A second time through the panel is the same text."""
    text = unparse(query)
    assume(len(text) <= MAX_LENGTH)
    once = query_of(interests_of(text))
    assert query_of(interests_of(once)) == once


@given(st.text(max_size=40), st.lists(st.text(max_size=30), max_size=3), st.integers(-5, 10**12))
def test_whatever_is_typed_into_the_panel_is_a_query_or_a_fault(
    topics: str, authors: list[str], votes: int
) -> None:
    """Nothing else is ever raised, and what is made reads back."""
    try:
        made = query_of(Interests(topics, tuple(authors), votes))
    except QuerySyntaxError:
        return
    assert unparse(parse(made)) == made


def test_an_or_of_authors_among_other_topics_stays_whole() -> None:
    """Names that any paper may have are the panel's names."""
    made = interests_of("video (author:kaiser | author:lovelace)")
    assert parse(query_of(made)) == all_of(
        Word("video"), Or((Author("kaiser"), Author("lovelace")))
    )

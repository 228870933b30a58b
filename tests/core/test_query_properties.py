"""What holds for every text and every query."""

from __future__ import annotations

from datetime import date

from hypothesis import example, given, settings
from hypothesis import strategies as st

from bot.core.papers import Paper
from bot.core.query import (
    MAX_LENGTH,
    Query,
    QuerySyntaxError,
    all_of,
    any_of,
    fold_paper,
    matches,
    negate,
    parse,
    positive_terms,
    unparse,
)
from bot.core.query_fold import fold

PIECES = st.sampled_from(
    [
        *'()|,"*-+#:<>=≥.& \u3000\u200b\x00“”«»–—（）：｜🤗ß',
        *("a", "b", "robots", "OR", "AND", "NOT", "upvotes", "20", "author:", "category:cs.*"),
        *("code:yes", "foo:", "https://x.y", "NOT ", " | ", " (", ") ", "source:"),
    ]
)
TEXTS = st.lists(PIECES | st.characters(), max_size=30).map("".join)
PAPER = fold_paper(
    Paper(
        key=1,
        ids=("arxiv:1",),
        title="A robots paper",
        source="hf",
        released=date(2026, 8, 21),
        abstract="b",
    )
)


def read(text: str) -> Query | QuerySyntaxError:
    """Parse, with the error as a value."""
    try:
        return parse(text)
    except QuerySyntaxError as error:
        return error


PARSED = TEXTS.map(read).filter(lambda query: not isinstance(query, QuerySyntaxError))


@settings(max_examples=500, deadline=None)
@given(text=TEXTS)
@example(text="(" * 500)
@example(text="-" * 500)
@example(text="NOT " * 125)
@example(text="(a|" * 125)
@example(text="upvotes:" + "9" * 490)
def test_any_text_parses_or_points_at_a_place(text: str) -> None:
    """There is no other outcome, and whatever parses reads back from its canonical spelling."""
    query = read(text)
    if isinstance(query, QuerySyntaxError):
        assert 0 <= query.position <= len(text)
        assert text[query.position :].lstrip().startswith(query.found)
        assert query.expected
    else:
        canonical = unparse(query)
        assert len(canonical) <= MAX_LENGTH
        assert parse(canonical) == query
        assert unparse(parse(canonical)) == canonical


@settings(deadline=None)
@given(a=PARSED, b=PARSED)
def test_negation_turns_and_into_or(a: Query, b: Query) -> None:
    """De Morgan's laws hold, and a query and its opposite share no paper."""
    for one, other in (
        (negate(all_of(a, b)), any_of(negate(a), negate(b))),
        (negate(any_of(a, b)), all_of(negate(a), negate(b))),
    ):
        assert (matches(one, PAPER) is None) == (matches(other, PAPER) is None)
    assert (matches(a, PAPER) is None) != (matches(negate(a), PAPER) is None)


@settings(deadline=None)
@given(query=PARSED)
def test_a_hit_is_within_its_bounds(query: Query) -> None:
    """A score is from 0 to 1, and what hit was asked for."""
    hit = matches(query, PAPER)
    if hit is not None:
        assert 0 <= hit.score <= 1
        assert set(hit.terms) <= set(positive_terms(query))


@given(text=st.text())
def test_folding_twice_is_folding_once(text: str) -> None:
    """Folded text is stable, so an index of it can be folded again by SQLite."""
    assert fold(fold(text)) == fold(text)

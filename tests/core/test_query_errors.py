"""A text that is no query points at the place and says in codes what was expected."""

from __future__ import annotations

import pytest

from bot.core.query import MAX_DEPTH, MAX_LENGTH, MAX_TERMS, QuerySyntaxError, parse


def refusal(text: str) -> QuerySyntaxError:
    """Parse what must not parse."""
    with pytest.raises(QuerySyntaxError) as caught:
        parse(text)
    assert caught.value.text == text
    return caught.value


@pytest.mark.parametrize(
    ("text", "position", "found", "expected"),
    [
        ("", 0, "", "term"),
        ("  ?! ", 5, "", "term"),
        ("a |", 3, "", "term"),
        ("a | | b", 4, "|", "term"),
        ("OR gate", 0, "OR", "term"),
        ("a AND", 5, "", "term"),
        ("a AND | b", 6, "|", "term"),
        ("NOT", 3, "", "term"),
        ("a () b", 3, ")", "term"),
        (") a", 0, ")", "term"),
        ("a ) b", 2, ")", "end"),
        ('a "b c', 2, '"b', "closing_quote"),
        ('author:"b c', 7, '"b', "closing_quote"),
        ("a (b | c", 2, "(b", "closing_parenthesis"),
        ("upvotes:many", 8, "many", "number"),
        ("upvotes:-5", 8, "-5", "number"),
        ("upvotes:1.5", 8, "1.5", "number"),
        ("upvotes:1000000000", 8, "1000000000", "number"),
        ("upvotes:", 8, "", "number"),
        ("code:maybe", 5, "maybe", "yes_or_no"),
        ("code:", 5, "", "yes_or_no"),
        ("author:| b", 7, "|", "field_value"),
        ('author:"?"', 7, '"?"', "field_value"),
        ("category:cs.C*", 9, "cs.C*", "field_value"),
    ],
)
def test_an_error_points_at_the_place(text: str, position: int, found: str, expected: str) -> None:
    """The offset is in the text as given, and what was expected there is a code."""
    error = refusal(text)
    assert (error.position, error.found, error.expected) == (position, found, (expected,))
    assert str(error) == f"at {position}: expected {expected}, found {found!r}"


@pytest.mark.parametrize(
    ("text", "suggestion"),
    [
        ("a autor:lecun", "author"),
        ("a Kategory:cs", "category"),
        ("a organisations:x", "org"),
        ('a foo:"bar"', None),
        ("a re:zero", None),
        ("a vote:>3", "upvotes"),
    ],
)
def test_an_unknown_field_gets_the_nearest_known_one(text: str, suggestion: str | None) -> None:
    """A misspelt field is found at its first letter, with what may have been meant."""
    error = refusal(text)
    assert (error.position, error.expected) == (2, ("known_field",))
    assert error.suggestion == suggestion


def test_what_was_found_is_short() -> None:
    """A long piece of text is cut, so that an answer can repeat it."""
    assert refusal("foo:" + "x" * 100).found == "foo:" + "x" * 36


def test_a_text_is_bounded() -> None:
    """The 501st character is one too many, and a huge text costs nothing more."""
    parse("x" * MAX_LENGTH)
    error = refusal("x" * 10_000)
    assert (error.position, error.expected) == (MAX_LENGTH, ("shorter_text",))


def test_a_query_must_fit_its_canonical_spelling() -> None:
    """What would not read back once stored is refused as too long."""
    text = ",".join(["a" * 9] * 50)
    assert len(text) < MAX_LENGTH
    error = refusal(text)
    assert (error.position, error.expected) == (len(text), ("shorter_text",))


def test_terms_are_bounded() -> None:
    """The 65th term is one too many, and the error points at it."""
    parse("a " * MAX_TERMS)
    error = refusal("a " * MAX_TERMS + "b")
    assert (error.position, error.found, error.expected) == (128, "b", ("fewer_terms",))


def test_nesting_is_bounded() -> None:
    """The 17th parenthesis is one too many; 250 of them are no deeper recursion."""
    parse("(" * MAX_DEPTH + "a" + ")" * MAX_DEPTH)
    error = refusal("-(" * 250)
    assert (error.position, error.expected) == (2 * MAX_DEPTH + 1, ("less_nesting",))

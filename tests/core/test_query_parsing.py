"""The query language as people write it, and what each spelling means."""

from __future__ import annotations

import pytest

from bot.core.query import (
    And,
    Author,
    Category,
    Code,
    Everything,
    Not,
    Or,
    Organization,
    Phrase,
    Query,
    Source,
    Upvotes,
    Word,
    all_of,
    any_of,
    is_everything,
    negate,
    parse,
    positive_terms,
    unparse,
)

A, B, C, D = Word("a"), Word("b"), Word("c"), Word("d")


@pytest.mark.parametrize(
    ("text", "query"),
    [
        ("*", Everything()),
        ("**", Everything()),
        ("diffusion", Word("diffusion")),
        ("transform*", Word("transform", prefix=True)),
        ('"world models"', Phrase(("world", "models"))),
        ("-survey", Not(Word("survey"))),
        ('-"a b"', Not(Phrase(("a", "b")))),
        ("-(a b)", Not(And((A, B)))),
        ("-*", Not(Everything())),
        ("a b", And((A, B))),
        ("a | b", Or((A, B))),
        ("a b | c d", Or((And((A, B)), And((C, D))))),
        ("a (b | c)", And((A, Or((B, C))))),
        ("author:lecun", Author("lecun")),
        ('author:"Yann LeCun"', Author("Yann LeCun")),
        ("category:cs.CL", Category("cs.CL")),
        ("category:cs.*", Category("cs")),
        ("cat:cs", Category("cs")),
        ("org:Google", Organization("Google")),
        ("organisation:Google", Organization("Google")),
        ("source:arxiv", Source("arxiv")),
        ("code:yes", Code(present=True)),
        ('code:"No"', Code(present=False)),
    ],
)
def test_the_language_is_read(text: str, query: Query) -> None:
    """Every construct has its one tree."""
    assert parse(text) == query


@pytest.mark.parametrize(
    ("text", "query"),
    [
        ("a, b", Or((A, B))),
        (", a,, b ,", Or((A, B))),
        ("(a,) b", And((A, B))),
        ("a, | b", Or((A, B))),
        ("a OR b", Or((A, B))),
        ("a || b", Or((A, B))),
        ("a AND b", And((A, B))),
        ("a && b", And((A, B))),
        ("a NOT b", And((A, Not(B)))),
        ("NOT NOT a", A),
        ("-(-a)", A),
        ("NOT -(NOT a)", Not(A)),
        ("a or b", And((A, Word("or"), B))),
        ("“a b”", Phrase(("a", "b"))),
        ("„a b“ «c d»", And((Phrase(("a", "b")), Phrase(("c", "d"))))),
        ("\u2013a \u2014b \u2212c", And((Not(A), Not(B), Not(C)))),
        ("--a", Not(A)),
        ("a \u2014 b", And((A, B))),
        ("a - b -", And((A, B))),
        ("(a -) b", And((A, B))),
        ("a -> b", And((A, B))),
        ('a -"" b', And((A, B))),
        ("fine\u2013tuning", Word("fine-tuning")),
        ("AUTHOR:x", Author("x")),
        ("author\uff1ax", Author("x")),
        ("\uff08a\uff5cb\uff09\u3000c", And((Or((A, B)), C))),
        ("a\uff0cb\u3001c", Or((A, B, C))),
        ("\ufeffa\x00b\ud800", And((A, B))),
        ("* a", A),
        ("a | *", Or((A, Everything()))),
        ("a & b !", And((A, B))),
        ('a "" "?" b', And((A, B))),
        ("(a). .b", And((A, B))),
        ("OR*", Word("OR", prefix=True)),
        ("C++ C# .NET what?", And((Word("C++"), Word("C#"), Word("NET"), Word("what")))),
        ("foo.* cafe\u0301", And((Word("foo"), Word("cafe\u0301")))),
        ('"a, b & c."', Phrase(("a", "b", "c"))),
        ("((a b) c) | (d | (a))", Or((And((A, B, C)), D, A))),
    ],
)
def test_the_language_forgives(text: str, query: Query) -> None:
    """What is meant plainly is understood, however a keyboard writes it."""
    assert parse(text) == query


@pytest.mark.parametrize(
    ("value", "op", "count"),
    [
        (":20", ">=", 20),
        (":20+", ">=", 20),
        (":>=20", ">=", 20),
        (":=>20", ">=", 20),
        (":≥20", ">=", 20),
        (":>20", ">", 20),
        (":<5", "<", 5),
        (":<=5", "<=", 5),
        (":≤ 5", "<=", 5),
        (":=0", "=", 0),
        (">100", ">", 100),
        (">=1,000", ">=", 1000),
        (":\uff12\uff10", ">=", 20),
        (":999999999", ">=", 999_999_999),
    ],
)
def test_upvotes_are_compared(value: str, op: str, count: int) -> None:
    """A bare number is the least there may be; other comparisons say what they are."""
    query = parse("upvotes" + value)
    assert query == parse("Votes" + value)
    assert isinstance(query, Upvotes)
    assert (query.op, query.count) == (op, count)


@pytest.mark.parametrize(
    ("text", "query"),
    [
        ("12:30", Word("12:30")),
        ("https://arxiv.org/abs/2305.14314", Word("https://arxiv.org/abs/2305.14314")),
        ("Chain-of-Thought: a", And((Word("Chain-of-Thought"), A))),
        ("BERT: a", And((Word("BERT"), A))),
        ("author: a", And((Word("author"), A))),
        ("foo>2", Word("foo>2")),
        ("author>2", Word("author>2")),
        ("foo:", Word("foo")),
        ("foo::bar", Word("foo::bar")),
    ],
)
def test_a_colon_is_often_only_punctuation(text: str, query: Query) -> None:
    """Times, addresses and titles with a colon are words."""
    assert parse(text) == query


def test_a_query_is_built_in_normal_form() -> None:
    """The builders flatten, drop what asks for nothing, and undo a double negation."""
    assert all_of() == all_of(Everything()) == Everything()
    assert all_of(A) == any_of(A) == negate(negate(A)) == A
    assert all_of(And((A, B)), Everything(), C) == And((A, B, C))
    assert any_of(Or((A, B)), C) == Or((A, B, C))


def test_only_the_star_is_everything() -> None:
    """A query with any wish is not everything."""
    assert is_everything(parse("* (*)"))
    assert not is_everything(parse("a | *"))


@pytest.mark.parametrize(
    ("query", "text"),
    [
        (parse('“a  b” ,(c),-d|NOT(a,b) Author:"X y"'), '"a b" | c | -d | -(a | b) author:"X y"'),
        (parse("upvotes:20+ code:Y org:x source:y"), "upvotes:>=20 code:yes org:x source:y"),
        (parse("-(a b) (c|d*) -*, code:no"), "-(a b) (c | d*) -* | code:no"),
        (parse("category:CS.cl ((a) (b c))"), "category:CS.cl a b c"),
        (Word("NOT"), '"NOT"'),
        (Word("two words"), '"two words"'),
        (Author('a"b'), 'author:"a b"'),
    ],
)
def test_a_query_has_one_canonical_spelling(query: Query, text: str) -> None:
    """What is stored and shown is the same for every spelling, and no text can leave its place."""
    assert unparse(query) == text


def test_positive_terms_are_what_is_asked_for() -> None:
    """Terms appear once, in order, as written, without what is unwanted."""
    query = parse(
        'Diffusion ("World models" | author:"Li Fei-Fei", graph*) -x upvotes:>9 Diffusion'
    )
    expected = ("Diffusion", "World models", 'author:"Li Fei-Fei"', "graph*", "upvotes:>9")
    assert positive_terms(query) == expected
    assert positive_terms(Everything()) == ()

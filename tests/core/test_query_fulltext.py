"""What FTS5 finds is what the core takes."""

from __future__ import annotations

import sqlite3
import sys
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.core.papers import Links, Paper, Signals
from bot.core.query import (
    FTS_COLUMNS,
    Author,
    Category,
    Code,
    Everything,
    Organization,
    Phrase,
    Query,
    Source,
    Upvotes,
    Word,
    all_of,
    any_of,
    fts_row,
    matches,
    negate,
    parse,
    to_fts,
)
from bot.core.query_fold import fold


@pytest.mark.parametrize(
    ("text", "match", "residual"),
    [
        ("*", None, None),
        ("Naïve", '"naive"', None),
        ("fine-tun*", '"fine tun" *', None),
        ('"a b"', '"a b"', None),
        ('author:"Li Fei-Fei"', 'authors : "li fei fei"', None),
        ("a b", '("a" AND "b")', None),
        ("a | b c", '("a" OR ("b" AND "c"))', None),
        ("a -b", '("a") NOT ("b")', None),
        ("a b -c -(d e)", '(("a" AND "b")) NOT (("c" OR ("d" AND "e")))', None),
        ("-a", None, "-a"),
        ("-a -b", None, "-a -b"),
        ("-a code:yes", None, "code:yes -a"),
        ("a | -b", None, "a | -b"),
        ("a | *", None, "a | *"),
        ("code:yes", None, "code:yes"),
        ("a upvotes:>5 -b", '("a") NOT ("b")', "upvotes:>5"),
        ("a -(b code:yes)", '"a"', "-(b code:yes)"),
        ("a -code:yes", '"a"', "-code:yes"),
        ("a | b code:yes", '("a" OR "b")', "a | b code:yes"),
    ],
)
def test_a_query_compiles(text: str, match: str | None, residual: str | None) -> None:
    """Words go into MATCH, all else is left over, and negation needs something to take from."""
    compiled = to_fts(parse(text))
    assert compiled.match == match
    assert compiled.residual == (parse(residual) if residual else None)


def test_nothing_in_a_query_is_syntax_of_fts5() -> None:
    """Operators, columns, quotes and stars of FTS5 in a query are words or nothing."""
    for hostile in (
        "title:x",
        "x) OR (y",
        "NEAR(a b)",
        '"; DROP',
        "^a + b",
        "{title}: a",
        "a\x00b",
    ):
        match = to_fts(Phrase((hostile,))).match
        assert match
        assert match == f'"{fold(hostile)}"'


WORDS = st.sampled_from(
    [
        "fine",
        "tuning",
        "Fine-Tuning",
        "NAÏVE",
        "naive",
        "Łu",
        "lu",
        "🤗fine",
        "e\u0301",
        "x²",
        "が",
        "*",
    ]
)
TEXTS = st.lists(WORDS | st.text(max_size=3), max_size=5).map(" ".join)
LEAVES = st.one_of(
    st.builds(Word, WORDS, st.booleans()),
    st.builds(Word, st.text(max_size=4), st.booleans()),
    st.builds(Phrase, st.lists(WORDS, max_size=3).map(tuple)),
    st.builds(Author, WORDS),
    st.builds(Category, st.sampled_from(["cs", "cs.CL", "cs.LG"])),
    st.builds(Organization, WORDS),
    st.builds(Source, st.sampled_from(["arxiv", "hf"])),
    st.builds(Upvotes, st.sampled_from([">=", ">", "<=", "<", "="]), st.integers(0, 3)),
    st.builds(Code, st.booleans()),
    st.just(Everything()),
)


def _nested(inner: st.SearchStrategy[Query]) -> st.SearchStrategy[Query]:
    parts = st.lists(inner, min_size=1, max_size=4)
    return st.one_of(
        inner.map(negate),
        parts.map(lambda several: all_of(*several)),
        parts.map(lambda several: any_of(*several)),
    )


QUERIES = st.recursive(LEAVES, _nested, max_leaves=8)
PAPERS = st.lists(
    st.builds(
        Paper,
        key=st.just(1),
        ids=st.just(("arxiv:1",)),
        title=TEXTS,
        source=st.sampled_from(["arxiv", "hf"]),
        released=st.just(date(2026, 8, 21)),
        authors=st.lists(TEXTS, max_size=3).map(tuple),
        abstract=TEXTS,
        categories=st.sampled_from([(), ("cs.cl",), ("cs.lg", "math.st")]),
        keywords=st.lists(TEXTS, max_size=2).map(tuple),
        organization=st.none() | TEXTS,
        links=st.builds(Links, code=st.none() | st.just("https://example.org")),
        signals=st.builds(Signals, upvotes=st.integers(0, 3)),
    ),
    max_size=4,
)


def indexed(papers: list[Paper]) -> sqlite3.Connection:
    """Make the full-text index that `to_fts` names."""
    connection = sqlite3.connect(":memory:")
    columns = ", ".join(FTS_COLUMNS)
    connection.execute(
        f"CREATE VIRTUAL TABLE found USING fts5({columns}, "
        "tokenize='unicode61 remove_diacritics 2')"
    )
    for number, paper in enumerate(papers):
        connection.execute(
            "INSERT INTO found (rowid, title, abstract, authors, keywords) VALUES (?, ?, ?, ?, ?)",
            (number, *fts_row(paper)),
        )
    return connection


@settings(max_examples=300, deadline=None)
@given(query=QUERIES, papers=PAPERS)
def test_fts5_and_the_core_agree(query: Query, papers: list[Paper]) -> None:
    """MATCH with the residual finds exactly the papers that the pure matcher takes."""
    compiled = to_fts(query)
    connection = indexed(papers)
    try:
        rows = (
            connection.execute("SELECT rowid FROM found")
            if compiled.match is None
            else connection.execute(
                "SELECT rowid FROM found WHERE found MATCH ?", (compiled.match,)
            )
        )
        numbers = {number for (number,) in rows}
    finally:
        connection.close()
    if compiled.residual is not None:
        numbers = {number for number in numbers if matches(compiled.residual, papers[number])}
    assert numbers == {
        number for number, paper in enumerate(papers) if matches(query, paper) is not None
    }


def test_fts5_leaves_folded_letters_as_they_are() -> None:
    """Of every character there is, SQLite takes what folding leaves for the same letters."""
    expected = set(
        "".join(
            fold(chr(point)) for point in range(sys.maxunicode + 1) if not 0xD800 <= point <= 0xDFFF
        )
    ) - {" "}
    connection = sqlite3.connect(":memory:")
    try:
        connection.execute(
            "CREATE VIRTUAL TABLE letters USING fts5(x, tokenize='unicode61 remove_diacritics 2')"
        )
        connection.execute("CREATE VIRTUAL TABLE terms USING fts5vocab(letters, 'row')")
        connection.execute("INSERT INTO letters VALUES (?)", (" ".join(sorted(expected)),))
        kept = {term for (term,) in connection.execute("SELECT term FROM terms")}
    finally:
        connection.close()
    assert kept == expected

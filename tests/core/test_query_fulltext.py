"""What FTS5 finds, and what the index in memory finds, is what the core takes."""

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
    MAX_COUNT,
    Author,
    Category,
    Code,
    Everything,
    FtsQuery,
    Organization,
    PaperIndex,
    Phrase,
    Query,
    Source,
    Upvotes,
    Word,
    all_of,
    any_of,
    beginnings,
    fold_paper,
    fts_row,
    matches,
    negate,
    parse,
    to_fts,
)
from bot.core.query_fold import fold
from bot.core.query_marks import (
    EVERYTHING,
    at_least,
    category_mark,
    category_marks,
    exactly,
    upvote_marks,
)

ALL = f'"{EVERYTHING}"'
COMPILED = [
    ("*", ALL),
    ("Naïve", '"naive"'),
    ("fine-tun*", '"fine tun" *'),
    ('"a b"', '"a b"'),
    ("a b", '("a" AND "b")'),
    ("a | b c", '("a" OR ("b" AND "c"))'),
    ("a a", '"a"'),
    ("a -b", '("a" NOT "b")'),
    ("a b -c -(d e)", '(("a" AND "b") NOT ("c" OR ("d" AND "e")))'),
    ("-a", f'({ALL} NOT "a")'),
    ("-a -b", f'({ALL} NOT ("a" OR "b"))'),
    ("a | -b", f'({ALL} NOT ("b" NOT "a"))'),
    ("a | *", ALL),
    ("-*", None),
    ("a -*", None),
    ("a upvotes:>=0", '"a"'),
    ("upvotes:<0", None),
    ("author:x", '"\ue002x"'),
    ('org:"x y"', '"\ue003x \ue003y"'),
    ("source:x", '"\ue004x"'),
    ("code:no", f'({ALL} NOT "\ue005")'),
    ("category:CS", '"\ue0066373"'),
    ("upvotes:=5", '"\ue0070x5"'),
]


@pytest.mark.parametrize(("text", "match"), COMPILED)
def test_a_query_compiles(text: str, match: str | None) -> None:
    """All of a query goes into MATCH; negation takes away from all papers where from no other."""
    assert to_fts(parse(text)) == FtsQuery(match, exact=True)


@pytest.mark.parametrize(
    ("text", "match", "exact"),
    [
        ("a*", '("ab" OR "ac")', True),
        ("z*", None, True),
        ("x*", '"x" *', True),
        ("deep-a*", '("deep ab" OR "deep ac")', True),
        ("b*", ALL, False),
        ("-b*", ALL, False),
        ("a* b*", '("ab" OR "ac")', False),
        ("word | b*", ALL, False),
        ("word -b*", '"word"', False),
        ("deep-b*", '"deep"', False),
        ("-(b* -b*)", ALL, False),
        ("b* -*", None, True),
    ],
)
def test_a_beginning_is_a_choice_of_known_words(text: str, match: str | None, exact: bool) -> None:
    """One of too many words finds too much rather than too little, and says so."""
    known = {"a": ("ab", "ac"), "z": (), "b": None}
    assert to_fts(parse(text), known) == FtsQuery(match, exact=exact)


def test_words_may_be_asked_for_in_one_column() -> None:
    """What is refused, and what is no word, is so wherever it stands."""
    compiled = to_fts(parse('a "b c" -d code:yes e* f*'), {"f": ("fg",)}, column="title")
    assert compiled.match == (
        '((title : "a" AND title : "b c" AND "\ue005" AND title : "e" * AND title : "fg") NOT "d")'
    )
    assert to_fts(parse("x"), column="title") == FtsQuery('title : "x"', exact=True)
    assert to_fts(Word("&"), column="title").match is None


def test_the_beginnings_of_a_query_are_listed() -> None:
    """Folded, each once, negated ones too; of several words the last is the one begun."""
    query = parse("Neur* | -(fine-tun* neur*) | whole author:x")
    assert beginnings(query) == ("neur", "tun")
    assert beginnings(Word("&", prefix=True)) == ()


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
    st.builds(Source, st.sampled_from(["arxiv", "hf", "our lab", "lab", "labs", "hf labs"])),
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
        also=st.lists(st.sampled_from(["arxiv", "hf", "our lab", "labs"]), max_size=3).map(tuple),
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
            "INSERT INTO found (rowid, title, abstract, authors, keywords, marks)"
            " VALUES (?, ?, ?, ?, ?, ?)",
            (number, *fts_row(paper)),
        )
    connection.execute("CREATE VIRTUAL TABLE terms USING fts5vocab (found, row)")
    return connection


@settings(max_examples=300, deadline=None)
@given(query=QUERIES, papers=PAPERS)
def test_fts5_and_the_core_agree(query: Query, papers: list[Paper]) -> None:
    """MATCH finds exactly the papers that the pure matcher takes; inexactly, those and others."""
    expected = {number for number, paper in enumerate(papers) if matches(query, paper) is not None}
    connection = indexed(papers)
    try:
        words = [term for (term,) in connection.execute("SELECT term FROM terms ORDER BY term")]
        known = {
            begun: [word for word in words if word.startswith(begun)] for begun in beginnings(query)
        }
        native, exact = to_fts(query), to_fts(query, known)
        widest = to_fts(query, dict.fromkeys(known))
        found = [_found(connection, one) for one in (native, exact, widest)]
    finally:
        connection.close()
    assert native.exact
    assert exact.exact
    assert found[0] == found[1] == expected
    assert found[2] == expected if widest.exact else found[2] >= expected


@settings(max_examples=500, deadline=None)
@given(query=QUERIES, papers=PAPERS)
def test_the_index_and_the_core_agree(query: Query, papers: list[Paper]) -> None:
    """Of every paper the index says what the pure matcher says: score, terms, order."""
    folded = [fold_paper(paper) for paper in papers]
    plain = [(place, hit) for place, one in enumerate(folded) if (hit := matches(query, one))]
    assert list(PaperIndex(folded).hits(query).items()) == plain


def _found(connection: sqlite3.Connection, compiled: FtsQuery) -> set[int]:
    if compiled.match is None:
        return set()
    rows = connection.execute("SELECT rowid FROM found WHERE found MATCH ?", (compiled.match,))
    return {number for (number,) in rows}


@pytest.mark.parametrize(
    ("one", "same"),
    [(">3", ">=4"), ("<=3", "<4"), ("=0", "<1"), (">=0", ">=0")],
)
def test_comparisons_of_upvotes_say_the_same(one: str, same: str) -> None:
    """Numbers are whole."""
    assert to_fts(parse(f"upvotes:{one}")) == to_fts(parse(f"upvotes:{same}"))


@pytest.mark.parametrize("count", [0, 1, 2, 5, 12, 13, 255, 256, 1_000_000, MAX_COUNT])
def test_every_bound_of_upvotes_is_a_choice_of_marks(count: int) -> None:
    """What has one of the marks of a bound has so many upvotes or more, and nothing else."""
    near = {max(0, count + by) for by in range(-3, 4)} | {0, 1, 2 * count, count // 2, 10**12}
    for upvotes in near:
        own = set(upvote_marks(upvotes))
        assert len(own) <= 30
        if count:
            assert bool(own & set(at_least(count))) == (upvotes >= count)
            assert (exactly(count) in own) == (upvotes == count)


def test_an_archive_holds_what_is_in_it() -> None:
    """A category is found by its own name and by every archive around it, by nothing else."""
    own = set(category_marks("a.b.c"))
    assert own == {category_mark("a.b.c"), category_mark("a.b"), category_mark("a")}


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

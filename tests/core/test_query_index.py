"""An index finds the papers of a query by their words; `matches` would find the same."""

from __future__ import annotations

from datetime import date

import pytest

from bot.core.papers import Links, Paper, Signals
from bot.core.query import PaperIndex, fold_paper, matches, parse

PAPERS = [
    fold_paper(paper)
    for paper in (
        Paper(
            1,
            ("arxiv:1",),
            "World Models for Robots",
            "huggingface",
            date(2026, 8, 21),
            authors=("Ada Lovelace", "Max Planck"),
            abstract="We fine-tune models of the world.",
            categories=("cs.lg", "math.st"),
            organization="Open Labs",
            links=Links(code="https://example.org"),
            signals=Signals(7),
        ),
        Paper(
            2,
            ("arxiv:2",),
            "Speech",
            "arxiv",
            date(2026, 8, 21),
            abstract="Models world-wide; a robotic voice.",
            keywords=("fine", "tune"),
            organization="Labs Open",
            signals=Signals(40),
        ),
        Paper(
            3, ("arxiv:3",), "Max Speech", "arxiv", date(2026, 8, 21), also=("huggingface", "lab")
        ),
    )
]
INDEX = PaperIndex(PAPERS)
FOUND = [
    ("*", [0, 1, 2]),
    ("-*", []),
    ("speech", [1, 2]),
    ("-speech", [0]),
    ("models", [0, 1]),
    ('"world models"', [0]),
    ('"models world"', [1]),
    ('"world zebras"', []),
    ("zebras", []),
    ("robot*", [0, 1]),
    ("zebra*", []),
    ("fine-tu*", [0]),
    ("fine-tune", [0]),
    ("fine tune", [0, 1]),
    ('"fine tune"', [0]),
    ('"lovelace max"', []),
    ("author:max", [0]),
    ('author:"ada lovelace"', [0]),
    ('author:"lovelace ada"', []),
    ('org:"open labs"', [0]),
    ("org:labs", [0, 1]),
    ("source:arxiv", [1, 2]),
    ("-source:arxiv", [0]),
    ("source:huggingface", [0, 2]),
    ("-source:huggingface", [1]),
    ("source:lab", [2]),
    ('source:"huggingface lab"', []),
    ("category:cs", [0]),
    ("category:MATH.ST", [0]),
    ("category:st", []),
    ("code:yes", [0]),
    ("code:no", [1, 2]),
    ("upvotes:>=0", [0, 1, 2]),
    ("upvotes:>=7", [0, 1]),
    ("upvotes:>7", [1]),
    ("upvotes:<=7", [0, 2]),
    ("upvotes:<7", [2]),
    ("upvotes:=7", [0]),
    ("upvotes:=8", []),
    ("upvotes:>40", []),
    ("world models -speech", [0]),
    ("(zebras | speech) upvotes:<50", [1, 2]),
    ("zebras | unicorns", []),
    ("code:yes | speech", [0, 1, 2]),
]


@pytest.mark.parametrize(("text", "places"), FOUND)
def test_a_query_finds_its_papers(text: str, places: list[int]) -> None:
    """Words anywhere, phrases side by side and within one name, filters, and what is refused."""
    query = parse(text)
    hits = INDEX.hits(query)
    assert list(hits) == places
    assert hits == {place: matches(query, PAPERS[place]) for place in places}


def test_an_index_of_nothing_finds_nothing() -> None:
    """Whatever is asked for, also by what is absent."""
    assert PaperIndex([]).hits(parse("-speech | * | upvotes:<3 | a*")) == {}

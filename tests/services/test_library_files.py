"""A library as a file: what reads it must read every paper back."""

from __future__ import annotations

import csv
import json
from datetime import UTC, date, datetime
from io import StringIO

import pytest
from bibtexparser.entrypoint import parse_string
from hypothesis import given
from hypothesis import strategies as st

from bot.core.papers import Links, Paper
from bot.services.library_files import as_format, library_file
from bot.services.ports import SavedPaper

MOMENT = datetime(2026, 1, 1, tzinfo=UTC)
texts = st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=60)


def saved(title: str, authors: tuple[str, ...] = ("Ann Other", "Zoe Zhang")) -> SavedPaper:
    """A saved paper."""
    paper = Paper(
        1,
        ("arxiv:2305.14314", "doi:10.1000/x"),
        title,
        "huggingface",
        date(2023, 5, 24),
        authors=authors,
        published=date(2023, 5, 23),
        links=Links(page="https://arxiv.org/abs/2305.14314"),
    )
    return SavedPaper(paper, "", MOMENT)


def test_bibtex_names_every_author() -> None:
    """BibTeX tells authors apart by “and” outside of braces."""
    text = library_file([saved("QLoRA: Efficient Finetuning & more")], "bibtex").content.decode()
    (entry,) = parse_string(text).entries
    assert entry.key == "other2023qlora"
    assert entry["author"] == "Ann Other and Zoe Zhang"
    assert entry["title"] == r"{QLoRA: Efficient Finetuning \& more}"
    assert entry["eprint"] == "2305.14314"
    assert entry["doi"] == "10.1000/x"


@given(st.lists(texts, min_size=1, max_size=5))
def test_bibtex_of_any_titles_is_read_back_whole(titles: list[str]) -> None:
    """No title ends its entry or another's, and every entry has its own key."""
    file = library_file([saved(title, (title,)) for title in titles], "bibtex")
    read = parse_string(file.content.decode())
    assert read.failed_blocks == []
    assert len({entry.key for entry in read.entries}) == len(titles)


@given(st.lists(texts, max_size=5))
def test_csv_is_read_back_and_runs_nothing(titles: list[str]) -> None:
    """A cell that a spreadsheet would take for a formula is text."""
    file = library_file([saved(title) for title in titles], "csv")
    rows = list(csv.DictReader(StringIO(file.content.decode("utf-8-sig"), newline="")))
    assert [row["title"].removeprefix("'") for row in rows] == [t.removeprefix("'") for t in titles]
    assert not [
        cell for row in rows for cell in row.values() if cell.startswith(("=", "+", "-", "@"))
    ]


@given(st.lists(texts, max_size=5))
def test_json_is_read_back(titles: list[str]) -> None:
    """Titles come back as they were."""
    file = library_file([saved(title) for title in titles], "json")
    assert [row["title"] for row in json.loads(file.content)] == titles


@pytest.mark.parametrize(("name", "format_"), [("csv", "csv"), ("json", "json"), ("x", "bibtex")])
def test_an_unknown_format_is_bibtex(name: str, format_: str) -> None:
    """What Discord does not offer cannot come, and does no harm."""
    assert as_format(name) == format_

"""The gathered facts of title search keep their form: one fact a line, sorted, none twice."""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path

import pytest

from bot import titles
from bot.titles.folding import MAX_LENGTH, fold

NAMES = "known_names.tsv"
SHORTHANDS = "shorthands.tsv"
FOLDER = Path(titles.__file__).parent
FOLDED_WORDS = re.compile(r"[a-z0-9]+(?: [a-z0-9]+)*")


def _text(file: str) -> str:
    return (FOLDER / file).read_text(encoding="utf-8")


def _rows(file: str) -> list[list[str]]:
    return [line.split("\t") for line in _text(file).splitlines() if not line.startswith("#")]


@pytest.mark.parametrize("file", [NAMES, SHORTHANDS])
def test_a_file_opens_with_its_rule_and_has_comments_nowhere_else(file: str) -> None:
    """Who opens the file reads first whose facts these are and how they are sorted."""
    lines = _text(file).splitlines()
    comments = [line for line in lines if line.startswith("#")]
    assert comments
    assert lines[: len(comments)] == comments
    assert "facts gathered by us" in comments[0].casefold()
    assert "edit freely" in comments[0]
    assert "sorted by" in comments[0]


@pytest.mark.parametrize("file", [NAMES, SHORTHANDS])
def test_a_file_is_clean_text(file: str) -> None:
    """No control characters but tabs and line ends, no blank lines, the last line ended."""
    text = _text(file)
    strange = {
        letter
        for letter in text
        if unicodedata.category(letter) in {"Cc", "Cf", "Co", "Cs", "Zl", "Zp"}
    }
    assert strange <= {"\t", "\n"}
    assert unicodedata.is_normalized("NFC", text)
    assert text.endswith("\n")
    assert "\n\n" not in text


@pytest.mark.parametrize("file", [NAMES, SHORTHANDS])
def test_tabs_part_fields_that_have_no_space_around(file: str) -> None:
    """A field is never empty, and a space in it stands alone between words."""
    loose = [row for row in _rows(file) for field in row if field != " ".join(field.split())]
    empty = [row for row in _rows(file) if not all(row)]
    assert loose == []
    assert empty == []


def test_a_known_name_is_one_name_and_one_title() -> None:
    """Each line has two fields that fold to different texts, neither cut nor empty."""
    rows = _rows(NAMES)
    assert rows
    assert [row for row in rows if len(row) != 2] == []
    assert [row for row in rows if fold(row[0]) == fold(row[1])] == []
    assert [row for row in rows if not fold(row[0]) or not fold(row[1])] == []
    assert max(len(field) for row in rows for field in row) < MAX_LENGTH


def test_a_known_name_means_one_paper() -> None:
    """No two lines have names that fold alike: a name leads to one title."""
    folded = [fold(name) for name, _ in _rows(NAMES)]
    assert sorted({name for name in folded if folded.count(name) > 1}) == []


def test_a_known_title_is_spelled_in_one_way() -> None:
    """A title with several names is written the same on each of their lines."""
    spellings: dict[str, set[str]] = {}
    for _, title in _rows(NAMES):
        spellings.setdefault(fold(title), set()).add(title)
    assert [ways for ways in spellings.values() if len(ways) > 1] == []


def test_known_names_are_sorted_by_title_then_name() -> None:
    """The order is that of folded texts, so that a new line has one place."""
    keys = [(fold(title), fold(name)) for name, title in _rows(NAMES)]
    assert keys == sorted(keys)


def test_shorthands_are_folded_words() -> None:
    """A short form is one word, a long form words, all as `fold` leaves them."""
    rows = _rows(SHORTHANDS)
    assert rows
    assert [row for row in rows if len(row) < 2] == []
    assert [row for row in rows if " " in row[0]] == []
    fields = [field for row in rows for field in row]
    assert [field for field in fields if not FOLDED_WORDS.fullmatch(field)] == []
    assert [field for field in fields if fold(field) != field] == []


def test_shorthands_are_sorted_and_each_stands_once() -> None:
    """One line a short form, in order; no long form twice on a line or equal to its short form."""
    rows = _rows(SHORTHANDS)
    shorts = [short for short, *_ in rows]
    assert shorts == sorted(set(shorts))
    assert [row for row in rows if len(set(row)) != len(row)] == []


def test_a_long_form_has_one_short_form() -> None:
    """Shorthands work in both directions, so a long form stands on one line alone."""
    longs = [long for _, *forms in _rows(SHORTHANDS) for long in forms]
    assert sorted({long for long in longs if longs.count(long) > 1}) == []

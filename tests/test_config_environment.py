"""Lists in the environment: as they stand in the file, as JSON, or words with commas."""

from __future__ import annotations

import contextlib
import json
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.config import ConfigError, Settings, load
from bot.config.section import tables_of, words_of

ROOT = Path(__file__).parents[1]
TEXTS = st.text(st.characters(exclude_categories=["C"]), max_size=12)


@pytest.fixture(autouse=True)
def own_place(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A folder without a configuration."""
    monkeypatch.chdir(tmp_path)


@pytest.mark.parametrize(
    "told",
    ["cs.CL,math-ph", " cs.CL, math-ph ", "cs.CL math-ph", '["cs.CL", "math-ph"]',
     "['cs.CL', 'math-ph',]", ' [\n"cs.CL",\n"math-ph"]\n'],
)  # fmt: skip
def test_a_list_of_words_can_be_written_in_three_ways(
    told: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The same list."""
    monkeypatch.setenv("PAPERBOY_SOURCES__ARXIV_CATEGORIES", told)
    assert load().sources.arxiv_categories == ["cs.CL", "math-ph"]


@pytest.mark.parametrize("told", ["", " ", "[]"])
def test_an_empty_list_is_one(told: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """So that a variable can undo what the file says."""
    for key in ("LOOKUP", "ARXIV_CATEGORIES", "FEEDS", "PUBLICATIONS"):
        monkeypatch.setenv(f"PAPERBOY_SOURCES__{key}", told)
    monkeypatch.setenv("PAPERBOY_TRANSLATION__LANGUAGES", told)
    settings = load()
    sources = settings.sources
    assert [sources.lookup, sources.feeds, sources.publications] == [[], [], []]
    assert settings.translation.languages == []


@given(st.lists(st.fixed_dictionaries({"name": TEXTS, "url": TEXTS}), max_size=4))
def test_tables_come_through_as_json_and_as_toml(tables: list[dict[str, str]]) -> None:
    """Whatever they hold."""
    assert tables_of(json.dumps(tables)) == tables
    inline = ", ".join(
        f"{{ name = {json.dumps(one['name'], ensure_ascii=False)}, "
        f"url = {json.dumps(one['url'], ensure_ascii=False)} }}"
        for one in tables
    )
    assert tables_of(f"[{inline}]") == tables
    assert words_of(json.dumps([one["name"] for one in tables])) == [one["name"] for one in tables]


@given(st.text() | st.text(alphabet='[]{}",:= a1\n\\'))
def test_any_text_is_a_list_or_a_fault(text: str) -> None:
    """Nothing else is raised, and nothing else comes."""
    for read in (tables_of, words_of):
        with contextlib.suppress(ValueError):
            assert isinstance(read(text), list)


@pytest.mark.parametrize(
    "told", ['{"name": "A"}', "[{", '[] # more\nother = "x"', "7", '"text"', "[" * 100_000]
)
def test_what_is_no_list_says_how_one_is_written(
    told: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One fault, with the variable's name."""
    with pytest.raises(ValueError, match="as it stands in the file or as JSON"):
        tables_of(told)
    monkeypatch.setenv("PAPERBOY_SOURCES__FEEDS", told)
    with pytest.raises(ConfigError) as caught:
        load()
    (fault,) = caught.value.faults
    assert fault.startswith("sources.feeds: should be a list in brackets")
    assert "PAPERBOY_SOURCES__FEEDS" in fault


@pytest.mark.parametrize("document", ["config.example.toml", "README.md", "docs/operating.md"])
def test_every_example_of_a_variable_works(document: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """As a shell reads it: in single quotes or without any."""
    text = (ROOT / document).read_text("utf-8")
    examples = re.findall(r"(PAPERBOY_\w+__\w+)=('[^']+'|[^\s`…']+)", text)
    assert examples
    for name, told in examples:
        monkeypatch.setenv(name, told.strip("'"))
    assert load() != Settings()

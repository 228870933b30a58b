"""Faults of a configuration are told in our own words, at a place that people can find."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from bot.config import ConfigError, Settings, load
from bot.config.faults import sentence

TOKEN = "MTk4NjIyNDgzNDcxOTI1MjQ4.not-a-real.token-of-anybody"
PYDANTICS = ("Input", "input", "valid", "Value error", "None", "parse", "unable", "{", "(s)")
KEYS = [
    (section, key)
    for section in Settings.model_fields
    if section != "token"
    for key in type(getattr(Settings(), section)).model_fields
]
VALUES: st.SearchStrategy[Any] = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.dates()
    | st.just("odd")
    | st.just(""),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["name", "url", "file", "odd"]), inner, max_size=3)
    ),
    max_leaves=6,
)


@pytest.fixture(autouse=True)
def own_place(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """An empty folder, and an environment without a token."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("DISCORD_TOKEN", raising=False)


def faults_of(text: str) -> list[str]:
    """Load a configuration that cannot be used; return its faults."""
    Path("paperboy.toml").write_text(text, "utf-8")
    with pytest.raises(ConfigError) as caught:
        load(Path("paperboy.toml"))
    return caught.value.faults


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('[health]\nport = "eight"', "health.port: should be a whole number (it is 'eight')"),
        ("[health]\nport = 1.5", "health.port: should be a whole number (it is 1.5)"),
        ("[health]\nport = 70000", "health.port: should be at most 65535 (it is 70000)"),
        ("[health]\nhost = 7", "health.host: should be text in quotes (it is 7)"),
        (
            '[sources]\npoll_minutes = "often"',
            "sources.poll_minutes: should be a number (it is 'often')",
        ),
        ("[sources]\npoll_minutes = 0", "sources.poll_minutes: should be at least 1 (it is 0)"),
        (
            "[discord]\nmessages_per_second = 0",
            "discord.messages_per_second: should be more than 0 (it is 0)",
        ),
        (
            '[sources]\nbackfill = "maybe"',
            "sources.backfill: should be true or false (it is 'maybe')",
        ),
        ("[sources]\nlookup = true", "sources.lookup: should be a list in brackets (it is true)"),
        ("[database]\npath = 3", "database.path: should be a path in quotes (it is 3)"),
        ("log = 3", "log: should be a table: its keys with their values (it is 3)"),
        (
            '[log]\nlevel = "inf"',
            (
                "log.level: should be one of 'debug', 'info', 'warning' or 'error' (it is 'inf'); "
                "did you mean info?"
            ),
        ),
        (
            "[sources]\npol_minutes = 5",
            "sources.pol_minutes: there is no such key; did you mean poll_minutes?",
        ),
        (
            "poll_minutes = 5",
            "poll_minutes: there is no such key; did you mean sources.poll_minutes?",
        ),
        ("zzz = 5", "zzz: there is no such key; config.example.toml names them all"),
        ('[sources]\nfeeds = [{ name = "x" }]', "sources.feeds, the 1st entry: url is missing"),
        (
            "[sources]\nfeeds = [7]",
            "sources.feeds, the 1st entry: should be a table: its keys with their values (it is 7)",
        ),
        (
            '[sources]\nfeeds = [{ name = "x", url = "http://a", ulr = "" }]',
            "sources.feeds, the 1st entry: ulr is no key; there are name, url; did you mean url?",
        ),
        ('[summaries]\nmodel = ""', "summaries.model: should not be empty (it is '')"),
        (
            '[translation]\nprovider = "openai"',
            "translation.model: the provider openai needs to know which model to ask",
        ),
    ],
)
def test_a_fault_is_told_in_our_own_words(text: str, told: str) -> None:
    """What should be there, what is there, and what may have been meant."""
    assert faults_of(text) == [told]


def test_entries_are_counted_as_people_count() -> None:
    """From the first on."""
    wrong = {
        1: "1st",
        2: "2nd",
        3: "3rd",
        4: "4th",
        11: "11th",
        12: "12th",
        21: "21st",
        112: "112th",
    }
    places = ['"odd"' if one in wrong else '"arxiv"' for one in range(1, 113)]
    faults = faults_of(f"[sources]\nlookup = [{', '.join(places)}]\n")
    told = [fault.partition(": ")[0] for fault in faults]
    assert told == [f"sources.lookup, the {ordinal} entry" for ordinal in wrong.values()]


@given(st.sampled_from(KEYS), VALUES)
def test_whatever_stands_behind_a_key_the_words_are_ours(key: tuple[str, str], value: Any) -> None:
    """One line, nothing of what the library calls things, no table printed."""
    try:
        Settings.model_validate({key[0]: {key[1]: value}})
    except ValidationError as error:
        for fault in error.errors():
            told = sentence(fault)
            assert told.startswith(f"{key[0]}.")
            assert "\n" not in told
            assert not [word for word in PYDANTICS if word in told.replace("cannot be read", "")]


@pytest.mark.parametrize(
    ("content", "where", "why"),
    [
        (b"[log]\nlevel = up\n", ", line 2, column 9", ": invalid value; text stands in quotes"),
        (b"[log]\n[log]\n", ", line 2, column 5", ": a key or a section stands there twice"),
        (b"a = [1", ", at its end", ": unclosed array"),
        (b"a = 1\xff", "", ", for it is no text in UTF-8"),
    ],
)
def test_where_a_file_stops_being_toml_is_told(content: bytes, where: str, why: str) -> None:
    """By line and column, with the remedy for the commonest mistake."""
    Path("broken.toml").write_bytes(content)
    with pytest.raises(ConfigError) as caught:
        load(Path("broken.toml"))
    assert caught.value.faults == [f"broken.toml{where}: is no TOML{why}"]


def test_a_file_that_is_not_there_is_told_in_three_words() -> None:
    """With its name first."""
    with pytest.raises(ConfigError) as caught:
        load(Path("nowhere.toml"))
    assert caught.value.faults == ["nowhere.toml: no such file"]
    assert str(caught.value) == "1 fault in the configuration nowhere.toml"


def test_the_variable_that_a_value_comes_from_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody looks for it in the file."""
    monkeypatch.setenv("PAPERBOY_LOG__FORMAT", "xml")
    assert faults_of("") == [
        "log.format: should be one of 'auto', 'json' or 'console' (PAPERBOY_LOG__FORMAT is 'xml')"
    ]


@pytest.mark.parametrize("wrong", ["your-token", "a.b", "a..b", "a.b.c.d", "Bot a.b.c", '"a.b.c"'])
def test_a_token_that_is_plainly_none_is_a_fault(
    wrong: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Told at once, with where to get one, among the other faults, and without what it is."""
    Path("token").write_text(wrong, "utf-8")
    (told,) = faults_of('[discord]\ntoken_file = "token"\n')
    assert told.startswith("discord.token_file: holds no bot's token, which has three parts")
    monkeypatch.setenv("DISCORD_TOKEN", wrong)
    one, other = faults_of("[health]\nport = -1\n")
    assert one.startswith("DISCORD_TOKEN: is no bot's token, which has three parts with dots")
    assert "Reset Token" in one
    assert other.startswith("health.port: ")
    assert wrong not in one + told


@pytest.mark.parametrize(
    "key", ["discord.token_file", "summaries.key_file", "sources.semantic_scholar_key_file"]
)
def test_a_secret_where_a_files_path_should_be_is_not_repeated(key: str) -> None:
    """A path is."""
    section, _, name = key.partition(".")
    (told,) = faults_of(f'[{section}]\n{name} = "{TOKEN}"\n')
    assert told.startswith(f"{key}: cannot be read: ")
    assert TOKEN[:9] not in told
    (told,) = faults_of(f'[{section}]\n{name} = "/run/secrets/there-is-nothing-here"\n')
    assert "(it is '/run/secrets/there-is-nothing-here')" in told


def test_a_day_is_no_value_that_is_repeated() -> None:
    """TOML knows days; no key is one."""
    assert faults_of("[health]\nport = 2026-08-21\n") == ["health.port: should be a whole number"]

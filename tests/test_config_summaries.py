"""[summaries]: nobody by default; an endpoint needs a model, a key only where it asks for one."""

from __future__ import annotations

from pathlib import Path

import pytest
from pydantic import ValidationError

from bot.config import ConfigError, Summaries, Translation, load

KEY = "SUMMARIES_API_KEY"


@pytest.fixture(autouse=True)
def no_key(monkeypatch: pytest.MonkeyPatch) -> None:
    """An environment without a key."""
    monkeypatch.delenv(KEY, raising=False)


def test_nobody_summarises_unless_a_model_is_named() -> None:
    """And the budgets are there before they are needed."""
    told = Summaries()
    assert (told.model, told.key) == (None, None)
    assert told.monthly_characters > 0
    assert told.papers_a_day > 0


def test_every_fault_is_told_at_once_with_its_key(tmp_path: Path) -> None:
    """Nobody mends one to meet the next."""
    with pytest.raises(ValidationError) as caught:
        Summaries.model_validate(
            {
                "url": "localhost:11434",
                "model": "",
                "key_file": tmp_path / "none",
                "monthly_characters": -1,
                "papers_a_day": -1,
            }
        )
    assert [fault["loc"][0] for fault in caught.value.errors()] == list(Summaries.model_fields)
    with pytest.raises(ValidationError, match="which model to ask"):
        Summaries(url="http://127.0.0.1:11434/v1")


def test_a_model_of_spaces_is_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It says where that stands and what to do; spaces around a name are none of it."""
    monkeypatch.chdir(tmp_path)
    Path("config.toml").write_text('[summaries]\nmodel = "   "\n')
    with pytest.raises(ConfigError) as told:
        load()
    (fault,) = told.value.faults
    assert fault.startswith("summaries.model: ")
    assert "is blank: name a model, or take the line out" in fault
    assert Summaries(model=" m ").model == "m"
    with pytest.raises(ValidationError, match="is blank"):
        Translation(provider="openai", model="   ")


def test_the_key_comes_from_the_environment_or_a_file(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """It is told to nobody who prints the settings."""
    file = tmp_path / "key"
    file.write_text("abc\n")
    told = Summaries(model="m", url="http://127.0.0.1:11434/v1/", key_file=file)
    assert told.url == "http://127.0.0.1:11434/v1"
    assert told.key is not None
    assert told.key.get_secret_value() == "abc"
    assert "abc" not in repr(told)
    monkeypatch.setenv(KEY, "def")
    assert told.key is not None
    assert told.key.get_secret_value() == "def"


def test_the_environment_can_name_the_model(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Like every other key."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PAPERBOY_SUMMARIES__MODEL", "m")
    assert load().summaries.model == "m"

"""[translation]: nobody by default; what a provider needs is asked for before it is needed."""

from __future__ import annotations

from pathlib import Path

import pytest
from pydantic import ValidationError

from bot.config import Translation

KEY = "TRANSLATION_API_KEY"


@pytest.fixture(autouse=True)
def no_key(monkeypatch: pytest.MonkeyPatch) -> None:
    """An environment without a key."""
    monkeypatch.delenv(KEY, raising=False)


def faults_of(**told: object) -> list[tuple[str, str]]:
    """The keys of what cannot be used, and why."""
    with pytest.raises(ValidationError) as caught:
        Translation.model_validate(told)
    return [(str(fault["loc"][0]), fault["msg"]) for fault in caught.value.errors()]


def test_nobody_translates_unless_somebody_is_named() -> None:
    """And a budget is there before it is needed, below DeepL's free allowance."""
    told = Translation()
    assert (told.provider, told.key) == (None, None)
    assert 0 < told.monthly_characters < 500_000
    assert "en" not in told.languages


def test_deepl_needs_a_key(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """From the environment or from a file that holds one."""
    ((key, why),) = faults_of(provider="deepl")
    assert key == "key_file"
    assert KEY in why
    file = tmp_path / "key"
    file.write_text("")
    assert "holds no key" in faults_of(provider="deepl", key_file=file)[0][1]
    file.write_text("abc:fx\n")
    told = Translation.model_validate({"provider": "deepl", "key_file": file}).key
    assert told is not None
    assert told.get_secret_value() == "abc:fx"
    assert "abc" not in repr(told)
    monkeypatch.setenv(KEY, "def")
    told = Translation.model_validate({"provider": "deepl"}).key
    assert told is not None
    assert told.get_secret_value() == "def"


def test_an_endpoint_like_openai_s_needs_a_model() -> None:
    """A key only where it asks for one."""
    assert [key for key, _ in faults_of(provider="openai")] == ["model"]
    told = Translation.model_validate(
        {"provider": "openai", "model": "m", "url": "http://127.0.0.1:8080/v1/"}
    )
    assert (told.model, told.url, told.key) == ("m", "http://127.0.0.1:8080/v1", None)


def test_every_fault_is_told_at_once_with_its_key() -> None:
    """Nobody mends one to meet the next."""
    found = faults_of(
        provider="babelfish", url="localhost:5000", monthly_characters=-1, languages=["en"]
    )
    assert [key for key, _ in found] == ["provider", "url", "monthly_characters", "languages"]


def test_languages_come_from_the_environment_too() -> None:
    """With commas between them."""
    told = Translation.model_validate({"languages": "de, zh-hant,it"})
    assert told.languages == ["de", "zh-hant", "it"]

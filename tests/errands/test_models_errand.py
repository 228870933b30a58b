"""`paperboy check` asks endpoints for the models that the configuration names."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

sys.path.insert(0, str(Path(__file__).parents[1] / "sources"))

from model_site import (  # pyright: ignore[reportMissingImports] - of tests/sources
    MODEL,
    ModelSite,
    model_site,
)

from bot.config import Settings, Summaries, Translation
from bot.errands.check import look
from bot.errands.models import Seen, models

if TYPE_CHECKING:
    from collections.abc import AsyncIterator


@pytest.fixture
async def site(monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[ModelSite]:
    """The endpoint; there is a key for it."""
    monkeypatch.setenv("SUMMARIES_API_KEY", "a-key")
    async with model_site() as site:
        yield site


def settings(address: str, **changed: object) -> Settings:
    """Settings that name a model there."""
    return Settings(summaries=Summaries(url=address, model=MODEL), **changed)  # type: ignore[arg-type] - by name


async def seen(told: Settings) -> list[Seen]:
    """What is seen of the models."""
    return [one async for one in models(told)]


async def test_a_model_that_is_there_is_found(site: ModelSite) -> None:
    """It is asked with the key, and for nothing that costs."""
    (one,) = await seen(settings(site.address))
    assert (one.section, one.well) == ("summaries", True)
    assert MODEL in one.told
    assert site.headers[0]["Authorization"] == "Bearer a-key"
    assert site.asked == []


async def test_a_model_without_a_tag_is_the_latest(site: ModelSite) -> None:
    """As Ollama lists it; one with another tag is another."""
    for tag, well in (("latest", True), ("70b", False)):
        site.body = json.dumps({"data": [{"id": f"{MODEL}:{tag}"}]}).encode()
        (one,) = await seen(settings(site.address))
        assert one.well is well


async def test_a_translator_like_openai_s_is_looked_at_too(site: ModelSite) -> None:
    """Each with its own model; other translators tell none."""
    other = Translation(provider="openai", url=site.address, model="another")
    assert [
        (one.section, one.well) for one in await seen(settings(site.address, translation=other))
    ] == [
        ("summaries", True),
        ("translation", False),
    ]
    assert await seen(Settings(translation=Translation(provider="libretranslate"))) == []


@pytest.mark.parametrize(
    ("status", "body", "told"),
    [
        (401, b"{}", "does not accept the key"),
        (404, b"{}", "answers 404"),
        (200, b"<html>", "does not speak as OpenAI's does"),
        (200, b"[]", "names 0 models, not a-model"),
        (200, b'{"data": [{"id": "b"}, 7]}', "names 1 model, not a-model"),
    ],
)
async def test_what_is_wrong_is_told_without_the_key(
    site: ModelSite, status: int, body: bytes, told: str
) -> None:
    """A bot that runs without summaries is no fault."""
    site.status, site.body = status, body
    (one,) = await seen(settings(site.address))
    assert not one.well
    assert told in one.told
    assert "a-key" not in one.told


async def test_nobody_at_home_is_told_among_what_check_finds(tmp_path: Path) -> None:
    """As a warning."""
    told = settings("http://127.0.0.1:1/v1").model_dump()
    told["database"]["path"] = tmp_path / "none.db"
    findings = [one async for one in look(Settings.model_validate(told))]
    (one,) = [one for one in findings if one.what == "summaries"]
    assert one.mark == "warning"
    assert "cannot be asked" in one.told

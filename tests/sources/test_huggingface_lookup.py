"""Hugging Face, asked for a paper by its title or its id."""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from bot.core.papers import NEVER
from bot.sources.errors import SourceAnswerInvalid
from bot.sources.huggingface_lookup import HuggingFaceLookup

if TYPE_CHECKING:
    from bot.sources.http import PoliteClient
    from tests.sources.conftest import Upstream

PAPER: dict[str, Any] = {
    "id": "2305.14314",
    "title": "QLoRA: Efficient Finetuning of Quantized LLMs",
    "summary": "We present QLoRA.",
    "authors": [{"name": "Tim Dettmers"}],
    "publishedAt": "2023-05-23T17:50:33.000Z",
    "submittedOnDailyAt": "2023-05-24T00:00:00.000Z",
    "upvotes": 59,
}


async def test_a_title_is_searched(upstream: Upstream, client: PoliteClient) -> None:
    """The items of the answer are papers that nobody brought out today, whatever it says."""
    found = [{"paper": PAPER, "title": PAPER["title"]}, {"paper": {"id": "x"}}, "damaged"]
    upstream.says("/api/papers/search", upstream.answer(json.dumps(found).encode()))
    service = HuggingFaceLookup(client, upstream.address + "/")
    (paper,) = await service.by_title("qlora & friends " + "x" * 300)
    asked = upstream.requests[0].split(" ")[1]
    assert asked.startswith("/api/papers/search?q=qlora+%26+friends+xxx")
    assert len(asked) < 300
    assert paper.title == PAPER["title"]
    assert (paper.source, paper.released) == ("huggingface", NEVER)
    assert paper.published == date(2023, 5, 23)
    assert paper.signals.upvotes == 59


async def test_an_id_is_asked_for(upstream: Upstream, client: PoliteClient) -> None:
    """A single paper stands by itself; one that is not there is none."""
    upstream.says("/api/papers/2305.14314", upstream.answer(json.dumps(PAPER).encode()))
    service = HuggingFaceLookup(client, upstream.address)
    paper = await service.by_id("arxiv:2305.14314")
    assert paper is not None
    assert (paper.ids, paper.released) == (("arxiv:2305.14314",), NEVER)
    assert await service.by_id("arxiv:2305.99999") is None
    assert service.takes("arxiv:math/0211159")
    assert not service.takes("doi:10.1000/x")


async def test_something_else_than_a_paper_is_invalid(
    upstream: Upstream, client: PoliteClient
) -> None:
    """It is no “unknown”."""
    upstream.says("/api/papers/2305.14314", upstream.answer(b'{"error": "sorry"}'))
    with pytest.raises(SourceAnswerInvalid) as caught:
        await HuggingFaceLookup(client, upstream.address).by_id("arxiv:2305.14314")
    assert caught.value.reason == "wrong_shape"

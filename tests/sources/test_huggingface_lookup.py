"""Hugging Face, asked for a paper by its title or its id."""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING

import pytest
from sample_answers import HUGGINGFACE as PAPER

from bot.core.papers import NEVER
from bot.services.ports import Linked
from bot.sources.errors import SourceAnswerInvalid
from bot.sources.huggingface_lookup import HuggingFaceLookup

if TYPE_CHECKING:
    from bot.sources.http import PoliteClient
    from tests.sources.conftest import Upstream


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


async def test_a_paper_that_does_not_say_when_it_came_out(
    upstream: Upstream, client: PoliteClient
) -> None:
    """Came out on the day that it was brought out, not at the beginning of time."""
    bare = {"id": "2301.00003", "title": "Delta tuning"}
    found = [{"paper": bare, "publishedAt": "2023-01-02T00:00:00.000Z"}]
    upstream.says("/api/papers/search", upstream.answer(json.dumps(found).encode()))
    (paper,) = await HuggingFaceLookup(client, upstream.address).by_title("delta tuning")
    assert (paper.published, paper.released) == (date(2023, 1, 2), NEVER)


async def test_something_else_than_a_paper_is_invalid(
    upstream: Upstream, client: PoliteClient
) -> None:
    """It is no “unknown”."""
    upstream.says("/api/papers/2305.14314", upstream.answer(b'{"error": "sorry"}'))
    with pytest.raises(SourceAnswerInvalid) as caught:
        await HuggingFaceLookup(client, upstream.address).by_id("arxiv:2305.14314")
    assert caught.value.reason == "wrong_shape"


@pytest.mark.parametrize(
    ("told", "linked"),
    [
        (
            {
                "numTotalModels": 412,
                "numTotalDatasets": 3,
                "numTotalSpaces": 0,
                "linkedModels": [{"id": "a/b"}],
            },
            Linked(412, 3, 0),
        ),
        ({"linkedModels": [{"id": "a/b"}, "x"], "linkedSpaces": "x"}, Linked(1, 0, 0)),
        ({"numTotalModels": -1, "numTotalSpaces": True, "numTotalDatasets": "9"}, Linked()),
        ({}, Linked()),
    ],
)
async def test_what_is_linked_to_a_paper_is_counted(
    upstream: Upstream, client: PoliteClient, told: dict[str, object], linked: Linked
) -> None:
    """By the page's own counts, else by what it lists."""
    upstream.says("/api/papers/2305.14314", upstream.answer(json.dumps(told).encode()))
    lookup = HuggingFaceLookup(client, upstream.address)
    assert await lookup.linked("arxiv:2305.14314") == linked


async def test_nothing_is_linked_to_what_is_not_known_there(
    upstream: Upstream, client: PoliteClient
) -> None:
    """That is no fault; what is no paper is one."""
    lookup = HuggingFaceLookup(client, upstream.address)
    assert await lookup.linked("arxiv:2305.14314") is None
    upstream.says("/api/papers/2305.14314", upstream.answer(b"[]"))
    with pytest.raises(SourceAnswerInvalid):
        await lookup.linked("arxiv:2305.14314")

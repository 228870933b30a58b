"""OpenReview: a note of either API by its id."""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING

import pytest
from sample_answers import OPENREVIEW as NEWER

from bot.core.papers import NEVER
from bot.sources.errors import SourceRefused
from bot.sources.openreview import OpenReview

if TYPE_CHECKING:
    from bot.sources.http import PoliteClient
    from tests.sources.conftest import Upstream

ID: str = NEWER["id"]
EXTERNAL = f"openreview:{ID}"
BARE = {key: field["value"] for key, field in NEWER["content"].items()}
OLDER = {"id": ID, "forum": ID, "cdate": 1_538_000_000_000, "content": BARE}


def notes(*found: object) -> bytes:
    """An answer of either API."""
    return json.dumps({"notes": found, "count": len(found)}).encode()


def service(upstream: Upstream, client: PoliteClient) -> OpenReview:
    """Both APIs on loopback."""
    return OpenReview(client, upstream.address + "/v2", upstream.address + "/v1")


@pytest.mark.parametrize(
    ("api", "note", "day"),
    [("/v2", NEWER, date(2024, 9, 5)), ("/v1", OLDER, date(2018, 9, 26))],
)
async def test_both_apis_are_understood(
    upstream: Upstream, client: PoliteClient, api: str, note: object, day: date
) -> None:
    """What the newer one does not have, the older one may."""
    other = "/v1" if api == "/v2" else "/v2"
    upstream.says(f"{other}/notes", upstream.answer(notes()))
    upstream.says(f"{api}/notes", upstream.answer(notes(note)))
    paper = await service(upstream, client).by_id(EXTERNAL)
    assert paper is not None
    assert (paper.ids, paper.title) == ((EXTERNAL,), "Safe Navigation of Many")
    assert paper.authors == ("Ada Lovelace",)
    assert paper.keywords == ("robots", "safety")
    assert (paper.published, paper.released) == (day, NEVER)
    assert paper.links.page == f"https://openreview.net/forum?id={ID}"
    assert paper.links.pdf == f"https://openreview.net/pdf?id={ID}"


async def test_a_comment_is_no_paper(upstream: Upstream, client: PoliteClient) -> None:
    """Nor is another note than the one asked for."""
    upstream.says("/v2/notes", upstream.answer(notes(NEWER | {"forum": "another"})))
    upstream.says("/v1/notes", upstream.answer(notes(OLDER | {"id": "another"}, "x")))
    assert await service(upstream, client).by_id(EXTERNAL) is None


async def test_nobody_knows_it(upstream: Upstream, client: PoliteClient) -> None:
    """404 of both."""
    assert await service(upstream, client).by_id(EXTERNAL) is None
    assert len(upstream.requests) == 2


async def test_a_withdrawn_submission_says_so(upstream: Upstream, client: PoliteClient) -> None:
    """Its venue does."""
    content = NEWER["content"] | {"venue": {"value": "ICLR 2024 Withdrawn Submission"}}  # type: ignore[operator] - a dict
    upstream.says("/v2/notes", upstream.answer(notes(NEWER | {"content": content})))
    paper = await service(upstream, client).by_id(EXTERNAL)
    assert paper is not None
    assert paper.withdrawn


@pytest.mark.parametrize("when", [None, True, "x", 10**30, -(10**30)])
async def test_an_undated_note_is_none(
    upstream: Upstream, client: PoliteClient, when: object
) -> None:
    """An instant that is none is absent."""
    upstream.says("/v2/notes", upstream.answer(notes(NEWER | {"pdate": when})))
    assert await service(upstream, client).by_id(EXTERNAL) is None


async def test_a_closed_door_is_a_fault(upstream: Upstream, client: PoliteClient) -> None:
    """It wants to see a browser at times."""
    upstream.says("/v2/notes", upstream.answer(b"{}", 403))
    with pytest.raises(SourceRefused):
        await service(upstream, client).by_id(EXTERNAL)


async def test_it_is_asked_for_its_ids_only(client: PoliteClient) -> None:
    """Not for titles."""
    one = OpenReview(client)
    assert one.takes(EXTERNAL)
    assert not one.takes("arxiv:2305.14314")
    assert not one.titles
    assert await one.by_title("anything") == ()

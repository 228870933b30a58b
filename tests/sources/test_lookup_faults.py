"""Every lookup service, answering what it should not: told apart, and nothing else is raised."""

from __future__ import annotations

import contextlib
import json
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from bot.core.papers import NEVER
from bot.sources.errors import SourceAnswerInvalid, SourceError, SourceRefused
from bot.sources.lookups import lookups

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.core.papers import PaperDraft
    from bot.services.ports import TitleLookup
    from bot.sources.http import PoliteClient
    from tests.sources.conftest import Upstream

JSON_NAMES = ("huggingface", "semantic_scholar", "openalex", "crossref", "openreview")
NAMES = (*JSON_NAMES, "arxiv")
ASKED = {
    "huggingface": ("arxiv:2305.14314", "/api/papers/2305.14314", "/api/papers/search"),
    "arxiv": ("arxiv:2305.14314", "/api/query", "/api/query"),
    "semantic_scholar": (
        "arxiv:2305.14314",
        "/graph/v1/paper/ARXIV:2305.14314",
        "/graph/v1/paper/search/match",
    ),
    "openalex": ("doi:10.1000/x", "/works/doi:10.1000/x", "/works"),
    "crossref": ("doi:10.1000/x", "/works/10.1000%2Fx", "/works"),
    "openreview": ("openreview:rJ4km2R5t7", "/notes", "/notes"),
}
"""By name: an id that it takes, where that is asked for, and where a title is."""


def one(name: str, upstream: Upstream, client: PoliteClient) -> TitleLookup:
    """A service on loopback, made as the configuration would."""
    addresses: dict[str, str] = dict.fromkeys((*NAMES, "openreview_v1"), upstream.address)
    (service,) = lookups(client, [name], addresses, contact="ada@example.org")
    assert service.name == name
    return service


async def ask(service: TitleLookup, *, title: bool) -> Sequence[PaperDraft]:
    """Ask for something."""
    if title:
        return await service.by_title("a title")
    told = await service.by_id(ASKED[service.name][0])
    return () if told is None else (told,)


@pytest.mark.parametrize("title", [True, False])
@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize(
    ("body", "status", "trouble"),
    [
        (b"<!doctype html><h1>Maintenance</h1>", 200, "unreadable"),
        (b'{"data": [{"tit', 200, "unreadable"),
        (b"", 200, "unreadable"),
        (b"3", 200, "unreadable"),
        (b"", 500, "broken"),
        (b"", 403, "refused"),
        (b"", 429, "busy"),
        (b"", 503, "busy"),
    ],
)
async def test_an_answer_that_is_none_is_a_fault_of_its_kind(
    upstream: Upstream,
    client: PoliteClient,
    name: str,
    title: bool,
    body: bytes,
    status: int,
    trouble: str,
) -> None:
    """A page instead of data, half of it, nothing, a number, no."""
    service = one(name, upstream, client)
    if title and not service.titles:
        pytest.skip("it is not asked for titles")
    upstream.says(ASKED[name][2 if title else 1], upstream.answer(body, status))
    with pytest.raises(SourceError) as caught:
        await ask(service, title=title)
    assert (caught.value.source, caught.value.trouble) == (name, trouble)
    kind = SourceAnswerInvalid if status == 200 else SourceRefused
    assert isinstance(caught.value, kind)


@pytest.mark.parametrize("name", NAMES)
async def test_404_is_nothing_found(upstream: Upstream, client: PoliteClient, name: str) -> None:
    """By title and by id."""
    service = one(name, upstream, client)
    assert await service.by_title("a title") == ()
    assert await service.by_id(ASKED[name][0]) is None


WORDS = st.sampled_from(
    "data results message items paper id title notes content value forum doi DOI ids externalIds "
    "authors author name authorships locations abstract_inverted_index published date-parts issued "
    "relation has-preprint openAccessPdf url tldr text year publicationDate ArXiv".split()
)
JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.sampled_from(["2305.14314", "10.1000/x", "rJ4km2R5t7", "2020-01-01", "T"])
    | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(WORDS, inner, max_size=5),
    max_leaves=14,
)


@pytest.mark.parametrize("name", JSON_NAMES)
@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=JSON, title=st.booleans())
@example(
    data={"message": {"items": [{"DOI": "10.1/x", "title": ["T"], "author": [{"given": 1}]}]}},
    title=True,
)
@example(
    data={"results": [{"title": "T", "locations": [{"landing_page_url": "https://["}]}]},
    title=True,
)
async def test_any_json_is_read_or_a_fault_of_the_source(
    upstream: Upstream, client: PoliteClient, name: str, data: object, title: bool
) -> None:
    """Nothing else is raised, and what is told is no news."""
    body = upstream.answer(json.dumps(data).encode())
    for path in ASKED[name][1:]:
        upstream.says(path, body)
    with contextlib.suppress(SourceAnswerInvalid):
        told = await ask(one(name, upstream, client), title=title)
        assert all(paper.released == NEVER and paper.ids and paper.title for paper in told)


async def test_the_services_come_in_the_order_they_are_named(client: PoliteClient) -> None:
    """None is asked that is not named."""
    addresses: dict[str, str] = dict.fromkeys((*NAMES, "openreview_v1"), "http://127.0.0.1:1")
    made = lookups(client, ["crossref", "arxiv"], addresses)
    assert [service.name for service in made] == ["crossref", "arxiv"]
    assert lookups(client, [], addresses) == ()

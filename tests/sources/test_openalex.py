"""OpenAlex: works with inverted abstracts and the ids that their locations tell."""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING

import pytest
from sample_answers import OPENALEX as WORK

from bot.core.papers import NEVER
from bot.sources.openalex import OpenAlex

if TYPE_CHECKING:
    from bot.sources.http import PoliteClient
    from tests.sources.conftest import Upstream


async def test_a_title_is_searched(upstream: Upstream, client: PoliteClient) -> None:
    """In words that are no operators; the abstract is put together from its index."""
    upstream.says("/works", upstream.answer(json.dumps({"results": [WORK, 3]}).encode()))
    service = OpenAlex(client, upstream.address + "/", mailto="ada@example.org")
    (paper,) = await service.by_title("Attention NOT all you need")
    assert paper.ids == (
        "arxiv:1706.03762",
        "doi:10.1000/attention",
        "openreview:rJ4km2R5t7",
        "openalex:w2626778328",
    )
    assert paper.abstract == "The dominant sequence models are complex are"
    assert paper.authors == ("Ashish Vaswani", "Noam Shazeer")
    assert (paper.published, paper.released) == (date(2017, 6, 12), NEVER)
    asked = upstream.requests[0].split(" ")[1]
    assert "search=attention+not+all+you+need&per_page=5" in asked
    assert "mailto=ada%40example.org" in asked


@pytest.mark.parametrize(
    ("external", "path"),
    [
        ("doi:10.1000/attention", "doi:10.1000/attention"),
        ("arxiv:1706.03762", "doi:10.48550/arXiv.1706.03762"),
        ("acl:P19-1001", "doi:10.18653/v1/P19-1001"),
        ("openalex:w2626778328", "W2626778328"),
    ],
)
async def test_an_id_is_asked_for_by_its_doi(
    upstream: Upstream, client: PoliteClient, external: str, path: str
) -> None:
    """Which arXiv's papers and the Anthology's have as well."""
    upstream.says(f"/works/{path}", upstream.answer(json.dumps(WORK).encode()))
    service = OpenAlex(client, upstream.address)
    assert service.takes(external)
    paper = await service.by_id(external)
    assert paper is not None
    assert paper.title == "Attention Is All You Need"
    assert "mailto" not in upstream.requests[0]


async def test_an_id_that_was_redirected_is_the_works_too(
    upstream: Upstream, client: PoliteClient
) -> None:
    """Two works became one, and the service says so; telling another one does not."""
    here = upstream.says("/works/W2626778328", upstream.answer(json.dumps(WORK).encode()))
    upstream.says("/works/W1111", upstream.answer(status=302, Location=here))
    upstream.says("/works/W2222", upstream.answer(json.dumps(WORK).encode()))
    service = OpenAlex(client, upstream.address)
    moved, other = await service.by_id("openalex:w1111"), await service.by_id("openalex:w2222")
    assert moved is not None
    assert {"openalex:w1111", "openalex:w2626778328"} <= set(moved.ids)
    assert other is not None
    assert "openalex:w2222" not in other.ids


async def test_what_it_does_not_know(upstream: Upstream, client: PoliteClient) -> None:
    """404 is none; ids without a DOI are not taken."""
    service = OpenAlex(client, upstream.address)
    assert await service.by_id("doi:10.1000/none") is None
    assert not service.takes("openreview:rJ4km2R5t7")
    assert not service.takes("s2:corpusid:1")


async def test_little_is_enough(upstream: Upstream, client: PoliteClient) -> None:
    """Where almost everything is null, id, title and year make a paper; a retracted one says so."""
    bare = dict.fromkeys(WORK) | {
        "id": WORK["id"],
        "display_name": "Bare",
        "publication_year": 1999,
        "is_retracted": True,
    }
    upstream.says("/works", upstream.answer(json.dumps({"results": [bare]}).encode()))
    (paper,) = await OpenAlex(client, upstream.address).by_title("bare")
    assert (paper.ids, paper.published) == (("openalex:w2626778328",), date(1999, 1, 1))
    assert paper.dated == "year"
    assert paper.links.page == "https://openalex.org/W2626778328"
    assert paper.withdrawn

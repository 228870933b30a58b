"""Semantic Scholar: a title's closest match, an id in its spelling, every id it tells."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from sample_answers import SEMANTIC_SCHOLAR as PAPER

from bot.core.papers import NEVER, MachineSummary
from bot.sources.semantic_scholar import SemanticScholar

if TYPE_CHECKING:
    from bot.sources.http import PoliteClient
    from tests.sources.conftest import Upstream

RECORDED = Path(__file__).parents[2] / ".." / "shared" / "data" / "fixtures" / "semantic_scholar"
HASH: str = PAPER["paperId"]


def service(upstream: Upstream, client: PoliteClient, *, key: str | None = None) -> SemanticScholar:
    """The service on loopback, as fast as a test likes."""
    return SemanticScholar(client, upstream.address, key=key, gap=0)


async def test_a_title_is_matched(upstream: Upstream, client: PoliteClient) -> None:
    """By words, for hyphens are operators there; the paper has every id that is told."""
    body = json.dumps({"data": [PAPER]}).encode()
    upstream.says("/graph/v1/paper/search/match", upstream.answer(body))
    (paper,) = await service(upstream, client).by_title("attention is-all you need?")
    assert paper.ids == (
        "arxiv:1706.03762",
        "acl:P19-1001",
        "doi:10.1000/attention",
        "s2:corpusid:13756489",
        f"s2:{HASH}",
    )
    assert paper.authors == ("Ashish Vaswani",)
    assert (paper.published, paper.released) == (date(2017, 1, 1), NEVER)
    assert paper.summary == MachineSummary("A new simple network architecture.", "tldr@v2.0.0")
    assert paper.links.pdf == "https://arxiv.org/pdf/1706.03762"
    assert "query=attention+is+all+you+need&" in upstream.requests[0]
    assert "x-api-key" not in upstream.requests[0].lower()


async def test_no_match_is_an_answer(upstream: Upstream, client: PoliteClient) -> None:
    """It comes as 404, or as an empty list."""
    path = "/graph/v1/paper/search/match"
    upstream.says(path, upstream.answer(b'{"error": "Title match not found"}', 404))
    assert await service(upstream, client).by_title("nothing like it") == ()
    upstream.says(path, upstream.answer(b'{"data": null}'))
    assert await service(upstream, client).by_title("nothing like it") == ()


@pytest.mark.parametrize(
    ("external", "path"),
    [
        ("arxiv:1706.03762", "ARXIV:1706.03762"),
        ("arxiv:math/0211159", "ARXIV:math/0211159"),
        ("doi:10.1016/0370-2693(91)90123-4", "DOI:10.1016/0370-2693%2891%2990123-4"),
        ("acl:P19-1001", "ACL:P19-1001"),
        ("s2:corpusid:13756489", "CorpusId:13756489"),
        (f"s2:{HASH}", HASH),
    ],
)
async def test_an_id_is_asked_for_in_the_services_spelling(
    upstream: Upstream, client: PoliteClient, external: str, path: str
) -> None:
    """Each kind in its own."""
    upstream.says(f"/graph/v1/paper/{path}", upstream.answer(json.dumps(PAPER).encode()))
    one = service(upstream, client)
    assert one.takes(external)
    paper = await one.by_id(external)
    assert paper is not None
    assert paper.title == "Attention is All you Need"


async def test_only_ids_that_are_told_are_the_papers(
    upstream: Upstream, client: PoliteClient
) -> None:
    """To a hash it may tell another paper, without a word about the one that was asked for."""
    old = "a" * 40
    upstream.says(f"/graph/v1/paper/{old}", upstream.answer(json.dumps(PAPER).encode()))
    paper = await service(upstream, client).by_id(f"s2:{old}")
    assert paper is not None
    assert f"s2:{HASH}" in paper.ids
    assert f"s2:{old}" not in paper.ids


async def test_other_houses_ids_are_not_its_business(client: PoliteClient) -> None:
    """OpenReview's it does not know."""
    assert not SemanticScholar(client).takes("openreview:rJ4km2R5t7")


async def test_a_key_goes_into_the_header(upstream: Upstream, client: PoliteClient) -> None:
    """And nowhere else."""
    await service(upstream, client, key="s3cret").by_title("attention")
    head, *lines = upstream.requests[0].splitlines()
    assert "s3cret" not in head
    assert "x-api-key: s3cret" in lines


@pytest.mark.skipif(not RECORDED.is_dir(), reason="the recorded answers are not here")
async def test_a_recorded_answer_is_read(upstream: Upstream, client: PoliteClient) -> None:
    """A paper of 1950 with everything that the service tells."""
    recorded = json.loads((RECORDED / "Paper.json").read_text("utf-8"))
    del recorded["citations"]  # two megabytes that nobody asks for
    path = "/graph/v1/paper/DOI:10.1093/mind/lix.236.433"
    upstream.says(path, upstream.answer(json.dumps(recorded).encode()))
    paper = await service(upstream, client).by_id("doi:10.1093/mind/lix.236.433")
    assert paper is not None
    assert paper.title == "Computing Machinery and Intelligence"
    assert paper.ids[0] == "doi:10.1093/mind/lix.236.433"
    assert paper.published == date(1950, 10, 1)
    assert paper.abstract.startswith("I propose to consider the question")

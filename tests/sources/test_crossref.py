"""Crossref: lists for titles, parts for days, JATS for abstracts, preprints by relation."""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from sample_answers import CROSSREF as WORK

from bot.core.papers import NEVER
from bot.sources.crossref import Crossref

if TYPE_CHECKING:
    from bot.sources.http import PoliteClient
    from tests.sources.conftest import Upstream


def message(content: object) -> bytes:
    """An answer of the API."""
    return json.dumps({"status": "ok", "message": content}).encode()


async def test_a_title_is_searched(upstream: Upstream, client: PoliteClient) -> None:
    """Works that are no papers are passed over; the preprint is the same work."""
    review = WORK | {"type": "peer-review", "DOI": "10.1000/review"}
    upstream.says("/works", upstream.answer(message({"items": [review, WORK, "x"]})))
    service = Crossref(client, upstream.address, mailto="ada@example.org")
    (paper,) = await service.by_title("deep learning; review")
    assert paper.ids == ("arxiv:1505.00001", "doi:10.1038/nature14539")
    assert paper.title == "Deep learning: A Review"
    assert paper.authors == ("Yann LeCun", "Bengio", "The Consortium")
    assert paper.abstract == "Deep learning allows models."
    assert (paper.published, paper.released) == (date(2015, 5, 1), NEVER)
    asked = upstream.requests[0].split(" ")[1]
    assert "query.bibliographic=deep+learning+review&rows=5" in asked
    assert "mailto=ada%40example.org" in asked


@pytest.mark.parametrize(
    ("external", "path"),
    [
        ("doi:10.1038/nature14539", "10.1038%2Fnature14539"),
        ("doi:10.1016/0370-2693(91)90123-4", "10.1016%2F0370-2693%2891%2990123-4"),
        ("acl:P19-1001", "10.18653%2Fv1%2FP19-1001"),
    ],
)
async def test_a_doi_is_asked_for(
    upstream: Upstream, client: PoliteClient, external: str, path: str
) -> None:
    """In its one spelling; the paper has the ids that are told, whichever was asked for."""
    upstream.says(f"/works/{path}", upstream.answer(message(WORK)))
    service = Crossref(client, upstream.address)
    assert service.takes(external)
    paper = await service.by_id(external)
    assert paper is not None
    assert paper.ids == ("arxiv:1505.00001", "doi:10.1038/nature14539")


async def test_values_of_another_type_are_absent(upstream: Upstream, client: PoliteClient) -> None:
    """A list where a word should be costs that word."""
    odd = WORK | {
        "type": ["journal-article"],
        "relation": {"has-preprint": [{"id-type": ["doi"], "id": "10.48550/arXiv.1505.00001"}]},
    }
    upstream.says("/works", upstream.answer(message({"items": [odd]})))
    (paper,) = await Crossref(client, upstream.address).by_title("deep learning")
    assert paper.ids == ("doi:10.1038/nature14539",)


async def test_what_it_does_not_know(upstream: Upstream, client: PoliteClient) -> None:
    """404 is none; arXiv's DOIs are not registered there."""
    service = Crossref(client, upstream.address)
    assert await service.by_id("doi:10.1000/none") is None
    assert not service.takes("arxiv:2305.14314")


@pytest.mark.parametrize(
    ("told", "day"),
    [
        ({"published": {"date-parts": [[2015]]}}, date(2015, 1, 1)),
        ({"published": None, "issued": {"date-parts": [[2014, 12, 31]]}}, date(2014, 12, 31)),
        ({"published": {"date-parts": [[2015, 13]]}}, None),
        ({"published": {"date-parts": [[None]]}}, None),
        ({"published": {"date-parts": []}}, None),
        ({"published": {"date-parts": [10**30]}}, None),
        ({"published": "2015"}, None),
    ],
)
async def test_a_day_may_lack_parts(
    upstream: Upstream, client: PoliteClient, told: dict[str, Any], day: date | None
) -> None:
    """Then it is the first of its month or year; without a year there is no paper."""
    upstream.says("/works/10.1038%2Fnature14539", upstream.answer(message(WORK | told)))
    paper = await Crossref(client, upstream.address).by_id("doi:10.1038/nature14539")
    assert (paper.published if paper else None) == day
    assert paper is None or paper.dated == ("year" if day == date(2015, 1, 1) else "day")

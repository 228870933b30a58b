"""Where a work came out, as the lookup services tell it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sample_answers import ARXIV, CROSSREF, OPENALEX, OPENREVIEW, SEMANTIC_SCHOLAR, feed

from bot.sources.arxiv import Arxiv
from bot.sources.crossref import Crossref
from bot.sources.openalex import OpenAlex
from bot.sources.openreview import OpenReview
from bot.sources.semantic_scholar import SemanticScholar
from bot.sources.venues import venue_of

if TYPE_CHECKING:
    from bot.sources.http import PoliteClient
    from tests.sources.conftest import Upstream


def place(name: str, kind: str | None = "journal") -> dict[str, Any]:
    """A location of OpenAlex's."""
    return {"source": {"display_name": name, "type": kind}}


@pytest.mark.parametrize(
    ("told", "venue"),
    [
        ("Nature", "Nature"),
        ("  Science &amp;\nSociety ", "Science & Society"),
        ("Neural Information Processing Systems", "Neural Information Processing Systems"),
        ("ICLR 2023 poster", "ICLR 2023 poster"),
        ("Hallucination Studies", "Hallucination Studies"),
        ("HAL Journal of Physics", "HAL Journal of Physics"),
        ("Journal of Rejected Ideas", "Journal of Rejected Ideas"),
        ("Corr. Méd.", "Corr. Méd."),
        ("Preprints of the Academy", "Preprints of the Academy"),
        ("Peer Review in Review Journals", "Peer Review in Review Journals"),
        ("Discrete Analysis (arXiv overlay)", "Discrete Analysis (arXiv overlay)"),
        ("Logics, HAL 2020", "Logics, HAL 2020"),
        ("Cornell University - arXiv", None),
        ("arXiv (Cornell University)", None),
        ("arXiv: Learning", None),
        ("arXiv preprint arXiv:1706.03762", None),
        ("CoRR abs/1706.03762", None),
        ("CoRR, abs/1706.03762", None),
        ("HAL (Le Centre pour la Communication Scientifique Directe)", None),
        ("hal-01234567", None),
        ("Zenodo (CERN European Organization for Nuclear Research)", None),
        ("Research Square (Research Square)", None),
        ("Research Square Platform LLC", None),
        ("Preprints.org", None),
        ("OSF Preprints", None),
        ("Authorea Preprints", None),
        ("OpenReview.net", None),
        ("arXiv.org", None),
        ("ArXiv", None),
        ("bioRxiv", None),
        ("CoRR 2019", None),
        ("SSRN Electronic Journal", None),
        ("Submitted to ICLR 2024", None),
        ("ICLR 2024 Conference Withdrawn Submission", None),
        ("NeurIPS 2023 (rejected)", None),
        ("Under review as a conference paper", None),
        ("Under double-blind review", None),
        ("ICLR 2023 Conference Rejected_Submission", None),
        ("ACL ARR 2023 December Blind Submission", None),
        ("Desk rejected by TMLR", None),
        ("Rejected", None),
        ("", None),
        ("2019, 12", None),
    ],
)
def test_a_venue_is_where_a_work_came_out(told: str, venue: str | None) -> None:
    """A preprint server is none, nor is where it was only submitted."""
    assert venue_of(told) == venue


@given(st.text(max_size=400))
def test_a_venue_is_one_line_or_none(told: str) -> None:
    """Whatever is told."""
    venue = venue_of(told * 30)
    assert venue is None or (venue.splitlines() == [venue] and len(venue) <= 200)


@pytest.mark.parametrize(
    ("changed", "venue"),
    [
        ({"container-title": ["Nature"]}, "Nature"),
        ({"container-title": ["Lecture Notes in Computer Science", "ECCV 2016"]}, "ECCV 2016"),
        ({"container-title": [], "event": {"name": "CVPR 2020"}}, "CVPR 2020"),
        ({"container-title": ["<i>Cell</i>"], "event": "x"}, "Cell"),
        ({"container-title": "Nature", "event": [7]}, None),
        ({"container-title": [7]}, None),
        ({}, None),
    ],
)
async def test_crossref_tells_what_a_work_stands_in(
    upstream: Upstream, client: PoliteClient, changed: dict[str, object], venue: str | None
) -> None:
    """The journal, the proceedings and not their series, else the event."""
    body = json.dumps({"message": {"items": [CROSSREF | changed]}}).encode()
    upstream.says("/works", upstream.answer(body))
    (paper,) = await Crossref(client, upstream.address).by_title("deep learning")
    assert paper.venue == venue
    assert "container-title%2Cevent" in upstream.requests[0]


@pytest.mark.parametrize(
    ("changed", "venue"),
    [
        ({"primary_location": place("Nature")}, "Nature"),
        ({"primary_location": place("NeurIPS", "conference")}, "NeurIPS"),
        (
            {"primary_location": place("arXiv (Cornell)", "repository"), "locations": ["x"]},
            None,
        ),
        (
            {
                "primary_location": place("Zenodo", "repository"),
                "locations": [place("PubMed Central", "repository"), place("The Lancet")],
            },
            "The Lancet",
        ),
        ({"primary_location": place("Crossref", "metadata")}, None),
        ({"primary_location": place("Somewhere", None)}, None),
        ({"primary_location": {"source": None}}, None),
        ({"primary_location": "x", "locations": 7}, None),
    ],
)
async def test_openalex_tells_its_journal_or_conference(
    upstream: Upstream, client: PoliteClient, changed: dict[str, object], venue: str | None
) -> None:
    """Its first one, else any; where it can be downloaded is none."""
    body = json.dumps({"results": [OPENALEX | changed]}).encode()
    upstream.says("/works", upstream.answer(body))
    (paper,) = await OpenAlex(client, upstream.address).by_title("attention")
    assert paper.venue == venue
    assert "primary_location" in upstream.requests[0]


@pytest.mark.parametrize(
    ("changed", "venue"),
    [
        (
            {"venue": "Neural Information Processing Systems"},
            "Neural Information Processing Systems",
        ),
        ({"venue": "", "journal": {"name": "Nature", "volume": "521"}}, "Nature"),
        ({"venue": "arXiv.org", "journal": {"name": "ArXiv"}}, None),
        ({"venue": None, "journal": "x"}, None),
        ({}, None),
    ],
)
async def test_semantic_scholar_tells_its_venue(
    upstream: Upstream, client: PoliteClient, changed: dict[str, object], venue: str | None
) -> None:
    """Else its journal."""
    body = json.dumps({"data": [SEMANTIC_SCHOLAR | changed]}).encode()
    upstream.says("/graph/v1/paper/search/match", upstream.answer(body))
    (paper,) = await SemanticScholar(client, upstream.address, gap=0).by_title("attention")
    assert paper.venue == venue
    assert "venue%2Cjournal" in upstream.requests[0]


async def test_openreview_tells_where_it_was_accepted(
    upstream: Upstream, client: PoliteClient
) -> None:
    """Not where it was submitted."""
    service = OpenReview(client, upstream.address, upstream.address)
    for told, venue in (("CoRL 2024", "CoRL 2024"), ("Submitted to CoRL 2024", None)):
        content = OPENREVIEW["content"] | {"venue": {"value": told}}
        body = json.dumps({"notes": [OPENREVIEW | {"content": content}]}).encode()
        upstream.says("/notes", upstream.answer(body))
        paper = await service.by_id("openreview:0M7JiV1GFN")
        assert paper is not None
        assert paper.venue == venue


async def test_arxiv_tells_what_its_authors_wrote(upstream: Upstream, client: PoliteClient) -> None:
    """In ``journal_ref``, where there is one."""
    told = "<arxiv:journal_ref>Phys.Rev.Lett. 130 (2023) 1</arxiv:journal_ref></entry>"
    for entry, venue in (
        (ARXIV, None),
        (ARXIV.replace("</entry>", told), "Phys.Rev.Lett. 130 (2023) 1"),
    ):
        upstream.says("/api/query", upstream.answer(feed(entry)))
        paper = await Arxiv(client, upstream.address, gap=0).by_id("arxiv:math/0211159")
        assert paper is not None
        assert paper.venue == venue

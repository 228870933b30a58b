"""One paper as each lookup service tells it, whole: as recorded, or as its documentation has it."""

from __future__ import annotations

from typing import Any

CROSSREF: dict[str, Any] = {
    "DOI": "10.1038/NATURE14539",
    "type": "journal-article",
    "title": ["Deep learning"],
    "subtitle": ["A Review"],
    "author": [
        {"given": "Yann", "family": "LeCun", "sequence": "first"},
        {"family": "Bengio"},
        {"name": "The Consortium"},
        {},
    ],
    "abstract": "<jats:p>Deep learning allows\n <jats:italic>models</jats:italic>.</jats:p>",
    "published": {"date-parts": [[2015, 5]]},
    "relation": {
        "has-preprint": [
            {"id-type": "doi", "id": "10.48550/arXiv.1505.00001"},
            {"id-type": "uri", "id": "https://arxiv.org/abs/1505.99999"},
        ],
        "is-review-of": [{"id-type": "doi", "id": "10.1000/other"}],
    },
}

HUGGINGFACE: dict[str, Any] = {
    "id": "2305.14314",
    "title": "QLoRA: Efficient Finetuning of Quantized LLMs",
    "summary": "We present QLoRA.",
    "authors": [{"name": "Tim Dettmers"}],
    "publishedAt": "2023-05-23T17:50:33.000Z",
    "submittedOnDailyAt": "2023-05-24T00:00:00.000Z",
    "upvotes": 59,
}

OPENALEX: dict[str, Any] = {
    "id": "https://openalex.org/W2626778328",
    "doi": "https://doi.org/10.1000/Attention",
    "title": "Attention Is All You Need",
    "publication_year": 2017,
    "publication_date": "2017-06-12",
    "authorships": [
        {"author": {"display_name": "Ashish Vaswani"}},
        {"author": {"display_name": "Noam Shazeer"}},
        {"author": None},
    ],
    "abstract_inverted_index": {
        "models": [3],
        "The": [0],
        "dominant": [1],
        "sequence": [2],
        "are": [4, 6],
        "wrong": ["x", -1, 10**9],
        "complex": [5],
        "odd": 7,
    },
    "locations": [
        {"landing_page_url": "https://doi.org/10.9999/other", "pdf_url": None},
        {
            "landing_page_url": "http://arxiv.org/abs/1706.03762",
            "pdf_url": "https://arxiv.org/pdf/1706.03762",
        },
        {"landing_page_url": "https://openreview.net/forum?id=rJ4km2R5t7"},
        "x",
    ],
    "best_oa_location": {"pdf_url": "https://example.org/a.pdf"},
    "is_retracted": False,
}

SEMANTIC_SCHOLAR: dict[str, Any] = {
    "paperId": "204e3073870fae3d05bcbc2f6a8e263d9b72e776",
    "externalIds": {
        "ArXiv": "1706.03762",
        "DOI": "10.1000/ATTENTION",
        "ACL": "P19-1001",
        "CorpusId": 13756489,
        "MAG": "2963403868",
        "DBLP": "conf/nips/VaswaniSPUJGKP17",
    },
    "title": "Attention is All you Need",
    "abstract": None,
    "year": 2017,
    "publicationDate": None,
    "authors": [{"authorId": "1", "name": "Ashish Vaswani"}, {"name": None}, "x"],
    "openAccessPdf": {"url": "https://example.org/a.pdf", "status": "GREEN"},
    "tldr": {"model": "tldr@v2.0.0", "text": "A new simple network architecture."},
    "matchScore": 174.2,
}

OPENREVIEW: dict[str, Any] = {
    "id": "0M7JiV1GFN",
    "forum": "0M7JiV1GFN",
    "pdate": 1_725_494_400_000,
    "content": {
        "title": {"value": "Safe Navigation of Many"},
        "authors": {"value": ["Ada Lovelace", 7]},
        "abstract": {"value": "We navigate."},
        "keywords": {"value": ["robots", "safety"]},
        "pdf": {"value": "/pdf/ab12.pdf"},
        "venue": {"value": "CoRL 2024"},
    },
}

ARXIV = """
  <entry>
    <id>http://arxiv.org/abs/math/0211159v1</id>
    <title>The entropy formula for the Ricci flow
      and its $\\mathcal{G}$eometric applications</title>
    <published>2002-11-11T16:11:49Z</published>
    <summary>  We present a monotonic expression &amp; more. </summary>
    <author><name>Grisha Perelman</name></author>
    <category term="math.DG"/><category term="53C"/><category term="math-ph"/>
    <arxiv:comment>39 pages</arxiv:comment>
    <arxiv:doi>10.1000/Ricci</arxiv:doi>
  </entry>"""


def feed(*entries: str) -> bytes:
    """An Atom feed as arXiv makes it."""
    return (
        "<?xml version='1.0' encoding='UTF-8'?>\n"
        '<feed xmlns:arxiv="http://arxiv.org/schemas/atom" xmlns="http://www.w3.org/2005/Atom">'
        f"<title>arXiv Query</title>{''.join(entries)}</feed>"
    ).encode()

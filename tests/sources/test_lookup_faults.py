"""Every lookup service, answering what it should not: told apart, and nothing else is raised."""

from __future__ import annotations

import contextlib
import copy
import dataclasses
import json
import xml.etree.ElementTree as ET
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
import sample_answers
import structlog
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from bot.core.papers import NEVER
from bot.sources.drafts import Told, drafts_of
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


ODD = st.sampled_from(
    [
        *(None, True, 0, -1, 10**30, 1.5, float("inf"), "", "x", "\ud800", "\x00", "2023-01-01"),
        *("10.1000/a", "10.1000/\ud800\x07", "https://arxiv.org/abs/2305.14314", "https://["),
        *("https://openreview.net/forum?id=" + "&a" * 500, "<" * 3000, "$\\" * 500),
        *([], {}, [[]], [None], ["a"], {"value": [1]}, {"date-parts": [[True, 99, 0]]}),
        *({"date-parts": [None]}, "9999-12-31T23:59:59-23:59", "0001-01-01T00:00:00+14:00"),
    ]
)
PAPERS: dict[str, dict[str, Any]] = {
    "huggingface": sample_answers.HUGGINGFACE,
    "semantic_scholar": sample_answers.SEMANTIC_SCHOLAR,
    "openalex": sample_answers.OPENALEX,
    "crossref": sample_answers.CROSSREF,
    "openreview": sample_answers.OPENREVIEW | {"id": "rJ4km2R5t7", "forum": "rJ4km2R5t7"},
}


def to_an_id(name: str, paper: object) -> object:
    """What a service answers to an id, the paper being in it."""
    match name:
        case "crossref":
            return {"message": paper}
        case "openreview":
            return {"notes": [paper]}
        case _:
            return paper


def to_a_title(name: str, *papers: object) -> object:
    """What a service answers to a title, or OpenReview to an id: the papers in their order."""
    listed = [*papers]
    match name:
        case "huggingface":
            return [{"paper": paper} for paper in listed]
        case "semantic_scholar":
            return {"data": listed}
        case "openalex":
            return {"results": listed}
        case "crossref":
            return {"message": {"items": listed}}
        case _:
            return {"notes": listed}


def places(value: object) -> list[tuple[Any, Any]]:
    """Every value inside a JSON value: what holds it, and where."""
    inside: list[tuple[Any, Any]] = []
    if isinstance(value, dict):
        inside = [(value, key) for key in value]  # type: ignore[reportUnknownVariableType] - JSON
    elif isinstance(value, list):
        inside = [(value, at) for at in range(len(value))]  # type: ignore[reportUnknownArgumentType] - JSON
    return inside + [one for holder, at in inside for one in places(holder[at])]


async def told(
    name: str, upstream: Upstream, client: PoliteClient, body: object, *, title: bool
) -> Sequence[PaperDraft]:
    """Ask a new service, which nobody has to wait for; whatever it tells can be stored."""
    path = ASKED[name][2 if title else 1]
    raw = body if isinstance(body, bytes) else json.dumps(body).encode()
    upstream.says(path, upstream.answer(raw))
    papers = await ask(one(name, upstream, client), title=title)
    for paper in papers:
        assert paper.released == NEVER
        assert paper.published is not None
        assert paper.title
        assert "".join(paper.ids).isprintable()
        str(paper).encode()
    return papers


@pytest.mark.parametrize("name", JSON_NAMES)
@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
async def test_a_value_that_is_odd_costs_its_paper_at_most(
    upstream: Upstream, client: PoliteClient, name: str, data: st.DataObject
) -> None:
    """One to three values of a paper are anything, and the whole one beside it arrives as ever; of
    an answer about one paper nothing else is raised than a fault of the source.
    """
    whole, odd = PAPERS[name], copy.deepcopy(PAPERS[name])
    for _ in range(data.draw(st.integers(1, 3))):
        found = places(odd)
        holder, at = found[data.draw(st.integers(0, len(found) - 1))]
        holder[at] = copy.deepcopy(data.draw(ODD))
    title = name != "openreview"  # which is asked for ids alone, and answers with a list
    (as_ever,) = await told(name, upstream, client, to_a_title(name, whole), title=title)
    both = [odd, whole] if data.draw(st.booleans()) else [whole, odd]
    papers = await told(name, upstream, client, to_a_title(name, *both), title=title)
    assert as_ever in papers or (not title and papers)
    with contextlib.suppress(SourceAnswerInvalid):
        await told(name, upstream, client, to_an_id(name, odd), title=False)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
async def test_an_element_that_is_odd_costs_its_paper_at_most(
    upstream: Upstream, client: PoliteClient, data: st.DataObject
) -> None:
    """So it is with arXiv's feed."""
    (as_ever,) = await told(
        "arxiv", upstream, client, sample_answers.feed(sample_answers.ARXIV), title=True
    )
    feed = ET.fromstring(sample_answers.feed(sample_answers.ARXIV, sample_answers.ARXIV))  # noqa: S314 - our own
    entries = feed.findall("{http://www.w3.org/2005/Atom}entry")
    for _ in range(data.draw(st.integers(1, 3))):
        element = data.draw(st.sampled_from(list(entries[0].iter())))
        match data.draw(st.sampled_from(["text", "empty", "tag", "twice"])):
            case "text":
                element.text = str(data.draw(ODD.filter(lambda odd: str(odd).isprintable())))
            case "empty":
                element.clear()
            case "tag":
                element.tag = "odd"
            case _:
                element.extend(list(element))
    assert as_ever in await told("arxiv", upstream, client, ET.tostring(feed), title=True)


BAD: dict[str, tuple[dict[str, Any], str]] = {
    "untitled": ({"title": ""}, "no_title"),
    "unnamed": ({"ids": ()}, "no_id"),
    "undated": ({"published": None}, "no_date"),
}


@pytest.mark.parametrize("kind", [*BAD, "long"])
def test_what_is_left_out_or_cut_is_one_line(kind: str) -> None:
    """It names the source, the item and the reason; the others arrive."""
    good = Told(("10.1000/x",), "A title", date(2020, 1, 1))
    change, reason = BAD.get(kind, ({"title": "Long " * 2_000}, "title_too_long"))
    with structlog.testing.capture_logs() as logs:
        papers = drafts_of("house", [good, dataclasses.replace(good, **change), good])
    assert len(papers) == 2 + (kind == "long")
    (line,) = logs
    assert (line["source"], line["index"], line["reason"]) == ("house", 1, reason)
    assert line["event"] == ("item_mended" if kind == "long" else "item_rejected")
    assert line["item"] == ("A title" if kind == "unnamed" else "doi:10.1000/x")


@pytest.mark.parametrize("name", [name for name in NAMES if name != "openreview"])
@pytest.mark.parametrize("on_the_line", [True, False])
async def test_what_came_of_a_broken_answer_is_in_the_fault(
    upstream: Upstream, client: PoliteClient, name: str, on_the_line: bool
) -> None:
    """What was whole of it; the fault stays one, for more may have been there."""
    if name == "arxiv":
        whole = sample_answers.feed(sample_answers.ARXIV, sample_answers.ARXIV)
    else:
        whole = json.dumps(to_a_title(name, PAPERS[name], PAPERS[name])).encode()
    body = whole[:-40] if name != "arxiv" else whole[: whole.rindex(b"</entry>")]
    length = str(len(whole if on_the_line else body))
    upstream.says(ASKED[name][2], upstream.answer(body, Content_Length=length))
    with pytest.raises(SourceAnswerInvalid) as caught:
        await ask(one(name, upstream, client), title=True)
    assert caught.value.reason == "truncated"
    assert len(caught.value.rescued) == 1


async def test_the_services_come_in_the_order_they_are_named(client: PoliteClient) -> None:
    """None is asked that is not named."""
    addresses: dict[str, str] = dict.fromkeys((*NAMES, "openreview_v1"), "http://127.0.0.1:1")
    made = lookups(client, ["crossref", "arxiv"], addresses)
    assert [service.name for service in made] == ["crossref", "arxiv"]
    assert lookups(client, [], addresses) == ()

"""arXiv's query API: feeds, its errors within feeds, and its manners."""

from __future__ import annotations

import contextlib
import json
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import parse_qs, urlsplit

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from sample_answers import ARXIV as ENTRY
from sample_answers import feed

from bot.core.papers import NEVER
from bot.sources.arxiv import Arxiv
from bot.sources.errors import SourceAnswerInvalid, SourceError, SourceRefused

if TYPE_CHECKING:
    from bot.sources.http import PoliteClient
    from tests.sources.conftest import Upstream

RECORDED = Path(__file__).parents[2] / ".." / "shared" / "data" / "fixtures" / "arxiv_api"

ERROR = """
  <entry>
    <id>https://arxiv.org/api/errors#incorrect_id_format_for_abc</id>
    <title>Error</title>
    <summary>incorrect id format for abc</summary>
  </entry>"""

ABS = "http://arxiv.org/abs/2305.14314v1"


def arxiv(upstream: Upstream, client: PoliteClient, body: bytes, status: int = 200) -> Arxiv:
    """ArXiv, answering this; it may be asked as often as a test likes."""
    upstream.says("/api/query", upstream.answer(body, status))
    return Arxiv(client, upstream.address, gap=0)


async def test_an_entry_becomes_a_paper(upstream: Upstream, client: PoliteClient) -> None:
    """With arXiv's id and the article's, its categories, and the day of its first version."""
    service = arxiv(upstream, client, feed(ENTRY))
    paper = await service.by_id("arxiv:math/0211159")
    assert paper is not None
    assert paper.ids == ("arxiv:math/0211159", "doi:10.1000/ricci")
    assert paper.title.startswith("The entropy formula for the Ricci flow and its")
    assert paper.abstract == "We present a monotonic expression & more."
    assert paper.authors == ("Grisha Perelman",)
    assert paper.categories == ("math.dg", "math-ph")
    assert (paper.published, paper.released) == (date(2002, 11, 11), NEVER)
    assert paper.links.pdf == "https://arxiv.org/pdf/math/0211159"
    asked = parse_qs(urlsplit(upstream.requests[0].split(" ")[1]).query)
    assert asked == {"id_list": ["math/0211159"], "max_results": ["1"]}


async def test_an_error_is_known_by_its_title_too(upstream: Upstream, client: PoliteClient) -> None:
    """Whatever its id is; a paper that is called so is a paper."""
    for told in ("tag:arxiv.org,2026:x", ""):
        body = ERROR.replace("https://arxiv.org/api/errors#incorrect_id_format_for_abc", told)
        service = arxiv(upstream, client, feed(body))
        with pytest.raises(SourceAnswerInvalid, match="incorrect id format"):
            await service.by_id("arxiv:2305.14314")
    paper = ERROR.replace("https://arxiv.org/api/errors#incorrect_id_format_for_abc", ABS)
    body = paper.replace("<summary>", "<published>2023-05-23T00:00:00Z</published><summary>")
    told = await arxiv(upstream, client, feed(body)).by_id("arxiv:2305.14314")
    assert told is not None
    assert told.title == "Error"


async def test_what_only_names_its_type_is_read(upstream: Upstream, client: PoliteClient) -> None:
    """Entities are refused, in every encoding."""
    whole = feed(ENTRY).decode().partition("?>")[2]
    for start, encoding in (("<!DOCTYPE feed>", "utf-8"), ("<!DOCTYPE feed []>", "utf-16")):
        body = (start + whole).encode(encoding)
        assert await arxiv(upstream, client, body).by_id("arxiv:math/0211159") is not None
    body = ('<!DOCTYPE feed [<!ENTITY a "b">]>' + whole).encode("utf-16")
    with pytest.raises(SourceAnswerInvalid, match="entities"):
        await arxiv(upstream, client, body).by_id("arxiv:math/0211159")


async def test_a_title_is_asked_for_by_its_telling_words(
    upstream: Upstream, client: PoliteClient
) -> None:
    """Any of them, the most alike first; signs of the query language are none."""
    service = arxiv(upstream, client, feed(ENTRY, ENTRY.replace("0211159", "0303109")))
    found = await service.by_title('The "entropy" formula: for (the) Ricci flow ANDNOT x')
    assert [one.ids[0] for one in found] == ["arxiv:math/0211159", "arxiv:math/0303109"]
    asked = parse_qs(urlsplit(upstream.requests[0].split(" ")[1]).query)
    assert asked["search_query"] == ["ti:entropy OR ti:formula OR ti:ricci OR ti:flow OR ti:andnot"]
    assert asked["sortBy"] == ["relevance"]


async def test_a_title_of_small_words_is_asked_for_by_them(
    upstream: Upstream, client: PoliteClient
) -> None:
    """Where there is nothing better; a text without words is not asked for at all."""
    service = arxiv(upstream, client, feed())
    assert await service.by_title("who are you") == ()
    assert "ti%3Awho+OR+ti%3Aare+OR+ti%3Ayou" in upstream.requests[0]
    assert await service.by_title("?!") == ()
    assert len(upstream.requests) == 1
    await service.by_title(" ".join(f"word{n:02}" + "x" * n for n in range(40)))
    assert upstream.requests[1].count("ti%3A") == 12


async def test_an_empty_feed_knows_nothing(upstream: Upstream, client: PoliteClient) -> None:
    """It is how arXiv says that an id is not there."""
    assert await arxiv(upstream, client, feed()).by_id("arxiv:0000.0001") is None


async def test_an_error_that_comes_as_a_feed_is_an_error(
    upstream: Upstream, client: PoliteClient
) -> None:
    """Its one entry is no paper, and says why."""
    with pytest.raises(SourceAnswerInvalid, match="incorrect id format for abc"):
        await arxiv(upstream, client, feed(ERROR)).by_id("arxiv:2305.14314")
    with pytest.raises(SourceRefused):
        await arxiv(upstream, client, feed(ERROR), 400).by_id("arxiv:2305.14314")


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        (b"", "empty"),
        (b"  \n", "empty"),
        (b"<!DOCTYPE html><html><body>Rate exceeded.</body></html>", "html"),
        (b"<html>no</html>", "html"),
        (b"Rate exceeded.", "wrong_shape"),
        (feed(ENTRY)[:300], "truncated"),
        (b"<rss/>", "wrong_shape"),
        (b'<!DOCTYPE x [<!ENTITY a "b">]><feed/>', "wrong_shape"),
        (b'{"error": "no"}', "wrong_shape"),
    ],
)
async def test_what_is_no_feed_is_told_apart(
    upstream: Upstream, client: PoliteClient, body: bytes, reason: str
) -> None:
    """A page, nothing, half a feed, another document."""
    with pytest.raises(SourceAnswerInvalid) as caught:
        await arxiv(upstream, client, body).by_id("arxiv:2305.14314")
    assert caught.value.reason == reason


async def test_entries_that_cannot_be_read_cost_themselves_only(
    upstream: Upstream, client: PoliteClient
) -> None:
    """One without an id, one without a title."""
    broken = ENTRY.replace("http://arxiv.org/abs/math/0211159v1", "urn:x").replace("10.1000", "")
    untitled = "<entry><id>http://arxiv.org/abs/2305.14314v1</id></entry>"
    service = arxiv(upstream, client, feed(broken, untitled, "<entry/>", ENTRY))
    assert [one.ids[0] for one in await service.by_title("ricci")] == ["arxiv:math/0211159"]


async def test_a_withdrawn_paper_says_so_in_its_comment(
    upstream: Upstream, client: PoliteClient
) -> None:
    """That is where arXiv keeps it."""
    told = ENTRY.replace("39 pages", "This paper has been withdrawn by the author")
    paper = await arxiv(upstream, client, feed(told)).by_id("arxiv:math/0211159")
    assert paper is not None
    assert paper.withdrawn


async def test_after_a_refusal_it_is_left_alone_for_ten_minutes(
    upstream: Upstream, client: PoliteClient
) -> None:
    """Whoever goes on is blocked for longer."""
    service = arxiv(upstream, client, b"", 429)
    with pytest.raises(SourceRefused):
        await service.by_id("arxiv:2305.14314")
    with pytest.raises(SourceRefused) as refused:
        await service.by_title("attention")
    assert len(upstream.requests) == 1
    assert refused.value.retry_after is not None
    assert refused.value.retry_after > 595


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.binary(max_size=200) | st.integers(0, 800).map(lambda cut: feed(ENTRY, ERROR)[:cut]))
@example(feed(ENTRY) + b"\xff")
async def test_any_answer_is_read_or_a_fault_of_the_source(
    upstream: Upstream, client: PoliteClient, body: bytes
) -> None:
    """Nothing else is raised."""
    with contextlib.suppress(SourceError):
        found = await arxiv(upstream, client, body).by_title("entropy")
        assert all(one.released == NEVER for one in found)


@pytest.mark.skipif(not RECORDED.is_dir(), reason="the recorded answers are not here")
async def test_recorded_answers_are_read(upstream: Upstream, client: PoliteClient) -> None:
    """Whatever arXiv answered: papers of both styles, none, many, and an error."""
    known = {
        "id_1707.08567_": "arxiv:1707.08567",
        "id_quant-ph_0201082v1_": "arxiv:quant-ph/0201082",
        "id_2104.12255v1_": "arxiv:2104.12255",
        "id_1605.08386_": "arxiv:1605.08386",
        "id_0000.0000_": None,
    }
    for name, expected in known.items():
        (path,) = RECORDED.glob(f"{name}*.json")
        body = json.loads(path.read_text("utf-8"))["body"].encode()
        paper = await arxiv(upstream, client, body).by_id("arxiv:0000.0001")
        assert (paper.ids[0] if paper else None) == expected
    for path in RECORDED.glob("q_testing_*.json"):
        body = json.loads(path.read_text("utf-8"))["body"].encode()
        found = await arxiv(upstream, client, body).by_title("testing")
        assert len(found) == 10
        assert all(one.published and one.authors and one.abstract for one in found)

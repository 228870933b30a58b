"""What arXiv announces becomes papers, each kind of announcement by itself."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote_plus

import pytest
import sample_answers
import sample_feeds
import structlog
from sample_feeds import announced

from bot.sources.arxiv_daily import Announced, ArxivDaily
from bot.sources.arxiv_history import announced_on
from bot.sources.errors import SourceAnswerInvalid, SourceRefused

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.sources.http import PoliteClient
    from tests.sources.conftest import Upstream

TODAY = date(2026, 8, 20)  # a Thursday
RECORDED = (
    Path(__file__).parents[3]
    / "shared"
    / "data"
    / "fixtures"
    / "arxiv_rss"
    / "zotero-arxiv-daily_arxiv_rss_example.xml"
)
SKIPPED = "<title>cs.CL</title><skipDays><day>Sunday</day><day>Saturday</day></skipDays>"


def daily(
    client: PoliteClient,
    upstream: Upstream,
    *categories: str,
    kinds: Sequence[Announced] = ("new", "cross"),
) -> ArxivDaily:
    """The source, at the server, on that Thursday."""
    return ArxivDaily(client, categories, upstream.address, announced=kinds, today=lambda: TODAY)


async def test_an_announcement_is_a_paper(upstream: Upstream, client: PoliteClient) -> None:
    """Its day is the feed's; the head of the summary is none of the abstract."""
    feed = sample_feeds.rss(
        announced("2608.01234", **{"arxiv:DOI": "10.1000/X"}).replace(
            "<category>cs.CL</category>", "<category>cs.CL</category><category>cs.AI</category>"
        )
    )
    upstream.says("/rss/cs.CL", upstream.answer(feed))
    (paper,) = (await daily(client, upstream, "cs.CL").latest()).papers
    assert paper.ids == ("arxiv:2608.01234", "doi:10.1000/x")
    assert (paper.title, paper.abstract) == ("Paper 2608.01234", "We show 2608.01234.")
    assert paper.authors == ("Ada Lovelace", "Max Perutz")
    assert paper.categories == ("cs.cl", "cs.ai")
    assert (paper.source, paper.released, paper.published) == ("arxiv", TODAY, TODAY)
    assert paper.links.pdf == "https://arxiv.org/pdf/2608.01234"


@pytest.mark.parametrize("in_element", [True, False])
async def test_kinds_are_switched_on_and_off(
    upstream: Upstream, client: PoliteClient, in_element: bool
) -> None:
    """Told by their element or the summary; of what is not new the id tells the month."""
    kinds: tuple[Announced, ...] = ("new", "cross", "replace", "replace-cross")
    numbers = ("2608.00001", "2607.00002", "2501.00003", "1912.00004")
    less: dict[str, str] = {} if in_element else {"arxiv:announce_type": ""}
    items = [announced(*both, **less) for both in zip(numbers, kinds, strict=True)]
    upstream.says("/rss/cs.CL", upstream.answer(sample_feeds.rss(*items)))
    for kind, number in zip(kinds, numbers, strict=True):
        (paper,) = (await daily(client, upstream, "cs.CL", kinds=[kind]).latest()).papers
        assert paper.ids == (f"arxiv:{number}",)
        assert paper.released == TODAY
        exact = (
            (TODAY, "day")
            if kind == "new"
            else (date(2000 + int(number[:2]), int(number[2:4]), 1), "month")
        )
        assert (paper.published, paper.dated) == exact
    everything = await daily(client, upstream, "cs.CL", kinds=kinds).latest()
    assert len(everything.papers) == 4


async def test_a_paper_in_several_feeds_is_one_and_new_where_one_says_so(
    upstream: Upstream, client: PoliteClient
) -> None:
    """Whichever is read first."""
    upstream.says("/rss/cs.AI", upstream.answer(sample_feeds.rss(announced("2608.1", "cross"))))
    cross = sample_feeds.rss(announced("2608.01234", "cross"))
    new = sample_feeds.rss(announced("2608.01234", "new"))
    upstream.says("/rss/cs.AI", upstream.answer(cross))
    upstream.says("/rss/cs.CL", upstream.answer(new))
    for categories in (("cs.AI", "cs.CL"), ("cs.CL", "cs.AI")):
        (paper,) = (await daily(client, upstream, *categories).latest()).papers
        assert (paper.published, paper.dated) == (TODAY, "day")


async def test_old_style_ids_are_replaced_too(upstream: Upstream, client: PoliteClient) -> None:
    """Their month was in another century."""
    feed = sample_feeds.rss(announced("math/9907123", "replace"))
    upstream.says("/rss/math.DG", upstream.answer(feed))
    told = await daily(client, upstream, "math.DG", kinds=["replace"]).latest()
    (paper,) = told.papers
    assert (paper.ids, paper.published) == (("arxiv:math/9907123",), date(1999, 7, 1))


async def test_on_the_days_that_the_feed_skips_it_is_not_asked(
    upstream: Upstream, client: PoliteClient
) -> None:
    """Once it has said so; on Monday it is."""
    day = TODAY
    upstream.says("/rss/cs.CL", upstream.answer(sample_feeds.rss(head=SKIPPED)))
    source = ArxivDaily(client, ["cs.CL"], upstream.address, today=lambda: day)
    asked: list[int] = []
    for _ in range(5):
        assert (await source.latest()).papers == ()
        asked.append(len(upstream.requests))
        day += timedelta(days=1)
    assert asked == [1, 2, 2, 2, 3]  # Thursday to Monday


async def test_a_category_that_fails_costs_itself(upstream: Upstream, client: PoliteClient) -> None:
    """It is told in one line; where none answers that is the source's fault."""
    upstream.says("/rss/cs.CL", upstream.answer(sample_feeds.rss(announced("2608.01234"))))
    upstream.says("/rss/cs.AI", upstream.answer(b"<!doctype html><h1>Down</h1>"))
    with structlog.testing.capture_logs() as logs:
        told = await daily(client, upstream, "cs.AI", "cs.XX", "cs.CL").latest()
    assert (len(told.papers), told.failed) == (1, ("cs.AI", "cs.XX"))
    assert [(line["event"], line["category"]) for line in logs] == [
        ("category_failed", "cs.AI"),
        ("category_failed", "cs.XX"),
    ]
    with pytest.raises(SourceAnswerInvalid, match="html"):
        await daily(client, upstream, "cs.AI", "cs.XX").latest()
    with pytest.raises(SourceRefused):
        await daily(client, upstream, "cs.XX").latest()


@pytest.mark.skipif(not RECORDED.is_file(), reason="the recorded feeds are elsewhere")
async def test_a_recorded_feed_is_read(upstream: Upstream, client: PoliteClient) -> None:
    """In the Atom form: two new papers and five cross-lists of 20 August 2025."""
    upstream.says("/rss/cs.AI", upstream.answer(RECORDED.read_bytes()))
    told = await daily(client, upstream, "cs.AI").latest()
    assert len(told.papers) == 7
    assert {one.released for one in told.papers} == {date(2025, 8, 20)}
    assert [one.dated for one in told.papers].count("day") == 2
    assert not [one for one in told.papers if "Announce" in one.abstract or not one.authors]
    only = await daily(client, upstream, "cs.AI", kinds=["new"]).latest()
    assert len(only.papers) == 2


@pytest.mark.parametrize(
    ("submitted", "day"),
    [
        ("2026-08-18T17:59:00Z", date(2026, 8, 19)),  # Tuesday, 13:59 in New York
        ("2026-08-18T18:00:00Z", date(2026, 8, 20)),
        ("2026-08-20T17:00:00Z", date(2026, 8, 21)),  # Thursday's are Friday's
        ("2026-08-20T19:00:00Z", date(2026, 8, 24)),  # Friday's come on Sunday evening
        ("2026-08-21T19:00:00Z", date(2026, 8, 25)),  # over the weekend: Monday evening
        ("2026-08-23T03:00:00Z", date(2026, 8, 25)),
        ("2026-01-13T18:30:00Z", date(2026, 1, 14)),  # winter time
    ],
)
def test_the_day_of_an_announcement_follows_from_the_submission(submitted: str, day: date) -> None:
    """By arXiv's schedule, in New York's time."""
    assert announced_on(datetime.fromisoformat(submitted)) == day


def submission(number: int, instant: str, *categories: str) -> str:
    """An entry of the query API."""
    terms = "".join(f'<category term="{one}"/>' for one in categories)
    return (
        f"<entry><id>http://arxiv.org/abs/2608.{number:05}v1</id><title>Paper {number}</title>"
        f"<published>{instant}</published><summary>We show it.</summary>{terms}</entry>"
    )


@pytest.mark.parametrize(("kinds", "numbers"), [(("new",), [1, 4]), (("new", "cross"), [1, 2, 4])])
async def test_days_that_were_missed_are_asked_of_the_api(
    upstream: Upstream, client: PoliteClient, kinds: Sequence[Announced], numbers: list[int]
) -> None:
    """What was announced since; cross-lists where they count; an archive with all it holds."""
    entries = [
        submission(1, "2026-08-18T12:00:00Z", "cs.CL", "cs.AI"),
        submission(2, "2026-08-18T12:00:00Z", "stat.ML", "cs.CL"),
        submission(3, "2026-08-14T12:00:00Z", "cs.CL"),
        submission(4, "2026-08-18T12:00:00Z", "math.DG"),
        submission(5, "never", "cs.CL"),
    ]
    upstream.says("/api/query", upstream.answer(sample_answers.feed(*entries)))
    address = upstream.address
    source = ArxivDaily(
        client, ["cs.CL", "math"], address, api_url=address, announced=kinds, today=lambda: TODAY
    )
    told = await source.since(date(2026, 8, 19))
    assert [one.ids[0] for one in told.papers] == [f"arxiv:2608.{one:05}" for one in numbers]
    assert {one.released for one in told.papers} == {date(2026, 8, 19)}
    query = unquote_plus(upstream.requests[0].split(" ")[1])
    assert "(cat:cs.CL OR cat:math*) AND submittedDate:[202608140000 TO 202608202359]" in query
    assert len(upstream.requests) == 1


async def test_history_comes_in_pages(upstream: Upstream, client: PoliteClient) -> None:
    """Until one is not full; an error that comes as a feed is the source's fault."""
    instant = "2026-08-18T12:00:00Z"
    full = sample_answers.feed(*(submission(n, instant, "cs.CL") for n in range(1, 501)))
    rest = sample_answers.feed(submission(900, instant, "cs.CL"))
    error = sample_answers.feed(
        "<entry><id>http://arxiv.org/api/errors#x</id><title>Error</title>"
        "<summary>start must be an integer</summary></entry>"
    )
    replies = [upstream.answer(one) for one in (full, rest, error)]
    upstream.says("/api/query", *replies)
    source = ArxivDaily(
        client, ["cs.CL"], upstream.address, api_url=upstream.address, today=lambda: TODAY
    )
    assert len((await source.since(date(2026, 8, 19))).papers) == 501
    assert "start=500" in upstream.requests[1]
    with pytest.raises(SourceAnswerInvalid, match="start must be"):
        await source.since(date(2026, 8, 19))


async def test_a_feed_that_only_names_its_type_is_read(
    upstream: Upstream, client: PoliteClient
) -> None:
    """It declares no entities, which are refused."""
    whole = sample_feeds.rss(sample_feeds.announced("2608.00001"))
    upstream.says("/rss/cs.CL", upstream.answer(whole.replace(b"<rss", b"<!DOCTYPE rss><rss", 1)))
    (paper,) = (await daily(client, upstream, "cs.CL").latest()).papers
    assert paper.ids == ("arxiv:2608.00001",)


async def test_newer_versions_are_not_known_afterwards(
    upstream: Upstream, client: PoliteClient
) -> None:
    """Who wants nothing else asks nobody."""
    source = daily(client, upstream, "cs.CL", kinds=["replace"])
    assert (await source.since(TODAY)).papers == ()
    assert upstream.requests == []


WHOLE = [announced(f"2608.0000{number}") for number in range(1, 4)]


@pytest.mark.parametrize(
    ("end", "why"),
    [
        (b"<item><title>cut", "truncated"),
        (b"<item><title>cut</title><guid>oai:arXiv.org:2608.00004v1</gu", "truncated"),
        (b"<item><title>\xc3", "truncated"),
        (b"", "truncated"),
        (b"<item><title>a & b</title></item>", "wrong_shape"),
    ],
    ids=["text", "tag", "letter", "between", "damaged"],
)
async def test_of_a_feed_that_breaks_off_the_whole_items_arrive(
    upstream: Upstream, client: PoliteClient, end: bytes, why: str
) -> None:
    """Not the one that is cut; one line says so."""
    body = sample_feeds.rss(*WHOLE).removesuffix(b"</channel></rss>") + end
    upstream.says("/rss/cs.CL", upstream.answer(body))
    with structlog.testing.capture_logs() as logs:
        told = await daily(client, upstream, "cs.CL").latest()
    assert [one.ids[0] for one in told.papers] == [f"arxiv:2608.0000{one}" for one in (1, 2, 3)]
    (line,) = [line for line in logs if line["log_level"] == "warning"]
    assert (line["event"], line["source"], line["items"]) == ("feed_broken", "arxiv", 3)
    assert line["error"].startswith(why)


async def test_of_a_page_of_the_api_that_breaks_off_nothing_is_taken(
    upstream: Upstream, client: PoliteClient
) -> None:
    """It would look like the last one."""
    body = sample_answers.feed(*(submission(n, "2026-08-18T12:00:00Z", "cs.CL") for n in (1, 2)))
    upstream.says("/api/query", upstream.answer(body[:-30]))
    source = ArxivDaily(
        client, ["cs.CL"], upstream.address, api_url=upstream.address, today=lambda: TODAY
    )
    with pytest.raises(SourceAnswerInvalid, match="truncated"):
        await source.since(date(2026, 8, 19))

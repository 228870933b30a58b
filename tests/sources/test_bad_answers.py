"""Every source that is polled, told what it should not be told: one clear line each, and the rest
of that answer arrives.
"""

from __future__ import annotations

import asyncio
import json
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
import sample_feeds
import structlog

from bot.sources.arxiv_daily import ArxivDaily
from bot.sources.errors import SourceAnswerInvalid, SourceError, SourceUnreachable
from bot.sources.feeds import Feed
from bot.sources.huggingface import HuggingFaceDaily
from bot.sources.reading import Reader

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from bot.core.papers import PaperDraft
    from bot.sources.http import PoliteClient
    from tests.sources.conftest import Upstream

TODAY = date(2026, 8, 20)
NAMES = ("huggingface", "arxiv", "rss", "json")
LONG = "Long " * 2_000


class Source:
    """One source, as a test tells it: where it asks, what its answers are made of."""

    def __init__(self, name: str, client: PoliteClient, upstream: Upstream) -> None:
        reader = Reader()
        feed = Feed(client, name, f"{upstream.address}/feed", reader=reader, today=lambda: TODAY)
        hugging_face = HuggingFaceDaily(client, upstream.address)
        arxiv = ArxivDaily(client, ["cs.CL"], upstream.address, today=lambda: TODAY)
        self.name = name
        self.path = {"huggingface": "/api/daily_papers", "arxiv": "/rss/cs.CL"}.get(name, "/feed")
        self._ask: Callable[[], Any] = {
            "huggingface": lambda: hugging_face.day(TODAY),
            "arxiv": arxiv.latest,
        }.get(name, feed.latest)

    async def ask(self) -> Sequence[PaperDraft]:
        """Ask for what is new."""
        return (await self._ask()).papers

    def body(self, *items: dict[str, str]) -> bytes:
        """An answer of these: `number`, and what is odd about it."""
        match self.name:
            case "huggingface":
                return json.dumps([self._paper(**one) for one in items]).encode()
            case "arxiv":
                return sample_feeds.rss(*(self._announced(**one) for one in items))
            case "rss":
                return sample_feeds.rss(*(self._item(**one) for one in items))
            case _:
                listed = [self._entry(**one) for one in items]
                told = {"version": "https://jsonfeed.org/version/1", "items": listed}
                return json.dumps(told).encode()

    @staticmethod
    def _paper(number: str, **odd: str) -> dict[str, object]:
        paper = {
            "id": odd.get("id", f"2608.0000{number}"),
            "title": odd.get("title", f"Paper {number}"),
            "publishedAt": odd.get("day", "2026-08-20T00:00:00.000Z"),
            "submittedOnDailyAt": "2026-08-20T00:00:00.000Z",
        }
        return {"paper": paper}

    @staticmethod
    def _announced(number: str, **odd: str) -> str:
        names = {"id": "guid", "title": "title", "day": "pubDate"}
        more = {"title": f"Paper {number}"} | {names[key]: odd[key] for key in odd}
        return sample_feeds.announced(f"2608.0000{number}", **more)

    @staticmethod
    def _item(number: str, **odd: str) -> str:
        changed = {{"day": "pubDate"}.get(key, key): value for key, value in odd.items()}
        if "id" in changed:
            changed |= {"guid": "", "link": ""}
            del changed["id"]
        return sample_feeds.item(int(number), **changed)

    @staticmethod
    def _entry(number: str, **odd: str) -> dict[str, object]:
        return {
            "id": "" if "id" in odd else f"item-{number}",
            "title": odd.get("title", f"Paper {number}"),
            "date_published": odd.get("day", "2026-08-20T00:00:00Z"),
        }


@pytest.fixture(params=NAMES)
def source(request: pytest.FixtureRequest, client: PoliteClient, upstream: Upstream) -> Source:
    """Each of them."""
    quick = client.within(replace(client.limits, deadline=1.0, attempts=1))
    return Source(request.param, quick, upstream)


GOOD = [{"number": "1"}, {"number": "2"}]


async def test_each_brings_what_is_good(source: Source, upstream: Upstream) -> None:
    """Without a line."""
    upstream.says(source.path, upstream.answer(source.body(*GOOD)))
    with structlog.testing.capture_logs() as logs:
        assert [one.title for one in await source.ask()] == ["Paper 1", "Paper 2"]
    assert not [line for line in logs if line["log_level"] == "warning"]


@pytest.mark.parametrize(
    ("body", "reasons"),
    [
        (b"<!DOCTYPE html><html><h1>Maintenance</h1></html>", {"html"}),
        (b"<html><body>" + b"<p>x" * 1_000, {"html"}),
        (b"", {"empty"}),
        (b" \r\n\t", {"empty"}),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", {"not_json", "wrong_shape"}),
        (b"3", {"wrong_shape"}),
        (b'{"error": "no"}', {"wrong_shape"}),
        (b"<opml version='2.0'><body/></opml>", {"wrong_shape", "not_json"}),
        (b"[" * 50_000, {"not_json", "wrong_shape", "truncated"}),
        (b" " * 9_000_000, {"too_large"}),
    ],
    ids="html page empty blank picture number object opml nested large".split(),
)
async def test_what_is_none_of_its_answers_is_told_apart(
    source: Source, upstream: Upstream, body: bytes, reasons: set[str]
) -> None:
    """The fault names the source, the address and what came instead."""
    address = upstream.says(source.path, upstream.answer(body))
    with pytest.raises(SourceAnswerInvalid) as caught:
        await source.ask()
    assert caught.value.reason in reasons
    assert caught.value.source == source.name
    assert str(caught.value).startswith(f"{source.name}: ")
    assert address in str(caught.value)
    assert len(str(caught.value)) < 500
    assert "\n" not in str(caught.value)


async def test_half_an_answer_is_told_or_read(source: Source, upstream: Upstream) -> None:
    """Of a feed the entries before the cut arrive, and the line says that it is broken."""
    whole = source.body(*GOOD)
    upstream.says(source.path, upstream.answer(whole[: int(len(whole) * 0.9)]))
    if source.name == "huggingface":
        with pytest.raises(SourceAnswerInvalid) as caught:
            await source.ask()
        assert caught.value.reason == "truncated"
        return
    with structlog.testing.capture_logs() as logs:
        assert (await source.ask())[0].title == "Paper 1"
    warned = [line for line in logs if line["log_level"] == "warning"]
    assert [(line["event"], line["source"]) for line in warned] == [("feed_broken", source.name)]


async def test_fifty_megabytes_are_refused(source: Source, upstream: Upstream) -> None:
    """When they are announced, without a look at them."""
    upstream.says(source.path, upstream.answer(b"x", Content_Length="50000000"))
    with pytest.raises(SourceAnswerInvalid) as caught:
        await source.ask()
    assert caught.value.reason == "too_large"


async def test_a_circle_and_a_drip_end(source: Source, upstream: Upstream) -> None:
    """After six requests; after the deadline."""
    upstream.says(source.path, upstream.answer(status=302, Location=source.path))
    with pytest.raises(SourceUnreachable, match="redirects without end"):
        await source.ask()

    async def slowly(writer: asyncio.StreamWriter) -> None:
        writer.write(upstream.answer(b"", Content_Length="100000"))
        while True:
            await asyncio.sleep(0.02)
            writer.write(b" ")
            await writer.drain()

    upstream.says(source.path, slowly)
    with pytest.raises(SourceUnreachable, match="took too long"):
        await source.ask()


@pytest.mark.parametrize(
    ("odd", "reasons", "arrives"),
    [
        ({"title": " "}, {"no_title"}, False),
        ({"title": LONG}, {"title_too_long"}, True),
        ({"day": "yesterday"}, {"invalid_date"}, True),
        ({"day": "Thu, 32 Foo 2026"}, {"invalid_date"}, True),
        ({"id": "no id"}, {"no_id"}, False),
    ],
    ids="untitled long undated date id".split(),
)
async def test_one_bad_item_is_one_line_and_the_others_arrive(
    source: Source, upstream: Upstream, odd: dict[str, str], reasons: set[str], arrives: bool
) -> None:
    """The line names the source, the item by its place and id, and the reason."""
    body = source.body({"number": "1"}, {"number": "2", **odd}, {"number": "3"})
    upstream.says(source.path, upstream.answer(body))
    with structlog.testing.capture_logs() as logs:
        papers = await source.ask()
    titles = [one.title[:7] for one in papers]
    assert [titles[0], titles[-1]] == ["Paper 1", "Paper 3"]
    assert len(papers) == 2 + arrives
    assert all(len(one.title) <= 600 for one in papers)
    (line,) = [line for line in logs if line["log_level"] == "warning"]
    assert line["event"] == ("item_mended" if arrives else "item_rejected")
    assert (line["source"], line["index"]) == (source.name, 1)
    assert line["reason"] in reasons
    assert "item" in line
    assert len(str(line)) < 700


async def test_a_repeated_item_is_one_paper(source: Source, upstream: Upstream) -> None:
    """And a line."""
    upstream.says(source.path, upstream.answer(source.body(*GOOD, {"number": "1"})))
    with structlog.testing.capture_logs() as logs:
        assert sorted(one.title for one in await source.ask()) == ["Paper 1", "Paper 2"]
    (line,) = [line for line in logs if line["log_level"] == "warning"]
    assert (line["source"], line["index"], line["reason"]) == (source.name, 2, "duplicate")


BOMB = (
    b'<?xml version="1.0"?><!DOCTYPE rss ['
    b'<!ENTITY a0 "aaaaaaaaaa">'
    + b"".join(b'<!ENTITY a%d "%s">' % (n, b"&a%d;" % (n - 1) * 10) for n in range(1, 12))
    + b"]>"
)


@pytest.mark.parametrize("name", ["arxiv", "rss"])
async def test_entities_that_expand_for_ever_do_not(
    name: str, client: PoliteClient, upstream: Upstream
) -> None:
    """What declares them is no feed of arXiv's; of any other what stands beside them arrives, and a
    line says so.
    """
    source = Source(name, client, upstream)
    whole = source.body({"number": "1", "title": "x &a11; y"}, {"number": "2"})
    upstream.says(source.path, upstream.answer(BOMB + whole.partition(b"?>")[2]))
    if name == "arxiv":
        with pytest.raises(SourceAnswerInvalid, match="entities"):
            await source.ask()
        return
    with structlog.testing.capture_logs() as logs:
        papers = await source.ask()
    assert papers[-1].title == "Paper 2"
    assert all(len(one.title) < 100 for one in papers)
    (line,) = [line for line in logs if line["log_level"] == "warning"]
    assert (line["event"], line["source"]) == ("feed_broken", "rss")
    assert "entities" in line["error"]


def test_every_fault_of_a_source_is_one_kind_of_error() -> None:
    """Whoever polls them needs to know no other."""
    assert issubclass(SourceAnswerInvalid, SourceError)

"""What people add, fetched through the guard and read by whoever can."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import httpx
import pytest

from bot.services.ports import SourceFault, UnfitSourceError
from bot.sources.added import AddedReader, is_feed
from bot.sources.guard import Guard
from bot.sources.http import Limits, PoliteClient

if TYPE_CHECKING:
    from tests.sources.conftest import Upstream

BIB = b"@article{k, title = {A Title}, year = 2020}"
ATOM = b"""<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>A Journal</title>
<entry><id>urn:1</id><title>An Entry</title><updated>2026-01-01T00:00:00Z</updated></entry>
<entry><id>urn:2</id></entry></feed>"""


def reader(guard: Guard | None = None) -> AddedReader:
    """A reader that may ask this machine, or only what a guard lets it."""
    anywhere = Guard(allows=lambda _: True, ports=range(65_536))
    limits = Limits(connect=2, deadline=2, attempts=1, spacing=0)
    client = PoliteClient(
        user_agent="Paperboy/test",
        limits=limits,
        transport=httpx.AsyncHTTPTransport(),
        guard=guard or anywhere,
    )
    return AddedReader(client, lambda: date(2026, 8, 21))


@pytest.mark.parametrize(
    ("body", "kind", "title"),
    [
        (BIB, "bibliography", "A Title"),
        (ATOM, "feed", "An Entry"),
        (json.dumps([{"title": "A Title", "type": "book"}]).encode(), "bibliography", "A Title"),
    ],
    ids=["bibtex", "atom", "csl"],
)
async def test_an_address_is_read_by_what_stands_there(
    upstream: Upstream, body: bytes, kind: str, title: str
) -> None:
    """Whatever the server says that it is."""
    address = upstream.says("/x", upstream.answer(body, content_type="text/html"))
    told = await reader().read("lab", address)
    assert told is not None
    assert await reader().read("lab", address, told.state) is None
    assert (told.kind, [draft.title for draft in told.papers]) == (kind, [title])


async def test_a_feeds_title_and_faults_are_told() -> None:
    """A file may be one, too."""
    told = await reader().read_file("lab", ATOM)
    assert (told.title, len(told.faults)) == ("A Journal", 1)


async def test_an_address_inside_the_network_is_refused(upstream: Upstream) -> None:
    """With its reason, and nobody is asked."""
    address = upstream.says("/x", upstream.answer(BIB))
    with pytest.raises(UnfitSourceError) as caught:
        await reader(Guard(ports=range(65_536))).read("lab", address)
    assert caught.value.why == "forbidden"
    assert upstream.requests == []


@pytest.mark.parametrize(
    ("body", "status"),
    [
        (b"", 404),
        (b"<html><h1>Moved</h1></html>", 200),
        (b"", 200),
        (b"x" * 9_000_000, 200),
        (BIB[:20], 200),
        (b"PK\x03\x04\x00\xff\xfe", 200),
        (b"", 302),
    ],
    ids=["gone", "page", "empty", "large", "cut", "binary", "loop"],
)
async def test_what_cannot_be_read_is_one_fault(
    upstream: Upstream, body: bytes, status: int
) -> None:
    """It names the source."""
    reply = upstream.answer(body, status, Location="/x")
    with pytest.raises(SourceFault, match="lab"):
        await reader().read("lab", upstream.says("/x", reply))


async def test_an_answer_that_breaks_off_is_a_fault(upstream: Upstream) -> None:
    """Half a list is none: what is lacking would be news tomorrow."""
    reply = b"HTTP/1.1 200 OK\r\nContent-Length: 999\r\n\r\n" + BIB
    with pytest.raises(SourceFault, match="lab"):
        await reader().read("lab", upstream.says("/x", reply))


@pytest.mark.parametrize(
    ("content", "feed"),
    [
        (ATOM, True),
        (b"<rss version='2.0'>", True),
        (b'{"version": "https://jsonfeed.org/version/1.1"}', True),
        (b"<!doctype html><html><p>about &lt;rss> and <rss >", False),
        (BIB, False),
        (b"", False),
    ],
)
def test_a_feed_is_told_by_its_first_lines(content: bytes, feed: bool) -> None:
    """A page that speaks of feeds is none."""
    assert is_feed(content) is feed


REAL = Path(__file__).parents[3] / "shared" / "data" / "fixtures" / "arxiv_rss"


@pytest.mark.skipif(not REAL.is_dir(), reason="the recorded feeds are not here")
async def test_recorded_feeds_are_read() -> None:
    """Whole."""
    for path in sorted(one for one in REAL.iterdir() if is_feed(one.read_bytes())):
        assert (await reader().read_file("lab", path.read_bytes())).papers


async def test_an_address_is_asked_once_a_reading(upstream: Upstream) -> None:
    """One that says to come back soon is not waited for: the next poll does."""
    address = upstream.says("/x", upstream.answer(status=503, Retry_After="0"))
    for patient in (Limits(attempts=3, spacing=0), Limits(spacing=0)):
        guard = Guard(allows=lambda _: True, ports=range(65_536))
        async with PoliteClient(user_agent="Paperboy/test", limits=patient, guard=guard) as client:
            with pytest.raises(SourceFault):
                await AddedReader(client, lambda: date(2026, 8, 21)).read("lab", address)
    assert len(upstream.requests) == 2

"""The shared HTTP client ends a request with a whole answer or a `SourceError` that says why."""

from __future__ import annotations

import asyncio
import contextlib
import gzip
import json
import zlib
from typing import TYPE_CHECKING

import httpx
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bot.sources.answers import parse_json
from bot.sources.errors import (
    SourceAnswerInvalid,
    SourceError,
    SourceRefused,
    SourceUnreachable,
)
from bot.sources.http import Limits, PoliteClient

if TYPE_CHECKING:
    from bot.sources.errors import Reason
    from tests.sources.conftest import Upstream


async def test_an_answer_arrives_whole(upstream: Upstream, client: PoliteClient) -> None:
    """Body, status, headers and the agent's name are what both sides said."""
    address = upstream.says("/a", upstream.answer(b'{"a": 1}', ETag='"x"'))
    got = await client.get("test", address, params={"q": "ä b"}, headers={"X-Key": "1"})
    assert (got.status, got.json(), got.headers["etag"]) == (200, {"a": 1}, '"x"')
    assert got.next_page is None
    assert "User-Agent: Paperboy/test" in upstream.requests[0]
    assert "X-Key: 1" in upstream.requests[0]
    assert upstream.requests[0].startswith("GET /a?q=%C3%A4")


async def test_a_compressed_answer_is_unpacked(upstream: Upstream, client: PoliteClient) -> None:
    """Gzip is asked for and read."""
    packed = gzip.compress(b"[1, 2]", mtime=0)
    address = upstream.says("/a", upstream.answer(packed, Content_Encoding="gzip"))
    assert (await client.get("test", address)).json() == [1, 2]


async def test_a_conditional_answer_is_an_answer(upstream: Upstream, client: PoliteClient) -> None:
    """304 tells the caller that nothing changed."""
    address = upstream.says("/a", upstream.answer(status=304))
    assert (await client.get("test", address)).status == 304


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        (b"<!DOCTYPE html><title>Down</title>", "html"),
        (b"\n  <html>", "html"),
        (b"", "empty"),
        (b" \r\n ", "empty"),
        (b'[{"paper": {"id": "2305', "truncated"),
        (b'[{"paper": {"id": 1}', "truncated"),
        (b'{"a": tru', "truncated"),
        (b"[1,", "truncated"),
        (b"Internal error", "not_json"),
        (b'{"a" 1}', "not_json"),
        (b"\xff\xfe\x00", "not_json"),
        (b"[" * 100_000, "not_json"),
        (b"9" * 10_000, "not_json"),
    ],
)
async def test_what_is_no_json_is_told_apart(
    upstream: Upstream, client: PoliteClient, body: bytes, reason: Reason
) -> None:
    """HTML, nothing, half a document and noise each have their name, and the address with it."""
    address = upstream.says("/a", upstream.answer(body))
    got = await client.get("test", address)
    with pytest.raises(SourceAnswerInvalid) as caught:
        got.json()
    assert (caught.value.source, caught.value.address) == ("test", address)
    assert caught.value.reason == reason


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        (b"<html>", "html"),
        (b"<?xml version='1.0'?><!DOCTYPE html><html/>", "html"),
        (b"\xef\xbb\xbf <!-- x --><h1>Maintenance</h1>", "html"),
        (b"<!doctype html>", "html"),
        (b"<", "html"),
        (b"<?xml never ends", "html"),
        (b"<?xml version='1.0'?>\n<rss/>", "not_json"),
        (b"<papers><paper/></papers>", "not_json"),
        (b"<!-- x --><!DOCTYPE opml><opml/>", "not_json"),
    ],
)
def test_xml_that_is_no_page_is_called_so(body: bytes, reason: str) -> None:
    """Neither is JSON."""
    with pytest.raises(SourceAnswerInvalid) as caught:
        parse_json(body, source="test", address="x")
    assert caught.value.reason == reason
    assert ("XML" in str(caught.value)) == (reason == "not_json")


@given(st.binary(max_size=200))
@example(b"\xef\xbb\xbf[]")
@example(b"\x1c")
def test_any_body_is_json_or_invalid(body: bytes) -> None:
    """Reading raises nothing but SourceAnswerInvalid."""
    with contextlib.suppress(SourceAnswerInvalid):
        parse_json(body, source="test", address="x")


@given(
    st.recursive(
        st.none()
        | st.booleans()
        | st.text(st.characters(exclude_categories=["Cs"]), max_size=9)
        | st.floats(allow_nan=False, allow_infinity=False),
        st.lists,
        max_leaves=5,
    ),
    st.booleans(),
    st.integers(0),
)
@example(["\x1f\x1f", ""], False, 42)  # noqa: FBT003 -- `ascii_only`
def test_half_a_document_is_truncated(value: object, ascii_only: bool, where: int) -> None:
    """Every beginning of a list is one cut short."""
    whole = json.dumps([value, {"a": value}], ensure_ascii=ascii_only, allow_nan=False).encode()
    with pytest.raises(SourceAnswerInvalid) as caught:
        parse_json(whole[: 1 + where % (len(whole) - 1)], source="test", address="x")
    assert caught.value.reason == "truncated"


@pytest.mark.parametrize("announced", [True, False])
async def test_ten_megabytes_are_refused(
    upstream: Upstream, client: PoliteClient, *, announced: bool
) -> None:
    """A body over 8 MiB is refused, whether its length is announced or not."""
    body = b" " * 10_000_000
    if announced:
        reply = upstream.answer(body)
    else:
        reply = upstream.answer(body, Content_Length="").replace(b"Content-Length: \r\n", b"")
    with pytest.raises(SourceAnswerInvalid) as caught:
        await client.get("test", upstream.says("/a", reply))
    assert caught.value.reason == "too_large"
    assert len(upstream.requests) == 1


async def test_a_bomb_does_not_unpack(upstream: Upstream, client: PoliteClient) -> None:
    """Ten thousand bytes that unpack to ten megabytes are refused as ten megabytes."""
    packed = gzip.compress(b" " * 10_000_000, mtime=0)
    address = upstream.says("/a", upstream.answer(packed, Content_Encoding="gzip"))
    with pytest.raises(SourceAnswerInvalid) as caught:
        await client.get("test", address)
    assert caught.value.reason == "too_large"


@pytest.mark.parametrize(
    ("body", "encoding", "reason"),
    [
        (gzip.compress(b"x" * 500, mtime=0)[:-9], "gzip", "truncated"),
        (b"no gzip", "gzip", "truncated"),
        (zlib.compress(b"x"), "br", "wrong_shape"),
    ],
)
async def test_a_broken_encoding_is_an_invalid_answer(
    upstream: Upstream, client: PoliteClient, body: bytes, encoding: str, reason: Reason
) -> None:
    """Cut or foreign compression is reported, not guessed at."""
    address = upstream.says("/a", upstream.answer(body, Content_Encoding=encoding))
    with pytest.raises(SourceAnswerInvalid) as caught:
        await client.get("test", address)
    assert caught.value.reason == reason


async def test_a_body_cut_by_the_line_is_truncated(
    upstream: Upstream, client: PoliteClient
) -> None:
    """Fewer bytes than announced are tried again, then reported."""
    cut = upstream.answer(b"[1, 2", Content_Length="100")
    with pytest.raises(SourceAnswerInvalid) as caught:
        await client.get("test", upstream.says("/a", cut))
    assert caught.value.reason == "truncated"
    assert len(upstream.requests) == 3


async def test_a_cut_line_is_tried_again(upstream: Upstream, client: PoliteClient) -> None:
    """The second attempt is as good as the first would have been."""
    cut = upstream.answer(b"[1, 2", Content_Length="100")
    address = upstream.says("/a", cut, b"", upstream.answer(b"[1, 2]"))
    assert (await client.get("test", address)).json() == [1, 2]


@pytest.mark.parametrize("drips", [False, True])
async def test_an_endless_answer_is_ended(upstream: Upstream, *, drips: bool) -> None:
    """Silence and a body that drips for ever both end at the deadline, once."""

    async def slowly(writer: asyncio.StreamWriter) -> None:
        if drips:
            writer.write(upstream.answer(b"", Content_Length="100000"))
        while True:
            await asyncio.sleep(0.02)  # the drip itself; the test waits for the client alone
            if drips:
                writer.write(b" ")
                await writer.drain()

    limits = Limits(deadline=0.3, spacing=0, first_wait=0, jitter=0)
    address = upstream.says("/a", slowly)
    transport = httpx.AsyncHTTPTransport()
    async with PoliteClient(user_agent="t", limits=limits, transport=transport) as client:
        with pytest.raises(SourceUnreachable, match="took too long") as caught:
            await client.get("test", address)
    assert caught.value.__cause__ is not None
    assert len(upstream.requests) == 1


async def test_redirects_are_followed_and_counted(upstream: Upstream, client: PoliteClient) -> None:
    """Five redirects are followed, a loop is ended after the sixth."""
    upstream.says("/end", upstream.answer(b"[]"))
    for step in range(5):
        target = f"/r{step + 1}" if step < 4 else "/end"
        upstream.says(f"/r{step}", upstream.answer(status=302, Location=target))
    got = await client.get("test", f"{upstream.address}/r0")
    assert got.address == f"{upstream.address}/end"
    upstream.requests.clear()
    address = upstream.says("/loop", upstream.answer(status=302, Location="/loop"))
    with pytest.raises(SourceUnreachable, match="redirects"):
        await client.get("test", address)
    assert len(upstream.requests) == 6


async def test_a_requests_own_headers_go_to_its_own_host(
    upstream: Upstream, client: PoliteClient
) -> None:
    """A redirect within it keeps them; one to elsewhere, and from there on, does not."""
    port = upstream.address.rpartition(":")[2]
    address = upstream.says("/a", upstream.answer(status=302, Location="/b"))
    upstream.says("/b", upstream.answer(status=302, Location=f"http://localhost:{port}/c"))
    upstream.says("/c", upstream.answer(status=302, Location=f"{upstream.address}/d"))
    upstream.says("/d", upstream.answer(b"[]"))
    await client.get("test", address, headers={"x-api-key": "s3cret"})
    assert ["s3cret" in one for one in upstream.requests] == [True, True, False, False]
    assert all("User-Agent: Paperboy/test" in one for one in upstream.requests)


@pytest.mark.parametrize("target", ["file:///etc/passwd", "ftp://127.0.0.1/x", "http://xn--/"])
async def test_a_redirect_elsewhere_is_not_followed(
    upstream: Upstream, client: PoliteClient, target: str
) -> None:
    """Only http and https addresses are asked."""
    address = upstream.says("/a", upstream.answer(status=302, Location=target))
    with pytest.raises(SourceUnreachable):
        await client.get("test", address)


@pytest.mark.parametrize("status", [429, 500, 503])
async def test_a_passing_refusal_is_tried_again(
    upstream: Upstream, client: PoliteClient, status: int
) -> None:
    """503 then 200 is an answer."""
    address = upstream.says("/a", upstream.answer(status=status), upstream.answer(b"[]"))
    assert (await client.get("test", address)).json() == []
    assert len(upstream.requests) == 2


async def test_a_lasting_refusal_is_reported(upstream: Upstream, client: PoliteClient) -> None:
    """After three attempts the status is the caller's to know; 404 takes one."""
    address = upstream.says("/a", upstream.answer(status=503))
    with pytest.raises(SourceRefused) as caught:
        await client.get("test", address)
    assert (caught.value.status, caught.value.retry_after) == (503, None)
    assert len(upstream.requests) == 3
    with pytest.raises(SourceRefused) as caught:
        await client.get("test", f"{upstream.address}/missing")
    assert caught.value.status == 404
    assert len(upstream.requests) == 4


async def test_retry_after_is_honoured(upstream: Upstream, client: PoliteClient) -> None:
    """The next attempt comes when the source allows it, in seconds or by its own clock."""
    by_date = upstream.answer(
        status=429,
        Date="Fri, 21 Aug 2026 09:00:00 GMT",
        Retry_After="Fri, 21 Aug 2026 09:00:01 GMT",
    )
    address = upstream.says("/a", by_date, upstream.answer(b"[]"))
    await client.get("test", address)
    first, second = upstream.moments
    assert second - first >= 0.99


@pytest.mark.parametrize(
    ("value", "seconds"),
    [("3600", 3600.0), ("Fri, 21 Aug 2026 10:00:00 GMT", 3600.0)],
)
async def test_a_long_retry_after_is_the_callers(
    upstream: Upstream, client: PoliteClient, value: str, seconds: float
) -> None:
    """An hour is not waited for here; the caller learns it."""
    date = "Fri, 21 Aug 2026 09:00:00 GMT"
    address = upstream.says("/a", upstream.answer(status=429, Date=date, Retry_After=value))
    with pytest.raises(SourceRefused) as caught:
        await client.get("test", address)
    assert caught.value.retry_after == seconds
    assert len(upstream.requests) == 1


@pytest.mark.parametrize("value", ["soon", "-5", "", "٣", "Fri, 99 Aug 2026 10:00:00 GMT"])
async def test_a_senseless_retry_after_is_ignored(
    upstream: Upstream, client: PoliteClient, value: str
) -> None:
    """Then the client's own pauses hold."""
    reply = upstream.answer(status=429, Retry_After=value)
    address = upstream.says("/a", reply, upstream.answer(b"[]"))
    assert (await client.get("test", address)).json() == []


async def test_a_host_is_asked_in_turns(upstream: Upstream) -> None:
    """Requests to one host keep their distance, however many tasks ask."""
    limits = Limits(spacing=0.1, first_wait=0, jitter=0)
    address = upstream.says("/a", upstream.answer(b"[]"))
    transport = httpx.AsyncHTTPTransport()
    async with PoliteClient(user_agent="t", limits=limits, transport=transport) as client:
        await asyncio.gather(*(client.get("test", address) for _ in range(4)))
    assert max(upstream.moments) - min(upstream.moments) >= 0.25


async def test_nobody_there_is_unreachable(upstream: Upstream, client: PoliteClient) -> None:
    """A refused connection, an empty answer and no address at all are one kind of error."""
    addresses = ["http://127.0.0.1:9/x", "http://127.0.0.1:99999/", "http://127..1/", "http://["]
    addresses += ["http://a\x00b/", "/a", "http://", upstream.says("/a", b"")]
    for address in addresses:
        with pytest.raises(SourceUnreachable) as caught:
            await client.get("test", address)
        assert isinstance(caught.value, SourceError)
        assert caught.value.source == "test"
        assert caught.value.__cause__ is not None or "address" in str(caught.value)


async def test_the_next_page_is_an_absolute_address(
    upstream: Upstream, client: PoliteClient
) -> None:
    """A relative Link header is joined to the answer's address."""
    upstream.says("/a", upstream.answer(b"[]", Link='</a?p=2>; rel="next", </a>; rel="first"'))
    got = await client.get("test", f"{upstream.address}/a")
    assert got.next_page == f"{upstream.address}/a?p=2"
    upstream.says("/b", upstream.answer(b"[]", Link='<http://a:x/>; rel="next"'))
    assert (await client.get("test", f"{upstream.address}/b")).next_page is None

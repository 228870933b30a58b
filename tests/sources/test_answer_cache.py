"""Answers are kept on disk and asked after, never used unasked."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import httpx
import pytest
import structlog

from bot.sources.answer_cache import AnswerCache, answers_folder
from bot.sources.http import Limits, PoliteClient

if TYPE_CHECKING:
    from pathlib import Path

    from tests.sources.conftest import Upstream

LIMITS = Limits(connect=2, deadline=2, attempts=1, first_wait=0, jitter=0, spacing=0)


def client_of(folder: Path) -> PoliteClient:
    """A client that keeps its answers there."""
    cache = AnswerCache(folder)
    transport = httpx.AsyncHTTPTransport()
    return PoliteClient(user_agent="t", limits=LIMITS, transport=transport, cache=cache)


def test_answers_lie_beside_the_database(tmp_path: Path) -> None:
    """In a folder of the same name."""
    assert answers_folder(tmp_path / "paperboy.db") == tmp_path / "paperboy.answers"


async def test_what_did_not_change_is_not_sent_again_also_after_a_restart(
    upstream: Upstream, tmp_path: Path
) -> None:
    """The source is asked every time; its 304 makes what is kept an answer like the first."""
    first = upstream.answer(
        b"[1]",
        ETag='"a"',
        Last_Modified="Fri, 21 Aug 2026 09:00:00 GMT",
        Content_Type="application/json",
        Cache_Control="max-age=86400",
        Link='</a?p=2>; rel="next"',
    )
    address = upstream.says("/a", first, upstream.answer(status=304, X_Now="later"))
    async with client_of(tmp_path) as client:
        told = await client.get("test", address, polled=True)
    async with client_of(tmp_path) as client:
        again = await client.get("test", address, polled=True)
    assert (again.status, again.body, again.address) == (200, b"[1]", told.address)
    assert again.next_page == told.next_page == f"{upstream.address}/a?p=2"
    assert (again.headers["content-type"], again.headers["x-now"]) == ("application/json", "later")
    assert "If-None-Match" not in upstream.requests[0]
    assert 'If-None-Match: "a"' in upstream.requests[1]
    assert "If-Modified-Since: Fri, 21 Aug 2026 09:00:00 GMT" in upstream.requests[1]


async def test_what_changed_replaces_what_was_kept(upstream: Upstream, tmp_path: Path) -> None:
    """An answer that may not be kept leaves nothing behind."""
    replies = [
        upstream.answer(b"one", ETag='"1"'),
        upstream.answer(b"two", ETag='"2"'),
        upstream.answer(b"three", ETag='"3"', Cache_Control="private, No-Store"),
        upstream.answer(b"four", ETag='"4"', Vary="*"),
        upstream.answer(b"five"),
    ]
    address = upstream.says("/a", *replies)
    async with client_of(tmp_path) as client:
        got = [(await client.get("test", address, polled=True)).body for _ in replies]
    assert got == [b"one", b"two", b"three", b"four", b"five"]
    asked = [head.partition("If-None-Match: ")[2][:3] for head in upstream.requests]
    assert asked == ["", '"1"', '"2"', "", ""]
    assert list(tmp_path.iterdir()) == []


async def test_only_what_is_polled_without_headers_of_its_own_is_kept(
    upstream: Upstream, tmp_path: Path
) -> None:
    """What people look up, and what was asked with a key, is on no disk."""
    address = upstream.says("/a", upstream.answer(b"x", ETag='"1"'))
    async with client_of(tmp_path / "answers") as client:
        await client.get("test", address)
        await client.get("test", address, headers={"x-api-key": "s3cret"}, polled=True)
    assert list(tmp_path.iterdir()) == []
    assert not any("If-None-Match" in head for head in upstream.requests)


async def test_each_redirect_is_asked_after_by_itself(upstream: Upstream, tmp_path: Path) -> None:
    """What was kept of the end is not asked of the way there."""
    address = upstream.says("/a", upstream.answer(status=302, Location="/b", ETag='"way"'))
    upstream.says("/b", upstream.answer(b"x", ETag='"end"'), upstream.answer(status=304))
    async with client_of(tmp_path) as client:
        for _ in range(2):
            assert (await client.get("test", address, polled=True)).body == b"x"
    assert ["If-None-Match" in head for head in upstream.requests] == [False, False, False, True]


async def test_what_has_moved_is_asked_for_anew_where_it_is(
    upstream: Upstream, tmp_path: Path
) -> None:
    """What was kept of the old address is no condition at the new one."""
    moved = upstream.answer(status=302, Location="/b")
    address = upstream.says("/a", upstream.answer(b"old", ETag='"old"'), moved)
    upstream.says("/b", upstream.answer(b"new"))
    async with client_of(tmp_path) as client:
        got = [(await client.get("test", address, polled=True)).body for _ in range(2)]
    assert got == [b"old", b"new"]
    assert ["If-None-Match" in head for head in upstream.requests] == [False, True, False]


@pytest.mark.parametrize("damage", [b"", b"{", b"[]\nx", b"\xff\n", None])
async def test_a_damaged_cache_is_dropped_with_one_line(
    upstream: Upstream, tmp_path: Path, damage: bytes | None
) -> None:
    """Whole, and answers go on arriving."""
    folder = tmp_path / "answers"
    addresses = [upstream.says(f"/{at}", upstream.answer(b"12345", ETag='"1"')) for at in range(3)]
    async with client_of(folder) as client:
        for address in addresses:
            await client.get("test", address, polled=True)
        for path in folder.iterdir():
            path.write_bytes(path.read_bytes()[:-1] if damage is None else damage)
        with structlog.testing.capture_logs() as logs:
            for address in addresses:
                assert (await client.get("test", address, polled=True)).body == b"12345"
        assert [line["event"] for line in logs] == ["answers_dropped"]
    assert not any("If-None-Match" in head for head in upstream.requests)
    assert len(list(folder.iterdir())) == 3


async def test_the_longest_unused_go_first(tmp_path: Path) -> None:
    """By number and by size; what was left half written goes, too."""
    cache = AnswerCache(tmp_path, most_answers=2)
    (tmp_path / "half.part").write_bytes(b"x")
    headers = {"etag": '"1"'}
    for name in "ab":
        await cache.keep(name, headers, b"body")
    for path in tmp_path.iterdir():
        os.utime(path, (1_000, 1_000))
    assert await cache.find("a") is not None  # used since
    await cache.keep("c", headers, b"body")
    found = [name for name in "abc" if await cache.find(name) is not None]
    assert found == ["a", "c"]
    assert len(list(tmp_path.iterdir())) == 2
    small = AnswerCache(tmp_path, most_bytes=10_000)
    for name in "defgh":
        await small.keep(name, headers, b"x" * 2_400)
    assert sum(path.stat().st_size for path in tmp_path.iterdir()) <= 10_000
    await small.keep("huge", headers, b"x" * 5_000)
    assert await small.find("huge") is None
    assert await small.find("h") is not None


async def test_a_disk_that_cannot_be_written_costs_one_line(
    upstream: Upstream, tmp_path: Path
) -> None:
    """And no answer."""
    (tmp_path / "file").write_bytes(b"")
    address = upstream.says("/a", upstream.answer(b"x", ETag='"1"'))
    async with client_of(tmp_path / "file" / "answers") as client:
        with structlog.testing.capture_logs() as logs:
            for _ in range(3):
                assert (await client.get("test", address, polled=True)).body == b"x"
    assert "answers_not_kept" in [line["event"] for line in logs]
    assert [line["event"] for line in logs].count("answers_not_kept") == 1

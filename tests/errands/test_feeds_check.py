"""`paperboy check` asks the feeds and the LibreTranslate that the configuration names."""

from __future__ import annotations

import asyncio
import json
from typing import TYPE_CHECKING

import pytest

from bot.config import Settings
from bot.errands.check import look
from bot.errands.feeds_check import feeds, libretranslate

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

RSS = (
    b'<?xml version="1.0"?><rss version="2.0"><channel><title>T</title><item><guid>1</guid>'
    b"<title>A Title</title></item></channel></rss>"
)
HTML = b"<!doctype html><html><h1>Welcome</h1></html>"


class Site:
    """Answers everything with `body`."""

    address = ""
    body = b""

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """One connection, one answer."""
        await reader.readuntil(b"\r\n\r\n")
        head = f"HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: {len(self.body)}\r\n\r\n"
        writer.write(head.encode() + self.body)
        await writer.drain()
        writer.close()


@pytest.fixture
async def site() -> AsyncIterator[Site]:
    """It, on a free port."""
    site = Site()
    server = await asyncio.start_server(site.serve, "127.0.0.1", 0)
    site.address = f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}"
    async with server:
        yield site


def settings(address: str, folder: Path) -> Settings:
    """Settings that name a feed and a LibreTranslate there."""
    told = {
        "database": {"path": folder / "none.db"},
        "sources": {"feeds": [{"name": "Blog", "url": f"{address}/feed?key=secret"}]},
        "translation": {"provider": "libretranslate", "url": address},
    }
    return Settings.model_validate(told)


@pytest.mark.parametrize(
    ("body", "well", "told"),
    [
        (RSS, True, "Blog: 1 entry"),
        (RSS.replace(b"A Title", b"AT&T"), False, "Blog: 1 entry; it is broken: has bare"),
        (HTML, False, "answers a web page, not a feed"),
        (b"", False, "answers nothing, not a feed"),
        (b"{}", False, "answers something else, not a feed"),
    ],
)
async def test_a_feed_is_read_as_the_bot_would(
    site: Site, tmp_path: Path, body: bytes, well: bool, told: str
) -> None:
    """What is wrong is told without what may be a key."""
    site.body = body
    (one,) = [seen async for seen in feeds(settings(site.address, tmp_path))]
    assert (one.section, one.well) == ("feeds", well)
    assert told in one.told
    assert "secret" not in one.told


@pytest.mark.parametrize(
    ("body", "well", "told"),
    [
        (json.dumps([{"code": "en"}, {"code": "de"}, 3]).encode(), True, "with 2 languages"),
        (HTML, False, "answers a web page, not LibreTranslate"),
        (b"[]", False, "names no languages"),
        (b'{"error": "no"}', False, "names no languages"),
    ],
)
async def test_a_libretranslate_is_asked_for_its_languages(
    site: Site, tmp_path: Path, body: bytes, well: bool, told: str
) -> None:
    """Which costs nothing."""
    site.body = body
    (one,) = [seen async for seen in libretranslate(settings(site.address, tmp_path))]
    assert (one.section, one.well) == ("translation", well)
    assert told in one.told


async def test_what_is_not_named_is_not_asked() -> None:
    """Without feeds and without a translator there is nothing to see."""
    assert [one async for one in feeds(Settings())] == []
    assert [one async for one in libretranslate(Settings())] == []


async def test_nobody_at_home_is_told_among_what_check_finds(tmp_path: Path) -> None:
    """As warnings."""
    findings = [one async for one in look(settings("http://127.0.0.1:1", tmp_path))]
    found = {one.what: one for one in findings if one.what in {"feeds", "translation"}}
    assert {one.mark for one in found.values()} == {"warning"}
    assert all("cannot be asked" in one.told for one in found.values())

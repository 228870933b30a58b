"""The configuration's sources of news are made as it names them."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from sample_feeds import announced, item, rss

from bot.services.ports import Recalling
from bot.sources.news import news_sources

if TYPE_CHECKING:
    from bot.services.ports import NewsSource
    from bot.sources.http import PoliteClient
    from tests.sources.conftest import Upstream


def made(
    client: PoliteClient, address: str, categories: list[str], feeds: dict[str, str]
) -> tuple[NewsSource, ...]:
    """The sources, all at one address."""
    return news_sources(
        client,
        categories=categories,
        announced=["new"],
        rss_url=address,
        api_url=address,
        feeds=feeds,
        today=lambda: date(2026, 8, 21),
    )


async def test_each_source_brings_papers_under_its_name(
    upstream: Upstream, client: PoliteClient
) -> None:
    """ArXiv first, then the feeds in their order; only arXiv knows what was before."""
    upstream.says("/rss/cs.CL", upstream.answer(rss(announced("2608.01234"))))
    feeds = {
        name: upstream.says(f"/{name}", upstream.answer(rss(item(at))))
        for at, name in enumerate("ab")
    }
    sources = made(client, upstream.address, ["cs.CL"], feeds)
    assert [one.name for one in sources] == ["arxiv", "a", "b"]
    assert [isinstance(one, Recalling) for one in sources] == [True, False, False]
    for source in sources:
        (paper,) = (await source.latest()).papers
        assert paper.source == source.name


def test_what_is_off_is_not_there(client: PoliteClient) -> None:
    """Without categories arXiv is asked for no news."""
    assert made(client, "http://x.org", [], {}) == ()

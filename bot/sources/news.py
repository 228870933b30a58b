"""The sources of news, as the configuration names them: a file here and a line there for each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.sources.arxiv_daily import ArxivDaily
from bot.sources.feeds import Feed
from bot.sources.reading import Reader

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from datetime import date

    from bot.services.ports import NewsSource
    from bot.sources.arxiv_daily import Announced
    from bot.sources.http import PoliteClient


def news_sources(  # noqa: PLR0913 - a source, a line
    client: PoliteClient,
    *,
    categories: Sequence[str],
    announced: Sequence[Announced],
    rss_url: str,
    api_url: str,
    feeds: Mapping[str, str],
    today: Callable[[], date],
) -> tuple[NewsSource, ...]:
    """The sources that are switched on. `feeds` are addresses by the names that they were given."""
    reader = Reader()
    sources: list[NewsSource] = []
    if categories and announced:
        arxiv = ArxivDaily(
            client, categories, rss_url, api_url=api_url, announced=announced, today=today
        )
        sources.append(arxiv)
    for name, address in feeds.items():
        sources.append(Feed(client, name, address, reader=reader, today=today))
    return tuple(sources)

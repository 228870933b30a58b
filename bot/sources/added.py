"""What people add, read: a feed, a bibliography or a publications page, at an address or a file.

Addresses are asked through the guard, so nothing inside the operator's network answers. Which
reader takes it is told by what stands there: a feed says so in its first lines, anything else is a
bibliography or nothing.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import replace
from typing import TYPE_CHECKING

from bot.services.ports import ItemFault, Told, UnfitSourceError
from bot.sources.answers import Answer
from bot.sources.errors import SourceForbidden
from bot.sources.feed_child import FeedReader
from bot.sources.feeds import read_feed

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from bot.sources.http import PoliteClient

_READERS = b"1"  # another number lets everything be read anew
_START = 4_096
_FEED = re.compile(rb"<(?:rss|feed|rdf:RDF)[\s>]|jsonfeed\.org/version/1", re.IGNORECASE)
_PAGE = re.compile(rb"<html[\s>]|<!doctype\s+html", re.IGNORECASE)


class AddedReader:
    """A `SourceReader`; `today` tells the day in UTC."""

    def __init__(
        self,
        client: PoliteClient,
        today: Callable[[], date],
        feeds: FeedReader | None = None,
    ) -> None:
        self._client = client
        self._today = today
        self._feeds = feeds or FeedReader()

    async def read(self, name: str, address: str, before: str | None = None) -> Told | None:
        """Fetch an address and read what stands there; None where it is in the state that it was in
        `before`: reading thousands of entries takes seconds. Raises `SourceFault`.
        """
        try:
            answer = await self._client.guarded().get(name, address, polled=True)
        except SourceForbidden as error:
            raise UnfitSourceError(name, "forbidden", error.reason) from error
        return None if _state(answer.body) == before else await self._told(answer)

    async def read_file(self, name: str, content: bytes) -> Told:
        """Read a file that was handed over. Raises `SourceFault`."""
        return await self._told(Answer(name, "", 200, {}, content))

    async def _told(self, answer: Answer) -> Told:
        if not is_feed(answer.body):
            from bot.sources.bibliographies import read_bibliography  # noqa: PLC0415 - seldom needed

            told = await read_bibliography(answer.body, answer.source, answer.address)
            return replace(told, state=_state(answer.body))
        page = await read_feed(answer, self._feeds, self._today())
        faults = tuple(
            ItemFault(remark.item, remark.reason.replace("_", " ")) for remark in page.remarks
        )
        if not page.papers:
            raise UnfitSourceError(answer.source, "no_entries")
        return Told("feed", page.papers, page.title, faults, _state(answer.body))


def _state(content: bytes) -> str:
    """A hash of what stands there, and of which readers read it."""
    return hashlib.sha256(_READERS + content).hexdigest()


def is_feed(content: bytes) -> bool:
    """Whether it is RSS, RDF, Atom or a JSON Feed by its first lines."""
    start = content[:_START]
    return _FEED.search(start) is not None and _PAGE.search(start) is None

"""What people add, read: a feed, a bibliography or a publications page, at an address or a file.

Addresses are asked through the guard, so nothing inside the operator's network answers, and once:
whoever adds one can try again, and every poll does. Which
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
from bot.sources.errors import SourceAnswerInvalid, SourceForbidden

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from bot.sources.http import PoliteClient
    from bot.sources.reading import Reader

_READERS = b"3"  # another number lets everything be read anew
_START = 4_096
_FEED = re.compile(rb"<(?:rss|feed|rdf:RDF)[\s>]|jsonfeed\.org/version/1", re.IGNORECASE)
_PAGE = re.compile(rb"<html[\s>]|<!doctype\s+html", re.IGNORECASE)


class AddedReader:
    """A `SourceReader`; `today` tells the day in UTC."""

    def __init__(
        self,
        client: PoliteClient,
        today: Callable[[], date],
        reader: Reader | None = None,
    ) -> None:
        self._client = client.within(replace(client.limits, attempts=1))
        self._today = today
        self._reader = reader

    async def read(self, name: str, address: str, before: str | None = None) -> Told | None:
        """Fetch an address and read what stands there; None where it is in the state that it was in
        `before`: reading thousands of entries takes seconds. Raises `SourceFault`.
        """
        try:
            answer = await self._client.guarded().get(name, address, polled=True)
        except SourceForbidden as error:
            raise UnfitSourceError(name, "forbidden", error.reason) from error
        except SourceAnswerInvalid as error:
            from bot.sources.bibliographies import read_begun  # noqa: PLC0415 - as in `_told`

            return await read_begun(error, self._told)
        if state_of(answer.body) == before:
            return None
        told = await self._told(answer)
        if told.broken:
            await self._client.forget(answer)
        return told

    async def read_file(self, name: str, content: bytes) -> Told:
        """Read a file that was handed over. Raises `SourceFault`."""
        return await self._told(Answer(name, "", 200, {}, content))

    async def _told(self, answer: Answer) -> Told:
        # Seldom needed, and not before somebody adds a source.
        from bot.sources.reading import Reader  # noqa: PLC0415

        self._reader = self._reader or Reader()
        if not is_feed(answer.body):
            from bot.sources.bibliographies import read_bibliography  # noqa: PLC0415

            told = await read_bibliography(answer.body, answer.source, self._reader, answer.address)
            return replace(told, state=state_of(answer.body))
        from bot.sources.feeds import breaks_off, read_feed  # noqa: PLC0415

        page = await read_feed(answer, self._reader, self._today())
        faults = tuple(ItemFault(one.item, one.why.replace("_", " ")) for one in page.remarks)
        if not page.papers:
            raise UnfitSourceError(answer.source, "no_entries")
        broken = page.broken if breaks_off(page) else ""
        state = state_of(answer.body)
        return Told("feed", page.papers, page.title, faults, state, broken)


def state_of(content: bytes) -> str:
    """A hash of what stands there, and of which readers read it."""
    return hashlib.sha256(_READERS + content).hexdigest()


def is_feed(content: bytes) -> bool:
    """Whether it is RSS, RDF, Atom or a JSON Feed by its first lines."""
    start = content[:_START]
    return _FEED.search(start) is not None and _PAGE.search(start) is None

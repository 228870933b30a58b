"""Any feed: journals, bioRxiv, blogs. RSS, RDF, Atom and JSON Feed.

    fetch ─▶ read and made drafts beside the bot (`reading`) ─▶ drafts, and remarks on what was odd

What makes an entry a paper, and which day is its, stands in `feed_drafts`. What is left out or
mended is one line in the log, with the source's name and the entry's. Of a feed that breaks off, on
the line or at the source, the entries before that arrive; it is asked for again as a whole.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, get_args

import structlog

from bot.sources.errors import Reason, SourceAnswerInvalid, shown_address
from bot.sources.reading import Order, Reader, UnreadableError

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from bot.sources.answers import Answer
    from bot.sources.http import PoliteClient
    from bot.sources.reading_forms import Reading

_LEFT_OUT = frozenset({"not_an_object", "no_title", "no_id", "duplicate"})  # the others are mended
_REASONS: dict[str, Reason] = {one: one for one in get_args(Reason)}

_log: Any = structlog.get_logger(__name__)


class Feed:
    """A `NewsSource`: one feed, by the name that it was given; `today` tells the day in UTC.

    Addresses that people add are given with a client that is `guarded`.
    """

    def __init__(
        self,
        client: PoliteClient,
        name: str,
        address: str,
        *,
        reader: Reader,
        today: Callable[[], date],
    ) -> None:
        self._client = client
        self._address = address
        self._reader = reader
        self._today = today
        self.name = name

    async def latest(self) -> Reading:
        """What the feed has now. Raises `SourceError`."""
        try:
            answer = await self._client.get(self.name, self._address, polled=True)
        except SourceAnswerInvalid as error:
            return await self._begun(error)
        page = await read_feed(answer, self._reader, self._today())
        if breaks_off(page):
            await self._client.forget(answer)
        return page

    async def _begun(self, fault: SourceAnswerInvalid) -> Reading:
        """What came before the line was cut. Raises the fault where that is nothing."""
        if fault.begun is None:
            raise fault
        try:
            page = await read_feed(fault.begun, self._reader, self._today())
        except SourceAnswerInvalid as error:
            raise fault from error
        if not page.papers:
            raise fault
        return page


def breaks_off(page: Reading) -> bool:
    """Whether a feed ended too early: what is missing from it may be there all the same."""
    return page.broken.startswith("truncated")


async def read_feed(answer: Answer, reader: Reader, today: date) -> Reading:
    """The papers of an answer, those of its source; what is odd is logged.

    Raises SourceAnswerInvalid: html, empty, truncated, too_large, wrong_shape or not_json.
    """
    source, address = answer.source, answer.address
    content_type = answer.headers.get("content-type", "")
    order = Order("feed", source, address, content_type, today.isoformat())
    try:
        page = await reader.read(order, answer.body)
    except UnreadableError as error:
        reason = _REASONS.get(error.reason, "wrong_shape")
        raise SourceAnswerInvalid(source, address, reason, error.detail) from error
    shown = shown_address(address)
    if page.broken:
        _log.warning("feed_broken", source=source, address=shown, error=page.broken)
    for one in page.remarks:
        _log.warning(
            "item_rejected" if one.why in _LEFT_OUT else "item_mended",
            source=source,
            address=shown,
            index=one.place,
            item=one.item,
            reason=one.why,
        )
    return page

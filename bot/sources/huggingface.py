"""Hugging Face Daily Papers: ``GET /api/daily_papers`` and files recorded from it.

Rules everything here obeys:

- A day, a week, a month or what is trending comes in pages; the next one is where the ``Link``
  header says, on the same host, at most 20 of them. Of a week's list or a month's a full page
  without that header is followed by the next number (``p``, from 0), until one is not full or has
  nothing that is not known yet. A paper on two pages counts once, as the later
  page has it, for its votes are the fresher ones.
- What cannot be read is logged with its id and handed on; the rest is never lost for it. Where an
  answer breaks off or a page cannot be had, what came is in the error (`rescued`), with the other
  pages.
- Of a page the first thousand items are read: it is asked for a hundred.
- The day asked for is not always the day answered (a day that has not begun gets another's papers):
  a paper's day is its own, and how many are of another day is said.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode, urlsplit

import structlog

from bot.sources.answers import parse_json
from bot.sources.cut_json import polled_list, rescued
from bot.sources.errors import SourceAnswerInvalid, SourceError, SourceUnreachable
from bot.sources.huggingface_items import SOURCE, Reading, Rejected, read_items
from bot.sources.values import is_list

if TYPE_CHECKING:
    from pathlib import Path

    from bot.core.papers import PaperDraft
    from bot.sources.answers import Answer
    from bot.sources.http import PoliteClient

__all__ = ["SOURCE", "DailyPage", "HuggingFaceDaily", "Reading", "Rejected", "read_file"]
__all__ += ["read_items"]

MOST_PAGES = 20
_PER_PAGE = 100
_MOST_ITEMS = 10 * _PER_PAGE
_WEEK = re.compile(r"[0-9]{4}-W[0-9]{2}")
_MONTH = re.compile(r"[0-9]{4}-[0-9]{2}")

_log: Any = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True)
class DailyPage:
    """What the source answered for one period, all pages together.

    `elsewhen` counts the papers whose day is not the one asked for. `complete` is False where
    pages were left unread: after the twentieth, or on another host.
    """

    papers: tuple[PaperDraft, ...]
    rejected: tuple[Rejected, ...]
    pages: int
    elsewhen: int = 0
    complete: bool = True


class HuggingFaceDaily:
    """The daily papers of one site. Every method raises `SourceError` where a page fails."""

    name = SOURCE

    def __init__(self, client: PoliteClient, base_url: str = "https://huggingface.co") -> None:
        self._client = client
        self._api = base_url.rstrip("/") + "/api/daily_papers"

    async def day(self, day: date) -> DailyPage:
        """The papers that were submitted to `day`."""
        return await self._fetch({"date": day.isoformat()}, day)

    async def week(self, week: str) -> DailyPage:
        """The papers of an ISO week, ``2026-W34``. Raises ValueError for other text."""
        if _WEEK.fullmatch(week) is None:
            raise ValueError(f"no ISO week: {week!r}")
        return await self._fetch({"week": week}, None, numbered=True)

    async def month(self, month: str) -> DailyPage:
        """The papers of a month, ``2026-08``. Raises ValueError for other text."""
        if _MONTH.fullmatch(month) is None:
            raise ValueError(f"no month: {month!r}")
        return await self._fetch({"month": month}, None, numbered=True)

    async def trending(self) -> DailyPage:
        """What is trending now, best first."""
        return await self._fetch({"sort": "trending"}, None)

    async def _fetch(
        self, params: dict[str, str], day: date | None, *, numbered: bool = False
    ) -> DailyPage:
        papers: dict[str, PaperDraft] = {}
        rejected: list[Rejected] = []
        address: str | None = self._api
        asked = {**params, "limit": str(_PER_PAGE)}
        query: dict[str, str] | None = asked
        seen: set[str] = set()
        broken: SourceAnswerInvalid | None = None
        pages = 0
        while address is not None and address not in seen and pages < MOST_PAGES:
            seen.add(address)
            try:
                listed = await polled_list(self._client, SOURCE, address, query)
                answer, broken = listed.answer, listed.fault or broken
                reading = read_items(_bounded(listed.data, answer), day=day, address=answer.address)
            except SourceError as error:
                error.rescued = tuple(papers.values())
                raise
            seen.add(answer.address)
            log_rejected(answer.address, reading)
            known = len(papers)
            papers |= {paper.ids[0]: paper for paper in reading.papers}
            rejected += reading.rejected
            pages += 1
            items = len(reading.papers) + len(reading.rejected)
            address, query = (answer.next_page if items else None), None
            if numbered and address is None and items >= _PER_PAGE and len(papers) > known:
                address = f"{self._api}?{urlencode({**asked, 'p': str(pages)})}"
            if address is not None and not self._is_ours(address):
                _log.warning("next_page_elsewhere", source=SOURCE, address=address[:200])
                break
        complete = address is None or address in seen
        if not complete:
            _log.warning("pages_left_unread", source=SOURCE, pages=pages, **params)
        elsewhen = sum(day is not None and paper.released != day for paper in papers.values())
        if elsewhen:
            _log.info("papers_of_another_day", source=SOURCE, count=elsewhen, **params)
        if broken is not None:
            broken.rescued = tuple(papers.values())
            raise broken
        return DailyPage(tuple(papers.values()), tuple(rejected), pages, elsewhen, complete)

    def _is_ours(self, address: str) -> bool:
        ours, theirs = urlsplit(self._api), urlsplit(address)
        return (ours.scheme, ours.netloc) == (theirs.scheme, theirs.netloc)


def read_file(path: Path) -> Reading:
    """A recorded answer; its day is its name's where that is one (``2026-08-21.json``).

    Raises SourceAnswerInvalid for what is no list of papers, SourceUnreachable for what cannot be
    opened; both name the path.
    """
    address = str(path)
    try:
        body = path.read_bytes()
    except OSError as error:
        raise SourceUnreachable(SOURCE, address, error.strerror or "cannot be read") from error
    broken: SourceAnswerInvalid | None = None
    try:
        data = parse_json(body, source=SOURCE, address=address)
    except SourceAnswerInvalid as error:
        data, broken = rescued(body, error), error
    reading = read_items(data, day=_day_of(path.stem), address=address)
    log_rejected(address, reading)
    if broken is not None:
        broken.rescued = reading.papers
        raise broken
    return reading


def _bounded(data: object, answer: Answer) -> object:
    """A page's items, as far as they are read."""
    if not is_list(data) or len(data) <= _MOST_ITEMS:
        return data
    left = len(data) - _MOST_ITEMS
    _log.warning("items_left_unread", source=SOURCE, address=answer.address, items=left)
    return data[:_MOST_ITEMS]


def _day_of(name: str) -> date | None:
    try:
        return date.fromisoformat(name)
    except ValueError:
        return None


def log_rejected(address: str, reading: Reading) -> None:
    """Say in the log what was left out or mended, a line each."""
    for one in (*reading.rejected, *reading.odd):
        _log.warning(
            "item_mended" if one in reading.odd else "item_rejected",
            source=SOURCE,
            address=address,
            index=one.index,
            item=one.id,
            reason=one.reason,
        )

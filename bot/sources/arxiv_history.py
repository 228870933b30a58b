"""What arXiv announced on days that are over: its query API, for when nobody asked its feeds.

    since(day) ─▶ what was submitted to be announced from then on ─▶ pages ─▶ drafts with their day

Rules everything here obeys (source: arXiv's submission schedule, and the API User's Manual):

- What was submitted until 14:00 in New York on a working day is announced that evening, Friday's on
  Sunday, and stands in the feed of the day after. Holidays are not known here; they cost a paper a
  day of its seven.
- Results come in pages, in the order of submission, at most `MOST_PAGES` of them; what is left then
  is told in the log.
- The first version counts, as it does in the feeds that announce it as new. Whether a paper belongs
  to a category or is only listed there, its first category says.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

import structlog

from bot.sources.arxiv import entries_of, told_of
from bot.sources.drafts import taken

if TYPE_CHECKING:
    from collections.abc import Iterable
    from xml.etree.ElementTree import Element

    from bot.core.papers import PaperDraft
    from bot.sources.http import PoliteClient

SOURCE = "arxiv"
MOST_PAGES = 20

_PER_PAGE = 500
_ATOM = "{http://www.w3.org/2005/Atom}"
_CLOSES = time(14)
_FRIDAY, _SATURDAY = 4, 5

_log: Any = structlog.get_logger(__name__)


class ArxivHistory:
    """Asks for what `categories` had; `crossed` says whether what is only listed there counts."""

    def __init__(
        self,
        client: PoliteClient,
        categories: Iterable[str],
        base_url: str = "https://export.arxiv.org",
        *,
        crossed: bool,
    ) -> None:
        self._client = client
        self._categories = tuple(categories)
        self._query = base_url.rstrip("/") + "/api/query"
        self._crossed = crossed

    async def since(self, day: date, today: date) -> tuple[PaperDraft, ...]:
        """What was announced from `day` until `today`, both included. Raises `SourceError`."""
        first = datetime.combine(day - timedelta(days=5), time(), UTC)
        last = datetime.combine(today, time(23, 59), UTC)
        any_of = " OR ".join(f"cat:{one}{_all_of(one)}" for one in self._categories)
        wanted = f"({any_of}) AND submittedDate:[{first:%Y%m%d%H%M} TO {last:%Y%m%d%H%M}]"
        papers: dict[str, PaperDraft] = {}
        for page in range(MOST_PAGES):
            entries = await self._page(wanted, page * _PER_PAGE)
            drafts = (
                self._draft(entry, page * _PER_PAGE + index) for index, entry in enumerate(entries)
            )
            papers |= {
                one.ids[0]: one
                for one in drafts
                if one is not None and day <= one.released <= today
            }
            if len(entries) < _PER_PAGE:
                break
        else:
            _log.warning("pages_left_unread", source=SOURCE, pages=MOST_PAGES, since=str(day))
        return tuple(papers.values())

    async def _page(self, wanted: str, start: int) -> list[Element]:
        params = {
            "search_query": wanted,
            "start": str(start),
            "max_results": str(_PER_PAGE),
            "sortBy": "submittedDate",
            "sortOrder": "ascending",
        }
        return entries_of(await self._client.get(SOURCE, self._query, params=params))

    def _draft(self, entry: Element, index: int) -> PaperDraft | None:
        told = told_of(entry)
        submitted = _instant(entry.findtext(f"{_ATOM}published") or "")
        first = told.categories[0] if told.categories else ""
        own = any(_holds(one.lower(), first) for one in self._categories)
        if submitted is not None and not (own or self._crossed):
            return None
        draft = taken(SOURCE, told, index)
        if draft is None or submitted is None:  # without an instant there is no day either
            return None
        return replace(draft, released=announced_on(submitted))


def announced_on(submitted: datetime) -> date:
    """The day of the feed that announces what was submitted at an instant."""
    local = submitted.astimezone(ZoneInfo("America/New_York"))
    day = local.date() + timedelta(days=local.time() >= _CLOSES)
    if day.weekday() >= _SATURDAY:
        day += timedelta(days=7 - day.weekday())
    return day + timedelta(days=3 if day.weekday() == _FRIDAY else 1)


def _holds(category: str, one: str) -> bool:
    return one == category or one.startswith(f"{category}.")


def _all_of(category: str) -> str:
    """An archive is asked for with all that it holds: ``cat:cs*``."""
    return "" if "." in category else "*"


def _instant(told: str) -> datetime | None:
    try:
        instant = datetime.fromisoformat(told.strip())
    except ValueError:
        return None
    return instant if instant.tzinfo is not None else instant.replace(tzinfo=UTC)

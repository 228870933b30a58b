"""What arXiv announces: one feed a category, ``rss.arxiv.org/rss/cs.CL``, made anew every night.

Rules everything here obeys (source: arXiv's description of its RSS feeds, and its Terms of Use):

- A feed has one day, midnight in New York; at weekends and on holidays it has no entries. On the
  days that the feed itself names (``skipDays``, in UTC) it is not asked once it was read.
- A paper is announced as ``new``, as a ``cross``-list from another category, as ``replace``d by a
  newer version, or as a cross-list that was replaced; which of them count is configured. A paper in
  several feeds is one, with the best of what they say it is.
- A new paper came out on the day of its feed. Of the others the id tells the month.
- The summary begins with ``arXiv:2508.13426v1 Announce Type: cross`` and ``Abstract:``, which are
  none of the abstract.
- One category that fails costs itself only, unless all fail. Of a feed that breaks off the items
  before the break arrive.

The feed has one shape and is read with the standard library; the Atom form is read too.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import UTC, date
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING, Any, Final, Literal, get_args

import structlog

from bot.core.ids import find_id
from bot.core.papers import Dated, PaperDraft
from bot.sources.arxiv_atom import CATEGORY, finished_of
from bot.sources.arxiv_history import ArxivHistory
from bot.sources.drafts import Told, draft_of
from bot.sources.errors import SourceAnswerInvalid, SourceError
from bot.sources.values import day_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from xml.etree.ElementTree import Element

    from bot.sources.answers import Answer
    from bot.sources.http import PoliteClient

SOURCE: Final = "arxiv"

Announced = Literal["new", "cross", "replace", "replace-cross"]
"""As what a paper is announced, the best first."""

Cause = Literal["no_id", "no_title", "no_type", "invalid_date", "title_too_long", "duplicate"]

_KINDS: tuple[Announced, ...] = get_args(Announced)
_LONGEST_TITLE = 2_000
_ATOM = "{http://www.w3.org/2005/Atom}"
_OWN = "{http://arxiv.org/schemas/atom}"
_DC = "{http://purl.org/dc/elements/1.1/}"
_HEAD = re.compile(r"^\s*arXiv:\S+\s+Announce Type:\s*([a-z-]+)\s*(?:Abstract:\s*)?", re.IGNORECASE)
_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_NEW_STYLE = re.compile(r"arxiv:([0-9]{2})([0-9]{2})\.")
_OLD_STYLE = re.compile(r"arxiv:[a-z-]+/([0-9]{2})([0-9]{2})[0-9]{3}")
_FIRST_YEAR = 91  # of the last century: arXiv began in 1991

_log: Any = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True)
class Announcements:
    """What was announced, each paper once. `failed` are the categories that could not be read."""

    papers: tuple[PaperDraft, ...]
    failed: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Item:
    id: str
    title: str
    summary: str
    kind: str
    day: str
    authors: str
    categories: tuple[str, ...]
    doi: str


class ArxivDaily:
    """A `NewsSource`, and `Recalling`. `announced` are the kinds that count; `today` tells the day
    in UTC; `api_url` is where it is asked for what it announced before.
    """

    name = SOURCE

    def __init__(  # noqa: PLR0913 - where, what, when
        self,
        client: PoliteClient,
        categories: Iterable[str],
        base_url: str = "https://rss.arxiv.org",
        *,
        api_url: str = "https://export.arxiv.org",
        announced: Iterable[Announced] = ("new", "cross"),
        today: Callable[[], date],
    ) -> None:
        self._client = client
        self._categories = tuple(categories)
        self._feeds = base_url.rstrip("/") + "/rss/"
        self._announced = frozenset(announced)
        crossed = "cross" in self._announced
        self._history = ArxivHistory(client, self._categories, api_url, crossed=crossed)
        self._today = today
        self._skipped: dict[str, frozenset[str]] = {}

    async def since(self, day: date) -> Announcements:
        """What was announced as new on `day` or later; a newer version is not known afterwards.

        Raises `SourceError`.
        """
        if self._announced.isdisjoint({"new", "cross"}):
            return Announcements(())
        return Announcements(await self._history.since(day, self._today()))

    async def latest(self) -> Announcements:
        """What the feeds of all categories announce. Raises `SourceError` where none can be read.

        A category that could not be read while others could is told in the log.
        """
        today = self._today()
        found: dict[str, tuple[int, PaperDraft]] = {}
        faults: dict[str, SourceError] = {}
        for category in self._categories:
            if _DAYS[today.weekday()] in self._skipped.get(category, frozenset()):
                continue
            try:
                for rank, draft in await self._read(category, today):
                    known = found.get(draft.ids[0])
                    if known is None or rank < known[0]:
                        found[draft.ids[0]] = (rank, draft)
            except SourceError as error:
                faults[category] = error
        if faults and len(faults) == len(self._categories):
            raise next(iter(faults.values()))
        for category, error in faults.items():
            _log.warning("category_failed", source=SOURCE, category=category, error=str(error))
        return Announcements(tuple(draft for _, draft in found.values()), tuple(faults))

    async def _read(self, category: str, today: date) -> list[tuple[int, PaperDraft]]:
        answer = await self._client.get(SOURCE, self._feeds + category, polled=True)
        root = finished_of(answer)
        if root.tag not in {"rss", f"{_ATOM}feed"}:
            raise SourceAnswerInvalid(SOURCE, answer.address, "wrong_shape", "no feed of arXiv's")
        told = (one.text or "" for one in root.iterfind("./channel/skipDays/day"))
        self._skipped[category] = frozenset(day.strip().lower() for day in told)
        papers: dict[str, tuple[int, PaperDraft]] = {}
        for index, item in enumerate(_items(root)):
            read = self._draft(item, today)
            if read is None:
                continue
            if isinstance(read, str) or read[1].ids[0] in papers:
                reason: Cause = read if isinstance(read, str) else "duplicate"
                _tell("item_rejected", answer, index, item, reason)
                continue
            papers[read[1].ids[0]] = read
            if _day(item.day) is None:
                _tell("item_mended", answer, index, item, "invalid_date")
            if len(item.title) > _LONGEST_TITLE:
                _tell("item_mended", answer, index, item, "title_too_long")
        return list(papers.values())

    def _draft(self, item: _Item, today: date) -> tuple[int, PaperDraft] | Cause | None:
        """How good the announcement is and what it announces; None where its kind is switched
        off.
        """
        head = _HEAD.match(item.summary)
        kind = next((one for one in _KINDS if one in (item.kind, head[1] if head else "")), None)
        if kind is None:
            return "no_type"
        if kind not in self._announced:
            return None
        external = find_id("arxiv:" + item.id.rpartition("arXiv.org:")[2])
        if external is None:
            return "no_id"
        day = min(_day(item.day) or today, today)
        published, dated = (day, "day") if kind == "new" else _month_of(external, day)
        draft = draft_of(
            SOURCE,
            Told(
                ids=(external, "doi:" + item.doi),
                title=item.title[:_LONGEST_TITLE],
                published=published,
                authors=item.authors.split(","),
                abstract=item.summary[head.end() :] if head else item.summary,
                categories=item.categories,
            ),
        )
        if draft is None:
            return "no_title"
        return _KINDS.index(kind), replace(draft, released=day, dated=dated)


def _items(root: Element) -> Iterable[_Item]:
    for one in root.iterfind("./channel/item"):
        yield _Item(
            id=_text(one, "guid") or _text(one, "link").replace("/abs/", "/arXiv.org:"),
            title=_text(one, "title"),
            summary=_text(one, "description"),
            kind=_text(one, f"{_OWN}announce_type").strip(),
            day=_text(one, "pubDate"),
            authors=_text(one, f"{_DC}creator"),
            categories=_categories(part.text or "" for part in one.iterfind("category")),
            doi=_text(one, f"{_OWN}DOI"),
        )
    for one in root.iterfind(f"{_ATOM}entry"):
        yield _Item(
            id=_text(one, f"{_ATOM}id"),
            title=_text(one, f"{_ATOM}title"),
            summary=_text(one, f"{_ATOM}summary"),
            kind=_text(one, f"{_OWN}announce_type").strip(),
            day=_text(one, f"{_ATOM}published"),
            authors=_text(one, f"{_DC}creator"),
            categories=_categories(
                part.get("term", "") for part in one.iterfind(f"{_ATOM}category")
            ),
            doi=_text(one, f"{_OWN}DOI"),
        )


def _categories(told: Iterable[str]) -> tuple[str, ...]:
    stripped = (one.strip() for one in told)
    return tuple(dict.fromkeys(one.lower() for one in stripped if CATEGORY.fullmatch(one)))


def _day(told: str) -> date | None:
    """The UTC day of an instant as RSS or Atom writes it."""
    try:
        return parsedate_to_datetime(told).astimezone(UTC).date()
    except (ValueError, TypeError, OverflowError):
        return day_of(told.strip())


def _month_of(external: str, latest: date) -> tuple[date, Dated]:
    """The first day of the month in which an id was given, which is not after `latest`."""
    told = _NEW_STYLE.match(external) or _OLD_STYLE.match(external)
    if told is None:
        return latest, "day"
    year, month = int(told[1]), int(told[2])
    century = 1900 if year >= _FIRST_YEAR else 2000
    return min(date(century + year, month, 1), latest), "month"


def _text(element: Element, tag: str) -> str:
    return element.findtext(tag) or ""


def _tell(event: str, answer: Answer, index: int, item: _Item, reason: Cause) -> None:
    _log.warning(
        event,
        source=SOURCE,
        address=answer.address,
        index=index,
        item=(item.id or item.title)[:200],
        reason=reason,
    )

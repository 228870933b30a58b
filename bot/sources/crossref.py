"""Crossref: ``/works?query.bibliographic=…`` for a title, ``/works/{doi}`` for a DOI.

It knows what publishers registered, and so no arXiv paper: those DOIs are DataCite's. Titles come
as a list, a subtitle beside them, abstracts as JATS markup, a day as its parts, of which month and
day may be missing; the journal or the proceedings are the ``container-title``, behind the series
that they are in. A preprint and its article name each other (``relation``). A `mailto` puts the
request into the pool that Crossref keeps for those it can reach (source: Crossref, REST API).
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING
from urllib.parse import quote

from bot.core.id_pages import doi_of
from bot.sources.asking import Asking
from bot.sources.cut_answers import rescue
from bot.sources.drafts import Told, asked_words, drafts_of, objects_in, taken
from bot.sources.errors import SourceAnswerInvalid
from bot.sources.values import is_list, is_object, objects_of, text_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from bot.core.papers import Dated, PaperDraft
    from bot.sources.answers import Answer
    from bot.sources.http import PoliteClient

SOURCE = "crossref"
_SELECT = "DOI,title,subtitle,author,abstract,published,issued,relation,type,container-title,event"
_DATED: tuple[Dated, ...] = ("year", "month", "day")
_NO_PAPERS = frozenset({"component", "peer-review", "journal", "journal-issue", "grant"})
_SAME_WORK = ("has-preprint", "is-preprint-of", "is-identical-to")


class Crossref:
    """A `TitleLookup`."""

    name = SOURCE
    titles = True

    def __init__(
        self,
        client: PoliteClient,
        base_url: str = "https://api.crossref.org",
        *,
        mailto: str | None = None,
    ) -> None:
        self._asking = Asking(client, SOURCE)
        self._works = base_url.rstrip("/") + "/works"
        self._params = {"mailto": mailto} if mailto else {}

    def takes(self, external: str) -> bool:
        """True for DOIs and the ids of the ACL Anthology, whose DOIs are Crossref's."""
        return external.startswith(("doi:", "acl:"))

    async def by_title(self, text: str) -> tuple[PaperDraft, ...]:
        """The works whose bibliography is nearest."""
        params = {
            "query.bibliographic": asked_words(text),
            "rows": "5",
            "select": _SELECT,
            **self._params,
        }
        answer = await self._asking.get(self._works, params)
        if answer is None:
            return ()
        try:
            items = _message(answer).get("items")
        except SourceAnswerInvalid as fault:
            rescue(fault, answer, _drafts, "items")
            raise
        if not is_list(items):
            raise SourceAnswerInvalid(SOURCE, answer.address, "wrong_shape", "no items")
        return _drafts(items)

    async def by_id(self, external: str) -> PaperDraft | None:
        """The work that is told to this DOI. Where it has become another's, Crossref tells that one
        and does not say so: then the DOI is not among the ids.
        """
        address = f"{self._works}/{quote(str(doi_of(external)), safe='')}"
        answer = await self._asking.get(address, self._params)
        return None if answer is None else taken(SOURCE, _told(_message(answer)))


def _drafts(items: Iterable[object]) -> tuple[PaperDraft, ...]:
    works = objects_in(SOURCE, items)
    papers = (one for one in works if text_of(one, "type") not in _NO_PAPERS)
    return drafts_of(SOURCE, map(_told, papers))


def _message(answer: Answer) -> dict[str, object]:
    data = answer.json()
    message = data.get("message") if is_object(data) else None
    if not is_object(message):
        raise SourceAnswerInvalid(SOURCE, answer.address, "wrong_shape", "no message")
    return message


def _told(work: dict[str, object]) -> Told:
    day, dated = _day(work.get("published"))
    if day is None:
        day, dated = _day(work.get("issued"))
    return Told(
        ids=(text_of(work, "DOI"), *_same_work(work.get("relation"))),
        title=_title(_first(work.get("title")), _first(work.get("subtitle"))),
        published=day,
        dated=dated,
        authors=[_name(one) for one in objects_of(work.get("author"))],
        abstract=text_of(work, "abstract"),
        venue=_venue(work),
    )


def _title(title: str, subtitle: str) -> str:
    return f"{title}: {subtitle}" if subtitle and subtitle.lower() not in title.lower() else title


def _first(value: object) -> str:
    texts = [one for one in value if isinstance(one, str)] if is_list(value) else []
    return texts[0] if texts else ""


def _venue(work: dict[str, object]) -> str:
    """What a work stands in; of a volume in a series the volume, which is named last."""
    event, titles = work.get("event"), work.get("container-title")
    named = [one for one in titles if isinstance(one, str)] if is_list(titles) else []
    return next(reversed(named), "") or (text_of(event, "name") if is_object(event) else "")


def _name(author: dict[str, object]) -> str:
    name = f"{text_of(author, 'given')} {text_of(author, 'family')}".strip()
    return name or text_of(author, "name")


def _same_work(relation: object) -> Iterator[str]:
    if is_object(relation):
        for kind in _SAME_WORK:
            for other in objects_of(relation.get(kind)):
                if text_of(other, "id-type") in {"doi", "arxiv"}:
                    yield text_of(other, "id")


def _day(value: object) -> tuple[date | None, Dated]:
    """The day of ``{"date-parts": [[2020, 5, 31]]}``; its beginning where parts are missing."""
    parts = value.get("date-parts") if is_object(value) else None
    first = parts[0] if is_list(parts) and parts else None
    numbers = [one for one in first if isinstance(one, int)] if is_list(first) else []
    if not numbers:
        return None, "day"
    exact = _DATED[min(len(numbers), 3) - 1]
    year, month, day = (*numbers, 1, 1)[:3]
    try:
        return date(year, month, day), exact
    except (ValueError, OverflowError):
        return None, "day"

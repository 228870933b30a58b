"""What the reading child says of a list, and how it stands on the pipe: lines of JSON.

    {"title": …, "broken": …}        the list
    {"paper": {…}, "key": …}         a draft and what the list calls it, one line each, in order
    {"remark": [place, item, why, mended]}   something odd about an entry
    {"end": n}                       all n papers were said; without this line the child died

or one line ``{"refused": reason, "detail": …}`` instead of all of them.

Rules everything here obeys:

- A line is small, so whoever reads them never stands still for long.
- Nothing is believed: what is not of the form is a `FormError`. A draft has text that was cleaned
  where it was read; here only its types are looked at, and that it has an id and a title.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, get_args

from bot.core.papers import Dated, Links, PaperDraft
from bot.sources.values import is_list, is_object, text_of

if TYPE_CHECKING:
    from collections.abc import Iterator

_DATED: dict[str, Dated] = {one: one for one in get_args(Dated)}


class FormError(ValueError):
    """A line that is none of the child's."""


@dataclass(frozen=True, slots=True)
class Remark:
    """Something odd: the entry's place from 0, what it calls itself, and why, each one line. What
    is `mended` counts all the same.
    """

    place: int
    item: str
    why: str
    mended: bool = False


@dataclass(frozen=True, slots=True)
class Reading:
    """What a list told, in its order. `title` is its own, `broken` what was wrong with it, `keys`
    what it calls its papers, empty or as many.
    """

    papers: tuple[PaperDraft, ...] = ()
    remarks: tuple[Remark, ...] = ()
    title: str = ""
    broken: str = ""
    keys: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Refusal:
    """Nothing that can be read, and why."""

    reason: str
    detail: str = ""


def lines_of(outcome: Reading | Refusal) -> Iterator[str]:
    """An outcome as lines, without their ends."""
    if isinstance(outcome, Refusal):
        yield _line({"refused": outcome.reason, "detail": outcome.detail[:200]})
        return
    yield _line({"title": outcome.title, "broken": outcome.broken})
    for place, paper in enumerate(outcome.papers):
        key = {"key": outcome.keys[place]} if outcome.keys else {}
        yield _line({"paper": _told(paper), **key})
    for one in outcome.remarks:
        yield _line({"remark": [one.place, one.item, one.why, one.mended]})
    yield _line({"end": len(outcome.papers)})


@dataclass(slots=True)
class Gathering:
    """An outcome that arrives line by line."""

    _papers: list[PaperDraft] = field(default_factory=list[PaperDraft])
    _keys: list[str] = field(default_factory=list[str])
    _remarks: list[Remark] = field(default_factory=list[Remark])
    _title: str = ""
    _broken: str = ""
    _refusal: Refusal | None = None
    _whole: bool = False

    def take(self, line: bytes) -> None:
        """One more line. Raises FormError."""
        try:
            told: object = json.loads(line)
        except (ValueError, RecursionError) as error:
            raise FormError("no JSON") from error
        if not is_object(told):
            raise FormError("no object")
        if "paper" in told:
            self._papers.append(_draft(told["paper"]))
            self._keys.append(text_of(told, "key"))
        elif "remark" in told:
            self._remarks.append(_remark(told["remark"]))
        elif "refused" in told:
            self._refusal = Refusal(text_of(told, "refused"), text_of(told, "detail"))
        elif "end" in told:
            self._whole = told["end"] == len(self._papers)
        else:
            self._title, self._broken = text_of(told, "title"), text_of(told, "broken")

    def outcome(self) -> Reading | Refusal:
        """All of it. Raises FormError where its end has not come."""
        if self._refusal is not None:
            return self._refusal
        if not self._whole:
            raise FormError("it has no end")
        papers, remarks = tuple(self._papers), tuple(self._remarks)
        keys = tuple(self._keys) if any(self._keys) else ()
        return Reading(papers, remarks, self._title, self._broken, keys)


def _line(told: dict[str, object]) -> str:
    return json.dumps(told, ensure_ascii=False, separators=(",", ":"))


def _told(paper: PaperDraft) -> dict[str, object]:
    return {
        "ids": paper.ids,
        "title": paper.title,
        "source": paper.source,
        "released": paper.released.isoformat(),
        "authors": paper.authors,
        "abstract": paper.abstract,
        "published": paper.published.isoformat() if paper.published is not None else "",
        "keywords": paper.keywords,
        "page": paper.links.page or "",
        "pdf": paper.links.pdf or "",
        "code": paper.links.code or "",
        "withdrawn": paper.withdrawn,
        "venue": paper.venue or "",
        "dated": paper.dated,
    }


def _draft(told: object) -> PaperDraft:
    if not is_object(told):
        raise FormError("a paper is no object")
    ids, title = _texts(told.get("ids")), text_of(told, "title")
    if not ids or not title:
        raise FormError("a paper without an id or a title")
    published = text_of(told, "published")
    return PaperDraft(
        ids=ids,
        title=title,
        source=text_of(told, "source"),
        released=_day(text_of(told, "released")),
        authors=_texts(told.get("authors")),
        abstract=text_of(told, "abstract"),
        published=_day(published) if published else None,
        keywords=_texts(told.get("keywords")),
        links=Links(
            page=text_of(told, "page") or None,
            pdf=text_of(told, "pdf") or None,
            code=text_of(told, "code") or None,
        ),
        withdrawn=told.get("withdrawn") is True,
        venue=text_of(told, "venue") or None,
        dated=_DATED.get(text_of(told, "dated"), "day"),
    )


def _remark(told: object) -> Remark:
    if is_list(told) and len(told) == 4:  # noqa: PLR2004 - place, item, why, mended
        place, item, why, mended = told
        if isinstance(place, int) and isinstance(item, str) and isinstance(why, str):
            return Remark(place, item, why, mended is True)
    raise FormError("no remark")


def _texts(told: object) -> tuple[str, ...]:
    return tuple(one for one in told if isinstance(one, str)) if is_list(told) else ()


def _day(told: str) -> date:
    try:
        return date.fromisoformat(told)
    except ValueError as error:
        raise FormError("no day") from error

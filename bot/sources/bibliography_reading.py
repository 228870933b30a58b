"""Bibliographies and publications pages: bytes become the entries that they tell.

The format is told by what stands there, never by a name or by what a server says of it: JSON begins
with a bracket, a page with a tag, and BibTeX has an entry somewhere.

Rules everything here obeys:

- A broken entry costs itself: it is one line of the log, naming source and item, and one fault. So
  is a title, a date or an id that is none, which costs nothing else.
- Of JSON that breaks off the entries before that count, and what was told is `broken`.
- A whole list that cannot be read is one `UnfitSourceError` that says why.
- Bytes are bounded before anything reads them; entries that stand twice count once, the first.
- It may be made to take hours, so it runs in the reading child; what reads BibTeX is loaded when it
  is needed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.core.same_title import same_title
from bot.services.ports import ItemFault, Told, UnfitSourceError
from bot.sources.answers import parse_json
from bot.sources.errors import SourceAnswerInvalid
from bot.sources.html_tree import TooManyElementsError, parse_html
from bot.sources.publication_pages import title_of, works_on
from bot.sources.publications import (
    MOST_ENTRIES,
    NoTitleError,
    Work,
    draft_of,
    oddities,
)
from bot.sources.reading import MOST_BYTES
from bot.sources.text import clean

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bot.core.papers import PaperDraft

_MOST_OF_PAGE = 4 * 1024 * 1024
_LONGEST_TITLE = 80
_LONGEST_KEY = 500


def parse_bibliography(content: bytes, source: str, address: str = "") -> Told:
    """What a list tells, read at once. Raises `UnfitSourceError`."""
    if len(content) > MOST_BYTES:
        raise UnfitSourceError(source, "too_large", f"{len(content)} bytes")
    text = _decoded(content).strip("\ufeff \t\r\n\0")
    if not text:
        raise UnfitSourceError(source, "empty")
    title, broken, faults = "", "", list[ItemFault]()
    if text[0] in "[{":
        works, broken = _json(content, source, address, faults)
    elif text[0] == "<":
        title, works = _page(text, source, address, faults)
    else:
        works = _bibtex(text, source, faults)
    drafts = _drafts(works, faults)
    papers = tuple(draft for draft, _ in drafts)
    if not papers:
        raise UnfitSourceError(source, "no_entries", faults[0].why if faults else "")
    if len(papers) > MOST_ENTRIES:
        raise UnfitSourceError(source, "too_many", f"{len(papers)} entries")
    shown = clean(title, _LONGEST_TITLE)
    keys = tuple(key for _, key in drafts)
    return Told("bibliography", papers, shown, tuple(faults), broken=broken, keys=keys)


def _decoded(content: bytes) -> str:
    """The text: UTF-8, UTF-16 where it says so, else Latin-1 with Windows' letters."""
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return content.decode("utf-16", "replace")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252", "replace")


def _json(
    content: bytes, source: str, address: str, faults: list[ItemFault]
) -> tuple[Iterable[tuple[str, Work]], str]:
    """The works, and why they are not all where the list breaks off."""
    from bot.sources.csl import is_csl, read_csl  # noqa: PLC0415 - seldom needed
    from bot.sources.cut_json import entries_before_cut  # noqa: PLC0415 - likewise

    broken = ""
    try:
        data = parse_json(content, source=source, address=address)
    except SourceAnswerInvalid as error:
        data, broken = entries_before_cut(content), f"{error.reason} {error.detail}"
        if not data:
            raise UnfitSourceError(source, "broken", broken) from error
        faults.append(ItemFault("the end", f"the list breaks off after entry {len(data)}"))
    if not is_csl(data):
        raise UnfitSourceError(source, "unknown", "JSON that is no CSL-JSON")
    works, more = read_csl(data, source)
    faults += more
    return works, broken


def _page(
    text: str, source: str, address: str, faults: list[ItemFault]
) -> tuple[str, Iterable[tuple[str, Work]]]:
    if len(text) > _MOST_OF_PAGE:
        raise UnfitSourceError(source, "too_large", f"a page of {len(text)} characters")
    try:
        page = parse_html(text)
    except TooManyElementsError as error:
        raise UnfitSourceError(source, "too_large", str(error)) from error
    works, more = works_on(page, address)
    faults += more
    return title_of(page), works


def _bibtex(text: str, source: str, faults: list[ItemFault]) -> Iterable[tuple[str, Work]]:
    from bot.sources.bibtex import BLOCK, read_bibtex  # noqa: PLC0415 - a library, seldom needed

    if BLOCK.search(text) is None:
        raise UnfitSourceError(source, "unknown")
    read = read_bibtex(text, source)
    faults += read.faults
    return read.works


def _drafts(
    works: Iterable[tuple[str, Work]], faults: list[ItemFault]
) -> list[tuple[PaperDraft, str]]:
    """The drafts with what the list calls them, each once: what names a work that stands above is
    a fault.
    """
    drafts: list[tuple[PaperDraft, str]] = []
    named: dict[str, str] = {}
    for item, work in works:
        try:
            draft = draft_of(work)
        except NoTitleError as error:
            faults.append(ItemFault(item, str(error)))
            continue
        if any(one in named and same_title(named[one], draft.title) for one in draft.ids):
            faults.append(ItemFault(item, "stands above already"))
            continue
        for one in draft.ids:
            named.setdefault(one, draft.title)
        if wrong := oddities(work):
            faults.append(ItemFault(item, "; ".join(wrong), mended=True))
        drafts.append((draft, work.key[:_LONGEST_KEY]))
    return drafts

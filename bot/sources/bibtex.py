"""BibTeX and BibLaTeX: a file's entries as works.

bibtexparser tells the blocks apart and goes on behind a broken one; what stands in a field,
`bibtex_values` reads.

- An entry takes from the one that its ``crossref`` or ``xdata`` names what it lacks; the other's
  title is the title of the book. Collections that only lend (``@proceedings``) are no works.
- Of entries with one key the first counts; a field that stands twice counts once, the first.
- Both spellings count: ``journal`` and ``journaltitle``, ``year`` and ``date``, ``eprinttype`` and
  ``archiveprefix``.
"""

from __future__ import annotations

import logging
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bibtexparser.model import (
    DuplicateBlockKeyBlock,
    DuplicateFieldKeyBlock,
    Entry,
    ParsingFailedBlock,
    String,
)
from bibtexparser.splitter import Splitter

from bot.core.ids import find_id
from bot.services.ports import ItemFault, UnfitSourceError
from bot.sources.bibtex_values import Macros, people_in, plain_latex, value_of
from bot.sources.publications import (
    INVALID_DATE,
    INVALID_ID,
    MOST_ENTRIES,
    Work,
    day_in,
    day_number_in,
    day_of_parts,
    month_of,
)
from bot.sources.text import clean

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from bot.core.papers import Dated

# It tells of every broken block in the log; here that is an item's fault, told once.
logging.getLogger("bibtexparser").setLevel(logging.CRITICAL)

BLOCK = re.compile(r"@[ \t]*([A-Za-z]\w*)[ \t]*[{(]")
"""Where a block begins."""

_LENDING = frozenset({"proceedings", "mvproceedings", "collection", "mvcollection", "xdata", "set"})
_MOST_BLOCKS = 4 * MOST_ENTRIES
_ISO_PARTS = re.compile(r"[0-9]{4}-([0-9]{1,2})(-[0-9]{1,2})?(?![0-9])")
_NO_YEAR = re.compile(  # what is written where there is none yet
    r"\W*(?:n\.? ?d\.?|in press|to appear|forthcoming|submitted|under review|accepted)?\W*",
    re.IGNORECASE,
)
_DEEPEST = 3  # entries that borrow from entries that borrow
_BETWEEN = re.compile("[,;]")
_TELLING = re.compile(r"arxiv|doi|abs/", re.IGNORECASE)
_VENUES = ("journal", "journaltitle", "booktitle", "eventtitle", "maintitle")


@dataclass(frozen=True, slots=True)
class Read:
    """The works that a file tells, each with its entry's key, and what is wrong with others."""

    works: tuple[tuple[str, Work], ...]
    faults: tuple[ItemFault, ...]


def read_bibtex(text: str, source: str) -> Read:
    """The works of a file. Raises `UnfitSourceError`: too_many, too_large."""
    blocks = sum(1 for _ in BLOCK.finditer(text))
    if blocks > _MOST_BLOCKS:
        raise UnfitSourceError(source, "too_many", f"{blocks} entries")
    entries: dict[str, Entry] = {}
    macros = Macros(source)
    faults: list[ItemFault] = []
    for block in Splitter(text).split().blocks:
        match block:
            case Entry() as entry:
                entries[entry.key] = entry
            case DuplicateFieldKeyBlock(ignore_error_block=Entry() as entry):
                entries.setdefault(entry.key, entry)
            case String() as string:
                macros.texts[string.key.lower()] = value_of(str(string.value), macros)
            case DuplicateBlockKeyBlock(key=key, start_line=line):
                faults.append(ItemFault(_shown(key), f"line {line}: this key stands above already"))
            case ParsingFailedBlock(start_line=line, raw=raw):
                faults.append(ItemFault(_begun(raw or ""), f"line {line}: broken off"))
            case _:
                pass
    fields = {key: _fields(entry, macros) for key, entry in entries.items()}
    keys = {key.lower(): key for key in reversed(fields)}
    works = tuple(
        (_shown(key), _work(key, _lent(own, fields, keys, macros)))
        for key, own in fields.items()
        if entries[key].entry_type.lower() not in _LENDING
    )
    return Read(works, tuple(faults))


def _fields(entry: Entry, macros: Macros) -> dict[str, str]:
    found: dict[str, str] = {}
    for one in entry.fields:
        found.setdefault(one.key.lower(), value_of(str(one.value), macros))
    return found


def _lent(
    own: dict[str, str],
    fields: dict[str, dict[str, str]],
    keys: dict[str, str],
    macros: Macros,
    deep: int = 0,
) -> dict[str, str]:
    """An entry with what it takes from others."""
    found = dict(own)
    for how in ("xdata", "crossref"):
        key = keys.get(own.get(how, "").strip().lower())
        if key is None or deep == _DEEPEST or fields[key] is own:
            continue
        lender = _lent(fields[key], fields, keys, macros, deep + 1)
        if how == "crossref":
            lender = {"booktitle": lender.get("title", ""), **lender}
            for name in ("title", "subtitle", "doi", "url", "eprint", "abstract", "author"):
                lender.pop(name, None)
        found = {**lender, **{name: value for name, value in found.items() if value}}
        macros.put_in(sum(map(len, lender.values())))
    return found


def _work(key: str, fields: dict[str, str]) -> Work:
    title, subtitle = fields.get("title", ""), fields.get("subtitle", "")
    eprint, kind = fields.get("eprint", "").strip(), _eprint_kind(fields)
    ids = [fields.get("doi", "").strip()]
    if kind in {"arxiv", ""} and eprint:
        ids.append(_arxiv(eprint))
    address = fields.get("url", "").strip()
    ids += [address, fields.get("ee", "").strip()]
    venue = next((fields[name] for name in _VENUES if fields.get(name)), "")
    when = _when(fields)
    return Work(
        title=plain_latex(f"{title}: {subtitle}" if title and subtitle else title),
        authors=tuple(people_in(fields.get("author") or fields.get("editor", ""))),
        ids=tuple(filter(None, ids)),
        mentions=tuple(
            value
            for name in ("journal", "note", "howpublished", "volume")
            if _TELLING.search(value := fields.get(name, "")[:500]) is not None
        ),
        when=when,
        venue=plain_latex(venue),
        abstract=plain_latex(fields.get("abstract", "")),
        keywords=tuple(one.strip() for one in _BETWEEN.split(fields.get("keywords", ""), 50)[:50]),
        page=address,
        pdf=fields.get("pdf", "").strip(),
        code=fields.get("code", "").strip(),
        key=key,
        odd=tuple(_odd(fields, when, kind)),
    )


def _odd(fields: dict[str, str], when: tuple[date | None, Dated], kind: str) -> Iterator[str]:
    """What is wrong with an entry's day, DOI or arXiv id. A year that is open is none at all."""
    told = fields.get("date", "").strip() or fields.get("year", "").strip()
    parts = _ISO_PARTS.match(told)
    exact = parts is not None and when[1] != ("day" if parts[2] else "month")
    if told and _NO_YEAR.fullmatch(told) is None and (when[0] is None or exact):
        yield INVALID_DATE
    doi, eprint = fields.get("doi", "").strip(), fields.get("eprint", "").strip()
    named = [doi, _arxiv(eprint) if eprint and kind == "arxiv" else ""]
    if any(one and find_id(one) is None for one in named):
        yield INVALID_ID


def _arxiv(eprint: str) -> str:
    return eprint if ":" in eprint else f"arxiv:{eprint}"


def _eprint_kind(fields: dict[str, str]) -> str:
    return (fields.get("archiveprefix") or fields.get("eprinttype") or "").strip().lower()


def _when(fields: dict[str, str]) -> tuple[date | None, Dated]:
    """The day of an entry: BibLaTeX's `date`, of a span its beginning, else year, month and day."""
    told = re.split(r"[/~?%]", fields.get("date", ""), maxsplit=1)[0]
    if (found := day_in(told))[0] is not None:
        return found
    year, dated = day_in(fields.get("year", ""))
    if year is None or dated != "year":
        return year, dated
    month = fields.get("month", "")
    number = month_of(month)
    day = day_number_in(fields.get("day", "") or ("" if month.strip().isdecimal() else month))
    return day_of_parts(year.year, number, day if number else 0)


def _shown(key: str) -> str:
    """An entry's key as the log shows it."""
    return clean(key, 60) or "an entry without a key"


def _begun(raw: str) -> str:
    """The key of an entry that broke off."""
    found = re.match(r"@[^{(]{0,40}[{(]\s*([^\s,{}()=]{1,60})", raw)
    return _shown(found[1] if found is not None else raw[:40])

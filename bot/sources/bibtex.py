"""BibTeX and BibLaTeX: a file's entries as works.

bibtexparser tells the blocks apart and goes on behind a broken one; what stands in a field is read
here, because its own steps copy everything and know nothing of concatenation.

- ``@string`` and the macros of months are put in, ``#`` joins, braces and quotes are taken off.
  What is put in is bounded, for a macro of macros doubles with every line.
- An entry takes from the one that its ``crossref`` or ``xdata`` names what it lacks; the other's
  title is the title of the book. Collections that only lend (``@proceedings``) are no works.
- Of entries with one key the first counts; a field that stands twice counts once, the first.
- ``and others`` is nobody; a name in braces is one name; ``von Last, Jr, First`` is turned round.
- Both spellings count: ``journal`` and ``journaltitle``, ``year`` and ``date``, ``eprinttype`` and
  ``archiveprefix``.
"""

from __future__ import annotations

import logging
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from bibtexparser.model import (
    DuplicateBlockKeyBlock,
    DuplicateFieldKeyBlock,
    Entry,
    ParsingFailedBlock,
    String,
)
from bibtexparser.splitter import Splitter

from bot.services.ports import ItemFault, UnfitSourceError
from bot.sources.publications import (
    MOST_ENTRIES,
    Work,
    day_in,
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
_LONGEST_VALUE = 100_000  # characters
_MOST_PUT_IN = 8 * 1024 * 1024  # characters of macros and of what entries lend, in one file
_DEEPEST = 3  # entries that borrow from entries that borrow
_NOBODY = frozenset({"", "others", "et al", "et al.", "et. al."})
_PART_OF_NAME = re.compile(r"(family|given|prefix|suffix)\s?=\s?\"?([^,\"{}]{1,100})")
_AND = re.compile(r"[{}]| and ", re.IGNORECASE)
_COMMA = re.compile(r"[{},]")
_ENCLOSING = re.compile(r'(?<!\\)[{}"]')
_BRACE = re.compile(r"(?<!\\)[{}]")
_BARE = re.compile(r"[^\s#{}\",]+")
_A_DAY = re.compile(r"(?<![0-9])(3[01]|[12][0-9]|0?[1-9])(?![0-9])")
_KEPT = re.compile(r"(?<![^\s(\[-])\{([^{}\\$]*)\}")
_FORMULA = re.compile(r"(?<!\\)\$\s?([^$]{1,300}?)\s?(?<!\\)\$")
_BETWEEN = re.compile("[,;]")
_TELLING = re.compile(r"arxiv|doi|abs/", re.IGNORECASE)
_VENUES = ("journal", "journaltitle", "booktitle", "eventtitle", "maintitle")


@dataclass(frozen=True, slots=True)
class Read:
    """The works that a file tells, each with its entry's key, and what is wrong with others."""

    works: tuple[tuple[str, Work], ...]
    faults: tuple[ItemFault, ...]


@dataclass(slots=True)
class _Macros:
    """What a file's macros stand for, and how much was put in so far."""

    source: str
    texts: dict[str, str] = field(default_factory=dict[str, str])
    put: int = 0

    def put_in(self, characters: int) -> None:
        """So many more characters. Raises `UnfitSourceError`: too_large."""
        self.put += characters
        if self.put > _MOST_PUT_IN:
            raise UnfitSourceError(self.source, "too_large", "its macros grow without end")


def read_bibtex(text: str, source: str) -> Read:
    """The works of a file. Raises `UnfitSourceError`: too_many, too_large."""
    blocks = sum(1 for _ in BLOCK.finditer(text))
    if blocks > _MOST_BLOCKS:
        raise UnfitSourceError(source, "too_many", f"{blocks} entries")
    entries: dict[str, Entry] = {}
    macros = _Macros(source)
    faults: list[ItemFault] = []
    for block in Splitter(text).split().blocks:
        match block:
            case Entry() as entry:
                entries[entry.key] = entry
            case DuplicateFieldKeyBlock(ignore_error_block=Entry() as entry):
                entries.setdefault(entry.key, entry)
            case String() as string:
                macros.texts[string.key.lower()] = _value(str(string.value), macros)
            case DuplicateBlockKeyBlock(key=key, start_line=line):
                faults.append(ItemFault(_shown(key), f"line {line}: this key stands above already"))
            case ParsingFailedBlock(start_line=line, raw=raw):
                faults.append(ItemFault(_begun(raw or ""), f"line {line}: broken off"))
            case _:
                pass
    fields = {key: _fields(entry, macros) for key, entry in entries.items()}
    keys = {key.lower(): key for key in reversed(fields)}
    works = tuple(
        (_shown(key), _work(_lent(own, fields, keys, macros)))
        for key, own in fields.items()
        if entries[key].entry_type.lower() not in _LENDING
    )
    return Read(works, tuple(faults))


def _fields(entry: Entry, macros: _Macros) -> dict[str, str]:
    found: dict[str, str] = {}
    for one in entry.fields:
        found.setdefault(one.key.lower(), _value(str(one.value), macros))
    return found


def _lent(
    own: dict[str, str],
    fields: dict[str, dict[str, str]],
    keys: dict[str, str],
    macros: _Macros,
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


def _work(fields: dict[str, str]) -> Work:
    title, subtitle = fields.get("title", ""), fields.get("subtitle", "")
    eprint, kind = fields.get("eprint", "").strip(), _eprint_kind(fields)
    ids = [fields.get("doi", "").strip()]
    if kind in {"arxiv", ""} and eprint:
        ids.append(eprint if ":" in eprint else f"arxiv:{eprint}")
    address = fields.get("url", "").strip()
    ids += [address, fields.get("ee", "").strip()]
    venue = next((fields[name] for name in _VENUES if fields.get(name)), "")
    return Work(
        title=_text(f"{title}: {subtitle}" if title and subtitle else title),
        authors=tuple(_names(fields.get("author") or fields.get("editor", ""))),
        ids=tuple(filter(None, ids)),
        mentions=tuple(
            value
            for name in ("journal", "note", "howpublished", "volume")
            if _TELLING.search(value := fields.get(name, "")[:500]) is not None
        ),
        when=_when(fields),
        venue=_text(venue),
        abstract=_text(fields.get("abstract", "")),
        keywords=tuple(one.strip() for one in _BETWEEN.split(fields.get("keywords", ""), 50)[:50]),
        page=address,
        pdf=fields.get("pdf", "").strip(),
        code=fields.get("code", "").strip(),
    )


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
    day = _A_DAY.search(fields.get("day", "") or ("" if month.strip().isdecimal() else month))
    return day_of_parts(year.year, number, int(day[1]) if day is not None and number else 0)


def _value(raw: str, macros: _Macros) -> str:
    """What a field's text says: its parts, joined by ``#``, without what encloses them; a long one
    is cut. Raises `UnfitSourceError`: too_large, where macros make it long.
    """
    parts: list[str] = []
    at = put = 0
    while at < len(raw):
        if raw[at] in '{"':
            end = _end(raw, at)
            parts.append(raw[at + 1 : end])
            at = end + 1
        elif (word := _BARE.match(raw, at)) is not None:
            text = macros.texts.get(word[0].lower())
            if text is not None:
                put += len(text)
                macros.put_in(len(text))
            parts.append(word[0] if text is None else text)
            at = word.end()
        else:
            at += 1
        if put > _LONGEST_VALUE:
            raise UnfitSourceError(macros.source, "too_large", "a macro grows without end")
    return "".join(parts)[:_LONGEST_VALUE]


def _end(raw: str, start: int) -> int:
    """Where the brace or the quote that opens at `start` is closed; the end where it is not."""
    quoted, depth = raw[start] == '"', 0
    for mark in _ENCLOSING.finditer(raw, start + quoted):
        if mark[0] == "{":
            depth += 1
        elif mark[0] == "}":
            depth -= 1
            if depth == 0 and not quoted:
                return mark.start()
        elif quoted and depth == 0:
            return mark.start()
    return len(raw)


def _text(value: str) -> str:
    """A value as LaTeX that only says what it means: without the braces that keep capitals, and
    without the spaces inside a formula's dollars, which elsewhere speak against a formula.
    """
    value = _KEPT.sub(r"\1", peeled(value))
    return _FORMULA.sub(r"$\1$", value) if value.count("$") % 2 == 0 else value


def peeled(value: str) -> str:
    """A value without the braces that enclose the whole of it; each brace is looked at once."""
    ends: dict[int, int] = {}
    waiting: list[int] = []
    for brace in _BRACE.finditer(value):
        if brace[0] == "{":
            waiting.append(brace.start())
        elif waiting:
            ends[waiting.pop()] = brace.start()
    start, end = 0, len(value)
    while start < end and ends.get(start) == end - 1:
        start, end = start + 1, end - 1
        while start < end and value[start].isspace():
            start += 1
        while start < end and value[end - 1].isspace():
            end -= 1
    return value[start:end]


def _names(people: str) -> Iterator[str]:
    """The people of a field, each as one reads them."""
    for name in _outside(_AND, " ".join(people.split())):
        if name.lower().strip(" {}") not in _NOBODY:
            yield _name(name)


def _name(name: str) -> str:
    if name.startswith("{") and _end(name, 0) == len(name) - 1:
        return name[1:-1]  # a corporation, or a group
    told = dict(_PART_OF_NAME.findall(name))
    if "family" in told:
        order = ("given", "prefix", "family", "suffix")
        return " ".join(told[part] for part in order if told.get(part))
    last, *others = [part.strip() for part in _outside(_COMMA, name)]
    if not others:
        return last
    return " ".join(filter(None, [others[-1], last, *others[:-1]]))


def _outside(separator: re.Pattern[str], text: str) -> list[str]:
    """A text cut where the separator stands outside all braces."""
    parts: list[str] = []
    start = depth = 0
    for mark in separator.finditer(text):
        if mark[0] in "{}":
            depth = max(0, depth + (1 if mark[0] == "{" else -1))
        elif depth == 0:
            parts.append(text[start : mark.start()])
            start = mark.end()
    return [*parts, text[start:]]


def _shown(key: str) -> str:
    """An entry's key as the log shows it."""
    return clean(key, 60) or "an entry without a key"


def _begun(raw: str) -> str:
    """The key of an entry that broke off."""
    found = re.match(r"@[^{(]{0,40}[{(]\s*([^\s,{}()=]{1,60})", raw)
    return _shown(found[1] if found is not None else raw[:40])

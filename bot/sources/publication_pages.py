"""Publications out of a web page, where the page lets its entries be told apart.

Five ways are tried, and the one that finds most counts, the more telling one of equals:

1. al-folio, and pages made like it: in an entry stand a ``.title`` and an ``.author`` or a
   ``.periodical``; the names behind “and 4 more authors” stand in the page too.
2. schema.org: ``ScholarlyArticle`` and ``Thesis`` in JSON-LD.
3. The same in microdata: ``itemscope``, ``itemtype``, ``itemprop``.
4. COinS: ``span.Z3988`` whose title is an OpenURL.
5. Entries that are made alike, one beside the other: the items of lists, the rows of a table,
   paragraphs, ``div``s (`repeated_works`).

The fifth guesses, so it is wary. Where no way finds anything, the page is refused; nothing is made
of its prose.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.core.ids import find_id
from bot.sources.citations import YEAR, anchor_of, links_of
from bot.sources.html_tree import Element
from bot.sources.marked_works import coins, json_ld, microdata
from bot.sources.publications import Work, day_in
from bot.sources.repeated_works import repeated_works

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.services.ports import ItemFault

Works = list[tuple[str, Work]]

_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_MORE = re.compile(r"(?:,|\band\b)? ?(?:and )?[0-9]{1,5} more authors?$", re.IGNORECASE)
_LONGEST_PROGRAM = 40_000
_LONGEST_MORE = 60  # characters at the end of a line of names; “, and 12345 more authors” are 24
_IN = re.compile(r"^in:?\s+", re.IGNORECASE)
_BETWEEN_NAMES = re.compile(r" ?(?:;|, ?and |,|&|\band\b) ?")


def works_on(page: Element, address: str = "") -> tuple[Works, list[ItemFault]]:
    """The works that a page tells, each with its place; `address` is where its links begin."""
    faults: list[ItemFault] = []
    found = [
        list(_al_folio(page, address)),
        list(json_ld(page, faults)),
        list(microdata(page)),
        list(coins(page)),
        repeated_works(page, address),
    ]
    best = max(found, key=len)
    return [(f"no. {place}", work) for place, work in enumerate(best, start=1)], faults


def title_of(page: Element) -> str:
    """The page's own title; empty without one."""
    return next((one.text() for one in page.walk() if one.tag == "title"), "")


# ── al-folio ──────────────────────────────────────────────────────────────────────────────────


def _al_folio(page: Element, address: str) -> Iterator[Work]:
    year = ""
    taken: set[int] = set()
    for one in page.walk():
        if one.tag in _HEADINGS and YEAR.fullmatch(one.text()):
            year = one.text()
        elif (one.tag == "li" or "row" in one.classes) and id(one) not in taken:
            title = one.find("title")
            who = one.find("author") or one.find("authors")
            where = one.find("periodical")
            if title is None or (who is None and where is None):
                continue
            if sum("title" in inner.classes for inner in one.walk()) > 1:
                continue  # what holds several entries is none
            taken.update(id(inner) for inner in one.walk())
            yield _entry(one, title, who, where, year, address)


def _entry(  # noqa: PLR0913, PLR0917 - an entry and its parts
    entry: Element,
    title: Element,
    who: Element | None,
    where: Element | None,
    year: str,
    address: str,
) -> Work:
    links = links_of(entry, address)
    when = day_in(where.text()) if where is not None else (None, "day")
    abstract = next(  # a button is called so, too
        (one for one in entry.walk() if "abstract" in one.classes and one.tag != "a"), None
    )
    named = next((one for one in (where.walk() if where else ()) if one.tag in {"em", "i"}), None)
    return Work(
        title=title.text(),
        authors=_authors(who) if who is not None else (),
        ids=tuple(to for _, to in links if find_id(to) is not None),
        when=when if when[0] is not None else day_in(year),
        venue=_IN.sub("", named.text(), count=1) if named is not None else "",
        abstract=abstract.text() if abstract is not None else "",
        page=next((to for _, to in links), ""),
        pdf=next((to for label, to in links if label == "pdf" or to.endswith(".pdf")), ""),
        code=next((to for label, to in links if label == "code"), ""),
        key=anchor_of(entry) or next((to for _, to in links), ""),
    )


def _authors(who: Element) -> tuple[str, ...]:
    """The names, with those that a click would show."""
    hidden = next((one for one in who.walk() if "more-authors" in one.classes), None)
    shown = who.text(without=(hidden,) if hidden is not None else ())
    rest, end = shown[:-_LONGEST_MORE], shown[-_LONGEST_MORE:]
    names = [*_BETWEEN_NAMES.split(rest + _MORE.sub("", end))]
    if hidden is not None:
        told = _hidden_names(hidden.attributes.get("onclick", "")[:_LONGEST_PROGRAM])
        names += _BETWEEN_NAMES.split(" ".join(told.split()))
    return tuple(name.strip(" *\u2020\u2021.,") for name in names if name.strip(" *\u2020\u2021.,"))


def _hidden_names(program: str) -> str:
    """What stands between quotes in ``… ? 'names' : …``; empty where nothing does.

    Where a quote is not closed before a colon, none of its kind further on is: so the program is
    read once for each of the two kinds.
    """
    never: set[str] = set()
    at = program.find("?")
    while at >= 0 and len(never) < 2:  # noqa: PLR2004 - kinds of quotes
        start = _behind_space(program, at + 1)
        quote = program[start : start + 1]
        if quote in {"'", '"'} and quote not in never:
            end = program.find(quote, start + 2)
            while end >= 0:
                if program.startswith(":", _behind_space(program, end + 1)):
                    return program[start + 1 : end]
                end = program.find(quote, end + 1)
            never.add(quote)
        at = program.find("?", at + 1)
    return ""


def _behind_space(text: str, at: int) -> int:
    while at < len(text) and text[at].isspace():
        at += 1
    return at

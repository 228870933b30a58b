"""Publications out of a web page, where the page lets its entries be told apart.

Four ways are tried, and the one that finds most counts, the more telling one of equals:

1. al-folio, and pages made like it: in an entry stand a ``.title`` and an ``.author`` or a
   ``.periodical``; the names behind “and 4 more authors” stand in the page too.
2. schema.org: ``ScholarlyArticle`` and ``Thesis`` in JSON-LD.
3. COinS: ``span.Z3988`` whose title is an OpenURL.
4. A list whose items link to a DOI or to a paper's page at a house that is known (`core.ids`), and
   whose titles stand out: as the link's text, in quotes, or in bold or italics.

The fourth guesses, so it is wary: two items at least, and a title for more than half of those that
link to a paper. Where no way finds anything, the page is refused; nothing is made of its prose.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import urljoin

from bot.core.ids import find_id
from bot.sources.html_tree import Element
from bot.sources.marked_works import coins, json_ld
from bot.sources.publications import Work, day_in

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from bot.services.ports import ItemFault

Works = list[tuple[str, Work]]

_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_A_YEAR = re.compile(r"(?<![0-9])(?:19|20)[0-9]{2}(?![0-9])")
_MORE = re.compile(r"(?:,|\band\b)? ?(?:and )?[0-9]{1,5} more authors?$", re.IGNORECASE)
_LONGEST_PROGRAM = 40_000
_LONGEST_MORE = 60  # characters at the end of a line of names; “, and 12345 more authors” are 24
_IN = re.compile(r"^in:?\s+", re.IGNORECASE)
_BETWEEN_NAMES = re.compile(r" ?(?:;|, ?and |,|&|\band\b) ?")
_QUOTED = re.compile('[\u201c"\u00ab]([^\u201c\u201d"\u00ab\u00bb]{15,400})[\u201d"\u00bb]')
_STANDING_OUT = frozenset({"b", "strong", "em", "i", "cite"})
_LEAST_WORDS, _LEAST_LETTERS = 3, 15


def works_on(page: Element, address: str = "") -> tuple[Works, list[ItemFault]]:
    """The works that a page tells, each with its place; `address` is where its links begin."""
    faults: list[ItemFault] = []
    found = [
        list(_al_folio(page, address)),
        list(json_ld(page, faults)),
        list(coins(page)),
        _listed(page, address),
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
        if one.tag in _HEADINGS and _A_YEAR.fullmatch(one.text()):
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
    links = _links(entry, address)
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


def _links(entry: Element, address: str) -> list[tuple[str, str]]:
    """Where an entry leads: each link's words in lower case, and its whole address."""
    found: list[tuple[str, str]] = []
    for one in entry.walk():
        target = one.attributes.get("href", "").strip() if one.tag == "a" else ""
        if target and not target.startswith(("#", "javascript:", "mailto:")):
            found.append((one.text().lower()[:40], _whole(address, target)))
    return found


def _whole(address: str, target: str) -> str:
    try:
        return urljoin(address, target)
    except ValueError:
        return ""


# ── lists ─────────────────────────────────────────────────────────────────────────────────────


def _listed(page: Element, address: str) -> list[Work]:
    """The items of lists that link to papers; none where too few of them have a title."""
    works: list[Work] = []
    year, linking = "", 0
    for one in page.walk():
        if one.tag in _HEADINGS and (told := _A_YEAR.search(one.text())) is not None:
            year = told[0]
        elif one.tag == "li" and not any(inner.tag == "li" for inner in one.walk()):
            links = [(label, to) for label, to in _links(one, address) if find_id(to) is not None]
            if not links:
                continue
            linking += 1
            if (title := _standing_out(one)) is not None:
                works.append(_cited(one, title, links, year))
    wary = len(works) > 1 and 2 * len(works) > linking
    return works if wary else []


def _cited(item: Element, title: str, links: list[tuple[str, str]], year: str) -> Work:
    text = item.text()
    before, _, behind = text.partition(title)
    when = day_in(behind)
    return Work(
        title=title,
        authors=tuple(_before_title(before)),
        ids=tuple(to for _, to in links),
        when=when if when[0] is not None else day_in(before if _A_YEAR.search(before) else year),
        page=links[0][1],
    )


def _before_title(text: str) -> Iterable[str]:
    """The names that stand before a title; none where what stands there is no list of names."""
    told = re.sub(r"\(?(?:19|20)[0-9]{2}[a-z]?\)?|\[[^\]]{0,20}\]", " ", text).strip(
        ' .,:;\u201c"\u00ab'
    )
    names = [one.strip(" .") for one in _BETWEEN_NAMES.split(told)]
    named = [one for one in names if one and len(one) <= 60 and len(one.split()) <= 5]  # noqa: PLR2004 - a name
    return named if len(named) == len([one for one in names if one]) else []


def _standing_out(item: Element) -> str | None:
    """The title of an item: what looks like one and stands out."""
    text = item.text()
    outs = [one for one in item.walk() if "title" in one.classes]
    outs += [
        one
        for one in item.walk()
        if one.tag == "a" and find_id(one.attributes.get("href", "")) is not None
    ]
    found = [one.text() for one in outs]
    found += [match[1] for match in _QUOTED.finditer(text)]
    found += [one.text() for one in item.walk() if one.tag in _STANDING_OUT]
    return next((one.strip(' .,\u201c\u201d"') for one in found if _like_a_title(one)), None)


def _like_a_title(text: str) -> bool:
    if find_id(text) is not None or "://" in text:
        return False
    words = re.findall(r"[^\W\d_]{2,}", text)
    return len(words) >= _LEAST_WORDS and len(text) >= _LEAST_LETTERS

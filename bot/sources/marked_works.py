"""Works that a page tells in a form for machines: schema.org's articles in JSON-LD and in
microdata, and COinS.

Rules everything here obeys (source: schema.org/ScholarlyArticle; ocoins.info):

- Articles stand alone, in a list, in a graph, or as the items of a list, at most six deep.
- An OpenURL's ``rft.atitle`` is an article in ``rft.jtitle``; ``rft.btitle`` is a book.
- In microdata what stands in an author or a journal is theirs, no property of the article.
- What is of the wrong type is absent.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING
from urllib.parse import parse_qs

from bot.services.ports import ItemFault
from bot.sources.publications import Work, day_in
from bot.sources.values import is_list, is_object, text_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.sources.html_tree import Element

_ARTICLES = frozenset({"ScholarlyArticle", "MedicalScholarlyArticle", "Thesis"})
_DEEPEST_JSON = 6
_VALUES = ("content", "href", "src", "datetime")
_HOLDERS = frozenset({"author", "creator", "isPartOf", "publisher", "editor"})


def json_ld(page: Element, faults: list[ItemFault]) -> Iterator[Work]:
    """The articles in the JSON-LD of a page; a script that is no JSON is a fault."""
    scripts = (
        one
        for one in page.walk()
        if one.tag == "script" and "ld+json" in one.attributes.get("type", "").lower()
    )
    for place, script in enumerate(scripts, start=1):
        try:
            data: object = json.loads("".join(str(child) for child in script.children))
        except (ValueError, RecursionError):
            faults.append(ItemFault(f"JSON-LD no. {place}", "is no JSON"))
            continue
        yield from map(_article, _articles(data))


def _articles(data: object, deep: int = 0) -> Iterator[dict[str, object]]:
    """Every article that JSON-LD holds, in graphs and lists."""
    if deep > _DEEPEST_JSON:
        return
    if is_list(data):
        for one in data:
            yield from _articles(one, deep + 1)
    elif is_object(data):
        kind = data.get("@type")
        kinds = {one for one in kind if isinstance(one, str)} if is_list(kind) else {kind}
        if kinds & _ARTICLES:
            yield data
            return
        for holder in ("@graph", "itemListElement", "item", "hasPart", "mainEntity"):
            yield from _articles(data.get(holder), deep + 1)


def _article(data: dict[str, object]) -> Work:
    same = data.get("sameAs")
    whose = data.get("identifier")
    told = [text_of(data, "@id"), text_of(data, "url")]
    told += [one for one in (same if is_list(same) else [same]) if isinstance(one, str)]
    for one in whose if is_list(whose) else [whose]:
        told.append(
            text_of(one, "value") if is_object(one) else one if isinstance(one, str) else ""
        )
    part = data.get("isPartOf")
    return Work(
        title=text_of(data, "headline") or text_of(data, "name"),
        authors=tuple(_people(data.get("author"))),
        ids=tuple(filter(None, told)),
        when=day_in(text_of(data, "datePublished")),
        venue=text_of(part, "name") if is_object(part) else "",
        abstract=text_of(data, "abstract") or text_of(data, "description"),
        page=text_of(data, "url"),
        key=text_of(data, "@id") or text_of(data, "url"),
    )


def _people(value: object) -> Iterator[str]:
    for one in value if is_list(value) else [value]:
        if isinstance(one, str):
            yield one
        elif is_object(one):
            told = f"{text_of(one, 'givenName')} {text_of(one, 'familyName')}".strip()
            yield text_of(one, "name") or told


def microdata(page: Element) -> Iterator[Work]:
    """The articles that a page's own elements are marked as."""
    for one in page.walk():
        kinds = {kind.rpartition("/")[2] for kind in one.attributes.get("itemtype", "").split()}
        if "itemscope" in one.attributes and kinds & _ARTICLES:
            yield _marked(one)


def _marked(item: Element) -> Work:
    told: dict[str, list[Element]] = {}
    for one in _properties(item):
        for name in one.attributes["itemprop"].split():
            told.setdefault(name, []).append(one)

    def values(*names: str) -> list[str]:
        return [text for name in names for one in told.get(name, []) if (text := _value(one))]

    def first(*names: str) -> str:
        return next(iter(values(*names)), "")

    addresses = [item.attributes.get("itemid", ""), *values("url", "sameAs", "identifier")]
    return Work(
        title=first("headline", "name"),
        authors=tuple(map(_named, [*told.get("author", []), *told.get("creator", [])])),
        ids=tuple(filter(None, addresses)),
        when=day_in(first("datePublished", "dateCreated")),
        venue=next(map(_named, told.get("isPartOf", [])), ""),
        abstract=first("abstract", "description"),
        page=first("url"),
        key=item.attributes.get("id") or next(filter(None, addresses), ""),
    )


def _properties(item: Element) -> Iterator[Element]:
    """The properties of an item, without those of what it holds."""
    waiting = [*reversed(item.children)]
    while waiting:
        one = waiting.pop()
        if isinstance(one, str):
            continue
        if "itemprop" in one.attributes:
            yield one
        own = {*one.attributes.get("itemprop", "").split()} & _HOLDERS
        if not own and "itemscope" not in one.attributes:
            waiting += reversed(one.children)


def _value(one: Element) -> str:
    """What a property says: its attribute where its element has one for that, else its text."""
    told = next((one.attributes[name] for name in _VALUES if name in one.attributes), None)
    return one.text() if told is None else told.strip()


def _named(one: Element) -> str:
    """The name of a person or of a journal."""
    inner = {
        name: _value(each) for each in _properties(one) if (name := each.attributes["itemprop"])
    }
    told = f"{inner.get('givenName', '')} {inner.get('familyName', '')}".strip()
    return inner.get("name") or told or one.attributes.get("content") or one.text()


def coins(page: Element) -> Iterator[Work]:
    """The works in the OpenURLs of a page."""
    for one in page.walk():
        if "z3988" not in one.classes:
            continue
        try:
            told = parse_qs(one.attributes.get("title", "")[:20_000], max_num_fields=500)
        except ValueError:
            continue

        def first(*names: str, told: dict[str, list[str]] = told) -> str:
            return next((told[f"rft.{name}"][0] for name in names if f"rft.{name}" in told), "")

        people = told.get("rft.au") or [f"{first('aufirst')} {first('aulast')}".strip()]
        yield Work(
            title=first("atitle", "title", "btitle"),
            authors=tuple(map(_turned, filter(None, people))),
            ids=tuple(
                one.removeprefix("info:").replace("doi/", "doi:", 1)
                for one in told.get("rft_id", [])
            ),
            when=day_in(first("date")),
            venue=first("jtitle", "stitle") if "rft.atitle" in told else "",
            page=next((one for one in told.get("rft_id", []) if one.startswith("http")), ""),
        )


def _turned(name: str) -> str:
    """“Last, First” as one reads it."""
    last, comma, given = name.partition(",")
    return f"{given.strip()} {last.strip()}" if comma else name

"""HTML as a small tree: elements with their classes, attributes and text; nothing is ever run.

The standard library's parser takes time that grows with the square of a hostile page (60 KB of
``<a `` keep it busy for most of a minute, and everything else waits), and raises on some of them.
So the page is cut into tags here: each character is read once or twice, whatever it is.

Rules everything here obeys:

- Nothing raises but `TooManyElementsError`. A tag that never ends swallows the rest, as it does in
  a browser; an end tag without a beginning is nothing.
- What is deeper than 60 elements hangs on the 60th.
- Scripts and styles are text of their element and no text of what surrounds it.
"""

from __future__ import annotations

import html
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

MOST_ELEMENTS = 200_000
_DEEPEST = 60
_TAG = re.compile(r"<(/?)([A-Za-z][^\s/>]*)")
_ATTRIBUTE = re.compile(
    r"""[\s/]*([^\s/>][^\s/>=]*)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>"'][^\s>]*))?)?"""
)
_TAG_ENDS = re.compile(r"[\s/]*>")
_EMPTY = frozenset("area base br col embed hr img input link meta param source track wbr".split())
_RAW = frozenset({"script", "style", "textarea", "title", "template"})
_UNSEEN = frozenset({"script", "style", "template"})
_CLOSES = {
    "li": frozenset({"li"}),
    "p": frozenset({"p"}),
    "tr": frozenset({"tr", "td", "th"}),
    "td": frozenset({"td", "th"}),
    "th": frozenset({"td", "th"}),
    "dt": frozenset({"dt", "dd"}),
    "dd": frozenset({"dt", "dd"}),
}
_HOLDS = frozenset({"ul", "ol", "dl", "table", "tbody", "body", "html", "div", "section"})
_INLINE = frozenset(
    "a abbr b big cite code data del em font i ins mark q s small span strong sub sup time tt "
    "u".split()
)
_LINE_ENDS = "\x1e"


class TooManyElementsError(ValueError):
    """A page of more elements than a list of publications has."""


@dataclass(slots=True)
class Element:
    """One element. `children` are elements and texts, in their order."""

    tag: str
    attributes: dict[str, str] = field(default_factory=dict[str, str])
    children: list[Element | str] = field(default_factory=list["Element | str"])

    @property
    def classes(self) -> list[str]:
        """Its classes in lower case."""
        return self.attributes.get("class", "").lower().split()

    def walk(self) -> Iterator[Element]:
        """Every element inside it, in the order of reading."""
        waiting = [child for child in reversed(self.children) if isinstance(child, Element)]
        while waiting:
            one = waiting.pop()
            yield one
            waiting += [child for child in reversed(one.children) if isinstance(child, Element)]

    def find(self, name: str) -> Element | None:
        """The first element inside it with this class."""
        return next((one for one in self.walk() if name in one.classes), None)

    def text(self, *, without: tuple[Element, ...] = ()) -> str:
        """What is read in it, one space between words."""
        return " ".join("".join(self._pieces(without)).split())

    def lines(self) -> list[str]:
        """What is read in it, block by block and line by line; none of them is empty."""
        told = "".join(self._pieces((), between=_LINE_ENDS)).split(_LINE_ENDS)
        return [line for one in told if (line := " ".join(one.split()))]

    def raw(self) -> str:
        """Its text with every line break, as a program stands in a page."""
        return "".join(self._pieces((), between=""))

    def _pieces(self, without: tuple[Element, ...], *, between: str = " ") -> Iterator[str]:
        waiting: list[Element | str] = [*reversed(self.children)]
        while waiting:
            one = waiting.pop()
            if isinstance(one, str):
                yield one
            elif one.tag not in _UNSEEN and not any(one is other for other in without):
                edge = between if one.tag not in _INLINE else ""
                waiting += [edge, *reversed(one.children), edge]


def parse_html(page: str) -> Element:
    """The page's tree, under an element without a name. Raises `TooManyElementsError`."""
    root = Element("")
    stack = [root]
    count = at = 0
    while at < len(page):
        begin = page.find("<", at)
        if begin < 0:
            begin = len(page)
        if begin > at:
            stack[-1].children.append(html.unescape(page[at:begin]))
        tag = _TAG.match(page, begin)
        if tag is None:
            at = _no_tag(page, begin, stack[-1])
            continue
        attributes, at, alone = _attributes(page, tag.end())
        name = tag[2].lower()
        if tag[1]:
            _close(stack, name)
            continue
        count += 1
        if count > MOST_ELEMENTS:
            raise TooManyElementsError(f"more than {MOST_ELEMENTS} elements")
        _close_before(stack, name)
        element = Element(name, attributes)
        stack[-1].children.append(element)
        if name in _RAW:
            at = _swallow(page, at, element)
        elif name not in _EMPTY and not alone and len(stack) < _DEEPEST:
            stack.append(element)
    return root


def _no_tag(page: str, begin: int, parent: Element) -> int:
    """Where reading goes on behind what begins with ``<`` and is no tag."""
    if begin >= len(page):
        return begin
    if page.startswith("<!--", begin):
        end = page.find("-->", begin + 4)
        return len(page) if end < 0 else end + 3
    if page.startswith(("<!", "<?", "</"), begin):
        end = page.find(">", begin)
        return len(page) if end < 0 else end + 1
    parent.children.append("<")
    return begin + 1


def _attributes(page: str, at: int) -> tuple[dict[str, str], int, bool]:
    """A tag's attributes, where it ends, and whether it says that nothing is in it."""
    found: dict[str, str] = {}
    while (end := _TAG_ENDS.match(page, at)) is None:
        one = _ATTRIBUTE.match(page, at)
        if one is None or one.end() == at:
            return found, len(page), False
        value = next((group for group in one.groups()[1:] if group is not None), "")
        found.setdefault(one[1].lower(), html.unescape(value))
        at = one.end()
    return found, end.end(), "/" in end[0]


def _swallow(page: str, at: int, element: Element) -> int:
    """Take everything up to the element's own end tag as its text; returns where that ends."""
    end = re.compile(rf"</{element.tag}(?=[\s/>])", re.IGNORECASE).search(page, at)
    stop = end.start() if end is not None else len(page)
    text = page[at:stop]
    element.children.append(text if element.tag in {"script", "style"} else html.unescape(text))
    return _attributes(page, end.end())[1] if end is not None else len(page)


def _close(stack: list[Element], name: str) -> None:
    """Close the innermost element of this name, and what was left open in it."""
    for depth in range(len(stack) - 1, 0, -1):
        if stack[depth].tag == name:
            del stack[depth:]
            return


def _close_before(stack: list[Element], name: str) -> None:
    """Close what an element of this name ends by beginning, within the same list or table."""
    ends = _CLOSES.get(name)
    if ends is None:
        return
    outermost = 0
    for depth in range(len(stack) - 1, 0, -1):
        if stack[depth].tag in _HOLDS:
            break
        if stack[depth].tag in ends:
            outermost = depth
    if outermost:
        del stack[outermost:]

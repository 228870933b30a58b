"""A paper as a BibTeX entry.

The citation key is first author, year and first long word of the title (``vaswani2017attention``),
made unique within one file by a letter. Text is encoded for LaTeX, braces keep capitals. BibTeX
counts braces, behind a backslash too, so no brace from outside is written as one.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from typing import TYPE_CHECKING

from bibtexparser.entrypoint import write_string  # pyright: ignore[reportUnknownVariableType] - one parameter of it is untyped
from bibtexparser.library import Library
from bibtexparser.model import Entry, Field
from pylatexenc.latexencode import (  # pyright: ignore[reportMissingTypeStubs] - the library has none
    RULE_DICT,
    UnicodeToLatexConversionRule,
    UnicodeToLatexEncoder,
)

from bot.core.papers import NEVER

if TYPE_CHECKING:
    from bot.core.papers import Paper

_SHORT = 3
_LATEX = UnicodeToLatexEncoder(
    conversion_rules=[
        UnicodeToLatexConversionRule(
            RULE_DICT, {ord("{"): r"\textbraceleft", ord("}"): r"\textbraceright"}
        ),
        "defaults",
    ],
    unknown_char_policy="keep",
    unknown_char_warning=False,
)


def bibtex(papers: Iterable[Paper]) -> str:
    """Return the entries of the papers, in their order."""
    library = Library()
    used: set[str] = set()
    for paper in papers:
        library.add(_entry(paper, used))
    return write_string(library).strip() + "\n"


def _entry(paper: Paper, used: set[str]) -> Entry:
    fields = {"title": "{" + _latex(paper.title) + "}"}
    if paper.authors:
        fields["author"] = " and ".join(map(_name, paper.authors))
    if _has_year(paper):
        fields["year"] = str(paper.year)
    for external in paper.ids:  # of two ids of one kind the first counts: a field stands once
        namespace, _, name = external.partition(":")
        if namespace == "arxiv" and "eprint" not in fields:
            fields |= {"eprint": _verbatim(name), "archiveprefix": "arXiv"}
        elif namespace == "doi" and "doi" not in fields:
            fields["doi"] = _verbatim(name)
    if paper.links.page is not None:
        fields["url"] = _verbatim(paper.links.page)
    written = [Field(name, value) for name, value in fields.items()]  # the writer adds the braces
    return Entry("misc", _key(paper, used), written)


def _has_year(paper: Paper) -> bool:
    return paper.published is not None or paper.released != NEVER


def _latex(text: str) -> str:
    return str(_LATEX.unicode_to_latex(_printable(text)))  # pyright: ignore[reportUnknownArgumentType, reportUnknownMemberType] - see above


def _name(author: str) -> str:
    """Encode a name; one that holds an "and" of its own stays one name."""
    encoded = _latex(author)
    return "{" + encoded + "}" if " and " in f" {encoded.lower()} " else encoded


def _verbatim(address: str) -> str:
    """An id or an address as it is, but for what would end its field or keep it from ending."""
    coded = {"{": "%7B", "}": "%7D", "\\": "%5C"}
    return _printable(address).translate(str.maketrans(coded))


def _printable(text: str) -> str:
    """Leave out what shows nothing but acts: controls, directions of writing, half characters."""
    seen = (char if char.isprintable() else _unseen(char) for char in text)
    return " ".join("".join(seen).split())


def _unseen(char: str) -> str:
    return "" if unicodedata.category(char) == "Cf" else " "


def _key(paper: Paper, used: set[str]) -> str:
    author = paper.authors[0].split()[-1] if paper.authors and paper.authors[0].split() else "anon"
    words = (_plain(word) for word in paper.title.split())
    word = next((word for word in words if len(word) > _SHORT), "paper")
    stem = f"{_plain(author) or 'anon'}{paper.year if _has_year(paper) else ''}{word}"
    key, number = stem, 0
    while key in used:
        number += 1
        key = f"{stem}{_letters(number)}"
    used.add(key)
    return key


def _letters(number: int) -> str:
    """Return b, c, … z, then numbers: the second of a name is its b."""
    last = ord("z") - ord("a")
    return chr(ord("a") + number) if number <= last else str(number)


def _plain(text: str) -> str:
    folded = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]", "", folded.lower())

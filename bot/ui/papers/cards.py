"""Cards: one paper as a message, and one paper as a line.

A card says whose text it is: the abstract is the authors', a sentence with ✨ is a model's and its
name stands below. Every text from outside goes through `escape`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.ui.controls import button
from bot.ui.escape import cut, first_sentences, is_web, link, one_line, plain
from bot.ui.messages import MOST_CHARACTERS, Layout, link_button

if TYPE_CHECKING:
    from bot.core.papers import Paper
    from bot.services.ports import PaperLabel
    from bot.ui.i18n import Words

_TITLE, _AUTHORS, _ABSTRACT, _SUMMARY = 250, 700, 1_700, 220
_RESERVED = 100  # for the line that names who posted a card
_CHOICE = 100  # Discord's limit for the name of an autocomplete choice
_AUTHORS_LISTED = 12
_HOUSES = {
    "arxiv": "arXiv",
    "doi": "DOI",
    "acl": "ACL",
    "openreview": "OpenReview",
    "openalex": "OpenAlex",
    "s2": "Semantic Scholar",
}


def paper_card(
    paper: Paper, words: Words, *, machine_text: bool, private: bool = True, saved: bool = False
) -> Layout:
    """Return the full card: title, authors, date, votes, abstract, and what can be done with it.

    A private card can be posted in the channel; a posted one cannot be posted again.
    """
    card = Layout()
    card.pictured(_head(paper, words), paper.links.thumbnail, one_line(paper.title))
    summary = paper.summary if machine_text else None
    if summary is not None:
        card.text(f"{plain(first_sentences(summary.text, _SUMMARY * 2), _SUMMARY * 2)} ✨")
    footer = [label(paper)]
    if summary is not None:
        model = summary.model or words("card-model-unknown")
        footer.append(words("card-machine-summary", model=plain(model, 60)))
    if paper.withdrawn:
        footer.insert(0, words("card-withdrawn"))
    small = "-# " + " · ".join(footer)
    room = MOST_CHARACTERS - _RESERVED - card.content_length() - len(small)
    if paper.abstract and (most := min(_ABSTRACT, room)) > 0:
        card.line()
        card.text(plain(first_sentences(paper.abstract, most), most))
    card.text(small)
    own = [] if saved else [button("save", paper.key, label=words("button-save"), emoji="🔖")]
    own.append(button("bib", paper.key, label=words("button-bibtex")))
    if private:
        own.append(button("post", paper.key, label=words("button-post-here"), emoji="📣"))
    links = [
        link_button(words(key), address)
        for key, address in (
            ("button-pdf", paper.links.pdf),
            ("button-code", paper.links.code),
            ("button-project", paper.links.project),
        )
        if address is not None and is_web(address)
    ]
    card.rows([*own, *links])
    return card


def _head(paper: Paper, words: Words) -> str:
    lines = [f"### {link(paper.title, paper.links.page, _TITLE)}"]
    if paper.authors:
        lines.append(authors(paper, _AUTHORS_LISTED, _AUTHORS))
    day = words.full_day(paper.published or paper.released)
    lines.append(" · ".join(filter(None, [_organization(paper), day, signals(paper, words)])))
    return "\n".join(lines)


def authors(paper: Paper, listed: int, most: int) -> str:
    """Return the first authors, and how many more there are."""
    names = [plain(name, 80) for name in paper.authors[:listed]]
    rest = len(paper.authors) - len(names)
    text = ", ".join(names)
    return cut(text, most) + (f" +{rest}" if rest else "")


def _organization(paper: Paper) -> str:
    return plain(paper.organization, 60) if paper.organization else ""


def signals(paper: Paper, words: Words, upvotes: int | None = None) -> str:
    """Return votes, comments and stars as people read them at a glance: “▲163 · 💬1 · ★8”."""
    shown = paper.signals.upvotes if upvotes is None else upvotes
    parts = [f"▲{shown}"] if shown else []
    if paper.signals.comments:
        parts.append(f"💬{paper.signals.comments}")
    if paper.signals.stars:
        parts.append(f"★{paper.signals.stars}")
    elif paper.has_code:
        parts.append(words("card-code"))
    return " · ".join(parts)


def label(paper: Paper) -> str:
    """Return the id that people know the paper by: “arXiv 2608.19880”."""
    namespace, _, name = paper.ids[0].partition(":")
    return f"{_HOUSES.get(namespace, namespace)} {plain(name, 80)}"


def block(number: int, paper: Paper, words: Words, *, machine_text: bool, upvotes: int) -> str:
    """Return a paper in full within a digest: title, a sentence or two, who and how liked."""
    lines = [f"### {number} · {link(paper.title, paper.links.page, 160)}"]
    if machine_text and paper.summary is not None:
        lines.append(f"{plain(first_sentences(paper.summary.text, _SUMMARY), _SUMMARY)} ✨")
    elif paper.abstract:
        lines.append(plain(first_sentences(paper.abstract, _SUMMARY), _SUMMARY))
    who = authors(paper, 1, 60) if paper.authors else ""
    lines.append(
        "-# "
        + " · ".join(filter(None, [_organization(paper), who, signals(paper, words, upvotes)]))
    )
    return "\n".join(lines)


def line(number: int, paper: Paper, words: Words, *, upvotes: int | None = None) -> str:
    """Return a paper as one line: number, title, votes, and whether there is code."""
    votes = paper.signals.upvotes if upvotes is None else upvotes
    parts = [f"**{number}**  {plain(paper.title, 80)}"]
    if votes:
        parts.append(f"▲{votes}")
    if paper.has_code:
        parts.append(words("card-code"))
    return " · ".join(parts)


def choice_name(paper: Paper | PaperLabel) -> str:
    """Return an autocomplete choice's name: “title · first author · year”, at most 100."""
    tail = "".join(f" · {part}" for part in (_first_author(paper), str(paper.year)) if part)
    return cut(one_line(paper.title), _CHOICE - len(tail)) + tail


def _first_author(paper: Paper | PaperLabel) -> str:
    return cut(one_line(paper.authors[0]), 24) if paper.authors else ""

"""Cards: one paper as a message, and one paper as a line.

A card says whose text it is: the abstract is the authors', a sentence with ✨ is a model's and its
name stands below; who translated is said, and the original title stands under the translated one.
What can be done with the paper is one row of buttons, where it leads is another one. Every text
from outside goes through `escape`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.core.papers import NEVER
from bot.core.passages import brief, headline, on_card
from bot.ui.controls import button
from bot.ui.escape import cut, is_web, link, one_line, plain
from bot.ui.messages import MOST_CHARACTERS, Layout, link_button
from bot.ui.papers.text_words import card_kinds, shown_passage, translator_words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bot.core.papers import Paper
    from bot.core.passages import Passage
    from bot.services.ports import PaperLabel
    from bot.services.translate import Translated
    from bot.ui.i18n import Words

_TITLE, _AUTHORS, _ABSTRACT, _SUMMARY, _BRIEF = 250, 700, 1_700, 440, 220
_RESERVED = 100  # for the line that names who posted a card
_CHOICE = 100  # Discord's limit for the name of an autocomplete choice
_AUTHORS_LISTED = 12
_TOGETHER = "\N{NO-BREAK SPACE}·\N{NO-BREAK SPACE}"  # what is counted stands on one line
_HOUSES = {
    "arxiv": "arXiv",
    "doi": "DOI",
    "acl": "ACL",
    "openreview": "OpenReview",
    "openalex": "OpenAlex",
    "s2": "Semantic Scholar",
}


def paper_card(  # noqa: PLR0913 - what a card can be
    paper: Paper,
    words: Words,
    *,
    machine_text: bool,
    private: bool = True,
    saved: bool = False,
    translate: bool = False,
    translated: Translated | None = None,
) -> Layout:
    """Return the full card: title, authors, date, votes, abstract, and what can be done with it.

    A private card can be posted in the channel; a posted one cannot be posted again. `translate`
    offers a translation; a `translated` one shows it.
    """
    card = Layout()
    card.pictured(_head(paper, words, translated), paper.links.thumbnail, one_line(paper.title))
    passages = on_card(paper, machine_text=machine_text)
    footer = " · ".join(_footer(paper, passages, words, translated))
    small = f"-# {footer}" if footer else ""
    for passage in passages:
        if not passage.kind.by_machine:
            continue
        card.text(shown_passage(passage, paper.key, _SUMMARY, translated))
    room = MOST_CHARACTERS - _RESERVED - card.content_length() - len(small)
    if (most := min(_ABSTRACT, room)) > 0:
        for passage in passages:
            if not passage.kind.by_machine:
                card.line()
                card.text(shown_passage(passage, paper.key, most, translated))
    card.text(small)
    own = [] if saved else [button("save", paper.key, label=words("button-save"), emoji="🔖")]
    own.append(button("bib", paper.key, label=words("button-bibtex")))
    if private:
        own.append(button("post", paper.key, label=words("button-post-here"), emoji="📣"))
    own.append(button("similar", paper.key, label=words("button-similar"), emoji="🧭"))
    if translate:
        own.append(button("translate", paper.key, emoji="🌐"))
    links = [
        link_button(words(key), address)
        for key, address in (
            ("button-pdf", paper.links.pdf),
            ("button-code", paper.links.code),
            ("button-project", paper.links.project),
        )
        if address is not None and is_web(address)
    ]
    card.row(*own)
    card.row(*links)
    return card


def _footer(
    paper: Paper, passages: Iterable[Passage], words: Words, translated: Translated | None
) -> list[str]:
    parts = [words("card-withdrawn")] if paper.withdrawn else []
    parts += [*filter(None, [label(paper)]), *card_kinds(passages, words)]
    if translated is not None:
        parts.append(translator_words(translated, words))
        if translated.trouble is not None or None in translated.texts.values():
            parts.append(words("translated-in-part"))
    return parts


def _head(paper: Paper, words: Words, translated: Translated | None) -> str:
    other = None if translated is None else translated.of(paper.key, headline(paper))
    lines = [f"### {link(other or paper.title, paper.links.page, _TITLE)}"]
    if other is not None:
        lines.append(f"-# {plain(paper.title, _TITLE)}")
    if paper.authors:
        lines.append(authors(paper, words, _AUTHORS_LISTED, _AUTHORS))
    told = [_organization(paper), _venue(paper), day_words(paper, words), signals(paper, words)]
    lines.append(" · ".join(filter(None, told)))
    return "\n".join(lines)


def day_words(paper: Paper, words: Words) -> str:
    """Return when the work came out, as exactly as that is known; nothing where it is not."""
    day = paper.published or paper.released
    if day == NEVER:
        return ""
    if paper.published is None or paper.dated == "day":
        return words.full_day(day)
    return words.month(day) if paper.dated == "month" else str(day.year)


def authors(paper: Paper, words: Words, listed: int, most: int) -> str:
    """Return the first authors as the language lists them, and how many more there are."""
    names = [plain(name, 80) for name in paper.authors[:listed]]
    rest = len(paper.authors) - len(names)
    return cut(words.listed(names), most) + (f" +{rest}" if rest else "")


def _venue(paper: Paper) -> str:
    return plain(paper.venue, 80) if paper.venue else ""


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
    return _TOGETHER.join(parts)


def label(paper: Paper) -> str:
    """Return the id that people know the paper by, “arXiv 2608.19880”; nothing where there is none
    but those that feeds and lists were given here.
    """
    for external in paper.ids:
        namespace, _, name = external.partition(":")
        if namespace in _HOUSES:
            return f"{_HOUSES[namespace]} {plain(name, 80)}"
    return ""


def block(  # noqa: PLR0913 - what a digest knows of a paper
    number: int,
    paper: Paper,
    words: Words,
    *,
    machine_text: bool,
    upvotes: int,
    translated: Translated | None = None,
) -> str:
    """Return a paper in full within a digest: title, a sentence or two, who and how liked. Under a
    translated title stands the original.
    """
    other = None if translated is None else translated.of(paper.key, headline(paper))
    lines = [f"### {number} · {link(other or paper.title, paper.links.page, 160)}"]
    if other is not None:
        lines.append(f"-# {plain(paper.title, 160)}")
    passage = brief(paper, machine_text=machine_text)
    if passage is not None:
        lines.append(shown_passage(passage, paper.key, _BRIEF, translated))
    who = authors(paper, words, 1, 60) if paper.authors else ""
    lines.append(
        "-# "
        + " · ".join(filter(None, [_organization(paper), who, signals(paper, words, upvotes)]))
    )
    return "\n".join(lines)


def line(
    number: int,
    paper: Paper,
    words: Words,
    *,
    upvotes: int | None = None,
    translated: Translated | None = None,
) -> str:
    """Return a paper as one line: number, title, votes, and whether there is code; under a
    translated title a second one with the original.
    """
    votes = paper.signals.upvotes if upvotes is None else upvotes
    other = None if translated is None else translated.of(paper.key, headline(paper))
    title = f"**{number}**  {plain(other or paper.title, 80)}"
    tail = [f"▲{votes}"] if votes else []
    if paper.has_code:
        tail.append(words("card-code"))
    original = "" if other is None else f"\n-# {plain(paper.title, 80)}"
    return " · ".join([title, *([_TOGETHER.join(tail)] if tail else [])]) + original


def choice_name(paper: Paper | PaperLabel) -> str:
    """Return an autocomplete choice's name: “title · first author · year”, at most 100."""
    tail = "".join(f" · {part}" for part in (_first_author(paper), str(paper.year)) if part)
    return cut(one_line(paper.title), _CHOICE - len(tail)) + tail


def _first_author(paper: Paper | PaperLabel) -> str:
    return cut(one_line(paper.authors[0]), 24) if paper.authors else ""

"""`/publications`: what a list tells, newest first, a heading a year.

It is one of a server's own sources, or one that everybody may browse, in any server and in direct
messages.

A page's controls say which source, which year (0: all) and which page they stand for, so they work
after a restart too.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.core.visibility import EVERYBODY
from bot.ui.controls import button
from bot.ui.escape import cut, link, plain
from bot.ui.failures import ToldError
from bot.ui.forgiving import choice, desk_of, forgiving
from bot.ui.messages import Layout, redraw
from bot.ui.pager import pager
from bot.ui.papers.cards import authors

if TYPE_CHECKING:
    import discord

    from bot.services.ports import AddedSource, Publication, Publications
    from bot.ui.controls import Handler, Press
    from bot.ui.desk import Desk
    from bot.ui.forgiving import Choices
    from bot.ui.i18n import Words

PAGE = 8
"""Entries on one page: as many as fit in a message however long their titles are."""

ALL_YEARS = 0
_NAME, _TITLE, _ADDRESS, _AUTHORS, _VENUE, _YEARS = 60, 150, 100, 90, 60, 150
_LISTED = 3


async def list_of(press: Press, chosen: str) -> AddedSource:
    """Return the list that was chosen or typed. Raises `ToldError`."""
    server = press.interaction.guild_id or EVERYBODY
    source = await press.desk.added.find_browsable(server, chosen)
    if source is not None:
        return source
    present = await press.desk.added.browsable(server)
    raise ToldError("publications-unknown" if present else "publications-nowhere")


@forgiving
async def lists(interaction: discord.Interaction, typed: str) -> Choices:
    """Offer what can be browsed here by its name."""
    server = interaction.guild_id or EVERYBODY
    present = await desk_of(interaction).added.browsable(server)
    wanted = typed.strip().casefold()
    found = [one for one in present if wanted in one.name.casefold()]
    return [one for source in found if (one := choice(source.name, str(source.id))) is not None]


async def publications(
    desk: Desk, source: AddedSource, year: int, page: int, words: Words
) -> Layout:
    """Return page `page` (from 0) of a source, the last one where there are not so many; `year` is
    `ALL_YEARS` or one year. Raises `ToldError` where there is nothing.
    """
    page, asked = max(page, 0), year or None
    found = await desk.added.publications(source, asked, page, PAGE)
    if not found.page and found.total:
        page = (found.total - 1) // PAGE
        found = await desk.added.publications(source, asked, page, PAGE)
    name = plain(source.name, _NAME)
    if not found.page:
        years = cut(" · ".join(str(one) for one, _ in found.years), _YEARS)
        key = "publications-none-that-year" if years and asked else "publications-none"
        raise ToldError(key, name=name, year=str(year), years=years)
    return publications_page(source, found, year, page, words)


def publications_page(
    source: AddedSource, found: Publications, year: int, page: int, words: Words
) -> Layout:
    """Return a page of entries under their years, a numbered button each, and the pager."""
    pages = -(-found.total // PAGE)
    message = Layout()
    title = words("publications-title", name=plain(source.name, _NAME), count=found.total)
    of = words("page-of", page=page + 1, of=pages)
    message.text("\n".join([f"### {title}", *([f"-# {of}"] if pages > 1 else [])]))
    lines: list[str] = []
    heading = ""
    for number, one in enumerate(found.page, start=page * PAGE + 1):
        told = str(one.published.year) if one.published else words("publications-undated")
        if told != heading:
            lines.append(f"**{told}**")
            heading = told
        lines.append(_entry(number, one, words))
    message.text("\n".join(lines))
    message.rows(
        [
            button("paper", one.paper.key, label=str(number))
            for number, one in enumerate(found.page, start=page * PAGE + 1)
        ]
    )
    message.row(*pager("publications", source.id, year, number=page, of=pages, words=words))
    return message


def _entry(number: int, one: Publication, words: Words) -> str:
    paper = one.paper
    page = paper.links.page if paper.links.page and len(paper.links.page) <= _ADDRESS else None
    who = authors(paper, words, _LISTED, _AUTHORS) if paper.authors else ""
    venue = plain(one.venue or paper.venue or "", _VENUE)
    exact = one.published is not None and one.dated != "year"
    month = words.month(one.published) if exact and one.published is not None else ""
    told = " · ".join(filter(None, [who, venue, month]))
    title = f"{number}. {link(paper.title, page, _TITLE)}"
    return f"{title}\n-# {told}" if told else title


async def turn(press: Press) -> None:
    """Show another page. A source of another server is none."""
    server = press.interaction.guild_id or EVERYBODY
    source = await press.desk.added.find_browsable(server, str(press.number(0)))
    if source is None:
        raise ToldError("publications-gone")
    await press.interaction.response.defer()
    shown = await publications(
        press.desk, source, press.number(1), press.number(2), press.reader.words
    )
    await redraw(press.interaction, shown)


HANDLERS: dict[str, Handler] = {"publications": turn}

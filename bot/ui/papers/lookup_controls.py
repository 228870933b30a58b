"""What the controls under an answer of `/paper` do.

`pick` shows a chosen paper in place of the menu · `abstracts` searches for what no title is near ·
`elsewhere` asks elsewhere where none of the papers shown was meant.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, cast

from bot.services.lookup import Asked, NoPaper, OnePaper, SeveralPapers
from bot.ui.desk import translates_for
from bot.ui.failures import ToldError
from bot.ui.messages import answer, redraw
from bot.ui.own_drafts import own_draft
from bot.ui.papers.cards import paper_card
from bot.ui.papers.linked import show_card
from bot.ui.papers.lookup_cards import (
    elsewhere_button,
    not_here_card,
    nothing_else_card,
    several_card,
)
from bot.ui.papers.search_results import Search, any_word, every_word, results

if TYPE_CHECKING:
    from collections.abc import Sequence

    import discord

    from bot.core.papers import Paper
    from bot.services.lookup import Answer, ByTitle
    from bot.ui.controls import Handler, Press
    from bot.ui.desk import Desk, Reader
    from bot.ui.messages import Layout

_LOOKUP = "lookup"  # a draft: the title that was typed, and the keys of the papers shown for it


async def answer_card(found: Answer, desk: Desk, reader: Reader, *, share: bool) -> Layout:
    """Return the message for what a lookup found.

    A text that no title is near becomes a search in waiting, for **Search abstracts**. Papers that
    may not be meant have a button that asks elsewhere, except where everybody was asked.
    """
    match found:
        case OnePaper(paper, by):
            card = paper_card(
                paper,
                reader.words,
                machine_text=reader.machine_text,
                private=not share,
                translate=translates_for(desk, reader, private=not share),
            )
            if by is not None and not by.exact and not share:
                await _offer_elsewhere(card, by, [paper], desk, reader)
            return card
        case SeveralPapers(papers, by):
            card = several_card(papers, reader.words, None if by is None else by.asked)
            if by is not None:
                await _offer_elsewhere(card, by, papers, desk, reader)
            return card
        case NoPaper():
            query = every_word(found.typed) if found.external is None else None
            if query is None or not found.holdings.papers:
                return not_here_card(found, reader.words, None)
            search = Search(query, "best", words_of=found.typed)
            draft_id = await search.keep(desk, reader.user_id)
            return not_here_card(found, reader.words, draft_id)


async def show_answer(
    interaction: discord.Interaction, found: Answer, desk: Desk, reader: Reader
) -> None:
    """Answer, privately, with what a lookup found."""
    card = await answer_card(found, desk, reader, share=False)
    if isinstance(found, OnePaper):
        await show_card(interaction, card, found.paper, desk, reader.words)
    else:
        await answer(interaction, card)


async def _offer_elsewhere(
    card: Layout, by: ByTitle, papers: Sequence[Paper], desk: Desk, reader: Reader
) -> None:
    if by.all_asked or not desk.elsewhere.can_ask(await desk.lookup.another(by.typed)):
        return
    body = {"typed": by.typed, "shown": [paper.key for paper in papers]}
    draft_id = await desk.drafts.open(reader.user_id, _LOOKUP, body, desk.clock.now())
    card.row(elsewhere_button(draft_id, reader.words))


async def pick(press: Press) -> None:
    """Show the chosen paper's card in place of the menu."""
    key = press.values[0] if press.values else ""
    paper = await press.desk.lookup.get(int(key)) if key.isdecimal() else None
    if paper is None:
        raise ToldError("paper-gone")
    card = paper_card(
        paper,
        press.reader.words,
        machine_text=press.reader.machine_text,
        translate=translates_for(press.desk, press.reader),
    )
    await show_card(press.interaction, card, paper, press.desk, press.reader.words, send=redraw)


async def abstracts(press: Press) -> None:
    """Search for papers with all the typed words, and where there are none, with any of them."""
    draft = await own_draft(press, Search.KIND, "search-gone")
    await press.interaction.response.defer()
    search = Search.of(draft)
    found = await press.desk.lookup.search(search.query, search.sort, 0)
    if not found.papers and (wider := any_word(search.words_of)) is not None:
        search = replace(search, query=wider, widened=True)
        await search.change(press.desk, draft.id)
    await redraw(press.interaction, await results(press.desk, press.reader, search, draft.id, 0))


async def elsewhere(press: Press) -> None:
    """Ask elsewhere for a title, and show beside the first answer what is not in it."""
    desk, reader = press.desk, press.reader
    draft = await own_draft(press, _LOOKUP, "elsewhere-gone")
    missing = await desk.lookup.another(str(draft.body["typed"]))
    if not desk.elsewhere.can_ask(missing):
        raise ToldError("elsewhere-nobody")
    await press.interaction.response.defer(ephemeral=True, thinking=True)
    told = await desk.elsewhere.find(missing)
    shown = await desk.lookup.several(cast("list[int]", draft.body["shown"]))
    match _without(told, {paper.key for paper in shown}):
        case None:
            asked = told.asked if isinstance(told, NoPaper) else None
            card = nothing_else_card(missing.typed, asked or Asked(), reader.words)
        case other:
            await show_answer(press.interaction, other, desk, reader)
            return
    await answer(press.interaction, card)


def _without(told: Answer, shown: set[int]) -> Answer | None:
    """Return what is told beside the papers that were shown; None where that is nothing."""
    match told:
        case OnePaper(paper):
            papers: tuple[Paper, ...] = (paper,)
        case SeveralPapers(papers):
            pass
        case NoPaper():
            papers = ()
    match tuple(paper for paper in papers if paper.key not in shown):
        case ():
            return None
        case (only,):
            return OnePaper(only)
        case others:
            return SeveralPapers(others)


HANDLERS: dict[str, Handler] = {"pick": pick, "abstracts": abstracts, "elsewhere": elsewhere}

"""What the controls under an answer of `/paper` do.

`pick` shows a chosen paper in place of the menu · `abstracts` searches for what no title is near.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bot.services.lookup import OnePaper, SeveralPapers
from bot.ui.failures import ToldError
from bot.ui.messages import redraw
from bot.ui.own_drafts import own_draft
from bot.ui.papers.cards import paper_card
from bot.ui.papers.lookup_cards import not_here_card, several_card
from bot.ui.papers.search_results import Search, any_word, every_word, results

if TYPE_CHECKING:
    from bot.services.lookup import Answer
    from bot.ui.controls import Handler, Press
    from bot.ui.desk import Desk, Reader
    from bot.ui.messages import Layout


async def answer_card(answer: Answer, desk: Desk, reader: Reader, *, share: bool) -> Layout:
    """Return the message for what a lookup found.

    A text that no title is near becomes a search in waiting, for **Search abstracts**.
    """
    match answer:
        case OnePaper(paper):
            return paper_card(
                paper, reader.words, machine_text=reader.machine_text, private=not share
            )
        case SeveralPapers(papers):
            return several_card(papers, reader.words)
        case _:
            query = every_word(answer.typed) if answer.external is None else None
            if query is None or not answer.holdings.papers:
                return not_here_card(answer, reader.words, None)
            search = Search(query, "best", words_of=answer.typed)
            draft_id = await search.keep(desk, reader.user_id)
            return not_here_card(answer, reader.words, draft_id)


async def pick(press: Press) -> None:
    """Show the chosen paper's card in place of the menu."""
    key = press.values[0] if press.values else ""
    paper = await press.desk.lookup.get(int(key)) if key.isdecimal() else None
    if paper is None:
        raise ToldError("paper-gone")
    card = paper_card(paper, press.reader.words, machine_text=press.reader.machine_text)
    await redraw(press.interaction, card)


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


HANDLERS: dict[str, Handler] = {"pick": pick, "abstracts": abstracts}

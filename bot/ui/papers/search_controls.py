"""What the buttons under a search and under what is trending do.

`search` turns pages · `search_sort` turns the order round · `trending` changes the period. The
button **Subscribe to this** (`subscribe_query`) opens the subscription panel, which is not here.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bot.services.trending import as_period, trending
from bot.ui.messages import redraw
from bot.ui.own_drafts import own_draft
from bot.ui.papers.search_results import Search, as_sort, results
from bot.ui.papers.trending_card import trending_card

if TYPE_CHECKING:
    from bot.ui.controls import Handler, Press


async def turn(press: Press) -> None:
    """Show another page of a search."""
    draft = await own_draft(press, Search.KIND, "search-gone")
    await press.interaction.response.defer()
    search = Search.of(draft)
    await search.change(press.desk, draft.id)
    page = await results(press.desk, press.reader, search, draft.id, press.number(1))
    await redraw(press.interaction, page)


async def sort(press: Press) -> None:
    """Show the first page in the other order."""
    draft = await own_draft(press, Search.KIND, "search-gone")
    await press.interaction.response.defer()
    order = as_sort(press.arguments[1] if len(press.arguments) > 1 else "")
    search = replace(Search.of(draft), sort=order)
    await search.change(press.desk, draft.id)
    await redraw(press.interaction, await results(press.desk, press.reader, search, draft.id, 0))


async def period(press: Press) -> None:
    """Show what is trending over another period."""
    chosen = as_period(press.arguments[0] if press.arguments else "")
    await press.interaction.response.defer()
    found = await trending(press.desk.papers, chosen, press.desk.clock)
    await redraw(press.interaction, trending_card(found, press.reader.words))


HANDLERS: dict[str, Handler] = {"search": turn, "search_sort": sort, "trending": period}

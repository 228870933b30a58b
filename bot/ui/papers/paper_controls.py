"""What the buttons on a card and on a digest do.

`paper` opens the card privately; `save`, `bib` and `post` act on it; `more` and `why` explain an
edition.
"""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from typing import TYPE_CHECKING

import discord

from bot.core.passages import titles
from bot.ui.desk import translates_for
from bot.ui.digests.digest import Issue, more_page
from bot.ui.digests.why import why_card
from bot.ui.failures import ToldError
from bot.ui.link.courier import papers_of
from bot.ui.messages import Notice, answer, redraw
from bot.ui.papers.cards import paper_card
from bot.ui.papers.linked import show_card
from bot.ui.permissions import may_write_here

if TYPE_CHECKING:
    from bot.core.papers import Paper
    from bot.services.translate import Translated
    from bot.ui.controls import Handler, Press

_FENCE_FITS = 1_800


async def open_paper(press: Press) -> None:
    """Open a paper's card, privately."""
    paper = await _paper(press)
    card = paper_card(
        paper,
        press.reader.words,
        machine_text=press.reader.machine_text,
        private=press.interaction.guild_id is not None,  # nobody else reads a direct message
        translate=translates_for(press.desk, press.reader),
    )
    await show_card(press.interaction, card, paper, press.desk, press.reader.words)


async def save(press: Press) -> None:
    """Save a paper in the reader's library."""
    if await press.desk.library.save(press.reader.user_id, press.number(0)) is None:
        raise ToldError("paper-gone")
    await answer(press.interaction, Notice(press.reader.words("paper-saved")))


async def bib(press: Press) -> None:
    """Show a paper's BibTeX entry, as a file too where it is long."""
    from bot.services.bibliography import bibtex  # noqa: PLC0415 - two libraries, seldom needed

    entry = bibtex([await _paper(press)])
    if len(entry) <= _FENCE_FITS:
        await answer(press.interaction, Notice(f"```bibtex\n{entry.replace('`', '')}```"))
        return
    file = discord.File(BytesIO(entry.encode()), "paper.bib")
    layout = Notice(press.reader.words("button-bibtex"))
    layout.box.add_item(discord.ui.File(file))
    await answer(press.interaction, layout, files=[file])


async def post(press: Press) -> None:
    """Post a card in this channel, for everybody, naming who shared it."""
    interaction, words = press.interaction, press.reader.words
    paper = await _paper(press)
    if interaction.guild_id is None:
        raise ToldError("paper-post-not-here")
    if not may_write_here(interaction):
        raise ToldError("paper-post-not-allowed")
    card = paper_card(
        paper,
        words,
        machine_text=press.reader.machine_text,
        private=False,
        translate=translates_for(press.desk, press.reader, private=False),
    )
    card.text("-# " + words("paper-posted-by", user=interaction.user.mention))
    await answer(interaction, card, private=False)


async def more(press: Press) -> None:
    """Show, privately, what the limit cut off; the same message when turning its pages."""
    issue = await _issue(press)
    issue = replace(issue, translated=await _translated(press, issue))
    page = more_page(issue, press.number(1))
    message = press.interaction.message
    if message is not None and message.flags.ephemeral:
        await redraw(press.interaction, page)
    else:
        await answer(press.interaction, page)


async def why(press: Press) -> None:
    """Explain an edition, privately."""
    await answer(press.interaction, why_card(await _issue(press), press.reader.words))


async def _paper(press: Press) -> Paper:
    paper = await press.desk.lookup.get(press.number(0))
    if paper is None:
        raise ToldError("paper-gone")
    return paper


async def _issue(press: Press) -> Issue:
    part_id = press.number(0)
    known = await press.desk.deliveries.edition_of_part(part_id)
    if known is None:
        raise ToldError("edition-gone")
    subscription, _, edition = known
    papers = await papers_of(edition, press.desk.papers)
    return Issue(edition, subscription, papers, part_id, press.desk.clock.now())


async def _translated(press: Press, issue: Issue) -> Translated | None:
    """Translate the titles of the papers that an edition has, for one whose papers are."""
    wish = issue.subscription.wish
    if not wish.machine_text:
        return None
    papers = issue.papers.values()
    return await press.desk.translations.at_once(titles(papers), papers, wish.language)


HANDLERS: dict[str, Handler] = {
    "paper": open_paper,
    "save": save,
    "bib": bib,
    "post": post,
    "more": more,
    "why": why,
}

"""🌐: a card in the language of whoever presses, for them alone.

The button stands on cards that all see, too, so who presses may read the papers' own language, hide
machine text, or read a language that nobody translates into: each is told so.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.core.languages import PAPERS_LANGUAGE, language_of
from bot.ui.failures import ToldError
from bot.ui.messages import Notice, answer
from bot.ui.papers.cards import paper_card

if TYPE_CHECKING:
    from bot.ui.controls import Handler, Press


async def translate(press: Press) -> None:
    """Show a paper's card translated; where nothing of it could be, say why."""
    desk, reader = press.desk, press.reader
    paper = await desk.lookup.get(press.number(0))
    if paper is None:
        raise ToldError("paper-gone")
    language = desk.translations.into(reader.language)
    if not desk.translations.offered:
        raise ToldError("translate-nobody")
    if language_of(reader.language) == PAPERS_LANGUAGE:
        raise ToldError("translate-is-yours")
    if language is None:
        raise ToldError("translate-not-offered")
    if not reader.machine_text:
        raise ToldError("translate-hidden")
    await press.interaction.response.defer(ephemeral=True, thinking=True)
    told = await desk.translations.card(paper, language)
    if not any(told.texts.values()):
        key = f"trouble-{told.trouble}" if told.trouble else "translate-unreliable"
        why = reader.words(key)
        await answer(press.interaction, Notice(reader.words("translate-failed", why=why)))
        return
    private = press.interaction.guild_id is not None
    card = paper_card(paper, reader.words, machine_text=True, private=private, translated=told)
    await answer(press.interaction, card)


HANDLERS: dict[str, Handler] = {"translate": translate}

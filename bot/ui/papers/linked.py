"""What people linked to a paper, as a button under its private card.

It leads to the paper's page at Hugging Face. The card never waits for it: where it is not
remembered, the card is told again with it, and left as it is where it does not come soon.
"""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from typing import TYPE_CHECKING

import discord
import structlog

from bot.services.linked import arxiv_id
from bot.ui.messages import Layout, answer, link_button

if TYPE_CHECKING:
    from bot.core.papers import Paper
    from bot.services.ports import Linked
    from bot.ui.desk import Desk
    from bot.ui.i18n import Words

_LABEL_MOST = 80

log = structlog.stdlib.get_logger(__name__)

Send = Callable[[discord.Interaction, Layout], Coroutine[object, object, None]]


async def show_card(  # noqa: PLR0913, PLR0917 - where, what, in whose words, how
    interaction: discord.Interaction,
    card: Layout,
    paper: Paper,
    desk: Desk,
    words: Words,
    send: Send = answer,
) -> None:
    """Show a paper's private card, and what is linked to the paper as soon as that is known."""
    if (linked := desk.linked.at_once(paper)) is not None:
        _add(card, paper, linked, words)
    await send(interaction, card)
    if linked is not None or (linked := await desk.linked.soon(paper)) is None:
        return
    _add(card, paper, linked, words)
    try:
        await interaction.edit_original_response(
            view=card, allowed_mentions=discord.AllowedMentions.none()
        )
    except discord.HTTPException as error:  # it was dismissed, or shows something else by now
        log.info("linked_not_shown", error=str(error))


def linked_words(linked: Linked, words: Words) -> str:
    """Return how much there is of what, “3 models · 1 dataset on Hugging Face”."""
    parts = [
        words("linked-models", count=linked.models) if linked.models else "",
        words("linked-datasets", count=linked.datasets) if linked.datasets else "",
        words("linked-spaces", count=linked.spaces) if linked.spaces else "",
    ]
    return words("linked-on-huggingface", linked=" · ".join(filter(None, parts)))


def _add(card: Layout, paper: Paper, linked: Linked, words: Words) -> None:
    number = (arxiv_id(paper) or "").removeprefix("arxiv:")
    label = linked_words(linked, words)[:_LABEL_MOST]
    card.row(link_button(label, f"https://huggingface.co/papers/{number}", "🤗"))

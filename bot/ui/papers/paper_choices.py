"""Papers to choose from while somebody types a title.

A choice carries the paper's key, so choosing one never guesses again.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.services.lookup import CHOICE
from bot.ui.forgiving import Choices, choice, desk_of, forgiving
from bot.ui.papers.cards import choice_name

if TYPE_CHECKING:
    import discord


@forgiving
async def paper_choices(interaction: discord.Interaction, typed: str) -> Choices:
    """Offer the papers that the typed text may become, best first."""
    papers = await desk_of(interaction).lookup.complete(typed)
    offered = (choice(choice_name(paper), f"{CHOICE}{paper.key}") for paper in papers)
    return [one for one in offered if one is not None]
